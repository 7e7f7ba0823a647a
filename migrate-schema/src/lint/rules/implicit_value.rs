//! Columns whose value nobody chose.

use super::prelude::*;

pub(in crate::lint) static LINT: Lint = Lint {
    name: "implicit-value",
    code: &CODE,
    group: Group::Suspicious,
    level: Level::Allow,
    check: Check::Change(check),
};

static CODE: Code = Code {
    id: "M0704",
    title: "rows get an empty value",
    explanation: "\
MySQL and MariaDB give the rows of a table an empty value (`''`, `0`) where a `NOT NULL` column without a default is
added. Nobody chose it, and later it cannot be told from one that somebody entered.

```sql wrong mysql mariadb
-- 1_users.sql
CREATE TABLE users (id int PRIMARY KEY);
-- 2_country.sql
ALTER TABLE users ADD COLUMN country varchar(2) NOT NULL;
```

Write the value:

```sql right mysql mariadb
-- 1_users.sql
CREATE TABLE users (id int PRIMARY KEY);
-- 2_country.sql
ALTER TABLE users ADD COLUMN country varchar(2) NOT NULL DEFAULT 'XX';
```
",
};

fn check(seen: &Seen<'_>, change: &Change, out: &mut Vec<Diagnostic>) {
    if !seen.dialect().is_mysql_family() {
        return;
    }
    let Some((entry, actions)) = seen.actions(change) else { return };
    for action in actions {
        if let Action::AddColumn { column, .. } = action
            && column.not_null
            && column.default.is_none()
            && column.generated.is_none()
            && column.numbered == Numbered::No
        {
            let message = format!("the rows of `{}` get an empty `{}`", entry.name, column.name.text);
            out.push(
                Diagnostic::warning(&CODE, message).at(column.name.place, "").help("write the value: `DEFAULT …`"),
            );
        }
    }
}
