//! Columns that go with their values.

use super::prelude::*;

pub(in crate::lint) static LINT: Lint = Lint {
    name: "drop-column",
    code: &CODE,
    group: Group::Destructive,
    level: Level::Allow,
    check: Check::Change(check),
};

static CODE: Code = Code {
    id: "M0710",
    title: "column dropped",
    explanation: "\
The values of the column go with it, and a program that still names it fails.

Deploy a program that does without it first, and drop it in a later revision.
",
};

fn check(seen: &Seen<'_>, change: &Change, out: &mut Vec<Diagnostic>) {
    let Some((entry, actions)) = seen.actions(change) else { return };
    for action in actions {
        if let Action::DropColumn { name, .. } = action {
            out.push(
                Diagnostic::warning(&CODE, format!("column `{}.{}` is dropped with its values", entry.name, name.text))
                    .at(name.place, ""),
            );
        }
    }
}
