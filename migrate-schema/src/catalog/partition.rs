//! Partitions of MySQL and MariaDB that come, go and are divided one by one. How a table is divided is kept as a text.

use std::sync::Arc;

use migrate_core::Dialect;

use super::name::Ident;
use crate::sql::{Kind, Lexer, Token, text};

/// What `ALTER TABLE` does to partitions.
#[derive(Debug, Clone)]
pub enum PartitionChange {
    /// `ADD PARTITION (…)`: what stands in the brackets, one by one.
    Add(Vec<Arc<str>>),
    /// `ADD PARTITION IF NOT EXISTS (…)`, which does nothing where there is one of the names (MariaDB).
    AddMissing(Vec<Arc<str>>),
    /// `ADD PARTITION PARTITIONS 2`.
    More(usize),
    /// `COALESCE PARTITION 2`.
    Less(usize),
    /// `DROP PARTITION a, b`.
    Drop(Vec<Ident>),
    /// `DROP PARTITION IF EXISTS a, b` (MariaDB).
    DropPresent(Vec<Ident>),
    /// `TRUNCATE PARTITION a, b`: their rows go.
    Empty(Vec<Ident>),
    /// `REORGANIZE PARTITION a, b INTO (…)`.
    Divide(Vec<Ident>, Vec<Arc<str>>),
}

/// How a table is divided.
struct Divided {
    /// All before the list of partitions and before how many there are.
    head: String,
    /// How many there are, where they are not listed.
    count: Option<usize>,
    /// The partitions, as they are written.
    list: Vec<Arc<str>>,
    dialect: Dialect,
}

/// A list in brackets at the end, item by item.
fn listed(written: &str, tokens: &[Token], dialect: Dialect) -> Vec<Arc<str>> {
    let (mut depth, mut start, mut found) = (0u32, 0, Vec::new());
    for (at, token) in tokens.iter().enumerate() {
        match token.kind {
            Kind::Open => depth += 1,
            Kind::Close => depth = depth.saturating_sub(1),
            Kind::Comma if depth == 0 => {
                found.push(text::spaced(written, &tokens[start..at], dialect).into());
                start = at + 1;
            }
            _ => (),
        }
    }
    found.push(text::spaced(written, &tokens[start..], dialect).into());
    found
}

impl Divided {
    /// None where the text is not understood.
    fn read(written: &str, dialect: Dialect) -> Option<Divided> {
        let tokens: Vec<Token> = Lexer::new(written, 0..written.len(), dialect).collect();
        let is = |at: usize, word: &str| tokens.get(at).is_some_and(|token| token.is(written, word));
        let mut depth = 0u32;
        let (mut head, mut count, mut list) = (tokens.len(), None, Vec::new());
        for (at, token) in tokens.iter().enumerate() {
            match token.kind {
                Kind::Open if depth == 0 && is(at + 1, "partition") => {
                    let end = tokens.len().checked_sub(1).filter(|end| *end > at)?;
                    list = listed(written, &tokens[at + 1..end], dialect);
                    head = head.min(at);
                    break;
                }
                Kind::Open => depth += 1,
                Kind::Close => depth = depth.saturating_sub(1),
                Kind::Word if depth == 0 && is(at, "partitions") => {
                    count = Some(tokens.get(at + 1)?.text(written).parse().ok()?);
                    head = head.min(at);
                }
                _ => (),
            }
        }
        let head = text::spaced(written, &tokens[..head], dialect);
        if list.is_empty() && count.is_none() {
            count = Some(1);
        }
        Some(Divided { head, count: count.filter(|_| list.is_empty()), list, dialect })
    }

    fn text(&self) -> String {
        match self.count {
            Some(1) => self.head.clone(),
            Some(count) => format!("{} partitions {count}", self.head),
            None => format!("{}({})", self.head, self.list.join(", ")),
        }
    }

    /// Where a partition stands.
    fn place(&self, name: &Ident) -> Option<usize> {
        let named = |item: &Arc<str>| {
            let own = written_name(item).trim_matches('`').replace("``", "`");
            own.eq_ignore_ascii_case(&name.text)
        };
        self.list.iter().position(named)
    }

    fn change(&mut self, change: &PartitionChange) -> Option<()> {
        match change {
            PartitionChange::Add(new) => match self.count {
                Some(_) => return None,
                None => self.list.extend(new.iter().cloned()),
            },
            PartitionChange::AddMissing(new) => {
                if self.count.is_some() {
                    return None;
                }
                let there = |item: &Arc<str>| {
                    self.place(&Ident::written(written_name(item), self.dialect, crate::source::Place::nowhere()))
                        .is_some()
                };
                if !new.iter().any(there) {
                    self.list.extend(new.iter().cloned());
                }
            }
            PartitionChange::DropPresent(names) => {
                for name in names {
                    if let Some(place) = self.place(name) {
                        self.list.remove(place);
                    }
                }
            }
            PartitionChange::More(more) => match &mut self.count {
                Some(count) => *count += more,
                None => {
                    let first = self.list.len();
                    self.list.extend((first..first + more).map(|at| format!("partition p{at}").into()));
                }
            },
            PartitionChange::Less(less) => match &mut self.count {
                Some(count) => *count = count.checked_sub(*less)?,
                None => self.list.truncate(self.list.len().checked_sub(*less)?),
            },
            PartitionChange::Empty(_) => (),
            PartitionChange::Drop(names) => {
                for name in names {
                    self.list.remove(self.place(name)?);
                }
            }
            PartitionChange::Divide(names, new) => {
                let first = names.iter().map(|name| self.place(name)).collect::<Option<Vec<_>>>()?.into_iter().min()?;
                for name in names {
                    self.list.remove(self.place(name)?);
                }
                self.list.splice(first..first, new.iter().cloned());
            }
        }
        Some(())
    }
}

