//! Columns of PostgreSQL.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::super::Diff;
use super::super::compare::{self, ColumnChange};
use super::super::loss::{Loss, LossKind};
use super::super::step::{Act, Made, Rank, Step};
use super::super::table::TableDiff;
use super::super::ty::{self, Cast};
use super::warned;
use crate::catalog::change::Numbered;
use crate::catalog::details::Options;
use crate::catalog::sequence::first;
use crate::catalog::table::Column;
use crate::catalog::{Key, Object};
use crate::render::{identity, sequence_options};

const ALTER: Rank = Rank::Make(Made::Alter);

impl<'c> Diff<'c> {
    pub(super) fn add_column(&mut self, table: &TableDiff<'c>, column: &Column) {
        let key = table.key;
        let path = self.new.path(key);
        let about = format!("add column `{}.{}`", key.name, column.name.text);
        let act = Act::AddColumn(column.name.key.clone());
        let no_value = column.not_null
            && column.default.is_none()
            && column.generated.is_none()
            && column.numbered == Numbered::No
            && !self.in_primary(table, column)
            && !table.new.is_foreign();
        if !no_value {
            let counted = self.counted_by_another(key, column);
            let column = counted.as_ref().unwrap_or(column);
            let mut sql = self.new.column(column, None);
            if column.numbered == Numbered::Serial && !column.not_null {
                sql.push_str(" NULL");
            }
            self.push(ALTER, act, key, about, format!("ALTER TABLE {path} ADD COLUMN {sql}"));
            self.column_settings(key, None, column);
            return;
        }
        let nullable = Column { not_null: false, ..column.clone() };
        let name = self.new.name(&column.name.text);
        let sql = format!("ALTER TABLE {path} ADD COLUMN {}", self.new.column(&nullable, None));
        self.push(ALTER, act, key, about, sql);
        match self.neutral(table, column) {
            Some(value) => {
                self.stand_in(key, column, &format!("UPDATE {path} SET {name} = {value}"), &value);
                self.set_not_null(table, column, None);
            }
            None => self.set_not_null(table, column, Some(format!("UPDATE {path} SET {name} = …;"))),
        }
    }

    /// A serial column whose sequence is there already, since it was another column's: it counts with that one.
    fn counted_by_another(&self, key: &Key, column: &Column) -> Option<Column> {
        let (sequence, _) = compare::sequence_of(self.after, key, &column.name.key)?;
        if column.numbered != Numbered::Serial || !self.keeps_sequence(sequence) {
            return None;
        }
        let next = format!("nextval({})", self.new.string(&self.new.path(sequence)));
        Some(Column { numbered: Numbered::No, default: Some(next.into()), ..column.clone() })
    }

    /// Rows get a value that stands in for the right one.
    fn stand_in(&mut self, key: &Key, column: &Column, sql: &str, value: &str) {
        let about = format!("give rows without `{}.{}` a value", key.name, column.name.text);
        let step = Step::new(ALTER, Act::Backfill(column.name.key.clone()), key, about, sql.to_owned());
        self.add(step.note(format!("Rows that are there need a value: put the right one in the place of {value}.")));
    }

    /// A value of the column's type that says as little as possible; none where a rule of the table may forbid it.
    fn neutral(&self, table: &TableDiff<'c>, column: &Column) -> Option<String> {
        let named = |constraint: &crate::catalog::constraint::Constraint| {
            constraint.kind.columns().iter().any(|name| name.key == column.name.key)
        };
        let indexed = |index: &crate::catalog::table::Index| index.unique && index.mentions(&column.name.key);
        if table.new.constraints.iter().any(|own| named(own)) || table.new.indexes.iter().any(|own| indexed(own)) {
            return None;
        }
        let ty = compare::type_of(column, self.dialect);
        let (name, arguments) = ty.split_once('(').unwrap_or((&ty, ""));
        if ty.ends_with("[]") {
            return Some("'{}'".to_owned());
        }
        let own = column.ty.as_ref().and_then(|ty| ty.own.as_ref());
        if let Some(own) = own {
            let is_own = |key: &Key| {
                key.name == own.name.key && own.schema.as_ref().is_none_or(|schema| schema.key == key.schema)
            };
            let mut types = self.after.objects().filter(|(key, _)| is_own(key));
            return types.find_map(|(_, entry)| match &entry.object {
                Object::Type { values: Some(values), .. } => values.first().map(|value| self.new.string(value)),
                _ => None,
            });
        }
        let value = match name {
            "timestamp" | "timestamp with time zone" => "now()",
            _ if arguments.ends_with("time zone") && name == "timestamp" => "now()",
            "smallint" | "integer" | "bigint" | "numeric" | "real" | "double precision" | "money" => "0",
            "text" | "character varying" | "character" | "bytea" => "''",
            "boolean" => "false",
            "date" => "CURRENT_DATE",
            "time" => "'00:00'",
            "interval" => "'0'",
            "json" | "jsonb" => "'{}'",
            "uuid" => "'00000000-0000-0000-0000-000000000000'",
            _ => return None,
        };
        Some(value.to_owned())
    }

