import loadHighs, { type Highs } from 'highs';

/** A whole number of times a variable. */
export interface Term {
  readonly times: number;
  readonly name: string;
}

export interface Row {
  readonly terms: readonly Term[];
  readonly relation: '<=' | '>=' | '=';
  readonly than: number;
}

/** A programme in whole numbers: the least sum of `minimise` under rows. */
export interface Programme {
  readonly minimise: readonly string[];
  readonly rows: readonly Row[];
  /** Variables that are 0 or 1. */
  readonly binaries: readonly string[];
  /** Variables that are whole and lie between 0 and a most. */
  readonly integers: readonly { readonly name: string; readonly most: number }[];
}

/** What the solver answers: the least sum with a value for each variable; null: nothing keeps all rows. */
export type Solution = { readonly least: number; readonly valueOf: (name: string) => number } | null;

/** Its presolve takes some of these programmes apart wrongly, and then says so itself. A second is plenty for nearly all. */
const OPTIONS = { presolve: 'off', time_limit: 1 } as const;

/** `undecided`: not within its time. */
export type Solver = (programme: Programme) => Solution | 'undecided';

/** The independent solver. It comes as WebAssembly and is loaded once. */
export async function loadSolver(): Promise<Solver> {
  const highs = await loadHighs();
  return (programme) => solve(highs, programme);
}

/** Text that it cannot read the solver takes for an empty programme; so what it has read is counted again. */
function solve(highs: Highs, programme: Programme): Solution | 'undecided' {
  const text = textOf(programme);
  const solution = highs.solve(text, OPTIONS);
  const names = [...programme.binaries, ...programme.integers.map(({ name }) => name)];
  if (solution.Status === 'Infeasible') return null;
  if (solution.Status === 'Time limit reached') return 'undecided';
  if (solution.Status !== 'Optimal') throw new Error(`the solver says ${solution.Status} of\n${text}`);
  if (
    Object.keys(solution.Columns).length !== names.length ||
    solution.Rows.length !== programme.rows.length
  ) {
    throw new Error(`the solver has not read all of\n${text}`);
  }
  return {
    least: Math.round(solution.ObjectiveValue),
    valueOf: (name) => {
      const column = solution.Columns[name];
      if (!column || !('Primal' in column)) throw new Error(`no variable ${name}`);
      return Math.round(column.Primal);
    },
  };
}

/** The programme in the LP format. Each term stands on a line of its own: lines may not become too long. */
function textOf({ minimise, rows, binaries, integers }: Programme): string {
  const sum = (terms: readonly Term[]) =>
    terms.map(({ times, name }) => `${times < 0 ? '-' : '+'} ${String(Math.abs(times))} ${name}`).join('\n ');
  const objective = sum(minimise.map((name) => ({ times: 1, name })));
  return [
    'Minimize',
    ` sessions: ${objective}`,
    'Subject To',
    ...rows.map(({ terms, relation, than }, index) => {
      if (terms.length === 0) throw new Error('a row without variables');
      const step = terms.reduce((common, { times }) => commonDivisor(common, Math.abs(times)), 0);
      const smaller = terms.map(({ times, name }) => ({ times: times / step, name }));
      return ` r${String(index)}: ${sum(smaller)} ${relation} ${String(inSteps(than, step, relation))}`;
    }),
    'Bounds',
    ...integers.map(({ name, most }) => ` 0 <= ${name} <= ${String(most)}`),
    'General',
    ...integers.map(({ name }) => ` ${name}`),
    'Binary',
    ...binaries.map((name) => ` ${name}`),
    'End',
    '',
  ].join('\n');
}

/** In numbers as small as may be: the solver's arithmetic is in floating point. */
function inSteps(than: number, step: number, relation: Row['relation']): number {
  if (relation === '=' && than % step !== 0) throw new Error('a row that nothing can keep');
  return relation === '>=' ? Math.ceil(than / step) : Math.floor(than / step);
}

function commonDivisor(a: number, b: number): number {
  return b === 0 ? a : commonDivisor(b, a % b);
}
