//! Schemas that nobody makes.

use super::prelude::*;

pub(in crate::lint) static LINT: Lint = Lint {
    name: "unknown-schema",
    code: &CODE,
    group: Group::Suspicious,
    level: Level::Warn,
    check: Check::Change(check),
};

static CODE: Code = Code {
    id: "M0734",
    title: "schema that nobody makes",
    explanation: "\
Something is made in a schema that no revision makes: on an empty database the statement fails.

```sql wrong postgres
CREATE TABLE billing.invoices (id int PRIMARY KEY);
```

Make it first. If somebody else makes it before the migrations run, this does nothing, and is right all the same:

```sql right postgres
CREATE SCHEMA IF NOT EXISTS billing;
CREATE TABLE billing.invoices (id int PRIMARY KEY);
```
",
};

fn check(seen: &Seen<'_>, change: &Change, out: &mut Vec<Diagnostic>) {
    if let Some(schema) = seen.catalog.missing_schema(change) {
        out.push(
            Diagnostic::warning(&CODE, format!("no revision makes the schema `{}`", schema.text))
                .at(schema.place, "")
                .help(format!("make it first: `CREATE SCHEMA IF NOT EXISTS {}`", schema.text)),
        );
    }
}
