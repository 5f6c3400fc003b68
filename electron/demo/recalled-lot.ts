import { noteTold, readRecallOf } from '../services/recall.ts';
import { addLot, readStock, recallLot } from '../services/stock.ts';
import { as, done, type DemoClinic } from './demo-clinic.ts';
import type { Script } from './scripts.ts';
import { seededUuids } from './seeded-uuids.ts';

const LOT_NUMBER = 'P3907E';
const AMPOULES = 20;

/** A short-dated lot that a few patients got before its maker called it back; some of them have been told. */
export async function* recalledLot(clinic: DemoClinic): Script {
  const newUuid = seededUuids('recalled lot of the demo clinic');
  yield clinic.calendar.moment(-110, '08:15');
  const nurse = { ...as(clinic, 'silva'), newUuid };
  const { products } = await done(readStock(nurse));
  const product = products.find(({ strengthUgPerMl }) => strengthUgPerMl === 10_000);
  if (!product) throw new Error('no product of 1 %');
  const { lots } = await done(
    addLot(nurse, {
      productId: product.id,
      lotNumber: LOT_NUMBER,
      expiresOn: clinic.calendar.day(-70),
      ampoules: AMPOULES,
      code: null,
    }),
  );
  const lotId = lots.find(({ lotNumber }) => lotNumber === LOT_NUMBER)?.id;
  if (!lotId) throw new Error('the lot is not in stock');

  yield clinic.calendar.moment(-9, '12:40');
  await done(
    recallLot(as(clinic, 'silva'), {
      lotId,
      reason: 'Letter of the maker: glass particles in single ampoules',
    }),
  );
  yield clinic.calendar.moment(-8, '16:50');
  const { patients } = await done(readRecallOf(as(clinic, 'silva'), lotId));
  const [first, second] = patients;
  for (const told of [first, second]) {
    if (!told) continue;
    await done(
      noteTold(as(clinic, 'silva'), {
        lotId,
        patientId: told.patient.id,
        told: true,
        onDate: clinic.calendar.day(-8),
        note: told === first ? 'By telephone, no complaints' : 'By letter',
      }),
    );
  }
}
