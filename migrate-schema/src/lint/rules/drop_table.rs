//! Tables that go with their rows.

use super::prelude::*;

pub(in crate::lint) static LINT: Lint = Lint {
    name: "drop-table",
    code: &CODE,
    group: Group::Destructive,
    level: Level::Allow,
    check: Check::Change(check),
};

static CODE: Code = Code {
    id: "M0709",
    title: "table dropped",
    explanation: "\
The rows of the table go with it, and a program that still reads it fails.

```sql wrong
-- 1_users.sql
CREATE TABLE users (id int PRIMARY KEY);
-- 2_no_users.sql
DROP TABLE users;
```

Deploy a program that does without it first. `ALTER TABLE … RENAME` to a name that says so can be taken back; dropping
cannot.

```sql right
-- 1_users.sql
CREATE TABLE users (id int PRIMARY KEY);
-- 2_no_users.sql
ALTER TABLE users RENAME TO users_until_march;
```
",
};

fn check(seen: &Seen<'_>, change: &Change, out: &mut Vec<Diagnostic>) {
    let Change::Drop { kind: Thing::Table, paths, .. } = change else { return };
    for path in paths {
        let Some((_, entry)) = seen.old_table(path) else { continue };
        // SQLite's way to change a table: another takes its place in the same revision.
        let comes_back = seen.acts.up.iter().flat_map(|act| &act.changes).any(|other| {
            matches!(other, Change::Rename { to, .. } if to.name == path.name)
                || matches!(other, Change::CreateTable(new) if new.path.name == path.name)
                || matches!(other, Change::AlterTable(alter) if alter.actions.iter().any(|action| {
                    matches!(action, Action::RenameTo(to) if to.name == path.name)
                }))
        });
        if !comes_back {
            out.push(
                Diagnostic::warning(&CODE, format!("table `{}` is dropped with its rows", entry.name))
                    .at(path.name.place, "")
                    .label(entry.place, "it is made here"),
            );
        }
    }
}
