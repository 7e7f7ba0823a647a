//! What the body of a function in SQL returns, beside what the function is said to.

use super::super::change::Ends;
use super::super::details::Signature;
use super::super::mention::Scope;
use super::super::name::Ident;
use super::super::table::Type;
use super::super::{Catalog, Found, Object, Space};
use super::place_in;
use super::ty::Ty;
use crate::diagnostic::{Code, Diagnostic, semantic as codes};
use crate::source::Place;

/// What a function returns.
enum Wanted {
    /// One value.
    One(Type),
    /// Columns; a value that is a row will do.
    Row(Vec<(String, Ty)>),
}

impl Catalog {
    /// What is wrong with what the last statement of a body returns.
    pub(in crate::catalog) fn broken_return(
        &self,
        name: &Ident,
        signature: &Signature,
        ends: Ends,
        last: Option<&Scope>,
    ) -> Option<Diagnostic> {
        let wanted = self.wanted(signature)?;
        let wrong = |code: &'static Code, at: Place, message: String| Some(Diagnostic::error(code, message).at(at, ""));
        match ends {
            Ends::Nothing => return wrong(&codes::MISFIT, name.place, format!("`{}` returns nothing", name.text)),
            Ends::Silent => {
                let message = format!("the last statement of `{}` returns nothing", name.text);
                return Some(
                    Diagnostic::error(&codes::MISFIT, message)
                        .at(name.place, "")
                        .help("add `RETURNING …` to it, or end with a SELECT"),
                );
            }
            Ends::Rows => (),
        }
        let last = last?;
        let mut whole = last.clone();
        whole.values.same = true;
        let mut typing = self.typing();
        let row = typing.scope(&whole)?;
        if typing.problem.is_some() || typing.own_casts {
            return None;
        }
        let at = place_in(last).unwrap_or(name.place);
        let count = |wanted: usize| {
            let plural = if row.len() == 1 { "" } else { "s" };
            let message = format!("the last statement returns {} column{plural}, and the function {wanted}", row.len());
            wrong(&codes::OTHER_COUNT, at, message)
        };
        match wanted {
            Wanted::One(ty) => {
                let [(_, found)] = &row[..] else { return count(1) };
                self.misfit_of(found, &self.ty_of(&ty), "it", &ty.text, self.place_of_item(last, 0).unwrap_or(at))
            }
            Wanted::Row(columns) => {
                if let [(_, Ty::Any | Ty::Row)] = &row[..] {
                    return None;
                }
                if row.len() != columns.len() {
                    return count(columns.len());
                }
                row.iter().zip(&columns).enumerate().find_map(|(index, ((_, found), (name, ty)))| {
                    let at = self.place_of_item(last, index).unwrap_or(at);
                    self.misfit_of(found, ty, &format!("`{name}`"), &ty.shown(), at)
                })
            }
        }
    }

    fn misfit_of(&self, found: &Ty, wanted: &Ty, what: &str, shown: &str, at: Place) -> Option<Diagnostic> {
        if self.is_assignable(found, wanted) {
            return None;
        }
        let message = match found {
            Ty::Text(text) => format!("{what} is said to be `{shown}`, and '{text}' is no value of it"),
            found => format!("{what} is said to be `{shown}`, and this returns `{}`", found.shown()),
        };
        let problem = Diagnostic::error(&codes::MISFIT, message).at(at, "");
        Some(match self.is_castable(found, wanted) && !matches!(found, Ty::Text(_)) {
            true => problem.help(format!("say that it is to be turned into one: `…::{shown}`")),
            false => problem,
        })
    }

    /// Where a column of what is returned is written.
    fn place_of_item(&self, last: &Scope, index: usize) -> Option<Place> {
        let [inner] = &last.children[..] else { return None };
        let plain = inner.values.items.iter().all(Option::is_some);
        inner.values.items.get(index).filter(|_| plain)?.as_ref().map(|value| value.at)
    }

    fn wanted(&self, signature: &Signature) -> Option<Wanted> {
        let outs: Vec<_> = signature.arguments.iter().filter(|argument| argument.returned).collect();
        match &outs[..] {
            [] => (),
            [one] => return Some(Wanted::One(one.ty.clone())).filter(|_| is_plain(&one.ty)),
            many => {
                let column = |(at, own): (usize, &&super::super::details::Argument)| {
                    let name = own.name.as_ref().map_or(format!("column{}", at + 1), |name| name.text.to_string());
                    (name, self.ty_of(&own.ty))
                };
                return Some(Wanted::Row(many.iter().enumerate().map(column).collect()));
            }
        }
        let ty = signature.returns.as_ref()?;
        let Some(own) = &ty.own else { return Some(Wanted::One(ty.clone())).filter(|_| is_plain(ty)) };
        if ty.meaning.contains('[') || ty.text.contains('[') {
            return None;
        }
        match self.find(Space::Type, own) {
            Found::Here { entry, sure: true, .. } => {
                let Object::Type { details, values, .. } = &entry.object else { return None };
                if values.is_some() || details.base.is_some() {
                    return Some(Wanted::One(ty.clone()));
                }
                let columns = details.attributes.iter().map(|(name, ty)| (name.text.to_string(), self.ty_of(ty)));
                let columns: Vec<_> = columns.collect();
                (!columns.is_empty()).then_some(Wanted::Row(columns))
            }
            Found::Missing(_) => {
                let Found::Here { entry, sure: true, .. } = self.find(Space::Relation, own) else { return None };
                let Object::Table(table) = &entry.object else { return None };
                let columns = table.columns.iter().map(|column| {
                    let ty = column.ty.as_ref().map_or(Ty::Any, |ty| self.ty_of(ty));
                    (column.name.text.to_string(), ty)
                });
                let columns: Vec<_> = columns.collect();
                (!table.open).then_some(Wanted::Row(columns))
            }
            _ => None,
        }
    }
}

/// A type that the server knows of itself, and which says what is returned.
fn is_plain(ty: &Type) -> bool {
    let pseudo =
        ["void", "record", "trigger", "event_trigger"].contains(&&*ty.meaning) || ty.meaning.starts_with("any");
    ty.own.is_some() || !pseudo && super::is_of_server(ty.meaning.split(['[', '(']).next().unwrap_or_default().trim())
}
