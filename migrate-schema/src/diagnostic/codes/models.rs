//! Codes about models: structs that derive `Table`, and how they compare with the migrations.

use super::Code;

/// This chapter, by id.
pub static CODES: &[&Code] = &[
    &RUST_SYNTAX,
    &UNKNOWN_ATTRIBUTE,
    &BAD_ATTRIBUTE,
    &NO_SQL_TYPE,
    &CONTRADICTION,
    &UNKNOWN_NAME,
    &TWO_SOURCES,
    &NO_MODELS,
    &FIELD_WITHOUT_COLUMN,
    &COLUMN_WITHOUT_FIELD,
    &DRIFT,
    &NO_SCHEMA,
];

/// Not Rust.
pub static RUST_SYNTAX: Code = Code {
    id: "M0601",
    title: "model that is not Rust",
    explanation: "\
A Rust source of `[models]` cannot be cut into tokens, or a struct that derives `Table` is no struct that Rust
could read. Models are read from their text, so the crate need not compile, but its brackets must match.

```rust wrong
#[derive(Table)]
struct User {
    #[column(primary_key)
    id: i64,
}
```

```rust right
#[derive(Table)]
struct User {
    #[column(primary_key)]
    id: i64,
}
```
",
};

/// Unknown attribute.
pub static UNKNOWN_ATTRIBUTE: Code = Code {
    id: "M0602",
    title: "unknown attribute of a model",
    explanation: "\
`#[table(…)]`, `#[column(…)]` or `#[enum_type(…)]` holds a word that means nothing there, so what it was meant to
say is not said.

```rust wrong
#[derive(Table)]
struct User {
    #[column(primary)]
    id: i64,
}
```

```rust right
#[derive(Table)]
struct User {
    #[column(primary_key, auto)]
    id: i64,
}
```
",
};

/// Bad attribute.
pub static BAD_ATTRIBUTE: Code = Code {
    id: "M0603",
    title: "wrong attribute of a model",
    explanation: "\
An attribute of a model has a value that it cannot have, is given twice, or has an effect on no database of the
set.

```rust wrong
#[derive(Table)]
struct User {
    #[column(primary_key = \"yes\")]
    id: i64,
}
```

```rust right
#[derive(Table)]
struct User {
    #[column(primary_key)]
    id: i64,
}
```
",
};

/// No SQL type.
pub static NO_SQL_TYPE: Code = Code {
    id: "M0604",
    title: "field without an SQL type",
    explanation: "\
Types map as sqlx maps them: integers, floats, `bool`, `String`, `Vec<u8>`, `Uuid`, the types of chrono and time,
JSON, decimals, network addresses, arrays in PostgreSQL, `Option` for what may be null, and enums that derive
`Enum`.

```rust wrong
#[derive(Table)]
struct User {
    #[column(primary_key)]
    id: i64,
    name: Name,
}
```

For any other type say the column's type:

```rust right
#[derive(Table)]
struct User {
    #[column(primary_key)]
    id: i64,
    #[column(type = \"varchar(80)\")]
    name: Name,
}
```
",
};

/// Contradiction.
pub static CONTRADICTION: Code = Code {
    id: "M0605",
    title: "model that contradicts itself",
    explanation: "\
A model says two things that cannot both be: two primary keys, two columns of one name, a generated column with a
default, a text that is numbered by the server.

```rust wrong
#[derive(Table)]
#[table(primary_key(\"user_id\", \"team_id\"))]
struct Member {
    #[column(primary_key)]
    user_id: i64,
    team_id: i64,
}
```

```rust right
#[derive(Table)]
#[table(primary_key(\"user_id\", \"team_id\"))]
struct Member {
    user_id: i64,
    team_id: i64,
}
```
",
};

/// Unknown name.
pub static UNKNOWN_NAME: Code = Code {
    id: "M0606",
    title: "model that names what there is not",
    explanation: "\
A key, an index or a foreign key of a model names a column or a table that no model has. A table that is kept
elsewhere is named in `exclude` of `[models]` in `migrate.toml`.

```rust wrong
#[derive(Table)]
#[table(unique(\"mail\"))]
struct User {
    #[column(primary_key)]
    id: i64,
    email: String,
}
```

```rust right
#[derive(Table)]
#[table(unique(\"email\"))]
struct User {
    #[column(primary_key)]
    id: i64,
    email: String,
}
```
",
};

