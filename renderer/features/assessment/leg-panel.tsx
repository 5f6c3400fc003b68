import { Select } from '@mantine/core';
import type { Leg } from '../../../shared/domain/leg-map/vein.ts';
import { CEAP_CLASSES, VCSS_ITEMS, vcssTotal } from '../../../shared/domain/patient/assessment.ts';
import { assessmentText } from '../../text/assessment-text.ts';
import { legWord } from '../../text/format.ts';
import { Button } from '../../ui/button.tsx';
import { Panel } from '../../ui/panel.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { TwoLegFigure } from '../../ui/two-leg-figure.tsx';
import { withLeg, withScore, withVcss, type AssessmentDraft } from './assessment-form.ts';
import styles from './assessment-page.module.css';

interface LegPanelProps {
  readonly leg: Leg;
  readonly draft: AssessmentDraft;
  readonly readOnly: boolean;
  readonly onChange: (draft: AssessmentDraft) => void;
}

const GRADES = ['0', '1', '2', '3'] as const;
const GRADE_OPTIONS = GRADES.map((grade) => ({ value: grade, label: grade }));
const VALUES = { '0': 0, '1': 1, '2': 2, '3': 3 } as const;

/** What was found on one leg: clinical class, symptoms, severity score. */
export function LegPanel({ leg, draft, readOnly, onChange }: LegPanelProps) {
  const { ceap, symptomatic, vcss } = draft.legs[leg];
  return (
    <Panel
      title={assessmentText.findings(legWord(leg))}
      aside={<TwoLegFigure legs={[leg]} height={26} />}
      end={
        vcss ? <strong>{`${assessmentText.vcss} ${assessmentText.vcssTotal(vcssTotal(vcss))}`}</strong> : null
      }
    >
      <div className={styles.inside}>
        <div className={styles.pair}>
          <Select
            size="sm"
            label={assessmentText.ceap}
            placeholder={assessmentText.notExamined}
            data={[...CEAP_CLASSES]}
            value={ceap}
            clearable
            disabled={readOnly}
            onChange={(value) => {
              onChange(withLeg(draft, leg, { ceap: CEAP_CLASSES.find((known) => known === value) ?? null }));
            }}
          />
          <div>
            <span className={styles.label}>{assessmentText.symptomatic}</span>
            <SegmentedControl
              label={`${assessmentText.symptomatic}, ${legWord(leg)} leg`}
              disabled={readOnly}
              options={[
                { value: 'no', label: assessmentText.asymptomatic },
                { value: 'yes', label: assessmentText.symptoms },
              ]}
              value={symptomatic === null ? null : symptomatic ? 'yes' : 'no'}
              onChange={(value) => {
                onChange(withLeg(draft, leg, { symptomatic: value === 'yes' }));
              }}
            />
          </div>
        </div>
        {vcss ? (
          <>
            <p className={styles.quiet}>{assessmentText.grading}</p>
            {VCSS_ITEMS.map((item) => (
              <div key={item} className={styles.item}>
                <span>{assessmentText.items[item]}</span>
                <SegmentedControl
                  label={`${assessmentText.items[item]}, ${legWord(leg)} leg`}
                  height={32}
                  disabled={readOnly}
                  options={GRADE_OPTIONS}
                  value={GRADES[vcss[item]]}
                  onChange={(grade) => {
                    onChange(withVcss(draft, leg, item, VALUES[grade]));
                  }}
                />
              </div>
            ))}
          </>
        ) : null}
        {readOnly ? null : (
          <div>
            <Button
              size="small"
              onClick={() => {
                onChange(withScore(draft, leg, vcss === null));
              }}
            >
              {vcss
                ? assessmentText.dropScore
                : `${assessmentText.vcss}: ${assessmentText.score.toLowerCase()}`}
            </Button>
          </div>
        )}
      </div>
    </Panel>
  );
}
