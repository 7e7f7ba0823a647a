//! Codes about what stands in a file: directives and sections.

use super::Code;

/// Codes of this file, by id.
pub static CODES: &[&Code] = &[
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
];

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
