//! Enum values whose place nobody chose.

use super::prelude::*;

pub(in crate::lint) static LINT: Lint = Lint {
    name: "unordered-value",
    code: &CODE,
    group: Group::Style,
    level: Level::Allow,
    check: Check::Change(check),
};

static CODE: Code = Code {
    id: "M0733",
    title: "enum value at the end",
    explanation: "\
`ALTER TYPE … ADD VALUE` puts the value behind all others, and `ORDER BY` and `<` go by that order.

```sql wrong postgres
CREATE TYPE state AS ENUM ('draft', 'sent');
ALTER TYPE state ADD VALUE 'checked';
```

Say where it belongs:

```sql right postgres
CREATE TYPE state AS ENUM ('draft', 'sent');
ALTER TYPE state ADD VALUE 'checked' BEFORE 'sent';
```
",
};

fn check(_: &Seen<'_>, change: &Change, out: &mut Vec<Diagnostic>) {
    if let Change::AddValue { at, neighbour: None, .. } = change {
        out.push(
            Diagnostic::warning(&CODE, "the value comes behind all others")
                .at(*at, "")
                .help("say where it belongs: `BEFORE '…'` or `AFTER '…'`"),
        );
    }
}
