//! Indexes that keep others from writing.

use super::prelude::*;

pub(in crate::lint) static LINT: Lint = Lint {
    name: "blocking-index",
    code: &CODE,
    group: Group::Online,
    level: Level::Allow,
    check: Check::Change(check),
};

static CODE: Code = Code {
    id: "M0715",
    title: "index that blocks writes",
    explanation: "\
PostgreSQL lets nobody write to a table while it builds or drops an index of it, unless it is told to do so at its side.

```sql wrong postgres
-- 1_posts.sql
CREATE TABLE posts (user_id int);
-- 2_index.sql
CREATE INDEX posts_user ON posts (user_id);
```

Build it beside running writes, in a revision without a transaction:

```sql right postgres
-- 1_posts.sql
CREATE TABLE posts (user_id int);
-- 2_index.sql
-- migrate:revises 1
-- migrate:no-transaction
-- migrate:up
CREATE INDEX CONCURRENTLY posts_user ON posts (user_id);
```
",
};

fn check(seen: &Seen<'_>, change: &Change, out: &mut Vec<Diagnostic>) {
    if !seen.postgres() || seen.says(&["CONCURRENTLY"]) {
        return;
    }
    match change {
        Change::CreateIndex(new) => {
            let Some((_, entry)) = seen.old_table(&new.table) else { return };
            let partitioned = table(&entry).is_some_and(|table| table.family);
            if !partitioned && !seen.says(&["ON", "ONLY"]) {
                let message = format!("nobody can write to `{}` while the index is built", entry.name);
                out.push(
                    Diagnostic::warning(&CODE, message)
                        .at(new.table.name.place, "")
                        .help("write `CREATE INDEX CONCURRENTLY`, in a revision with `-- migrate:no-transaction`"),
                );
            }
        }
        Change::Drop { kind: Thing::Index, paths, .. } => {
            for path in paths {
                let Found::Here { entry, .. } = seen.catalog.find(Space::Relation, path) else { continue };
                if matches!(entry.object, Object::Index { .. }) && entry.place.source != seen.act.place.source {
                    out.push(
                        Diagnostic::warning(&CODE, "nobody can use the table while the index is dropped")
                            .at(path.name.place, "")
                            .help("write `DROP INDEX CONCURRENTLY`, in a revision with `-- migrate:no-transaction`"),
                    );
                }
            }
        }
        _ => (),
    }
}