/// Two sources.
pub static TWO_SOURCES: Code = Code {
    id: "M0607",
    title: "two kinds of models, and no setting",
    explanation: "\
There is a `schema.sql`, and there are structs that derive `Table`. Which of them says what is wanted?

```toml
# migrate.toml
[models]
rust = \"../src\"
# or: schema = \"../schema.sql\"
# or both lines: then each table stands in one of the two
```",
};

/// No models.
pub static NO_MODELS: Code = Code {
    id: "M0608",
    title: "no models",
    explanation: "\
The schema that is wanted is read from structs that derive `Table` or from a `schema.sql`. Neither was found
where `[models]` in `migrate.toml` says, or beside the folder of migrations.",
};

/// A field without a column.
pub static FIELD_WITHOUT_COLUMN: Code = Code {
    id: "M0609",
    title: "model that the migrations do not make",
    explanation: "\
`drift` is set, and a model has a table or a column that no migration makes: a query would fail when it runs.

```sql wrong postgres
CREATE TABLE users (id bigint PRIMARY KEY);
```

```rust wrong
#[derive(Table)]
struct User {
    #[column(primary_key)]
    id: i64,
    email: Option<String>,
}
```

Write the migration: `migrate new add_email --autogenerate`.

```sql right postgres
-- 1_users.sql
CREATE TABLE users (id bigint PRIMARY KEY);
-- 2_add_email.sql
ALTER TABLE users ADD COLUMN email text;
```
",
};

/// A column without a field.
pub static COLUMN_WITHOUT_FIELD: Code = Code {
    id: "M0610",
    title: "column that no model has",
    explanation: "\
`drift` is set, and the migrations make a table or a column that the models do not have.

```sql wrong postgres
CREATE TABLE users (id bigint PRIMARY KEY, email text);
```

```rust wrong
#[derive(Table)]
struct User {
    #[column(primary_key)]
    id: i64,
}
```

Add the field, drop the column in a migration (`migrate new … --autogenerate`), or name it in `exclude` of
`[models]` in `migrate.toml`.

```rust right
#[derive(Table)]
struct User {
    #[column(primary_key)]
    id: i64,
    email: Option<String>,
}
```
",
};

/// Other differences.
pub static DRIFT: Code = Code {
    id: "M0611",
    title: "models and migrations differ",
    explanation: "\
`drift` is set, and the models say something else than the migrations: another type, another default, a key or an
index that only one of them has.

```sql wrong postgres
CREATE TABLE users (id bigint PRIMARY KEY, age integer);
```

```rust wrong
#[derive(Table)]
struct User {
    #[column(primary_key)]
    id: i64,
    age: Option<i64>,
}
```

Write the migration with `migrate new … --autogenerate`, or change the model:

```rust right
#[derive(Table)]
struct User {
    #[column(primary_key)]
    id: i64,
    age: Option<i32>,
}
```
",
};

/// Not part of a schema.
pub static NO_SCHEMA: Code = Code {
    id: "M0612",
    title: "no part of a schema",
    explanation: "\
A file of `[models] schema` says which tables, types, views and functions are wanted. Statements about rows have no place
in it: nothing runs it.

```sql wrong postgres
-- ../schema.sql
CREATE TABLE users (id integer PRIMARY KEY, email text);
INSERT INTO users VALUES (1, 'ann@example.com');
-- 1_users.sql
CREATE TABLE users (id integer PRIMARY KEY, email text);
```

Rows that every database needs are written by a migration. A hint about a former name stands above the table, or on the
line of the column:

```sql right postgres
-- ../schema.sql
-- migrate:renamed-from people
CREATE TABLE users (
    id integer PRIMARY KEY,
    email text -- migrate:renamed-from mail
);
-- 1_users.sql
CREATE TABLE users (id integer PRIMARY KEY, email text);
INSERT INTO users VALUES (1, 'ann@example.com');
```
",
};
