//! Sequences.

use std::sync::Arc;

use migrate_core::Dialect;

use super::change::{Change, NewColumn, Numbered};
use super::details::{Options, Settings, set};
use super::name::{Ident, Path};
use super::table::{Column, Table, Type};
use super::{Catalog, Found, Key, Object, Space};
use crate::diagnostic::Diagnostic;
use crate::source::Place;

impl Catalog {
    /// PostgreSQL makes a sequence for a numbered column.
    pub(super) fn make_sequence(&mut self, key: &Key, column: &Column) {
        if self.dialect != Dialect::Postgres || !matches!(column.numbered, Numbered::Serial | Numbered::Identity { .. })
        {
            return;
        }
        let mut options = column.details.numbering.clone();
        let name: Arc<str> = match options.remove("sequence name") {
            Some(name) => name.rsplit('.').next().unwrap_or_default().into(),
            None => self.postgres_name(key, &Table::default(), &column.name.key, "seq", true),
        };
        if let Some(ty) = &column.ty
            && &*ty.meaning != "bigint"
        {
            options.insert("as".into(), ty.meaning.clone());
        }
        let sequence = Key { space: Space::Relation, name: name.clone(), schema: key.schema.clone() };
        let name = Ident::made(&name, self.dialect, column.name.place);
        self.point(&sequence, key);
        let column = Some(column.name.key.clone());
        self.put_object(sequence, &name, Object::Sequence { owner: Some(key.clone()), column, options });
    }

    /// The sequences that belong to columns of a table.
    pub(super) fn owned_sequences(&self, key: &Key) -> Vec<Key> {
        self.pointing_to(key)
            .into_iter()
            .filter(|other| {
                matches!(self.entries.get(other).map(|entry| &entry.object), Some(Object::Sequence { owner: Some(owner), .. }) if owner == key)
            })
            .collect()
    }

    /// The sequence that belongs to a column.
    pub(super) fn sequence_of(&self, key: &Key, column: &Arc<str>) -> Option<Key> {
        self.owned_sequences(key).into_iter().find(|sequence| {
            matches!(self.entries.get(sequence).map(|entry| &entry.object), Some(Object::Sequence { column: Some(own), .. }) if own == column)
        })
    }

    /// The default of a column that counts with a sequence.
    pub(super) fn next_value(&self, sequence: &Key) -> Arc<str> {
        let plain = |name: &str| match super::rewrite::is_plain(name) {
            true => name.to_owned(),
            false => self.dialect.quote_name(name),
        };
        // Where names mean another schema than usual, the text is to mean the same when it is read elsewhere.
        let usual = self.state.path_firsts.first().is_none_or(|usual| *usual == sequence.schema);
        let name = match usual && self.is_home(sequence) {
            true => plain(&sequence.name),
            false => format!("{}.{}", plain(&sequence.schema), plain(&sequence.name)),
        };
        format!("nextval('{}'::regclass)", name.replace('\'', "''")).into()
    }

    /// Whether a default counts with the sequence that belongs to the column.
    pub(super) fn is_next_of(&self, key: &Key, column: &Arc<str>, default: &str) -> bool {
        let Some(named) = named_sequence(default) else { return false };
        // No word for a serial says that its type is a domain, or a text.
        let ty = self.table(key).and_then(|table| table.column(column)?.ty.clone());
        if ty.is_some_and(|ty| !is_serial(&ty)) {
            return false;
        }
        let named = Path::of_text(&named.replace("''", "'"), self.dialect, Place::nowhere());
        let (Some(named), Some(sequence)) = (named, self.sequence_of(key, column)) else { return false };
        named.name.key == sequence.name && named.schema.is_none_or(|schema| schema.key == sequence.schema)
    }

    pub(super) fn create_sequence(&mut self, new: &super::change::Change, out: &mut Vec<Diagnostic>) {
        let Change::CreateSequence { path, if_not_exists, or_replace, temporary, options, owned_by } = new else {
            return;
        };
        let key = self.key_for(Space::Relation, path, *temporary);
        self.made(*temporary);
        if let Some(entry) = self.existing(&key) {
            let replaces = *or_replace && matches!(entry.object, Object::Sequence { .. });
            if !if_not_exists && !replaces && self.is_same(&key, path) {
                out.push(self.taken("sequence", path, &entry));
            }
            if !replaces {
                return;
            }
        }
        let mut options = options.clone();
        normal(&mut options, self.dialect == Dialect::Postgres, None);
        self.put_object(key.clone(), &path.name, Object::Sequence { owner: None, column: None, options });
        if let Some((table, column)) = owned_by {
            self.own_sequence(&key, Some((table, column)));
        }
    }

    /// `ALTER SEQUENCE`.
    pub(super) fn set_sequence(&mut self, key: &Key, settings: &Settings) {
        let postgres = self.dialect == Dialect::Postgres;
        self.object_mut(key, |object| {
            if let Object::Sequence { options, .. } = object {
                change(options, settings, postgres, None);
            }
        });
    }

