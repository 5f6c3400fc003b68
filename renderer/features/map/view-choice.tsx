import { ASPECTS, type Aspect } from '../../../shared/domain/leg-map/vein.ts';
import { LOOK_WORDS } from '../../text/map-list-text.ts';
import { ASPECT_WORDS } from '../../text/map-text.ts';
import { withAspects, type MapLook, type ShownViews } from './map-look.ts';
import styles from './map-page.module.css';

const PAIRS: readonly (readonly [Aspect, Aspect])[] = [
  ['anterior', 'posterior'],
  ['medial', 'lateral'],
  ['anterior', 'medial'],
  ['posterior', 'lateral'],
];

/** Which views of the legs: all, two, or one of them. */
export function ViewChoice({
  legs,
  aspects,
  onChange,
}: ShownViews & { readonly onChange: (look: MapLook) => void }) {
  const all = ASPECTS.length * (legs === 'both' ? 2 : 1);
  const choices = [
    { value: 'all', word: LOOK_WORDS.all(all), aspects: ASPECTS },
    ...ASPECTS.map((aspect) => ({
      value: aspect,
      word: LOOK_WORDS.only(ASPECT_WORDS[aspect]),
      aspects: [aspect],
    })),
    ...PAIRS.map((pair) => ({
      value: pair.join('+'),
      word: LOOK_WORDS.pair(ASPECT_WORDS[pair[0]], ASPECT_WORDS[pair[1]]),
      aspects: pair,
    })),
  ];
  const chosen = choices.find((choice) => choice.aspects.join() === aspects.join());
  return (
    <select
      className={styles.viewChoice}
      aria-label={LOOK_WORDS.views}
      value={chosen?.value ?? 'all'}
      onChange={(event) => {
        const choice = choices.find(({ value }) => value === event.currentTarget.value);
        if (choice !== undefined) onChange(withAspects({ legs, aspects }, choice.aspects));
      }}
    >
      {choices.map(({ value, word }) => (
        <option key={value} value={value}>
          {word}
        </option>
      ))}
    </select>
  );
}
