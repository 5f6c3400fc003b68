import type { Failure } from '../shared/contract/failure.ts';

/** What the local web host says to a request that it does not let in. */
export function refusalText(because: 'wrong-host' | 'wrong-origin' | 'no-cookie' | 'used-token'): string {
  switch (because) {
    case 'wrong-host':
      return 'Phleboplan answers only at the address that it printed when it started.\n';
    case 'wrong-origin':
      return 'Phleboplan does not answer pages from elsewhere.\n';
    case 'no-cookie':
      return 'This browser has not been let in. Open the address that Phleboplan printed when it started.\n';
    case 'used-token':
      return 'This address has been used. It works once; stop Phleboplan and start it again for a new one.\n';
  }
}

/** One sentence for a failure that keeps the records from being opened or brought back: what is wrong and what to do. */
export function startFailureText(failure: Failure, folder: string): string {
  switch (failure.code) {
    case 'storage/full':
      return `The disk is full, so the records in ${folder} could not be opened; make room and start again.`;
    case 'storage/busy':
      return `Another Phleboplan has the records in ${folder} open; close it first.`;
    case 'storage/unreadable':
      return `The records in ${folder} cannot be read or written; check who owns the folder and its permissions.`;
    case 'storage/wrong-key':
      return `The key in ${folder} does not belong to these records; put back the key that they were made with.`;
    case 'storage/key-missing':
      return `The key to the records in ${folder} is missing or damaged; put the file "key" back beside them.`;
    case 'storage/key-exposed':
      return `Others can read the key in ${folder}; take their permission away (chmod 600 key) and start again.`;
    case 'storage/corrupt':
      return `The records are damaged and were left as they are; bring a backup back with --restore FILE from ${folder}/backups.`;
    case 'storage/newer':
      return `The records in ${folder} were made by a newer Phleboplan (${failure.fileMigration}); start that one.`;
    case 'storage/no-keychain':
      return 'This machine has no keychain to keep the key in; set one up and start again.';
    case 'not-found':
      return failure.what === 'backup'
        ? 'There is no backup of that name.'
        : `The records in ${folder} are missing, though there are backups; bring one back with --restore FILE.`;
    default:
      return `Phleboplan could not start (${failure.code}).`;
  }
}
