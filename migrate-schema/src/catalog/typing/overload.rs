//! Which function a call means: one of the server's forms, or of the history's.

use std::sync::Arc;

use super::super::details::{Argument, RoutineDetails, Signature};
use super::super::value::{CallOf, Value, ValueKind};
use super::super::{Catalog, Object, Space};
use super::infer::named;
use super::ty::Ty;
use super::{Typing, server};
use crate::diagnostic::{Diagnostic, semantic as codes};

/// Which argument each of the values of a call is for; none if the function cannot be called so. What goes into the rest
/// of a variadic one is not told.
fn given<'s>(signature: &'s Signature, call: &CallOf, values: usize) -> Option<Vec<Option<&'s Argument>>> {
    let passed: Vec<&Argument> = signature.arguments.iter().filter(|argument| argument.passed).collect();
    let before = values.checked_sub(call.names.len())?;
    let last = passed.last().filter(|last| last.variadic);
    if before > passed.len() && last.is_none() || last.is_some() && !call.names.is_empty() {
        // A variadic one with names is not looked into.
        return last.map(|_| vec![None; values]);
    }
    let mut pairs: Vec<Option<&Argument>> =
        (0..before).map(|at| passed.get(at).copied().filter(|argument| !argument.variadic)).collect();
    for name in &call.names {
        let at = passed.iter().position(|own| own.name.as_ref().is_some_and(|own| own.key == name.key))?;
        if at < before || pairs[before..].iter().flatten().any(|own| std::ptr::eq(*own, passed[at])) {
            return None;
        }
        pairs.push(Some(passed[at]));
    }
    let missing = passed.iter().skip(before).any(|own| {
        !own.optional && !own.variadic && !pairs[before..].iter().flatten().any(|pair| std::ptr::eq(*pair, *own))
    });
    (!missing).then_some(pairs)
}

impl Catalog {
    /// Whether values for arguments of any type are of one type, where the function wants that.
    fn go_together<'f>(&self, wanted: impl Iterator<Item = &'f str>, types: &[Ty]) -> bool {
        let mut alike: Vec<Ty> = Vec::new();
        for (want, ty) in wanted.zip(types) {
            match (want, ty) {
                ("anyelement" | "anynonarray" | "anycompatible" | "anycompatiblenonarray", Ty::Base(_)) => {
                    alike.push(ty.clone());
                }
                ("anyarray" | "anycompatiblearray", Ty::Array(element)) => alike.push(Ty::Base(element.clone())),
                _ => (),
            }
        }
        self.common(&alike).is_ok()
    }
}

