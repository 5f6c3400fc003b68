import type { Moment } from './demo-time.ts';

/** A course of events that says, each time before it goes on, when it does. */
export type Script<Outcome = void> = AsyncGenerator<Moment, Outcome, void>;

/** Plays several scripts as they happened: whichever is next in time goes on, the earlier named one first on a tie. */
export async function playTogether(
  scripts: readonly Script[],
  setClock: (moment: Moment) => void,
): Promise<void> {
  const waiting: { readonly script: Script; next: Moment }[] = [];
  for (const script of scripts) {
    const step = await script.next();
    if (!step.done) waiting.push({ script, next: step.value });
  }
  while (waiting.length > 0) {
    const first = waiting.reduce((earliest, each) => (each.next.at < earliest.next.at ? each : earliest));
    setClock(first.next);
    const step = await first.script.next();
    if (step.done) waiting.splice(waiting.indexOf(first), 1);
    else if (step.value.at >= first.next.at) first.next = step.value;
    else throw new Error(`a script goes back in time, to ${step.value.at}`);
  }
}
