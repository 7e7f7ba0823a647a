//! Columns numbered by serial.

use super::prelude::*;

pub(in crate::lint) static LINT: Lint =
    Lint { name: "serial-column", code: &CODE, group: Group::Style, level: Level::Allow, check: Check::Change(check) };

static CODE: Code = Code {
    id: "M0727",
    title: "serial instead of identity",
    explanation: "\
`serial` makes a sequence with rights and dependencies of its own. An identity column belongs to its table.

```sql wrong postgres
CREATE TABLE users (id bigserial PRIMARY KEY);
```

```sql right postgres
CREATE TABLE users (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY);
```
",
};

fn check(seen: &Seen<'_>, change: &Change, out: &mut Vec<Diagnostic>) {
    if !seen.postgres() {
        return;
    }
    for column in columns(change).filter(|column| column.numbered == Numbered::Serial) {
        out.push(
            Diagnostic::warning(&CODE, format!("column `{}` is numbered by `serial`", column.name.text))
                .at(column.name.place, "")
                .help("write `GENERATED ALWAYS AS IDENTITY`"),
        );
    }
}
