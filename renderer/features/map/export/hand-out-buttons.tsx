import { IconCopy, IconFileTypePng, IconFileTypeSvg } from '@tabler/icons-react';
import { useState } from 'react';
import '../../../api/desktop-bridge.ts';
import type { MapSheet } from '../../../canvas/export/map-sheet.ts';
import { pngOfSvg, svgBlob } from '../../../canvas/export/png-of-svg.ts';
import { EXPORT_TEXT, outcomeText } from '../../../text/export-text.ts';
import { Button } from '../../../ui/button.tsx';
import styles from './export-dialog.module.css';
import { exportFileName } from './export-file-name.ts';
import { copyPng, saveFile, type HandOutcome } from './hand-out.ts';
import type { DrawnSheet } from './use-map-svg.ts';

interface HandOutButtonsProps extends DrawnSheet {
  readonly sheet: MapSheet | null;
}

/** Saves or copies the picture, and says what became of it. */
export function HandOutButtons({ sheet, svg, failed }: HandOutButtonsProps) {
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<HandOutcome | null>(null);
  const ready = sheet === null || svg === null ? null : { sheet, svg };
  const run = (work: (ready: { sheet: MapSheet; svg: string }) => Promise<HandOutcome>) => () => {
    if (ready === null) return;
    setBusy(true);
    setOutcome(null);
    void work(ready)
      .catch((): HandOutcome => ({ type: 'not-drawn' }))
      .then((became) => {
        setBusy(false);
        setOutcome(became);
      });
  };
  const reason = failed ? EXPORT_TEXT.notDrawn : EXPORT_TEXT.drawing;
  const disabledBecause = ready === null ? reason : null;
  const common = { busy, disabledBecause };
  const shown = failed ? { type: 'not-drawn' as const } : outcome;
  const told = shown === null ? null : outcomeText(shown);
  return (
    <div className={styles.buttons}>
      <p className={styles.outcome} role="status" data-tone={told?.tone}>
        {told?.words}
      </p>
      <Button
        {...common}
        kind="main"
        icon={<IconFileTypeSvg size={18} aria-hidden />}
        onClick={run(({ sheet, svg }) =>
          saveFile(svgBlob(svg), exportFileName(fileFacts(sheet), 'svg'), window.phleboplan),
        )}
      >
        {EXPORT_TEXT.saveSvg}
      </Button>
      <Button
        {...common}
        icon={<IconFileTypePng size={18} aria-hidden />}
        onClick={run(async ({ sheet, svg }) => {
          const png = await pngOfSvg(svg, sheet.size);
          return saveFile(png, exportFileName(fileFacts(sheet), 'png'), window.phleboplan);
        })}
      >
        {EXPORT_TEXT.savePng}
      </Button>
      <Button
        {...common}
        icon={<IconCopy size={18} aria-hidden />}
        onClick={run(({ sheet, svg }) => copyPng(pngOfSvg(svg, sheet.size)))}
      >
        {EXPORT_TEXT.copy}
      </Button>
    </div>
  );
}

function fileFacts({ titleBlock: { recordNumber, mapDate }, views, variant }: MapSheet) {
  return { recordNumber, views, mapDate, variant };
}
