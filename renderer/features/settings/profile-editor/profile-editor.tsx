import { Modal, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { compareProfiles } from '../../../../shared/domain/dose/compare-profiles.ts';
import { widerThanLabel } from '../../../../shared/domain/dose/wider-than-label.ts';
import { failureOf } from '../../../api/failure-of.ts';
import { useTRPC } from '../../../api/trpc.ts';
import { useMayNot } from '../../../api/use-clinic.ts';
import { profileEditorText } from '../../../text/profile-editor-text.ts';
import { Button } from '../../../ui/button.tsx';
import { StatusChip } from '../../../ui/chip.tsx';
import { ErrorNote } from '../../../ui/failure-note.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { AftercarePart } from './aftercare-part.tsx';
import { ChangeList, WiderNote } from './change-list.tsx';
import { Disclosure } from './disclosure.tsx';
import { ExamplePanel } from './example-panel.tsx';
import { LimitsPart, QuestionsPart, StrengthsPart } from './figure-parts.tsx';
import { formToolsOf, type FormTools } from './form-tools.ts';
import { CoursePart, TimesPart } from './plain-parts.tsx';
import { readDraft } from './profile-draft.ts';
import {
  changeProfileDraft,
  closeProfileEdit,
  dropProfileEdit,
  isTouched,
  type ProfileEdit,
} from './profile-edits.ts';
import { sectionHasChange, sectionHasFault, sectionSummary, SECTIONS, type Section } from './sections.ts';
import styles from './profile-editor.module.css';

const words = profileEditorText;

/** The form of a profile of the clinic's own; beside it what every rule does on an example patient. */
export function ProfileEditor({ edit }: { readonly edit: ProfileEdit }) {
  const { before, label, baseVersion, draft } = edit;
  const [open, setOpen] = useState<Section | null>('limits');
  const [discarding, setDiscarding] = useState(false);
  const read = readDraft(draft, edit);
  const tools = formToolsOf(edit, draft, read, (change) => {
    changeProfileDraft(before.id, change);
  });
  const save = useSaveProfile(edit);
  const mayNot = useMayNot('profile/edit');
  const faults = Object.keys(read.faults).length;
  const touched = isTouched(edit);
  const saveNow = () => {
    const faulty = SECTIONS.find((section) => sectionHasFault(section, tools));
    if (faulty) setOpen(faulty);
    else save.mutate({ profileId: before.id, baseVersion, content: read.content });
  };
  return (
    <div className={styles.editor}>
      <Panel
        title={before.name}
        aside={words.becomes(before.version, baseVersion + 1)}
        className={styles.form}
        end={
          <>
            {touched ? <StatusChip tone="warn">{words.unsaved}</StatusChip> : null}
            {touched ? (
              <Button
                size="small"
                onClick={() => {
                  setDiscarding(true);
                }}
              >
                {words.discard}
              </Button>
            ) : null}
            <Button size="small" onClick={closeProfileEdit}>
              {words.leave}
            </Button>
            <Button
              size="small"
              kind="main"
              busy={save.isPending}
              disabledBecause={mayNot ?? (touched ? null : words.nothingChanged)}
              onClick={saveNow}
            >
              {words.save(baseVersion + 1)}
            </Button>
          </>
        }
      >
        <div className={styles.body}>
          <div className={styles.notes}>
            <SaveProblem error={save.error} />
            {faults > 0 ? (
              <span className={styles.faults} role="status">
                {words.mend(faults)}
              </span>
            ) : null}
            <WiderNote wider={widerThanLabel(read.content, label)} />
          </div>
          {SECTIONS.map((section) => (
            <Disclosure
              key={section}
              level="section"
              title={words.sections[section]}
              summary={sectionSummary(section, tools, edit)}
              isOpen={open === section}
              isChanged={sectionHasChange(section, tools, edit)}
              hasFault={sectionHasFault(section, tools)}
              onToggle={() => {
                setOpen(open === section ? null : section);
              }}
            >
              {partOf(section, tools, edit)}
            </Disclosure>
          ))}
        </div>
      </Panel>
      <ExamplePanel rules={read.content} isWhole={read.isWhole} />
      {discarding ? (
        <DiscardDialog
          id={before.id}
          onClose={() => {
            setDiscarding(false);
          }}
        />
      ) : null}
    </div>
  );
}

function useSaveProfile({ before }: ProfileEdit) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return useMutation(
    trpc.profiles.save.mutationOptions({
      onSuccess: async () => {
        await queryClient.invalidateQueries(trpc.profiles.pathFilter());
        dropProfileEdit(before.id);
      },
    }),
  );
}

function partOf(section: Section, tools: FormTools, edit: ProfileEdit): ReactNode {
  switch (section) {
    case 'limits':
      return <LimitsPart tools={tools} />;
    case 'strengths':
      return <StrengthsPart tools={tools} />;
    case 'questions':
      return <QuestionsPart tools={tools} />;
    case 'times':
      return <TimesPart tools={tools} />;
    case 'aftercare':
      return <AftercarePart tools={tools} />;
    case 'course':
      return <CoursePart tools={tools} />;
    case 'summary':
      return <SummaryPart tools={tools} />;
    case 'changes':
      return <ChangesPart tools={tools} edit={edit} />;
  }
}

function SummaryPart({ tools }: { readonly tools: FormTools }) {
  return (
    <Textarea
      label={words.fields.summary}
      maxLength={400}
      autosize
      minRows={2}
      value={tools.draft.summary}
      onChange={(event) => {
        const summary = event.currentTarget.value.replaceAll('\n', ' ');
        tools.change((draft) => ({ ...draft, summary }));
      }}
    />
  );
}

function ChangesPart({ tools, edit }: { readonly tools: FormTools; readonly edit: ProfileEdit }) {
  const { content } = tools.read;
  return (
    <>
      <ChangeList
        title={words.changes.before(edit.before.version)}
        changes={compareProfiles(edit.before, content)}
      />
      <ChangeList
        title={words.changes.label(edit.label.name)}
        changes={compareProfiles(edit.label, content)}
      />
    </>
  );
}

/** Why it was not saved. Of a conflict the way on is said: nothing of the work is thrown away for it. */
function SaveProblem({ error }: { readonly error: unknown }) {
  if (!error) return null;
  return (
    <>
      <ErrorNote error={error} />
      {failureOf(error).code === 'conflict' ? (
        <p className={styles.labelSource}>{words.conflictHint}</p>
      ) : null}
    </>
  );
}

function DiscardDialog({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  return (
    <Modal opened onClose={onClose} title={words.discardTitle} centered>
      <p>{words.discardHint}</p>
      <div className={styles.buttons}>
        <Button onClick={onClose}>{words.keep}</Button>
        <Button
          kind="danger"
          onClick={() => {
            dropProfileEdit(id);
          }}
        >
          {words.discard}
        </Button>
      </div>
    </Modal>
  );
}
