import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { clinicArguments, parseStartOptions, webArguments } from '../../build/start-options.ts';

const folder = resolve('/clinic');
const optionsOf = (...args: string[]) => {
  const parsed = parseStartOptions(args, folder);
  return 'options' in parsed ? parsed.options : expect.unreachable(parsed.problem);
};

describe('the options of npm start', () => {
  test('are the quiet ones where none is given', () => {
    expect(optionsOf()).toEqual({
      web: false,
      port: 0,
      dataFolder: null,
      demo: false,
      open: true,
      restoreFile: null,
    });
  });

  test('take files and folders from where the command was given', () => {
    expect(optionsOf('--data', 'records', '--restore', 'a.db')).toMatchObject({
      dataFolder: resolve('/clinic/records'),
      restoreFile: resolve('/clinic/a.db'),
    });
    expect(optionsOf('--data', resolve('/other')).dataFolder).toBe(resolve('/other'));
  });

  test('reach the web host whole, and the desktop app as far as it knows them', () => {
    const options = optionsOf(
      '--web',
      '--port',
      '8080',
      '--data',
      'records',
      '--demo',
      '--no-open',
      '--restore',
      'a.db',
    );
    const clinic = ['--data', resolve('/clinic/records'), '--demo', '--restore', resolve('/clinic/a.db')];
    expect(clinicArguments(options)).toEqual(clinic);
    expect(webArguments(options)).toEqual(['--port', '8080', ...clinic, '--no-open']);
  });

  test.each([
    ['--port', 'abc'],
    ['--port', '65536'],
    ['--port', '-1'],
    ['--port', ''],
    ['--port', '80.5'],
    ['--port'],
  ])('refuse the port in %s %s', (...args) => {
    expect(parseStartOptions(args, folder)).toHaveProperty('problem');
  });

  test.each([
    ['--data', ''],
    ['--restore', ''],
    ['--data'],
    ['--nothing-like-it'],
    ['records'],
    ['--demo=yes'],
  ])('refuse %s %s', (...args) => {
    expect(parseStartOptions(args, folder)).toHaveProperty('problem', expect.stringMatching(/^[^\n]+\.$/));
  });
});
