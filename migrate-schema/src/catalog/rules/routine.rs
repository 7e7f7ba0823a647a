//! Functions and procedures.

use std::sync::Arc;

use super::super::change::Kind;
use super::super::details::{RoutineDetails, Signature};
use super::super::name::{Ident, Path};
use super::super::{Catalog, Entry, Found, Object, Space};
use super::wrong;
use crate::diagnostic::{Diagnostic, semantic as codes};
use crate::sql::{Kind as TokenKind, Lexer, Token};

impl Catalog {
    /// The functions of a name, where all are known.
    pub(super) fn known_routines(&self, path: &Path) -> Option<(Arc<Entry>, Vec<Arc<RoutineDetails>>)> {
        let Found::Here { entry, sure: true, .. } = self.find(Space::Routine, path) else { return None };
        let Object::Routine { bodies, details } = &entry.object else { return None };
        (bodies.len() == details.len() && !details.is_empty()).then(|| (entry.clone(), details.clone()))
    }

    pub(super) fn broken_routine(
        &self,
        path: &Path,
        kind: Kind,
        or_replace: bool,
        new: &RoutineDetails,
    ) -> Option<Diagnostic> {
        let at = path.name.place;
        if let Some(signature) = &new.signature
            && let Some(problem) = broken_signature(signature, path, kind)
        {
            return Some(problem);
        }
        let wrong_default = new.signature.iter().flat_map(|signature| &signature.arguments).find_map(|argument| {
            let name = argument.name.as_ref().unwrap_or(&path.name);
            self.broken_default(name, argument.default.as_deref()?, &argument.ty)
        });
        if let Some(problem) = wrong_default.or_else(|| self.broken_aggregate(path, new)) {
            return Some(problem);
        }
        let (entry, known) = self.known_routines(path)?;
        let same = known.iter().find(|other| other.arguments == new.arguments)?;
        let made = |problem: Diagnostic| problem.label(entry.place, "the other one is made here");
        if !or_replace {
            let message = format!("{} `{}({})` exists already", same.kind, path.name.text, same.arguments);
            return Some(
                made(wrong(&codes::DUPLICATE_OBJECT, at, message, "made again here")).help("write `CREATE OR REPLACE`"),
            );
        }
        if same.kind != new.kind {
            let message =
                format!("`{}({})` is a {}, which no {} replaces", path.name.text, same.arguments, same.kind, new.kind);
            return Some(made(wrong(&codes::MISFIT, at, message, "")).help("drop it first"));
        }
        let (one, other) = (same.signature.as_ref()?, new.signature.as_ref()?);
        let drop = format!("`DROP {} {}({})` first", same.kind.to_uppercase(), path.name.text, same.arguments);
        let returns = |signature: &Signature| {
            let named: Vec<(Arc<str>, Arc<str>)> = signature
                .arguments
                .iter()
                .filter(|argument| argument.returned)
                .map(|argument| {
                    (
                        argument.name.as_ref().map(|name| name.key.clone()).unwrap_or_default(),
                        argument.ty.meaning.clone(),
                    )
                })
                .collect();
            // Of one argument that goes out the name does not matter: the function returns its type.
            match (&named[..], &signature.returns) {
                ([(_, ty)], None) => (Some(ty.clone()), Vec::new(), signature.set),
                ([_], Some(ty)) => (Some(ty.meaning.clone()), Vec::new(), signature.set),
                (_, ty) => (ty.as_ref().map(|ty| ty.meaning.clone()), named, signature.set),
            }
        };
        let own = one.returns.iter().chain(&other.returns).any(|ty| ty.own.is_some())
            || one
                .arguments
                .iter()
                .chain(&other.arguments)
                .any(|argument| argument.returned && argument.ty.own.is_some());
        if returns(one) != returns(other) && !own {
            let shown = |signature: &Signature| match &signature.returns {
                Some(ty) if signature.set => format!("SETOF {}", ty.text),
                Some(ty) => ty.text.to_string(),
                None => "other columns".to_owned(),
            };
            let message = format!("`{}` returns `{}`, and would return `{}`", path.name.text, shown(one), shown(other));
            return Some(
                made(wrong(&codes::MISFIT, at, message, "what a function returns is not replaced")).help(drop),
            );
        }
        let passed = |signature: &Signature| {
            signature
                .arguments
                .iter()
                .filter(|argument| argument.passed)
                .map(|argument| argument.name.clone())
                .collect::<Vec<_>>()
        };
        passed(one).into_iter().zip(passed(other)).find_map(|(was, is)| {
            let (was, is) = (was?, is?);
            (was.key != is.key).then(|| {
                let message = format!("the argument `{}` would be called `{}`", was.text, is.text);
                made(wrong(&codes::MISFIT, is.place, message, "names of arguments are not replaced")).help(drop.clone())
            })
        })
    }

