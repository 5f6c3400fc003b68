import { colourDisagrees, kindDisagrees, suggestKind } from '../../../shared/domain/leg-map/vein-kind.ts';
import type { VeinKind } from '../../../shared/domain/leg-map/vein.ts';
import { colourDisagreement, KIND_WORDS, kindDisagreement, VARICOSE_NOTE } from '../../text/map-text.ts';
import type { Pen } from './map-editor.ts';
import styles from './vein-panel.module.css';

interface KindDoubtsProps extends Pick<Pen, 'kind' | 'colour' | 'diameterMm'> {
  readonly onKind: (kind: VeinKind) => void;
}

/** Where kind, colour and diameter do not go together, and what larger veins call for. */
export function KindDoubts({ kind, colour, diameterMm, onKind }: KindDoubtsProps) {
  const suggested = suggestKind(diameterMm, colour);
  const ofKind = kindDisagrees(kind, diameterMm, colour);
  const ofColour = colourDisagrees(diameterMm, colour);
  if (ofKind !== null)
    return (
      <p className={styles.caution} role="status">
        {kindDisagreement(kind, ofKind, suggested)}{' '}
        <button
          type="button"
          className={styles.link}
          onClick={() => {
            onKind(suggested);
          }}
        >
          Make it {KIND_WORDS[suggested].toLowerCase()}
        </button>
      </p>
    );
  return (
    <>
      {ofColour === null ? null : (
        <p className={styles.caution} role="status">
          {colourDisagreement(colour, ofColour)}
        </p>
      )}
      {kind === 'varicose' ? <p className={styles.caution}>{VARICOSE_NOTE}</p> : null}
    </>
  );
}
