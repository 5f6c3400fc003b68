import type { Failure } from '../../shared/contract/failure.ts';
import type { AddLot, RecallLot, StockView } from '../../shared/contract/session.ts';
import type { Result } from '../../shared/kernel/result.ts';
import type { ServiceContext } from './context.ts';

export function readStock(_context: ServiceContext): Promise<Result<StockView, Failure>> {
  throw new Error('not built');
}

export function addLot(_context: ServiceContext, _input: AddLot): Promise<Result<StockView, Failure>> {
  throw new Error('not built');
}

export function recallLot(_context: ServiceContext, _input: RecallLot): Promise<Result<StockView, Failure>> {
  throw new Error('not built');
}
