//! What functions are called for that they are not, and what does not always give the same.

use super::super::value::CallOf;
use super::ty::Ty;
use super::{Typing, server};
use crate::diagnostic::{Diagnostic, semantic as codes};

/// Functions of other servers, and what to write instead.
const ELSEWHERE: &[(&str, &str)] = &[
    ("charindex", "position(a IN b)"),
    ("curdate", "current_date"),
    ("date_format", "to_char(a, '…')"),
    ("date_sub", "a - interval '…'"),
    ("dateadd", "a + interval '…'"),
    ("datediff", "a - b"),
    ("getdate", "now()"),
    ("group_concat", "string_agg(a, ',')"),
    ("ifnull", "coalesce(a, b)"),
    ("iif", "CASE WHEN … THEN … ELSE … END"),
    ("instr", "strpos(a, b)"),
    ("isnull", "coalesce(a, b)"),
    ("json_extract", "j #> '{…}'"),
    ("json_unquote", "j ->> '…'"),
    ("len", "length(a)"),
    ("newid", "gen_random_uuid()"),
    ("nvl", "coalesce(a, b)"),
    ("str_to_date", "to_date(a, '…')"),
    ("strftime", "to_char(a, '…')"),
    ("substring_index", "split_part(a, b, n)"),
    ("unix_timestamp", "extract(epoch FROM a)"),
];

impl Typing<'_> {
    pub(super) fn mutates(&mut self, at: crate::source::Place, what: String) {
        self.mutable.get_or_insert((at, what));
    }

    /// What a cast gives may depend on settings.
    pub(super) fn cast_gives(&mut self, from: &Ty, to: &Ty, at: crate::source::Place) {
        let (Ty::Base(from), Ty::Base(to)) = (from, to) else { return };
        let text = |name: &str| matches!(name, "text" | "character varying" | "character");
        let mutable = match server::cast(from, to) {
            Some(_) => server::is_mutable(&format!("c {from};{to}")),
            None if text(from) => server::is_mutable(&format!("i {to}")),
            None => text(to) && server::is_mutable(&format!("t {from}")),
        };
        if mutable {
            self.mutates(at, format!("what turns `{from}` into `{to}`"));
        }
    }

    /// Windows, `DISTINCT` and `FILTER` are for functions of some kinds only.
    pub(super) fn called_otherwise(&mut self, call: &CallOf, forms: &[server::Function<'_>]) -> bool {
        let all = |kind: &str| forms.iter().all(|form| form.kind == kind);
        let name = &call.path.name.text;
        let (message, help) = match () {
            () if all("w") && !call.over => (format!("`{name}` is a window function"), "write `OVER (…)` behind it"),
            () if call.over && all("f") => {
                (format!("`{name}` is neither an aggregate nor a window function"), "leave out `OVER`")
            }
            () if call.filter && all("f") => (format!("`{name}` is no aggregate"), "leave out `FILTER`"),
            () if call.distinct && all("f") => (format!("`{name}` is no aggregate"), "leave out `DISTINCT`"),
            () if call.distinct && call.over => ("a window function does not take `DISTINCT`".to_owned(), ""),
            () => return false,
        };
        let problem = Diagnostic::error(&codes::MISFIT, message).at(call.path.name.place, "");
        self.problem(if help.is_empty() { problem } else { problem.help(help) });
        true
    }

    /// A function that others have, and this server by another name.
    pub(super) fn of_another_server(&mut self, call: &CallOf) -> Ty {
        let name = &call.path.name;
        let found = ELSEWHERE.iter().find(|(own, _)| *own == &*name.key);
        if let (Some((_, instead)), false) = (found, name.double_quoted || self.own_operators) {
            let message = format!("unknown function `{}`", name.text);
            let problem = Diagnostic::error(&codes::UNKNOWN_OBJECT, message);
            self.problem(problem.at(name.place, "it is one of other servers").help(format!("write `{instead}`")));
        }
        Ty::Any
    }

    /// No version of the server has this form.
    pub(super) fn is_never(&self, name: &str, types: &[Ty]) -> bool {
        match (name, types) {
            ("substr" | "substring", [Ty::Base(ty), ..]) => {
                server::category(ty).is_some_and(|(category, _)| matches!(category, 'N' | 'D' | 'B' | 'T'))
                    || matches!(&**ty, "uuid" | "json" | "jsonb")
            }
            ("max" | "min", [Ty::Base(ty)]) => matches!(&**ty, "boolean" | "json" | "jsonb" | "xml" | "point"),
            ("unnest", [Ty::Base(ty)]) => {
                matches!(&**ty, "text" | "character varying" | "integer" | "bigint" | "boolean" | "jsonb" | "json")
            }
            (name, [Ty::Base(ty), ..]) if name.starts_with("jsonb_") => {
                matches!(&**ty, "text" | "character varying")
                    && server::functions(name).iter().all(|form| form.arguments().next() == Some("jsonb"))
            }
            _ => false,
        }
    }
}
