//! Codes about the folders of other tools.

use super::Code;

/// Codes of this file, by id.
pub static CODES: &[&Code] = &[&AMBIGUOUS_LAYOUT, &ORPHAN_DOWN, &UNSUPPORTED, &SIDE_FILE, &ANNOTATION];

/// Layout that cannot be told.
pub static AMBIGUOUS_LAYOUT: Code = Code {
    id: "M0129",
    title: "layout that cannot be told",
    explanation: "\
Folders of sqlx, diesel, refinery, golang-migrate, dbmate, goose, Flyway, Prisma and Drizzle are read as they stand.
Whose folder it is shows from its files; here they fit two, and it would not come to the same.

```sql wrong
-- 1_users.sql
-- migrate:up
CREATE TABLE users (id bigint PRIMARY KEY);

-- migrate:down
DROP TABLE users;
-- 2_teams.sql
-- migrate:up
CREATE TABLE teams (id bigint PRIMARY KEY);

-- migrate:down
DROP TABLE teams;
```

No file says what it revises, as in a folder of dbmate's. Say whose it is in `migrate.toml`:

```toml right
layout = \"dbmate\"
```
",
};

/// Way down without a way up.
pub static ORPHAN_DOWN: Code = Code {
    id: "M0130",
    title: "way down without a way up",
    explanation: "\
A file takes back a version that no file leads up to: the other one is lost, or one of the two has a typo in its
version.

```text wrong
1_users.up.sql
1_users.down.sql
2_teams.down.sql
```

```text right
1_users.up.sql
1_users.down.sql
2_teams.up.sql
2_teams.down.sql
```
",
};

/// Something that another tool has.
pub static UNSUPPORTED: Code = Code {
    id: "M0131",
    title: "something that another tool has",
    explanation: "\
The folder belongs to another tool, and a file of it uses what there is not here: Flyway's repeatable migrations
and baselines, or placeholders that are filled in when a migration runs. What a migration says is known when the
program is built.

```text wrong
V1__users.sql
V2__teams.sql
R__views.sql
```

Write it out in a migration of its own, or ignore the file in `migrate.toml`:

```toml right
ignore = [\"R__*.sql\"]
```
",
};

/// Wrong file beside the migrations.
pub static SIDE_FILE: Code = Code {
    id: "M0132",
    title: "wrong file beside the migrations",
    explanation: "\
`metadata.toml` of diesel, `migration_lock.toml` of Prisma and `meta/_journal.json` of Drizzle are read with the
migrations they stand beside. One of them cannot be understood, or says something else than `migrate.toml` or than the
files: what Drizzle's journal does not list, Drizzle has not run.

```sql wrong postgres
-- 00000000000001_users/up.sql
CREATE TABLE users (id bigint PRIMARY KEY);
-- 00000000000001_users/down.sql
DROP TABLE users;
```

```toml wrong
# 00000000000001_users/metadata.toml
run_in_transaction = \"no\"
```

```toml right
# 00000000000001_users/metadata.toml
run_in_transaction = false
```
",
};

/// Wrong annotation of goose's.
pub static ANNOTATION: Code = Code {
    id: "M0133",
    title: "wrong annotation of goose's",
    explanation: "\
Comments that begin with `-- +goose` speak to goose. One of them is misspelt, stands in the wrong place, or has no
partner, or it asks for what there is not here.

```sql wrong
-- 1_users.sql
-- +goose Up
CREATE TABLE users (id bigint PRIMARY KEY);

-- +goose Donw
DROP TABLE users;
```

```sql right
-- 1_users.sql
-- +goose Up
CREATE TABLE users (id bigint PRIMARY KEY);

-- +goose Down
DROP TABLE users;
```
",
};
