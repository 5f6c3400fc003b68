import type { Failure } from '../../shared/contract/failure.ts';
import type {
  CloseSession,
  OpenBox,
  OpenSession,
  RecordInjection,
  RecordReaction,
  SessionView,
  SignSession,
  StrikeOutInjection,
  TodayView,
} from '../../shared/contract/session.ts';
import type { Injection } from '../../shared/domain/session/session.ts';
import type { SessionId } from '../../shared/kernel/ids.ts';
import type { Result } from '../../shared/kernel/result.ts';
import type { CalendarDate } from '../../shared/kernel/time.ts';
import type { ServiceContext } from './context.ts';

export function readToday(
  _context: ServiceContext,
  _input: CalendarDate,
): Promise<Result<TodayView, Failure>> {
  throw new Error('not built');
}

export function readSession(
  _context: ServiceContext,
  _input: SessionId,
): Promise<Result<SessionView, Failure>> {
  throw new Error('not built');
}

export function openSession(
  _context: ServiceContext,
  _input: OpenSession,
): Promise<Result<SessionView, Failure>> {
  throw new Error('not built');
}

export function openBox(_context: ServiceContext, _input: OpenBox): Promise<Result<SessionView, Failure>> {
  throw new Error('not built');
}

export function recordInjection(
  _context: ServiceContext,
  _input: RecordInjection,
): Promise<Result<Injection, Failure>> {
  throw new Error('not built');
}

export function strikeOutInjection(
  _context: ServiceContext,
  _input: StrikeOutInjection,
): Promise<Result<Injection, Failure>> {
  throw new Error('not built');
}

export function recordReaction(
  _context: ServiceContext,
  _input: RecordReaction,
): Promise<Result<SessionView, Failure>> {
  throw new Error('not built');
}

export function closeSession(
  _context: ServiceContext,
  _input: CloseSession,
): Promise<Result<SessionView, Failure>> {
  throw new Error('not built');
}

export function signSession(
  _context: ServiceContext,
  _input: SignSession,
): Promise<Result<SessionView, Failure>> {
  throw new Error('not built');
}
