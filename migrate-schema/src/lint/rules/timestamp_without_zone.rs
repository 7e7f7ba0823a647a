//! Timestamps without a time zone.

use super::prelude::*;

pub(in crate::lint) static LINT: Lint = Lint {
    name: "timestamp-without-zone",
    code: &CODE,
    group: Group::Style,
    level: Level::Allow,
    check: Check::Change(check),
};

static CODE: Code = Code {
    id: "M0724",
    title: "timestamp without time zone",
    explanation: "\
`timestamp` keeps what a clock showed and not where it hung. `timestamptz` keeps the moment, and takes no more room.

```sql wrong postgres
CREATE TABLE events (happened timestamp);
```

```sql right postgres
CREATE TABLE events (happened timestamptz);
```
",
};

fn check(seen: &Seen<'_>, change: &Change, out: &mut Vec<Diagnostic>) {
    if !seen.postgres() {
        return;
    }
    for column in columns(change) {
        let Some(ty) = &column.ty else { continue };
        if &*ty.meaning == "timestamp" || ty.meaning.starts_with("timestamp(") && !ty.meaning.contains("with time zone")
        {
            out.push(
                Diagnostic::warning(&CODE, format!("column `{}` is `{}`", column.name.text, ty.text))
                    .at(column.name.place, "")
                    .help("write `timestamptz`"),
            );
        }
    }
}
