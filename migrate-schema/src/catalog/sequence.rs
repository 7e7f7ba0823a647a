//! Sequences.

use std::sync::Arc;

use migrate_core::Dialect;

use super::change::{NewColumn, Numbered};
use super::details::Options;
use super::name::Ident;
use super::table::{Column, Table};
use super::{Catalog, Key, Object, Space};

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
        let name = match self.is_home(sequence) {
            true => plain(&sequence.name),
            false => format!("{}.{}", plain(&sequence.schema), plain(&sequence.name)),
        };
        format!("nextval('{}'::regclass)", name.replace('\'', "''")).into()
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
    if is(options, "increment", "1") {
        options.remove("increment");
    }
    if is(options, "cache", if postgres { "1" } else { "1000" }) {
        options.remove("cache");
    }
    let falling = options.get("increment").is_some_and(|step| step.starts_with('-'));
    let (least, most) = match (&*ty, postgres) {
        ("smallint", _) => ("-32768", "32767"),
        ("integer", _) => ("-2147483648", "2147483647"),
        (_, true) => ("-9223372036854775808", "9223372036854775807"),
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
