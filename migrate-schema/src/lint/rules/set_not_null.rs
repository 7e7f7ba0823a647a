//! Columns that are looked through for nulls.

use super::prelude::*;

pub(in crate::lint) static LINT: Lint =
    Lint { name: "set-not-null", code: &CODE, group: Group::Online, level: Level::Allow, check: Check::Change(check) };

static CODE: Code = Code {
    id: "M0718",
    title: "all rows are looked at for nulls",
    explanation: "\
`SET NOT NULL` reads the whole table while nobody can use it, and fails if one row has no value.

```sql wrong postgres
-- 1_users.sql
CREATE TABLE users (email text);
-- 2_needed.sql
ALTER TABLE users ALTER COLUMN email SET NOT NULL;
```

A check that is valid already spares it (PostgreSQL 12 and later), each statement in a revision of its own:

```sql right postgres
-- 1_users.sql
CREATE TABLE users (email text);
-- 2_check.sql
ALTER TABLE users ADD CONSTRAINT email_there CHECK (email IS NOT NULL) NOT VALID;
-- 3_old_rows.sql
ALTER TABLE users VALIDATE CONSTRAINT email_there;
-- 4_needed.sql
ALTER TABLE users ALTER COLUMN email SET NOT NULL, DROP CONSTRAINT email_there;
```
",
};

fn check(seen: &Seen<'_>, change: &Change, out: &mut Vec<Diagnostic>) {
    if !seen.postgres() {
        return;
    }
    let Some((entry, actions)) = seen.actions(change) else { return };
    let Some(table) = table(&entry) else { return };
    for action in actions {
        let Action::SetNotNull { name, not_null: true } = action else { continue };
        let proven = table.constraints.iter().any(|constraint| match &constraint.kind {
            ConstraintKind::Check(expr) => {
                !constraint.details.not_valid
                    && expr.columns.iter().any(|column| column == name)
                    && expr.text.to_ascii_lowercase().contains("is not null")
            }
            _ => false,
        });
        if !proven && table.column(&name.key).is_none_or(|column| !column.not_null) {
            let message = format!("nobody can use `{}` while all rows are looked at", entry.name);
            out.push(
                Diagnostic::warning(&CODE, message)
                    .at(name.place, "")
                    .help("add a CHECK (… IS NOT NULL) NOT VALID and validate it in earlier revisions"),
            );
        }
    }
}
