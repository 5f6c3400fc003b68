import { useState } from 'react';

type Errors<Draft> = Readonly<Partial<Record<keyof Draft & string, string>>>;

/** A form as typed, with its faults where they are: at the field, once it was left or a try was made to save. */
export interface DraftForm<Draft> {
  readonly draft: Draft;
  readonly set: <Field extends keyof Draft & string>(field: Field, value: Draft[Field]) => void;
  /** The fault of a field, if it is time to show it. */
  readonly errorOf: (field: keyof Draft & string) => string | null;
  readonly touch: (field: keyof Draft & string) => void;
  /** Shows all faults; true if there are none. */
  readonly check: () => boolean;
  /** Faults that the core found. They go when the field changes. */
  readonly refuse: (errors: Readonly<Record<string, string>>) => void;
}

/** Keeps a form. `errorsOf` finds its faults; nothing typed is ever dropped. */
export function useDraft<Draft extends object>(
  initial: Draft,
  errorsOf: (draft: Draft) => Errors<Draft>,
): DraftForm<Draft> {
  const [draft, setDraft] = useState(initial);
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const [allShown, setAllShown] = useState(false);
  const [refused, setRefused] = useState<Readonly<Record<string, string>>>({});
  const errors = errorsOf(draft);
  return {
    draft,
    set: (field, value) => {
      setDraft((before) => ({ ...before, [field]: value }));
      setRefused(({ [field]: _gone, ...rest }) => rest);
    },
    errorOf: (field) => refused[field] ?? (allShown || touched.has(field) ? (errors[field] ?? null) : null),
    touch: (field) => {
      setTouched((before) => new Set(before).add(field));
    },
    check: () => {
      setAllShown(true);
      focusFirstFault();
      return Object.keys(errors).length === 0;
    },
    refuse: setRefused,
  };
}

interface TextForm<Field extends string> {
  readonly draft: Readonly<Record<Field, string>>;
  readonly set: (field: Field, value: string) => void;
  readonly errorOf: (field: Field) => string | null;
  readonly touch: (field: Field) => void;
}

/** The properties of a text field of a form. Its fault shows when it is left with something in it. */
export function textFieldOf<Field extends string>(form: TextForm<Field>, field: Field) {
  return {
    name: field,
    autoComplete: 'off',
    value: form.draft[field],
    error: form.errorOf(field),
    onChange: (event: { readonly currentTarget: { readonly value: string } }) => {
      form.set(field, event.currentTarget.value);
    },
    onBlur: () => {
      if (form.draft[field] !== '') form.touch(field);
    },
  };
}

/** Moves to the first field that is marked, once the marks are drawn. */
function focusFirstFault(): void {
  window.requestAnimationFrame(() => {
    document.querySelector<HTMLElement>('form [aria-invalid="true"], form input[data-invalid]')?.focus();
  });
}
