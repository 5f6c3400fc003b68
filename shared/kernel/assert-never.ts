/** Closes a switch over a union: a new member is a compile error here, and a bug if it gets past that. */
export function assertNever(value: never): never {
  throw new Error(`unhandled case: ${JSON.stringify(value)}`);
}
