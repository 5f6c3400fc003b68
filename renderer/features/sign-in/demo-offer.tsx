import { useMutation } from '@tanstack/react-query';
import { IconFlask } from '@tabler/icons-react';
import { useTRPC } from '../../api/trpc.ts';
import { signInText } from '../../text/sign-in-text.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/failure-note.tsx';
import styles from './demo-offer.module.css';

interface DemoOfferProps {
  readonly isDemo: boolean;
  readonly onSwitched: () => void;
}

/** The way into the demo clinic, and out of it. */
export function DemoOffer({ isDemo, onSwitched }: DemoOfferProps) {
  const trpc = useTRPC();
  const open = useMutation(trpc.clinic.openDemo.mutationOptions({ onSuccess: onSwitched }));
  const leave = useMutation(trpc.clinic.leaveDemo.mutationOptions({ onSuccess: onSwitched }));
  const switching = isDemo ? leave : open;
  return (
    <div className={styles.offer}>
      <IconFlask size={28} stroke={1.6} aria-hidden />
      <div className={styles.words}>
        <strong>{isDemo ? signInText.leaveTitle : signInText.demoTitle}</strong>
        <span>{isDemo ? signInText.leaveHint : signInText.demoHint}</span>
        <ErrorNote error={switching.error} />
      </div>
      <Button
        busy={switching.isPending}
        onClick={() => {
          switching.mutate();
        }}
      >
        {isDemo ? signInText.leaveDemo : signInText.openDemo}
      </Button>
    </div>
  );
}
