//! Sequences of PostgreSQL: what `ALTER SEQUENCE` has to say, with nothing left to what it was before.

use std::collections::BTreeSet;
use std::sync::Arc;

use migrate_core::Dialect;

use super::super::order::words;
use super::super::step::{Act, Made, Rank, Step};
use super::super::{Diff, compare};
use crate::catalog::change::Numbered;
use crate::catalog::details::Options;
use crate::catalog::{Catalog, Key, Object};

impl<'c> Diff<'c> {
    /// The sequence of a serial or identity column has a name of its own.
    pub(super) fn name_sequence(&mut self, key: &'c Key, owner: &Key, column: &str) {
        let kind = |writer: &crate::render::Writer<'c>| {
            let numbered = writer.table(owner)?.column(column)?.numbered;
            Some(std::mem::discriminant(&numbered))
        };
        // Another kind of numbering has a sequence of its own.
        let stays = kind(&self.old) == kind(&self.new);
        if let Some((old, _)) = compare::sequence_of(self.before, owner, column)
            && old != key
            && stays
            && self.after.entry(old).is_none_or(|entry| !matches!(entry.object, Object::Sequence { .. }))
        {
            self.rename_sequence(old, key);
            return;
        }
        let usual = format!("{}_{column}_seq", owner.name);
        // Where another has the usual name, the server has chosen this one.
        let other = Key { name: usual.as_str().into(), ..key.clone() };
        let taken = self.after.entry(&other).is_some_and(|entry| !matches!(entry.object, Object::Gone { .. }));
        // One that is made for an older column is made by its name.
        let by_name = self.before.entry(owner).is_some()
            && self.old.table(owner).is_some_and(|table| table.column(column).is_some())
            && self.new.table(owner).and_then(|table| table.column(column)).map(|column| column.numbered)
                == Some(Numbered::Serial);
        if *key.name != *usual && usual.len() <= 63 && !stays && !by_name && !taken {
            let from = self.new.path_as(key, &usual);
            let sql = format!("ALTER SEQUENCE {from} RENAME TO {}", self.new.name(&key.name));
            // Others may count with it by this name.
            let step = Step::new(Rank::Make(Made::Index), Act::Rename, key, format!("rename sequence `{usual}`"), sql);
            self.add(step.behind(owner));
        }
    }

    /// Whether a sequence was there, and goes with no identity: what takes its name goes on with it.
    pub(super) fn keeps_sequence(&self, sequence: &Key) -> bool {
        let Some(entry) = self.before.entry(sequence) else { return false };
        match &entry.object {
            Object::Sequence { owner: Some(table), column: Some(column), .. } => {
                let column = self.old.table(table).and_then(|table| table.column(column));
                column.is_some_and(|column| !matches!(column.numbered, Numbered::Identity { .. }))
            }
            Object::Sequence { .. } => true,
            _ => false,
        }
    }

    /// A serial's sequence counts as is usual in the type of its column, unless more is said.
    pub(super) fn serial_options(
        &mut self,
        key: &'c Key,
        owner: &Key,
        column: &str,
        options: &crate::catalog::details::Options,
    ) {
        let table = self.new.table(owner);
        let ty = table.and_then(|table| table.column(column)).map(|column| compare::type_of(column, self.dialect));
        let ty = ty.unwrap_or_default();
        let mut usual = crate::catalog::details::Options::new();
        if ty != "bigint" {
            usual.insert("as".into(), ty.into());
        }
        if *options != usual {
            let as_type = options.get("as").map_or("bigint", |ty| &**ty);
            let rest = crate::render::sequence_options(options, false).replace(&format!(" AS {as_type}"), "");
            let sql = format!("ALTER SEQUENCE {} AS {as_type}{rest}", self.new.path(key));
            self.push(Rank::Make(Made::Index), Act::Alter, owner, format!("alter sequence `{}`", key.name), sql);
        }
    }

    pub(super) fn rename_sequence(&mut self, old: &Key, key: &'c Key) {
        let sql = format!("ALTER SEQUENCE {} RENAME TO {}", self.old.path(old), self.new.name(&key.name));
        self.push(Rank::Rename, Act::Rename, key, format!("rename sequence `{}` to `{}`", old.name, key.name), sql);
        let (Some(was), Some(is)) = (self.before.entry(old), self.after.entry(key)) else { return };
        if was.comment.is_some() && is.comment.is_none() {
            let what = format!("SEQUENCE {}", self.new.path(key));
            let sql = self.new.comment(&what, None);
            self.push(Rank::Comment, Act::Comment, key, format!("comment on {}", what.to_lowercase()), sql);
        }
        let implicit = |writer: crate::render::Writer<'c>, owner: &Option<Key>, column: &Option<Arc<str>>| {
            let column = writer.table(owner.as_ref()?)?.column(column.as_deref()?)?;
            Some(matches!(column.numbered, Numbered::Identity { .. }))
        };
        if let (
            Object::Sequence { options: before, owner, column },
            Object::Sequence { options: after, owner: now, column: to },
        ) = (&was.object, &is.object)
            && before != after
            && implicit(self.old, owner, column) != Some(true)
            && implicit(self.new, now, to) != Some(true)
        {
            let sql = format!("ALTER SEQUENCE {}{}", self.new.path(key), changes(before, after));
            self.push(Rank::Make(Made::Foreign), Act::Alter, key, format!("alter sequence `{}`", key.name), sql);
        }
    }
}

