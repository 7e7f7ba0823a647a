//! Codes about the folder and about the form of its files.

use super::Code;

/// This chapter, by id.
pub static CODES: &[&Code] = &[
    &MISSING_FOLDER,
    &NOT_A_FOLDER,
    &UNREADABLE,
    &NOT_UTF8,
    &TOO_LARGE,
    &EMPTY_FILE,
    &BROKEN_LINK,
    &LINK_LOOP,
    &CASE_ONLY,
    &FILE_NAME,
    &UNKNOWN_FILE,
    &SUB_FOLDER,
    &UNKNOWN_DIRECTIVE,
    &MISSPELT_DIRECTIVE,
    &MISPLACED_DIRECTIVE,
    &REPEATED_DIRECTIVE,
    &DIRECTIVE_ARGUMENT,
    &SQL_OUTSIDE,
    &NO_UP,
    &EMPTY_SECTION,
    &OVERLAPPING_SECTIONS,
    &UNKNOWN_DIALECT,
    &UNUSED_DIALECT,
    &UNCOVERED_DIALECT,
    &STRAY_MARK,
    &UNKNOWN_LINT,
    &IRREVERSIBLE_DOWN,
    &AMBIGUOUS_DIRECTIVE,
    &AMBIGUOUS_LAYOUT,
    &ORPHAN_DOWN,
    &UNSUPPORTED,
    &SIDE_FILE,
    &ANNOTATION,
];

/// Missing folder.
pub static MISSING_FOLDER: Code = Code {
    id: "M0101",
    title: "missing folder",
    explanation: "\
The folder of migrations does not exist. The macro looks for it beside the crate's `Cargo.toml`, the command
from the current directory.

Give the path that exists, as in `embed_migrations!(\"../migrations\")`, or make the folder with `migrate init`.",
};

/// Not a folder.
pub static NOT_A_FOLDER: Code = Code {
    id: "M0102",
    title: "not a folder",
    explanation: "\
A set of migrations is a folder; the path names something else, often one file of it.

Give the folder: `embed_migrations!(\"migrations\")`, not `embed_migrations!(\"migrations/1_users.sql\")`.",
};

/// Unreadable file.
pub static UNREADABLE: Code = Code {
    id: "M0103",
    title: "unreadable file",
    explanation: "\
The operating system refuses to read a file or folder of the set, or it is no regular file (a pipe, a device).

Give the building user the right to read it, or take it out of the folder.",
};

/// Not UTF-8.
pub static NOT_UTF8: Code = Code {
    id: "M0104",
    title: "not UTF-8",
    explanation: "\
Migrations are UTF-8 text. Files in Latin-1, Windows-1252 or UTF-16 would reach the server with other letters
than their author saw.

UTF-16 without a mark at its begin is told by its NULs.

Convert the file: `iconv -f WINDOWS-1252 -t UTF-8 old.sql > new.sql`.",
};

/// File too large.
pub static TOO_LARGE: Code = Code {
    id: "M0105",
    title: "file too large",
    explanation: "\
A migration is embedded in the binary and read by every build; more than 64 MiB in one file is data, not a
migration.

Load data with the tools of the database, outside of the migrations.",
};

/// Empty file.
pub static EMPTY_FILE: Code = Code {
    id: "M0106",
    title: "empty file",
    explanation: "\
A file without text does nothing, and it is more often a save that failed than a wish.

```sql wrong
-- 2_teams.sql
```

Write at least `-- migrate:up` and a statement, or delete the file:

```sql right
-- 2_teams.sql
-- migrate:up
CREATE TABLE teams (id bigint PRIMARY KEY);
```
",
};

/// Broken symbolic link.
pub static BROKEN_LINK: Code = Code {
    id: "M0107",
    title: "broken symbolic link",
    explanation: "\
A symbolic link of the folder leads nowhere, so the migration it stands for would be missing.

```text wrong
1_users.sql -> ../../shared/1_users.sql
```

Mend the link, or delete it.

```text right
1_users.sql
```
",
};

/// Loop of symbolic links.
pub static LINK_LOOP: Code = Code {
    id: "M0108",
    title: "loop of symbolic links",
    explanation: "\
A symbolic link leads to a folder that contains it; reading would never end.

```text wrong
1_users.sql
core/all -> ../../migrations
```

```toml wrong
recursive = true
```

Delete the link, or ignore it:

```toml right
recursive = true
ignore = [\"all\"]
```
",
};

