import type { AddPerson, ChangePerson } from '../../shared/contract/clinic.ts';
import type { Failure } from '../../shared/contract/failure.ts';
import type { Person } from '../../shared/domain/staff/roles.ts';
import type { Result } from '../../shared/kernel/result.ts';
import type { ServiceContext } from './context.ts';

export function addPerson(_context: ServiceContext, _input: AddPerson): Promise<Result<Person, Failure>> {
  throw new Error('not built');
}

export function changePerson(
  _context: ServiceContext,
  _input: ChangePerson,
): Promise<Result<Person, Failure>> {
  throw new Error('not built');
}
