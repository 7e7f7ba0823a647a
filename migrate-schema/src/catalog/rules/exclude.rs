//! Exclusion constraints: `EXCLUDE USING gist (room WITH =, during WITH &&)`.

use std::sync::Arc;

use super::super::Catalog;
use super::super::constraint::ConstraintKind;
use super::super::name::Ident;
use super::super::new::NewConstraint;
use super::super::table::Type;
use super::wrong;
use crate::diagnostic::{Diagnostic, semantic as codes};
use crate::source::Place;
use crate::sql::{Kind, Lexer, Token};

/// A column that is compared, and whether it says how.
struct Compared {
    name: Ident,
    plain: bool,
}

/// How rows are kept, and the columns; expressions are passed over.
fn read(text: &str, catalog: &Catalog, at: Place) -> (Arc<str>, Vec<Compared>) {
    let tokens: Vec<Token> =
        Lexer::new(text, 0..text.len(), catalog.dialect).filter(|token| token.kind != Kind::Comment).collect();
    let mut method: Arc<str> = "btree".into();
    let mut start = 0;
    if tokens.first().is_some_and(|token| token.is(text, "USING"))
        && let Some(name) = tokens.get(1)
    {
        method = name.text(text).to_ascii_lowercase().into();
        start = 2;
    }
    let mut found = Vec::new();
    let mut depth = 0_i32;
    let mut begins = false;
    for (index, token) in tokens.iter().enumerate().skip(start) {
        match token.kind {
            Kind::Open => {
                depth += 1;
                begins = depth == 1;
                continue;
            }
            Kind::Close => depth -= 1,
            Kind::Comma if depth == 1 => {
                begins = true;
                continue;
            }
            Kind::Word | Kind::Name if depth == 1 && begins => {
                let next = tokens.get(index + 1);
                let is_call = next.is_some_and(|next| matches!(next.kind, Kind::Open | Kind::Dot));
                if !is_call {
                    let name = Ident::written(token.text(text), catalog.dialect, at);
                    found.push(Compared { name, plain: next.is_some_and(|next| next.is(text, "WITH")) });
                }
            }
            _ => (),
        }
        begins = false;
        if depth == 0 {
            break;
        }
    }
    (method, found)
}

impl Catalog {
    /// `known` tells whether there is such a column, and of which type it is.
    pub(super) fn broken_exclusion<'t>(
        &self,
        new: &NewConstraint,
        shown: &str,
        known: impl Fn(&Ident) -> Option<Option<&'t Type>>,
    ) -> Option<Diagnostic> {
        let ConstraintKind::Exclude(expr) = &new.kind else { return None };
        let (method, columns) = read(&expr.text, self, new.place);
        if matches!(&*method, "gin" | "brin") {
            let message = format!("an index of the kind `{method}` cannot exclude rows");
            return Some(wrong(&codes::MISFIT, new.place, message, "").help("write `USING gist`"));
        }
        columns.iter().find_map(|column| {
            let name = &column.name;
            let Some(ty) = known(name) else {
                let message = format!("unknown column `{}` of table `{shown}`", name.text);
                return Some(wrong(&codes::UNKNOWN_COLUMN, name.place, message, "the constraint names it"));
            };
            self.has_no_class(&method, name, ty.filter(|_| column.plain)?)
        })
    }
}