/// Names that differ only in case.
pub static CASE_ONLY: Code = Code {
    id: "M0109",
    title: "names that differ only in case",
    explanation: "\
macOS and Windows hold `1_Users.sql` and `1_users.sql` for one file: a checkout there loses one of the two.

```text wrong
1_Users.sql
1_users.sql
```

Rename one of them:

```text right
1_Users.sql
2_users.sql
```
",
};

/// Bad file name.
pub static FILE_NAME: Code = Code {
    id: "M0110",
    title: "bad file name",
    explanation: "\
A migration is called `<revision>_<slug>.sql`, or `<revision>.sql`. The revision id is everything up to the
first `_`; it holds letters, digits and `.`. The slug is a short name in letters, digits, `_` and `-`.

```text wrong
2026-11-18-add-users.sql
```

It does not show where the id ends:

```text right
20261118091500_add-users.sql
```
",
};

/// File that is no migration.
pub static UNKNOWN_FILE: Code = Code {
    id: "M0111",
    title: "file that is no migration",
    explanation: "\
Every file of the folder is read, ignored by name, or an error; a misnamed migration that is skipped in silence
would be missed in production.

```text wrong
1_users.sql
users.csv
```

Move the file out of the folder, or name it in `migrate.toml`:

```toml right
ignore = [\"*.csv\"]
```
",
};

/// Sub-directory.
pub static SUB_FOLDER: Code = Code {
    id: "M0112",
    title: "sub-directory",
    explanation: "\
A set is one directory, unless its settings say otherwise, and what lies deeper would be skipped.

```text wrong
1_users.sql
billing/2_invoices.sql
```

Set `recursive = true` or `versions = [\"core\", \"billing\"]` in `migrate.toml`, or ignore it: `ignore = [\"fixtures/\"]`.

```toml right
recursive = true
```
",
};

/// Unknown directive.
pub static UNKNOWN_DIRECTIVE: Code = Code {
    id: "M0113",
    title: "unknown directive",
    explanation: "\
Comments that begin `-- migrate:` are directives, and the prefix is reserved, so that a typo never passes as a
comment.

```sql wrong
-- migrate:lable accounts
-- migrate:up
CREATE TABLE users (id bigint PRIMARY KEY);
```

The message lists the word that is nearest:

```sql right
-- migrate:label accounts
-- migrate:up
CREATE TABLE users (id bigint PRIMARY KEY);
```
",
};

/// Misspelt directive.
pub static MISSPELT_DIRECTIVE: Code = Code {
    id: "M0114",
    title: "misspelt directive",
    explanation: "\
A directive is a line of its own that begins with exactly `-- migrate:`, in lower case, with one space after the
dashes. A line that is nearly one would be skipped as a comment.

```sql wrong
-- migrate:up
CREATE TABLE users (id bigint PRIMARY KEY);

-- Migrate: down
DROP TABLE users;
```

```sql right
-- migrate:up
CREATE TABLE users (id bigint PRIMARY KEY);

-- migrate:down
DROP TABLE users;
```
",
};

/// Misplaced directive.
pub static MISPLACED_DIRECTIVE: Code = Code {
    id: "M0115",
    title: "misplaced directive",
    explanation: "\
`revises`, `depends-on`, `label` and `no-transaction` speak about the whole file and stand above the first `up`
or `down`; `trust` speaks about the next statement and stands below. A directive has a line of its own.

```sql wrong
-- migrate:up
-- migrate:label accounts
CREATE TABLE users (id bigint PRIMARY KEY);
```

```sql right
-- migrate:label accounts
-- migrate:up
CREATE TABLE users (id bigint PRIMARY KEY);
```
",
};

/// Repeated directive.
pub static REPEATED_DIRECTIVE: Code = Code {
    id: "M0116",
    title: "repeated directive",
    explanation: "\
A directive is given once; what has several values takes them on one line.

```sql wrong
-- migrate:label accounts
-- migrate:label users
-- migrate:up
CREATE TABLE users (id bigint PRIMARY KEY);
```

```sql right
-- migrate:label accounts users
-- migrate:up
CREATE TABLE users (id bigint PRIMARY KEY);
```
",
};

