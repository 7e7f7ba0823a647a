//! Keys that are built while nobody can use the table.

use super::prelude::*;

pub(in crate::lint) static LINT: Lint = Lint {
    name: "unique-constraint",
    code: &CODE,
    group: Group::Online,
    level: Level::Allow,
    check: Check::Change(check),
};

static CODE: Code = Code {
    id: "M0717",
    title: "key that blocks the table",
    explanation: "\
Adding a unique constraint, a primary key or an exclusion constraint builds an index while nobody can use the table, and
fails if two rows have the same.

```sql wrong postgres
-- 1_users.sql
CREATE TABLE users (email text);
-- 2_unique.sql
ALTER TABLE users ADD CONSTRAINT users_email UNIQUE (email);
```

Build the index first, beside running writes, and make the key of it in a later revision:

```sql right postgres
-- 1_users.sql
CREATE TABLE users (email text);
-- 2_index.sql
-- migrate:revises 1
-- migrate:no-transaction
-- migrate:up
CREATE UNIQUE INDEX CONCURRENTLY users_email ON users (email);
-- 3_unique.sql
ALTER TABLE users ADD CONSTRAINT users_email UNIQUE USING INDEX users_email;
```
",
};

fn check(seen: &Seen<'_>, change: &Change, out: &mut Vec<Diagnostic>) {
    if !seen.postgres() {
        return;
    }
    let Some((entry, actions)) = seen.actions(change) else { return };
    for action in actions {
        let Action::AddConstraint(new) = action else { continue };
        let key =
            matches!(new.kind, ConstraintKind::Primary(_) | ConstraintKind::Unique(_) | ConstraintKind::Exclude(_));
        if key && new.using_index.is_none() {
            let message = format!("nobody can use `{}` while the {} is built", entry.name, new.kind.name());
            let warning = Diagnostic::warning(&CODE, message).at(new.place, "");
            out.push(match new.kind {
                ConstraintKind::Exclude(_) => warning,
                _ => warning.help("build a unique index CONCURRENTLY first, and add the key `USING INDEX`"),
            });
        }
    }
}
