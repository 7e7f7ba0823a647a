//! Keys that run out.

use super::prelude::*;

pub(in crate::lint) static LINT: Lint =
    Lint { name: "small-key", code: &CODE, group: Group::Style, level: Level::Allow, check: Check::Change(check) };

static CODE: Code = Code {
    id: "M0728",
    title: "key that runs out",
    explanation: "\
A key of four bytes has numbers for 2,147,483,647 rows, deleted ones included. Changing it later writes the table and all
that point to it anew.

```sql wrong postgres
CREATE TABLE users (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY);
```

Write `bigint`:

```sql right postgres
CREATE TABLE users (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY);
```
",
};

fn check(seen: &Seen<'_>, change: &Change, out: &mut Vec<Diagnostic>) {
    // Every whole number of SQLite has eight bytes.
    if seen.dialect() == Dialect::Sqlite {
        return;
    }
    let Change::CreateTable(new) = change else { return };
    for column in new.columns.iter().filter(|column| column.numbered != Numbered::No) {
        let Some(ty) = &column.ty else { continue };
        let name = ty.meaning.split([' ', '(']).next().unwrap_or_default();
        if matches!(name, "integer" | "int" | "smallint" | "mediumint" | "tinyint") {
            out.push(
                Diagnostic::warning(&CODE, format!("the numbers of `{}` run out", column.name.text))
                    .at(column.name.place, "")
                    .help("write `bigint`"),
            );
        }
    }
}