    fn in_primary(&self, table: &TableDiff<'c>, column: &Column) -> bool {
        let primary = table.new.primary().map(|primary| primary.kind.columns()).unwrap_or_default();
        primary.iter().any(|name| name.key == column.name.key)
    }

    /// `SET NOT NULL`, behind what gives the rows a value.
    fn set_not_null(&mut self, table: &TableDiff<'c>, column: &Column, hint: Option<String>) {
        let key = table.key;
        let path = self.new.path(key);
        let name = self.new.name(&column.name.text);
        let about = format!("set column `{}.{}` not null", key.name, column.name.text);
        let sql = format!("ALTER TABLE {path} ALTER COLUMN {name} SET NOT NULL");
        let step = Step::new(ALTER, Act::SetNotNull(column.name.key.clone()), key, about, sql);
        let note = hint.map(|hint| {
            format!("Rows that are there need a value first, or this statement fails and nothing is changed:\n{hint}")
        });
        self.add(warned(step, note));
    }

    pub(super) fn alter(&mut self, key: &Key, column: &Column, what: &str) {
        let name = self.new.name(&column.name.text);
        let sql = format!("ALTER TABLE {} ALTER COLUMN {name} {what}", self.new.path(key));
        let about = format!("alter column `{}.{}`", key.name, column.name.text);
        self.push(ALTER, Act::AlterColumn(column.name.key.clone()), key, about, sql);
    }

    pub(super) fn change_column(&mut self, table: &TableDiff<'c>, old: &Column, new: &Column, change: ColumnChange) {
        let key = table.key;
        self.change_values(table, old, new, change);
        self.column_settings(key, Some(old), new);
    }

    /// What `ALTER COLUMN` alone can say about a column.
    pub(super) fn column_settings(&mut self, key: &Key, old: Option<&Column>, new: &Column) {
        let (mut set, mut reset) = (Vec::new(), Vec::new());
        let none = Options::new();
        let before = old.map_or(&none, |old| &old.details.options);
        let names: BTreeSet<&Arc<str>> = before.keys().chain(new.details.options.keys()).collect();
        for name in names {
            let after = new.details.options.get(name);
            // A column that is made has its compression with it.
            if before.get(name) == after || old.is_none() && &**name == "compression" {
                continue;
            }
            match (&**name, name.strip_prefix("with "), after) {
                ("options", _, after) => {
                    if let Some(words) =
                        super::table::foreign_options(before.get(name).map(|own| &**own), after.map(|own| &**own))
                    {
                        self.alter(key, new, &words);
                    }
                }
                (_, Some(name), Some(value)) => set.push(format!("{name} = {value}")),
                (_, Some(name), None) => reset.push(name.to_owned()),
                ("storage" | "compression" | "statistics", _, after) => {
                    let value = match (&**name, after) {
                        (_, Some(value)) => value.to_string(),
                        ("storage", None) => compare::storage_of(&compare::type_of(new, self.dialect)).to_owned(),
                        ("statistics", None) => "-1".to_owned(),
                        (_, None) => "default".to_owned(),
                    };
                    self.alter(key, new, &format!("SET {} {value}", name.to_uppercase()));
                }
                _ => (),
            }
        }
        for (word, list) in [("SET", set), ("RESET", reset)] {
            if !list.is_empty() {
                self.alter(key, new, &format!("{word} ({})", list.join(", ")));
            }
        }
    }