/// The table that has the sequence which a default of another table counts with.
pub(in crate::diff) fn owner_of(catalog: &Catalog, key: &Key, default: &str) -> Option<Arc<str>> {
    if !default.contains("nextval") {
        return None;
    }
    let mut own = BTreeSet::new();
    words(default, Dialect::Postgres, &mut own);
    own.into_iter().find_map(|name| {
        let sequence = Key { name: name.into(), ..key.clone() };
        match &catalog.entry(&sequence)?.object {
            Object::Sequence { owner: Some(owner), .. } if owner != key => Some(owner.name.clone()),
            _ => None,
        }
    })
}

/// All that counts of a sequence.
struct Whole {
    ty: String,
    increment: i128,
    least: i128,
    most: i128,
    start: i128,
    cache: i128,
    cycle: bool,
}

impl Whole {
    fn of(options: &Options) -> Whole {
        let number = |name: &str| options.get(name).and_then(|text| text.parse::<i128>().ok());
        let ty = options.get("as").map_or("bigint", |ty| &**ty);
        let (lowest, highest) = match ty {
            "smallint" => (i128::from(i16::MIN), i128::from(i16::MAX)),
            "integer" => (i128::from(i32::MIN), i128::from(i32::MAX)),
            _ => (i128::from(i64::MIN), i128::from(i64::MAX)),
        };
        let increment = number("increment").unwrap_or(1);
        let falls = increment < 0;
        let least = number("minvalue").unwrap_or(if falls { lowest } else { 1 });
        let most = number("maxvalue").unwrap_or(if falls { -1 } else { highest });
        Whole {
            ty: ty.to_owned(),
            increment,
            least,
            most,
            start: number("start").unwrap_or(if falls { most } else { least }),
            cache: number("cache").unwrap_or(1),
            cycle: options.contains_key("cycle"),
        }
    }
}

/// The clauses behind the name, each with a space before it.
pub(super) fn changes(before: &Options, after: &Options) -> String {
    let (old, new) = (Whole::of(before), Whole::of(after));
    let mut out = String::new();
    if old.ty != new.ty {
        out.push_str(&format!(" AS {}", new.ty));
    }
    for (words, old, new) in [
        ("INCREMENT BY", old.increment, new.increment),
        ("MINVALUE", old.least, new.least),
        ("MAXVALUE", old.most, new.most),
        ("START WITH", old.start, new.start),
        ("CACHE", old.cache, new.cache),
    ] {
        if old != new {
            out.push_str(&format!(" {words} {new}"));
        }
    }
    if old.cycle != new.cycle {
        out.push_str(if new.cycle { " CYCLE" } else { " NO CYCLE" });
    }
    // Where it stands must lie between its bounds; nobody knows where it stands, but where it began.
    if !(new.least..=new.most).contains(&old.start) {
        out.push_str(" RESTART");
    }
    out
}
