import type { Preparation } from '../../shared/domain/dose/ledger.ts';
import type { MicrogramsPerMillilitre } from '../../shared/kernel/units.ts';

/** A preparation as it lies in columns. */
export interface PreparationColumns {
  readonly form: Preparation['form'];
  readonly strength_ug_per_ml: MicrogramsPerMillilitre;
  readonly gas_parts: number | null;
}

export function preparationColumns(preparation: Preparation): PreparationColumns {
  return {
    form: preparation.form,
    strength_ug_per_ml: preparation.strengthUgPerMl,
    gas_parts: preparation.form === 'foam' ? preparation.gasParts : null,
  };
}

/** Throws on foam without gas: the table's own checks refuse it. */
export function preparationOf(row: PreparationColumns): Preparation {
  if (row.form === 'liquid') return { form: 'liquid', strengthUgPerMl: row.strength_ug_per_ml };
  if (row.gas_parts === null) throw new Error('foam without gas parts');
  return { form: 'foam', strengthUgPerMl: row.strength_ug_per_ml, gasParts: row.gas_parts };
}
