//! Revisions that cannot be taken back, and do not say so.

use super::prelude::*;

pub(in crate::lint) static LINT: Lint =
    Lint { name: "missing-down", code: &CODE, group: Group::Suspicious, level: Level::Warn, check: Check::Elsewhere };

static CODE: Code = Code {
    id: "M0701",
    title: "missing down",
    explanation: "\
The revision says how to go up and not how to come back, so `migrate downgrade` stops at it.

```sql wrong
CREATE TABLE users (id int PRIMARY KEY);
```

Write the way back, or say why there is none with `-- migrate:irreversible \"the old prices are gone\"`:

```sql right
-- migrate:up
CREATE TABLE users (id int PRIMARY KEY);

-- migrate:down
DROP TABLE users;
```

In the folder of another tool it is said only where most other revisions have a way back.
",
};
