import { initTRPC, TRPCError } from '@trpc/server';
import { ZodError } from 'zod';
import { classifySqliteError } from '../../db/connection/classify-sqlite-error.ts';
import type { Failure, InputIssue } from '../../shared/contract/failure.ts';
import { mayDo, rolesFor, type Action } from '../../shared/domain/staff/roles.ts';
import type { Result } from '../../shared/kernel/result.ts';
import type { RequestContext } from './request-context.ts';

/** Carries an expected failure through tRPC to the one place that turns it into an answer. */
export class FailureError extends Error {
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(failure.code);
    this.failure = failure;
  }
}

const t = initTRPC.context<RequestContext>().create({
  isDev: false,
  errorFormatter: ({ shape, error }) => {
    const failure = failureOf(error);
    // The message of a bug stays inside: it might quote a patient.
    return { message: failure.code, code: shape.code, data: { code: shape.data.code, failure } };
  },
});

export const router = t.router;

/** Open to everybody at this computer. */
export const publicProcedure = t.procedure;

/** Open to whoever is signed in. */
export const signedIn = t.procedure.use(({ ctx, next }) => {
  if (!ctx.actor || ctx.token === null) throw refusal({ code: 'not-signed-in' });
  return next({ ctx: { ...ctx, service: { ...ctx.public, actor: ctx.actor, token: ctx.token } } });
});

/** Open to whoever holds a role that may do this. */
export const allowedTo = (action: Action) =>
  signedIn.use(({ ctx, next }) => {
    if (!mayDo(ctx.service.actor.roles, action))
      throw refusal({ code: 'forbidden', needs: rolesFor(action) });
    return next();
  });

/** The value of a result; a failure goes to the caller as `error.data.failure`. */
export async function answer<T>(result: Promise<Result<T, Failure>>): Promise<T> {
  const settled = await result;
  if (settled.ok) return settled.value;
  throw refusal(settled.error);
}

function refusal(failure: Failure): TRPCError {
  return new TRPCError({ code: httpCodeOf(failure), cause: new FailureError(failure) });
}

function httpCodeOf(failure: Failure): TRPCError['code'] {
  switch (failure.code) {
    case 'not-signed-in':
      return 'UNAUTHORIZED';
    case 'forbidden':
      return 'FORBIDDEN';
    case 'not-found':
      return 'NOT_FOUND';
    case 'conflict':
      return 'CONFLICT';
    case 'internal':
      return 'INTERNAL_SERVER_ERROR';
    default:
      return 'BAD_REQUEST';
  }
}

/** The failure behind an error of the API; every bug is `internal`. */
export function failureOf(error: TRPCError): Failure {
  const { cause } = error;
  if (cause instanceof FailureError) return cause.failure;
  const stored = classifySqliteError(cause);
  if (stored) return stored;
  if (cause instanceof ZodError) return { code: 'invalid-input', issues: cause.issues.map(issueOf) };
  if (error.code === 'NOT_FOUND') return { code: 'not-found', what: 'procedure' };
  if (error.code === 'INTERNAL_SERVER_ERROR') return { code: 'internal' };
  return { code: 'invalid-input', issues: [{ path: '', rule: error.code }] };
}

function issueOf(issue: ZodError['issues'][number]): InputIssue {
  return { path: issue.path.map(String).join('.'), rule: issue.code };
}
