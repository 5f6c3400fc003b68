import { IconArrowBackUp, IconCalendarEvent, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import type { SessionView } from '../../../shared/contract/session.ts';
import { veinLabel } from '../../../shared/domain/leg-map/vein.ts';
import type { PersonId, VeinId } from '../../../shared/kernel/ids.ts';
import { LATER_REASONS } from '../../text/session-text.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/failure-note.tsx';
import { isReason } from './is-reason.ts';
import { justLeft } from './just-left.ts';
import styles from './left-for-later.module.css';
import { useSessionWrites } from './use-session.ts';

interface LeftForLaterProps {
  readonly view: SessionView;
  /** Who is asked: whoever has just left a vein. */
  readonly me: PersonId;
}

/** The veins that are left for another session, each with why. It is asked once, without standing in the way, and can be said at any time. */
export function LeftForLater({ view, me }: LeftForLaterProps) {
  const { leaveVeins } = useSessionWrites(view.opening.id);
  const [chosen, setChosen] = useState<VeinId | null>(null);
  const [passedOver, setPassedOver] = useState<readonly VeinId[]>([]);
  const isLeft = (id: VeinId) => view.leftForLater.some(({ veinId }) => veinId === id);
  const asked =
    chosen !== null && isLeft(chosen)
      ? [chosen]
      : justLeft(view, me).filter((veinId) => !passedOver.includes(veinId));
  if (view.leftForLater.length === 0) return null;
  const close = () => {
    setPassedOver([...passedOver, ...asked]);
    setChosen(null);
  };
  const say = (later: boolean, reason: string) => {
    const sessionId = view.opening.id;
    leaveVeins.mutate({ sessionId, veinIds: asked, later, reason }, { onSuccess: close });
  };
  return (
    <section className={styles.left} aria-label="Left for later">
      <div className={styles.veins}>
        <IconCalendarEvent size={16} aria-hidden />
        <span>Left for later</span>
        {view.leftForLater.map(({ veinId, reason }) => (
          <button
            key={veinId}
            type="button"
            aria-pressed={asked.includes(veinId)}
            onClick={() => {
              leaveVeins.reset();
              setChosen(veinId);
            }}
          >
            <strong>{labelOf(view, veinId)}</strong> {reason === '' ? 'why?' : reason}
          </button>
        ))}
      </div>
      {asked.length > 0 ? (
        <Why
          key={asked.join()}
          labels={asked.map((veinId) => labelOf(view, veinId)).join(', ')}
          onReason={(reason) => {
            say(true, reason);
          }}
          onTakeUp={() => {
            say(false, '');
          }}
          onClose={close}
        />
      ) : null}
      <ErrorNote error={leaveVeins.error} />
    </section>
  );
}

interface WhyProps {
  readonly labels: string;
  readonly onReason: (reason: string) => void;
  readonly onTakeUp: () => void;
  readonly onClose: () => void;
}

/** One tap for the usual reasons, words for any other; nobody has to answer. */
function Why({ labels, onReason, onTakeUp, onClose }: WhyProps) {
  const [words, setWords] = useState('');
  return (
    <form
      className={styles.why}
      aria-label={`Why ${labels} is left for later`}
      onSubmit={(event) => {
        event.preventDefault();
        if (isReason(words)) onReason(words.trim());
      }}
    >
      {LATER_REASONS.map((reason) => (
        <Button
          key={reason}
          onClick={() => {
            onReason(reason);
          }}
        >
          {reason}
        </Button>
      ))}
      <input
        aria-label={`Another reason for ${labels}`}
        placeholder="or another reason"
        maxLength={300}
        value={words}
        onChange={(event) => {
          setWords(event.currentTarget.value);
        }}
      />
      <Button icon={<IconArrowBackUp size={18} aria-hidden />} onClick={onTakeUp}>
        Take up {labels} again
      </Button>
      <button type="button" className={styles.close} aria-label="Say no reason" onClick={onClose}>
        <IconX size={18} aria-hidden />
      </button>
    </form>
  );
}

function labelOf({ veins }: SessionView, id: VeinId): string {
  const vein = veins.find((each) => each.id === id);
  return vein ? veinLabel(vein) : '?';
}
