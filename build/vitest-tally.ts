import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Reporter, TestCase, TestModule } from 'vitest/node';
import type { Tally } from './tally.ts';

/** A Vitest reporter that writes its tally to a file, with the reasons of what was skipped. */
export class TallyReporter implements Reporter {
  readonly #file: string;

  constructor(file: string) {
    this.#file = file;
  }

  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    // A file that does not load has no test to fail; it counts as one.
    const brokenFiles = modules.filter(
      (module) => module.state() === 'failed' && ![...module.children.allTests('failed')].length,
    );
    const failed = tests.filter((test) => !['passed', 'skipped'].includes(test.result().state));
    const tally: Tally = {
      passed: tests.filter((test) => test.result().state === 'passed').length,
      failed: failed.length + brokenFiles.length + unhandledErrors.length,
      failures: [
        ...failed.map(nameOf),
        ...brokenFiles.map((module) => module.relativeModuleId),
        ...unhandledErrors.map((error) => `outside of any test: ${String(error)}`),
      ],
      skipped: tests
        .filter((test) => test.result().state === 'skipped')
        .map((test) => ({
          name: nameOf(test),
          reason: reasonOf(test),
        })),
    };
    mkdirSync(dirname(this.#file), { recursive: true });
    writeFileSync(this.#file, JSON.stringify(tally));
  }
}

function nameOf(test: TestCase): string {
  return `${test.module.relativeModuleId} › ${test.fullName}`;
}

function reasonOf(test: TestCase): string {
  const result = test.result();
  return (result.state === 'skipped' && result.note) || 'no reason given';
}
