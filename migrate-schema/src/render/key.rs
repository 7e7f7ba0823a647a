//! Constraints and indexes.

use std::sync::Arc;

use migrate_core::Dialect;

use super::Writer;
use crate::catalog::Key;
use crate::catalog::change::Part;
use crate::catalog::constraint::{Constraint, ConstraintKind};
use crate::catalog::details::Options;
use crate::catalog::name::Ident;
use crate::catalog::table::{Index, WITHOUT_OVERLAPS};

impl Writer<'_> {
    /// A constraint as it stands in `CREATE TABLE` and behind `ADD`, with its name.
    pub fn constraint(&self, constraint: &Constraint) -> String {
        let body = self.constraint_body(constraint);
        match &constraint.name {
            // MySQL has one name for every primary key.
            Some(_) if self.dialect.is_mysql_family() && matches!(constraint.kind, ConstraintKind::Primary(_)) => body,
            Some(name) => format!("CONSTRAINT {} {body}", self.name(&name.text)),
            None => body,
        }
    }

    /// The same without its name.
    pub fn constraint_body(&self, constraint: &Constraint) -> String {
        let details = &constraint.details;
        let mut out = match &constraint.kind {
            ConstraintKind::Primary(columns) => {
                let own = Some(self.parts(columns, &details.suffixes)).filter(|own| !own.is_empty());
                let parts: Vec<String> = own.into_iter().chain(self.period(&details.options)).collect();
                format!("PRIMARY KEY ({})", parts.join(", "))
            }
            ConstraintKind::Unique(columns) => {
                let nulls = if details.nulls_not_distinct { " NULLS NOT DISTINCT" } else { "" };
                format!("UNIQUE{nulls} ({})", self.parts(columns, &details.suffixes))
            }
            ConstraintKind::Check(expr) => format!("CHECK ({})", self.expr(&expr.text)),
            ConstraintKind::Exclude(expr) => format!("EXCLUDE {}", self.expr(&expr.text)),
            ConstraintKind::Foreign { columns, .. } => {
                let columns = self.foreign_columns(columns, details.period);
                format!("FOREIGN KEY ({columns}) {}", self.references(constraint))
            }
        };
        self.tail(constraint, &mut out);
        out
    }

    /// The columns of a foreign key, the last one perhaps a `PERIOD`.
    fn foreign_columns(&self, columns: &[Ident], period: bool) -> String {
        match columns.split_last() {
            Some((last, rest)) if period && !rest.is_empty() => {
                let rest = self.names(rest.iter().map(|name| &*name.text));
                format!("{rest}, PERIOD {}", self.name(&last.text))
            }
            _ => self.names(columns.iter().map(|name| &*name.text)),
        }
    }

    /// `REFERENCES …` of a foreign key, up to what happens to its rows.
    pub fn references(&self, constraint: &Constraint) -> String {
        let ConstraintKind::Foreign { target, target_columns, .. } = &constraint.kind else { return String::new() };
        let details = &constraint.details;
        let mut out = format!("REFERENCES {}", self.path(target));
        let own = self.primary_of(target);
        // SQLite keeps what is written.
        let as_written = !target_columns.is_empty() || self.dialect == Dialect::Sqlite;
        let columns = if as_written { target_columns } else { &own };
        if !columns.is_empty() {
            out.push_str(&format!(" ({})", self.foreign_columns(columns, details.period)));
        }
        if let Some(matching) = &details.matching {
            out.push_str(&format!(" MATCH {}", matching.to_uppercase()));
        }
        for (word, action) in [("DELETE", &details.on_delete), ("UPDATE", &details.on_update)] {
            let Some(action) = action else { continue };
            let (words, columns) =
                action.split_once('(').map_or((&**action, ""), |(words, rest)| (words.trim_end(), rest));
            let columns = if columns.is_empty() { String::new() } else { format!(" ({columns}") };
            out.push_str(&format!(" ON {word} {}{columns}", words.to_uppercase()));
        }
        out
    }

    /// What stands behind a constraint.
    pub fn tail(&self, constraint: &Constraint, out: &mut String) {
        let details = &constraint.details;
        if !details.include.is_empty() {
            out.push_str(&format!(" INCLUDE ({})", self.names(details.include.iter().map(|name| &*name.text))));
        }
        if let Some(conflict) = &details.on_conflict {
            out.push_str(&format!(" ON CONFLICT {}", conflict.to_uppercase()));
        }
        out.push_str(&with(&details.options));
        if let Some(space) = details.options.get("tablespace") {
            out.push_str(&format!(" USING INDEX TABLESPACE {}", self.name(space)));
        }
        if self.dialect.is_mysql_family()
            && let Some(method) = details.options.get("using")
        {
            out.push_str(&format!(" USING {}", method.to_uppercase()));
        }
        if let Some(size) = details.options.get("key_block_size") {
            out.push_str(&format!(" KEY_BLOCK_SIZE={size}"));
        }
        if let Some(says) = details.options.get("comment") {
            out.push_str(&format!(" COMMENT {}", self.string(says)));
        }
        if details.no_inherit {
            out.push_str(" NO INHERIT");
        }
        if details.deferrable {
            out.push_str(" DEFERRABLE");
        }
        if details.deferred {
            out.push_str(" INITIALLY DEFERRED");
        }
        if details.not_enforced {
            out.push_str(" NOT ENFORCED");
        }
        if details.not_valid {
            out.push_str(" NOT VALID");
        }
    }

    /// The primary key of a table.
    pub(crate) fn primary_of(&self, key: &Key) -> Vec<Ident> {
        match self.table(key).and_then(|table| table.primary()).map(|primary| &primary.kind) {
            Some(ConstraintKind::Primary(columns)) => columns.clone(),
            _ => Vec::new(),
        }
    }

    /// Columns with what stands behind each.
    fn parts(&self, columns: &[Ident], suffixes: &[Arc<str>]) -> String {
        let parts = columns.iter().enumerate().map(|(at, column)| {
            let name = self.name(&column.text);
            self.with_suffix(name, suffixes.get(at))
        });
        parts.collect::<Vec<_>>().join(", ")
    }

    /// The period that is the last part of a key (MariaDB).
    fn period(&self, options: &Options) -> Option<String> {
        options.get(WITHOUT_OVERLAPS).map(|period| format!("{} WITHOUT OVERLAPS", self.name(period)))
    }

    fn with_suffix(&self, name: String, suffix: Option<&Arc<str>>) -> String {
        match suffix.map(|suffix| &**suffix) {
            None | Some("") => name,
            Some(length) if length.starts_with('(') && self.dialect.is_mysql_family() => format!("{name}{length}"),
            Some(suffix) => format!("{name} {suffix}"),
        }
    }

    /// The parts of an index.
    pub fn index_parts(&self, index: &Index) -> String {
        let parts = index.parts.iter().enumerate().map(|(at, part)| {
            let text = match part {
                Part::Column(name) => self.name(&name.text),
                Part::Expr(expr) if is_call(&expr.text) && !self.dialect.is_mysql_family() => self.expr(&expr.text),
                Part::Expr(expr) => format!("({})", self.expr(&expr.text)),
            };
            self.with_suffix(text, index.details.suffixes.get(at))
        });
        parts.chain(self.period(&index.details.options)).collect::<Vec<_>>().join(", ")
    }

    /// `CREATE INDEX`, in all dialects. `concurrently`: as PostgreSQL does it beside others' work.
    pub fn create_index(&self, table: &Key, index: &Index, concurrently: bool) -> String {
        let unique = if index.unique { "UNIQUE " } else { "" };
        let beside = if concurrently { "CONCURRENTLY " } else { "" };
        let details = &index.details;
        match self.dialect {
            Dialect::Postgres => {
                let method = details.method.as_ref().map(|method| format!(" USING {method}")).unwrap_or_default();
                let only = if details.options.contains_key("only") { "ONLY " } else { "" };
                let mut out = format!(
                    "CREATE {unique}INDEX {beside}{} ON {only}{}{method} ({})",
                    self.name(&index.name.text),
                    self.path(table),
                    self.index_parts(index),
                );
                if !index.include.is_empty() {
                    out.push_str(&format!(" INCLUDE ({})", self.names(index.include.iter().map(|name| &*name.text))));
                }
                if details.nulls_not_distinct {
                    out.push_str(" NULLS NOT DISTINCT");
                }
                out.push_str(&with_in(&details.options, &details.order));
                if let Some(space) = details.options.get("tablespace") {
                    out.push_str(&format!(" TABLESPACE {}", self.name(space)));
                }
                self.predicate(index, &mut out);
                out
            }
            Dialect::Sqlite => {
                let mut out = format!(
                    "CREATE {unique}INDEX {} ON {} ({})",
                    self.name(&index.name.text),
                    self.path(table),
                    self.index_parts(index),
                );
                self.predicate(index, &mut out);
                out
            }
            Dialect::MySql | Dialect::MariaDb => {
                let (kind, rest) = self.mysql_index(index);
                format!(
                    "CREATE {kind}INDEX {} ON {} ({}){rest}",
                    self.name(&index.name.text),
                    self.path(table),
                    self.index_parts(index),
                )
            }
        }
    }

    fn predicate(&self, index: &Index, out: &mut String) {
        if let Some(expr) = &index.predicate {
            out.push_str(&format!(" WHERE {}", self.expr(&expr.text)));
        }
    }

    /// An index among the columns of MySQL.
    pub fn inline_index(&self, index: &Index) -> String {
        let (kind, rest) = self.mysql_index(index);
        format!("{kind}KEY {} ({}){rest}", self.name(&index.name.text), self.index_parts(index))
    }

    /// The word before `INDEX`, and what stands behind the brackets.
    fn mysql_index(&self, index: &Index) -> (String, String) {
        let details = &index.details;
        let mut kind = if index.unique { "UNIQUE ".to_owned() } else { String::new() };
        let mut rest = String::new();
        match details.method.as_deref() {
            Some(word @ ("fulltext" | "spatial")) => kind = format!("{} ", word.to_uppercase()),
            Some(method) => rest.push_str(&format!(" USING {}", method.to_uppercase())),
            None => (),
        }
        for (word, value) in
            details.options.iter().filter(|(word, _)| !matches!(&***word, "foreign key" | WITHOUT_OVERLAPS))
        {
            rest.push(' ');
            rest.push_str(&match &**word {
                "parser" => format!("WITH PARSER {value}"),
                word => format!("{} {value}", word.to_uppercase()).trim_end().to_owned(),
            });
        }
        if let Some(comment) = &details.comment {
            rest.push_str(&format!(" COMMENT {}", self.string(comment)));
        }
        (kind, rest)
    }
}

