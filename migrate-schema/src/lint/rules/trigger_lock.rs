//! Triggers on tables in use.

use super::prelude::*;

pub(in crate::lint) static LINT: Lint =
    Lint { name: "trigger-lock", code: &CODE, group: Group::Online, level: Level::Allow, check: Check::Change(check) };

static CODE: Code = Code {
    id: "M0723",
    title: "trigger on a table in use",
    explanation: "\
Making a trigger waits for everybody who writes to the table, and keeps new writers waiting meanwhile; from then on each
write does more.

Set a `lock_timeout`, so that it gives up instead of stopping everybody, and run it again.
",
};

fn check(seen: &Seen<'_>, change: &Change, out: &mut Vec<Diagnostic>) {
    if seen.postgres()
        && let Change::CreateTrigger(new) = change
        && let Some((_, entry)) = seen.old_table(&new.table)
    {
        let message = format!("making a trigger keeps writers of `{}` waiting", entry.name);
        out.push(Diagnostic::warning(&CODE, message).at(new.table.name.place, ""));
    }
}
