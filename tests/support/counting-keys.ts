import type { Locator, Page } from '@playwright/test';

/** Somebody who has the keyboard alone, and whose keys are counted. */
export interface CountingKeys {
  press(key: string): Promise<void>;
  type(text: string): Promise<void>;
  /** Tab, or Shift+Tab, until something has the focus. */
  tabTo(target: Locator, key?: 'Tab' | 'Shift+Tab'): Promise<void>;
  /** Tab to it, then Enter. */
  pressOn(target: Locator, key?: 'Tab' | 'Shift+Tab'): Promise<void>;
  /** The keys since the last time that this was asked. */
  taken(): number;
}

const MOST_TABS = 80;

/** Keys alone: no pointer, and nothing that a person could not do. */
export function countingKeys(page: Page): CountingKeys {
  let count = 0;
  const press = async (key: string) => {
    count += 1;
    await page.keyboard.press(key);
  };
  const tabTo: CountingKeys['tabTo'] = async (target, key = 'Tab') => {
    await target.waitFor();
    for (let presses = 0; presses < MOST_TABS; presses += 1) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await press(key);
    }
    throw new Error('Tab does not get there');
  };
  return {
    press,
    type: async (text) => {
      count += text.length;
      await page.keyboard.type(text);
    },
    tabTo,
    pressOn: async (target, key) => {
      await tabTo(target, key);
      await press('Enter');
    },
    taken: () => {
      const taken = count;
      count = 0;
      return taken;
    },
  };
}
