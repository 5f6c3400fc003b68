/** Where the keyboard is in a list, and what is selected. */
export interface ListChoice<Id> {
  readonly selected: ReadonlySet<Id>;
  /** The row that keys start from; null: none yet. */
  readonly active: Id | null;
  /** The end of a range that stays where it is. */
  readonly anchor: Id | null;
}

/** `only` selects a row alone, `range` all from the anchor to it, `toggle` adds or takes away, `go` moves and selects nothing. */
export type ChoiceMode = 'only' | 'range' | 'toggle' | 'go';

/** The choice after a row was clicked or gone to. */
export function chosen<Id>(
  rows: readonly Id[],
  choice: ListChoice<Id>,
  to: Id,
  mode: ChoiceMode,
): ListChoice<Id> {
  switch (mode) {
    case 'only':
      return { selected: new Set([to]), active: to, anchor: to };
    case 'go':
      return { ...choice, active: to };
    case 'toggle': {
      const selected = new Set(choice.selected);
      if (!selected.delete(to)) selected.add(to);
      return { selected, active: to, anchor: to };
    }
    case 'range': {
      const anchor = choice.anchor !== null && rows.includes(choice.anchor) ? choice.anchor : to;
      const [from, until] = [rows.indexOf(anchor), rows.indexOf(to)].toSorted((a, b) => a - b);
      return { selected: new Set(rows.slice(from, (until ?? 0) + 1)), active: to, anchor };
    }
  }
}

/** A key press, as far as lists care. */
export interface ListKey {
  readonly key: string;
  readonly shift: boolean;
  readonly mod: boolean;
}

/** The choice after a key; null where the key means nothing to a list. `pageRows`: how many rows are seen at a time. */
export function afterKey<Id>(
  rows: readonly Id[],
  choice: ListChoice<Id>,
  press: ListKey,
  pageRows: number,
): ListChoice<Id> | null {
  if (press.mod && press.key.toLowerCase() === 'a') return { ...choice, selected: new Set(rows) };
  if (press.key === ' ') {
    const { active } = choice;
    return active === null || !rows.includes(active) ? choice : chosen(rows, choice, active, 'toggle');
  }
  const at = choice.active === null ? -1 : rows.indexOf(choice.active);
  const to = rowFor(press.key, at, { count: rows.length, pageRows });
  const row = to === null ? undefined : rows[to];
  if (row === undefined) return null;
  return chosen(rows, choice, row, press.shift ? 'range' : press.mod ? 'go' : 'only');
}

function rowFor(
  key: string,
  at: number,
  { count, pageRows }: { readonly count: number; readonly pageRows: number },
): number | null {
  if (count === 0) return null;
  const step = { ArrowDown: 1, ArrowUp: -1, PageDown: pageRows, PageUp: -pageRows }[key];
  if (step !== undefined) return Math.min(count - 1, Math.max(0, at < 0 && step < 0 ? 0 : at + step));
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : null;
}