/// Wrong argument of a directive.
pub static DIRECTIVE_ARGUMENT: Code = Code {
    id: "M0117",
    title: "wrong argument of a directive",
    explanation: "\
A directive has too few arguments, too many, or one that it cannot read. Arguments are separated by spaces.

```sql wrong
-- migrate:irreversible
-- migrate:up
CREATE TABLE users (id bigint PRIMARY KEY);
```

The reason is part of this one:

```sql right
-- migrate:irreversible \"the old prices are gone\"
-- migrate:up
CREATE TABLE users (id bigint PRIMARY KEY);
```
",
};

/// SQL outside of a section.
pub static SQL_OUTSIDE: Code = Code {
    id: "M0118",
    title: "SQL outside of a section",
    explanation: "\
What runs, and in which direction, is said by `-- migrate:up` and `-- migrate:down`. SQL above the first of them
would never run.

```sql wrong
CREATE TABLE users (id bigint PRIMARY KEY);

-- migrate:up
CREATE TABLE teams (id bigint PRIMARY KEY);
```

Write `-- migrate:up` above it:

```sql right
-- migrate:up
CREATE TABLE users (id bigint PRIMARY KEY);
CREATE TABLE teams (id bigint PRIMARY KEY);
```
",
};

/// No `up` section.
pub static NO_UP: Code = Code {
    id: "M0119",
    title: "no `up` section",
    explanation: "\
A revision does something on the way up. Only a merge, which has two parents or more, may have no section.

```sql wrong
-- 1_users.sql
-- migrate:up
CREATE TABLE users (id bigint PRIMARY KEY);
-- 2_teams.sql
-- migrate:revises 1
-- migrate:label teams
```

```sql right
-- 1_users.sql
-- migrate:up
CREATE TABLE users (id bigint PRIMARY KEY);
-- 2_teams.sql
-- migrate:revises 1
-- migrate:label teams
-- migrate:up
CREATE TABLE teams (id bigint PRIMARY KEY);
```
",
};

/// Empty section.
pub static EMPTY_SECTION: Code = Code {
    id: "M0120",
    title: "empty section",
    explanation: "\
A section without a statement is more often forgotten than meant. A merge may have one; elsewhere a comment in
the section says why there is nothing to do.

```sql wrong
-- migrate:up
CREATE TABLE users (id bigint PRIMARY KEY);
UPDATE users SET id = id + 1 WHERE id < 0;
DROP TABLE users;

-- migrate:down
```

```sql right
-- migrate:up
CREATE TABLE users (id bigint PRIMARY KEY);
UPDATE users SET id = id + 1 WHERE id < 0;
DROP TABLE users;

-- migrate:down
-- there is nothing to take back
```
",
};

/// Overlapping sections.
pub static OVERLAPPING_SECTIONS: Code = Code {
    id: "M0121",
    title: "overlapping sections",
    explanation: "\
Two sections of one direction are for the same dialect, so it is open which of them runs. A section that names
no dialect is for all of them.

```toml wrong
dialect = [\"postgres\", \"sqlite\", \"mysql\"]
```

```sql wrong
-- migrate:up
CREATE TABLE users (id bigint PRIMARY KEY);

-- migrate:up sqlite
CREATE TABLE users (id integer PRIMARY KEY);
```

Name the dialects of each:

```sql right
-- migrate:up postgres mysql
CREATE TABLE users (id bigint PRIMARY KEY);

-- migrate:up sqlite
CREATE TABLE users (id integer PRIMARY KEY);
```
",
};

/// Unknown dialect.
pub static UNKNOWN_DIALECT: Code = Code {
    id: "M0122",
    title: "unknown dialect",
    explanation: "\
A section names a dialect that does not exist. There are `postgres`, `mysql`, `mariadb` and `sqlite`.

```sql wrong
-- migrate:up oracle
CREATE TABLE users (id bigint PRIMARY KEY);
```

```sql right postgres
-- migrate:up postgres
CREATE TABLE users (id bigint PRIMARY KEY);
```
",
};

