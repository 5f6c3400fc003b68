import { POLIDOCANOL_ALLERGY_ID } from '../../../../shared/domain/patient/eligibility.ts';
import { profileEditorText } from '../../../text/profile-editor-text.ts';
import { profileFault } from '../../../text/profile-text.ts';
import { strengthChoices, type LimitDraft, type QuestionDraft, type StrengthDraft } from './figure-drafts.ts';
import { FigureList } from './figure-list.tsx';
import { withMember, type FormTools } from './form-tools.ts';
import { LimitFields } from './limit-fields.tsx';
import { QuestionFields } from './question-fields.tsx';
import { StrengthFields } from './strength-fields.tsx';

interface PartProps {
  readonly tools: FormTools;
}

/** An id that no other profile of the clinic gives away: answers and gauges are kept under it. */
const ownId = () => `own-${crypto.randomUUID()}`;

export function LimitsPart({ tools }: PartProps) {
  const change = (id: string, changed: Partial<LimitDraft>) => {
    tools.change((draft) => ({ ...draft, limits: withMember(draft.limits, id, changed) }));
  };
  return (
    <FigureList
      tools={tools}
      about="limit"
      drafts={tools.draft.limits}
      unnamed={profileEditorText.newLimit}
      addWords={profileEditorText.addLimit}
      fault={tools.faultOf('limits')}
      onAdd={() => {
        const limit: LimitDraft = { ...NEW_LIMIT, id: ownId() };
        tools.change((draft) => ({ ...draft, limits: [...draft.limits, limit] }));
        return limit;
      }}
      onChange={change}
      onRemove={(id) => {
        tools.change((draft) => ({ ...draft, limits: draft.limits.filter((limit) => limit.id !== id) }));
      }}
      fieldsOf={(limit, faultOf) => (
        <LimitFields
          limit={limit}
          faultOf={faultOf}
          onChange={(changed) => {
            change(limit.id, changed);
          }}
        />
      )}
    />
  );
}

export function StrengthsPart({ tools }: PartProps) {
  const choices = strengthChoices(tools.read.content);
  const change = (id: string, changed: Partial<StrengthDraft>) => {
    tools.change((draft) => ({ ...draft, strengths: withMember(draft.strengths, id, changed) }));
  };
  return (
    <FigureList
      tools={tools}
      about="strength"
      drafts={tools.draft.strengths}
      unnamed={profileEditorText.newRule}
      addWords={profileEditorText.addRule}
      fault={undefined}
      onAdd={() => {
        const rule: StrengthDraft = { ...NEW_RULE, id: ownId() };
        tools.change((draft) => ({ ...draft, strengths: [...draft.strengths, rule] }));
        return rule;
      }}
      onChange={change}
      onRemove={(id) => {
        tools.change((draft) => ({ ...draft, strengths: draft.strengths.filter((rule) => rule.id !== id) }));
      }}
      fieldsOf={(rule, faultOf) => (
        <StrengthFields
          rule={rule}
          choices={choices}
          figure={tools.figureOf(`strength ${rule.id}`)}
          faultOf={faultOf}
          onChange={(changed) => {
            change(rule.id, changed);
          }}
        />
      )}
    />
  );
}

export function QuestionsPart({ tools }: PartProps) {
  const change = (id: string, changed: Partial<QuestionDraft>) => {
    tools.change((draft) => ({ ...draft, questions: withMember(draft.questions, id, changed) }));
  };
  return (
    <FigureList
      tools={tools}
      about="question"
      drafts={tools.draft.questions}
      unnamed={profileEditorText.newQuestion}
      addWords={profileEditorText.addQuestion}
      fault={tools.faultOf('contraindications')}
      stays={({ id }) => (id === POLIDOCANOL_ALLERGY_ID ? profileFault('allergy-stays') : null)}
      onAdd={() => {
        const question: QuestionDraft = { ...NEW_QUESTION, id: ownId() };
        tools.change((draft) => ({ ...draft, questions: [...draft.questions, question] }));
        return question;
      }}
      onChange={change}
      onRemove={(id) => {
        tools.change((draft) => ({ ...draft, questions: draft.questions.filter((each) => each.id !== id) }));
      }}
      fieldsOf={(question, faultOf) => (
        <QuestionFields
          question={question}
          faultOf={faultOf}
          onChange={(changed) => {
            change(question.id, changed);
          }}
        />
      )}
    />
  );
}

const NEW_LIMIT: Omit<LimitDraft, 'id'> = {
  quantity: 'total-volume',
  window: 'session',
  per: 'person',
  amount: '',
  severity: 'soft',
  veinKinds: [],
  form: 'any',
  session: 'every',
  over: '',
  upTo: '',
  source: '',
};

const NEW_RULE: Omit<StrengthDraft, 'id'> = {
  veinKind: 'telangiectasia',
  pattern: 'line',
  form: 'liquid',
  over: '',
  upTo: '',
  central: false,
  strengths: [5_000],
  proposed: 5_000,
  volume: '',
  every: '',
  source: '',
};

const NEW_QUESTION: Omit<QuestionDraft, 'id'> = {
  text: '',
  grade: 'relative',
  askEachSession: false,
  foamOnly: false,
  source: '',
};
