import type { SessionView } from '../../../shared/contract/session.ts';
import type { PackMatch } from '../../../shared/domain/stock/match-pack.ts';
import type { ScannedPack } from '../../../shared/domain/stock/read-scan.ts';
import type { LotId } from '../../../shared/kernel/ids.ts';
import type { CalendarDate } from '../../../shared/kernel/time.ts';
import { boxText, foamText, outOfStockText } from '../../text/box-text.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/failure-note.tsx';
import { strengthsOutOfStock, type BoxChoice } from './box-choices.ts';
import { BoxList } from './box-list.tsx';
import { FormChoice } from './form-choice.tsx';
import { ScanLine } from './scan-line.tsx';
import styles from './session.module.css';
import type { ScannedReading } from './use-scanned-pack.ts';
import type { SessionWrites } from './use-session.ts';
import type { TakenBox } from './use-taken-box.ts';

interface SyringeChoiceProps {
  readonly view: SessionView;
  readonly today: CalendarDate;
  readonly taken: TakenBox;
  readonly scanned: ScannedReading;
  /** What was scanned, if it could be read, and what it is to the stock. */
  readonly pack: ScannedPack | null;
  readonly match: PackMatch | null;
  readonly choices: readonly BoxChoice[];
  readonly picked: LotId | null;
  readonly openBox: SessionWrites['openBox'];
  readonly onPick: (lotId: LotId) => void;
  readonly onType: () => void;
  readonly onClose: () => void;
}

/** The boxes to choose from, or the one that was scanned, to be confirmed. */
export function SyringeChoice(props: SyringeChoiceProps) {
  const { view, today, taken, scanned, pack, match, choices, openBox, onPick } = props;
  const lotId = match?.kind === 'known' ? match.lotId : props.picked;
  const choice = choices.find(({ lot }) => lot.id === lotId) ?? null;
  const whyNot = choice ? whyNotTaken(choice, pack, today) : 'Choose a box';
  const isScanned = match?.kind === 'known';
  const out = strengthsOutOfStock(choices, view.due);
  return (
    <div className={styles.dialog}>
      <ScanLine {...scanned} {...{ match, choice, whyNot }} />
      {out.length > 0 ? <p className={styles.boxWarn}>▲ {outOfStockText(out)}</p> : null}
      <FormChoice
        form={taken.form}
        gasParts={taken.gasParts}
        says={choice && foamText(taken.preparationOf(choice.lot))}
        onForm={taken.setForm}
        onGasParts={taken.setGasParts}
      />
      <BoxList
        {...{ choices, lotId, today }}
        isFocused={!isScanned}
        onPick={({ lot, group }) => {
          scanned.clear();
          onPick(lot.id);
          if (group === 'here') taken.take(lot);
        }}
        onTake={({ lot }) => {
          scanned.clear();
          onPick(lot.id);
          taken.take(lot);
        }}
      />
      <ErrorNote error={openBox.error} />
      <div className={styles.dialogEnd}>
        <Button className={styles.typeBox} onClick={props.onType}>
          {boxText.typeBox}
        </Button>
        <Button onClick={props.onClose}>Cancel</Button>
        <Button
          // Each scan leads the keys here: Enter confirms it.
          key={isScanned ? scanned.count : null}
          kind="main"
          focused={isScanned}
          busy={openBox.isPending}
          disabledBecause={whyNot}
          onClick={() => {
            if (choice) taken.take(choice.lot);
          }}
        >
          {choice && !taken.opened.has(choice.lot.id)
            ? `Open box ${choice.lot.lotNumber}`
            : 'Take this syringe'}
        </Button>
      </div>
    </div>
  );
}

/** Why a box cannot be taken; null: it can. `pack`: the one in the scanner’s sight, which may name a day that has passed. */
export function whyNotTaken(
  { lot, unusable }: BoxChoice,
  pack: Pick<ScannedPack, 'expiresOn'> | null,
  today: CalendarDate,
): string | null {
  if (unusable !== null) return `Lot ${lot.lotNumber} is ${boxText.unusable[unusable]}: it cannot be used`;
  const packExpiresOn = pack?.expiresOn ?? null;
  return packExpiresOn !== null && packExpiresOn < today ? boxText.packExpired(packExpiresOn) : null;
}
