//! Columns that get another name.

use super::prelude::*;

pub(in crate::lint) static LINT: Lint =
    Lint { name: "rename-column", code: &CODE, group: Group::Online, level: Level::Allow, check: Check::Change(check) };

static CODE: Code = Code {
    id: "M0714",
    title: "column renamed",
    explanation: "\
A program that is running still uses the old name, and fails from the moment the revision is applied until it is replaced.

```sql wrong
-- 1_users.sql
CREATE TABLE users (id int PRIMARY KEY, mail varchar(80));
-- 2_email.sql
ALTER TABLE users RENAME COLUMN mail TO email;
```

Add a column of the new name, write both, fill the new one, read it, and drop the old one: each in a revision of its own.

```sql right
-- 1_users.sql
CREATE TABLE users (id int PRIMARY KEY, mail varchar(80));
-- 2_email.sql
ALTER TABLE users ADD COLUMN email varchar(80);
```
",
};

fn check(seen: &Seen<'_>, change: &Change, out: &mut Vec<Diagnostic>) {
    let Some((entry, actions)) = seen.actions(change) else { return };
    for action in actions {
        let from = match action {
            Action::RenameColumn { from, .. } => from,
            Action::ReplaceColumn { from, column, .. } if *from != column.name => from,
            _ => continue,
        };
        let message = format!("column `{}.{}` is renamed while programs may use it", entry.name, from.text);
        out.push(Diagnostic::warning(&CODE, message).at(from.place, ""));
    }
}
