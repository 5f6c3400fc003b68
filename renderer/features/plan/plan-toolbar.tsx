import { IconArrowBackUp, IconArrowForwardUp, IconMap2 } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { PlanOrder } from '../../../shared/domain/plan/planner.ts';
import type { LabelProfile } from '../../../shared/domain/dose/label-profile.ts';
import type { CalendarDate } from '../../../shared/kernel/time.ts';
import { Button } from '../../ui/button.tsx';
import { PageBar } from '../../ui/page-bar.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { UnapprovedProfileNote } from '../../ui/unapproved-profile-note.tsx';
import type { PlanEditor, SaveState } from './plan-editor.ts';
import { PlanSaved } from './plan-notes.tsx';
import type { PlanWishes } from './plan-options.ts';
import { PlanOptionsMenu } from './plan-options-menu.tsx';
import styles from './plan-toolbar.module.css';

interface PlanToolbarProps {
  readonly wishes: PlanWishes;
  readonly onWishes: (wishes: PlanWishes) => void;
  readonly profile: LabelProfile;
  readonly profileApproved: boolean;
  readonly today: CalendarDate;
  readonly showsMap: boolean;
  readonly onShowMap: (shown: boolean) => void;
  readonly editor: PlanEditor;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly save: SaveState;
  /** More buttons, before undo and redo. */
  readonly children?: ReactNode;
}

const ORDERS: readonly { readonly value: PlanOrder; readonly label: string }[] = [
  { value: 'fewest', label: 'Fewest' },
  { value: 'balanced', label: 'Balanced' },
  { value: 'feeders-first', label: 'Feeders first' },
];

/** What the planner is to strive for, and what can be done with the plan as a whole. */
export function PlanToolbar(props: PlanToolbarProps) {
  const { wishes, onWishes, profile, editor, showsMap } = props;
  return (
    <PageBar
      title="Plan"
      end={
        <>
          {props.children}
          <Button
            size="small"
            label="Undo (Ctrl+Z)"
            icon={<IconArrowBackUp size={19} aria-hidden />}
            disabledBecause={props.canUndo ? null : 'Nothing to undo'}
            onClick={editor.undo}
          >
            {null}
          </Button>
          <Button
            size="small"
            label="Redo (Ctrl+Shift+Z)"
            icon={<IconArrowForwardUp size={19} aria-hidden />}
            disabledBecause={props.canRedo ? null : 'Nothing to redo'}
            onClick={editor.redo}
          >
            {null}
          </Button>
          <PlanSaved save={props.save} />
        </>
      }
    >
      <SegmentedControl
        label="What to strive for"
        options={ORDERS}
        value={wishes.order}
        onChange={(order) => {
          onWishes({ ...wishes, order });
        }}
      />
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={wishes.oneLegPerSession}
          onChange={({ currentTarget }) => {
            onWishes({ ...wishes, oneLegPerSession: currentTarget.checked });
          }}
        />
        One leg per session
      </label>
      <PlanOptionsMenu
        bounds={wishes}
        pace={profile.pace}
        today={props.today}
        onChange={(bounds) => {
          onWishes({ ...wishes, ...bounds });
        }}
      />
      <Button
        size="small"
        icon={<IconMap2 size={18} aria-hidden />}
        pressed={showsMap}
        onClick={() => {
          props.onShowMap(!showsMap);
        }}
      >
        Map
      </Button>
      <UnapprovedProfileNote name={profile.name} approved={props.profileApproved} />
    </PageBar>
  );
}
