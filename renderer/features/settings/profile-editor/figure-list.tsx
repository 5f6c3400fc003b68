import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { figureSummary, figureTitle } from '../../../text/profile-text.ts';
import { profileEditorText } from '../../../text/profile-editor-text.ts';
import { Button } from '../../../ui/button.tsx';
import { Disclosure } from './disclosure.tsx';
import type { FormTools } from './form-tools.ts';
import styles from './profile-editor.module.css';
import { SourceField } from './source-field.tsx';

interface FigureDraft {
  readonly id: string;
  readonly source: string;
}

interface FigureListProps<Draft extends FigureDraft> {
  readonly tools: FormTools;
  /** What the places of its figures begin with: `limit`. */
  readonly about: 'limit' | 'strength' | 'question';
  readonly drafts: readonly Draft[];
  /** What one is called that cannot be read. */
  readonly unnamed: string;
  readonly addWords: string;
  /** A fault of the whole list. */
  readonly fault: string | undefined;
  /** Why one cannot be removed; null: it can. */
  readonly stays?: (draft: Draft) => string | null;
  readonly onAdd: () => Draft;
  readonly onChange: (id: string, change: Partial<FigureDraft>) => void;
  readonly onRemove: (id: string) => void;
  readonly fieldsOf: (draft: Draft, faultOf: (field: string) => string | undefined) => ReactNode;
}

/** The figures of a list, one line each; one at a time is open. */
export function FigureList<Draft extends FigureDraft>(props: FigureListProps<Draft>) {
  const { tools, about, drafts } = props;
  const [open, setOpen] = useState<string | null>(null);
  return (
    <>
      {props.fault ? (
        <p className={styles.fault} role="alert">
          {props.fault}
        </p>
      ) : null}
      {drafts.map((draft) => {
        const place = `${about} ${draft.id}`;
        const figure = tools.figureOf(place);
        return (
          <Disclosure
            key={draft.id}
            level="figure"
            title={(figure && figureTitle(figure)) || props.unnamed}
            summary={figure ? figureSummary(figure) : profileEditorText.cannotRead}
            isOpen={open === draft.id}
            isChanged={tools.isChanged(place)}
            hasFault={tools.hasFault(place)}
            onToggle={() => {
              setOpen(open === draft.id ? null : draft.id);
            }}
          >
            {props.fieldsOf(draft, (field) => tools.faultOf(`${place} ${field}`))}
            <SourceField
              figure={figure}
              isLabels={tools.isLabels(place)}
              value={draft.source}
              fault={tools.faultOf(`${place} source`)}
              onChange={(source) => {
                props.onChange(draft.id, { source });
              }}
            />
            <div className={styles.buttons}>
              <Button
                size="small"
                icon={<IconTrash size={16} aria-hidden />}
                disabledBecause={props.stays?.(draft) ?? null}
                onClick={() => {
                  props.onRemove(draft.id);
                }}
              >
                {profileEditorText.remove}
              </Button>
            </div>
          </Disclosure>
        );
      })}
      <div className={styles.add}>
        <Button
          size="small"
          icon={<IconPlus size={16} aria-hidden />}
          onClick={() => {
            setOpen(props.onAdd().id);
          }}
        >
          {props.addWords}
        </Button>
      </div>
    </>
  );
}
