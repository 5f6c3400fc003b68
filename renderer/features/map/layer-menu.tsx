import { Popover } from '@mantine/core';
import { IconStack2 } from '@tabler/icons-react';
import { MAP_LAYERS, type LayerStrengths, type MapLayer } from '../../canvas/map-layers.ts';
import { LAYER_WORDS } from '../../text/map-list-text.ts';
import styles from './layer-menu.module.css';

interface LayerMenuProps {
  readonly layers: LayerStrengths;
  readonly onChange: (layers: LayerStrengths) => void;
}

/** Which layers are on, and how strongly each is painted. */
export function LayerMenu({ layers, onChange }: LayerMenuProps) {
  const on = MAP_LAYERS.filter((layer) => layers[layer] > 0).length;
  return (
    <Popover position="bottom-start" trapFocus returnFocus transitionProps={{ duration: 0 }} shadow="md">
      <Popover.Target>
        <button type="button" className={styles.open}>
          <IconStack2 size={18} stroke={1.7} aria-hidden />
          {LAYER_WORDS.button(on, MAP_LAYERS.length)}
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label={LAYER_WORDS.title} className={styles.menu}>
        {MAP_LAYERS.map((layer) => (
          <LayerRow
            key={layer}
            layer={layer}
            strength={layers[layer]}
            onChange={(strength) => {
              onChange({ ...layers, [layer]: strength });
            }}
          />
        ))}
      </Popover.Dropdown>
    </Popover>
  );
}

interface LayerRowProps {
  readonly layer: MapLayer;
  readonly strength: number;
  readonly onChange: (strength: number) => void;
}

function LayerRow({ layer, strength, onChange }: LayerRowProps) {
  const name = LAYER_WORDS.names[layer];
  const percent = Math.round(strength * 100);
  return (
    <div className={styles.row}>
      <label>
        <input
          type="checkbox"
          checked={strength > 0}
          onChange={(event) => {
            onChange(event.currentTarget.checked ? 1 : 0);
          }}
        />
        {name}
      </label>
      <input
        type="range"
        min={10}
        max={100}
        step={10}
        aria-label={LAYER_WORDS.strength(name)}
        value={Math.max(10, percent)}
        disabled={strength === 0}
        onChange={(event) => {
          onChange(Number(event.currentTarget.value) / 100);
        }}
      />
      <output>{percent} %</output>
    </div>
  );
}
