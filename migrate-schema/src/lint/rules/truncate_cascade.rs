//! Tables that are emptied without being named.

use super::prelude::*;

pub(in crate::lint) static LINT: Lint = Lint {
    name: "truncate-cascade",
    code: &CODE,
    group: Group::Destructive,
    level: Level::Warn,
    check: Check::Statement(check),
};

static CODE: Code = Code {
    id: "M0706",
    title: "tables emptied that are not named",
    explanation: "\
`TRUNCATE … CASCADE` empties every table with a foreign key to the one that is named, and those with one to them.

```sql wrong postgres
CREATE TABLE users (id int PRIMARY KEY);
CREATE TABLE posts (user_id int REFERENCES users (id));
TRUNCATE users CASCADE;
```

Name the tables that are to be empty; it fails if one is missing:

```sql right postgres
CREATE TABLE users (id int PRIMARY KEY);
CREATE TABLE posts (user_id int REFERENCES users (id));
TRUNCATE users, posts;
```
",
};

fn check(seen: &Seen<'_>, out: &mut Vec<Diagnostic>) {
    if seen.postgres()
        && seen.begins(&["TRUNCATE"])
        && let Some(place) = seen.finds(&["CASCADE"])
    {
        out.push(
            Diagnostic::warning(&CODE, "CASCADE empties all tables that point to this one")
                .at(place, "")
                .help("name the tables that are to be empty"),
        );
    }
}
