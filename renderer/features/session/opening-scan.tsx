import { useQuery } from '@tanstack/react-query';
import { matchPack } from '../../../shared/domain/stock/match-pack.ts';
import type { ScanReading } from '../../../shared/domain/stock/read-scan.ts';
import type { CalendarDate } from '../../../shared/kernel/time.ts';
import { useTRPC } from '../../api/trpc.ts';
import { earlyScanText } from '../../text/early-scan-text.ts';
import styles from './opening.module.css';

interface OpeningScanProps {
  readonly scan: ScanReading | null;
  readonly today: CalendarDate;
}

/** What the box is that was scanned before the session is open, and that it comes after the checks. */
export function OpeningScan({ scan, today }: OpeningScanProps) {
  const trpc = useTRPC();
  const stock = useQuery({ ...trpc.stock.get.queryOptions(), enabled: scan !== null });
  const match = scan?.kind === 'read' && stock.data ? matchPack(scan.pack, stock.data) : null;
  const lot =
    match?.kind === 'known' ? (stock.data?.lots.find(({ id }) => id === match.lotId) ?? null) : null;
  const isReady = scan !== null && (scan.kind !== 'read' || stock.data !== undefined);
  const says = isReady ? earlyScanText(scan, lot, today) : null;
  return (
    <p role="status" className={styles.scan} data-bad={says?.isBad || undefined}>
      {says?.words}
    </p>
  );
}
