import { useEffect, useRef } from 'react';
import { VEIN_KINDS } from '../../../shared/domain/leg-map/vein.ts';
import { REGIONS, type Region } from '../../../shared/domain/leg-map/region.ts';
import { LIST_WORDS } from '../../text/map-list-text.ts';
import { KIND_WORDS, REGION_WORDS } from '../../text/map-text.ts';
import type { ListedVein, ListFilter } from './list-order.ts';
import styles from './list-filter.module.css';

interface ListFilterProps {
  readonly filter: ListFilter;
  /** All veins of the legs that are shown: the filter offers what they have. */
  readonly veins: readonly ListedVein[];
  readonly onChange: (filter: ListFilter) => void;
}

/** What the list is narrowed down to. */
export function ListFilterBar({ filter, veins, onChange }: ListFilterProps) {
  const text = useRef<HTMLInputElement>(null);
  useEffect(() => {
    text.current?.focus();
  }, []);
  const regions = new Set(veins.map(({ measures }) => measures.region));
  const sessions = new Set(veins.flatMap(({ session }) => session ?? []));
  const choose = (part: Partial<ListFilter>) => {
    onChange({ ...filter, ...part });
  };
  return (
    <div className={styles.filter} role="search" aria-label={LIST_WORDS.filter}>
      <input
        ref={text}
        type="search"
        className={styles.text}
        aria-label={LIST_WORDS.filterText}
        placeholder={LIST_WORDS.filterHint}
        value={filter.text}
        onChange={(event) => {
          choose({ text: event.currentTarget.value });
        }}
      />
      <Narrowing
        none={LIST_WORDS.anyKind}
        value={filter.kind}
        options={VEIN_KINDS.map((kind) => ({ value: kind, word: KIND_WORDS[kind] }))}
        onChange={(kind) => {
          choose({ kind });
        }}
      />
      <Narrowing
        none={LIST_WORDS.anyRegion}
        value={filter.region}
        options={REGIONS.filter((region) => regions.has(region)).map((region: Region) => ({
          value: region,
          word: REGION_WORDS[region],
        }))}
        onChange={(region) => {
          choose({ region });
        }}
      />
      <Narrowing
        none={LIST_WORDS.anySession}
        value={filter.session}
        options={[
          ...[...sessions]
            .toSorted((a, b) => a - b)
            .map((number) => ({ value: number, word: LIST_WORDS.session(number) })),
          { value: 'not-planned' as const, word: LIST_WORDS.notPlannedOption },
        ]}
        onChange={(session) => {
          choose({ session });
        }}
      />
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={filter.toConfirm}
          onChange={(event) => {
            choose({ toConfirm: event.currentTarget.checked });
          }}
        />
        {LIST_WORDS.onlyToConfirm}
      </label>
    </div>
  );
}

interface NarrowingProps<Value extends string | number> {
  /** What stands there while nothing is narrowed; says what the choice is about. */
  readonly none: string;
  readonly value: Value | null;
  readonly options: readonly { readonly value: Value; readonly word: string }[];
  readonly onChange: (value: Value | null) => void;
}

function Narrowing<Value extends string | number>({ none, value, options, onChange }: NarrowingProps<Value>) {
  return (
    <select
      aria-label={none}
      className={styles.choice}
      value={value ?? ''}
      onChange={(event) => {
        const chosen = options.find((option) => String(option.value) === event.currentTarget.value);
        onChange(chosen?.value ?? null);
      }}
    >
      <option value="">{none}</option>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.word}
        </option>
      ))}
    </select>
  );
}
