import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useId, type ReactNode } from 'react';
import { StatusChip } from '../../../ui/chip.tsx';
import { profileEditorText } from '../../../text/profile-editor-text.ts';
import styles from './profile-editor.module.css';

interface DisclosureProps {
  readonly title: string;
  /** What it holds, in a line: all that is seen while it is closed. */
  readonly summary: string;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
  /** A section of the form, or one figure in it. */
  readonly level: 'section' | 'figure';
  readonly isChanged?: boolean;
  readonly hasFault?: boolean;
  readonly children: ReactNode;
}

/** A line that opens. What is wrong or changed in it is said on the line, open or not. */
export function Disclosure(props: DisclosureProps) {
  const { title, summary, isOpen, level } = props;
  const id = useId();
  const Chevron = isOpen ? IconChevronDown : IconChevronRight;
  const head = (
    <button
      type="button"
      className={styles.head}
      aria-expanded={isOpen}
      aria-controls={isOpen ? id : undefined}
      onClick={props.onToggle}
    >
      <Chevron size={18} aria-hidden />
      <span className={styles.headTitle}>{title}</span>
      <span className={styles.headSummary}>{summary}</span>
      {props.hasFault ? <StatusChip tone="hard">{profileEditorText.mendHere}</StatusChip> : null}
      {props.isChanged ? (
        <StatusChip tone="info" icon={null}>
          {profileEditorText.changed}
        </StatusChip>
      ) : null}
    </button>
  );
  return (
    <div className={level === 'section' ? styles.section : styles.figure} data-open={isOpen || undefined}>
      {level === 'section' ? <h3>{head}</h3> : head}
      {isOpen ? (
        <div id={id} className={level === 'section' ? styles.sectionBody : styles.figureBody}>
          {props.children}
        </div>
      ) : null}
    </div>
  );
}
