//! Codes about `migrate.toml`.

use super::Code;

/// This chapter, by id.
pub static CODES: &[&Code] = &[
    &NOT_TOML,
    &UNKNOWN_SETTING,
    &WRONG_TYPE,
    &BAD_VALUE,
    &NO_DIALECT,
    &UNUSED_IGNORE,
    &MISSING_VERSIONS,
    &MISSING_MODELS,
];

/// Not TOML.
pub static NOT_TOML: Code = Code {
    id: "M0501",
    title: "not TOML",
    explanation: "\
`migrate.toml` cannot be read as TOML.

```toml wrong
dialect = postgres
```

Texts stand between quotes:

```toml right
dialect = \"postgres\"
```
",
};

/// Unknown setting.
pub static UNKNOWN_SETTING: Code = Code {
    id: "M0502",
    title: "unknown setting",
    explanation: "\
`migrate.toml` holds a key that means nothing, so what it was meant to set is not set.

```toml wrong
dialcet = \"postgres\"
```

```toml right
dialect = \"postgres\"
```
",
};

/// Wrong type of a setting.
pub static WRONG_TYPE: Code = Code {
    id: "M0503",
    title: "wrong type of a setting",
    explanation: "\
A setting has a value of another type than it needs: a number for a text, one text for a list.

```toml wrong
ignore = 7
```

```toml right
dialect = \"postgres\"
```
",
};

/// Bad value of a setting.
pub static BAD_VALUE: Code = Code {
    id: "M0504",
    title: "bad value of a setting",
    explanation: "\
A setting has the right type, but a value that it cannot have.

```toml wrong
dialect = \"postgres\"
heads = \"several\"
```

The message lists those that it can have:

```toml right
dialect = \"postgres\"
heads = \"many\"
```
",
};

/// No dialect.
pub static NO_DIALECT: Code = Code {
    id: "M0505",
    title: "no dialect",
    explanation: "\
It is not said which database the migrations are for, so they can be neither checked nor split into statements.

```toml wrong
# migrate.toml
heads = \"one\"
```

```toml right
# migrate.toml
heads = \"one\"
dialect = \"postgres\"
```
",
};

/// `ignore` pattern that matches nothing.
pub static UNUSED_IGNORE: Code = Code {
    id: "M0506",
    title: "`ignore` pattern that matches nothing",
    explanation: "\
A pattern of `ignore` matches no file of the folder: it has a typo, or the file is gone. A setting without
effect misleads its readers.

```text wrong
1_users.sql
notes.txt
```

```toml wrong
ignore = [\"notes.txt\", \"*.cvs\"]
```

Patterns match file names; one that ends in `/` matches directories, one that holds another `/` matches paths
from the folder. `*` is any text, `?` any one character.

```toml right
ignore = [\"notes.txt\"]
```
",
};

/// Missing version directory.
pub static MISSING_VERSIONS: Code = Code {
    id: "M0507",
    title: "missing version directory",
    explanation: "\
`versions` names a directory that does not exist in the folder.

```text wrong
core/1_users.sql
```

```toml wrong
versions = [\"core\", \"biling\"]
```

```toml right
versions = [\"core\"]
```
",
};

/// Missing models.
pub static MISSING_MODELS: Code = Code {
    id: "M0508",
    title: "missing models",
    explanation: "\
`schema` or `rust` below `[models]` names a file or directory that does not exist. Paths begin in the folder of
`migrate.toml`.

```rust wrong
// ../src/models.rs
#[derive(Table)]
struct User {
    #[column(primary_key)]
    id: i64,
}
```

```toml wrong
[models]
rust = \"src\"
```

```toml right
[models]
rust = \"../src\"
```
",
};
