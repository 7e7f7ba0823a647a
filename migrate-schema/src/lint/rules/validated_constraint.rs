//! Constraints that are compared with all rows at once.

use super::prelude::*;

pub(in crate::lint) static LINT: Lint = Lint {
    name: "validated-constraint",
    code: &CODE,
    group: Group::Online,
    level: Level::Allow,
    check: Check::Change(check),
};

static CODE: Code = Code {
    id: "M0716",
    title: "constraint that looks at all rows",
    explanation: "\
A foreign key or a check that is added to a table with rows is compared with all of them, while nobody can write (a check:
while nobody can read).

```sql wrong postgres
-- 1_posts.sql
CREATE TABLE users (id int PRIMARY KEY);
CREATE TABLE posts (user_id int);
-- 2_key.sql
ALTER TABLE posts ADD CONSTRAINT posts_user FOREIGN KEY (user_id) REFERENCES users (id);
```

Add it for new rows, and look at the others in a later revision, which locks little:

```sql right postgres
-- 1_posts.sql
CREATE TABLE users (id int PRIMARY KEY);
CREATE TABLE posts (user_id int);
-- 2_key.sql
ALTER TABLE posts ADD CONSTRAINT posts_user FOREIGN KEY (user_id) REFERENCES users (id) NOT VALID;
-- 3_old_rows.sql
ALTER TABLE posts VALIDATE CONSTRAINT posts_user;
```

In one transaction the two lock as long as the first alone.
",
};

fn check(seen: &Seen<'_>, change: &Change, out: &mut Vec<Diagnostic>) {
    if !seen.postgres() {
        return;
    }
    let Some((entry, actions)) = seen.actions(change) else { return };
    for action in actions {
        match action {
            Action::AddConstraint(new) => {
                let what = match new.kind {
                    ConstraintKind::Foreign { .. } => "write to",
                    ConstraintKind::Check(_) => "use",
                    ConstraintKind::Primary(_) | ConstraintKind::Unique(_) | ConstraintKind::Exclude(_) => continue,
                };
                if !seen.says(&["NOT", "VALID"]) {
                    let message = format!("nobody can {what} `{}` while its rows are compared", entry.name);
                    out.push(
                        Diagnostic::warning(&CODE, message)
                            .at(new.place, "")
                            .help("write `NOT VALID` behind it, and `VALIDATE CONSTRAINT` in a later revision"),
                    );
                }
            }
            Action::SetConstraint { name, validated: true, .. } if seen.acts.transactional => {
                let same = seen.acts.up.iter().flat_map(|act| &act.changes).any(|other| {
                    let Change::AlterTable(alter) = other else { return false };
                    alter
                        .actions
                        .iter()
                        .any(|action| matches!(action, Action::AddConstraint(new) if new.name.as_ref() == Some(name)))
                });
                if same {
                    out.push(
                        Diagnostic::warning(
                            &CODE,
                            "added and validated in one transaction, it locks as without NOT VALID",
                        )
                        .at(name.place, "")
                        .help("validate it in a later revision"),
                    );
                }
            }
            _ => (),
        }
    }
}
