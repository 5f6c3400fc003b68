import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { RegisterLine } from '../../../../shared/contract/complications.ts';
import { complicationText as words, sessionText, veinsText } from '../../../text/complication-text.ts';
import { dateText, momentText } from '../../../text/format.ts';
import styles from './complications.module.css';
import { daysAfterSession } from './register-model.ts';
import { sourceWord } from './register-signs.tsx';

interface RegisterFactsProps {
  readonly line: RegisterLine;
  readonly names: Readonly<Record<string, string>>;
}

/** What an entry says beside its course. */
export function RegisterFacts({ line, names }: RegisterFactsProps) {
  const { source } = line;
  const source_ = sourceWord(line);
  return (
    <dl className={styles.facts}>
      <Fact name={words.facts.onset}>{dateText(line.onsetOn)}</Fact>
      <Fact name={words.facts.veins}>{veinsText(line.veins) || words.noVein}</Fact>
      <Fact name={words.facts.session}>
        <SessionFact line={line} />
      </Fact>
      <Fact name={words.facts.lot}>
        {line.lots.length === 0
          ? words.noLot
          : line.lots.map(({ id, lotNumber }) => (
              <Link key={id} to="/clinic/recall/$lotId" params={{ lotId: id }} className="pp-code">
                {lotNumber}
              </Link>
            ))}
      </Fact>
      {source.from === 'complication' && source.complication.description ? (
        <Fact name={words.facts.description}>{source.complication.description}</Fact>
      ) : null}
      {source.from === 'reaction' && source.reaction.note ? (
        <Fact name={words.facts.description}>{source.reaction.note}</Fact>
      ) : null}
      {source.from === 'reaction' && source.reaction.done ? (
        <Fact name={words.facts.done}>{source.reaction.done}</Fact>
      ) : null}
      <Fact name={words.facts.source}>{source_ ?? originWord(line)}</Fact>
      {source.from === 'review' ? null : <Fact name={words.facts.recorded}>{recordedBy(source, names)}</Fact>}
    </dl>
  );
}

function SessionFact({ line }: { readonly line: RegisterLine }) {
  const { session, patient } = line;
  if (!session) return words.noSession;
  const days = daysAfterSession(line);
  return (
    <>
      <Link
        to="/patients/$patientId/sessions/$sessionId"
        params={{ patientId: patient.id, sessionId: session.id }}
      >
        {`${sessionText(session.number)}, ${dateText(session.onDate)}`}
      </Link>
      {days === null ? null : ` · ${words.daysAfter(days)}`}
    </>
  );
}

function originWord({ source }: RegisterLine): string {
  const origin = source.from === 'complication' ? source.complication.origin : null;
  if (origin === null) return words.recordedHere;
  return origin.from === 'reaction' ? words.fromReaction : words.fromReview;
}

function recordedBy(
  source: Exclude<RegisterLine['source'], { from: 'review' }>,
  names: Readonly<Record<string, string>>,
): string {
  const { recordedAt, recordedBy: by } = source.from === 'reaction' ? source.reaction : source.complication;
  return words.by(names[by] ?? '', momentText(recordedAt));
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}
