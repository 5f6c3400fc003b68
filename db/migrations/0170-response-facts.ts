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

    `create table reviewed_veins (
      ${reference('review_id', 'reviews')},
      ${reference('vein_id', 'veins')},
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
      primary key (review_id, vein_id)
    ) strict`,
    'create index reviewed_veins_by_vein on reviewed_veins (vein_id)',
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
  insert into reviewed_veins
  select review_id, vein_id,
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
  from given group by review_id, vein_id
`;