/// Dialect that the set does not use.
pub static UNUSED_DIALECT: Code = Code {
    id: "M0123",
    title: "dialect that the set does not use",
    explanation: "\
A section is for a dialect that `migrate.toml` does not list, so it never runs.

```toml wrong
dialect = \"postgres\"
```

```sql wrong
-- migrate:up postgres
CREATE TABLE users (id bigint PRIMARY KEY);

-- migrate:up sqlite
CREATE TABLE users (id integer PRIMARY KEY);
```

Delete the section, or add the dialect:

```toml right
dialect = [\"postgres\", \"sqlite\"]
```
",
};

/// Dialect without an `up` section.
pub static UNCOVERED_DIALECT: Code = Code {
    id: "M0124",
    title: "dialect without an `up` section",
    explanation: "\
The set is for several dialects, and the file has no `up` section for one of them. It would do nothing there, in
silence.

```toml wrong
dialect = [\"postgres\", \"sqlite\"]
```

```sql wrong
-- migrate:up postgres
CREATE EXTENSION citext;
```

Write a section; where there is nothing to do, a comment in it says so:

```sql right
-- migrate:up postgres
CREATE EXTENSION citext;

-- migrate:up sqlite
-- sqlite has no extensions
```
",
};

/// Directive without its statement.
pub static STRAY_MARK: Code = Code {
    id: "M0125",
    title: "directive without its statement",
    explanation: "\
`-- migrate:trust` is about the statement that follows it: it stands on the line above one, neither inside a
statement nor at the end of a section.

```sql wrong
-- migrate:up
CREATE TABLE users (id bigint PRIMARY KEY);
-- migrate:trust
```

```sql right
-- migrate:up
-- migrate:trust
CREATE TABLE users (id bigint PRIMARY KEY);
```
",
};

/// Unknown lint.
pub static UNKNOWN_LINT: Code = Code {
    id: "M0126",
    title: "unknown lint",
    explanation: "\
`-- migrate:allow` names a lint that does not exist.

```sql wrong
-- migrate:up
CREATE TABLE users (id bigint PRIMARY KEY);
-- migrate:allow droptable
DROP TABLE users;
```

Lints are listed at the end of the page of codes:

```sql right
-- migrate:up
CREATE TABLE users (id bigint PRIMARY KEY);
-- migrate:allow drop-table
DROP TABLE users;
```
",
};

/// Irreversible, and yet a `down` section.
pub static IRREVERSIBLE_DOWN: Code = Code {
    id: "M0127",
    title: "irreversible, and yet a `down` section",
    explanation: "\
The file says that it cannot be taken back, and how to take it back. One of the two is wrong.

```sql wrong
-- migrate:irreversible \"the old prices are gone\"
-- migrate:up
CREATE TABLE users (id bigint PRIMARY KEY);

-- migrate:down
DROP TABLE users;
```

```sql right
-- migrate:up
CREATE TABLE users (id bigint PRIMARY KEY);

-- migrate:down
DROP TABLE users;
```
",
};

/// Directive in one dialect, text in another.
pub static AMBIGUOUS_DIRECTIVE: Code = Code {
    id: "M0128",
    title: "directive in one dialect, text in another",
    explanation: "\
A section is for several dialects, and they disagree on where a quote or a comment ends: what is a directive for
one of them stands inside of a text or a comment for another.

```toml wrong
dialect = [\"postgres\", \"mysql\"]
```

```sql wrong
-- migrate:up
CREATE TABLE notes (line varchar(80));
/* PostgreSQL counts: /* here are two */
-- migrate:trust
-- */
INSERT INTO notes VALUES ('a');
```

Write it so that it is the same for all, or write one section per dialect:

```sql right
-- migrate:up
CREATE TABLE notes (line varchar(80));
/* PostgreSQL counts: here is one */
-- migrate:trust
INSERT INTO notes VALUES ('a');
```
",
};

/// Layout that cannot be told.
pub static AMBIGUOUS_LAYOUT: Code = Code {
    id: "M0129",
    title: "layout that cannot be told",
    explanation: "\
Folders of sqlx, diesel, refinery, golang-migrate, dbmate, goose, Flyway and Prisma are read as they stand. Whose
folder it is shows from its files; here they fit two, and it would not come to the same.

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
`metadata.toml` of diesel and `migration_lock.toml` of Prisma are read with the migrations they stand beside. One
of them cannot be understood, or says something else than `migrate.toml`.

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
