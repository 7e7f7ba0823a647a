//! Constraints that go.

use super::prelude::*;

pub(in crate::lint) static LINT: Lint = Lint {
    name: "drop-constraint",
    code: &CODE,
    group: Group::Destructive,
    level: Level::Allow,
    check: Check::Change(check),
};

static CODE: Code = Code {
    id: "M0711",
    title: "constraint dropped",
    explanation: "\
What the constraint kept out may come in from now on, and then it cannot be made again before the rows are mended.

```sql wrong postgres
-- 1_users.sql
CREATE TABLE users (age int CONSTRAINT age_range CHECK (age > 0));
-- 2_age.sql
ALTER TABLE users DROP CONSTRAINT age_range;
```

Drop and make it in one statement where it only changes:

```sql right postgres
-- 1_users.sql
CREATE TABLE users (age int CONSTRAINT age_range CHECK (age > 0));
-- 2_age.sql
ALTER TABLE users DROP CONSTRAINT age_range, ADD CONSTRAINT age_range CHECK (age > 17);
```
",
};

fn check(seen: &Seen<'_>, change: &Change, out: &mut Vec<Diagnostic>) {
    let Some((entry, actions)) = seen.actions(change) else { return };
    if actions.iter().any(|action| matches!(action, Action::AddConstraint(_))) {
        return;
    }
    for action in actions {
        let place = match action {
            Action::DropConstraint { name, .. } => name.place,
            Action::DropPrimaryKey(place) => *place,
            _ => continue,
        };
        let message = format!("a constraint of table `{}` is dropped", entry.name);
        out.push(Diagnostic::warning(&CODE, message).at(place, ""));
    }
}