    /// `OWNED BY`: it goes with the column from now on.
    pub(super) fn own_sequence(&mut self, key: &Key, by: Option<(&Path, &Ident)>) {
        let Some((path, name)) = by else {
            self.object_mut(key, |object| {
                if let Object::Sequence { owner, column, .. } = object {
                    (*owner, *column) = (None, None);
                }
            });
            return;
        };
        let Found::Here { key: table, .. } = self.find(Space::Relation, path) else {
            self.put_unknown(key.clone());
            return;
        };
        self.point(key, &table);
        self.object_mut(key, |object| {
            if let Object::Sequence { owner, column, .. } = object {
                (*owner, *column) = (Some(table.clone()), Some(name.key.clone()));
            }
        });
        let counting =
            self.table(&table).and_then(|table| table.column(&name.key)).filter(|column| is_as_serial(column));
        let default = counting.and_then(|column| column.default.clone());
        if default.is_some_and(|text| self.is_next_of(&table, &name.key, &text)) {
            // That is what SERIAL comes to.
            self.column_mut(&table, name, |column| {
                column.numbered = Numbered::Serial;
                column.default = None;
            });
        }
    }

    /// A column as the server keeps it.
    pub(super) fn column(&self, new: &NewColumn) -> Column {
        let mut column = Column::from(new);
        if !column.details.numbering.is_empty() {
            let ty = column.ty.as_ref().map_or("bigint", |ty| &*ty.meaning);
            normal(&mut column.details.numbering, true, Some(ty));
        }
        column
    }
}

/// Whether there is a word for a column of this type that a sequence of its own numbers.
pub(super) fn is_serial(ty: &Type) -> bool {
    ty.own.is_none() && matches!(&*ty.meaning, "smallint" | "integer" | "bigint")
}

/// Whether a column counts as one of `SERIAL` does with a sequence of its own: it has a value always. The sequence may count
/// in another type.
pub(crate) fn is_as_serial(column: &Column) -> bool {
    column.not_null && column.ty.as_ref().is_none_or(is_serial)
}

/// The sequence of `nextval('s')`.
fn named_sequence(default: &str) -> Option<&str> {
    let rest = default.strip_prefix("pg_catalog.").unwrap_or(default).strip_prefix("nextval('")?;
    let (name, rest) = rest.split_once('\'')?;
    matches!(rest, ")" | "::regclass)" | "::text)" | "::text::regclass)").then_some(name)
}

/// Changes the options of a sequence. Where it begins stays what it was, although nobody said it.
pub(super) fn change(options: &mut Options, settings: &Settings, postgres: bool, identity_type: Option<&str>) {
    let first = first(options);
    options.entry("start".into()).or_insert(first);
    let was = options.get("as").cloned();
    set(options, settings);
    if postgres && identity_type.is_none() {
        // A bound that was that of the type is that of the new type.
        let (old, new) = (extremes(was.as_deref()), extremes(options.get("as").map(|ty| &**ty)));
        for (name, old, new) in [("minvalue", old.0, new.0), ("maxvalue", old.1, new.1)] {
            if options.get(name).is_some_and(|own| **own == *old) && !settings.iter().any(|(set, _)| &**set == name) {
                options.insert(name.into(), new.into());
            }
        }
    }
    normal(options, postgres, identity_type);
}

/// The least and the greatest number of a type.
fn extremes(ty: Option<&str>) -> (&'static str, &'static str) {
    match ty {
        Some("smallint") => ("-32768", "32767"),
        Some("integer") => ("-2147483648", "2147483647"),
        _ => ("-9223372036854775808", "9223372036854775807"),
    }
}

/// The number that a sequence begins with.
pub(crate) fn first(options: &Options) -> Arc<str> {
    let falls = options.get("increment").is_some_and(|step| step.starts_with('-'));
    let (bound, usual) = if falls { ("maxvalue", "-1") } else { ("minvalue", "1") };
    options.get("start").or_else(|| options.get(bound)).cloned().unwrap_or_else(|| usual.into())
}

/// Leaves out what the server would choose by itself.
pub(super) fn normal(options: &mut Options, postgres: bool, identity_type: Option<&str>) {
    let ty: Arc<str> = match identity_type {
        Some(ty) => ty.into(),
        None => options.get("as").cloned().unwrap_or_else(|| "bigint".into()),
    };
    if identity_type.is_some() || &*ty == "bigint" {
        options.remove("as");
    }
    let is = |options: &Options, name: &str, value: &str| options.get(name).is_some_and(|own| &**own == value);
    if is(options, "comment", "") {
        options.remove("comment");
    }
    if options.get("engine").is_some_and(|engine| engine.eq_ignore_ascii_case("innodb")) {
        options.remove("engine");
    }
    if is(options, "increment", "1") {
        options.remove("increment");
    }
    if is(options, "cache", if postgres { "1" } else { "1000" }) {
        options.remove("cache");
    }
    let falling = options.get("increment").is_some_and(|step| step.starts_with('-'));
    let (least, most) = match (&*ty, postgres) {
        ("smallint" | "integer", _) | (_, true) => extremes(Some(&ty)),
        (_, false) => ("-9223372036854775807", "9223372036854775806"),
    };
    let (low, high) = if falling { (least, "-1") } else { ("1", most) };
    let first = match falling {
        true => options.get("maxvalue").cloned().unwrap_or_else(|| high.into()),
        false => options.get("minvalue").cloned().unwrap_or_else(|| low.into()),
    };
    if is(options, "start", &first) {
        options.remove("start");
    }
    for (name, usual) in [("minvalue", low), ("maxvalue", high)] {
        if is(options, name, usual) {
            options.remove(name);
        }
    }
}
