//! The type of an expression, and what the server finds wrong with it.

use super::super::change::Kind;
use super::super::mention::Mention;
use super::super::name::Path;
use super::super::value::{Value, ValueKind};
use super::super::{Catalog, Found, Object, Space};
use super::ty::Ty;
use super::{Typing, server};
use crate::diagnostic::{Diagnostic, semantic as codes};

impl Typing<'_> {
    pub(super) fn misfit(&mut self, value: &Value, message: String, label: &str) -> Ty {
        self.problem(Diagnostic::error(&codes::MISFIT, message).at(value.at, label));
        Ty::Any
    }

    /// The types of all, of which nobody asks more.
    pub(super) fn all(&mut self, values: &[Value]) -> Vec<Ty> {
        values.iter().map(|value| self.infer(value)).collect()
    }

    pub(super) fn infer(&mut self, value: &Value) -> Ty {
        if self.found() {
            return Ty::Any;
        }
        match &value.kind {
            ValueKind::Unknown | ValueKind::Default => Ty::Any,
            ValueKind::Text(text) => Ty::Text(text.clone()),
            ValueKind::Number(text) => number(text),
            ValueKind::Boolean => Ty::base("boolean"),
            ValueKind::Null => Ty::Null,
            ValueKind::Column(mention) => self.column(mention),
            ValueKind::Cast(inner, ty)
                if matches!((&inner.kind, self.catalog.ty_of(ty)), (ValueKind::Array(_), Ty::Array(_))) =>
            {
                let ValueKind::Array(parts) = &inner.kind else { return Ty::Any };
                self.cast_of_elements(parts, self.catalog.ty_of(ty))
            }
            ValueKind::Cast(inner, ty) => {
                let from = self.infer(inner);
                let to = self.catalog.ty_of(ty);
                if let (Ty::Text(text), true) = (&from, to == Ty::base("regclass")) {
                    self.check_relation(inner, text);
                    return to;
                }
                if let Ty::Text(text) = &from
                    && !self.catalog.is_value(text, &to)
                {
                    return self.no_value(inner, text, &to);
                }
                if self.own_casts || self.catalog.is_castable(&from, &to) {
                    self.cast_gives(&from, &to, value.at);
                    return to;
                }
                let message = format!("nothing turns `{}` into `{}`", from.shown(), to.shown());
                self.misfit(inner, message, &format!("this is `{}`", from.shown()))
            }
            ValueKind::Binary(op, left, right)
                if matches!(
                    (&left.kind, &right.kind),
                    (ValueKind::Row(_), ValueKind::Row(_) | ValueKind::Query(_))
                ) =>
            {
                self.rows_compared(value, op, left, right)
            }
            ValueKind::Binary(op, left, right) => {
                let (one, other) = (self.infer(left), self.infer(right));
                self.operator(value, op, (left, one), (right, other))
            }
            ValueKind::Unary(op, inner) => {
                let ty = self.infer(inner);
                let known = server::operators(op);
                let forms: Vec<_> =
                    known.iter().filter(|form| form.left.is_empty() && self.catalog.fits(&ty, form.right)).collect();
                if forms.is_empty() && !self.may_be_another(op) && !ty.is_open() && ty != Ty::Row {
                    let message = format!("there is no operator `{op}` before `{}`", ty.shown());
                    return self.misfit(value, message, "");
                }
                if ty.is_open() { Ty::Any } else { ty }
            }
            ValueKind::Logic(word, parts) => {
                for part in parts {
                    self.boolean(part, word);
                }
                Ty::base("boolean")
            }
            ValueKind::IsTrue(inner) => {
                self.boolean(inner, "IS");
                Ty::base("boolean")
            }
            ValueKind::Asks(parts) => {
                self.all(parts);
                Ty::base("boolean")
            }
            ValueKind::Call(call) => self.call(value, call),
            ValueKind::Case(operand, conditions, results) => {
                match operand {
                    Some(operand) => {
                        let first = self.infer(operand);
                        for condition in conditions {
                            let ty = self.infer(condition);
                            self.operator(condition, "=", (operand, first.clone()), (condition, ty));
                        }
                    }
                    None => conditions.iter().for_each(|condition| self.boolean(condition, "WHEN")),
                }
                self.same("CASE", results)
            }
            ValueKind::Same("NULLIF", parts) => match &parts[..] {
                [left, right] => {
                    let (one, other) = (self.infer(left), self.infer(right));
                    self.operator(value, "=", (left, one.clone()), (right, other));
                    if one.is_open() { Ty::Any } else { one }
                }
                _ => Ty::Any,
            },
            ValueKind::Same(word, parts) => self.same(word, parts),
            ValueKind::In(first, rest) => {
                let left = self.infer(first);
                for other in rest {
                    let ty = self.infer(other);
                    self.operator(other, "=", (first, left.clone()), (other, ty));
                }
                Ty::base("boolean")
            }
            ValueKind::Any(op, left, right) => {
                let (one, many) = (self.infer(left), self.infer(right));
                match many {
                    Ty::Text(text) => {
                        if let Ty::Base(element) = one {
                            self.check_text(right, &text, &Ty::Array(element));
                        }
                    }
                    Ty::Array(element) => {
                        self.operator(value, op, (left, one), (right, Ty::Base(element)));
                    }
                    Ty::Base(_) | Ty::Enum(..) if many != Ty::base("oidvector") && many != Ty::base("int2vector") => {
                        let message = format!("behind `ANY` an array is wanted, and this is `{}`", many.shown());
                        self.misfit(right, message, "");
                    }
                    _ => (),
                }
                Ty::base("boolean")
            }
            ValueKind::InQuery(left, number) => {
                let types = self.all(left);
                if let Some(columns) = self.results.get(*number).cloned().flatten() {
                    if columns.len() == left.len() {
                        for ((value, ty), (_, other)) in left.iter().zip(types).zip(columns) {
                            self.operator(value, "=", (value, ty), (value, other));
                        }
                    } else {
                        let message = format!("{} compared with a query that returns {}", left.len(), columns.len());
                        self.problem(super::super::fits::other_count(value.at, message));
                    }
                }
                Ty::base("boolean")
            }
            ValueKind::Query(number) => match self.results.get(*number).cloned().flatten() {
                Some(columns) => match &columns[..] {
                    [(_, ty)] if ty.is_open() => Ty::Any,
                    [(_, ty)] => ty.clone(),
                    columns => {
                        let message = format!("a query that stands for a value returns {} columns", columns.len());
                        self.problem(super::super::fits::other_count(value.at, message));
                        Ty::Any
                    }
                },
                None => Ty::Any,
            },
            ValueKind::Array(parts) => match self.same("ARRAY", parts) {
                Ty::Base(name) => Ty::Array(name),
                _ => Ty::Any,
            },
            ValueKind::Row(parts) => {
                self.all(parts);
                Ty::Row
            }
            ValueKind::Element(root, indexes) => self.element(root, indexes),
            ValueKind::Typed(name, parts) => {
                let types = self.all(parts);
                let of_zone = types.iter().any(|ty| *ty == Ty::base("timestamp with time zone"));
                if parts.is_empty() && *name != "interval" {
                    // `CURRENT_DATE` and the like.
                    self.mutates(value.at, "this".to_owned());
                } else if *name == "numeric"
                    && let [Ty::Base(of)] = &types[..]
                    && matches!(server::category(of), Some(('S' | 'N' | 'B', _)))
                {
                    let message = format!("`extract` takes a part of a date or time, and this is `{of}`");
                    return self.misfit(&parts[0], message, "");
                } else if *name == "numeric" && of_zone {
                    self.mutates(value.at, "`extract(… FROM timestamp with time zone)`".to_owned());
                }
                Ty::base(name)
            }
            ValueKind::Collated(inner) => {
                let ty = self.infer(inner);
                if let Ty::Base(name) = &ty
                    && server::category(name).is_some_and(|(category, _)| category != 'S')
                {
                    let message = format!("`{name}` has no collation");
                    return self.misfit(inner, message, "");
                }
                if ty.is_open() { Ty::base("text") } else { ty }
            }
        }
    }

    /// Rows are compared value by value.
    fn rows_compared(&mut self, whole: &Value, op: &str, left: &Value, right: &Value) -> Ty {
        let ValueKind::Row(first) = &left.kind else { return Ty::Any };
        let types = self.all(first);
        let others: Vec<(Option<&Value>, Ty)> = match &right.kind {
            ValueKind::Row(second) => second.iter().map(Some).zip(self.all(second)).collect(),
            ValueKind::Query(number) => match self.results.get(*number).cloned().flatten() {
                Some(columns) => columns.into_iter().map(|(_, ty)| (None, ty)).collect(),
                None => return Ty::base("boolean"),
            },
            _ => return Ty::Any,
        };
        if self.found() {
            return Ty::Any;
        }
        if others.len() != first.len() {
            let message = format!("a row of {} compared with one of {}", first.len(), others.len());
            self.problem(super::super::fits::other_count(whole.at, message));
            return Ty::Any;
        }
        if matches!(op, "=" | "<>" | "<" | "<=" | ">" | ">=") {
            for ((value, ty), (other, second)) in first.iter().zip(types).zip(others) {
                self.operator(value, op, (value, ty), (other.unwrap_or(value), second));
            }
        }
        Ty::base("boolean")
    }

    /// Whether values of a type may lie in one of the server's ranges.
    fn is_in_range(&self, range: &str, ty: &Ty) -> bool {
        let element = match range.replace("multi", "").as_str() {
            "int4range" | "int8range" | "numrange" => "numeric",
            "tsrange" | "tstzrange" | "daterange" => "timestamp with time zone",
            _ => return true,
        };
        self.catalog.common(&[Ty::base(element), ty.clone()]).is_ok()
    }

    /// The name of a relation in quotes.
    fn check_relation(&mut self, value: &Value, text: &str) {
        let number = text.trim().starts_with(|c: char| c.is_ascii_digit() || c == '-');
        let Some(path) = Path::of_text(text, migrate_core::Dialect::Postgres, value.at).filter(|_| !number) else {
            return;
        };
        if let Found::Missing(gone) = self.catalog.find(Space::Relation, &path) {
            self.problem(self.catalog.unknown(Kind::Table, &path, gone.as_deref()));
        }
    }

    pub(super) fn no_value(&mut self, value: &Value, text: &str, ty: &Ty) -> Ty {
        let message = format!("'{text}' is no value of `{}`", ty.shown());
        let mut problem = Diagnostic::error(&codes::MISFIT, message).at(value.at, "");
        if matches!(ty, Ty::Base(_)) && super::literal::is_span(&text.to_ascii_lowercase()) {
            problem = problem.help(format!("a span of time is written `interval '{text}'`"));
        }
        if matches!(ty, Ty::Array(_)) {
            problem = problem.help(match text.trim_start_matches('[').trim_end_matches(']').trim() {
                "" => "an empty array is written `'{}'`".to_owned(),
                _ => "an array is written `'{a,b}'` or `ARRAY['a', 'b']`".to_owned(),
            });
        }
        if let Ty::Enum(_, key) = ty
            && let Some(Object::Type { values: Some(values), .. }) = self.catalog.object(key)
        {
            let known = || values.iter().map(|value| &**value);
            problem = match crate::diagnostic::nearest(text, known()) {
                Some(near) => problem.help(format!("did you mean '{near}'?")),
                None => problem.note(format!("its values are {}", super::super::problem::few(values))),
            };
        }
        self.problem(problem);
        Ty::Any
    }

    /// Something that must be true or false.
    pub(super) fn boolean(&mut self, value: &Value, word: &str) {
        let ty = self.infer(value);
        let right = match &ty {
            Ty::Any | Ty::Null => true,
            Ty::Text(text) => self.catalog.is_value(text, &Ty::base("boolean")),
            Ty::Base(name) => &**name == "boolean",
            Ty::Array(_) | Ty::Enum(..) | Ty::Row => false,
        };
        if !right && !self.found() {
            let at = match word {
                "AND" | "OR" | "NOT" => format!("`{word}` wants true or false"),
                word => format!("`{word}` wants a condition"),
            };
            let message = format!("{at}, and this is `{}`", ty.shown());
            self.misfit(value, message, "");
        }
    }

    /// Values of one type.
    /// `ARRAY[…]::float8[]`: each element is cast, and they need not fit each other before.
    fn cast_of_elements(&mut self, parts: &[Value], to: Ty) -> Ty {
        let Ty::Array(element) = &to else { return Ty::Any };
        let element = Ty::Base(element.clone());
        for part in parts {
            match self.infer(part) {
                Ty::Text(text) => self.check_text(part, &text, &element),
                from if self.own_casts || self.found() || self.catalog.is_castable(&from, &element) => (),
                Ty::Array(_) => (),
                from => {
                    let message = format!("nothing turns `{}` into `{}`", from.shown(), element.shown());
                    return self.misfit(part, message, &format!("this is `{}`", from.shown()));
                }
            }
        }
        to
    }

    fn same(&mut self, word: &str, parts: &[Value]) -> Ty {
        let types = self.all(parts);
        self.together(word, &parts.iter().collect::<Vec<_>>(), &types)
    }

    pub(super) fn together(&mut self, word: &str, parts: &[&Value], types: &[Ty]) -> Ty {
        let common = match self.catalog.common(types) {
            Ok(common) => common,
            Err((first, second)) => {
                let at = types.iter().position(|ty| *ty == second).and_then(|at| parts.get(at));
                if let Some(value) = at.filter(|_| !self.found()) {
                    let message = format!("`{word}` of `{}` and `{}`", first.shown(), second.shown());
                    let label = format!("this is `{}`, and what stands before is `{}`", second.shown(), first.shown());
                    self.misfit(value, message, &label);
                }
                return Ty::Any;
            }
        };
        for (value, ty) in parts.iter().zip(types) {
            if let Ty::Text(text) = ty
                && !self.catalog.is_value(text, &common)
                && !self.found()
            {
                return self.no_value(value, text, &common);
            }
        }
        match common {
            Ty::Any if types.iter().all(|ty| matches!(ty, Ty::Text(_))) && !types.is_empty() => Ty::base("text"),
            other => other,
        }
    }

    fn element(&mut self, root: &Value, indexes: &[Value]) -> Ty {
        let ty = self.infer(root);
        let types = self.all(indexes);
        match &ty {
            Ty::Array(element) => {
                for (value, index) in indexes.iter().zip(types) {
                    if !self.catalog.is_assignable(&index, &Ty::base("integer")) && !self.found() {
                        let message = format!("an array is read by number, and this is `{}`", index.shown());
                        return self.misfit(value, message, "");
                    }
                }
                if indexes.len() == 1 { Ty::Base(element.clone()) } else { Ty::Any }
            }
            Ty::Base(name) if &**name == "jsonb" => Ty::base("jsonb"),
            Ty::Base(name) if matches!(server::category(name), Some(('A' | 'G', _))) || &**name == "name" => Ty::Any,
            Ty::Base(_) | Ty::Enum(..) => {
                let message = format!("`{}` has no elements", ty.shown());
                self.misfit(root, message, "`[…]` reads an element of an array")
            }
            _ => Ty::Any,
        }
    }

    fn operator(&mut self, whole: &Value, op: &str, left: (&Value, Ty), right: (&Value, Ty)) -> Ty {
        let ((one, from), (other, to)) = (left, right);
        if self.found() || from == Ty::Row || to == Ty::Row {
            return Ty::Any;
        }
        let forms = server::operators(op);
        if forms.is_empty() {
            return Ty::Any;
        }
        // A text in quotes is first taken for a value of the type beside it.
        for (text, value, beside) in [(&from, one, &to), (&to, other, &from)] {
            let name = match beside {
                Ty::Base(name) => (**name).to_owned(),
                Ty::Array(name) => format!("{name}[]"),
                Ty::Enum(..) => "anyenum".to_owned(),
                _ => continue,
            };
            let array = matches!(beside, Ty::Array(_)) && matches!(op, "=" | "<>" | "@>" | "<@" | "&&");
            let same = forms.iter().find(|form| form.left == name && form.right == name);
            if let Ty::Text(text) = text
                && (same.is_some() || array)
                && !self.may_be_another(op)
                && !self.catalog.is_value(text, beside)
            {
                return self.no_value(value, text, beside);
            }
        }
        let found: Vec<_> = forms
            .iter()
            .filter(|form| {
                !form.left.is_empty() && self.catalog.fits(&from, form.left) && self.catalog.fits(&to, form.right)
            })
            .collect();
        // Polymorphic forms want both sides to be of one type.
        let alike = match (&from, &to) {
            (Ty::Enum(_, a), Ty::Enum(_, b)) => a == b,
            (Ty::Array(a), Ty::Array(b)) => a == b || found.iter().any(|form| !form.left.starts_with("any")),
            (Ty::Enum(..), Ty::Base(_)) | (Ty::Base(_), Ty::Enum(..)) => found.iter().any(|form| {
                form.left != "anyenum"
                    && form.right != "anyenum"
                    && !(form.left.starts_with("any") && form.right.starts_with("any"))
            }),
            (Ty::Base(range), Ty::Base(other)) if range.ends_with("range") && !other.ends_with("range") => {
                self.is_in_range(range, &to)
            }
            (Ty::Base(other), Ty::Base(range)) if range.ends_with("range") && !other.ends_with("range") => {
                self.is_in_range(range, &from)
            }
            _ => true,
        };
        let text = |ty: &Ty| matches!(ty, Ty::Base(name) if matches!(&**name, "text" | "character varying" | "character" | "name"));
        // `||` with anything that is no array.
        let glue =
            op == "||" && (text(&from) || text(&to) || matches!(from, Ty::Array(_)) || matches!(to, Ty::Array(_)));
        let arrays_of_others = op == "||"
            && !glue
            && !from.is_open()
            && !to.is_open()
            && !found.iter().any(|form| !form.left.starts_with("any") && !form.right.starts_with("any"));
        if (found.is_empty() || !alike || arrays_of_others) && !self.may_be_another(op) && !glue {
            let message = format!("there is no operator `{op}` for `{}` and `{}`", from.shown(), to.shown());
            let problem = Diagnostic::error(&codes::MISFIT, message).at(whole.at, "");
            let is = |ty: &Ty, wanted: char| matches!(ty, Ty::Base(name) if server::category(name).is_some_and(|(c, _)| c == wanted));
            let number = |value: &Value| match &value.kind {
                ValueKind::Number(number) => Some(number.clone()),
                _ => None,
            };
            let problem = match (&from, &to) {
                (Ty::Base(a), b) if &**a == "boolean" && is(b, 'N') => {
                    problem.help("a boolean is compared with `true` or `false`")
                }
                (from, to) if op == "+" && (text(from) || text(to)) => problem.help("texts are joined with `||`"),
                (from, to) if matches!(op, "+" | "-") && is(from, 'D') && is(to, 'N') => {
                    let count = number(other).unwrap_or_else(|| "1".into());
                    problem.help(format!("say how long that is: `{op} interval '{count} days'`"))
                }
                (Ty::Array(_), Ty::Base(_)) if op == "=" => {
                    problem.help("one of its elements is `x = ANY (the array)`")
                }
                (from, to)
                    if !matches!(op, "<" | ">" | "<=" | ">=")
                        && (is(from, 'N') && text(to) && number(one).is_some()
                            || text(from) && is(to, 'N') && number(other).is_some()) =>
                {
                    let number = number(one).or_else(|| number(other)).unwrap_or_default();
                    problem.help(format!("write the number as a text: `'{number}'`"))
                }
                (from, to) if text(from) && !to.is_open() => {
                    problem.help(format!("turn the text into one: `…::{}`", to.shown()))
                }
                (from, to) if text(to) && !from.is_open() => {
                    problem.help(format!("turn the text into one: `…::{}`", from.shown()))
                }
                (_, _) => problem,
            };
            self.problem(problem);
            return Ty::Any;
        }
        if op == "||"
            && let Some(ty) = self.glued((one, &from), (other, &to))
        {
            return ty;
        }
        let mut results = found.iter().map(|form| form.result);
        let exact = found.iter().find(|form| {
            let is = |ty: &Ty, name: &str| matches!(ty, Ty::Base(own) if **own == *name);
            let beside = |ty: &Ty, name: &str, other: &str| {
                is(ty, name) || matches!(ty, Ty::Text(_) | Ty::Null) && name == other
            };
            beside(&from, form.left, form.right) && beside(&to, form.right, form.left)
        });
        let changes = |left: &str, right: &str| server::is_mutable(&format!("o {op};{left};{right}"));
        let mutable = match exact {
            Some(form) => changes(form.left, form.right),
            None => !found.is_empty() && found.iter().all(|form| changes(form.left, form.right)),
        };
        if mutable {
            self.mutates(whole.at, format!("`{op}` between `{}` and `{}`", from.shown(), to.shown()));
        }
        let result = match exact {
            Some(form) => form.result,
            None => match results.next() {
                Some(first) if results.all(|other| other == first) => first,
                _ => return Ty::Any,
            },
        };
        if result.starts_with("any") { Ty::Any } else { named(result) }
    }

    fn column(&mut self, mention: &Mention) -> Ty {
        self.find_column(mention).unwrap_or(Ty::Any)
    }
}

/// The type that a name of the server's lists stands for.
pub(super) fn named(name: &str) -> Ty {
    if name.starts_with("any") || name.starts_with("\"any") {
        return Ty::Any;
    }
    match name.strip_suffix("[]") {
        Some(element) => Ty::Array(element.into()),
        None => match server::category(name) {
            Some((category, _)) if category != 'P' => Ty::base(name),
            _ => Ty::Any,
        },
    }
}

fn number(text: &str) -> Ty {
    match text.parse::<i128>() {
        Ok(number) if i32::try_from(number).is_ok() => Ty::base("integer"),
        Ok(number) if i64::try_from(number).is_ok() => Ty::base("bigint"),
        _ => Ty::base("numeric"),
    }
}

impl super::Typing<'_> {
    /// Whether an operator may be one that extensions or these files have made.
    pub(super) fn may_be_another(&self, op: &str) -> bool {
        self.own_operators || self.catalog.may_bring_operator(op)
    }
}

impl Catalog {
    /// No extension and nobody else may have made functions that nobody knows.
    pub(super) fn own_functions_are_known(&self) -> bool {
        !self.state.strangers && !self.state.foreign_types
    }
}
