//! Codes of the runtime's errors. They are here so that `migrate explain` and the page of codes know them; the errors
//! themselves are `migrate_runtime::Error`.

use super::Code;

/// This chapter, by id.
pub static CODES: &[&Code] = &[
    &Code {
        id: "M1001",
        title: "cannot connect",
        explanation: "The database could not be reached, or refused the connection. The driver's own words follow. \
                      `.wait(Duration)` and `--wait 60s` keep trying while the server is starting, refuses connections, has \
                      too many of them, or has no name yet; a wrong password or a missing database fails at once.",
    },
    &Code {
        id: "M1002",
        title: "no driver for this URL",
        explanation: "The URL's scheme belongs to no driver of this build. Enable the feature `postgres`, `mysql` (for MySQL \
                      and MariaDB) or `sqlite` of migrate-runtime.",
    },
    &Code {
        id: "M1003",
        title: "migrations for another database",
        explanation: "`dialect` in migrate.toml does not name the database that was connected. MySQL and MariaDB may stand \
                      in for each other; all else is refused before anything runs.",
    },
    &Code {
        id: "M1004",
        title: "the connection is in a transaction",
        explanation: "A migration begins and commits transactions of its own, and would commit yours. Commit it first, or \
                      hand over a pool.",
    },
    &Code {
        id: "M1005",
        title: "the ledger cannot be read",
        explanation: "A query about the table of applied revisions failed: rights are missing, or somebody changed the \
                      table. Reading needs SELECT on it and nothing else.",
    },
    &Code {
        id: "M1006",
        title: "what is in the database cannot be read",
        explanation: "A query about the tables, columns and other objects of the database failed. `migrate drift` and \
                      `migrate baseline` read the server's own catalog, in one transaction that changes nothing; the \
                      user needs the right to see all objects.",
    },
    &Code {
        id: "M1010",
        title: "not a target",
        explanation: "What was asked for names no revision of this set, or several. Ids may be cut to a beginning that is \
                      unique; `migrate history` lists them.",
    },
    &Code {
        id: "M1011",
        title: "no way to the target",
        explanation: "The target exists and cannot be reached from where the database stands. The message says what would \
                      have to be true, or lists what to type instead.",
    },
    &Code {
        id: "M1012",
        title: "the way cannot be gone",
        explanation: "A revision on the way has no `-- migrate:down`, declares itself irreversible, or cannot be part of one \
                      transaction. Nothing has run.",
    },
    &Code {
        id: "M1020",
        title: "a statement failed",
        explanation: "The database refused a statement. The message shows the place in the file, what is committed, and what \
                      to do. Where the revision is one transaction nothing of it is left; on MySQL and MariaDB, and after \
                      `-- migrate:no-transaction`, the statements before it stay, and the next run goes on behind them once \
                      the file is corrected.",
    },
    &Code {
        id: "M1021",
        title: "an applied revision was edited",
        explanation: "The tokens of its `up` are not those that were applied. Comments, white space and the `down` may \
                      change; statements may not, because databases that have them already would never see the change. The \
                      message shows what changed. Put the old text back and write a new revision. If the database is as \
                      the new text would make it, `migrate repair accept` says so.",
    },
    &Code {
        id: "M1022",
        title: "a revision was begun and not finished",
        explanation: "A process ended in the middle of a revision that is not one transaction. Where it is certain which \
                      statements are done, the next run goes on by itself. Else a person must look whether the statement \
                      that was running took effect, and say so: `migrate resume` (it did), `migrate rerun` (it did not), or `migrate \
                      mark-applied` (all of the revision is in place).",
    },
    &Code {
        id: "M1023",
        title: "revisions that this program does not know",
        explanation: "The database has revisions that are in no file of this program, nor are their parents, so that nobody \
                      can tell what depends on them. Use the version of the program that applied them.",
    },
    &Code {
        id: "M1024",
        title: "another tool has migrated this database",
        explanation: "There is no ledger, and a table of another tool has rows: beginning from nothing would run what is \
                      there already. Name the files by that tool's ids (`<alembic id>_<slug>.sql`) and take the database \
                      over with `migrate adopt --from alembic`. It runs none of them, and leaves the other tool's table as \
                      it is.",
    },
    &Code {
        id: "M1025",
        title: "nothing to adopt",
        explanation: "The other tool's table is not there, or is empty. Look whether this is the right database and the right \
                      schema; a database that nobody has migrated needs `migrate upgrade` only.",
    },
    &Code {
        id: "M1026",
        title: "adopted already",
        explanation: "The ledger has rows, so the database is this tool's already. To change what counts as applied, use \
                      `migrate stamp`.",
    },
    &Code {
        id: "M1027",
        title: "nothing is unfinished",
        explanation: "`migrate resume`, `rerun` and `mark-applied` say what became of a revision that was begun and not \
                      finished. The ledger has none: `migrate upgrade` does the rest.",
    },
    &Code {
        id: "M1028",
        title: "the database is newer than the program",
        explanation: "The ledger has revisions that this program does not know, and that was to be refused: `newer = \
                      \"refuse\"` in migrate.toml, `--newer refuse`, or `.newer(Newer::Refuse)`. While a new version is being \
                      rolled out this is as it should be, and by default the program goes on. If it is said that the \
                      program is stale, the files are there and it only has to be built again.",
    },
    &Code {
        id: "M1029",
        title: "the history was rewritten",
        explanation: "A revision that is applied does not come any more after one that it came after: `revises` was changed, \
                      or a file was taken out. A fresh database would be made in another order than this one was. Put the \
                      old `revises` (and file) back. If the history of today is right, `migrate repair rewrite` says so. A \
                      revision that was only put in between is no rewriting: it is applied, and reported.",
    },
    &Code {
        id: "M1030",
        title: "another process holds the lock",
        explanation: "Another process was migrating this database all the time. It is doing the same work: wait longer \
                      (`lock_timeout`), or look at the holder that the message names.",
    },
    &Code {
        id: "M1031",
        title: "overtaken by another process",
        explanation: "Relative steps (`+1`, `-1`) were under way when another process changed what they are relative to. \
                      Look at `migrate current` and try again.",
    },
    &Code {
        id: "M1032",
        title: "the lease was lost",
        explanation: "With `lock = \"lease\"` a row says who is migrating and until when. This process did not renew it in time: \
                      it was stopped, or the network was, or the server did not answer. Another process has taken the lease, \
                      and this one has written nothing since. Run the same command again.",
    },
    &Code {
        id: "M1033",
        title: "a lease needs a second connection",
        explanation: "With `lock = \"lease\"` the lease is renewed while statements run, which needs a connection of its own. \
                      Hand over a pool or a URL instead of a connection; a pool of one connection is enough.",
    },
    &Code {
        id: "M1034",
        title: "stopped",
        explanation: "The run was told to stop: Ctrl-C or a SIGTERM on the command line, `stop_when(..)` in a program. The \
                      statement that ran was cancelled on its server, and the message says what is committed. The same \
                      command goes on from there.",
    },
    &Code {
        id: "M1035",
        title: "a lease and LOCK TABLES",
        explanation: "From `LOCK TABLES` to `UNLOCK TABLES` a session of MySQL and MariaDB may use no table that it has not \
                      locked, and a table that it has locked nobody else may write: the lease could not be renewed. So such a \
                      revision is refused under `lock = \"lease\"` before anything runs. Dumps lock tables to be quicker; in a \
                      migration the two statements can be taken out.",
    },
    &Code {
        id: "M1040",
        title: "revisions are pending",
        explanation: "`require_current` found revisions that are not applied. It is for servers that may not change the \
                      schema themselves: run `migrate upgrade` first.",
    },
    &Code {
        id: "M1050",
        title: "nothing to repair",
        explanation: "The repair does not fit what the database has. `migrate repair` without more lists what is wrong, and \
                      the command that mends each.",
    },
    &Code {
        id: "M1060",
        title: "no such schema",
        explanation: "A schema (on MySQL and MariaDB, a database) that was named is not there. Make it, or let the upgrade do \
                      it: `--create-schemas`, `Schema::create`.",
    },
    &Code {
        id: "M1061",
        title: "not the name of a schema",
        explanation: "No server has a schema of this name: PostgreSQL takes 63 bytes, MySQL and MariaDB 64 characters, and \
                      none an empty name or a NUL. Any other character is fine: names are quoted.",
    },
    &Code {
        id: "M1062",
        title: "SQLite has no schemas",
        explanation: "A SQLite file is one database. Give each tenant a file, and name several: `--database-url` more than \
                      once, `upgrade_all`.",
    },
    &Code {
        id: "M1063",
        title: "one ledger for several schemas",
        explanation: "`schema` below `[ledger]` in migrate.toml puts the ledger into one schema, and each of several schemas \
                      has a ledger of its own. Take the setting out.",
    },
    &Code {
        id: "M1064",
        title: "a connection cannot leave its database",
        explanation: "On MySQL and MariaDB a connection that turned to another database does not find the way back if it had \
                      none. Hand over a pool or a URL.",
    },
    &Code {
        id: "M1065",
        title: "which schemas there are cannot be found out",
        explanation: "The query of `--schemas-from` failed, or its first column is not text. Cast it: `SELECT name::text …`.",
    },
    &Code {
        id: "M1066",
        title: "some targets failed",
        explanation: "Of several databases or schemas some failed; all were tried. The message says which and why. Run the \
                      same command again when that is mended: those that are up to date cost one query each.",
    },
    &Code {
        id: "M1067",
        title: "a printed script cannot come back from another database",
        explanation: "A revision of MySQL or MariaDB says `USE other`. A run turns back behind it, because it knows where it was; a \
                      script for the server's client does not: it would write the ledger, and what comes next, into the other \
                      database. Let the command run the revision, or name the database in each statement: `CREATE TABLE \
                      other.users (…)`. A script that ends with such a revision can be printed where `[ledger] schema = \"…\"` \
                      says where the ledger is, and one for `Migrations::in_schema` always.",
    },
];
