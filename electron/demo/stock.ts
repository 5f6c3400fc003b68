import { addLot, readStock } from '../services/stock.ts';
import { as, done, type DemoClinic } from './demo-clinic.ts';
import type { Script } from './scripts.ts';

/** A box as it arrives. Days are counted from today. */
interface Delivery {
  readonly arrivedOn: number;
  readonly expiresOn: number;
  readonly strengthUgPerMl: number;
  readonly lotNumber: string;
  readonly ampoules: number;
}

const YEAR = 365;

/** One lot has expired, one will within the month, and those of the old courses are long gone; the others are fine. */
const DELIVERIES: readonly Delivery[] = [
  {
    arrivedOn: -5.7 * YEAR,
    expiresOn: -3.1 * YEAR,
    strengthUgPerMl: 5_000,
    lotNumber: 'P1180A',
    ampoules: 20,
  },
  {
    arrivedOn: -5.7 * YEAR,
    expiresOn: -3.2 * YEAR,
    strengthUgPerMl: 10_000,
    lotNumber: 'P1203F',
    ampoules: 20,
  },
  { arrivedOn: -600, expiresOn: -12, strengthUgPerMl: 10_000, lotNumber: 'P3890B', ampoules: 60 },
  { arrivedOn: -420, expiresOn: 23, strengthUgPerMl: 5_000, lotNumber: 'P4102C', ampoules: 40 },
  { arrivedOn: -300, expiresOn: 412, strengthUgPerMl: 2_500, lotNumber: 'P4387A', ampoules: 30 },
  { arrivedOn: -300, expiresOn: 318, strengthUgPerMl: 10_000, lotNumber: 'P4471K', ampoules: 120 },
  { arrivedOn: -220, expiresOn: 466, strengthUgPerMl: 5_000, lotNumber: 'P4506D', ampoules: 80 },
  { arrivedOn: -220, expiresOn: 540, strengthUgPerMl: 20_000, lotNumber: 'P4518H', ampoules: 10 },
  { arrivedOn: -220, expiresOn: 540, strengthUgPerMl: 30_000, lotNumber: 'P4530E', ampoules: 10 },
];

/** Boxes arrive, one after the other. */
export async function* deliveries(clinic: DemoClinic): Script {
  for (const delivery of DELIVERIES) {
    yield clinic.calendar.moment(Math.round(delivery.arrivedOn), '08:05');
    const context = as(clinic, 'silva');
    const { products } = await done(readStock(context));
    const product = products.find(({ strengthUgPerMl }) => strengthUgPerMl === delivery.strengthUgPerMl);
    if (!product) throw new Error(`no product of ${String(delivery.strengthUgPerMl)} µg/mL`);
    await done(
      addLot(context, {
        productId: product.id,
        lotNumber: delivery.lotNumber,
        expiresOn: clinic.calendar.day(Math.round(delivery.expiresOn)),
        ampoules: delivery.ampoules,
        code: null,
      }),
    );
  }
}
