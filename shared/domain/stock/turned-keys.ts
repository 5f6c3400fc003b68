export const KEY_TURNS = ['german', 'french', 'caps-lock'] as const;
/** What a computer makes of a scanner that sends the keys of an American keyboard: its own layout, or Caps Lock. */
export type KeyTurn = (typeof KEY_TURNS)[number];

/** What arrives, and under it what was meant. Dead keys are left out: they send nothing by themselves. */
const LAYOUTS: Readonly<
  Record<Exclude<KeyTurn, 'caps-lock'>, { readonly arrives: string; readonly meant: string }>
> = {
  german: {
    arrives: 'zyZYß?üÜ+*öÖäÄ#-_"§&/()=;:',
    meant: `yzYZ-_[{]};:'"\\/?@#^&*()<>`,
  },
  french: {
    arrives: `à&é"'(-è_ç1234567890qazwQAZW,?mM;.:/!§)°$ù%`,
    meant: `0123456789!@#$%^&*()aqwzAQWZmM;:,<.>/?-_]'"`,
  },
};

/** The text that a scanner meant, if the computer turned its keys in this way. */
export function unturned(typed: string, turn: KeyTurn): string {
  if (turn === 'caps-lock') {
    return Array.from(typed, (key) =>
      key === key.toUpperCase() ? key.toLowerCase() : key.toUpperCase(),
    ).join('');
  }
  const { arrives, meant } = LAYOUTS[turn];
  return Array.from(typed, (key) => meant[arrives.indexOf(key)] ?? key).join('');
}
