//! Codes about what SQL means: what it speaks of is not there, or is there already.

use super::Code;

/// This chapter, by id.
pub static CODES: &[&Code] = &[
    &UNKNOWN_TABLE,
    &DUPLICATE_TABLE,
    &UNKNOWN_COLUMN,
    &DUPLICATE_COLUMN,
    &UNKNOWN_CONSTRAINT,
    &DUPLICATE_CONSTRAINT,
    &UNKNOWN_INDEX,
    &DUPLICATE_INDEX,
    &UNKNOWN_TYPE,
    &DUPLICATE_TYPE,
    &ENUM_VALUE,
    &UNKNOWN_OBJECT,
    &DUPLICATE_OBJECT,
    &NOT_UNIQUE,
    &IN_USE,
    &RESIDUE,
    &MISFIT,
    &OTHER_COUNT,
    &NAME_TOO_LONG,
    &NEW_VALUE,
    &NOT_COMMUTING,
    &AMBIGUOUS,
    &GROUPING,
    &NOT_ALLOWED,
];

/// A table or view is not there.
pub static UNKNOWN_TABLE: Code = Code {
    id: "M0401",
    title: "unknown table",
    explanation: "\
The statement speaks of a table or view that does not exist when it runs: no revision before it makes one of this name, or
one that was made has been dropped or renamed since, or what has the name is of another kind.

```sql wrong
CREATE TABLE users (id int);
ALTER TABLE usres ADD COLUMN email varchar(80);
```

Write the name it has at this point of the history:

```sql right
CREATE TABLE users (id int);
ALTER TABLE users ADD COLUMN email varchar(80);
```

If the table comes from somewhere else, put `-- migrate:trust` before the first statement that needs it.
",
};

/// A table is made twice.
pub static DUPLICATE_TABLE: Code = Code {
    id: "M0402",
    title: "table exists already",
    explanation: "\
A table, view or sequence is made under a name that is taken at this point of the history.

```sql wrong
CREATE TABLE users (id int);
CREATE TABLE users (id int, email varchar(80));
```

Choose another name, or change the table that is there:

```sql right
CREATE TABLE users (id int);
ALTER TABLE users ADD COLUMN email varchar(80);
```
",
};

/// A column is not there.
pub static UNKNOWN_COLUMN: Code = Code {
    id: "M0403",
    title: "unknown column",
    explanation: "\
A statement, an index, a constraint or a view names a column that its table does not have when it runs.

```sql wrong
CREATE TABLE users (id int, email varchar(80));
CREATE INDEX users_mail ON users (mail);
```

Write the name the column has at this point of the history:

```sql right
CREATE TABLE users (id int, email varchar(80));
CREATE INDEX users_mail ON users (email);
```
",
};

/// A column is made twice.
pub static DUPLICATE_COLUMN: Code = Code {
    id: "M0404",
    title: "column exists already",
    explanation: "\
A column is added to a table that has one of this name, or one `CREATE TABLE` names it twice. Upper and lower case may
count as equal.

```sql wrong
CREATE TABLE users (id int, email varchar(80));
ALTER TABLE users ADD COLUMN email varchar(80);
```

Take the second one out, or choose another name:

```sql right
CREATE TABLE users (id int, email varchar(80));
ALTER TABLE users ADD COLUMN second_email varchar(80);
```
",
};

/// A constraint is not there.
pub static UNKNOWN_CONSTRAINT: Code = Code {
    id: "M0405",
    title: "unknown constraint",
    explanation: "\
A constraint is dropped or changed that its table does not have. Constraints without a name get one from the server:
`users_email_key`, `users_pkey`, `posts_user_id_fkey` in PostgreSQL, `posts_ibfk_1` in MySQL.

```sql wrong postgres
CREATE TABLE users (id int, email text UNIQUE);
ALTER TABLE users DROP CONSTRAINT users_email_unique;
```

Write the name it has:

```sql right postgres
CREATE TABLE users (id int, email text UNIQUE);
ALTER TABLE users DROP CONSTRAINT users_email_key;
```
",
};

/// A constraint is made twice.
pub static DUPLICATE_CONSTRAINT: Code = Code {
    id: "M0406",
    title: "constraint exists already",
    explanation: "\
A constraint is added to a table that has one of this name, or a second primary key is added.

```sql wrong postgres mysql mariadb
CREATE TABLE users (id int PRIMARY KEY, number int NOT NULL);
ALTER TABLE users ADD PRIMARY KEY (number);
```

Drop the old one first, or choose another name or kind:

```sql right postgres mysql mariadb
CREATE TABLE users (id int PRIMARY KEY, number int NOT NULL);
ALTER TABLE users ADD UNIQUE (number);
```
",
};

