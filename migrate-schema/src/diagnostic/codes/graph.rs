//! Codes about the graph of revisions.

use super::Code;

/// This chapter, by id.
pub static CODES: &[&Code] = &[
    &DUPLICATE_ID,
    &UNKNOWN_PARENT,
    &UNKNOWN_DEPENDENCY,
    &SELF_REFERENCE,
    &CYCLE,
    &SEVERAL_HEADS,
    &LABEL_COLLISION,
    &BAD_ID,
    &BAD_LABEL,
    &REDUNDANT_DEPENDENCY,
];

/// Duplicate revision id.
pub static DUPLICATE_ID: Code = Code {
    id: "M0201",
    title: "duplicate revision id",
    explanation: "\
Two files have the same revision id, which is the file name up to the first `_`. It often comes from two people
who took the same number, or from a file that was copied.

```text wrong
1_users.sql
1_teams.sql
```

Rename one of them, and what `revises` it:

```text right
1_users.sql
2_teams.sql
```
",
};

/// Unknown parent.
pub static UNKNOWN_PARENT: Code = Code {
    id: "M0202",
    title: "unknown parent",
    explanation: "\
A file `revises` an id that no file of the set has: a typo, or a file that was renamed, deleted or not
committed.

```sql wrong
-- 1_users.sql
-- migrate:up
CREATE TABLE users (id bigint PRIMARY KEY);
-- 2_teams.sql
-- migrate:revises 11
-- migrate:up
CREATE TABLE teams (id bigint PRIMARY KEY);
```

```sql right
-- 1_users.sql
-- migrate:up
CREATE TABLE users (id bigint PRIMARY KEY);
-- 2_teams.sql
-- migrate:revises 1
-- migrate:up
CREATE TABLE teams (id bigint PRIMARY KEY);
```
",
};

/// Unknown dependency.
pub static UNKNOWN_DEPENDENCY: Code = Code {
    id: "M0203",
    title: "unknown dependency",
    explanation: "\
A file `depends-on` something that is neither the id nor the label of a revision of the set.

```sql wrong
-- migrate:depends-on billing
-- migrate:up
CREATE TABLE users (id bigint PRIMARY KEY);
```

Take it out, or name one that is there:

```sql right
-- migrate:up
CREATE TABLE users (id bigint PRIMARY KEY);
```
",
};

/// Revision that refers to itself.
pub static SELF_REFERENCE: Code = Code {
    id: "M0204",
    title: "revision that refers to itself",
    explanation: "\
A file revises itself, or depends on itself. It could never run.

```sql wrong
-- 1_users.sql
-- migrate:revises 1
-- migrate:up
CREATE TABLE users (id bigint PRIMARY KEY);
```

The first revision comes after none:

```sql right
-- 1_users.sql
-- migrate:revises none
-- migrate:up
CREATE TABLE users (id bigint PRIMARY KEY);
```
",
};

/// Cycle.
pub static CYCLE: Code = Code {
    id: "M0205",
    title: "cycle",
    explanation: "\
Revisions wait for each other: following `revises` and `depends-on` from one of them leads back to it. None of
them could ever run.

```sql wrong
-- 1_users.sql
-- migrate:revises 2
-- migrate:up
CREATE TABLE users (id bigint PRIMARY KEY);
-- 2_teams.sql
-- migrate:revises 1
-- migrate:up
CREATE TABLE teams (id bigint PRIMARY KEY);
```

One of them comes first:

```sql right
-- 1_users.sql
-- migrate:revises none
-- migrate:up
CREATE TABLE users (id bigint PRIMARY KEY);
-- 2_teams.sql
-- migrate:revises 1
-- migrate:up
CREATE TABLE teams (id bigint PRIMARY KEY);
```
",
};

