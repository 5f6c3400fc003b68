import type {
  Contraindication,
  LabelProfile,
  Limit,
  Severity,
  Source,
  StrengthRule,
} from '../../../shared/domain/dose/label-profile.ts';
import { figuresOf, strengthKey } from '../../../shared/domain/dose/profile-figures.ts';
import { mlEnteredText, strengthText } from '../../text/format.ts';
import { markBeside, severityText } from '../../text/limit-text.ts';
import {
  capExactText,
  figureSummary,
  figureTitle,
  limitTitle,
  spacingText,
  widthText,
} from '../../text/profile-text.ts';
import { settingsText } from '../../text/settings-text.ts';
import { StatusChip, type Tone } from '../../ui/chip.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import styles from './settings-page.module.css';

const words = settingsText.limits;
const SEVERITY_TONES: Readonly<Record<Severity, Tone>> = { hard: 'hard', soft: 'warn', caution: 'info' };

/** Every figure of a profile, each with its source. */
export function ProfileFigures({ profile }: { readonly profile: LabelProfile }) {
  const plain = figuresOf(profile).filter(({ key }) => key === '');
  return (
    <>
      <DataTable className={styles.table} columns={words.columns}>
        {profile.limits.map((limit) => (
          <LimitRow key={limit.id} limit={limit} />
        ))}
      </DataTable>
      <DataTable className={styles.table} columns={words.strengthColumns}>
        {profile.strengths.map((rule) => (
          <StrengthRow key={strengthKey(rule)} rule={rule} />
        ))}
      </DataTable>
      <DataTable className={styles.table} columns={words.questionColumns}>
        {profile.contraindications.map((question) => (
          <QuestionRow key={question.id} question={question} />
        ))}
      </DataTable>
      <DataTable className={styles.table} columns={[words.more, 'Source']}>
        {plain.map((figure) => (
          <PlainRow
            key={figure.about}
            text={`${figureTitle(figure)}: ${figureSummary(figure)}`}
            source={figure.value.source}
          />
        ))}
      </DataTable>
    </>
  );
}

function LimitRow({ limit }: { readonly limit: Limit }) {
  const { severity, source } = limit;
  return (
    <tr>
      <td className={styles.strong}>{limitTitle(limit)}</td>
      <td className={`${styles.strong ?? ''} ${styles.nowrap ?? ''}`}>{capExactText(limit)}</td>
      <td>
        <StatusChip tone={SEVERITY_TONES[severity]}>{severityText(severity)}</StatusChip>
      </td>
      <SourceCell source={source} />
    </tr>
  );
}

function StrengthRow({ rule }: { readonly rule: StrengthRule }) {
  const pattern = rule.pattern === 'any' ? '' : `, ${rule.pattern}`;
  return (
    <tr>
      <td className={styles.strong}>
        {rule.veinKind}
        {pattern}
        {rule.diameterMm ? `, ${widthText(rule.diameterMm)}` : ''}
        {rule.centralVeinOnly ? <span className={styles.quiet}>{words.centralOnly}</span> : null}
      </td>
      <td>{rule.form}</td>
      <td className={styles.nowrap}>{rule.strengthsUgPerMl.map(strengthText).join(', ')}</td>
      <td className={styles.nowrap}>
        {mlEnteredText(rule.proposedVolumeUl)} of {strengthText(rule.proposedUgPerMl)}
        <span className={styles.quiet}>{spacingText(rule)}</span>
      </td>
      <SourceCell source={rule.source} />
    </tr>
  );
}

function QuestionRow({ question }: { readonly question: Contraindication }) {
  return (
    <tr>
      <td>{question.text}</td>
      <td>{words.grades[question.grade]}</td>
      <SourceCell source={question.source} />
    </tr>
  );
}

function PlainRow({ text, source }: { readonly text: string; readonly source: Source }) {
  return (
    <tr>
      <td>{text}</td>
      <SourceCell source={source} />
    </tr>
  );
}

function SourceCell({ source }: { readonly source: Source }) {
  return (
    <td className={styles.source}>
      {source.text}
      <span className={styles.quiet}>{markBeside(source)}</span>
    </td>
  );
}
