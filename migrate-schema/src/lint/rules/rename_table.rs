//! Tables that get another name.

use super::prelude::*;

pub(in crate::lint) static LINT: Lint =
    Lint { name: "rename-table", code: &CODE, group: Group::Online, level: Level::Allow, check: Check::Change(check) };

static CODE: Code = Code {
    id: "M0713",
    title: "table renamed",
    explanation: "\
A program that is running still uses the old name, and fails from the moment the revision is applied until it is replaced.

```sql wrong
-- 1_users.sql
CREATE TABLE users (id int PRIMARY KEY);
-- 2_people.sql
ALTER TABLE users RENAME TO people;
```

Leave a view of the old name behind in the same revision, and drop it later:

```sql right
-- 1_users.sql
CREATE TABLE users (id int PRIMARY KEY);
-- 2_people.sql
ALTER TABLE users RENAME TO people;
CREATE VIEW users AS SELECT * FROM people;
```
",
};

fn check(seen: &Seen<'_>, change: &Change, out: &mut Vec<Diagnostic>) {
    let old = match change {
        Change::Rename { kind: Thing::Table, path, .. } => path,
        Change::AlterTable(alter) if alter.actions.iter().any(|action| matches!(action, Action::RenameTo(_))) => {
            &alter.path
        }
        _ => return,
    };
    let Some((_, entry)) = seen.old_table(old) else { return };
    let view = seen.acts.up.iter().flat_map(|act| &act.changes).any(|other| match other {
        Change::CreateView(view) => view.path.name == old.name,
        Change::CreateTable(new) => new.path.name == old.name,
        // Another table takes its place.
        Change::Rename { to, .. } => to.name == old.name,
        Change::AlterTable(alter) => {
            alter.actions.iter().any(|action| matches!(action, Action::RenameTo(to) if to.name == old.name))
        }
        _ => false,
    });
    if !view {
        out.push(
            Diagnostic::warning(&CODE, format!("table `{}` is renamed while programs may use it", entry.name))
                .at(old.name.place, "")
                .help(format!("leave a view behind: `CREATE VIEW {} AS SELECT * FROM …`", entry.name)),
        );
    }
}
