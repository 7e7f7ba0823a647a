//! The type of an expression, and what the server finds wrong with it.

use std::sync::Arc;

use super::super::mention::Mention;
use super::super::value::{CallOf, Value, ValueKind};
use super::super::{Catalog, Object, Space};
use super::ty::Ty;
use super::{Typing, server};
use crate::diagnostic::{Diagnostic, semantic as codes};

impl Typing<'_> {
    pub(super) fn misfit(&mut self, value: &Value, message: String, label: &str) -> Ty {
        self.problem(Diagnostic::error(&codes::MISFIT, message).at(value.at, label));
        Ty::Any
    }

    /// The types of all, of which nobody asks more.
    fn all(&mut self, values: &[Value]) -> Vec<Ty> {
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
            ValueKind::Cast(inner, ty) => {
                let from = self.infer(inner);
                let to = self.catalog.ty_of(ty);
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

    pub(super) fn no_value(&mut self, value: &Value, text: &str, ty: &Ty) -> Ty {
        let message = format!("'{text}' is no value of `{}`", ty.shown());
        let mut problem = Diagnostic::error(&codes::MISFIT, message).at(value.at, "");
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
            let problem = match (&from, &to) {
                (Ty::Base(a), Ty::Base(b))
                    if &**a == "boolean" && server::category(b).is_some_and(|(c, _)| c == 'N') =>
                {
                    problem.help("a boolean is compared with `true` or `false`")
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

    fn call(&mut self, value: &Value, call: &CallOf) -> Ty {
        let types = self.all(&call.arguments);
        self.all(&call.others);
        let name = &call.path.name.key;
        let server_schema = call.path.schema.as_ref().is_none_or(|schema| &*schema.key == "pg_catalog");
        if self.found() || call.special || call.within || !self.catalog.own_functions_are_known() {
            return Ty::Any;
        }
        if self.catalog.of_name(Space::Routine, name).next().is_some() {
            return self.own_call(value, call, &types);
        }
        let forms = server::functions(name);
        let row = types.contains(&Ty::Row) && (types.len() != 1 || self.catalog.may_be_column(name));
        if forms.is_empty() && call.path.schema.is_none() {
            return self.of_another_server(call);
        }
        if forms.is_empty() || !server_schema || row || self.called_otherwise(call, &forms) {
            return Ty::Any;
        }
        let fits = |form: &server::Function<'_>| {
            let wanted: Vec<&str> = form.arguments().collect();
            if call.star {
                return wanted.is_empty() && form.kind != "f";
            }
            let count = types.len() >= form.least && (types.len() <= wanted.len() || form.variadic);
            count
                && types.iter().enumerate().all(|(at, ty)| match wanted.get(at) {
                    Some(_) if form.variadic && at + 1 >= wanted.len() => true,
                    Some(want) => self.catalog.fits(ty, want),
                    None => form.variadic,
                })
        };
        let found: Vec<_> = forms.iter().filter(|form| fits(form)).copied().collect();
        if found.is_empty() {
            let few = forms.iter().all(|form| types.len() < form.least) && !call.star && **name != *"row";
            let open = server::is_open(name) && !few && !self.is_never(name, &types)
                || types.len() == 1 && server::is_called_type(name)
                || self.own_casts
                || self.may_be_row(call);
            return if open { Ty::Any } else { self.no_function(value, call, &types, &forms) };
        }
        let exact = found.iter().find(|form| {
            form.arguments().count() == types.len()
                && form.arguments().zip(&types).all(|(want, ty)| matches!(ty, Ty::Base(own) if **own == *want))
        });
        let mutable = match exact {
            Some(form) => form.is_mutable(name),
            None => found.iter().all(|form| form.is_mutable(name)),
        };
        if mutable && !call.star {
            self.mutates(value.at, format!("`{}`", exact.unwrap_or(&found[0]).shown(name)));
        }
        let mut results = found.iter().map(|form| form.result);
        let result = match exact {
            Some(form) => form.result,
            None => match results.next() {
                Some(first) if results.all(|other| other == first) => first,
                _ => return Ty::Any,
            },
        };
        match result {
            // What goes in comes out.
            "anyelement" | "anycompatible" | "anyarray" if types.len() == 1 && *name != "unnest".into() => {
                match &types[0] {
                    Ty::Base(_) | Ty::Enum(..)
                        if result != "anyarray"
                            && !found
                                .iter()
                                .any(|form| form.arguments().any(|a| a.contains("array") || a.contains("range"))) =>
                    {
                        types[0].clone()
                    }
                    _ => Ty::Any,
                }
            }
            result => named(result),
        }
    }

    /// The argument may be a row, and the name that of its column.
    fn may_be_row(&self, call: &CallOf) -> bool {
        matches!(&call.arguments[..], [one] if matches!(one.kind, ValueKind::Unknown | ValueKind::Query(_)))
    }

    fn no_function(&mut self, value: &Value, call: &CallOf, types: &[Ty], forms: &[server::Function<'_>]) -> Ty {
        let name = &call.path.name.text;
        let shown: Vec<String> = types
            .iter()
            .map(|ty| match ty {
                Ty::Text(_) | Ty::Any | Ty::Null => "…".to_owned(),
                ty => ty.shown(),
            })
            .collect();
        let written = if call.star { "*".to_owned() } else { shown.join(", ") };
        let counts =
            forms.iter().any(|form| form.variadic || (form.least..=form.arguments().count()).contains(&types.len()));
        let message = format!("there is no function `{name}({written})`");
        let code = if counts && !call.star { &codes::MISFIT } else { &codes::OTHER_COUNT };
        let mut known: Vec<String> = forms.iter().map(|form| format!("`{}`", form.shown(name))).collect();
        known.dedup();
        let few: Vec<String> = known.iter().take(3).cloned().collect();
        let more = if known.len() > few.len() { " and others" } else { "" };
        let place = crate::source::Place { source: value.at.source, span: call.path.name.place.span };
        self.problem(Diagnostic::error(code, message).at(place, "").note(format!("there is {}{more}", few.join(", "))));
        Ty::Any
    }

    /// A function of the history.
    fn own_call(&mut self, value: &Value, call: &CallOf, types: &[Ty]) -> Ty {
        let super::super::Found::Here { entry, sure: true, .. } = self.catalog.find(Space::Routine, &call.path) else {
            return Ty::Any;
        };
        let Object::Routine { bodies, details } = &entry.object else { return Ty::Any };
        let server = !server::functions(&call.path.name.key).is_empty();
        let elsewhere = self.catalog.of_name(Space::Routine, &call.path.name.key).count() != 1;
        if bodies.len() != details.len() || details.is_empty() || server || elsewhere || call.star {
            return Ty::Any;
        }
        let signatures: Option<Vec<_>> = details
            .iter()
            .map(|details| details.signature.as_ref().filter(|_| &*details.kind != "aggregate"))
            .collect();
        let Some(signatures) = signatures else { return Ty::Any };
        let fits = |signature: &&&Arc<super::super::details::Signature>| {
            let (least, most) = signature.wanted();
            let passed: Vec<_> = signature.arguments.iter().filter(|argument| argument.passed).collect();
            (least..=most).contains(&types.len())
                && passed.iter().zip(types).all(|(argument, ty)| {
                    argument.variadic
                        || match self.catalog.ty_of(&argument.ty) {
                            Ty::Base(name) => self.catalog.fits(ty, &name),
                            Ty::Enum(_, key) => ty.is_open() || matches!(ty, Ty::Enum(_, own) if *own == key),
                            Ty::Array(name) => self.catalog.fits(ty, &format!("{name}[]")),
                            _ => true,
                        }
                })
        };
        let found: Vec<_> = signatures.iter().filter(fits).collect();
        match &found[..] {
            [] if self.may_be_row(call) || types.contains(&Ty::Row) => Ty::Any,
            [] => {
                let shown: Vec<String> = types
                    .iter()
                    .map(|ty| match ty {
                        Ty::Text(_) | Ty::Any | Ty::Null => "…".to_owned(),
                        ty => ty.shown(),
                    })
                    .collect();
                let name = &call.path.name.text;
                let known: Vec<String> =
                    details.iter().map(|details| format!("`{name}({})`", details.arguments)).collect();
                let message = format!("there is no function `{name}({})`", shown.join(", "));
                let counts = signatures.iter().any(|signature| {
                    let (least, most) = signature.wanted();
                    (least..=most).contains(&types.len())
                });
                let code = if counts { &codes::MISFIT } else { &codes::OTHER_COUNT };
                let place = crate::source::Place { source: value.at.source, span: call.path.name.place.span };
                self.problem(
                    Diagnostic::error(code, message)
                        .at(place, "")
                        .label(entry.place, "the function is made here")
                        .note(format!("there is {}", known.join(", "))),
                );
                Ty::Any
            }
            [one] if one.returned().is_empty() => {
                // What SQL in a function gives is looked at by the server itself.
                if one.immutable == Some(false) && &*one.language != "sql" {
                    self.mutates(value.at, format!("the own function `{}`", call.path.name.text));
                }
                one.returns.as_ref().map_or(Ty::Any, |ty| match self.catalog.ty_of(ty) {
                    Ty::Row => Ty::Any,
                    ty => ty,
                })
            }
            _ => Ty::Any,
        }
    }

    fn column(&mut self, mention: &Mention) -> Ty {
        self.find_column(mention).unwrap_or(Ty::Any)
    }
}

/// The type that a name of the server's lists stands for.
fn named(name: &str) -> Ty {
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
    fn may_be_another(&self, op: &str) -> bool {
        self.own_operators || self.catalog.may_bring_operator(op)
    }
}

impl Catalog {
    /// No extension and nobody else may have made functions that nobody knows.
    pub(super) fn own_functions_are_known(&self) -> bool {
        !self.state.strangers && !self.state.foreign_types
    }
}
