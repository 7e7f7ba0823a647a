//! The names that servers make up for constraints and indexes without one.

use std::sync::Arc;

use migrate_core::Dialect;

use super::change::Part;
use super::name::{Ident, POSTGRES_LENGTH, cut};
use super::table::Table;
use super::{Catalog, Key, Space};
use crate::source::Place;
use crate::sql::{Kind, Lexer, Token};

/// `table_column_label` as PostgreSQL joins it: the longer of the two names gives way until all fits.
pub(super) fn joined(table: &str, columns: &str, label: &str) -> String {
    let overhead = label.len() + 1 + usize::from(!columns.is_empty());
    let room = POSTGRES_LENGTH.saturating_sub(overhead);
    let (mut first, mut second) = (table.len(), columns.len());
    while first + second > room {
        if first > second { first -= 1 } else { second -= 1 }
    }
    let first = &table[..table.floor_char_boundary(first)];
    let second = &columns[..columns.floor_char_boundary(second)];
    if second.is_empty() { format!("{first}_{label}") } else { format!("{first}_{second}_{label}") }
}

/// The name PostgreSQL chooses for what belongs to a column, if nothing else has it.
pub(crate) fn made_name(table: &str, column: &str, label: &str) -> String {
    joined(table, column, label)
}

/// The names of columns as PostgreSQL puts them into the name of an index or key.
pub(super) fn addition<'a>(columns: impl IntoIterator<Item = &'a Arc<str>>) -> String {
    let names: Vec<&str> = columns.into_iter().map(|name| &**name).collect();
    cut(&names.join("_"))
}

impl Catalog {
    /// The name PostgreSQL chooses for something of a table. `relation`: it is an index, too, and shares their names.
    pub(super) fn postgres_name(
        &self,
        key: &Key,
        table: &Table,
        columns: &str,
        label: &str,
        relation: bool,
    ) -> Arc<str> {
        let mut number = 0;
        loop {
            let label = if number == 0 { label.to_owned() } else { format!("{label}{number}") };
            let name: Arc<str> = joined(&key.name, columns, &label).into();
            let taken = table.constraint(&name).is_some()
                || relation && {
                    let key = Key { space: Space::Relation, name: name.clone(), schema: key.schema.clone() };
                    self.entries.get(&key).is_some_and(|entry| !matches!(entry.object, super::Object::Gone { .. }))
                };
            if !taken || number > 50 {
                return name;
            }
            number += 1;
        }
    }
}

/// The name MySQL gives to an index without one: that of its first column in the column's letters, with a number if it is
/// taken.
pub(super) fn mysql_index(table: &Table, first: &Ident) -> Ident {
    let mut name = first.clone();
    if let Some(column) = table.column(&first.key) {
        name.text = column.name.text.clone();
    }
    let own = name.text.clone();
    let mut number = 2;
    while table.index(&name.key).is_some() || &*name.key == "primary" {
        name.text = format!("{own}_{number}").into();
        name.key = format!("{}_{number}", first.key).into();
        number += 1;
    }
    name
}

/// The name InnoDB gives to a foreign key without one. It counts those that begin with the table's name in the same letters:
/// `parcel_ibfk_7` is none of `Parcel`.
pub(super) fn innodb_foreign(of: &str, table: &Table) -> String {
    numbered(&format!("{of}_ibfk_"), table)
}

/// The start, and a number above all that are there.
fn numbered(start: &str, table: &Table) -> String {
    let last = table
        .constraints
        .iter()
        .filter_map(|constraint| constraint.name.as_ref()?.text.strip_prefix(start)?.parse::<u32>().ok())
        .max();
    format!("{start}{}", last.unwrap_or(0) + 1)
}

/// The first free name that is the start and a number (MariaDB's `CONSTRAINT_1`).
pub(super) fn first_free(table: &Table, start: &str) -> String {
    let taken = |name: &str| {
        let named = |constraint: &super::constraint::Constraint| {
            constraint.name.as_ref().is_some_and(|own| own.text.eq_ignore_ascii_case(name))
        };
        table.constraints.iter().any(|constraint| named(constraint))
    };
    (1..).map(|number| format!("{start}{number}")).find(|name| !taken(name)).unwrap_or_default()
}

/// The name MySQL gives to a check without one.
pub(super) fn mysql_check(of: &str, table: &Table) -> String {
    numbered(&format!("{of}_chk_"), table)
}

