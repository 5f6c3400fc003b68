import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { StockLot } from '../../../../shared/contract/stock.ts';
import { otherExpiryOf } from '../../../../shared/domain/stock/match-pack.ts';
import { packCode, type ScannedPack } from '../../../../shared/domain/stock/read-scan.ts';
import type { CalendarDate } from '../../../../shared/kernel/time.ts';
import { useTRPC } from '../../../api/trpc.ts';
import { boxText, expiryText } from '../../../text/box-text.ts';
import { strengthText } from '../../../text/format.ts';
import { Button } from '../../../ui/button.tsx';
import { ErrorNote } from '../../../ui/failure-note.tsx';
import styles from './same-number-question.module.css';

const words = boxText.sameNumber;

interface SameNumberQuestionProps {
  readonly pack: ScannedPack;
  /** The lots of this number. */
  readonly lots: readonly StockLot[];
  readonly today: CalendarDate;
  readonly onLearned: (lot: StockLot) => void;
  readonly onNo: () => void;
}

/** A pack with a code that nobody has scanned before and the number of a lot in stock: somebody looks at the box and says. */
export function SameNumberQuestion({ pack, lots, today, onLearned, onNo }: SameNumberQuestionProps) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const learn = useMutation(trpc.stock.learnCode.mutationOptions());
  const code = packCode(pack);
  const keep = (lot: StockLot) => {
    if (code === null || learn.isPending) return;
    learn.mutate(
      { lotId: lot.id, code, packExpiresOn: pack.expiresOn },
      {
        onSuccess: (stock) => {
          queryClient.setQueryData(trpc.stock.get.queryKey(), stock);
          onLearned(lot);
        },
      },
    );
  };
  return (
    <section className={styles.question} aria-label={words.title}>
      <h3>{words.title}</h3>
      <p role="status">{words.why(pack.lotNumber ?? '')}</p>
      <ul>
        {lots.map((lot) => (
          <li key={lot.id}>
            <Candidate lot={lot} pack={pack} today={today} />
            <Button
              kind="main"
              busy={learn.isPending}
              onClick={() => {
                keep(lot);
              }}
            >
              {words.yes}
              <span className="pp-hidden">: {nameOf(lot)}</span>
            </Button>
          </li>
        ))}
      </ul>
      <p className={styles.hint}>{words.keeps}</p>
      <ErrorNote error={learn.error} />
      <Button onClick={onNo}>{words.no}</Button>
    </section>
  );
}

function Candidate({
  lot,
  pack,
  today,
}: Pick<SameNumberQuestionProps, 'pack' | 'today'> & { readonly lot: StockLot }) {
  const otherExpiry = otherExpiryOf(pack, lot);
  return (
    <div>
      <strong>{nameOf(lot)}</strong>
      <span>
        {lot.recalledBecause === null ? expiryText(lot.expiresOn, today) : `✕ ${boxText.unusable.recalled}`}
      </span>
      {otherExpiry === null ? null : (
        <span className={styles.warn}>▲ {words.otherExpiry(otherExpiry, lot.expiresOn)}</span>
      )}
    </div>
  );
}

/** `Aethoxysklerol 0.5 %, lot P4506D` */
export function nameOf({ product, lotNumber }: Pick<StockLot, 'product' | 'lotNumber'>): string {
  return `${product.name} ${strengthText(product.strengthUgPerMl)}, lot ${lotNumber}`;
}
