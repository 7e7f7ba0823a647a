//! Tables that are written anew.

use super::prelude::*;

pub(in crate::lint) static LINT: Lint = Lint {
    name: "rewritten-table",
    code: &CODE,
    group: Group::Online,
    level: Level::Allow,
    check: Check::Statement(check),
};

static CODE: Code = Code {
    id: "M0721",
    title: "table written anew",
    explanation: "\
The statement writes every row anew while nobody can write to the table, or use it: `SET LOGGED`, `SET ACCESS METHOD`,
`SET TABLESPACE` of PostgreSQL; `ENGINE`, `CONVERT TO CHARACTER SET` and `DROP PRIMARY KEY` of MySQL and MariaDB.

```sql wrong mysql mariadb
-- 1_users.sql
CREATE TABLE users (name varchar(50));
-- 2_utf8.sql
ALTER TABLE users CONVERT TO CHARACTER SET utf8mb4;
```

Choose a time when nobody needs the table and say that it is meant, or take a tool that copies it beside running writes:

```sql right mysql mariadb
-- 1_users.sql
CREATE TABLE users (name varchar(50));
-- 2_utf8.sql
-- migrate:revises 1
-- migrate:up
-- migrate:allow rewritten-table
ALTER TABLE users CONVERT TO CHARACTER SET utf8mb4;
```
",
};

const POSTGRES: &[&[&str]] =
    &[&["SET", "LOGGED"], &["SET", "UNLOGGED"], &["SET", "ACCESS", "METHOD"], &["SET", "TABLESPACE"]];

const MYSQL: &[&[&str]] =
    &[&["CONVERT", "TO", "CHARACTER"], &["CONVERT", "TO", "CHARSET"], &["ENGINE"], &["DROP", "PRIMARY", "KEY"]];

fn check(seen: &Seen<'_>, out: &mut Vec<Diagnostic>) {
    if !seen.begins(&["ALTER", "TABLE"]) {
        return;
    }
    let phrases = match seen.dialect() {
        Dialect::Postgres => POSTGRES,
        Dialect::MySql | Dialect::MariaDb => MYSQL,
        Dialect::Sqlite => return,
    };
    let Some(entry) = seen.act.changes.iter().find_map(|change| match change {
        Change::AlterTable(alter) => seen.old_table(&alter.path),
        _ => None,
    }) else {
        return;
    };
    if let Some(place) = phrases.iter().find_map(|phrase| seen.finds(phrase)) {
        let message = format!("this writes table `{}` anew", entry.1.name);
        out.push(Diagnostic::warning(&CODE, message).at(place, "nobody can write to it meanwhile"));
    }
}
