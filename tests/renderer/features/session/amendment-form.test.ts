import { expect, test } from 'vitest';
import {
  emptyAmendment,
  readAmendment,
  type AmendmentForm,
} from '../../../../renderer/features/session/amendment-form.ts';
import { EMPTY_CLOSING } from '../../../../renderer/features/session/closing-draft.ts';
import { idOf } from '../../../../shared/kernel/ids.ts';
import { instantOf } from '../../../../shared/kernel/time.ts';
import { microlitres } from '../../../../shared/kernel/units.ts';
import { LOT, NURSE, liquid, sessionView, uuid, veinId } from './session-fixture.ts';

const empty = emptyAmendment(idOf<'amendment'>(uuid(1)), sessionView({}));

test('a half-filled amendment comes back as it was typed', () => {
  const form: AmendmentForm = {
    ...empty,
    struckOut: [idOf<'injection'>(uuid(2))],
    added: [
      {
        injectionId: idOf<'injection'>(uuid(3)),
        veinId: veinId(5),
        site: { leg: 'left', aspect: 'posterior', point: null },
        lotId: LOT,
        preparation: liquid(1),
        volumeUl: microlitres(300),
        needle: '30 G',
        givenAt: instantOf(0),
        givenBy: NURSE,
        volumeConfirmed: false,
      },
    ],
    addition: { ...empty.addition, volume: '0,', time: '09:', side: { leg: 'left', aspect: 'medial' } },
    closing: { ...EMPTY_CLOSING, note: 'the band slipped' },
    reason: 'found in the',
    remark: 'notes',
  };
  expect(readAmendment(JSON.stringify(form))).toEqual(form);
});

test('what cannot be read, or was kept of nothing, is no amendment', () => {
  expect(readAmendment(null)).toBeNull();
  expect(readAmendment('{"reason":')).toBeNull();
  expect(readAmendment('{"reason":"found"}')).toBeNull();
});
