import { sql, type Kysely } from 'kysely';
import { day, integer, maybeInteger, onlyAdded, reference, run } from './statements.ts';

/**
 * A review can take the place of one of the same day, says how both legs stand by CEAP and VCSS, and what becomes of the veins
 * that have not cleared. Of every vein that had been treated it keeps what the vein was and what it had been given, so that
 * statistics are the same after the vein was mapped otherwise. Earlier reviews get that as far as the injections tell it.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await run(db, [
    'alter table reviews add column replaces_id text references reviews (id)',
    'alter table reviews add column replaces_because text check (length(replaces_because) between 3 and 300)',
    'alter table reviews add column legs text check (json_valid(legs))',
    "alter table reviews add column rest_until text check (rest_until glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')",
    'create unique index reviews_replaced on reviews (replaces_id) where replaces_id is not null',
    'create index reviews_by_rest on reviews (rest_until) where rest_until is not null',

    'alter table review_responses add column ulcer integer not null default 0 check (ulcer between 0 and 3)',
    `alter table review_responses add column disposition text
      check (disposition in ('further-session', 'laser', 'rest', 'done'))`,

    // All that the statistics ask stands in one row, so that they read one table from end to end.
    `create table reviewed_veins (
      seq integer primary key,
      ${reference('review_id', 'reviews')},
      ${reference('vein_id', 'veins')},
      ${reference('case_id', 'cases')},
      ${day('reviewed_on')},
      response text check (response in ('cleared', 'better', 'same', 'worse', 'not-seen')),
      ${integer('matting', 0, 3)},
      ${integer('pigmentation', 0, 3)},
      ${integer('ulcer', 0, 3)},
      vein_kind text check (vein_kind in ('telangiectasia', 'reticular', 'varicose')),
      vein_diameter_mm real check (vein_diameter_mm between 0.1 and 20),
      ${maybeInteger('vein_length_mm', 0, 10_000_000)},
      region text check (length(region) between 1 and 40),
      form text check (form in ('liquid', 'foam')),
      ${maybeInteger('strength_ug_per_ml', 1_000, 50_000)},
      ${integer('injections', 1, 100_000)},
      ${integer('volume_ul', 1, 1_000_000_000)},
      ${integer('mass_ug', 1, 1_000_000_000)},
      ${day('last_on')},
      ${integer('days_since', 0, 100_000)},
      fitzpatrick text check (fitzpatrick in ('I', 'II', 'III', 'IV', 'V', 'VI')),
      unique (review_id, vein_id)
    ) strict`,
    'create index sessions_by_case_and_day on sessions (case_id, on_date)',
    ...onlyAdded('reviewed_veins'),
  ]);
  await earlierReviews.execute(db);
}

/** Several forms or strengths in one vein: none of them is named. The region of then is not known any more. */
const earlierReviews = sql`
  with given as (
    select r.id as review_id, r.case_id, r.on_date as reviewed_on, i.*, s.on_date,
      row_number() over (partition by r.id, i.vein_id order by i.given_at, i.number) as nth
    from reviews r
    join sessions s on s.case_id = r.case_id and s.on_date <= r.on_date
    join injections i on i.session_id = s.id and i.vein_id is not null
    where not exists (select 1 from injection_strike_outs k where k.injection_id = i.id)
  )
  insert into reviewed_veins (review_id, vein_id, case_id, reviewed_on, response, matting, pigmentation, ulcer,
    vein_kind, vein_diameter_mm, vein_length_mm, region, form, strength_ug_per_ml, injections, volume_ul, mass_ug,
    last_on, days_since, fitzpatrick)
  select given.review_id, given.vein_id, given.case_id, given.reviewed_on,
    max(seen.response), coalesce(max(seen.matting), 0), coalesce(max(seen.pigmentation), 0), 0,
    max(case when nth = 1 then vein_kind end),
    max(case when nth = 1 then vein_diameter_mm end),
    max(case when nth = 1 and vein_pattern = 'line' then vein_extent end),
    null,
    case when min(form) = max(form) then min(form) end,
    case when min(strength_ug_per_ml) = max(strength_ug_per_ml) then min(strength_ug_per_ml) end,
    count(*), sum(volume_ul), sum(mass_ug), max(on_date),
    cast(julianday(max(reviewed_on)) - julianday(max(on_date)) as integer),
    (select json_extract(a.content, '$.fitzpatrick') from assessments a
      where a.case_id = given.case_id order by a.seq desc limit 1)
  from given
  left join review_responses seen on seen.review_id = given.review_id and seen.vein_id = given.vein_id
  group by given.review_id, given.vein_id
`;