    fn change_values(&mut self, table: &TableDiff<'c>, old: &Column, new: &Column, change: ColumnChange) {
        let key = table.key;
        let (from, to) = (compare::type_of(old, self.dialect), compare::type_of(new, self.dialect));
        let was_serial = compare::sequence_of(self.before, key, &old.name.key);
        let had_default = old.default.is_some() || old.numbered == Numbered::Serial && change.numbered;
        // Its values are read from elsewhere each time.
        let cast = if table.new.is_foreign() { Cast::Itself } else { ty::cast(&from, &to) };
        let counted = old.numbered == Numbered::Serial && change.numbered;
        let drop_first = change.ty && cast != Cast::Itself && (old.default.is_some() || counted);
        let mut default = old.default.is_some() && !drop_first;
        if had_default && (drop_first || change.numbered && new.default.is_none())
            || change.default && new.default.is_none() && old.default.is_some()
        {
            self.alter(key, new, "DROP DEFAULT");
            default = false;
        }
        if change.numbered {
            match old.numbered {
                Numbered::Identity { .. } if !matches!(new.numbered, Numbered::Identity { .. }) => {
                    self.alter(key, new, "DROP IDENTITY");
                    // Another sequence takes the name of the one that went.
                    if let Some((sequence, _)) = was_serial
                        && new.numbered == Numbered::No
                        && let Some(entry) = self.after.entry(sequence)
                        && matches!(entry.object, Object::Sequence { .. })
                    {
                        let about = format!("create sequence `{}`", sequence.name);
                        for sql in self.new.create(sequence) {
                            self.push(ALTER, Act::Alter, key, about.clone(), sql);
                        }
                    }
                }
                Numbered::Serial | Numbered::No => {
                    if let (Some((sequence, _)), Numbered::Identity { .. }) = (was_serial, new.numbered) {
                        let sql = format!("DROP SEQUENCE {}", self.old.path(sequence));
                        let about = format!("drop sequence `{}`", sequence.name);
                        self.push(ALTER, Act::Alter, key, about, sql);
                    } else if let Numbered::Identity { .. } = new.numbered
                        && let Some((sequence, _)) = compare::sequence_of(self.after, key, &new.name.key)
                        && let Some(entry) = self.before.entry(sequence)
                        && matches!(entry.object, Object::Sequence { owner: None, .. })
                    {
                        // It needs the name.
                        let sql = format!("DROP SEQUENCE {}", self.old.path(sequence));
                        let about = format!("drop sequence `{}`", sequence.name);
                        self.push(ALTER, Act::Alter, key, about, sql);
                    }
                }
                _ => (),
            }
        }
        if change.ty || change.collation {
            self.set_type(table, old, new, &from, &to, cast);
        }
        if change.not_null && !new.not_null && new.numbered == Numbered::No {
            self.alter(key, new, "DROP NOT NULL");
        }
        if let Some(text) = &new.default
            // A default of the old type would stay one of that type.
            && (change.default || change.ty || !default && old.default.is_some() || change.numbered)
        {
            self.set_default(key, new, text);
        }
        if change.not_null && new.not_null && new.numbered == Numbered::No {
            self.backfill(table, new);
        } else if change.not_null && new.not_null && !matches!(old.numbered, Numbered::Identity { .. }) {
            self.set_not_null(table, new, None);
        }
        if change.numbered {
            self.number(key, old, new);
        }
    }

    /// `SET DEFAULT`, behind the table whose sequence it counts with.
    fn set_default(&mut self, key: &Key, column: &Column, text: &str) {
        let sql = self.new.expr(text);
        self.alter(key, column, &format!("SET DEFAULT {sql}"));
        self.behind_sequence(key, &sql);
    }

    /// Puts the last step behind the table that has the sequence which a default counts with.
    pub(super) fn behind_sequence(&mut self, key: &Key, default: &str) {
        let owner = super::sequence::owner_of(self.after, key, default);
        if let (Some(owner), Some(step)) = (owner, self.steps.last_mut()) {
            step.behind.push(owner);
        }
    }

    /// Rows get the default, where there is one, and then the column may not be null.
    fn backfill(&mut self, table: &TableDiff<'c>, column: &Column) {
        let key = table.key;
        let in_primary = self.in_primary(table, column)
            && table
                .added_constraints
                .iter()
                .any(|added| matches!(added.kind, crate::catalog::constraint::ConstraintKind::Primary(_)));
        if in_primary {
            return;
        }
        if table.new.is_foreign() {
            self.set_not_null(table, column, None);
            return;
        }
        let (path, name) = (self.new.path(key), self.new.name(&column.name.text));
        let Some(default) = &column.default else {
            if let Some(value) = self.neutral(table, column) {
                let sql = format!("UPDATE {path} SET {name} = {value} WHERE {name} IS NULL");
                self.stand_in(key, column, &sql, &value);
                self.set_not_null(table, column, None);
                return;
            }
            self.set_not_null(table, column, Some(format!("UPDATE {path} SET {name} = … WHERE {name} IS NULL;")));
            return;
        };
        let sql = format!("UPDATE {path} SET {name} = {} WHERE {name} IS NULL", self.new.expr(default));
        let about = format!("give rows without `{}.{}` its default", key.name, column.name.text);
        self.push(ALTER, Act::Backfill(column.name.key.clone()), key, about, sql);
        self.set_not_null(table, column, None);
    }

