//! `CREATE TABLE`.

use std::collections::BTreeSet;
use std::sync::Arc;

use migrate_core::Dialect;

use super::Writer;
use super::key::with;
use crate::catalog::Key;
use crate::catalog::change::Numbered;
use crate::catalog::constraint::{Constraint, ConstraintKind};
use crate::catalog::details::Options;
use crate::catalog::name::Ident;
use crate::catalog::table::{Column, Index, NOT_ROWID, PERIOD, Table, WITHOUT_OVERLAPS};

/// What is left out of a table, because it comes later.
#[derive(Debug, Clone, Default)]
pub struct Without {
    /// The foreign keys at these places among the constraints.
    pub constraints: BTreeSet<usize>,
}

impl Writer<'_> {
    /// A table with its constraints; in MySQL with its indexes, too. One column a line.
    pub fn create_table(&self, key: &Key, name: &str, table: &Table, without: &Without) -> String {
        if let Some(module) = table.options.get("virtual") {
            return format!("CREATE VIRTUAL TABLE {name} USING {module}");
        }
        let sqlite_child = self.dialect == Dialect::Postgres && table.bound.is_some();
        if sqlite_child && let Some(text) = self.partition(name, table, without) {
            return text;
        }
        let inherited = self.inherited(table);
        let mut lines = Vec::new();
        let mut written: BTreeSet<usize> = without.constraints.clone();
        let is_own = |column: &Column| !inherited.contains(&*column.name.key) || self.is_own(table, column);
        for column in table.columns.iter().filter(|column| is_own(column)) {
            lines.push(self.column_with(key, table, column, &mut written));
        }
        let mut unnamed = 0;
        let of = self.entry(key).map_or(&key.name, |entry| &entry.name);
        for (at, constraint) in table.constraints.iter().enumerate() {
            if !written.contains(&at) && !self.is_inherited(table, constraint) {
                let made = self.dialect.is_mysql_family() && is_named_by_server(of, table, constraint, unnamed + 1);
                unnamed += usize::from(made);
                lines.push(if made { self.constraint_body(constraint) } else { self.constraint(constraint) });
            }
        }
        if self.dialect.is_mysql_family() {
            // Those of foreign keys come with these.
            let comes = |index: &Index| {
                let mut written =
                    table.constraints.iter().enumerate().filter(|(at, _)| !without.constraints.contains(at));
                index.details.options.contains_key("foreign key") && written.any(|(_, own)| makes(own, index))
            };
            lines.extend(table.indexes.iter().filter(|index| !comes(index)).map(|index| self.inline_index(index)));
            lines.extend(self.periods(&table.options).map(|(name, columns)| format!("{name} ({columns})")));
        }
        let unlogged = if table.options.contains_key("unlogged") { "UNLOGGED " } else { "" };
        let foreign = if table.is_foreign() { "FOREIGN " } else { "" };
        let mut out = format!("CREATE {unlogged}{foreign}TABLE {name} (");
        if lines.is_empty() {
            out.push(')');
        } else {
            out.push_str("\n    ");
            out.push_str(&lines.join(",\n    "));
            out.push_str("\n)");
        }
        out.push_str(&self.behind(key, table));
        out
    }

    /// The periods of a table of MariaDB: `PERIOD FOR name`, and its columns.
    pub(crate) fn periods<'o>(&self, options: &'o Options) -> impl Iterator<Item = (String, &'o str)> {
        options.iter().filter_map(|(name, columns)| {
            let name = name.strip_prefix(PERIOD)?;
            let name = if name.eq_ignore_ascii_case("system_time") { name.to_uppercase() } else { self.name(name) };
            Some((format!("PERIOD FOR {name}"), &**columns))
        })
    }

    /// Where the rows of a foreign table are.
    fn served(&self, table: &Table) -> String {
        let mut out = String::new();
        if let Some(server) = table.options.get("server") {
            out.push_str(&format!(" SERVER {}", self.name(server)));
        }
        if let Some(settings) = table.options.get("options") {
            out.push_str(&format!(" OPTIONS {settings}"));
        }
        out
    }

    /// `CREATE TABLE … PARTITION OF`, where the partition is as its parent is.
    fn partition(&self, name: &str, table: &Table, without: &Without) -> Option<String> {
        let parent = self.path(table.parents.first()?);
        let bound = table.bound.as_ref()?;
        let bound = match &**bound {
            "default" => "DEFAULT".to_owned(),
            bound => upper_words(bound, &["for", "values", "from", "to", "in", "with"]),
        };
        let above = table.parents.iter().find_map(|parent| self.table(parent));
        let mut own: Vec<String> = table
            .columns
            .iter()
            .filter_map(|column| {
                let other = above?.column(&column.name.key)?;
                let name = self.name(&column.name.text);
                let mut out = String::new();
                if let Some(default) = column.default.as_ref().filter(|text| other.default.as_ref() != Some(*text)) {
                    out.push_str(&format!(" DEFAULT {}", self.expr(default)));
                }
                if column.not_null && !other.not_null {
                    out.push_str(" NOT NULL");
                }
                (!out.is_empty()).then(|| format!("{name}{out}"))
            })
            .collect();
        let constraints: Vec<String> = table
            .constraints
            .iter()
            .enumerate()
            .filter(|(at, constraint)| !without.constraints.contains(at) && !self.is_inherited(table, constraint))
            .map(|(_, constraint)| self.constraint(constraint))
            .collect();
        own.extend(constraints);
        let own = if own.is_empty() { String::new() } else { format!(" (\n    {}\n)", own.join(",\n    ")) };
        let with = with(&table.options);
        let by = table.options.get("partition by").map(|by| format!(" PARTITION BY {}", partition_key(by)));
        let foreign = table.is_foreign();
        let unlogged = table.options.contains_key("unlogged");
        let word = match (foreign, unlogged) {
            (true, _) => "FOREIGN TABLE",
            (false, true) => "UNLOGGED TABLE",
            (false, false) => "TABLE",
        };
        let mut out =
            format!("CREATE {word} {name} PARTITION OF {parent}{own} {bound}{}{with}", by.unwrap_or_default());
        if foreign {
            out.push_str(&self.served(table));
        }
        Some(out)
    }

    /// The columns that a table has from its parents.
    pub(crate) fn inherited(&self, table: &Table) -> BTreeSet<Arc<str>> {
        self.columns_of(&table.parents)
    }

    /// The names of the columns of these tables.
    pub(crate) fn columns_of(&self, parents: &[Key]) -> BTreeSet<Arc<str>> {
        let parents = parents.iter().filter_map(|parent| self.table(parent));
        parents.flat_map(|parent| parent.columns.iter().map(|column| column.name.key.clone())).collect()
    }

    /// Whether a table declares a column itself, although a parent has it: its name is written apart from the parent's.
    pub(crate) fn is_own(&self, table: &Table, column: &Column) -> bool {
        let mut parents = table.parents.iter().filter_map(|parent| self.table(parent)?.column(&column.name.key));
        table.bound.is_none() && parents.all(|parent| parent.name.place != column.name.place)
    }

    /// Whether a parent brings the constraint.
    pub(crate) fn is_inherited(&self, table: &Table, constraint: &Constraint) -> bool {
        self.is_inherited_from(&table.parents, table, constraint)
    }

    /// Whether one of these parents brings it.
    pub(crate) fn is_inherited_from(&self, parents: &[Key], table: &Table, constraint: &Constraint) -> bool {
        let partition = table.bound.is_some();
        // Whether all rows were looked at each table says for itself.
        let body = |own: &Constraint| {
            let mut own = own.clone();
            own.details.not_valid = false;
            self.constraint_body(&own)
        };
        let wanted = body(constraint);
        parents.iter().filter_map(|parent| self.table(parent)).any(|parent| {
            parent.constraints.iter().any(|own| {
                let passes = partition || matches!(own.kind, ConstraintKind::Check(_)) && !own.details.no_inherit;
                passes && body(own) == wanted
            })
        })
    }

    /// A column with the constraints that people write beside it.
    fn column_with(&self, key: &Key, table: &Table, column: &Column, written: &mut BTreeSet<usize>) -> String {
        let is_own = |constraint: &Constraint| match constraint.kind.columns() {
            [one] => one.key == column.name.key,
            _ => false,
        };
        let mut own_key = None;
        let mut rest = String::new();
        for (at, constraint) in table.constraints.iter().enumerate() {
            if written.contains(&at) {
                continue;
            }
            let auto = self.dialect == Dialect::Sqlite && column.numbered == Numbered::Auto;
            let not_rowid = is_own(constraint) && constraint.details.options.contains_key(NOT_ROWID);
            if let (true, ConstraintKind::Primary(_)) =
                (auto && constraint.name.is_some() || not_rowid, &constraint.kind)
            {
                // The word that makes it count, and the order that keeps it from being the rowid, stand beside the column alone.
                let name = constraint.name.as_ref().map(|name| format!("CONSTRAINT {} ", self.name(&name.text)));
                let mut text = format!("{}PRIMARY KEY", name.unwrap_or_default());
                if let Some(order) = constraint.details.suffixes.first().filter(|order| !order.is_empty()) {
                    text.push_str(&format!(" {order}"));
                }
                self.tail(constraint, &mut text);
                own_key = Some(if auto { format!("{text} AUTOINCREMENT") } else { text });
                written.insert(at);
                continue;
            }
            let in_column = constraint.details.options.get("column").is_some_and(|own| **own == *column.name.key);
            if in_column {
                rest.push_str(&format!(" {}", self.constraint(constraint)));
                written.insert(at);
                continue;
            }
            // AUTOINCREMENT stands nowhere else.
            let auto = self.dialect == Dialect::Sqlite
                && column.numbered == Numbered::Auto
                && matches!(constraint.kind, ConstraintKind::Primary(_));
            if !is_own(constraint) || !(auto || self.goes_inline(key, table, constraint)) {
                continue;
            }
            match &constraint.kind {
                ConstraintKind::Primary(_) => {
                    let mut text = "PRIMARY KEY".to_owned();
                    if let Some(order) = constraint.details.suffixes.first().filter(|order| !order.is_empty()) {
                        text.push_str(&format!(" {order}"));
                    }
                    self.tail(constraint, &mut text);
                    own_key = Some(if auto { format!("{text} AUTOINCREMENT") } else { text });
                }
                ConstraintKind::Unique(_) => {
                    let nulls = if constraint.details.nulls_not_distinct { " NULLS NOT DISTINCT" } else { "" };
                    rest.push_str(&format!(" UNIQUE{nulls}"));
                    self.tail(constraint, &mut rest);
                }
                ConstraintKind::Foreign { .. } => {
                    rest.push(' ');
                    rest.push_str(&self.references(constraint));
                    self.tail(constraint, &mut rest);
                }
                ConstraintKind::Check(_) | ConstraintKind::Exclude(_) => continue,
            }
            written.insert(at);
        }
        self.column(column, own_key.as_deref()) + &rest
    }

    /// Whether a constraint of one column may stand with the column: the server gives it the name it has.
    fn goes_inline(&self, key: &Key, table: &Table, constraint: &Constraint) -> bool {
        let column = match constraint.kind.columns() {
            [one] => &one.text,
            _ => return false,
        };
        let label = match &constraint.kind {
            ConstraintKind::Primary(_) => "pkey",
            ConstraintKind::Unique(_) => "key",
            ConstraintKind::Foreign { .. } => "fkey",
            ConstraintKind::Check(_) | ConstraintKind::Exclude(_) => return false,
        };
        let foreign = matches!(constraint.kind, ConstraintKind::Foreign { .. });
        match self.dialect {
            Dialect::Postgres => {
                let twice = table.constraints.iter().filter(|other| {
                    other.kind.name() == constraint.kind.name()
                        && other.kind.columns().first().map(|name| &name.text) == Some(column)
                });
                let usual = match constraint.kind {
                    ConstraintKind::Primary(_) => format!("{}_{label}", key.name),
                    _ => format!("{}_{column}_{label}", key.name),
                };
                twice.count() == 1 && constraint.name.as_ref().is_some_and(|name| *name.text == *usual)
            }
            // MySQL forgets REFERENCES behind a column, and keys are written with the indexes.
            Dialect::MySql | Dialect::MariaDb => {
                // How it is stored, and what is said about it, has no place behind a column.
                let details = &constraint.details;
                let plain = ["using", "key_block_size", "comment", WITHOUT_OVERLAPS]
                    .iter()
                    .all(|word| !details.options.contains_key(*word));
                matches!(constraint.kind, ConstraintKind::Primary(_)) && details.suffixes.is_empty() && plain
            }
            Dialect::Sqlite => {
                let plain = constraint.details.suffixes.iter().all(|suffix| suffix.is_empty());
                // Beside the column the order would make another key of it.
                let whole = |name: &Ident| {
                    let ty = table.column(&name.key).and_then(|column| column.ty.as_ref());
                    ty.is_some_and(|ty| ty.text.eq_ignore_ascii_case("integer"))
                };
                if !plain && constraint.kind.columns().iter().any(whole) {
                    return false;
                }
                constraint.name.is_none() && (plain || !foreign) && (plain || self.is_order(constraint))
            }
        }
    }

    fn is_order(&self, constraint: &Constraint) -> bool {
        matches!(constraint.kind, ConstraintKind::Primary(_))
            && constraint.details.suffixes.iter().all(|suffix| matches!(&**suffix, "" | "asc" | "desc"))
    }

    /// What stands behind the columns.
    fn behind(&self, key: &Key, table: &Table) -> String {
        let options = &table.options;
        let mut out = String::new();
        match self.dialect {
            Dialect::Postgres => {
                if !table.parents.is_empty() {
                    let parents: Vec<String> = table.parents.iter().map(|parent| self.path(parent)).collect();
                    out.push_str(&format!(" INHERITS ({})", parents.join(", ")));
                }
                if let Some(by) = options.get("partition by") {
                    out.push_str(&format!(" PARTITION BY {}", partition_key(by)));
                }
                if let Some(method) = options.get("using") {
                    out.push_str(&format!(" USING {}", self.name(method)));
                }
                out.push_str(&with(options));
                if let Some(space) = options.get("tablespace") {
                    out.push_str(&format!(" TABLESPACE {}", self.name(space)));
                }
                out.push_str(&self.served(table));
            }
            Dialect::MySql | Dialect::MariaDb => {
                let inside = |name: &str| name == "partition by" || name.starts_with(PERIOD);
                for (name, value) in options.iter().filter(|(name, _)| !inside(name)) {
                    out.push_str(&mysql_option(name, value));
                }
                if let Some(comment) = self.entry(key).and_then(|entry| entry.comment.as_ref()) {
                    out.push_str(&format!(" COMMENT={}", self.string(comment)));
                }
                if let Some(by) = options.get("partition by").filter(|by| !by.is_empty()) {
                    out.push_str(&format!("\nPARTITION BY {by}"));
                }
            }
            Dialect::Sqlite => {
                let words = [("strict", "STRICT"), ("without rowid", "WITHOUT ROWID")];
                let words: Vec<&str> =
                    words.iter().filter(|(name, _)| options.contains_key(*name)).map(|(_, word)| *word).collect();
                if !words.is_empty() {
                    out.push_str(&format!(" {}", words.join(", ")));
                }
            }
        }
        out
    }
}

