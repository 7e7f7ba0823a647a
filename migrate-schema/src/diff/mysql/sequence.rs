//! Sequences of MariaDB that change and keep counting where they are.

use super::super::Diff;
use super::super::step::{Act, Made, Rank};
use crate::catalog::details::Options;
use crate::catalog::{Entry, Key, Object};
use crate::render::sequence_clauses;

/// From where to where a sequence counts, and how fast.
struct Range {
    by: i128,
    least: i128,
    most: i128,
}

impl Range {
    fn of(options: &Options) -> Option<Range> {
        let number = |name: &str| options.get(name).map(|text| text.parse::<i128>()).transpose().ok();
        let by = number("increment")?.unwrap_or(1);
        let (least, most) = if by < 0 { (i128::from(i64::MIN) + 1, -1) } else { (1, i128::from(i64::MAX) - 1) };
        Some(Range { by, least: number("minvalue")?.unwrap_or(least), most: number("maxvalue")?.unwrap_or(most) })
    }
}

impl<'c> Diff<'c> {
    /// Changes a sequence; false where it has to be made anew, because the number where it is may not fit any more.
    pub(in crate::diff) fn alter_sequence_mysql(&mut self, key: &Key, old: &Entry, new: &Entry) -> bool {
        let (Object::Sequence { options: before, .. }, Object::Sequence { options: after, .. }) =
            (&old.object, &new.object)
        else {
            return false;
        };
        let (Some(from), Some(to)) = (Range::of(before), Range::of(after)) else { return false };
        if from.by.signum() != to.by.signum() || to.least > from.least || to.most < from.most {
            return false;
        }
        let path = self.new.path(key);
        let about = format!("alter {}", self.called(new));
        let apart = |name: &str| matches!(name, "comment" | "engine");
        let counts = |options: &Options| -> Options {
            options.iter().filter(|(name, _)| !apart(name)).map(|(name, value)| (name.clone(), value.clone())).collect()
        };
        if counts(before) != counts(after) {
            let sql = format!("ALTER SEQUENCE {path}{}", sequence_clauses(after));
            self.push(Rank::Make(Made::Sequence), Act::Alter, key, about.clone(), sql);
        }
        if before.get("engine") != after.get("engine") {
            let engine = after.get("engine").map_or("InnoDB", |engine| &**engine);
            let sql = format!("ALTER TABLE {path} ENGINE={engine}");
            self.push(Rank::Make(Made::Sequence), Act::Alter, key, about.clone(), sql);
        }
        if before.get("comment") != after.get("comment") {
            let says = self.new.string(after.get("comment").map_or("", |says| &**says));
            self.push(Rank::Make(Made::Sequence), Act::Alter, key, about, format!("ALTER TABLE {path} COMMENT={says}"));
        }
        true
    }
}
