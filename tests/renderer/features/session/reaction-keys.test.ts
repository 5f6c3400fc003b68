import { expect, test } from 'vitest';
import { kindOfKey, REACTION_KEYS } from '../../../../renderer/features/session/reaction-keys.ts';
import { REACTION_HINTS, REACTION_WORDS } from '../../../../renderer/text/reaction-text.ts';
import { REACTION_KINDS } from '../../../../shared/domain/session/reaction.ts';

test('every reaction has a letter of its own, one that stands in its words', () => {
  const letters = REACTION_KINDS.map((kind) => REACTION_KEYS[kind]);
  expect(new Set(letters).size).toBe(REACTION_KINDS.length);
  for (const kind of REACTION_KINDS) {
    const words = `${REACTION_WORDS[kind]} ${REACTION_HINTS[kind] ?? ''}`.toUpperCase();
    expect(words).toContain(REACTION_KEYS[kind]);
  }
});

test('the key that opens the list chooses nothing in it', () => {
  expect(kindOfKey('r', REACTION_KINDS)).toBeNull();
});

test('small and capital letters choose the same reaction, other keys none', () => {
  expect(kindOfKey('w', REACTION_KINDS)).toBe('wheal');
  expect(kindOfKey('W', REACTION_KINDS)).toBe('wheal');
  expect(kindOfKey('Enter', REACTION_KINDS)).toBeNull();
  expect(kindOfKey('1', REACTION_KINDS)).toBeNull();
});