/// An index is not there.
pub static UNKNOWN_INDEX: Code = Code {
    id: "M0407",
    title: "unknown index",
    explanation: "\
An index is dropped or changed that does not exist at this point of the history. Dropping a table drops its indexes.

```sql wrong postgres sqlite
CREATE TABLE users (id int, email text);
CREATE INDEX users_email ON users (email);
DROP INDEX users_mail;
```

Write the name it has, or `IF EXISTS` where the server knows it:

```sql right postgres sqlite
CREATE TABLE users (id int, email text);
CREATE INDEX users_email ON users (email);
DROP INDEX users_email;
```
",
};

/// An index is made twice.
pub static DUPLICATE_INDEX: Code = Code {
    id: "M0408",
    title: "index exists already",
    explanation: "\
An index is made under a name that is taken: in PostgreSQL and SQLite by any table, view or index of the schema, in MySQL by
an index of the same table.

```sql wrong postgres sqlite
CREATE TABLE users (email text);
CREATE TABLE customers (email text);
CREATE INDEX by_email ON users (email);
CREATE INDEX by_email ON customers (email);
```

Choose another name:

```sql right
CREATE TABLE users (email varchar(80));
CREATE TABLE customers (email varchar(80));
CREATE INDEX users_by_email ON users (email);
CREATE INDEX customers_by_email ON customers (email);
```
",
};

/// A type is not there.
pub static UNKNOWN_TYPE: Code = Code {
    id: "M0409",
    title: "unknown type",
    explanation: "\
A column has, or a statement changes, a type that neither the server brings nor a revision before makes.

```sql wrong postgres
CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
CREATE TABLE people (mood moood);
```

Write the name of a type that exists, or make it first:

```sql right postgres
CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
CREATE TABLE people (mood mood);
```

If an extension brings it, create the extension in a revision before.
",
};

/// A type is made twice.
pub static DUPLICATE_TYPE: Code = Code {
    id: "M0410",
    title: "type exists already",
    explanation: "\
A type or domain is made under a name that is taken. Each table of PostgreSQL makes a type of its name, too.

```sql wrong postgres
CREATE TYPE mood AS ENUM ('sad');
CREATE TYPE mood AS ENUM ('sad', 'ok');
```

Change the one that is there:

```sql right postgres
CREATE TYPE mood AS ENUM ('sad');
ALTER TYPE mood ADD VALUE 'ok';
```
",
};

/// A value of an enum is missing or there already.
pub static ENUM_VALUE: Code = Code {
    id: "M0411",
    title: "value of an enum",
    explanation: "\
A value is added to an enum that has it, or one is renamed, or named as a neighbour, that it does not have.

```sql wrong postgres
CREATE TYPE mood AS ENUM ('sad', 'ok');
ALTER TYPE mood ADD VALUE 'happy' AFTER 'okay';
```

Values are compared as they are written, upper and lower case included:

```sql right postgres
CREATE TYPE mood AS ENUM ('sad', 'ok');
ALTER TYPE mood ADD VALUE 'happy' AFTER 'ok';
```
",
};

/// A sequence, function, trigger, schema or extension is not there.
pub static UNKNOWN_OBJECT: Code = Code {
    id: "M0412",
    title: "unknown object",
    explanation: "\
A sequence, function, trigger, schema or extension is used, dropped or changed that does not exist at this point of the
history.

```sql wrong postgres
CREATE SEQUENCE order_numbers;
DROP SEQUENCE order_number;
```

Write the name it has, or `IF EXISTS`:

```sql right postgres
CREATE SEQUENCE order_numbers;
DROP SEQUENCE order_numbers;
```
",
};

/// A sequence, function, trigger, schema or extension is made twice.
pub static DUPLICATE_OBJECT: Code = Code {
    id: "M0413",
    title: "object exists already",
    explanation: "\
A sequence, trigger, schema or extension is made under a name that is taken at this point of the history.

```sql wrong postgres
CREATE SCHEMA billing;
CREATE SCHEMA billing;
```

Take the second one out, choose another name, or write `IF NOT EXISTS`:

```sql right postgres
CREATE SCHEMA billing;
CREATE SCHEMA IF NOT EXISTS billing;
```
",
};

