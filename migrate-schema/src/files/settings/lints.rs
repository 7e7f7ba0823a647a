//! `[lints]`: what is looked for, and how loud.

use toml::Spanned as Toml;
use toml::de::DeValue;

use super::read::Reader;
use crate::files::Spanned;
use crate::source::Span;

/// How loud a lint is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    /// It says nothing.
    Allow,
    /// The build shows it and goes on.
    Warn,
    /// It refuses the build.
    Deny,
}

impl Level {
    /// All of them, as the settings spell them.
    pub const NAMES: [(&'static str, Level); 3] =
        [("allow", Level::Allow), ("warn", Level::Warn), ("deny", Level::Deny)];

    /// As the settings spell it.
    pub const fn name(self) -> &'static str {
        match self {
            Level::Allow => "allow",
            Level::Warn => "warn",
            Level::Deny => "deny",
        }
    }
}

/// The levels that the settings give. Whether there are such lints is looked at where the lints are.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LintSettings {
    /// Lints and groups of them with their levels, in the order of their names.
    pub levels: Vec<(Spanned<String>, Level)>,
    /// `since`: statements of this revision and of those before it are not looked at.
    pub since: Option<Spanned<String>>,
}

impl LintSettings {
    /// The table as text, without its heading.
    pub(super) fn print(&self) -> String {
        let since = self.since.iter().map(|since| format!("since = {}\n", super::quoted(&since.value)));
        let levels = self.levels.iter().map(|(name, level)| format!("{} = \"{}\"\n", name.value, level.name()));
        since.chain(levels).collect()
    }
}

impl Reader<'_> {
    /// The table `[lints]`.
    pub(super) fn lints(&mut self, value: &Toml<DeValue<'_>>) -> LintSettings {
        let mut lints = LintSettings::default();
        let Some(table) = value.get_ref().as_table() else {
            self.wrong_type(value, "lints", "a table: `[lints]`, and below it `drop-table = \"deny\"`");
            return lints;
        };
        for (key, value) in table.iter() {
            let name = key.get_ref().as_ref();
            if name == "since" {
                let range = value.span();
                match value.get_ref().as_str() {
                    Some(id) => {
                        let span = Span::new(range.start, range.end);
                        lints.since = Some(Spanned { value: id.to_owned(), span });
                    }
                    None => self.wrong_type(value, "since", "the id of a revision, in quotes"),
                }
                continue;
            }
            let range = key.span();
            let spanned = Spanned { value: name.to_owned(), span: Span::new(range.start, range.end) };
            let shown = format!("lints.{name}");
            if let Some(level) = self.choice(value, &shown, &Level::NAMES) {
                lints.levels.push((spanned, level));
            }
        }
        lints.levels.sort_by(|one, other| one.0.value.cmp(&other.0.value));
        lints
    }
}
