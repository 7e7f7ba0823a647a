//! Enum values that are used in the transaction that adds them. PostgreSQL refuses that in any case, so it is an error and
//! no lint; it stands here because what runs in one transaction is seen here.

use std::sync::Arc;

use super::seen::{Seen, columns};
use crate::catalog::change::Change;
use crate::catalog::name::{Ident, Path};
use crate::catalog::{Found, Space};
use crate::diagnostic::{Diagnostic, semantic as codes};
use crate::source::{Place, Span};
use crate::sql::Kind;

/// Looks at a change that stands behind `ADD VALUE` in the same transaction. `added` are the changes of the revision before it
/// that add one: to look for them again at each change takes minutes in a revision that loads data.
pub(super) fn check(seen: &Seen<'_>, added: &[Change], change: &Change, out: &mut Vec<Diagnostic>) {
    if !seen.postgres() || !seen.acts.transactional || matches!(change, Change::AddValue { .. }) {
        return;
    }
    for added in added {
        let Change::AddValue { path, value, at, if_not_exists: false, .. } = added else { continue };
        let made_before = match seen.catalog.find(Space::Type, path) {
            Found::Here { entry, sure: true, .. } => entry.place.source != seen.act.place.source,
            Found::Here { .. } | Found::Missing(_) | Found::Unsure => false,
        };
        if !made_before {
            continue;
        }
        if let Some(place) = used(seen, change, path, value) {
            out.push(
                Diagnostic::error(&codes::NEW_VALUE, format!("'{value}' cannot be used before it is committed"))
                    .at(place, "used here")
                    .label(*at, "added here, in the same transaction")
                    .help("use it in a revision of its own"),
            );
            return;
        }
    }
}

/// Where the value is surely used as one of the type.
fn used(seen: &Seen<'_>, change: &Change, path: &Path, value: &Arc<str>) -> Option<Place> {
    let literal = format!("'{}'", value.replace('\'', "''"));
    let is_type = |own: &Path| own.name == path.name;
    for column in columns(change) {
        let own = column.ty.as_ref().and_then(|ty| ty.own.as_ref()).is_some_and(is_type);
        if own && column.default.as_ref().is_some_and(|default| default.starts_with(&literal)) {
            return Some(column.name.place);
        }
    }
    let Change::Data(scope) = change else { return None };
    let tables: Vec<_> = scope
        .sources
        .iter()
        .filter_map(|source| match seen.catalog.find(Space::Relation, source.path.as_ref()?) {
            Found::Here { entry, sure: true, .. } => Some(entry),
            Found::Here { .. } | Found::Missing(_) | Found::Unsure => None,
        })
        .collect();
    let tokens = seen.tokens();
    for (at, token) in tokens.iter().enumerate().filter(|(_, token)| token.kind == Kind::Text) {
        if token.text(seen.text) != literal {
            continue;
        }
        let text = |at: usize| tokens.get(at).map_or("", |token| token.text(seen.text));
        let place = |text: &str, at: usize| {
            let token = tokens.get(at)?;
            let place =
                Place { source: seen.act.place.source, span: Span::new(token.start as usize, token.end as usize) };
            Some(Ident::written(text, seen.dialect(), place))
        };
        let cast = text(at + 1) == "::" && place(text(at + 2), at + 2).is_some_and(|name| name == path.name);
        let compared = at >= 2 && text(at - 1) == "=" && {
            let column = place(text(at - 2), at - 2);
            column.is_some_and(|column| {
                tables
                    .iter()
                    .filter_map(|entry| super::seen::table(entry)?.column(&column.key))
                    .any(|column| column.ty.as_ref().and_then(|ty| ty.own.as_ref()).is_some_and(is_type))
            })
        };
        if cast || compared {
            let span = Span::new(token.start as usize, token.end as usize);
            return Some(Place { source: seen.act.place.source, span });
        }
    }
    None
}