    fn set_type(&mut self, table: &TableDiff<'c>, old: &Column, new: &Column, from: &str, to: &str, cast: Cast) {
        let key = table.key;
        let Some(own) = &new.ty else { return };
        let written = match new.numbered {
            Numbered::Serial => to.to_owned(),
            _ => self.new.ty(own),
        };
        let name = self.new.name(&new.name.text);
        let mut what = format!("TYPE {written}");
        // Without a word the type's own comes back.
        if let Some(collation) = &new.details.collation {
            what.push_str(&format!(" COLLATE {}", self.new.dotted(collation)));
        }
        match cast {
            _ if from == to => (),
            Cast::Itself => (),
            Cast::Written => what.push_str(&format!(" USING {name}::{written}")),
            Cast::Through(_) if to.ends_with("[]") && !from.ends_with("[]") => {
                what.push_str(&format!(" USING ARRAY[{name}::text]::{written}"));
            }
            Cast::Through(_) if to.ends_with("[]") => what.push_str(&format!(" USING {name}::text[]::{written}")),
            Cast::Through(between) => what.push_str(&format!(" USING {name}::{between}::{written}")),
        }
        let sql = format!("ALTER TABLE {} ALTER COLUMN {name} {what}", self.new.path(key));
        let about = format!("change the type of column `{}.{}`", key.name, new.name.text);
        let step = Step::new(ALTER, Act::AlterColumn(new.name.key.clone()), key, about, sql);
        let loss = (!table.new.is_foreign() && ty::narrows(from, to, self.dialect)).then(|| Loss {
            kind: LossKind::Narrow,
            what: format!("{}.{}", key.name, new.name.text),
            says: format!("values of `{}.{}` that do not fit into {written}", key.name, new.name.text),
        });
        self.add(step.losing(loss));
        // A serial's sequence counts in the type of its column; one that keeps its name is compared by itself.
        if old.numbered == Numbered::Serial
            && new.numbered == Numbered::Serial
            && let Some((sequence, _)) = compare::sequence_of(self.after, key, &new.name.key)
            && self.before.entry(sequence).is_none()
        {
            let sql = format!("ALTER SEQUENCE {} AS {to}", self.new.path(sequence));
            self.push(ALTER, Act::Alter, key, format!("alter sequence `{}`", sequence.name), sql);
        }
    }

