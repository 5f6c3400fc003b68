import type { ProfileContent } from '../../../../shared/contract/profiles.ts';
import { checkProfile } from '../../../../shared/domain/dose/check-profile.ts';
import type { LabelProfile } from '../../../../shared/domain/dose/label-profile.ts';
import { figuresOf, type ProfileFigure } from '../../../../shared/domain/dose/profile-figures.ts';
import { settleSources } from '../../../../shared/domain/dose/settle-sources.ts';
import { profileFault } from '../../../text/profile-text.ts';
import {
  limitDraftOf,
  questionDraftOf,
  strengthDraftOf,
  type LimitDraft,
  type QuestionDraft,
  type StrengthDraft,
} from './figure-drafts.ts';
import { aftercareDraftOf, readAftercare, type AftercareDraft } from './aftercare-draft.ts';
import { PLAIN_FIELDS, plainDraftOf, readPlain, type PlainDraft } from './plain-draft.ts';
import { readLimit, readQuestion, readStrength, type Faults, type Read } from './read-figures.ts';

/** A profile as it is being edited. */
export interface ProfileDraft {
  readonly summary: string;
  readonly limits: readonly LimitDraft[];
  readonly strengths: readonly StrengthDraft[];
  readonly questions: readonly QuestionDraft[];
  readonly aftercare: AftercareDraft;
  readonly plain: PlainDraft;
}

export function profileDraftOf(profile: LabelProfile, label: LabelProfile): ProfileDraft {
  const texts = new Set(figuresOf(label).map(({ value }) => value.source.text));
  return {
    summary: profile.summary,
    limits: profile.limits.map((limit) => limitDraftOf(limit, texts)),
    strengths: profile.strengths.map((rule, n) => strengthDraftOf(rule, `rule-${String(n)}`, texts)),
    questions: profile.contraindications.map((question) => questionDraftOf(question, texts)),
    aftercare: aftercareDraftOf(profile, texts),
    plain: plainDraftOf(profile, texts),
  };
}

/** A draft as far as it can be read. */
export interface ReadDraft {
  /** The figures that can be read; with `isWhole` all of them. */
  readonly content: ProfileContent;
  readonly isWhole: boolean;
  /** What keeps it from being saved: `limit own-1 cap`, `plain minimumDays`, `limits`. */
  readonly faults: Faults;
  /** The figures that could be read, by their place in the form: `limit own-1`, `interval`. */
  readonly figures: ReadonlyMap<string, ProfileFigure>;
}

/**
 * Reads a draft and holds it against the rules for profiles. What cannot be read is left out of the content; of the plain
 * figures, `before` stands in for all of them then.
 */
export function readDraft(draft: ProfileDraft, { before, label }: EditedProfile): ReadDraft {
  const limits = draft.limits.map((each) => ({ name: `limit ${each.id}`, ...readLimit(each) }));
  const strengths = draft.strengths.map((each) => ({ name: `strength ${each.id}`, ...readStrength(each) }));
  const questions = draft.questions.map((each) => ({ name: `question ${each.id}`, ...readQuestion(each) }));
  const plain = readPlain(draft.plain);
  const { id: _id, version: _version, name: _name, copiedFrom: _from, ...rulesOfBefore } = before;
  const { aftercare: aftercareBefore, ...rulesBefore } = rulesOfBefore;
  const aftercare = readAftercare(draft.aftercare);
  const said = Object.keys(aftercare.faults).length === 0 ? (aftercare.value ?? undefined) : aftercareBefore;
  const content = settleSources(
    {
      ...(plain.value ?? rulesBefore),
      summary: draft.summary.trim(),
      limits: valuesOf(limits),
      strengths: valuesOf(strengths),
      contraindications: valuesOf(questions),
      ...(said && { aftercare: said }),
    },
    label,
  );
  const all = [
    ...limits,
    ...strengths,
    ...questions,
    { name: 'aftercare', ...aftercare },
    { name: 'plain', ...plain },
  ];
  const unread: Faults = Object.fromEntries(
    all.flatMap(({ name, faults }) =>
      Object.entries(faults).map(([field, text]) => [`${name} ${field}`, text] as const),
    ),
  );
  const isWhole = Object.keys(unread).length === 0;
  const names = {
    limits: namesOf(limits),
    strengths: namesOf(strengths),
    contraindications: namesOf(questions),
    aftercare: (said?.points ?? []).map(({ id }) => `aftercare ${id}`),
  };
  const broken = Object.fromEntries(
    checkProfile(content)
      .toReversed()
      .map(({ path, rule }) => [fieldOf(path, names), profileFault(rule)]),
  );
  return { content, isWhole, faults: { ...broken, ...unread }, figures: figuresByPlace(content, names) };
}

function figuresByPlace(
  content: ProfileContent,
  names: Readonly<Record<'limits' | 'strengths' | 'contraindications', readonly string[]>>,
): ReadonlyMap<string, ProfileFigure> {
  const places = [...names.limits, ...names.strengths, ...names.contraindications];
  return new Map(figuresOf(content).map((figure, n) => [places[n] ?? figure.about, figure]));
}

/** What a draft began from, and the label it goes back to. */
export interface EditedProfile {
  readonly before: LabelProfile;
  readonly label: LabelProfile;
}

type Named<Value> = Read<Value> & { readonly name: string };

function valuesOf<Value>(figures: readonly Named<Value>[]): readonly Value[] {
  return figures.flatMap(({ value }) => (value === null ? [] : [value]));
}

function namesOf(figures: readonly Named<unknown>[]): readonly string[] {
  return figures.filter(({ value }) => value !== null).map(({ name }) => name);
}

/** The field of the form where a fault of the rules stands: `limits.2.cap` is that of the third limit that could be read. */
function fieldOf(path: string, names: Readonly<Record<string, readonly string[]>>): string {
  const plain = PLAIN_FIELDS[path];
  if (plain) return `plain ${plain}`;
  // Of the points of the aftercare one more word names the list.
  const [list = '', n, ...rest] = path.replace('aftercare.points.', 'aftercare.').split('.');
  if (path === 'aftercare.source') return 'aftercare source';
  const name = n === undefined ? undefined : names[list]?.[Number(n)];
  return name === undefined ? path : [name, ...rest].join(' ');
}
