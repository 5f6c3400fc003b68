import { useState } from 'react';
import type { Vein } from '../../../shared/domain/leg-map/vein.ts';
import type { VeinId } from '../../../shared/kernel/ids.ts';
import { FIELD_WORDS } from '../../text/map-list-text.ts';
import { VeinChoice } from './vein-choice.tsx';

interface FeederFieldProps {
  readonly vein: Vein;
  readonly veins: readonly Vein[];
  readonly onChange: (feederId: VeinId | null) => void;
}

/** On a map with more veins than this the others are listed once the field is gone to. */
const LISTED_AT_ONCE = 300;

/** Which vein feeds this one: any of the same leg that does not get its blood from it. */
export function FeederField({ vein, veins, onChange }: FeederFieldProps) {
  const [reached, setReached] = useState(false);
  const feeders =
    reached || veins.length <= LISTED_AT_ONCE ? possibleFeeders(vein, veins) : presentFeeder(vein, veins);
  return (
    <VeinChoice
      label={FIELD_WORDS.feeder}
      value={vein.feederId}
      veins={feeders}
      none={FIELD_WORDS.noFeeder}
      onFocus={() => {
        setReached(true);
      }}
      onChange={onChange}
    />
  );
}

function possibleFeeders(vein: Vein, veins: readonly Vein[]): readonly Vein[] {
  const fed = fedBy(vein, veins);
  return veins.filter((other) => other.leg === vein.leg && !fed.has(other.id));
}

function presentFeeder(vein: Vein, veins: readonly Vein[]): readonly Vein[] {
  return veins.filter(({ id }) => id === vein.feederId);
}

/** The vein itself and all that gets its blood from it, directly or not. */
function fedBy(vein: Vein, veins: readonly Vein[]): ReadonlySet<VeinId> {
  const children = Map.groupBy(veins, ({ feederId }) => feederId);
  const fed = new Set<VeinId>([vein.id]);
  for (const id of fed) for (const child of children.get(id) ?? []) fed.add(child.id);
  return fed;
}
