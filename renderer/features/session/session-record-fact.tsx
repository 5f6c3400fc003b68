import type { ReactNode } from 'react';

/** A fact of a record: what it is, and how it is. */
export function Fact({ name, text }: { readonly name: string; readonly text: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{text}</dd>
    </>
  );
}