/// ` WITH (fillfactor = 70)`; nothing where there are none.
pub(super) fn with(options: &Options) -> String {
    with_in(options, &[])
}

/// The same in the order in which it was written, as far as that is known.
fn with_in(options: &Options, order: &[Arc<str>]) -> String {
    let mut own: Vec<(&Arc<str>, &Arc<str>)> = options.iter().filter(|(name, _)| name.starts_with("with ")).collect();
    own.sort_by_key(|(name, _)| order.iter().position(|other| other == *name).unwrap_or(order.len()));
    let settings: Vec<String> =
        own.iter().filter_map(|(name, value)| Some(format!("{} = {value}", name.strip_prefix("with ")?))).collect();
    if settings.is_empty() { String::new() } else { format!(" WITH ({})", settings.join(", ")) }
}

/// Whether an expression is one call of a function: PostgreSQL and SQLite take that without brackets.
fn is_call(text: &str) -> bool {
    let name = text.find('(').unwrap_or(0);
    let plain = name > 0 && text[..name].chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
    let mut depth = 0;
    let closes = text.char_indices().skip(name).find(|(_, c)| {
        match c {
            '(' => depth += 1,
            ')' => depth -= 1,
            _ => (),
        }
        depth == 0
    });
    plain
        && !text.contains('\'')
        && closes.is_some_and(|(at, _)| at + 1 == text.len())
        && !text.starts_with("case")
        && !text.starts_with("cast")
        && !text.starts_with("coalesce")
        && !text.starts_with("extract")
}
