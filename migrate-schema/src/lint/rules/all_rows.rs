//! Statements about every row.

use super::prelude::*;

pub(in crate::lint) static LINT: Lint =
    Lint { name: "all-rows", code: &CODE, group: Group::Destructive, level: Level::Allow, check: Check::Change(check) };

static CODE: Code = Code {
    id: "M0712",
    title: "all rows changed",
    explanation: "\
`DELETE` and `UPDATE` without `WHERE` change every row of a table that an earlier revision made: the rows are locked until
the revision is done, and what they held is gone.

```sql wrong
-- 1_users.sql
CREATE TABLE users (id int PRIMARY KEY, active int);
-- 2_active.sql
UPDATE users SET active = 1;
```

Say which rows are meant, or fill a column in pieces outside of the migrations:

```sql right
-- 1_users.sql
CREATE TABLE users (id int PRIMARY KEY, active int);
-- 2_active.sql
UPDATE users SET active = 1 WHERE active IS NULL;
```
",
};

fn check(seen: &Seen<'_>, change: &Change, out: &mut Vec<Diagnostic>) {
    let Change::Data(scope) = change else { return };
    let words = seen.begins(&["DELETE"]) || seen.begins(&["UPDATE"]);
    if !words || seen.says(&["WHERE"]) || seen.says(&["LIMIT"]) || seen.says(&["JOIN"]) || seen.says(&["USING"]) {
        return;
    }
    let Some(path) = scope.sources.first().and_then(|source| source.path.as_ref()) else { return };
    if let Some((_, entry)) = seen.old_table(path) {
        let message = format!("every row of `{}` is changed", entry.name);
        out.push(Diagnostic::warning(&CODE, message).at(seen.head(), "there is no WHERE"));
    }
}
