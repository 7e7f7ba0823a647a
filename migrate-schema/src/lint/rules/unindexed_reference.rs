//! Foreign keys without an index.

use super::prelude::*;

pub(in crate::lint) static LINT: Lint = Lint {
    name: "unindexed-reference",
    code: &CODE,
    group: Group::Style,
    level: Level::Allow,
    check: Check::Change(check),
};

static CODE: Code = Code {
    id: "M0731",
    title: "foreign key without an index",
    explanation: "\
PostgreSQL and SQLite make no index for a foreign key. When a row of the other table goes, all of this one is read to find
what points to it.

```sql wrong postgres sqlite
CREATE TABLE users (id int PRIMARY KEY);
CREATE TABLE posts (id int PRIMARY KEY, user_id int REFERENCES users (id));
```

Make an index that begins with its columns:

```sql right postgres sqlite
CREATE TABLE users (id int PRIMARY KEY);
CREATE TABLE posts (id int PRIMARY KEY, user_id int REFERENCES users (id));
CREATE INDEX posts_user ON posts (user_id);
```
",
};

fn check(seen: &Seen<'_>, change: &Change, out: &mut Vec<Diagnostic>) {
    if seen.dialect().is_mysql_family() {
        return;
    }
    let all = || seen.acts.up.iter().flat_map(|act| &act.changes);
    for (path, constraint) in constraints_of(change) {
        let ConstraintKind::Foreign { columns, .. } = &constraint.kind else { continue };
        let keys: Vec<_> = columns.iter().map(|name| name.key.clone()).collect();
        let begins = |names: &[&Ident]| {
            names.len() >= keys.len() && names[..keys.len()].iter().all(|name| keys.contains(&name.key))
        };
        let written = all().any(|other| match other {
            Change::CreateIndex(new) if new.table.name == path.name => {
                let names: Vec<&Ident> = new.index.parts.iter().map_while(Part::column).collect();
                begins(&names)
            }
            other => constraints_of(other).any(|(of, other)| {
                let key = matches!(other.kind, ConstraintKind::Primary(_) | ConstraintKind::Unique(_));
                key && of.name == path.name && begins(&other.kind.columns().iter().collect::<Vec<_>>())
            }),
        });
        let there = match seen.catalog.find(Space::Relation, path) {
            Found::Here { entry, .. } => table(&entry).is_some_and(|table| {
                table.open
                    || table.indexes.iter().any(|index| index.columns().is_some_and(|names| begins(&names)))
                    || table.constraints.iter().any(|other| {
                        let key = matches!(other.kind, ConstraintKind::Primary(_) | ConstraintKind::Unique(_));
                        key && begins(&other.kind.columns().iter().collect::<Vec<_>>())
                    })
            }),
            Found::Missing(_) => false,
            Found::Unsure => true,
        };
        if !written && !there {
            let names: Vec<&str> = columns.iter().map(|name| &*name.text).collect();
            out.push(
                Diagnostic::warning(&CODE, "no index begins with the columns of this foreign key")
                    .at(constraint.place, "")
                    .help(format!("`CREATE INDEX ON {} ({})`", path.shown(), names.join(", "))),
            );
        }
    }
}
