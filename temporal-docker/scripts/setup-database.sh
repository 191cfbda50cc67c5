#!/bin/sh
# Makes the databases of the Temporal server and brings their schemas up to date. May run again at any time.
# Where the database is comes from SQL_PLUGIN, SQL_HOST, SQL_PORT, SQL_USER and SQL_PASSWORD.
set -eu

for database in temporal temporal_visibility; do
  schema=${database#temporal_}
  temporal-sql-tool --database "$database" create
  temporal-sql-tool --database "$database" setup-schema --version 0.0
  temporal-sql-tool --database "$database" update-schema --schema-name "postgresql/v12/$schema"
done