impl Typing<'_> {
    /// Whether an argument of a function of the history takes a value.
    fn takes(&self, argument: &Argument, ty: &Ty) -> bool {
        argument.variadic
            || match self.catalog.ty_of(&argument.ty) {
                Ty::Base(name) => self.catalog.fits(ty, &name),
                Ty::Enum(_, key) => ty.is_open() || matches!(ty, Ty::Enum(_, own) if *own == key),
                Ty::Array(name) => self.catalog.fits(ty, &format!("{name}[]")),
                _ => true,
            }
    }

    /// What `||` gives where it does not join what the server has an operator of its own for: text, or an array.
    pub(super) fn glued(&mut self, left: (&Value, &Ty), right: (&Value, &Ty)) -> Option<Ty> {
        if self.may_be_another("||") {
            return None;
        }
        let text = |ty: &Ty| match ty {
            Ty::Text(_) => true,
            Ty::Base(name) => matches!(server::category(name), Some(('S', _))),
            _ => false,
        };
        let own = |ty: &Ty| match ty {
            Ty::Base(name) => matches!(&**name, "bytea" | "bit" | "bit varying" | "tsvector" | "tsquery" | "jsonb"),
            ty => !text(ty),
        };
        match (left, right) {
            ((_, Ty::Array(element)), (value, other)) | ((value, other), (_, Ty::Array(element))) => match other {
                Ty::Text(written) => {
                    let array = Ty::Array(element.clone());
                    self.check_text(value, written, &array);
                    Some(array)
                }
                Ty::Base(_) => match self.catalog.common(&[Ty::Base(element.clone()), other.clone()]) {
                    Ok(Ty::Base(name)) => Some(Ty::Array(name)),
                    Ok(_) => Some(Ty::Any),
                    Err(_) => {
                        let message = format!("`{}` is no element of `{element}[]`", other.shown());
                        Some(self.misfit(value, message, ""))
                    }
                },
                _ => None,
            },
            ((_, one), (_, other)) if (text(one) || text(other)) && !own(one) && !own(other) => Some(Ty::base("text")),
            _ => None,
        }
    }

    pub(super) fn call(&mut self, value: &Value, call: &CallOf) -> Ty {
        let types = self.all(&call.arguments);
        self.all(&call.others);
        let name = &call.path.name.key;
        let server_schema = call.path.schema.as_ref().is_none_or(|schema| &*schema.key == "pg_catalog");
        if self.found() || call.special || call.within || !self.catalog.own_functions_are_known() {
            return Ty::Any;
        }
        let given_by_name = !call.names.is_empty();
        if self.catalog.of_name(Space::Routine, name).next().is_some() {
            return self.own_call(value, call, &types);
        }
        let forms = server::functions(name);
        let row = types.contains(&Ty::Row) && (types.len() != 1 || self.catalog.may_be_column(name));
        if forms.is_empty() && call.path.schema.is_none() {
            return self.of_another_server(call);
        }
        if forms.is_empty() || !server_schema || row || given_by_name || self.called_otherwise(call, &forms) {
            return Ty::Any;
        }
        let fits = |form: &server::Function<'_>| {
            let wanted: Vec<&str> = form.arguments().collect();
            if call.star {
                return wanted.is_empty() && form.kind != "f";
            }
            // `count()` is written `count(*)`.
            if wanted.is_empty() && form.kind == "a" {
                return false;
            }
            let count = types.len() >= form.least && (types.len() <= wanted.len() || form.variadic);
            count
                && types.iter().enumerate().all(|(at, ty)| match wanted.get(at) {
                    Some(_) if form.variadic && at + 1 >= wanted.len() => true,
                    Some(want) => self.catalog.fits(ty, want),
                    None => form.variadic,
                })
        };
        let found: Vec<_> = forms
            .iter()
            .filter(|form| fits(form) && (form.variadic || self.catalog.go_together(form.arguments(), &types)))
            .copied()
            .collect();
        if found.is_empty() {
            let few = forms.iter().all(|form| types.len() < form.least) && !call.star && **name != *"row";
            let open = server::is_open(name) && !few && !self.is_never(name, &types)
                || types.len() == 1 && server::is_called_type(name)
                || self.own_casts
                || self.may_be_row(call);
            return if open { Ty::Any } else { self.no_function(value, call, &types, &forms) };
        }
        // Where there is one form alone, texts in quotes become what it wants.
        if let [form] = &found[..]
            && !form.variadic
            && !server::is_open(name)
        {
            for ((argument, ty), want) in call.arguments.iter().zip(&types).zip(form.arguments()) {
                if let Ty::Text(text) = ty {
                    self.check_text(argument, text, &named(want));
                }
            }
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

    /// A text in quotes that becomes a value of a type.
    pub(super) fn check_text(&mut self, value: &Value, text: &str, ty: &Ty) {
        if !self.found() && !self.catalog.is_value(text, ty) {
            self.no_value(value, text, ty);
        }
    }

    /// The argument may be a row, and the name that of its column.
    fn may_be_row(&self, call: &CallOf) -> bool {
        matches!(&call.arguments[..], [one] if matches!(one.kind, ValueKind::Unknown | ValueKind::Query(_)))
    }

    fn no_function(&mut self, value: &Value, call: &CallOf, types: &[Ty], forms: &[server::Function<'_>]) -> Ty {
        let name = &call.path.name.text;
        // With the name of a type and one argument it is a cast.
        let is_type = server::category(&call.path.name.key).is_some();
        if is_type && matches!(types, [from] if self.catalog.is_castable(from, &Ty::base(&call.path.name.key))) {
            return Ty::base(&call.path.name.key);
        }
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
        // What most people mean comes first.
        let mut sorted: Vec<&server::Function<'_>> = forms.iter().collect();
        sorted.sort_by_key(|form| form.rareness());
        let mut known: Vec<String> = sorted.iter().map(|form| format!("`{}`", form.shown(name))).collect();
        known.dedup();
        let few: Vec<String> = known.iter().take(3).cloned().collect();
        let more = if known.len() > few.len() { " and others" } else { "" };
        let place = crate::source::Place { source: value.at.source, span: call.path.name.place.span };
        let problem = Diagnostic::error(code, message).at(place, "").note(format!("there is {}{more}", few.join(", ")));
        self.problem(match self.nearly(name, types, forms) {
            Some(help) => problem.help(help),
            None => problem,
        });
        Ty::Any
    }

    /// What is to be done to the arguments so that there is such a function: the other order, or one cast.
    fn nearly(&self, name: &str, types: &[Ty], forms: &[server::Function<'_>]) -> Option<String> {
        let exact = || {
            let lists = forms.iter().filter(|form| !form.variadic).map(|form| form.arguments().collect::<Vec<_>>());
            lists.filter(|wanted| wanted.len() == types.len())
        };
        if let [one, other] = types
            && exact().any(|wanted| self.catalog.fits(other, wanted[0]) && self.catalog.fits(one, wanted[1]))
        {
            return Some("write its arguments the other way round".to_owned());
        }
        let mut casts: Vec<(usize, &str)> = exact()
            .filter_map(|wanted| {
                let mut others = (0..types.len()).filter(|at| !self.catalog.fits(&types[*at], wanted[*at]));
                let at = others.next().filter(|_| others.next().is_none())?;
                let known = server::category(wanted[at]).is_some() && !wanted[at].starts_with("any");
                let castable = known && self.catalog.is_castable(&types[at], &named(wanted[at]));
                castable.then_some((at, wanted[at]))
            })
            .collect();
        casts.sort_unstable();
        casts.dedup();
        let plain =
            casts.iter().find(|(_, ty)| *ty == "text").or_else(|| casts.iter().find(|(_, ty)| *ty == "numeric"));
        let (at, ty) = plain.or(casts.first().filter(|_| casts.len() == 1))?;
        let shown: Vec<String> =
            (0..types.len()).map(|own| if own == *at { format!("…::{ty}") } else { "…".to_owned() }).collect();
        Some(format!("write `{name}({})`", shown.join(", ")))
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
        if !self.procedure && details.iter().all(|details| &*details.kind == "procedure") {
            let message = format!("`{}` is a procedure", call.path.name.text);
            let problem = Diagnostic::error(&codes::MISFIT, message).at(call.path.name.place, "");
            self.problem(problem.label(entry.place, "it is made here").help("write `CALL` before it"));
            return Ty::Any;
        }
        let for_triggers = |details: &Arc<RoutineDetails>| {
            let returns = details.signature.as_ref().and_then(|signature| signature.returns.as_ref());
            returns.is_some_and(|ty| matches!(ty.meaning.trim_matches('"'), "trigger" | "event_trigger"))
        };
        if details.iter().all(for_triggers) && types.is_empty() {
            let message = format!("`{}` is a function for triggers, and only they call it", call.path.name.text);
            let problem = Diagnostic::error(&codes::MISFIT, message).at(call.path.name.place, "");
            self.problem(problem.label(entry.place, "it is made here"));
            return Ty::Any;
        }
        let signatures: Option<Vec<_>> = details
            .iter()
            .map(|details| details.signature.as_ref().filter(|_| &*details.kind != "aggregate"))
            // What a procedure returns stands in its call.
            .map(|signature| signature.filter(|own| !self.procedure || own.arguments.iter().all(|it| it.passed)))
            .collect();
        let Some(signatures) = signatures else { return Ty::Any };
        let fits = |signature: &&&Arc<Signature>| {
            given(signature, call, types.len()).is_some_and(|pairs| {
                pairs.iter().zip(types).all(|(argument, ty)| argument.is_none_or(|own| self.takes(own, ty)))
            })
        };
        let found: Vec<_> = signatures.iter().filter(fits).collect();
        if let [one] = &found[..] {
            for ((value, ty), argument) in
                call.arguments.iter().zip(types).zip(given(one, call, types.len()).unwrap_or_default())
            {
                if let (Ty::Text(text), Some(argument)) = (ty, argument.filter(|own| !own.variadic)) {
                    self.check_text(value, text, &self.catalog.ty_of(&argument.ty));
                }
            }
            if self.found() {
                return Ty::Any;
            }
        }
        match &found[..] {
            [] if self.may_be_row(call) || types.contains(&Ty::Row) => Ty::Any,
            [] => {
                let before = types.len() - call.names.len().min(types.len());
                let shown: Vec<String> = types
                    .iter()
                    .enumerate()
                    .map(|(at, ty)| {
                        let name = at.checked_sub(before).and_then(|at| call.names.get(at));
                        let name = name.map(|name| format!("{} => ", name.text)).unwrap_or_default();
                        match ty {
                            Ty::Text(_) | Ty::Any | Ty::Null => format!("{name}…"),
                            ty => format!("{name}{}", ty.shown()),
                        }
                    })
                    .collect();
                let name = &call.path.name.text;
                let known: Vec<String> =
                    details.iter().map(|details| format!("`{name}({})`", details.arguments)).collect();
                let kind = if self.procedure { "procedure" } else { "function" };
                let message = format!("there is no {kind} `{name}({})`", shown.join(", "));
                let counts = signatures.iter().any(|signature| {
                    let (least, most) = signature.wanted();
                    (least..=most).contains(&types.len())
                });
                let code = if counts { &codes::MISFIT } else { &codes::OTHER_COUNT };
                let place = crate::source::Place { source: value.at.source, span: call.path.name.place.span };
                self.problem(
                    Diagnostic::error(code, message)
                        .at(place, "")
                        .label(entry.place, format!("the {kind} is made here"))
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
}
