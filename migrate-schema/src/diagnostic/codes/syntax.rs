//! Codes about SQL itself: what the grammar refuses, and what is no SQL.

use super::Code;

/// This chapter, by id.
pub static CODES: &[&Code] =
    &[&SYNTAX, &LEFT_OPEN, &CLIENT_COMMAND, &COPY_STDIN, &TRANSACTION_CONTROL, &NOT_IN_TRANSACTION];

/// The server's grammar refuses a statement.
pub static SYNTAX: Code = Code {
    id: "M0301",
    title: "syntax error",
    explanation: "\
The statement is not in the grammar of the dialect it is written for. The server would refuse it when the migration runs;
the place is where its parser would stop, or the misspelt word before it.

```sql wrong
CREATE TABEL users (id int);
```

Fix what the message points at:

```sql right
CREATE TABLE users (id int);
```

If the server accepts a statement that is refused here, that is a bug worth reporting. Until it is fixed,
`-- migrate:trust` before the statement takes it as it is.
",
};

/// A quote or comment has no end.
pub static LEFT_OPEN: Code = Code {
    id: "M0302",
    title: "quote or comment without an end",
    explanation: "\
A string, a quoted name, a dollar quote or a comment is opened and never closed, so everything after it belongs to it. The
place is the opening.

```sql wrong
CREATE TABLE notes (text varchar(80));
INSERT INTO notes VALUES ('it's late');
```

A quote inside a string is written twice:

```sql right
CREATE TABLE notes (text varchar(80));
INSERT INTO notes VALUES ('it''s late');
```
",
};

/// A command of a client program stands among the SQL.
pub static CLIENT_COMMAND: Code = Code {
    id: "M0303",
    title: "client command",
    explanation: "\
Lines like `\\connect`, `\\i other.sql` or `\\restrict` are orders to psql or the mysql client, not SQL. Migrations are sent
to the server without such a program.

```sql wrong postgres
\\connect shop
CREATE TABLE users (id int);
```

Delete the line; the database is chosen by the URL that the migrations run with. What `\\i` includes is written into the
file. (`DELIMITER` in files for MySQL and MariaDB is understood.)

```sql right
CREATE TABLE users (id int);
```
",
};

/// `COPY … FROM stdin`.
pub static COPY_STDIN: Code = Code {
    id: "M0304",
    title: "COPY FROM stdin",
    explanation: "\
`COPY … FROM stdin` reads rows from the client, in a protocol of its own. A migration is only SQL; the lines of data after
the statement would be read as statements.

```sql wrong postgres
CREATE TABLE colors (id int, name text);
COPY colors (id, name) FROM stdin;
1	red
\\.
```

Write the rows as an INSERT (`pg_dump --inserts` does):

```sql right postgres
CREATE TABLE colors (id int, name text);
INSERT INTO colors (id, name) VALUES (1, 'red');
```
",
};

/// `BEGIN`, `COMMIT` and the like in a file that runs in a transaction anyway.
pub static TRANSACTION_CONTROL: Code = Code {
    id: "M0305",
    title: "transaction control",
    explanation: "\
A revision runs in a transaction together with the row that says it was applied. A `COMMIT` of its own would end that
transaction half way: what follows could fail after a part has been kept.

```sql wrong
BEGIN;
CREATE TABLE users (id int);
COMMIT;
```

Delete `BEGIN` and `COMMIT`. If the statements really need transactions of their own, say `-- migrate:no-transaction`
at the top of the file.

```sql right
CREATE TABLE users (id int);
```
",
};

/// A statement that the server refuses in a transaction.
pub static NOT_IN_TRANSACTION: Code = Code {
    id: "M0306",
    title: "cannot run in a transaction",
    explanation: "\
Some statements are refused inside a transaction, or do nothing there: `CREATE INDEX CONCURRENTLY` and `VACUUM` in
PostgreSQL, `VACUUM` and `PRAGMA foreign_keys` in SQLite.

```sql wrong postgres
-- 1_users.sql
CREATE TABLE users (email text);
-- 2_index.sql
-- migrate:revises 1
-- migrate:up
CREATE INDEX CONCURRENTLY users_email ON users (email);
```

Put the statement into a revision of its own and say that it runs without a transaction:

```sql right postgres
-- 1_users.sql
CREATE TABLE users (email text);
-- 2_index.sql
-- migrate:revises 1
-- migrate:no-transaction
-- migrate:up
CREATE INDEX CONCURRENTLY users_email ON users (email);
```
",
};