/// The parts of an index as PostgreSQL puts them into its name. None if that is not known.
pub(super) fn index_columns(parts: &[Part], include: &[Ident]) -> Option<String> {
    let mut names: Vec<Arc<str>> = Vec::new();
    for part in parts {
        let name: Arc<str> = match part {
            Part::Column(name) => name.key.clone(),
            Part::Expr(expr) => super::named::expression(&expr.text)?.into(),
        };
        names.push(unlike(name, &names));
    }
    for name in include {
        names.push(unlike(name.key.clone(), &names));
    }
    Some(addition(&names))
}

/// The name, with a number if it is taken.
fn unlike(name: Arc<str>, taken: &[Arc<str>]) -> Arc<str> {
    let mut number = 0;
    let mut new = name.clone();
    while taken.contains(&new) {
        number += 1;
        new = format!("{name}{number}").into();
    }
    new
}

/// The columns of an exclusion constraint as PostgreSQL puts them into its name, from all behind `EXCLUDE`.
pub(super) fn exclusion(text: &str) -> Option<String> {
    let tokens: Vec<Token> = Lexer::new(text, 0..text.len(), Dialect::Postgres).collect();
    let open = tokens.iter().position(|token| token.kind == Kind::Open)?;
    let (mut depth, mut start, mut names) = (0u32, open + 1, Vec::new());
    for (at, token) in tokens.iter().enumerate().skip(open) {
        match token.kind {
            Kind::Open => depth += 1,
            Kind::Close => depth = depth.checked_sub(1)?,
            Kind::Word if depth == 1 && token.is(text, "with") => {
                let first = tokens.get(start)?;
                let name: Arc<str> = match first.kind {
                    Kind::Word | Kind::Name if tokens.get(start + 1).is_some_and(|next| next.kind != Kind::Open) => {
                        Ident::written(first.text(text), Dialect::Postgres, Place::nowhere()).key
                    }
                    _ => super::named::expression(text.get(first.start as usize..token.start as usize)?)?.into(),
                };
                names.push(unlike(name, &names));
            }
            Kind::Comma if depth == 1 => start = at + 1,
            _ => (),
        }
        if depth == 0 {
            break;
        }
    }
    Some(addition(&names))
}

/// The columns of a table that an expression of PostgreSQL names, told from its words alone; none where a word may be one
/// and may be a part of the syntax.
pub(super) fn columns_in(text: &str, table: &Table) -> Option<Vec<Arc<str>>> {
    const SYNTAX: &[&str] = &[
        "both",
        "content",
        "document",
        "escape",
        "json",
        "leading",
        "nfc",
        "nfd",
        "nfkc",
        "nfkd",
        "normalized",
        "placing",
        "scalar",
        "trailing",
        "value",
    ];
    let tokens: Vec<Token> =
        Lexer::new(text, 0..text.len(), Dialect::Postgres).filter(|token| token.kind != Kind::Comment).collect();
    let mut found = Vec::new();
    for (at, token) in tokens.iter().enumerate().filter(|(_, token)| matches!(token.kind, Kind::Word | Kind::Name)) {
        let before = at.checked_sub(1).map(|before| &tokens[before]);
        let called = tokens.get(at + 1).is_some_and(|next| matches!(next.kind, Kind::Open | Kind::Dot));
        let typed =
            before.is_some_and(|word| word.text(text) == "::" || word.is(text, "AS") || word.is(text, "COLLATE"));
        let key = Ident::written(token.text(text), Dialect::Postgres, Place::nowhere()).key;
        if called || typed || table.column(&key).is_none() {
            continue;
        }
        if token.kind == Kind::Word && SYNTAX.contains(&&*key) {
            return None;
        }
        found.push(key);
    }
    Some(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_names_give_way_as_on_the_server() {
        assert_eq!(joined("users", "email", "key"), "users_email_key");
        assert_eq!(joined("users", "", "pkey"), "users_pkey");
        let long = "a".repeat(60);
        assert_eq!(joined(&long, "b", "key").len(), 63);
        assert!(joined(&long, "bb", "key").ends_with("_bb_key"));
    }

    #[test]
    fn exclusions_have_names_as_on_the_server() {
        assert_eq!(exclusion("using gist(room with =, during with &&)").as_deref(), Some("room_during"));
        assert_eq!(exclusion("using gist(lower(a) with =, (b || c) with =)").as_deref(), Some("lower_expr"));
    }
}