/// Options of a table of MySQL whose values are strings, and nothing else.
const STRINGS: &[&str] = &[
    "compression",
    "connection",
    "data directory",
    "encryption",
    "engine_attribute",
    "index directory",
    "password",
    "secondary_engine_attribute",
];

/// One option of a table of MySQL, with a space before it.
pub(crate) fn mysql_option(name: &str, value: &str) -> String {
    match name {
        "charset" => format!(" DEFAULT CHARSET={value}"),
        "engine" if value == "innodb" => " ENGINE=InnoDB".to_owned(),
        "engine" if value == "myisam" => " ENGINE=MyISAM".to_owned(),
        _ if value.is_empty() => format!(" {}", name.to_uppercase()),
        _ if STRINGS.contains(&name) => format!(" {}='{value}'", name.to_uppercase()),
        _ => format!(" {}={value}", name.to_uppercase()),
    }
}

/// `range (day)` with its first word in capitals.
fn partition_key(by: &str) -> String {
    match by.find('(') {
        Some(open) => format!("{} {}", by[..open].trim().to_uppercase(), &by[open..]),
        None => by.to_owned(),
    }
}

/// Some words of a text in capitals, outside quotes.
fn upper_words(text: &str, words: &[&str]) -> String {
    let mut out = String::new();
    let mut quoted = false;
    for piece in text.split_inclusive([' ', '(', ')', ',', '\'']) {
        let end = piece.trim_end_matches([' ', '(', ')', ',', '\'']).len();
        let (word, rest) = piece.split_at(end);
        if !quoted && words.contains(&word) {
            out.push_str(&word.to_uppercase());
            out.push_str(if rest == "(" { " (" } else { rest });
        } else {
            out.push_str(piece);
        }
        if rest.ends_with('\'') {
            quoted = !quoted;
        }
    }
    out
}

/// Whether MySQL gives a foreign key the name that it has, as the `number`th without one. Its index would have the name,
/// too, were it written.
fn is_named_by_server(of: &str, table: &Table, constraint: &Constraint, number: usize) -> bool {
    let Some(name) = &constraint.name else { return false };
    matches!(constraint.kind, ConstraintKind::Foreign { .. })
        && *name.text == *format!("{of}_ibfk_{number}")
        && !table.indexes.iter().any(|index| index.name.key == name.key)
}

/// Whether an index is what InnoDB makes for a constraint.
fn makes(constraint: &Constraint, index: &Index) -> bool {
    matches!(&constraint.kind, ConstraintKind::Foreign { columns, .. }
        if index.columns().is_some_and(|own| own.iter().zip(columns).all(|(a, b)| a.key == b.key)))
}
