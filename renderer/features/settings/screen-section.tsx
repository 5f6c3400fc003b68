import { useMantineColorScheme } from '@mantine/core';
import { useClinic } from '../../api/use-clinic.ts';
import { settingsText } from '../../text/settings-text.ts';
import { Panel } from '../../ui/panel.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { LockSetting } from './lock-setting.tsx';
import styles from './settings-page.module.css';

const words = settingsText.screen;

/** How this screen looks, and when it locks. */
export function ScreenSection() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const clinic = useClinic();
  return (
    <Panel title={words.title}>
      <div className={styles.inside}>
        <div>
          <SegmentedControl
            label={words.appearance}
            height={44}
            options={(['auto', 'light', 'dark'] as const).map((value) => ({
              value,
              label: words.schemes[value],
            }))}
            value={colorScheme}
            onChange={setColorScheme}
          />
        </div>
        {clinic ? <LockSetting clinic={clinic} /> : null}
      </div>
    </Panel>
  );
}
