import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { FullConfig, Reporter, Suite, TestCase } from '@playwright/test/reporter';
import type { Tally } from './tally.ts';

/** A Playwright reporter that writes its tally to a file, with the reasons of what was skipped. */
export default class TallyReporter implements Reporter {
  readonly #file: string;
  #root: Suite | undefined;
  #errors = 0;

  constructor(options: { readonly file: string }) {
    this.#file = options.file;
  }

  onBegin(_config: FullConfig, suite: Suite): void {
    this.#root = suite;
  }

  /** An error outside of any test, such as a file that does not load. */
  onError(): void {
    this.#errors += 1;
  }

  onEnd(): void {
    const tests = this.#root?.allTests() ?? [];
    const failed = tests.filter((test) => test.outcome() === 'unexpected');
    const tally: Tally = {
      passed: tests.filter((test) => test.outcome() === 'expected' || test.outcome() === 'flaky').length,
      failed: failed.length + this.#errors,
      failures: [...failed.map(nameOf), ...(this.#errors > 0 ? ['an error outside of any test'] : [])],
      skipped: tests
        .filter((test) => test.outcome() === 'skipped')
        .map((test) => ({ name: nameOf(test), reason: reasonOf(test) })),
    };
    mkdirSync(dirname(this.#file), { recursive: true });
    writeFileSync(this.#file, JSON.stringify(tally));
  }
}

const nameOf = (test: TestCase) => test.titlePath().filter(Boolean).join(' › ');

const reasonOf = (test: TestCase) =>
  test.annotations.find(({ type }) => type === 'skip' || type === 'fixme')?.description ?? 'no reason given';
