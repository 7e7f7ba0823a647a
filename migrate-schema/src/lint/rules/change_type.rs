//! Changes of a type that write the table anew.

use super::prelude::*;

pub(in crate::lint) static LINT: Lint =
    Lint { name: "change-type", code: &CODE, group: Group::Online, level: Level::Allow, check: Check::Change(check) };

static CODE: Code = Code {
    id: "M0719",
    title: "type change that writes the table anew",
    explanation: "\
Most changes of a type write every row and every index anew while nobody can use the table, and a running program may not
know the new type.

```sql wrong postgres
-- 1_users.sql
CREATE TABLE users (number int, name varchar(50));
-- 2_more.sql
ALTER TABLE users ALTER COLUMN number TYPE bigint;
```

Add a column of the new type, write both, fill it, read it, and drop the old one: each in a revision of its own. Changes
that only widen are free and not reported: `varchar(50)` to `varchar(100)` or `text`.

```sql right postgres
-- 1_users.sql
CREATE TABLE users (number int, name varchar(50));
-- 2_more.sql
ALTER TABLE users ADD COLUMN long_number bigint;
ALTER TABLE users ALTER COLUMN name TYPE text;
```
",
};

fn check(seen: &Seen<'_>, change: &Change, out: &mut Vec<Diagnostic>) {
    let Some((entry, actions)) = seen.actions(change) else { return };
    let Some(table) = table(&entry) else { return };
    for action in actions {
        let (name, ty) = match action {
            Action::SetType { name, ty, .. } => (name, ty),
            Action::ReplaceColumn { from, column, .. } => match &column.ty {
                Some(ty) => (from, ty),
                None => continue,
            },
            _ => continue,
        };
        let Some(old) = table.column(&name.key).and_then(|column| column.ty.as_ref()) else { continue };
        if old.meaning != ty.meaning && !widens(&old.meaning, &ty.meaning, seen.postgres()) {
            let message = format!("`{}` to `{}` writes table `{}` anew", old.text, ty.text, entry.name);
            out.push(Diagnostic::warning(&CODE, message).at(name.place, "nobody can write to it meanwhile"));
        }
    }
}

/// The name of a type and the numbers behind it.
fn parts(meaning: &str) -> (&str, Vec<u32>) {
    let Some((name, rest)) = meaning.split_once('(') else { return (meaning.trim(), Vec::new()) };
    let numbers = rest.trim_end_matches(')').split(',').filter_map(|number| number.trim().parse().ok());
    (name.trim(), numbers.collect())
}

/// Whether the rows can stay as they are.
fn widens(old: &str, new: &str, postgres: bool) -> bool {
    let ((old, from), (new, to)) = (parts(old), parts(new));
    let longer = || match (&from[..], &to[..]) {
        (_, []) => true,
        ([from], [to]) => from <= to,
        ([from, scale], [to, same]) => from <= to && scale == same,
        _ => false,
    };
    match (old, new) {
        ("character varying", "text") | ("text", "character varying") if postgres => to.is_empty(),
        ("cidr", "inet") => postgres,
        ("character varying" | "numeric" | "bit varying", _) if postgres && old == new => longer(),
        // Up to 255 bytes the length takes one byte, beyond two.
        ("varchar", "varchar") => longer() && (to.first() <= Some(&63) || from.first() > Some(&255)),
        _ => false,
    }
}
