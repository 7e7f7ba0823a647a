//! What is right and yet unwise. A lint has a name, a level that the settings can change, and a file of its own in
//! `rules`; a test compares the table with the folder.
//!
//! Rules see each change of an up before it happens, with the catalog as it is then: so they know what a file alone does
//! not say, as that the table is made by the same revision and has no rows.

mod allow;
mod levels;
mod new_value;
mod rules;
mod seen;
#[cfg(test)]
mod tests;
mod watch;

pub use allow::Allow;
pub use levels::Levels;
pub use rules::LINTS;
pub use watch::Linter;

use crate::catalog::change::Change;
use crate::diagnostic::{Code, Diagnostic, codes};
use crate::files::settings::Level;
use seen::Seen;

/// Something to look for.
#[derive(Debug)]
pub struct Lint {
    /// As settings and directives call it: `drop-table`.
    pub name: &'static str,
    /// What it says, why, an example and the fix.
    pub code: &'static Code,
    /// Which other lints it is switched with.
    pub group: Group,
    /// How loud it is where the settings say nothing.
    pub level: Level,
    /// How it is found.
    check: Check,
}

impl Lint {
    /// How it is switched, as one line of Markdown.
    pub fn switch(&self) -> String {
        let (name, level, group) = (self.name, self.level.name(), self.group.name());
        format!("Lint `{name}`, in the group `{group}`, `{level}` by default: `[lints] {name} = \"…\"`.")
    }
}

/// How a lint is found.
#[derive(Debug)]
enum Check {
    /// By a look at each change of an up, before it happens.
    Change(fn(&Seen<'_>, &Change, &mut Vec<Diagnostic>)),
    /// By a look at each statement of an up.
    Statement(fn(&Seen<'_>, &mut Vec<Diagnostic>)),
    /// By another pass, which pushes a warning with its code.
    Elsewhere,
}

/// Lints that are switched together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// Something does not do what it seems to, or may fail where there are rows.
    Suspicious,
    /// A table is locked for longer than a running application can wait, or the application breaks.
    Online,
    /// Data goes.
    Destructive,
    /// Another way of writing it has fewer troubles.
    Style,
}

impl Group {
    /// All of them, as the settings spell them.
    pub const NAMES: [(&'static str, Group); 4] = [
        ("suspicious", Group::Suspicious),
        ("online", Group::Online),
        ("destructive", Group::Destructive),
        ("style", Group::Style),
    ];

    /// As the settings spell it.
    pub const fn name(self) -> &'static str {
        match self {
            Group::Suspicious => "suspicious",
            Group::Online => "online",
            Group::Destructive => "destructive",
            Group::Style => "style",
        }
    }
}

/// The lint of a name.
pub fn find(name: &str) -> Option<&'static Lint> {
    LINTS.iter().copied().find(|lint| lint.name == name)
}

/// The lint that a code belongs to.
pub fn of(code: &Code) -> Option<&'static Lint> {
    LINTS.iter().copied().find(|lint| std::ptr::eq(lint.code, code))
}

/// Every code there is, those of lints among them, by id.
pub fn all_codes() -> impl Iterator<Item = &'static Code> {
    let mut all: Vec<&Code> = codes().collect();
    all.extend(LINTS.iter().map(|lint| lint.code).filter(|code| !codes().any(|other| std::ptr::eq(other, *code))));
    all.sort_by_key(|code| code.id);
    all.into_iter()
}