/// The names of the partitions, and whether they are all; none where the text is not understood.
pub(super) fn names(written: &str, dialect: Dialect) -> Option<Vec<Ident>> {
    let divided = Divided::read(written, dialect)?;
    if let Some(count) = divided.count {
        let made = |at: usize| Ident::made(&format!("p{at}"), dialect, crate::source::Place::nowhere());
        return Some((0..count).map(made).collect());
    }
    let place = crate::source::Place::nowhere();
    Some(divided.list.iter().map(|item| Ident::written(written_name(item), dialect, place)).collect())
}

/// The name of a partition as it is written in its definition: ``partition `p 1` values …``. MariaDB wants the first word
/// before the first of them only.
pub(super) fn written_name(item: &str) -> &str {
    let first = item.get(..10).filter(|first| first.eq_ignore_ascii_case("partition "));
    let rest = first.map_or(item, |first| &item[first.len()..]);
    let end = match rest.strip_prefix('`') {
        Some(inside) => inside
            .match_indices('`')
            .map(|(at, _)| at)
            .find(|at| {
                // A quote in the name is doubled.
                let doubled = inside[*at..].starts_with("``");
                let second = inside[..*at].bytes().rev().take_while(|b| *b == b'`').count() % 2 == 1;
                !doubled && !second
            })
            .map(|at| at + 2),
        None => rest.find(' '),
    };
    &rest[..end.unwrap_or(rest.len())]
}

/// The day number of `TO_DAYS` for a date as it is written: years of the common calendar.
pub(crate) fn to_days(date: &str) -> Option<i64> {
    let mut parts = date.split('-').map(str::parse::<i64>);
    let (year, month, day) = (parts.next()?.ok()?, parts.next()?.ok()?, parts.next()?.ok()?);
    if parts.next().is_some() || !(1..=12).contains(&month) || !(1..=31).contains(&day) || year < 1 {
        return None;
    }
    // March is the first month, so that the day that comes and goes is the last of a year.
    let year = if month <= 2 { year - 1 } else { year };
    let month = (month + 9) % 12;
    let days = 365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + day - 1;
    // From the first of March in the year 0.
    Some(days + 60)
}

/// The partitions as they are written, where they are listed; none where the text is not understood.
pub(super) fn defined(written: &str, dialect: Dialect) -> Option<Vec<Arc<str>>> {
    Divided::read(written, dialect).map(|divided| divided.list)
}

/// How many partitions are said to be there.
pub(super) fn stated(written: &str, dialect: Dialect) -> Option<usize> {
    let tokens: Vec<Token> = Lexer::new(written, 0..written.len(), dialect).collect();
    let at = tokens.iter().position(|token| token.kind == Kind::Word && token.is(written, "partitions"))?;
    tokens.get(at + 1)?.text(written).parse().ok()
}

/// How the table is divided after that; empty where nobody can tell.
pub(super) fn after(written: &str, change: &PartitionChange, dialect: Dialect) -> Arc<str> {
    let divided = Divided::read(written, dialect).and_then(|mut divided| {
        divided.change(change)?;
        Some(divided.text())
    });
    divided.unwrap_or_default().into()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(written: &str, change: &PartitionChange) -> String {
        after(written, change, Dialect::MariaDb).to_string()
    }

    #[test]
    fn partitions_come_go_and_are_divided() {
        let range = "range(id)(partition a values less than(10), partition `b` values less than(20))";
        let name = |name: &str| Ident::made(name, Dialect::MariaDb, crate::source::Place::nowhere());
        let c: Arc<str> = "partition c values less than(30)".into();
        assert_eq!(
            of(range, &PartitionChange::Add(vec![c.clone()])),
            "range(id)(partition a values less than(10), partition `b` values less than(20), partition c values less than(30))"
        );
        assert_eq!(of(range, &PartitionChange::Drop(vec![name("b")])), "range(id)(partition a values less than(10))");
        assert_eq!(
            of(range, &PartitionChange::Divide(vec![name("a"), name("B")], vec![c])),
            "range(id)(partition c values less than(30))"
        );
        assert_eq!(of(range, &PartitionChange::Drop(vec![name("nobody")])), "");
    }

    #[test]
    fn partitions_that_are_only_counted_are_counted() {
        assert_eq!(of("hash(id) partitions 4", &PartitionChange::More(2)), "hash(id) partitions 6");
        assert_eq!(of("hash(id) partitions 4", &PartitionChange::Less(3)), "hash(id)");
        assert_eq!(of("hash(id)", &PartitionChange::More(1)), "hash(id) partitions 2");
        assert_eq!(of("hash(id) partitions 4", &PartitionChange::Less(9)), "");
    }
}
