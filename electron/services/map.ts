import type { Failure } from '../../shared/contract/failure.ts';
import type { MapAt, MapView, SaveGesture, SavedGesture } from '../../shared/contract/map.ts';
import type { Result } from '../../shared/kernel/result.ts';
import type { ServiceContext } from './context.ts';

export function readMap(_context: ServiceContext, _input: MapAt): Promise<Result<MapView, Failure>> {
  throw new Error('not built');
}

export function saveGesture(
  _context: ServiceContext,
  _input: SaveGesture,
): Promise<Result<SavedGesture, Failure>> {
  throw new Error('not built');
}
