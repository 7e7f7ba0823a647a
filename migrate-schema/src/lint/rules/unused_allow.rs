//! Directives that allow nothing.

use super::prelude::*;

pub(in crate::lint) static LINT: Lint =
    Lint { name: "unused-allow", code: &CODE, group: Group::Suspicious, level: Level::Warn, check: Check::Elsewhere };

static CODE: Code = Code {
    id: "M0702",
    title: "directive that allows nothing",
    explanation: "\
`-- migrate:allow` stands where the lint has nothing to say. It would hide what is written there later.

```sql wrong
-- migrate:up
-- migrate:allow drop-table
CREATE TABLE users (id int PRIMARY KEY);
```

Delete it. Above the first statement of a file it is about the whole file, elsewhere about the statement that follows.

```sql right
-- migrate:up
CREATE TABLE users (id int PRIMARY KEY);
```
",
};
