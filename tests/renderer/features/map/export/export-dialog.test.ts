import { describe, expect, test } from 'vitest';
import { matchesShortcut } from '../../../../../renderer/commands/shortcut.ts';
import { chosenViews } from '../../../../../renderer/features/map/export/export-choice.ts';
import { exportCommand } from '../../../../../renderer/features/map/export/export-command.ts';
import { exportFileName } from '../../../../../renderer/features/map/export/export-file-name.ts';
import { copyPng, saveFile } from '../../../../../renderer/features/map/export/hand-out.ts';
import { outcomeText } from '../../../../../renderer/text/export-text.ts';
import { viewsOfBothLegs, viewsOfLeg } from '../../../../../shared/domain/leg-map/views.ts';
import { calendarDate } from '../../../../../shared/kernel/time.ts';

const facts = {
  recordNumber: 'DC-00417',
  views: viewsOfLeg('left'),
  mapDate: calendarDate('2026-09-03'),
  variant: 'colour',
} as const;

describe('the name of the file', () => {
  test('says record number, leg and date', () => {
    expect(exportFileName(facts, 'svg')).toBe('DC-00417 left leg 2026-09-03.svg');
    expect(exportFileName({ ...facts, views: viewsOfLeg('right').slice(2, 3) }, 'png')).toBe(
      'DC-00417 right leg 2026-09-03.png',
    );
    expect(exportFileName({ ...facts, views: viewsOfBothLegs(), variant: 'black-and-white' }, 'png')).toBe(
      'DC-00417 both legs 2026-09-03 black-and-white.png',
    );
  });

  test.each([
    ['../../etc/passwd', 'etc-passwd'],
    ['A/17:b*?"<>|\\', 'A-17-b'],
    ['CON.txt', 'CON-txt'],
    ['../..', 'map'],
    ['Müller_1', 'Müller_1'],
    ['line\nbreak\u{0}', 'line-break'],
  ])('takes %j for a record number on every system', (recordNumber, record) => {
    expect(exportFileName({ ...facts, recordNumber }, 'svg')).toBe(`${record} left leg 2026-09-03.svg`);
  });
});

describe('the views that can be chosen', () => {
  const shown = viewsOfLeg('left').slice(0, 2);

  test('are those on the screen, one leg or both', () => {
    expect(chosenViews('shown', shown)).toEqual(shown);
    expect(chosenViews('right', shown)).toEqual(viewsOfLeg('right'));
    expect(chosenViews('both', shown)).toEqual(viewsOfBothLegs());
  });
});

describe('saving in the desktop app', () => {
  const blob = new Blob(['<svg/>']);

  test('hands over name and content, and says that it is saved', async () => {
    const files: unknown[] = [];
    const outcome = await saveFile(blob, 'a.svg', {
      saveFile: (file) => {
        files.push(file);
        return Promise.resolve(true);
      },
    });
    expect(files).toEqual([{ suggestedName: 'a.svg', content: new TextEncoder().encode('<svg/>') }]);
    expect(outcomeText(outcome)).toEqual({ words: 'Saved.', tone: 'ok' });
  });

  test('says so when the person thought better of it', async () => {
    const outcome = await saveFile(blob, 'a.svg', { saveFile: () => Promise.resolve(false) });
    expect(outcomeText(outcome).words).toBe('Not saved.');
  });

  test('says so when the disk refuses', async () => {
    const outcome = await saveFile(blob, 'a.svg', {
      saveFile: () => Promise.reject(new Error('ENOSPC')),
    });
    expect(outcomeText(outcome)).toEqual({
      words: 'The file could not be written. Choose another place.',
      tone: 'hard',
    });
  });
});

describe('copying', () => {
  test('says so where there is no clipboard, and what to do instead', async () => {
    const outcome = await copyPng(Promise.resolve(new Blob()));
    expect(outcomeText(outcome)).toEqual({
      words: 'The clipboard refused the picture. Save it as PNG instead.',
      tone: 'hard',
    });
  });

  test('does not blame the clipboard for a picture that could not be drawn', async () => {
    expect(await copyPng(Promise.reject(new Error('too large')))).toEqual({ type: 'not-drawn' });
  });
});

test('the command has a key and a name', () => {
  let opened = 0;
  const command = exportCommand(() => (opened += 1));
  command.run();
  expect(opened).toBe(1);
  expect(command.label).toBe('Save or copy the map');
  const press = { key: 'e', ctrlKey: true, metaKey: false, shiftKey: false, altKey: false };
  expect(command.shortcuts.some((shortcut) => matchesShortcut(shortcut, press))).toBe(true);
});
