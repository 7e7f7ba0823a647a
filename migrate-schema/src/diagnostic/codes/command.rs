//! Codes of the command's own errors: `migrate` names them, and `migrate explain` and the page of codes know them.

use super::Code;

/// This chapter, by id.
pub static CODES: &[&Code] = &[
    &USAGE,
    &BROKEN_SET,
    &NO_DATABASE,
    &FILE,
    &NEW_REVISION,
    &REBASE,
    &EDITOR,
    &INTERRUPTED,
    &LIVE_SCHEMA,
    &BASELINE,
    &RENAMES,
    &LOSS,
];

/// Wrong arguments.
pub static USAGE: Code = Code {
    id: "M2001",
    title: "wrong usage",
    explanation: "The arguments are unknown, contradict each other, or are missing. `migrate <command> --help` lists them.",
};

/// The set has errors.
pub static BROKEN_SET: Code = Code {
    id: "M2002",
    title: "the migrations have errors",
    explanation: "The command needs a set without errors. They are listed with it, and `migrate check` lists all of them; \
                  `cargo build` would refuse the set, too. Nothing was run and nothing was written.",
};

/// No URL.
pub static NO_DATABASE: Code = Code {
    id: "M2003",
    title: "no database is given",
    explanation: "Give `--database-url`, or set MIGRATE_DATABASE_URL or DATABASE_URL, in the environment or in a file \
                  `.env` in this directory or above it.",
};

/// A file could not be written or read.
pub static FILE: Code = Code {
    id: "M2004",
    title: "a file cannot be written",
    explanation: "The system refused to write, read or rename a file. What had been changed before was put back.",
};

/// There cannot be such a revision.
pub static NEW_REVISION: Code = Code {
    id: "M2005",
    title: "no such revision can be written",
    explanation: "What is asked of a new revision does not fit the graph: its id or a label is taken, its parent is no head, \
                  or nobody can say which of several heads it comes after. No file was written.",
};

/// The revision cannot be moved.
pub static REBASE: Code = Code {
    id: "M2006",
    title: "the revision cannot be moved",
    explanation: "`migrate rebase` puts a revision that no database has yet, and all that comes after it, on top of the other \
                  head. It does not touch revisions that are applied, nor merges.",
};

/// The editor.
pub static EDITOR: Code = Code {
    id: "M2007",
    title: "no editor",
    explanation: "`migrate edit` starts what VISUAL or EDITOR names, with the file as its last argument.",
};

/// Ctrl-C.
pub static INTERRUPTED: Code = Code {
    id: "M2008",
    title: "interrupted",
    explanation: "The command was interrupted while it asked a question, or a second time while it was stopping (M1034), and \
                  the connection closed. A server may go on with what it was sent, and finish the revision; else it rolls it back, \
                  or the ledger knows how far it came. `migrate status` shows what became of it, and the next run goes on \
                  from there.",
};

/// The database's schema cannot be put beside the history.
pub static LIVE_SCHEMA: Code = Code {
    id: "M2009",
    title: "the database cannot be compared",
    explanation: "`migrate drift` reads the database's own catalog and the revisions as SQL of the same dialect. The set must be \
                  written for that dialect (MySQL and MariaDB may stand in for each other), and what is to be written must \
                  be something that can be written as statements.",
};

/// There cannot be a baseline.
pub static BASELINE: Code = Code {
    id: "M2010",
    title: "no baseline can be written",
    explanation: "`migrate baseline` writes the first revision of a set from a database that is there already. The set must have \
                  no revisions yet, the ledger of the database no rows, and the database something in it.",
};

/// It may be a rename.
pub static RENAMES: Code = Code {
    id: "M2011",
    title: "a rename, or something that goes and something that comes",
    explanation: "\
`migrate new --autogenerate` found a table or column that is not wanted any more, and one that is new. Only you know whether
they are the same one with another name: if they are not, the values are lost.

Say so on the command line, `--rename users.mail=email` or `--rename users=people`; or where the schema is wanted, with
`renamed_from` or `-- migrate:renamed-from`; or that it goes, with `--allow drop-column:users.mail`.
",
};

/// Something is lost.
pub static LOSS: Code = Code {
    id: "M2012",
    title: "something would be lost",
    explanation: "\
A table or column that goes takes its values with it, and a type that holds less than before may refuse or cut values.
`migrate new --autogenerate` writes that only if it is allowed, one by one or with `*` for any name:

- `--allow drop-table:users`
- `--allow drop-column:users.legacy`
- `--allow narrow:users.age`
- `--allow drop-value:mood.sad`
- `--allow drop-sequence:numbers`
- `--allow drop-history:users` (a table of MariaDB that has no `SYSTEM VERSIONING` any more)

A comment in the file says what is lost.
",
};
