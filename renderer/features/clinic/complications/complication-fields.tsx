import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { COMPLICATION_KINDS } from '../../../../shared/domain/outcome/complication.ts';
import type { CalendarDate } from '../../../../shared/kernel/time.ts';
import {
  COMPLICATION_WORDS,
  complicationText,
  sessionText,
  veinsText,
} from '../../../text/complication-text.ts';
import { dateText } from '../../../text/format.ts';
import type { DraftForm } from '../../../ui/use-draft.ts';
import {
  daysAfter,
  withCase,
  withDaysAfter,
  withSession,
  type ChoiceOfCase,
  type ComplicationDraft,
} from './complication-form.ts';
import styles from './complications.module.css';

const words = complicationText.form;

interface ComplicationFieldsProps {
  readonly form: DraftForm<ComplicationDraft>;
  readonly cases: readonly ChoiceOfCase[];
  readonly chosen: ChoiceOfCase | null;
  readonly today: CalendarDate;
  /** It follows a reaction or a finding: the case is that one's. */
  readonly isFollowing: boolean;
}

/** What it is, when it began, and what it is put down to. */
export function ComplicationFields({ form, cases, chosen, today, isFollowing }: ComplicationFieldsProps) {
  const { draft, set, errorOf } = form;
  const replace = (next: ComplicationDraft) => {
    set('caseId', next.caseId);
    set('onsetOn', next.onsetOn);
    set('sessionId', next.sessionId);
    set('lotId', next.lotId);
    set('veinIds', next.veinIds);
  };
  const session = chosen?.sessions.find(({ id }) => id === draft.sessionId);
  return (
    <>
      {cases.length > 1 && !isFollowing ? (
        <NativeSelect
          size="md"
          label={words.case}
          value={draft.caseId ?? ''}
          data={cases.map(({ id, openedOn, reason }) => ({
            value: id,
            label: `${dateText(openedOn)} · ${reason}`,
          }))}
          onChange={({ currentTarget: { value } }) => {
            const next = cases.find(({ id }) => id === value);
            if (next) replace(withCase(draft, next));
          }}
        />
      ) : null}
      <div className={styles.row}>
        <NativeSelect
          size="md"
          label={words.kind}
          autoFocus
          required
          value={draft.kind ?? ''}
          error={errorOf('kind')}
          data={[
            { value: '', label: words.choose, disabled: true },
            ...COMPLICATION_KINDS.map((value) => ({ value, label: COMPLICATION_WORDS[value] })),
          ]}
          onChange={({ currentTarget: { value } }) => {
            set('kind', COMPLICATION_KINDS.find((kind) => kind === value) ?? null);
          }}
        />
        <NativeSelect
          size="md"
          label={words.session}
          value={draft.sessionId ?? ''}
          data={[
            { value: '', label: words.noSession },
            ...(chosen?.sessions ?? []).map(({ id, number, onDate }) => ({
              value: id,
              label: `${sessionText(number)}, ${dateText(onDate)}`,
            })),
          ]}
          onChange={({ currentTarget: { value } }) => {
            const next = chosen?.sessions.find(({ id }) => id === value)?.id ?? null;
            replace(withSession(draft, chosen, next));
          }}
        />
        <NativeSelect
          size="md"
          label={words.lot}
          value={draft.lotId ?? ''}
          data={[
            { value: '', label: words.noLot },
            ...(session?.lots ?? []).map(({ id, lotNumber }) => ({ value: id, label: lotNumber })),
          ]}
          onChange={({ currentTarget: { value } }) => {
            set('lotId', session?.lots.find(({ id }) => id === value)?.id ?? null);
          }}
        />
      </div>
      <div className={styles.row}>
        <TextInput
          type="date"
          label={words.onset}
          required
          max={today}
          value={draft.onsetOn}
          error={errorOf('onsetOn')}
          onChange={({ currentTarget: { value } }) => {
            set('onsetOn', value);
          }}
        />
        <TextInput
          label={words.daysAfter}
          inputMode="numeric"
          disabled={!session}
          value={daysAfter(draft, chosen)}
          onChange={({ currentTarget: { value } }) => {
            replace(withDaysAfter(draft, chosen, value));
          }}
        />
      </div>
      <VeinChoice form={form} chosen={chosen} />
      <Textarea
        label={words.description}
        description={draft.kind === 'other' ? words.descriptionHint : undefined}
        autosize
        minRows={1}
        maxRows={4}
        maxLength={2000}
        value={draft.description}
        error={errorOf('description')}
        onChange={({ currentTarget: { value } }) => {
          set('description', value);
        }}
      />
    </>
  );
}

function VeinChoice({ form, chosen }: Pick<ComplicationFieldsProps, 'form' | 'chosen'>) {
  const { veinIds } = form.draft;
  const veins = chosen?.veins ?? [];
  return (
    <fieldset className={styles.veins}>
      <legend>{words.veins}</legend>
      {veins.length === 0 ? <span className={styles.quiet}>{words.noVeins}</span> : null}
      {veins.map((vein) => {
        const isChosen = veinIds.includes(vein.id);
        return (
          <button
            key={vein.id}
            type="button"
            className={styles.vein}
            aria-pressed={isChosen}
            onClick={() => {
              form.set('veinIds', isChosen ? veinIds.filter((id) => id !== vein.id) : [...veinIds, vein.id]);
            }}
          >
            {veinsText([vein])}
          </button>
        );
      })}
    </fieldset>
  );
}
