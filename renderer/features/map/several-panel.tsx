import { depthOf } from '../../../shared/domain/leg-map/vein-kind.ts';
import { VEIN_COLOURS, VEIN_DEPTHS, VEIN_KINDS, type Vein } from '../../../shared/domain/leg-map/vein.ts';
import { isVein, type MapRecord } from '../../../shared/document/map-document.ts';
import { runCommand, type Command } from '../../commands/command.ts';
import { shortcutText } from '../../commands/shortcut.ts';
import { FIELD_WORDS, PANEL_WORDS } from '../../text/map-list-text.ts';
import { COLOUR_WORDS, DEPTH_WORDS, KIND_WORDS } from '../../text/map-text.ts';
import { Choice } from './field.tsx';
import { DiameterField } from './vein-fields.tsx';
import { measuresOf } from './vein-measures.ts';
import styles from './vein-panel.module.css';

/** What can be done with several things at once, by the ids of the commands. */
const SEVERAL_ACTIONS = ['join', 'mirror', 'duplicate', 'copy', 'erase-selected'] as const;

interface SeveralPanelProps {
  readonly records: readonly MapRecord[];
  readonly scale: number;
  readonly mayWrite: boolean;
  readonly commands: readonly Command[];
  readonly onChange: (veins: readonly Vein[], label: string) => void;
}

/** Several things at once: how much they are together, and what is changed for all of them in one step. */
export function SeveralPanel({ records, scale, mayWrite, commands, onChange }: SeveralPanelProps) {
  const veins = records.filter(isVein);
  return (
    <section className={styles.panel} aria-label={PANEL_WORDS.severalName}>
      <header className={styles.head}>
        <strong className={styles.name}>{PANEL_WORDS.several(records.length)}</strong>
        <span>{PANEL_WORDS.counts(veins.length, records.length - veins.length)}</span>
      </header>
      <Totals veins={veins} scale={scale} />
      {mayWrite ? <ConfirmAll veins={veins} onChange={onChange} /> : null}
      {mayWrite && veins.length > 0 ? <CommonFields veins={veins} onChange={onChange} /> : null}
      {mayWrite ? <CommandButtons commands={commands} /> : null}
    </section>
  );
}

function Totals({ veins, scale }: { readonly veins: readonly Vein[]; readonly scale: number }) {
  const lines = veins.filter(({ pattern }) => pattern === 'line');
  const webs = veins.filter(({ pattern }) => pattern === 'web');
  const lengthMm = lines.reduce((sum, vein) => sum + measuresOf(vein, scale).lengthMm, 0);
  const areaMm2 = webs.reduce((sum, vein) => sum + (measuresOf(vein, scale).areaMm2 ?? 0), 0);
  return (
    <dl className={styles.facts}>
      {lines.length === 0 ? null : (
        <div>
          <dt>{PANEL_WORDS.totalLength}</dt>
          <dd>{lengthMm} mm</dd>
        </div>
      )}
      {webs.length === 0 ? null : (
        <div>
          <dt>{PANEL_WORDS.totalArea}</dt>
          <dd>{(areaMm2 / 100).toFixed(1)} cm²</dd>
        </div>
      )}
    </dl>
  );
}

function ConfirmAll({
  veins,
  onChange,
}: { readonly veins: readonly Vein[] } & Pick<SeveralPanelProps, 'onChange'>) {
  const open = veins.filter(({ carriedOverFrom }) => carriedOverFrom !== null);
  if (open.length === 0) return null;
  return (
    <p className={styles.caution}>
      <button
        type="button"
        className={styles.link}
        onClick={() => {
          onChange(
            open.map((vein) => ({ ...vein, carriedOverFrom: null })),
            'confirm',
          );
        }}
      >
        {PANEL_WORDS.confirmAll(open.length)}
      </button>
    </p>
  );
}

function CommonFields({
  veins,
  onChange,
}: { readonly veins: readonly Vein[] } & Pick<SeveralPanelProps, 'onChange'>) {
  const change = (part: Partial<Vein>, label: string) => {
    onChange(
      veins.map((vein) => ({ ...vein, ...part })),
      label,
    );
  };
  const none = FIELD_WORDS.mixed;
  return (
    <fieldset className={styles.common}>
      <legend>{PANEL_WORDS.forAll}</legend>
      <div className={styles.fields}>
        <Choice
          label={FIELD_WORDS.kind}
          value={common(veins, ({ kind }) => kind)}
          options={VEIN_KINDS}
          words={KIND_WORDS}
          none={none}
          onChange={(kind) => {
            change({ kind, depth: depthOf(kind) }, 'kind');
          }}
        />
        <Choice
          label={FIELD_WORDS.colour}
          value={common(veins, ({ colour }) => colour)}
          options={VEIN_COLOURS}
          words={COLOUR_WORDS}
          none={none}
          onChange={(colour) => {
            change({ colour }, 'colour');
          }}
        />
        <DiameterField
          key={veins.map(({ diameterMm }) => diameterMm).join()}
          diameterMm={common(veins, ({ diameterMm }) => diameterMm)}
          onChange={(diameterMm) => {
            change({ diameterMm }, 'diameter');
          }}
        />
        <Choice
          label={FIELD_WORDS.depth}
          value={common(veins, ({ depth }) => depth)}
          options={VEIN_DEPTHS}
          words={DEPTH_WORDS}
          none={none}
          onChange={(depth) => {
            change({ depth }, 'depth');
          }}
        />
      </div>
    </fieldset>
  );
}

/** What all of them have; null where they differ. */
function common<Value>(veins: readonly Vein[], of: (vein: Vein) => Value): Value | null {
  const [first] = veins;
  if (first === undefined) return null;
  const value = of(first);
  return veins.every((vein) => of(vein) === value) ? value : null;
}

function CommandButtons({ commands }: Pick<SeveralPanelProps, 'commands'>) {
  return (
    <div className={styles.actions}>
      {SEVERAL_ACTIONS.map((id) => {
        const command = commands.find((other) => other.id === id);
        return command?.isEnabled() === true ? (
          <button
            key={id}
            type="button"
            className={styles.action}
            title={`${command.label} (${shortcutText(command.shortcuts[0] ?? '')})`}
            onClick={() => {
              runCommand(command);
            }}
          >
            {PANEL_WORDS.actions[id]}
          </button>
        ) : null;
      })}
    </div>
  );
}
