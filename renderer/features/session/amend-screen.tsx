import { Checkbox, Textarea } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { AddedInjection } from '../../../shared/contract/closing.ts';
import type { SessionView } from '../../../shared/contract/session.ts';
import { totalsOf } from '../../../shared/domain/dose/arithmetic.ts';
import { isCounted } from '../../../shared/domain/session/closing.ts';
import type { SessionClosing } from '../../../shared/domain/session/session.ts';
import { standing } from '../../../shared/domain/session/vein-tasks.ts';
import type { Person } from '../../../shared/domain/staff/roles.ts';
import { failureOf } from '../../api/failure-of.ts';
import { AMENDMENT_REASONS, countedText } from '../../text/closing-text.ts';
import { totalsText } from '../../text/session-text.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmPinDialog } from '../../ui/confirm-pin-dialog.tsx';
import { PageBar } from '../../ui/page-bar.tsx';
import { Panel } from '../../ui/panel.tsx';
import { AftercareChecklist } from './aftercare-checklist.tsx';
import { AmendAddition } from './amend-addition.tsx';
import { AmendInjections } from './amend-injections.tsx';
import { amendedView } from './amend-model.ts';
import type { AmendmentForm } from './amendment-form.ts';
import amendStyles from './amend.module.css';
import { ClosingAmpoules } from './closing-ampoules.tsx';
import { draftOfClosing } from './closing-draft.ts';
import { ClosingFields } from './closing-fields.tsx';
import { endingOf, endingRequest, stillToSay } from './closing-model.ts';
import styles from './closing.module.css';
import { isReason } from './is-reason.ts';
import { Fact } from './session-record-fact.tsx';
import type { SessionWrites } from './use-session.ts';

interface AmendScreenProps {
  readonly view: SessionView;
  readonly closing: SessionClosing;
  readonly form: AmendmentForm;
  /** Null: nothing is amended any more. */
  readonly onForm: (form: AmendmentForm | null) => void;
  readonly amend: SessionWrites['amend'];
  readonly person: Person;
  readonly people: readonly Person[];
}

