import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { LOT_SEARCH_FROM } from '../../../shared/contract/day.ts';
import type { LotId, PatientId } from '../../../shared/kernel/ids.ts';
import { useTRPC } from '../../api/trpc.ts';
import { todayText } from '../../text/today-text.ts';
import { ErrorNote } from '../../ui/failure-note.tsx';
import styles from './patient-search.module.css';
import { SearchHitRow } from './search-hit-row.tsx';
import { searchHits, type SearchHit } from './search-hits.ts';

/** As many as can be taken in at a glance; whoever is not among them is found by another letter. */
const MOST_HITS = 8;
const MOST_LOTS = 4;

interface PatientSearchProps {
  readonly onChoose: (id: PatientId) => void;
  /** Absent: lots are not looked for. */
  readonly onChooseLot?: (id: LotId) => void;
}

/** Finds a patient by a few letters, or a lot by a part of its number. Arrows choose, Enter opens, Escape clears; Ctrl+K comes here from anywhere. */
export function PatientSearch({ onChoose, onChooseLot }: PatientSearchProps) {
  const trpc = useTRPC();
  const listId = useId();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState(0);
  // Enter came while the answer to the last letters was still on its way: what was marked then is opened if it is marked by that answer too.
  const wanted = useRef<SearchHit['id'] | null>(null);
  const [asked] = useDebouncedValue(text.trim(), 120);
  const search = useQuery(
    trpc.patients.search.queryOptions(asked === '' ? skipToken : { text: asked, limit: MOST_HITS }, {
      placeholderData: keepPreviousData,
    }),
  );
  const withLots = onChooseLot !== undefined && asked.length >= LOT_SEARCH_FROM;
  const lotSearch = useQuery(
    trpc.day.findLots.queryOptions(withLots ? { text: asked, limit: MOST_LOTS } : skipToken, {
      placeholderData: keepPreviousData,
    }),
  );
  useFocusByShortcut(input);
  const isOpen = text.trim() !== '' && asked !== '';
  const patients = isOpen ? (search.data ?? []) : [];
  const lots = isOpen && withLots ? (lotSearch.data ?? []) : [];
  const hits = searchHits(patients, lots);
  const isFresh =
    asked === text.trim() &&
    !search.isPlaceholderData &&
    !(withLots && (lotSearch.isPlaceholderData || lotSearch.isPending));
  const choose = (found: SearchHit) => {
    if (found.kind === 'patient') onChoose(found.id);
    else onChooseLot?.(found.id);
  };
  const current = Math.min(chosen, hits.length - 1);
  const hit = hits[current];
  useEffect(() => {
    if (wanted.current === null || !isFresh) return;
    const isStillMarked = hit?.id === wanted.current;
    wanted.current = null;
    if (hit && isStillMarked) choose(hit);
  });
  const onKeyDown = (event: KeyboardEvent) => {
    wanted.current = null;
    if (event.key === 'ArrowDown') setChosen(Math.max(0, Math.min(current + 1, hits.length - 1)));
    else if (event.key === 'ArrowUp') setChosen(Math.max(current - 1, 0));
    // Enter opens only what the text on the screen has found, never what an earlier text had.
    else if (event.key === 'Enter' && hit && isFresh) choose(hit);
    else if (event.key === 'Enter' && hit) wanted.current = hit.id;
    else if (event.key === 'Escape') setText('');
    else return;
    event.preventDefault();
  };
  return (
    <div className={styles.search}>
      <label className={styles.box}>
        <IconSearch size={22} aria-hidden />
        <input
          ref={input}
          autoFocus
          type="text"
          role="combobox"
          aria-label={todayText.search}
          aria-expanded={isOpen}
          aria-controls={listId}
          aria-activedescendant={hit ? `${listId}${hit.id}` : undefined}
          aria-autocomplete="list"
          placeholder={todayText.search}
          maxLength={80}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
            setChosen(0);
          }}
          onKeyDown={onKeyDown}
        />
        <kbd>{todayText.searchKeys}</kbd>
      </label>
      {isOpen ? (
        <div className={styles.results}>
          <ErrorNote error={search.error ?? lotSearch.error} />
          <ul id={listId} role="listbox" aria-label={todayText.hits(patients.length, lots.length)}>
            {hits.map((found, index) => (
              <SearchHitRow
                key={found.id}
                id={`${listId}${found.id}`}
                hit={found}
                isCurrent={index === current}
                onChoose={choose}
              />
            ))}
          </ul>
          {isFresh && search.data && hits.length === 0 ? (
            <p role="status">
              {todayText.noHits(asked)} {todayText.noHitsHint(withLots)}
            </p>
          ) : null}
        </div>
      ) : null}
    </div>
  );
}

function useFocusByShortcut(input: { readonly current: HTMLInputElement | null }): void {
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') input.current?.select();
    };
    window.addEventListener('keydown', onKey);
    return () => {
      window.removeEventListener('keydown', onKey);
    };
  }, [input]);
}