    /// An aggregate has a state, and a function that changes it.
    fn broken_aggregate(&self, path: &Path, new: &RoutineDetails) -> Option<Diagnostic> {
        if &*new.kind != "aggregate" {
            return None;
        }
        let text = &*new.definition.text;
        let tokens: Vec<Token> = Lexer::new(text, 0..text.len(), self.dialect).collect();
        let behind = |word: &str| {
            let at = tokens.windows(2).position(|pair| pair[0].is(text, word) && pair[1].text(text) == "=")?;
            tokens.get(at + 2).map(|token| (token.text(text), tokens.get(at + 3).map(|token| token.kind)))
        };
        let state = behind("STYPE").or_else(|| behind("STYPE1"));
        let function = behind("SFUNC").or_else(|| behind("SFUNC1"));
        let missing = match (state, function) {
            (None, _) => "STYPE",
            (_, None) => "SFUNC",
            (_, Some((_, Some(TokenKind::Dot)))) => return None,
            (_, Some((written, _))) => {
                let name = Ident::written(written, self.dialect, path.name.place);
                return self.missing_routine(None, &Path { schema: None, name }, None);
            }
        };
        let message = format!("aggregate `{}` has no `{missing}`", path.name.text);
        Some(wrong(&codes::MISFIT, path.name.place, message, ""))
    }

    /// A function that is spoken of with its arguments must be there.
    pub(super) fn missing_routine(
        &self,
        kind: Option<Kind>,
        path: &Path,
        arguments: Option<&Arc<str>>,
    ) -> Option<Diagnostic> {
        if self.state.strangers || self.state.foreign_types {
            return None;
        }
        let server = !super::super::function::is_brought(&path.name.key);
        match self.find(Space::Routine, path) {
            Found::Missing(gone) if server => Some(self.unknown(kind.unwrap_or(Kind::Function), path, gone.as_deref())),
            Found::Here { .. } => {
                let (entry, known) = self.known_routines(path)?;
                let wanted = arguments?;
                if known.iter().all(|details| self.surely_other(&details.arguments, wanted)) {
                    return Some(self.no_such_routine(path, wanted, &entry, &known));
                }
                // A type may have several names.
                let plain = |text: &str| {
                    let brought = text.split(", ").any(|ty| super::super::extension::brings(ty.trim_end_matches("[]")));
                    !text.contains('.') && !text.contains('"') && !text.contains('*') && !brought
                };
                let other = |text: &str| {
                    self.names(|object| matches!(object, Object::Type { .. })).iter().any(|name| text.contains(&**name))
                };
                let comparable = plain(wanted)
                    && !other(wanted)
                    && known.iter().all(|details| plain(&details.arguments) && !other(&details.arguments));
                if !comparable || known.iter().any(|details| details.arguments == *wanted) {
                    return None;
                }
                Some(self.no_such_routine(path, wanted, &entry, &known))
            }
            _ => None,
        }
    }

    /// Whether two lists of types surely are not one: there are more of them, or one is the server's and the other is not.
    fn surely_other(&self, one: &str, other: &str) -> bool {
        if one.contains('*') || other.contains('*') {
            return false;
        }
        let parts = |text: &str| text.split(", ").filter(|ty| !ty.is_empty()).map(str::to_owned).collect::<Vec<_>>();
        let (one, other) = (parts(one), parts(other));
        let own = |ty: &str| {
            let name: Arc<str> = ty.trim_end_matches("[]").trim_matches('"').into();
            !super::super::typing::is_of_server(&name) && self.of_name(Space::Type, &name).next().is_some()
        };
        let server = |ty: &str| super::super::typing::is_of_server(ty.trim_end_matches("[]"));
        one.len() != other.len()
            || one.iter().zip(&other).any(|(one, other)| {
                one != other && (own(one) && server(other) || server(one) && own(other) || server(one) && server(other))
            })
    }

    fn no_such_routine(&self, path: &Path, wanted: &str, entry: &Entry, known: &[Arc<RoutineDetails>]) -> Diagnostic {
        let all: Vec<String> =
            known.iter().map(|details| format!("`{}({})`", path.name.text, details.arguments)).collect();
        let message = format!("unknown function `{}({wanted})`", path.name.text);
        wrong(&codes::UNKNOWN_OBJECT, path.name.place, message, "")
            .label(entry.place, "one of this name is made here")
            .note(format!("there is {}", all.join(", ")))
    }