    /// The server numbers the rows from now on, or in another way.
    fn number(&mut self, key: &Key, old: &Column, new: &Column) {
        let name = self.new.name(&new.name.text);
        let path = self.new.path(key);
        match (old.numbered, new.numbered) {
            (Numbered::Identity { always: before }, Numbered::Identity { always }) => {
                let mut what = String::new();
                if before != always {
                    what.push_str(if always { "SET GENERATED ALWAYS" } else { "SET GENERATED BY DEFAULT" });
                }
                if compare::numbering_of(old) != compare::numbering_of(new) {
                    let own = &new.details.numbering;
                    for option in ["increment", "minvalue", "maxvalue", "start", "cache", "cycle"] {
                        if old.details.numbering.get(option) == own.get(option) {
                            continue;
                        }
                        let one = own.get_key_value(option).map(|(name, value)| (name.clone(), value.clone()));
                        let text = match one {
                            Some(one) => sequence_options(&[one].into_iter().collect(), false),
                            None => match option {
                                "increment" => " INCREMENT BY 1".to_owned(),
                                "minvalue" => " NO MINVALUE".to_owned(),
                                "maxvalue" => " NO MAXVALUE".to_owned(),
                                "start" => format!(" START WITH {}", first_number(new)),
                                "cache" => " CACHE 1".to_owned(),
                                _ => " NO CYCLE".to_owned(),
                            },
                        };
                        what.push_str(&format!(" SET{text}"));
                    }
                    let falls = |column: &Column| {
                        column.details.numbering.get("increment").is_some_and(|step| step.starts_with('-'))
                    };
                    if !own.contains_key("start")
                        && !what.contains(" START WITH")
                        && first_number(old) != first_number(new)
                    {
                        what.push_str(&format!(" SET START WITH {}", first_number(new)));
                    }
                    // Bounds that nobody named go with the direction.
                    if falls(old) != falls(new) {
                        for (option, word) in [("minvalue", "MINVALUE"), ("maxvalue", "MAXVALUE")] {
                            if !own.contains_key(option) && !what.contains(&format!("NO {word}")) {
                                what.push_str(&format!(" SET NO {word}"));
                            }
                        }
                    }
                    // The number that comes next has to lie between the bounds.
                    let bound = |option: &str| own.get(option).and_then(|value| value.parse::<i128>().ok());
                    let next: Option<i128> = first_number(old).parse().ok();
                    let out = next.is_some_and(|next| {
                        let (least, most) = (bound("minvalue"), bound("maxvalue"));
                        least.or(Some(1).filter(|_| !falls(new))).is_some_and(|least| next < least)
                            || most.or(Some(-1).filter(|_| falls(new))).is_some_and(|most| next > most)
                    });
                    if out {
                        what.push_str(&format!(" RESTART WITH {}", first_number(new)));
                    }
                }
                self.alter(key, new, what.trim());
            }
            (_, Numbered::Identity { always }) => {
                if !old.not_null {
                    self.alter(key, new, "SET NOT NULL");
                }
                self.alter(key, new, &format!("ADD {}", identity(always, &new.details.numbering)));
                if old.numbered == Numbered::Serial || compare::sequence_of(self.before, key, &old.name.key).is_some() {
                    self.go_on(
                        key,
                        new,
                        &format!(
                            "pg_get_serial_sequence({}, {})",
                            self.new.string(&path),
                            self.new.string(&new.name.text)
                        ),
                        &new.details.numbering,
                    );
                }
            }
            (_, Numbered::Serial) => {
                let Some((sequence, _)) = compare::sequence_of(self.after, key, &new.name.key) else { return };
                let own = self.new.path(sequence);
                let options = match self.after.entry(sequence).map(|entry| &entry.object) {
                    Some(Object::Sequence { options, .. }) => options.clone(),
                    _ => Options::new(),
                };
                let as_type = options.get("as").map_or("bigint", |ty| &**ty).to_owned();
                let rest = sequence_options(&options, false).replace(&format!(" AS {as_type}"), "");
                // The column may have grown since, and its sequence has not.
                let kind = if as_type == "bigint" { rest } else { format!(" AS {as_type}{rest}") };
                let owned = format!("OWNED BY {path}.{name}");
                let about = format!("create sequence `{}`", sequence.name);
                let is_there = self.keeps_sequence(sequence);
                match is_there {
                    true => self.push(ALTER, Act::Alter, key, about, format!("ALTER SEQUENCE {own}{kind} {owned}")),
                    false => self.push(ALTER, Act::Alter, key, about, format!("CREATE SEQUENCE {own}{kind} {owned}")),
                }
                let literal = self.new.string(&own);
                self.alter(key, new, &format!("SET DEFAULT nextval({literal})"));
                self.go_on(key, new, &literal, &options);
            }
            _ => (),
        }
    }

    /// Numbers go on behind the largest that is there.
    fn go_on(&mut self, key: &Key, column: &Column, sequence: &str, numbering: &Options) {
        let name = self.new.name(&column.name.text);
        let path = self.new.path(key);
        let (first, falls) = (first(numbering), numbering.get("increment").is_some_and(|step| step.starts_with('-')));
        let next = if falls { format!("min({name}) - 1") } else { format!("max({name}) + 1") };
        let sql = match &*first {
            "1" => format!("SELECT setval({sequence}, coalesce((SELECT max({name}) FROM {path}), 0) + 1, false)"),
            // What is there may lie below where the numbers begin.
            _ if !falls && numbering.contains_key("minvalue") => {
                let least = &numbering["minvalue"];
                format!(
                    "SELECT setval({sequence}, greatest(coalesce((SELECT {next} FROM {path}), {first}), {least}), false)"
                )
            }
            _ => format!("SELECT setval({sequence}, coalesce((SELECT {next} FROM {path}), {first}), false)"),
        };
        let about = format!("number `{}.{}` from the largest on", key.name, column.name.text);
        self.push(ALTER, Act::Backfill(column.name.key.clone()), key, about, sql);
    }
}

/// The number a column begins with if no row is there.
fn first_number(column: &Column) -> String {
    first(&column.details.numbering).to_string()
}
