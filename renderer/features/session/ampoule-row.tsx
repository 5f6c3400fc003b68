import { useState } from 'react';
import { parseVolumeMl } from '../../../shared/domain/dose/volume-entry.ts';
import { mlEntered, mlEnteredText, strengthText } from '../../text/format.ts';
import { volumeEntryText } from '../../text/session-text.ts';
import { Button } from '../../ui/button.tsx';
import { FieldError } from '../../ui/field-error.tsx';
import type { AmpouleEntry, BoxReckoning } from './closing-model.ts';
import styles from './closing.module.css';

interface AmpouleRowProps {
  readonly reckoning: BoxReckoning;
  readonly onChange: (entry: AmpouleEntry) => void;
}

/** The ampoules of one box: opened, injected, thrown away, and whether that adds up. */
export function AmpouleRow({ reckoning, onChange }: AmpouleRowProps) {
  const { box, ampoulesOpened, injectedUl, wastedUl, differenceUl, openedUl } = reckoning;
  const [wasted, setWasted] = useState<string | null>(null);
  const parsed = wasted === null ? null : parseWasted(wasted);
  const error = parsed !== null && typeof parsed === 'string' ? parsed : null;
  const name = `lot ${box.lotNumber}`;
  return (
    <div className={styles.box} role="group" aria-label={name}>
      <div className={styles.boxName}>
        <strong>{strengthText(box.product.strengthUgPerMl)}</strong>
        <span>
          lot <span className="pp-code">{box.lotNumber}</span> · {mlEnteredText(box.product.ampouleUl)} each
        </span>
      </div>
      <div className={styles.count}>
        <span>Opened</span>
        <div className={styles.inline}>
          <Button
            label={`One ampoule less of ${name}`}
            icon="−"
            disabledBecause={ampoulesOpened === 0 ? 'None is opened' : null}
            onClick={() => {
              setWasted(null);
              onChange({ ampoulesOpened: ampoulesOpened - 1, wastedUl: null });
            }}
          >
            {null}
          </Button>
          <strong className={styles.ampoules}>{ampoulesOpened}</strong>
          <Button
            label={`One ampoule more of ${name}`}
            icon="+"
            onClick={() => {
              setWasted(null);
              onChange({ ampoulesOpened: ampoulesOpened + 1, wastedUl: null });
            }}
          >
            {null}
          </Button>
        </div>
      </div>
      <Figure label="in mL" text={mlEntered(openedUl)} />
      <Figure label="Injected" text={mlEntered(injectedUl)} />
      <label className={styles.wasted}>
        Thrown away, mL
        <input
          inputMode="decimal"
          value={wasted ?? mlEntered(wastedUl)}
          aria-invalid={error !== null}
          onChange={(event) => {
            const text = event.currentTarget.value;
            setWasted(text);
            const volume = parseWasted(text);
            if (typeof volume === 'number') onChange({ ampoulesOpened, wastedUl: volume });
          }}
        />
        <FieldError>{error}</FieldError>
      </label>
      <p className={styles.sum} data-differs={differenceUl !== 0 || undefined}>
        {differenceUl === 0
          ? '✓ adds up'
          : `▲ ${mlEnteredText(Math.abs(differenceUl))} ${differenceUl > 0 ? 'missing' : 'too much'}`}
      </p>
    </div>
  );
}

/** Nothing may be thrown away; anything else is read like a dose. */
function parseWasted(text: string): number | string {
  if (/^0+([.,]0*)?$/.test(text.trim())) return 0;
  const parsed = parseVolumeMl(text);
  return parsed.ok ? parsed.value : volumeEntryText(parsed.error);
}

function Figure({ label, text }: { readonly label: string; readonly text: string }) {
  return (
    <div className={styles.figure}>
      <span>{label}</span>
      <strong>{text}</strong>
    </div>
  );
}
