import type SqliteFile from 'better-sqlite3';
import {
  CompiledQuery,
  SqliteAdapter,
  SqliteDialect,
  SqliteDriver,
  type DatabaseConnection,
  type SqliteDatabase,
  type TransactionSettings,
} from 'kysely';

/** SQLite rolls back the creation of tables like anything else; Kysely does not know. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): true {
    return true;
  }
}

const STATEMENTS_KEPT = 400;

/** Prepares each text once: Kysely asks anew for every execution, which costs more than running most of them. */
function keepingStatements(handle: SqliteFile.Database): SqliteDatabase {
  const kept = new Map<string, SqliteFile.Statement>();
  return {
    prepare: (text) => {
      const known = kept.get(text);
      if (known) return known;
      if (kept.size >= STATEMENTS_KEPT) kept.clear();
      const statement = handle.prepare(text);
      kept.set(text, statement);
      return statement;
    },
    close: () => {
      kept.clear();
      handle.close();
    },
  };
}

class ImmediateDriver extends SqliteDriver {
  readonly #handle: SqliteFile.Database;

  constructor(handle: SqliteFile.Database) {
    super({ database: keepingStatements(handle) });
    this.#handle = handle;
  }

  /** Takes the write lock at once: a transaction that first reads and then writes must not fail in between. */
  override async beginTransaction(
    connection: DatabaseConnection,
    settings?: TransactionSettings,
  ): Promise<void> {
    const begin = settings?.accessMode === 'read only' ? 'begin' : 'begin immediate';
    await connection.executeQuery(CompiledQuery.raw(begin));
  }

  /** After a full disk SQLite has rolled back by itself, and would answer with a second error that hides the first. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#handle.inTransaction) await super.rollbackTransaction(connection);
  }
}

/** Kysely's SQLite dialect with migrations that roll back and write transactions that begin as such. */
export class Dialect extends SqliteDialect {
  readonly #handle: SqliteFile.Database;

  constructor(handle: SqliteFile.Database) {
    super({ database: handle });
    this.#handle = handle;
  }

  override createAdapter(): TransactionalAdapter {
    return new TransactionalAdapter();
  }

  override createDriver(): ImmediateDriver {
    return new ImmediateDriver(this.#handle);
  }
}
