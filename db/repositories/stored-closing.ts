import { z } from 'zod';
import { idOf } from '../../shared/kernel/ids.ts';
import { microlitres } from '../../shared/kernel/units.ts';

const volume = z.int().min(0).transform(microlitres);

/** The ampoules of a closing as they stand in a JSON column. */
export const StoredAmpoules = z.array(
  z.strictObject({
    lotId: z.uuid().transform((text) => idOf<'lot'>(text)),
    ampoulesOpened: z.int().min(0),
    injectedUl: volume,
    wastedUl: volume,
  }),
);

/** The points of the aftercare that were explained, by their ids in the session's profile. */
export const StoredAftercare = z.array(z.string());