/** A surgeon amends a closed record: what was signed stays beside it, with the reason and the surgeon's own PIN. */
export function AmendScreen({ view, closing, form, onForm, amend, person, people }: AmendScreenProps) {
  const { amendmentId, added, reason, remark } = form;
  const struckOut = new Set(form.struckOut);
  const draft = form.closing ?? draftOfClosing(closing);
  const fill = (part: Partial<AmendmentForm>) => {
    onForm({ ...form, ...part });
  };
  const [isSigning, setSigning] = useState(false);
  const [areVolumesRight, setVolumesRight] = useState(false);
  const failure = amend.error ? failureOf(amend.error) : null;
  // The answer may have been lost on its way while the record has it.
  const isRecorded = view.amendments.some(({ id }) => id === amendmentId);
  useEffect(() => {
    if (isRecorded) onForm(null);
  });
  const after = {
    ...view,
    ...amendedView(view, { struckOut, added, now: closing.closedAt }),
  };
  const ending = endingOf(after, draft, closing.closedAt);
  // What was struck out since the closing is counted anew, with the same words where they still hold.
  const isRecounted = !isCounted(closing.ampoules, view.injections);
  const isClosingChanged = form.closing !== null || struckOut.size > 0 || added.length > 0 || isRecounted;
  const isEmpty = !isClosingChanged && remark.trim() === '';
  const missing = isEmpty
    ? 'Nothing is amended yet'
    : (stillToSay(ending, draft) ?? (isReason(reason) ? null : 'Say why the record is amended'));
  const change = (part: Partial<typeof draft>) => {
    fill({ closing: { ...draft, ...part } });
  };
  const send = (pin: string) => {
    const said = endingRequest(ending, draft);
    amend.mutate(
      {
        amendmentId,
        sessionId: view.opening.id,
        reason: reason.trim(),
        pin,
        strikeOut: [...struckOut],
        add: added.map((each) => asSent(each, areVolumesRight)),
        closing: isClosingChanged ? said : null,
        remark: remark.trim(),
      },
      {
        onSuccess: () => {
          onForm(null);
        },
      },
    );
  };
  return (
    <div className={styles.page}>
      <PageBar
        title={`Amend session ${String(view.opening.number)}`}
        aside="What was signed stays to be seen beside it."
        end={
          <Button
            onClick={() => {
              onForm(null);
            }}
          >
            Leave it as it is
          </Button>
        }
      />
      <div className={styles.body}>
        <div className={styles.main}>
          <Panel
            title="Injections"
            aside="Strike out what was not given, add what was given and not recorded"
          >
            <AmendInjections
              view={after}
              struckOut={struckOut}
              added={new Set(added.map(({ injectionId }) => injectionId))}
              onStrike={(id) => {
                fill({ struckOut: [...form.struckOut, id] });
              }}
              onKeep={(id) => {
                fill({
                  struckOut: form.struckOut.filter((each) => each !== id),
                  added: added.filter(({ injectionId }) => injectionId !== id),
                });
              }}
            />
            <AmendAddition
              view={view}
              closedAt={closing.closedAt}
              people={people}
              draft={form.addition}
              onDraft={(addition) => {
                fill({ addition });
              }}
              onAdd={(injection) => {
                fill({ added: [...added, injection], addition: { ...form.addition, volume: '' } });
              }}
            />
          </Panel>
          <ClosingAmpoules ending={ending} draft={draft} onChange={change} />
          <ClosingFields view={after} ending={ending} draft={draft} onChange={change} />
          <AftercareChecklist view={after} draft={draft} onChange={change} />
        </div>
        <div className={styles.side}>
          <Panel title="What will hold">
            <WhatWillHold view={view} after={after} struckOut={struckOut.size} added={added.length} />
          </Panel>
          <Panel title="Why">
            <div className={amendStyles.why}>
              <Textarea
                label="Why the record is amended"
                required
                value={reason}
                maxLength={300}
                autosize
                minRows={2}
                onChange={(event) => {
                  fill({ reason: event.currentTarget.value });
                }}
              />
              <div className={styles.quick} role="group" aria-label="Usual reasons for an amendment">
                {AMENDMENT_REASONS.map((usual) => (
                  <button
                    key={usual}
                    type="button"
                    aria-pressed={reason === usual}
                    onClick={() => {
                      fill({ reason: usual });
                    }}
                  >
                    {usual}
                  </button>
                ))}
              </div>
              <Textarea
                label="Remark"
                value={remark}
                maxLength={2000}
                autosize
                minRows={2}
                onChange={(event) => {
                  fill({ remark: event.currentTarget.value });
                }}
              />
            </div>
          </Panel>
        </div>
      </div>
      <footer className={styles.end}>
        <p className={styles.missing}>{missing}</p>
        <Button
          kind="main"
          size="large"
          disabledBecause={missing}
          onClick={() => {
            amend.reset();
            setSigning(true);
          }}
        >
          Sign amendment {view.amendments.length + 1}…
        </Button>
      </footer>
      {isSigning ? (
        <ConfirmPinDialog
          title={`Sign amendment ${String(view.amendments.length + 1)}`}
          people={[person]}
          reasonLabel={null}
          confirmLabel="Sign the amendment"
          busy={amend.isPending}
          failure={failure}
          onConfirm={({ pin }) => {
            send(pin);
          }}
          onClose={() => {
            setSigning(false);
          }}
        >
          <p>It is added to the record with your name, and cannot be taken back.</p>
          <WhatWillHold view={view} after={after} struckOut={struckOut.size} added={added.length} />
          {failure?.code === 'dose/looks-like-slip' ? (
            <Checkbox
              label="I have looked again: the volumes are right"
              checked={areVolumesRight}
              onChange={(event) => {
                setVolumesRight(event.currentTarget.checked);
              }}
            />
          ) : null}
        </ConfirmPinDialog>
      ) : null}
    </div>
  );
}

/** As it is sent: somebody has looked at the volumes again, or nobody has yet. */
function asSent(added: AddedInjection, volumeConfirmed: boolean) {
  const { leg, aspect } = added.site;
  return { ...added, volumeConfirmed, site: { leg, aspect, point: null } };
}

interface WhatWillHoldProps {
  readonly view: SessionView;
  readonly after: SessionView;
  readonly struckOut: number;
  readonly added: number;
}

/** The sums before and after. */
function WhatWillHold({ view, after, struckOut, added }: WhatWillHoldProps) {
  const words = ({ injections }: SessionView) => {
    const totals = totalsOf(standing(injections).map(({ dose }) => dose));
    return `${countedText(totals.injections, 'injection')}, ${totalsText(totals)}`;
  };
  return (
    <dl className={styles.facts}>
      <Fact name="Until now" text={words(view)} />
      <Fact name="From then on" text={words(after)} />
      <Fact name="Struck out" text={String(struckOut)} />
      <Fact name="Added" text={String(added)} />
    </dl>
  );
}
