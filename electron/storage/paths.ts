import { join } from 'node:path';

/** Where things lie in a data folder. */
export interface StoragePaths {
  readonly folder: string;
  readonly database: string;
  /** A database that is being made; it gets its name when it is whole. */
  readonly unfinished: string;
  /** A backup that is being brought back; it gets its name when it has been checked. */
  readonly restoring: string;
  readonly backups: string;
  readonly lock: string;
}

export function storagePaths(folder: string): StoragePaths {
  return {
    folder,
    database: join(folder, 'phleboplan.db'),
    unfinished: join(folder, 'phleboplan.unfinished.db'),
    restoring: join(folder, 'phleboplan.restoring.db'),
    backups: join(folder, 'backups'),
    lock: join(folder, 'lock'),
  };
}

/** What the place of the data depends on. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly homeFolder: string;
}

/**
 * The data folder of the local web host where none is given. It is not the one of the desktop app, whose key lies in the
 * keychain: either host would find the other's records and no key to them.
 */
export function defaultDataFolder({ platform, environment, homeFolder }: Machine): string {
  switch (platform) {
    case 'win32':
      return join(
        environment['LOCALAPPDATA'] ?? join(homeFolder, 'AppData', 'Local'),
        'Phleboplan',
        'web-records',
      );
    case 'darwin':
      return join(homeFolder, 'Library', 'Application Support', 'Phleboplan', 'web-records');
    default:
      return join(environment['XDG_DATA_HOME'] ?? join(homeFolder, '.local', 'share'), 'phleboplan');
  }
}
