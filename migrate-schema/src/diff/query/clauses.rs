//! What is grouped and sorted by, and how many rows: where numbers and names of the list stand for what they mean.

use super::{Reader, Scope};
use crate::sql::Kind;

impl Reader<'_> {
    /// What is grouped by: a name is a column of a table before it is one of the list.
    pub(super) fn grouped(
        &self,
        from: usize,
        to: usize,
        scope: &Scope,
        columns: &[String],
        expressions: &[String],
    ) -> Option<String> {
        let mut out = Vec::new();
        for (start, end) in self.items(from, to) {
            let single = (end == start + 1).then_some(start);
            let place = single.and_then(|at| {
                self.place(at, columns).or_else(|| {
                    let name = self.key(at);
                    let of_list = || columns.iter().position(|column| *column == name);
                    scope
                        .levels
                        .first()
                        .is_none_or(|level| !level.iter().any(|source| source.has(&name)))
                        .then(of_list)?
                })
            });
            out.push(match place {
                Some(place) => expressions.get(place)?.clone(),
                None => self.expr(start, end, scope)?,
            });
        }
        Some(out.join(" , "))
    }

    /// The place in the list that a number stands for.
    fn place(&self, at: usize, columns: &[String]) -> Option<usize> {
        let number: usize =
            if self.kind(at) == Some(Kind::Number) { self.text(at).parse().ok()? } else { return None };
        number.checked_sub(1).filter(|place| *place < columns.len())
    }

    /// What is sorted by: a name is one of the list before it is a column of a table. Without `expressions` it is the order of
    /// several queries together, which knows names of the list alone.
    pub(super) fn sorted(
        &self,
        from: usize,
        to: usize,
        scope: &Scope,
        columns: &[String],
        expressions: Option<&[String]>,
    ) -> Option<String> {
        let mut out = Vec::new();
        for (start, end) in self.items(from, to) {
            let mut last = end;
            let mut nulls = "";
            if last >= start + 2 && self.is(last - 2, "nulls") {
                nulls = if self.is(last - 1, "first") { " nulls first" } else { " nulls last" };
                last -= 2;
            }
            let mut down = "";
            if last > start && self.is_any(last - 1, &["asc", "desc"]) {
                down = if self.is(last - 1, "desc") { " desc" } else { "" };
                last -= 1;
            }
            // What is usual.
            if (down.is_empty() && nulls == " nulls last") || (!down.is_empty() && nulls == " nulls first") {
                nulls = "";
            }
            let single = (last == start + 1).then_some(start);
            let place = single.and_then(|at| {
                let named = || columns.iter().position(|column| self.is_name(at) && *column == self.key(at));
                self.place(at, columns).or_else(named)
            });
            let text = match (place, expressions) {
                (Some(place), Some(expressions)) => expressions.get(place)?.clone(),
                (Some(place), None) => (place + 1).to_string(),
                (None, _) => self.expr(start, last, scope)?,
            };
            out.push(format!("{text}{down}{nulls}"));
        }
        Some(out.join(" , "))
    }

    /// Order, limit and locks, behind all branches.
    pub(super) fn tail(
        &self,
        from: usize,
        to: usize,
        scope: &Scope,
        columns: &[String],
        expressions: Option<&Vec<String>>,
    ) -> Option<String> {
        let (mut order, mut limit, mut offset, mut rest) = (None, None, None, String::new());
        let words = ["order", "limit", "offset", "fetch", "for"];
        let mut at = from;
        while at < to {
            let end = self.find(at + 1, to, |at| self.is_any(at, &words)).unwrap_or(to);
            if self.is(at, "order") {
                order = Some(self.sorted(at + 2, end, scope, columns, expressions.map(Vec::as_slice))?);
            } else if self.is(at, "limit") {
                limit = Some(self.expr(at + 1, end, scope)?).filter(|text| text != "all" && text != "null");
            } else if self.is(at, "offset") {
                let end = end - usize::from(self.is_any(end - 1, &["row", "rows"]));
                offset = Some(self.expr(at + 1, end, scope)?);
            } else if self.is(at, "fetch") && self.is(end - 1, "only") {
                // `FETCH FIRST 5 ROWS ONLY` is kept as a limit.
                let end = end - 2;
                limit = Some(if end > at + 2 { self.expr(at + 2, end, scope)? } else { "1".to_owned() });
            } else if self.is(at, "fetch") && self.is(end - 1, "ties") {
                // `FETCH FIRST 5 ROWS WITH TIES`.
                let end = end - 3;
                limit = Some(if end > at + 2 { self.expr(at + 2, end, scope)? } else { "1".to_owned() });
                rest.push_str(" with ties");
            } else {
                let words: Vec<String> = (at..end).map(|at| self.key(at)).collect();
                rest.push_str(&format!(" {}", words.join(" ")));
            }
            at = end;
        }
        let named = |word: &str, text: Option<String>| text.map(|text| format!(" {word} {text}")).unwrap_or_default();
        Some(format!("{}{}{}{rest}", named("order by", order), named("limit", limit), named("offset", offset)))
    }
}
