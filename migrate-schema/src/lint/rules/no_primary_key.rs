//! Tables without a primary key.

use super::prelude::*;

pub(in crate::lint) static LINT: Lint =
    Lint { name: "no-primary-key", code: &CODE, group: Group::Style, level: Level::Allow, check: Check::Change(check) };

static CODE: Code = Code {
    id: "M0730",
    title: "table without a primary key",
    explanation: "\
Rows of the table cannot be told apart; replication and many tools need a key.

```sql wrong
CREATE TABLE users (email varchar(80));
```

Add one:

```sql right
CREATE TABLE users (id int PRIMARY KEY, email varchar(80));
```
",
};

fn check(seen: &Seen<'_>, change: &Change, out: &mut Vec<Diagnostic>) {
    let Change::CreateTable(new) = change else { return };
    let primary = |constraint: &NewConstraint| matches!(constraint.kind, ConstraintKind::Primary(_));
    let known = new.like.is_empty() && new.parents.is_empty() && new.query.is_none() && !new.open && !new.temporary;
    if !known || new.constraints.iter().any(primary) {
        return;
    }
    let later = seen.acts.up.iter().flat_map(|act| &act.changes).any(|other| match other {
        Change::AlterTable(alter) => {
            alter.path.name == new.path.name
                && alter.actions.iter().any(|action| matches!(action, Action::AddConstraint(new) if primary(new)))
        }
        _ => false,
    });
    if !later {
        let message = format!("table `{}` has no primary key", new.path.shown());
        out.push(Diagnostic::warning(&CODE, message).at(new.path.name.place, ""));
    }
}
