//! Indexes that another one covers.

use super::prelude::*;
use crate::catalog::change::NewIndex;
use crate::catalog::name::Path;

pub(in crate::lint) static LINT: Lint = Lint {
    name: "redundant-index",
    code: &CODE,
    group: Group::Style,
    level: Level::Allow,
    check: Check::Change(check),
};

static CODE: Code = Code {
    id: "M0732",
    title: "index that another one covers",
    explanation: "\
Another index or key of the table begins with the same columns, so this one is never needed, and each write keeps it up
all the same.

```sql wrong
CREATE TABLE posts (id int PRIMARY KEY, user_id int, title varchar(80));
CREATE INDEX by_user_and_title ON posts (user_id, title);
CREATE INDEX by_user ON posts (user_id);
```

Leave it out:

```sql right
CREATE TABLE posts (id int PRIMARY KEY, user_id int, title varchar(80));
CREATE INDEX by_user_and_title ON posts (user_id, title);
```
",
};

fn check(seen: &Seen<'_>, change: &Change, out: &mut Vec<Diagnostic>) {
    match change {
        Change::CreateIndex(new) => one(seen, &new.table, &new.index, out),
        // MySQL's and MariaDB's.
        Change::AlterTable(alter) => {
            let mut indexes = alter.actions.iter().filter_map(|action| match action {
                Action::AddIndex(index) => Some(index),
                _ => None,
            });
            if let (Some(index), None) = (indexes.next(), indexes.next()) {
                one(seen, &alter.path, index, out);
            }
        }
        _ => (),
    }
}

fn one(seen: &Seen<'_>, path: &Path, index: &NewIndex, out: &mut Vec<Diagnostic>) {
    let plain = index.plain && index.predicate.is_none() && index.include.is_empty() && !index.unique;
    let columns: Option<Vec<&Ident>> = index.parts.iter().map(Part::column).collect();
    let Some(columns) = columns.filter(|_| plain && index.details.method.is_none()) else { return };
    if index.details.suffixes.iter().any(|suffix| !suffix.is_empty()) {
        return;
    }
    let Found::Here { entry, sure: true, .. } = seen.catalog.find(Space::Relation, path) else { return };
    let Some(table) = table(&entry) else { return };
    let begins = |own: &[&Ident]| own.len() >= columns.len() && own.iter().zip(&columns).all(|(own, name)| own == name);
    let by_index = table.indexes.iter().find(|other| {
        let same_kind = other.plain && other.predicate.is_none() && other.details.method.is_none();
        let straight = other.details.suffixes.iter().all(|suffix| suffix.is_empty());
        same_kind && straight && other.columns().is_some_and(|own| begins(&own))
    });
    let by_key = table.constraints.iter().find(|other| {
        let key = matches!(other.kind, ConstraintKind::Primary(_) | ConstraintKind::Unique(_));
        key && begins(&other.kind.columns().iter().collect::<Vec<_>>())
    });
    let place = by_index.map(|index| index.name.place).or(by_key.map(|key| key.place));
    if let Some(place) = place {
        out.push(
            Diagnostic::warning(&CODE, format!("another index of `{}` begins with the same columns", entry.name))
                .at(index.place, "")
                .label(place, "the other is made here"),
        );
    }
}