/// The target of a foreign key is not unique.
pub static NOT_UNIQUE: Code = Code {
    id: "M0414",
    title: "foreign key to columns that are not unique",
    explanation: "\
A foreign key has to point to columns of which no two rows have the same: a primary key, or a unique constraint or index
over exactly these columns. (MySQL is content with an index.)

```sql wrong postgres
CREATE TABLE users (id int PRIMARY KEY, email text);
CREATE TABLE invitations (email text REFERENCES users (email));
```

Make the columns unique, or point to the key:

```sql right postgres
CREATE TABLE users (id int PRIMARY KEY, email text UNIQUE);
CREATE TABLE invitations (email text REFERENCES users (email));
```
",
};

/// Something else needs what is dropped.
pub static IN_USE: Code = Code {
    id: "M0415",
    title: "still in use",
    explanation: "\
Something is dropped or changed that a view, a foreign key or a column of another table needs, and the server refuses that.

```sql wrong postgres
CREATE TABLE users (id int PRIMARY KEY);
CREATE VIEW user_ids AS SELECT id FROM users;
DROP TABLE users;
```

Drop what depends on it first, or both together where the server can:

```sql right postgres
CREATE TABLE users (id int PRIMARY KEY);
CREATE VIEW user_ids AS SELECT id FROM users;
DROP TABLE users CASCADE;
```
",
};

/// A down leaves something behind.
pub static RESIDUE: Code = Code {
    id: "M0416",
    title: "the down does not take back the up",
    explanation: "\
After the up and the down of a revision the schema is not what it was before. Whoever goes down and up again will find
something in the way, or missing.

```sql wrong
-- 1_teams.sql
-- migrate:up
CREATE TABLE teams (id int PRIMARY KEY);
-- 2_users.sql
-- migrate:revises 1
-- migrate:up
CREATE TABLE users (id int PRIMARY KEY);
ALTER TABLE teams ADD COLUMN owner int;

-- migrate:down
DROP TABLE users;
```

Take back everything that the up does:

```sql right
-- 1_teams.sql
-- migrate:up
CREATE TABLE teams (id int PRIMARY KEY);
-- 2_users.sql
-- migrate:revises 1
-- migrate:up
CREATE TABLE users (id int PRIMARY KEY);
ALTER TABLE teams ADD COLUMN owner int;

-- migrate:down
ALTER TABLE teams DROP COLUMN owner;
DROP TABLE users;
```
",
};

/// Types that do not go together.
pub static MISFIT: Code = Code {
    id: "M0417",
    title: "types that do not fit",
    explanation: "\
Two types meet that the server cannot compare, or turn into each other by itself: the two ends of a foreign key, the old
and the new type of a column, a column and its default.

In SQLite also a new table whose columns are not of the types that it demands: `AUTOINCREMENT` needs `INTEGER`, `STRICT` one
of six types, and `WITHOUT ROWID` a primary key.

```sql wrong postgres
CREATE TABLE users (id uuid PRIMARY KEY);
CREATE TABLE posts (user_id int REFERENCES users (id), title text);
```

Give both ends the same type, in MySQL and MariaDB with the same sign, or say how to turn one into the other:

```sql right postgres
CREATE TABLE users (id uuid PRIMARY KEY);
CREATE TABLE posts (user_id uuid REFERENCES users (id), title text);
ALTER TABLE posts ALTER COLUMN title TYPE int USING title::int;
```
",
};

/// Two lists that must have as many members.
pub static OTHER_COUNT: Code = Code {
    id: "M0418",
    title: "too many or too few",
    explanation: "\
Two lists that belong to each other differ in length: the columns of an INSERT and its values, the two ends of a foreign
key; or a name stands twice in a list where it may stand once.

```sql wrong
CREATE TABLE users (id int, name varchar(80));
INSERT INTO users (id, name) VALUES (1);
```

Write one value for each column:

```sql right
CREATE TABLE users (id int, name varchar(80));
INSERT INTO users (id, name) VALUES (1, 'Ann');
```
",
};

/// A name that is too long.
pub static NAME_TOO_LONG: Code = Code {
    id: "M0419",
    title: "name that is too long",
    explanation: "\
MySQL and MariaDB refuse names of more than 64 characters. PostgreSQL cuts them; see the lint `cut-name`.

```sql wrong mysql mariadb
CREATE TABLE users (the_time_when_somebody_of_the_staff_looked_at_the_account_for_the_last_time int);
```

Choose a shorter name:

```sql right mysql mariadb
CREATE TABLE users (last_look_of_the_staff int);
```
",
};

