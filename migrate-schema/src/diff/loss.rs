//! What is lost on the way, and who has allowed it.

use std::fmt;

/// Something that is lost.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Loss {
    /// How it is lost.
    pub kind: LossKind,
    /// Of what: `users`, `users.email`, `mood.happy`.
    pub what: String,
    /// As the end of a sentence: "all rows of table `users`".
    pub says: String,
}

/// How something is lost.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum LossKind {
    /// A table goes with its rows.
    DropTable,
    /// A column goes with its values.
    DropColumn,
    /// A type holds less than before.
    Narrow,
    /// A value of an enum goes.
    DropValue,
    /// Numbers of a sequence go.
    DropSequence,
    /// What rows were before they changed goes.
    DropHistory,
}

impl LossKind {
    /// As `--allow` names it.
    pub const fn name(self) -> &'static str {
        match self {
            LossKind::DropTable => "drop-table",
            LossKind::DropColumn => "drop-column",
            LossKind::Narrow => "narrow",
            LossKind::DropValue => "drop-value",
            LossKind::DropSequence => "drop-sequence",
            LossKind::DropHistory => "drop-history",
        }
    }

    const ALL: [LossKind; 6] = [
        LossKind::DropTable,
        LossKind::DropColumn,
        LossKind::Narrow,
        LossKind::DropValue,
        LossKind::DropSequence,
        LossKind::DropHistory,
    ];
}

impl fmt::Display for Loss {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.kind.name(), self.what)
    }
}

/// One `--allow`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Allow {
    kind: Option<LossKind>,
    pattern: String,
    /// The pattern is a name, whatever it holds.
    exact: bool,
}

impl Allow {
    /// Everything.
    pub fn everything() -> Allow {
        Allow { kind: None, pattern: "*".to_owned(), exact: false }
    }

    /// This loss and nothing else.
    pub fn exactly(loss: &Loss) -> Allow {
        Allow { kind: Some(loss.kind), pattern: loss.what.clone(), exact: true }
    }

    /// Whether it names one thing, which is then expected to go.
    pub fn is_for_one(&self) -> bool {
        self.exact || !self.pattern.contains('*')
    }

    /// Whether it means this loss.
    pub fn covers(&self, loss: &Loss) -> bool {
        self.kind.is_none_or(|kind| kind == loss.kind)
            && (self.pattern == loss.what || !self.exact && matches(&self.pattern, &loss.what))
    }
}

impl fmt::Display for Allow {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.kind.map_or("*", LossKind::name), self.pattern)
    }
}

impl std::str::FromStr for Allow {
    type Err = String;

    fn from_str(text: &str) -> Result<Allow, String> {
        if text == "*" {
            return Ok(Allow::everything());
        }
        let names = LossKind::ALL.map(LossKind::name).join(", ");
        let (kind, pattern) = text
            .split_once(':')
            .filter(|(_, pattern)| !pattern.is_empty())
            .ok_or_else(|| format!("say what may be lost, such as drop-column:users.legacy; kinds are {names}"))?;
        match LossKind::ALL.into_iter().find(|known| kind == "*" || known.name() == kind) {
            Some(found) => {
                Ok(Allow { kind: (kind != "*").then_some(found), pattern: pattern.to_owned(), exact: false })
            }
            None => Err(format!("`{kind}` is none of {names}")),
        }
    }
}

/// Whether a pattern with `*` for anything means a name.
pub fn matches(pattern: &str, name: &str) -> bool {
    match pattern.split_once('*') {
        None => pattern == name,
        Some((start, rest)) => {
            let Some(name) = name.strip_prefix(start) else { return false };
            (0..=name.len()).filter(|at| name.is_char_boundary(*at)).any(|at| matches(rest, &name[at..]))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_allowed_is_a_kind_and_a_pattern() {
        let loss = |kind, what: &str| Loss { kind, what: what.to_owned(), says: String::new() };
        let allow: Allow = "drop-column:users.*".parse().expect("it is right");
        assert!(allow.covers(&loss(LossKind::DropColumn, "users.legacy")));
        assert!(!allow.covers(&loss(LossKind::DropColumn, "teams.legacy")));
        assert!(!allow.covers(&loss(LossKind::Narrow, "users.legacy")));
        let star = loss(LossKind::DropColumn, "users.*");
        assert!(Allow::exactly(&star).covers(&star));
        assert!(!Allow::exactly(&star).covers(&loss(LossKind::DropColumn, "users.legacy")));
        assert!("drop-colum:a".parse::<Allow>().is_err() && "drop-column".parse::<Allow>().is_err());
        assert!("*".parse::<Allow>().expect("everything").covers(&loss(LossKind::Narrow, "a.b")));
    }
}
