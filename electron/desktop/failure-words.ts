import type { Failure } from '../../shared/contract/failure.ts';

export interface FailureWords {
  readonly title: string;
  readonly detail: string;
}

/** What a person is told when the clinic cannot be opened. Spoken here, since there is no screen yet to say it. */
export function failureWords(failure: Failure): FailureWords {
  switch (failure.code) {
    case 'storage/no-keychain':
      return {
        title: 'This computer has no keychain',
        detail:
          'Phleboplan keeps the key of the patient records in the keychain of the system, and never in a readable file. ' +
          'Nothing was written.\n\n' +
          'On Linux: install and unlock GNOME Keyring (package gnome-keyring) or KWallet, sign in to the desktop again ' +
          'and start Phleboplan. On Windows and macOS: sign in with your own account and start Phleboplan again.',
      };
    case 'storage/key-missing':
      return {
        title: 'The key of these records is not to be had',
        detail:
          'The records are here, but the keychain of this account does not give their key. Sign in to the computer with the ' +
          'account that made them, and unlock its keychain. The records were left as they are.',
      };
    case 'storage/wrong-key':
      return {
        title: 'The key does not fit these records',
        detail:
          'The keychain holds a key, but the records were locked with another one. Were they copied from another computer ' +
          'or account? The records were left as they are.',
      };
    case 'storage/newer':
      return {
        title: 'These records were written by a newer Phleboplan',
        detail: `Update Phleboplan on this computer (the records are at step ${failure.fileMigration}). They were left as they are.`,
      };
    case 'storage/corrupt':
      return {
        title: 'The records are damaged',
        detail:
          'The check of the records found damage, so they were not opened. They were left as they are. A verified copy of ' +
          'an earlier day lies in the folder "backups" beside them; start Phleboplan with --restore and that file.',
      };
    case 'storage/full':
      return {
        title: 'The disk is full',
        detail:
          'Make room on the disk that holds the records and start Phleboplan again. The records were left as they are.',
      };
    case 'storage/busy':
      return {
        title: 'The records are in use',
        detail: 'Another program has the records open. Close it and start Phleboplan again.',
      };
    case 'storage/unreadable':
      return {
        title: 'The records cannot be read',
        detail:
          'This account may not read or write the folder of the records, or it is not there. Nothing was changed.',
      };
    case 'not-found':
      return failure.what === 'backup'
        ? {
            title: 'There is no such backup',
            detail: 'The file to bring back was not found. Nothing was changed.',
          }
        : {
            title: 'The records are gone',
            detail:
              'There are backups here, but not the records themselves. Start Phleboplan with --restore and one of the ' +
              'files in the folder "backups". Nothing was changed.',
          };
    default:
      return {
        title: 'Phleboplan could not start',
        detail: `It stopped for this reason: ${failure.code}. Nothing was changed.`,
      };
  }
}
