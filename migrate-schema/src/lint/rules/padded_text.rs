//! Texts that are padded.

use super::prelude::*;

pub(in crate::lint) static LINT: Lint =
    Lint { name: "padded-text", code: &CODE, group: Group::Style, level: Level::Allow, check: Check::Change(check) };

static CODE: Code = Code {
    id: "M0726",
    title: "text that is padded",
    explanation: "\
`char(n)` is filled with blanks, which count in some comparisons and not in others.

```sql wrong postgres
CREATE TABLE users (country char(2));
```

Write `text` or `varchar`:

```sql right postgres
CREATE TABLE users (country text);
```
",
};

fn check(seen: &Seen<'_>, change: &Change, out: &mut Vec<Diagnostic>) {
    if !seen.postgres() {
        return;
    }
    for column in columns(change) {
        let Some(ty) = &column.ty else { continue };
        if &*ty.meaning == "character" || ty.meaning.starts_with("character(") {
            out.push(
                Diagnostic::warning(&CODE, format!("column `{}` is `{}`", column.name.text, ty.text))
                    .at(column.name.place, "")
                    .help("write `text`"),
            );
        }
    }
}
