//! The names that servers make up for constraints and indexes without one.

use std::sync::Arc;

use super::name::{Ident, POSTGRES_LENGTH, cut};
use super::table::Table;
use super::{Catalog, Key, Space};

/// `table_column_label` as PostgreSQL joins it: the longer of the two names gives way until all fits.
fn joined(table: &str, columns: &str, label: &str) -> String {
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

/// The name MySQL gives to an index without one: that of its first column, with a number if it is taken.
pub(super) fn mysql_index(table: &Table, first: &Ident) -> Ident {
    let mut name = first.clone();
    let mut number = 2;
    while table.index(&name.key).is_some() || &*name.key == "primary" {
        name.text = format!("{}_{number}", first.text).into();
        name.key = format!("{}_{number}", first.key).into();
        number += 1;
    }
    name
}

/// The name InnoDB gives to a foreign key without one.
pub(super) fn innodb_foreign(key: &Key, table: &Table) -> String {
    let start = format!("{}_ibfk_", key.name);
    let last = table
        .constraints
        .iter()
        .filter_map(|constraint| constraint.name.as_ref()?.key.strip_prefix(&start)?.parse::<u32>().ok())
        .max();
    format!("{start}{}", last.unwrap_or(0) + 1)
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
}
