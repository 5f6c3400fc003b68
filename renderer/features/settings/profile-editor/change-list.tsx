import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import type { FigureChange } from '../../../../shared/domain/dose/compare-profiles.ts';
import type { WiderFigure } from '../../../../shared/domain/dose/wider-than-label.ts';
import { profileEditorText } from '../../../text/profile-editor-text.ts';
import { figureFields, figureSummary, figureTitle, widerText } from '../../../text/profile-text.ts';
import { Button } from '../../../ui/button.tsx';
import styles from './change-list.module.css';

const words = profileEditorText.changes;
/** So many are shown before more are asked for. */
const FEW = 8;

interface ChangeListProps {
  readonly title: string;
  readonly changes: readonly FigureChange[];
}

/** What differs between two versions: by figure and field, old → new. */
export function ChangeList({ title, changes }: ChangeListProps) {
  const [all, setAll] = useState(false);
  const shown = all ? changes : changes.slice(0, FEW);
  return (
    <section className={styles.changes} aria-label={title}>
      <h3>{title}</h3>
      {changes.length === 0 ? <p className={styles.quiet}>{words.none}</p> : null}
      <ul>
        {shown.map((change) => (
          <ChangeItem key={keyOf(change)} change={change} />
        ))}
      </ul>
      {shown.length < changes.length ? (
        <Button
          size="small"
          onClick={() => {
            setAll(true);
          }}
        >
          {words.more(changes.length)}
        </Button>
      ) : null}
    </section>
  );
}

function ChangeItem({ change: { before, after } }: { readonly change: FigureChange }) {
  const figure = after ?? before;
  if (!figure) return null;
  const old = before ? figureFields(before) : [];
  const differing = after
    ? figureFields(after).flatMap((field) => {
        const was = old.find(({ label }) => label === field.label)?.text;
        return was === undefined || was === field.text ? [] : [{ ...field, was }];
      })
    : [];
  return (
    <li>
      <strong>{figureTitle(figure)}</strong>
      {before && after ? null : (
        <span>
          {after ? words.added : words.removed}: {figureSummary(figure)}
        </span>
      )}
      {differing.map(({ label, was, text }) => (
        <span key={label}>
          {label}: <del>{was}</del> → <ins>{text}</ins>
        </span>
      ))}
    </li>
  );
}

/** Where the clinic lets through more than the label: allowed, and said loudly. */
export function WiderNote({ wider }: { readonly wider: readonly WiderFigure[] }) {
  if (wider.length === 0) return null;
  return (
    <div className={styles.wider} role="note" aria-label={words.wider}>
      <strong>
        <IconAlertTriangle size={18} aria-hidden /> {words.wider}
      </strong>
      <ul>
        {wider.map((figure) => (
          <li key={`${widerText(figure)} ${figure.by}`}>{widerText(figure)}</li>
        ))}
      </ul>
    </div>
  );
}

function keyOf({ before, after }: FigureChange): string {
  const figure = after ?? before;
  return `${figure?.about ?? ''} ${figure?.key ?? ''}`;
}