    pub(super) fn broken_drop(
        &self,
        kind: Option<Kind>,
        paths: &[(Path, Option<Arc<str>>)],
        if_exists: bool,
    ) -> Option<Diagnostic> {
        paths.iter().find_map(|(path, arguments)| {
            let (entry, known) = self.known_routines(path)?;
            if arguments.is_none() && known.len() > 1 {
                let all: Vec<String> =
                    known.iter().map(|details| format!("`{}({})`", path.name.text, details.arguments)).collect();
                let message = format!("there are {} functions called `{}`", known.len(), path.name.text);
                return Some(
                    wrong(&codes::AMBIGUOUS, path.name.place, message, "it is not clear which is meant")
                        .help(format!("write its arguments: {}", all.join(" or "))),
                );
            }
            let same = match arguments {
                Some(arguments) => known.iter().find(|details| details.arguments == *arguments),
                None => known.first(),
            };
            if let Some(same) = same {
                // With its arguments it is found, and `IF EXISTS` does not help.
                let said = kind.filter(|_| !if_exists || arguments.is_some()).map(Kind::name)?;
                return (*same.kind != *said).then(|| {
                    let message = format!("`{}` is a {}, not a {said}", path.name.text, same.kind);
                    wrong(&codes::UNKNOWN_OBJECT, path.name.place, message, "")
                        .label(entry.place, "it is made here")
                        .help(format!("write `DROP {}`", same.kind.to_uppercase()))
                });
            }
            if if_exists {
                return None;
            }
            self.missing_routine(kind, path, arguments.as_ref())
        })
    }

    pub(super) fn broken_call(&self, name: &Ident) -> Option<Diagnostic> {
        let path = Path { schema: None, name: name.clone() };
        let elsewhere = self.of_name(Space::Routine, &name.key).next().is_some();
        if !elsewhere {
            return self.missing_routine(Some(Kind::Procedure), &path, None);
        }
        let (entry, known) = self.known_routines(&path)?;
        known.iter().all(|details| &*details.kind == "function").then(|| {
            let message = format!("`{}` is a function, which is called in a query", name.text);
            wrong(&codes::UNKNOWN_OBJECT, name.place, message, "`CALL` calls procedures")
                .label(entry.place, "the function is made here")
                .help(format!("write `SELECT {}(…)`", name.text))
        })
    }
}

fn broken_signature(signature: &Signature, path: &Path, kind: Kind) -> Option<Diagnostic> {
    let at = path.name.place;
    let mut optional = false;
    for (index, argument) in signature.arguments.iter().enumerate() {
        let place = argument.name.as_ref().map_or(at, |name| name.place);
        if let Some(name) = &argument.name {
            let twice = signature.arguments[..index].iter().any(|other| {
                other.name.as_ref().is_some_and(|own| own.key == name.key) && other.passed == argument.passed
            });
            if twice {
                return Some(wrong(
                    &codes::OTHER_COUNT,
                    place,
                    format!("two arguments are called `{}`", name.text),
                    "the second one",
                ));
            }
        }
        if argument.variadic
            && argument.ty.own.is_none()
            && !argument.ty.meaning.contains("[]")
            && !argument.ty.meaning.contains("any")
        {
            let message = format!("what is VARIADIC is an array, and this is `{}`", argument.ty.text);
            return Some(wrong(&codes::MISFIT, place, message, ""));
        }
        if argument.passed && !argument.variadic {
            if optional && !argument.optional {
                let message = "an argument behind one with a default has a default, too";
                return Some(wrong(&codes::MISFIT, place, message, ""));
            }
            optional |= argument.optional;
        }
    }
    let returns = signature.returns.as_ref();
    let trigger = returns
        .is_some_and(|ty| &*ty.meaning == "trigger" || ty.own.as_ref().is_some_and(|own| &*own.name.key == "trigger"));
    if trigger && &*signature.language == "sql" {
        let message = "a function for triggers is not written in SQL";
        return Some(wrong(&codes::MISFIT, at, message, "").help("write it in PL/pgSQL"));
    }
    let any = |ty: &super::super::table::Type| ty.own.is_none() && ty.meaning.starts_with("any");
    if let Some(ty) = returns.filter(|ty| any(ty))
        && matches!(&*signature.language, "sql" | "plpgsql")
        && !signature.arguments.iter().any(|argument| argument.passed && any(&argument.ty))
    {
        let message = format!("it returns `{}`, and no argument says which type that is", ty.text);
        return Some(wrong(&codes::MISFIT, at, message, ""));
    }
    if trigger && signature.arguments.iter().any(|argument| argument.passed) {
        let message = "a function for triggers has no arguments of its own";
        return Some(wrong(&codes::MISFIT, at, message, "").help("read what the trigger passes from `TG_ARGV`"));
    }
    let outs: Vec<_> = signature.arguments.iter().filter(|argument| argument.returned).collect();
    if let (Some(ty), false, Kind::Function) = (returns, signature.table, kind) {
        let wanted = match &outs[..] {
            [] => None,
            [one] => Some(one.ty.meaning.clone()),
            _ => Some(Arc::from("record")),
        };
        let own = ty.own.is_some() || outs.iter().any(|argument| argument.ty.own.is_some());
        if let Some(wanted) = wanted.filter(|wanted| *wanted != ty.meaning && !own) {
            let message = format!("it returns its arguments, which are `{wanted}`, and not `{}`", ty.text);
            return Some(
                wrong(&codes::MISFIT, at, message, "").help(format!("write `RETURNS {wanted}`, or leave it out")),
            );
        }
    }
    None
}
