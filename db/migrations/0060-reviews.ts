import type { Kysely } from 'kysely';
import {
  day,
  integer,
  maybeInteger,
  moment,
  note,
  oneOf,
  onlyAdded,
  primaryUuid,
  reference,
  run,
} from './statements.ts';

/** How the veins of a case responded. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await run(db, [
    `create table reviews (
      ${primaryUuid('id')},
      ${reference('case_id', 'cases')},
      ${day('on_date')},
      ${maybeInteger('improvement_percent', 0, 100)},
      satisfaction text check (satisfaction in ('dissatisfied', 'neither', 'satisfied', 'very-satisfied')),
      ${note('note', 2_000)},
      ${moment('recorded_at')},
      ${reference('recorded_by', 'people')}
    ) strict`,
    'create index reviews_by_case on reviews (case_id, on_date)',
    ...onlyAdded('reviews'),

    `create table review_responses (
      ${reference('review_id', 'reviews')},
      ${reference('vein_id', 'veins')},
      ${oneOf('response', ['cleared', 'better', 'same', 'worse', 'not-seen'])},
      ${integer('matting', 0, 3)},
      ${integer('pigmentation', 0, 3)},
      primary key (review_id, vein_id)
    ) strict`,
    'create index review_responses_by_vein on review_responses (vein_id)',
    ...onlyAdded('review_responses'),
  ]);
}
