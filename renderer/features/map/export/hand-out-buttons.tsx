import { IconCopy, IconFileTypePng, IconFileTypeSvg } from '@tabler/icons-react';
import { useState } from 'react';
import '../../../api/desktop-bridge.ts';
import type { SheetSize } from '../../../canvas/export/map-sheet.ts';
import { pngOfSvg, svgBlob } from '../../../canvas/export/png-of-svg.ts';
import type { DrawnSheet } from '../../../canvas/export/use-drawn-sheet.ts';
import { EXPORT_TEXT, outcomeText } from '../../../text/export-text.ts';
import { Button } from '../../../ui/button.tsx';
import styles from './export-dialog.module.css';
import { copyPng, saveFile, type HandOutcome } from './hand-out.ts';

interface HandOutButtonsProps extends DrawnSheet {
  readonly size: SheetSize;
  readonly fileName: (ending: 'svg' | 'png') => string;
}

/** Saves or copies the picture, and says what became of it. */
export function HandOutButtons({ size, fileName, svg, failed }: HandOutButtonsProps) {
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<HandOutcome | null>(null);
  const run = (work: (svg: string) => Promise<HandOutcome>) => () => {
    if (svg === null) return;
    setBusy(true);
    setOutcome(null);
    void work(svg)
      .catch((): HandOutcome => ({ type: 'not-drawn' }))
      .then((became) => {
        setBusy(false);
        setOutcome(became);
      });
  };
  const reason = failed ? EXPORT_TEXT.notDrawn : EXPORT_TEXT.drawing;
  const disabledBecause = svg === null ? reason : null;
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
        onClick={run((svg) => saveFile(svgBlob(svg), fileName('svg'), window.phleboplan))}
      >
        {EXPORT_TEXT.saveSvg}
      </Button>
      <Button
        {...common}
        icon={<IconFileTypePng size={18} aria-hidden />}
        onClick={run(async (svg) => saveFile(await pngOfSvg(svg, size), fileName('png'), window.phleboplan))}
      >
        {EXPORT_TEXT.savePng}
      </Button>
      <Button
        {...common}
        icon={<IconCopy size={18} aria-hidden />}
        onClick={run((svg) => copyPng(pngOfSvg(svg, size)))}
      >
        {EXPORT_TEXT.copy}
      </Button>
    </div>
  );
}
