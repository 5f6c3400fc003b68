import { IconMapPin, IconNote, IconRuler2 } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { MapDocument, RecordId } from '../../../shared/document/map-document.ts';
import type { MapMark } from '../../../shared/domain/leg-map/map-mark.ts';
import { regionOf } from '../../../shared/domain/leg-map/region.ts';
import { LIST_WORDS, markWords } from '../../text/map-list-text.ts';
import { legWord } from '../../text/format.ts';
import { REGION_WORDS } from '../../text/map-text.ts';
import { pointOfMark, veinLabelOf } from './mark-facts.ts';
import { RecordList } from './record-list.tsx';
import styles from './vein-list.module.css';

const ICONS: Readonly<Record<MapMark['mark'], ReactNode>> = {
  site: <IconMapPin size={17} aria-hidden />,
  note: <IconNote size={17} aria-hidden />,
  scale: <IconRuler2 size={17} aria-hidden />,
};

interface MarkListProps {
  readonly marks: readonly MapMark[];
  readonly document: MapDocument;
  readonly selection: ReadonlySet<RecordId>;
  readonly onSelect: (ids: readonly RecordId[]) => void;
  readonly onOpen: () => void;
}

/** Sites, notes and the measured distance as a list. */
export function MarkList({ marks, document, selection, onSelect, onOpen }: MarkListProps) {
  return (
    <RecordList
      label={LIST_WORDS.marks}
      rows={marks}
      recordOf={(mark) => mark}
      selection={selection}
      onSelect={onSelect}
      onOpen={onOpen}
    >
      {(mark) => (
        <span className={styles.mark}>
          {ICONS[mark.mark]}
          <strong>{markWords(mark, veinLabelOf(mark, document))}</strong>
          <span className={styles.markPlace}>
            {legWord(mark.leg)} · {REGION_WORDS[regionOf(pointOfMark(mark), mark)]}
          </span>
        </span>
      )}
    </RecordList>
  );
}
