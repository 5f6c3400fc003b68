import type { PlanPicture } from '../../../canvas/export/plan-picture.ts';
import { fileNamePart } from '../../map/export/export-file-name.ts';

/** `DC-00417 plan 2026-09-03.png`: never the patient's name, and a name that every system takes. */
export function pictureFileName(
  { title, variant }: Pick<PlanPicture, 'title' | 'variant'>,
  ending: 'svg' | 'png',
): string {
  const record = fileNamePart(title.recordNumber);
  const words = [
    ...(record === '' ? [] : [record]),
    'plan',
    title.onDate,
    ...(variant === 'colour' ? [] : ['black-and-white']),
  ];
  return `${words.join(' ')}.${ending}`;
}