/// Several heads.
pub static SEVERAL_HEADS: Code = Code {
    id: "M0206",
    title: "several heads",
    explanation: "\
Two revisions have no child, most often because two people added one at the same time. The database would end in
a state that nobody has tried.

```sql wrong
-- 1_users.sql
-- migrate:up
CREATE TABLE users (id bigint PRIMARY KEY);
-- 2_email.sql
-- migrate:revises 1
-- migrate:up
ALTER TABLE users ADD COLUMN email varchar(80);
-- 3_name.sql
-- migrate:revises 1
-- migrate:up
ALTER TABLE users ADD COLUMN name varchar(80);
```

Join them with `migrate merge heads -m \"...\"`, or move one onto the other with `migrate rebase <id>`. A set that
wants several heads says so in `migrate.toml`:

```toml right
heads = \"many\"
```
",
};

/// Label collision.
pub static LABEL_COLLISION: Code = Code {
    id: "M0207",
    title: "label collision",
    explanation: "\
A label names one branch: no other file may have the same one, nor may it be the id of a revision.

```sql wrong
-- 1_users.sql
-- migrate:label accounts
-- migrate:up
CREATE TABLE users (id bigint PRIMARY KEY);
-- 2_teams.sql
-- migrate:revises 1
-- migrate:label accounts
-- migrate:up
CREATE TABLE teams (id bigint PRIMARY KEY);
```

```sql right
-- 1_users.sql
-- migrate:label accounts
-- migrate:up
CREATE TABLE users (id bigint PRIMARY KEY);
-- 2_teams.sql
-- migrate:revises 1
-- migrate:up
CREATE TABLE teams (id bigint PRIMARY KEY);
```
",
};

/// Bad revision id.
pub static BAD_ID: Code = Code {
    id: "M0208",
    title: "bad revision id",
    explanation: "\
An id holds letters, digits and `.`, at most 255 of them. The signs `@ - + :` belong to targets (`ae1+2`,
`billing@head`, `a:b`), `_` ends the id in a file name, and `head`, `heads`, `base`, `current` and `none` mean
something else.

```sql wrong
-- 1_users.sql
-- migrate:up
CREATE TABLE users (id bigint PRIMARY KEY);
-- 2_teams.sql
-- migrate:revises 1+0
-- migrate:up
CREATE TABLE teams (id bigint PRIMARY KEY);
```

```sql right
-- 1_users.sql
-- migrate:up
CREATE TABLE users (id bigint PRIMARY KEY);
-- 2_teams.sql
-- migrate:revises 1
-- migrate:up
CREATE TABLE teams (id bigint PRIMARY KEY);
```
",
};

/// Bad label.
pub static BAD_LABEL: Code = Code {
    id: "M0209",
    title: "bad label",
    explanation: "\
A label holds letters, digits, `_` and `.`, at most 255 of them. The signs `@ - + :` belong to targets, and
`head`, `heads`, `base`, `current` and `none` mean something else.

```sql wrong
-- migrate:label user-accounts
-- migrate:up
CREATE TABLE users (id bigint PRIMARY KEY);
```

```sql right
-- migrate:label user_accounts
-- migrate:up
CREATE TABLE users (id bigint PRIMARY KEY);
```
",
};

/// Redundant dependency.
pub static REDUNDANT_DEPENDENCY: Code = Code {
    id: "M0210",
    title: "redundant dependency",
    explanation: "\
A file depends on a revision that is applied before it in any case. It changes nothing, and readers look for a
reason. A dependency on an ancestor is an error; one that another dependency brings along is a warning.

```sql wrong
-- 1_users.sql
-- migrate:up
CREATE TABLE users (id bigint PRIMARY KEY);
-- 2_teams.sql
-- migrate:revises 1
-- migrate:depends-on 1
-- migrate:up
CREATE TABLE teams (id bigint PRIMARY KEY);
```

Take it out of the directive:

```sql right
-- 1_users.sql
-- migrate:up
CREATE TABLE users (id bigint PRIMARY KEY);
-- 2_teams.sql
-- migrate:revises 1
-- migrate:up
CREATE TABLE teams (id bigint PRIMARY KEY);
```
",
};
