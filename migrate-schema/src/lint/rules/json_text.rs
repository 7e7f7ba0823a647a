//! JSON that is kept as text.

use super::prelude::*;

pub(in crate::lint) static LINT: Lint =
    Lint { name: "json-text", code: &CODE, group: Group::Style, level: Level::Allow, check: Check::Change(check) };

static CODE: Code = Code {
    id: "M0729",
    title: "json instead of jsonb",
    explanation: "\
`json` keeps the text, is parsed at each look, and cannot be compared: `SELECT DISTINCT` and `UNION` fail on it. `jsonb`
does all of that.

```sql wrong postgres
CREATE TABLE events (body json);
```

```sql right postgres
CREATE TABLE events (body jsonb);
```
",
};

fn check(seen: &Seen<'_>, change: &Change, out: &mut Vec<Diagnostic>) {
    if !seen.postgres() {
        return;
    }
    for column in columns(change) {
        let Some(ty) = &column.ty else { continue };
        if &*ty.meaning == "json" {
            out.push(
                Diagnostic::warning(&CODE, format!("column `{}` is `{}`", column.name.text, ty.text))
                    .at(column.name.place, "")
                    .help("write `jsonb`"),
            );
        }
    }
}
