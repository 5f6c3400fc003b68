import { IconMapPin, IconNote, IconRuler2 } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { VEIN_COLOURS, type Vein } from '../../../shared/domain/leg-map/vein.ts';
import type { MapMark } from '../../../shared/domain/leg-map/map-mark.ts';
import type { VeinState } from '../../canvas/vein-mark.ts';
import { VeinSymbol } from '../../canvas/vein-symbol.tsx';
import { LEGEND_WORDS } from '../../text/map-list-text.ts';
import { COLOUR_WORDS } from '../../text/map-text.ts';
import { SessionBadge } from '../../ui/session-badge.tsx';
import { HatchSign, StateSign } from './legend-signs.tsx';
import type { LegendFacts } from './legend-facts.ts';
import styles from './map-page.module.css';

const KINDS = {
  reticular: { word: 'Reticular', vein: { kind: 'reticular', pattern: 'line', colour: 'blue-green' } },
  varicose: { word: 'Varicose', vein: { kind: 'varicose', pattern: 'line', colour: 'blue-green' } },
  web: { word: 'Telangiectasia web', vein: { kind: 'telangiectasia', pattern: 'web', colour: 'red' } },
  line: { word: 'Line', vein: { kind: 'telangiectasia', pattern: 'line', colour: 'red' } },
} as const;

const STATES = [
  'injected',
  'responding',
  'cleared',
  'recurred',
  'new',
] as const satisfies readonly VeinState[];

const MARK_SIGNS: Readonly<Record<MapMark['mark'], ReactNode>> = {
  site: <IconMapPin size={15} aria-hidden />,
  note: <IconNote size={15} aria-hidden />,
  scale: <IconRuler2 size={15} aria-hidden />,
};

/** What the signs on the map mean: only those that are on it, of the layers that are on. */
export function MapLegend({ facts }: { readonly facts: LegendFacts }) {
  const { kinds, colours, sessions, states, marks } = facts;
  return (
    <div className={styles.legend} role="note" aria-label={LEGEND_WORDS.title}>
      <strong>{LEGEND_WORDS.title}</strong>
      {facts.nothing === null ? null : (
        <span>{facts.nothing === 'hidden' ? LEGEND_WORDS.hidden : LEGEND_WORDS.nothing}</span>
      )}
      {kinds.map((kind) => (
        <span key={kind}>
          <VeinSymbol vein={KINDS[kind].vein} size={18} /> {KINDS[kind].word}
        </span>
      ))}
      <Colours colours={colours} />
      {sessions.length === 0 ? null : (
        <span>
          {sessions.map((number) => (
            <SessionBadge key={number} number={number} size={18} />
          ))}{' '}
          {LEGEND_WORDS.plannedSession}
        </span>
      )}
      {states.has('carried-over') ? (
        <span>
          <HatchSign /> {LEGEND_WORDS.carriedOver}
        </span>
      ) : null}
      {STATES.filter((state) => states.has(state)).map((state) => (
        <span key={state}>
          <StateSign state={state} /> {LEGEND_WORDS[state]}
        </span>
      ))}
      {marks.map((mark) => (
        <span key={mark}>
          {MARK_SIGNS[mark]} {LEGEND_WORDS[mark]}
        </span>
      ))}
    </div>
  );
}

/** The colours that say something in words as well: blue-green goes without saying. */
function Colours({ colours }: { readonly colours: ReadonlySet<Vein['colour']> }) {
  const shown = VEIN_COLOURS.filter((colour) => colour !== 'blue-green' && colours.has(colour));
  if (shown.length === 0) return null;
  return (
    <span>
      {shown.map((colour, index) => (
        <span key={colour}>
          {index === 0 ? '' : '· '}
          <b className={styles[colour]}>{COLOUR_WORDS[colour]}</b>
        </span>
      ))}
    </span>
  );
}
