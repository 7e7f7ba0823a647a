//! `[models]`: where the wanted schema is written, and what of it is compared.

use crate::files::{Spanned, ignore};

/// What `[models]` says.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Models {
    /// `schema`: files (or directories of files) with plain `CREATE` statements, from the folder. Empty if nothing is said.
    pub schema: Vec<Spanned<String>>,
    /// `rust`: files or directories with structs that derive `Table`, from the folder. Empty if nothing is said.
    pub rust: Vec<Spanned<String>>,
    /// `drift`: what the build does where models and migrations differ.
    pub drift: Drift,
    /// `include`: the tables and columns that are compared; empty is all of them.
    pub include: Vec<Spanned<String>>,
    /// `exclude`: tables and columns that are not compared.
    pub exclude: Vec<Spanned<String>>,
}

/// What the build does where models and migrations differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Drift {
    /// It does not compare them.
    #[default]
    Allow,
    /// It warns.
    Warn,
    /// It fails.
    Deny,
}

impl Drift {
    /// All of them, as the settings spell them.
    pub const NAMES: [(&'static str, Drift); 3] =
        [("deny", Drift::Deny), ("warn", Drift::Warn), ("allow", Drift::Allow)];

    /// As the settings spell it.
    pub const fn name(self) -> &'static str {
        match self {
            Drift::Allow => "allow",
            Drift::Warn => "warn",
            Drift::Deny => "deny",
        }
    }
}

/// What is wrong with a pattern of `include` or `exclude`; a clause.
pub(super) fn pattern_problem(pattern: &str) -> Option<&'static str> {
    let parts: Vec<&str> = pattern.split('.').collect();
    if parts.len() > 3 {
        return Some("it is a table, `table.column`, `schema.table` or `schema.table.column`");
    }
    if parts.iter().any(|part| part.trim().is_empty()) {
        return Some("a name is missing in it");
    }
    parts.iter().any(|part| *part != part.trim()).then_some("there is white space in it")
}

fn part(pattern: &str, name: &str) -> bool {
    ignore::matches(&pattern.to_lowercase(), &name.to_lowercase())
}

/// Whether a pattern is about a table: `users`, or `billing.users`.
fn is_table(pattern: &str, schema: &str, table: &str) -> bool {
    match pattern.split('.').collect::<Vec<_>>().as_slice() {
        [name] => part(name, table),
        [of, name] => part(of, schema) && part(name, table),
        _ => false,
    }
}

/// Whether a pattern is about a column: `users.email`, or `billing.users.email`.
fn is_column(pattern: &str, schema: &str, table: &str, column: &str) -> bool {
    match pattern.split('.').collect::<Vec<_>>().as_slice() {
        [of, name] => part(of, table) && part(name, column),
        [within, of, name] => part(within, schema) && part(of, table) && part(name, column),
        _ => false,
    }
}

/// Whether a pattern is about some column of a table.
fn is_column_of(pattern: &str, schema: &str, table: &str) -> bool {
    match pattern.split('.').collect::<Vec<_>>().as_slice() {
        [of, _] => part(of, table),
        [within, of, _] => part(within, schema) && part(of, table),
        _ => false,
    }
}

impl Models {
    /// The text of a section that says this, with a comment; a comment as a whole if it says nothing.
    pub(super) fn print(&self) -> String {
        let default = *self == Models::default();
        let mut text =
            "\n# The schema that `migrate new --autogenerate` writes migrations for: CREATE statements, or structs\n\
                        # that derive Table. drift = \"deny\": the build fails where models and migrations differ.\n"
                .to_owned();
        text.push_str(if default { "# [models]\n" } else { "[models]\n" });
        let mut put = |key: &str, items: &[Spanned<String>], example: &str| match items {
            [] => text.push_str(&format!("# {key} = {example}\n")),
            items => {
                let values = items.iter().map(|item| item.value.as_str());
                text.push_str(&format!("{key} = {}\n", super::list(values)));
            }
        };
        put("schema", &self.schema, "\"../schema.sql\"");
        put("rust", &self.rust, "\"../src\"");
        put("include", &self.include, "[\"users\", \"teams.name\"]");
        put("exclude", &self.exclude, "[\"spatial_ref_sys\", \"users.legacy\"]");
        match self.drift {
            Drift::Allow => text.push_str("# drift = \"deny\"\n"),
            Drift::Warn | Drift::Deny => text.push_str(&format!("drift = \"{}\"\n", self.drift.name())),
        }
        text
    }

    /// Whether a table is compared. `schema` is the one it stands in, as the catalog has it. Names are compared without
    /// regard to case.
    pub fn has_table(&self, schema: &str, table: &str) -> bool {
        let included = |pattern: &Spanned<String>| {
            is_table(&pattern.value, schema, table) || is_column_of(&pattern.value, schema, table)
        };
        (self.include.is_empty() || self.include.iter().any(included))
            && !self.exclude.iter().any(|pattern| is_table(&pattern.value, schema, table))
    }

    /// Whether a column is compared.
    pub fn has_column(&self, schema: &str, table: &str, column: &str) -> bool {
        let included = |pattern: &Spanned<String>| {
            is_table(&pattern.value, schema, table) || is_column(&pattern.value, schema, table, column)
        };
        self.has_table(schema, table)
            && (self.include.is_empty() || self.include.iter().any(included))
            && !self.exclude.iter().any(|pattern| is_column(&pattern.value, schema, table, column))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Span;

    #[test]
    fn filters_say_what_is_compared() {
        let list = |patterns: &[&str]| -> Vec<Spanned<String>> {
            let spanned = |pattern: &&str| Spanned { value: (*pattern).to_owned(), span: Span::new(0, 0) };
            patterns.iter().map(spanned).collect()
        };
        let models = |include: &[&str], exclude: &[&str]| Models {
            include: list(include),
            exclude: list(exclude),
            ..Models::default()
        };
        let all = models(&[], &[]);
        assert!(all.has_table("public", "users") && all.has_column("public", "users", "id"));
        let some = models(&["users", "teams.na*", "billing.*"], &["users.legacy", "billing.old"]);
        assert!(some.has_table("public", "Users"));
        assert!(some.has_column("public", "users", "id"));
        assert!(!some.has_column("public", "users", "legacy"));
        assert!(some.has_table("public", "teams"));
        assert!(some.has_column("public", "teams", "name") && !some.has_column("public", "teams", "id"));
        assert!(some.has_table("billing", "invoices") && some.has_column("billing", "invoices", "id"));
        assert!(!some.has_table("billing", "old"));
        assert!(!some.has_table("public", "posts"));
        assert!(!models(&[], &["*"]).has_table("public", "users"));
    }
}
