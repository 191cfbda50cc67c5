import type Libsql from 'libsql';
import type * as Pg from 'pg';
import { optionalLibrary } from '../shared/optional-library';

export function pg(): typeof Pg {
  return optionalLibrary('pg', 'batonflow/sql with PostgreSQL', () => require('pg') as typeof Pg);
}

export function libsql(): typeof Libsql {
  return optionalLibrary('libsql', 'batonflow/sql with SQLite', () => require('libsql') as typeof Libsql);
}
