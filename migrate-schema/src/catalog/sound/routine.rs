//! Calls of what MySQL and MariaDB have stored.

use crate::catalog::details::RoutineDetails;
use crate::catalog::mention::Scope;
use crate::catalog::name::{Ident, Path};
use crate::catalog::{Catalog, Found, Object, Space};
use crate::diagnostic::{Diagnostic, nearest, semantic as codes};
use crate::source::Place;

fn values(count: usize) -> String {
    if count == 1 { "1 value".to_owned() } else { format!("{count} values") }
}

impl Catalog {
    /// What is stored under a name, where all of it is known, and the place where it was made.
    fn stored(&self, path: &Path) -> Option<(Vec<std::sync::Arc<RoutineDetails>>, Place)> {
        let Found::Here { entry, sure: true, .. } = self.find(Space::Routine, path) else { return None };
        let Object::Routine { bodies, details } = &entry.object else { return None };
        (bodies.len() == details.len()).then(|| (details.clone(), entry.place))
    }

    /// A procedure is given as many values as it takes, and variables for what it returns.
    pub(in crate::catalog) fn check_given(&self, path: &Path, given: Option<&[bool]>, out: &mut Vec<Diagnostic>) {
        let Some((all, place)) = self.stored(path) else { return };
        let name = &path.name.text;
        let Some(procedure) = all.iter().find(|details| &*details.kind == "procedure") else {
            let message = format!("`{name}` is a function, which is called in a query");
            out.push(
                Diagnostic::error(&codes::UNKNOWN_OBJECT, message)
                    .at(path.name.place, "`CALL` calls procedures")
                    .label(place, "the function is made here")
                    .help(format!("write `SELECT {name}(…)`")),
            );
            return;
        };
        let (Some(wanted), Some(given)) = (&procedure.parameters, given) else { return };
        if wanted.len() != given.len() {
            self.other_count(&path.name, "procedure", (wanted.len(), given.len()), place, out);
            return;
        }
        let returned = wanted.iter().zip(given).position(|(returned, settable)| *returned && !settable);
        if let Some(at) = returned {
            let message =
                format!("procedure `{name}` returns something in its {} value, which is no variable", nth(at));
            out.push(
                Diagnostic::error(&codes::NOT_ALLOWED, message)
                    .at(path.name.place, "")
                    .label(place, "it is made here")
                    .help("write a variable there: `@result`"),
            );
        }
    }

    /// What is called like a function is one.
    pub(in crate::catalog) fn check_stored(&self, name: &Ident, out: &mut Vec<Diagnostic>) {
        let path = Path { schema: None, name: name.clone() };
        let Some((all, place)) = self.stored(&path) else {
            self.check_slip(&path, out);
            return;
        };
        if all.iter().all(|details| &*details.kind == "procedure") {
            let message = format!("`{}` is a procedure, which has no value", name.text);
            out.push(
                Diagnostic::error(&codes::UNKNOWN_OBJECT, message)
                    .at(name.place, "")
                    .label(place, "the procedure is made here")
                    .help(format!("write `CALL {}(…)`", name.text)),
            );
        }
    }

    /// Functions are given as many values as they take. The servers count when they call them: only what has a value
    /// without any row is sure to be called.
    pub(in crate::catalog) fn check_evaluated(&self, scope: &Scope, out: &mut Vec<Diagnostic>) {
        let rows = scope.filled.as_ref().is_some_and(|filled| !filled.values.is_empty());
        let alone = scope.sources.is_empty() || rows && scope.sources.iter().all(|source| source.target);
        if !alone || !scope.children.is_empty() {
            return;
        }
        for (name, count) in &scope.stored {
            let path = Path { schema: None, name: name.clone() };
            let Some((all, place)) = self.stored(&path) else { continue };
            let function = all.iter().find(|details| &*details.kind == "function");
            let wanted = function.and_then(|function| function.parameters.as_ref()).map(Vec::len);
            if let Some(wanted) = wanted.filter(|wanted| wanted != count) {
                self.other_count(name, "function", (wanted, *count), place, out);
                return;
            }
        }
    }

    /// A function that is not there: it was dropped, or is a slip away from one that was made.
    fn check_slip(&self, path: &Path, out: &mut Vec<Diagnostic>) {
        let Found::Missing(gone) = self.find(Space::Routine, path) else { return };
        let made = self.names(|object| {
            matches!(object, Object::Routine { details, .. } if details.iter().any(|one| &*one.kind == "function"))
        });
        let near = nearest(&path.name.text, made.iter().map(|name| &**name)).filter(|near| near.len() > 4);
        if (gone.is_some() || near.is_some()) && !self.state.strangers && self.state.made == 0 {
            out.push(self.unknown(crate::catalog::change::Kind::Function, path, gone.as_deref()));
        }
    }

    fn other_count(
        &self,
        name: &Ident,
        what: &str,
        (wanted, given): (usize, usize),
        place: Place,
        out: &mut Vec<Diagnostic>,
    ) {
        let message = format!("{what} `{}` takes {}, and is given {}", name.text, values(wanted), values(given));
        out.push(Diagnostic::error(&codes::OTHER_COUNT, message).at(name.place, "").label(place, "it is made here"));
    }
}

fn nth(at: usize) -> String {
    match at {
        0 => "first".to_owned(),
        1 => "second".to_owned(),
        2 => "third".to_owned(),
        at => format!("{}th", at + 1),
    }
}
