import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import type { PatientHit } from '../../../shared/contract/patient.ts';
import type { PatientId } from '../../../shared/kernel/ids.ts';
import { useTRPC } from '../../api/trpc.ts';
import { dateText, nameText, sexLetter } from '../../text/format.ts';
import { todayText } from '../../text/today-text.ts';
import { ErrorNote } from '../../ui/failure-note.tsx';
import styles from './patient-search.module.css';

/** As many as can be taken in at a glance; whoever is not among them is found by another letter. */
const MOST_HITS = 8;

/** Finds a patient by a few letters. Arrows choose, Enter opens, Escape clears; Ctrl+K comes here from anywhere. */
export function PatientSearch({ onChoose }: { readonly onChoose: (id: PatientId) => void }) {
  const trpc = useTRPC();
  const listId = useId();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState(0);
  const [asked] = useDebouncedValue(text.trim(), 120);
  const search = useQuery(
    trpc.patients.search.queryOptions(asked === '' ? skipToken : { text: asked, limit: MOST_HITS }, {
      placeholderData: keepPreviousData,
    }),
  );
  useFocusByShortcut(input);
  const isOpen = text.trim() !== '' && asked !== '';
  const hits = isOpen ? (search.data ?? []) : [];
  const isFresh = asked === text.trim() && !search.isPlaceholderData;
  const current = Math.min(chosen, hits.length - 1);
  const onKeyDown = (event: KeyboardEvent) => {
    const hit = hits[current];
    if (event.key === 'ArrowDown') setChosen(Math.min(current + 1, hits.length - 1));
    else if (event.key === 'ArrowUp') setChosen(Math.max(current - 1, 0));
    // Enter opens only what the text on the screen has found, never what an earlier text had.
    else if (event.key === 'Enter' && hit && isFresh) onChoose(hit.id);
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
          aria-activedescendant={hits[current] ? `${listId}${hits[current].id}` : undefined}
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
          <ErrorNote error={search.error} />
          <ul id={listId} role="listbox" aria-label={todayText.hits(hits.length)}>
            {hits.map((hit, index) => (
              <Hit
                key={hit.id}
                id={`${listId}${hit.id}`}
                hit={hit}
                isCurrent={index === current}
                onChoose={onChoose}
              />
            ))}
          </ul>
          {isFresh && search.data?.length === 0 ? <p role="status">{todayText.noHits}</p> : null}
        </div>
      ) : null}
    </div>
  );
}

interface HitProps {
  readonly id: string;
  readonly hit: PatientHit;
  readonly isCurrent: boolean;
  readonly onChoose: (id: PatientId) => void;
}

function Hit({ id, hit, isCurrent, onChoose }: HitProps) {
  return (
    <li
      id={id}
      role="option"
      aria-selected={isCurrent}
      onPointerDown={(event) => {
        // Keeps the focus in the field, so that the list does not go before the click comes.
        event.preventDefault();
      }}
      onClick={() => {
        onChoose(hit.id);
      }}
    >
      <strong>{nameText(hit)}</strong>
      <span>
        {dateText(hit.birthDate)} · {sexLetter(hit.sex)}
      </span>
      <span className="pp-code">{hit.recordNumber}</span>
    </li>
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
