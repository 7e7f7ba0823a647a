//! Codes about the folder and the names of its files.

use super::Code;

/// Codes of this file, by id.
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
