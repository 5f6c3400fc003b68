import { Modal, Select, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { StockLot, StockView } from '../../../../shared/contract/stock.ts';
import { matchPack } from '../../../../shared/domain/stock/match-pack.ts';
import { packCode, type ScannedPack } from '../../../../shared/domain/stock/read-scan.ts';
import type { CalendarDate } from '../../../../shared/kernel/time.ts';
import { failureOf } from '../../../api/failure-of.ts';
import { useTRPC } from '../../../api/trpc.ts';
import { failureText } from '../../../text/failure-text.ts';
import { boxText } from '../../../text/box-text.ts';
import { issueTexts, ruleText } from '../../../text/field-text.ts';
import { dateText, mlEnteredText, strengthText } from '../../../text/format.ts';
import { readExpiry } from '../../../text/read-fields.ts';
import { settingsText } from '../../../text/settings-text.ts';
import { Button } from '../../../ui/button.tsx';
import { ErrorNote } from '../../../ui/failure-note.tsx';
import { textFieldOf, useDraft } from '../../../ui/use-draft.ts';
import styles from '../settings-page.module.css';
import { readAmpoules } from './read-ampoules.ts';
import { SameNumberQuestion } from './same-number-question.tsx';
import { ScannedBox } from './scanned-box.tsx';
import { useStockAnswer } from './use-stock-answer.ts';

const words = settingsText.stock;

interface AddLotDialogProps {
  readonly stock: StockView;
  readonly today: CalendarDate;
  readonly onClose: () => void;
}

interface LotDraft {
  readonly productId: string;
  readonly lotNumber: string;
  readonly expiresOn: string;
  readonly ampoules: string;
}

const EMPTY: LotDraft = { productId: '', lotNumber: '', expiresOn: '', ampoules: '' };

/** Takes a lot into stock, by scanning its box or by typing. */
export function AddLotDialog({ stock, today, onClose }: AddLotDialogProps) {
  const { products, lots } = stock;
  const trpc = useTRPC();
  const onAnswer = useStockAnswer(onClose);
  const [code, setCode] = useState<string | null>(null);
  /** A pack of which it has to be said whether it is a lot in stock; then the lot that it is. */
  const [asked, setAsked] = useState<ScannedPack | null>(null);
  const [learned, setLearned] = useState<StockLot | null>(null);
  const form = useDraft(EMPTY, (draft) => ({
    ...(!products.some(({ id }) => id === draft.productId) && { productId: ruleText('not-chosen') }),
    ...(draft.lotNumber.trim() === '' && { lotNumber: ruleText('required') }),
    ...(!readExpiry(draft.expiresOn) && { expiresOn: ruleText('not-a-date') }),
    ...(draft.ampoules.trim() !== '' &&
      readAmpoules(draft.ampoules) === null && { ampoules: words.notACount }),
  }));
  const add = useMutation(
    trpc.stock.addLot.mutationOptions({
      onSuccess: onAnswer,
      onError: (error) => {
        const failure = failureOf(error);
        if (failure.code === 'invalid-input') form.refuse(issueTexts(failure.issues));
        if (failure.code === 'lot/already-known') form.refuse({ lotNumber: failureText(failure).what });
        if (failure.code === 'product/code-of-another') form.refuse({ productId: failureText(failure).what });
      },
    }),
  );
  const takeOver = (pack: ScannedPack) => {
    setLearned(null);
    setAsked(matchPack(pack, stock).kind === 'same-number' ? pack : null);
    const scanned = packCode(pack);
    setCode(scanned);
    form.set('productId', products.find(({ codes }) => scanned && codes.includes(scanned))?.id ?? '');
    form.set('lotNumber', pack.lotNumber ?? '');
    form.set('expiresOn', pack.expiresOn ?? '');
  };
  const expiresOn = readExpiry(form.draft.expiresOn);
  const product = products.find(({ id }) => id === form.draft.productId);
  const match = asked && matchPack(asked, stock);
  const alike = match?.kind === 'same-number' ? lots.filter(({ id }) => match.lotIds.includes(id)) : [];
  const isNewCode = code !== null && !products.some(({ codes }) => codes.includes(code));
  return (
    <Modal opened onClose={onClose} title={words.add} centered closeOnClickOutside={false}>
      <ScannedBox today={today} onPack={takeOver} />
      {learned ? <p role="status">✓ {boxText.sameNumber.learned(learned.lotNumber)}</p> : null}
      {asked && alike.length > 0 ? (
        <SameNumberQuestion
          {...{ today }}
          pack={asked}
          lots={alike}
          onLearned={(lot) => {
            setLearned(lot);
            setAsked(null);
          }}
          onNo={() => {
            setAsked(null);
          }}
        />
      ) : null}
      <form
        hidden={alike.length > 0 || learned !== null}
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          const { lotNumber, ampoules } = form.draft;
          if (form.check() && product && expiresOn && !add.isPending)
            add.mutate({
              productId: product.id,
              lotNumber,
              expiresOn,
              ampoules: readAmpoules(ampoules),
              code,
            });
        }}
      >
        <Select
          label={words.product}
          description={isNewCode ? words.scan.newCode : undefined}
          required
          data={products.map((each) => ({
            value: each.id,
            label: `${each.name} ${strengthText(each.strengthUgPerMl)}, ${mlEnteredText(each.ampouleUl)}`,
          }))}
          value={form.draft.productId || null}
          error={form.errorOf('productId')}
          allowDeselect={false}
          onChange={(id) => {
            form.set('productId', id ?? '');
          }}
        />
        <TextInput label={words.lotNumber} required maxLength={30} {...textFieldOf(form, 'lotNumber')} />
        <TextInput
          label={words.expiresOn}
          description={expiresOn ? words.understoodAs(expiresOn) : words.expiresHint}
          required
          maxLength={20}
          {...textFieldOf(form, 'expiresOn')}
        />
        {expiresOn && expiresOn < today ? (
          <p className={styles.warn}>{words.expiredAlready(dateText(expiresOn))}</p>
        ) : null}
        <TextInput
          label={words.ampoules}
          description={words.ampoulesHint}
          inputMode="numeric"
          maxLength={6}
          {...textFieldOf(form, 'ampoules')}
        />
        <ErrorNote error={add.error} />
        <div className={styles.buttons}>
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button kind="main" submit busy={add.isPending}>
            {words.save}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