/// A new enum value is used too early.
pub static NEW_VALUE: Code = Code {
    id: "M0420",
    title: "enum value used in the transaction that adds it",
    explanation: "\
PostgreSQL lets nobody use a value that `ALTER TYPE … ADD VALUE` has added before the transaction is committed, unless the
type was made in the same one.

```sql wrong postgres
-- 1_people.sql
CREATE TYPE mood AS ENUM ('sad', 'ok');
CREATE TABLE people (mood mood);
-- 2_calm.sql
ALTER TYPE mood ADD VALUE 'calm' BEFORE 'ok';
UPDATE people SET mood = 'calm' WHERE mood = 'ok';
```

Use it in a revision of its own:

```sql right postgres
-- 1_people.sql
CREATE TYPE mood AS ENUM ('sad', 'ok');
CREATE TABLE people (mood mood);
-- 2_calm.sql
ALTER TYPE mood ADD VALUE 'calm' BEFORE 'ok';
-- 3_calm_people.sql
UPDATE people SET mood = 'calm' WHERE mood = 'ok';
```
",
};

/// Two branches that cannot change places.
pub static NOT_COMMUTING: Code = Code {
    id: "M0421",
    title: "branches that do not commute",
    explanation: "\
Two branches meet in a merge. Which of them runs first differs from database to database, and here it matters: in one order
a statement fails, or the schema is another one in the end.

```sql wrong postgres
-- 1_users.sql
CREATE TABLE users (name varchar(20));
-- 2_shorter.sql
-- migrate:revises 1
-- migrate:up
ALTER TABLE users ALTER COLUMN name TYPE varchar(50);
-- 3_longer.sql
-- migrate:revises 1
-- migrate:up
ALTER TABLE users ALTER COLUMN name TYPE text;
-- 4_merge.sql
-- migrate:revises 2 3
```

Put one branch on top of the other with `migrate rebase`, or let one revision depend on the other:

```sql right postgres
-- 1_users.sql
CREATE TABLE users (name varchar(20));
-- 2_shorter.sql
-- migrate:revises 1
-- migrate:up
ALTER TABLE users ALTER COLUMN name TYPE varchar(50);
-- 3_longer.sql
-- migrate:revises 1
-- migrate:depends-on 2
-- migrate:up
ALTER TABLE users ALTER COLUMN name TYPE text;
-- 4_merge.sql
-- migrate:revises 2 3
```
",
};

/// What stands where the server does not allow it.
pub static NOT_ALLOWED: Code = Code {
    id: "M0425",
    title: "not allowed here",
    explanation: "\
The grammar allows it, and the server refuses it for what it is or where it stands: a sum over all rows in `WHERE`, a window
function outside of what is returned, a query inside of a `CHECK`, a generated column as a key, a column that SQLite cannot
add, a length or a number beyond the limits of the server.

```sql wrong mysql mariadb sqlite
CREATE TABLE orders (id int, total int);
DELETE FROM orders WHERE max(total) > 100;
```

The message says what to do; here a query of its own has the sum:

```sql right sqlite
CREATE TABLE orders (id int, total int);
DELETE FROM orders WHERE (SELECT max(total) FROM orders) > 100;
```
",
};

/// A name that may mean two columns.
pub static AMBIGUOUS: Code = Code {
    id: "M0422",
    title: "ambiguous column",
    explanation: "\
A column is named without its table, and more than one of the tables that the query reads has one of this name.

```sql wrong postgres
CREATE TABLE users (id int, name text);
CREATE TABLE posts (id int, user_id int);
SELECT id FROM users JOIN posts ON user_id = users.id;
```

Write the table before it:

```sql right postgres
CREATE TABLE users (id int, name text);
CREATE TABLE posts (id int, user_id int);
SELECT posts.id FROM users JOIN posts ON user_id = users.id;
```
",
};

/// What is grouped and what is not.
pub static GROUPING: Code = Code {
    id: "M0423",
    title: "grouped and not grouped",
    explanation: "\
Rows are grouped, by `GROUP BY` or because an aggregate is asked for, and a column is returned that may have several values in
a group; or an aggregate or a window function stands where rows are still looked at one by one, as in `WHERE`.

```sql wrong postgres
CREATE TABLE posts (user_id int, title text);
SELECT user_id, title, count(*) FROM posts GROUP BY user_id;
```

Group by the column, or say which of the values is meant:

```sql right postgres
CREATE TABLE posts (user_id int, title text);
SELECT user_id, max(title), count(*) FROM posts GROUP BY user_id;
```
",
};
