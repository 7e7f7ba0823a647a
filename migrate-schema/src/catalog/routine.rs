//! Functions and procedures. PostgreSQL has several of one name, told apart by the types of their arguments.

use std::sync::Arc;

use migrate_core::Dialect;

use super::change::{Body, Kind, Reach, RoutineAction, Written};
use super::constraint::ConstraintKind;
use super::details::{Definition, RoutineDetails};
use super::fits::is_servers;
use super::name::{Ident, Path};
use super::new::Part;
use super::rewrite::shown;
use super::{Catalog, Entry, Found, Key, Object, Space};
use crate::diagnostic::Diagnostic;
use crate::sql::{Lexer, Token};

impl Catalog {
    pub(super) fn create_routine(
        &mut self,
        path: &Path,
        or_replace: bool,
        body: &Arc<Body>,
        for_triggers: bool,
        new: &Arc<RoutineDetails>,
    ) {
        let key = self.key_for(Space::Routine, path, false);
        let mut bodies = Vec::new();
        let mut details = Vec::new();
        if let Some(entry) = self.entries.get(&key)
            && let Object::Routine { bodies: known, details: others } = &entry.object
        {
            bodies = known.clone();
            details = others.clone();
        }
        let known = bodies.len() == details.len();
        let same = details.iter().position(|other| is_same(other, new)).filter(|_| known);
        let mut new = new.clone();
        match same {
            Some(at) => {
                bodies.remove(at);
                // It is still said about the one that stands in its place.
                Arc::make_mut(&mut new).comment = details.remove(at).comment.clone();
            }
            // The types may be the same by other names.
            None if or_replace && bodies.len() == 1 && known => {
                let one =
                    details.first().is_some_and(|other| count(other) == count(&new) && !are_other_types(other, &new));
                if one {
                    bodies.clear();
                    details.clear();
                }
            }
            None if or_replace && bodies.len() == 1 => bodies.clear(),
            None => (),
        }
        // One that stands in the place of another keeps it: others of the name may call it.
        let place = same.unwrap_or(bodies.len());
        bodies.insert(place, body.clone());
        if known || bodies.len() == 1 {
            details.insert(place.min(details.len()), new.clone());
        }
        let acts = !body.alters_like.is_empty()
            || !body.makes_like.is_empty()
            || body.alters
            || body.makes
            || body.path
            || body.strangers
            || matches!(body.reach, Reach::Words(_) | Reach::Everything);
        if for_triggers && acts {
            Arc::make_mut(&mut self.state.acting).insert(path.name.key.clone());
        }
        self.put_object(key, &path.name, Object::Routine { bodies, details });
    }

    /// The statements of a body, which see its arguments.
    pub(super) fn check_bodies(&self, queries: &[super::mention::Scope], out: &mut Vec<Diagnostic>) {
        let known = out.len();
        for query in queries {
            self.check_scope(query, out);
            if out.len() > known {
                out.truncate(known + 1);
                return;
            }
        }
    }

    /// What else a body says; the first that is wrong.
    pub(super) fn check_written(
        &mut self,
        path: &Path,
        details: &RoutineDetails,
        (written, queries): (&Written, &[super::mention::Scope]),
        out: &mut Vec<Diagnostic>,
    ) {
        let known = out.len();
        out.extend(written.fault.clone());
        if let (Some(ends), Some(signature), true, "function") =
            (written.ends, &details.signature, out.len() == known, &*details.kind)
        {
            out.extend(self.broken_return(&path.name, signature, ends, queries.last()));
        }
        written.types.iter().for_each(|ty| self.check_own_type(ty, out));
        for (path, column) in &written.like {
            // A type of rows has columns like a table.
            if self.of_name(Space::Type, &path.name.key).next().is_none() && out.len() == known {
                self.needs(Kind::Table, path, column.as_ref(), false, out);
            }
        }
        out.truncate(known + 1);
    }

    pub(super) fn drop_routines(
        &mut self,
        kind: Option<Kind>,
        paths: &[(Path, Option<Arc<str>>)],
        if_exists: bool,
        cascade: bool,
        out: &mut Vec<Diagnostic>,
    ) {
        let kind = kind.unwrap_or(Kind::Function);
        for (path, arguments) in paths {
            if !if_exists {
                self.check_routine(kind, path, out);
            }
            if !cascade && self.refuse_routine(path, arguments.as_ref(), out) {
                continue;
            }
            if cascade && !matches!(self.find(Space::Routine, path), Found::Missing(_)) {
                self.drop_users_of_function(&path.name);
            }
            self.drop_one(kind, path, arguments.as_ref());
        }
    }

    /// The function must be there.
    pub(super) fn check_routine(&mut self, kind: Kind, path: &Path, out: &mut Vec<Diagnostic>) {
        // Extensions bring functions, and somebody may have made one before the first revision ran.
        if self.state.strangers || self.state.foreign_types || super::function::is_brought(&path.name.key) {
            return;
        }
        if let Found::Missing(gone) = self.find(Space::Routine, path) {
            out.push(self.unknown(kind, path, gone.as_deref()));
            let key = self.key_for(Space::Routine, path, false);
            self.make_unknown(key, &path.name);
        } else if self.dialect.is_mysql_family()
            && let Found::Here { entry, sure: true, .. } = self.find(Space::Routine, path)
            && let Object::Routine { details, bodies } = &entry.object
            && details.len() == bodies.len()
            && let Some(other) = details.first().filter(|_| details.iter().all(|own| *own.kind != *kind.name()))
        {
            let message = format!("`{}` is a {}, not a {}", path.name.text, other.kind, kind.name());
            out.push(
                Diagnostic::error(&crate::diagnostic::semantic::UNKNOWN_OBJECT, message)
                    .at(path.name.place, "")
                    .label(entry.place, "it is made here")
                    .help(format!("write `DROP {} {}`", other.kind.to_uppercase(), path.name.text)),
            );
        }
    }

    /// MySQL has one procedure and one function of a name.
    pub(super) fn is_routine_taken(&self, path: &Path, new: &RoutineDetails, out: &mut Vec<Diagnostic>) -> bool {
        if !self.dialect.is_mysql_family() {
            return false;
        }
        let Found::Here { entry, sure: true, .. } = self.find(Space::Routine, path) else { return false };
        let Object::Routine { details, bodies } = &entry.object else { return false };
        let taken = details.len() == bodies.len() && details.iter().any(|own| own.kind == new.kind);
        if taken {
            let message = format!("{} `{}` exists already", new.kind, path.shown());
            out.push(
                Diagnostic::error(&crate::diagnostic::semantic::DUPLICATE_OBJECT, message)
                    .at(path.name.place, "made again here")
                    .label(entry.place, "it is made here"),
            );
        }
        taken
    }

    /// A trigger that runs the function keeps it there.
    fn refuse_routine(&self, path: &Path, arguments: Option<&Arc<str>>, out: &mut Vec<Diagnostic>) -> bool {
        if self.dialect != Dialect::Postgres || self.state.triggers_unsure {
            return false;
        }
        let Found::Here { key, entry, sure: true } = self.find(Space::Routine, path) else { return false };
        let Object::Routine { bodies, details } = &entry.object else { return false };
        // `IF EXISTS`, and there is none that takes these.
        if arguments.is_some_and(|written| details.iter().all(|own| self.takes_other_arguments(own, written))) {
            return false;
        }
        // Which of several is meant, and whether another schema has one of this name, is not asked.
        if bodies.len() != 1 || !self.is_only_routine(&key.name) {
            return false;
        }
        let user = self.of_space(Space::Trigger).find(|(trigger, other)| match &other.object {
            Object::Trigger { definition, .. } => self.sure(trigger) && runs(&definition.meaning, &key.name),
            _ => false,
        });
        let what = format!("function `{}`", entry.name);
        if let Some((_, user)) = user {
            let user_name = format!("trigger `{}`", user.name);
            out.push(super::problem::in_use(&what, path.name.place, &user_name, user.place, true));
            return true;
        }
        // What the server has of this name may be what is called.
        if super::function::is_brought(&key.name) {
            return false;
        }
        let Some((user, place)) = self.caller(&key) else { return false };
        out.push(super::problem::in_use(&what, path.name.place, &user, place, true));
        true
    }

    /// What keeps a function there by calling it: a column, a constraint, an index or a view.
    fn caller(&self, routine: &Key) -> Option<(String, crate::source::Place)> {
        let calls = |text: &str| calls(text, routine, self.dialect);
        self.entries.values().filter(|entry| self.is_fresh(entry)).find_map(|entry| match &entry.object {
            Object::Table(table) if !table.open => {
                let column = table.columns.iter().find(|column| {
                    column.default.as_ref().is_some_and(|text| calls(text))
                        || column.generated.as_ref().is_some_and(|expr| calls(&expr.text))
                });
                let check = table.constraints.iter().find(|constraint| match &constraint.kind {
                    ConstraintKind::Check(expr) => calls(&expr.text),
                    _ => false,
                });
                let index = table.indexes.iter().find(|index| {
                    let part = index.parts.iter().any(|part| matches!(part, Part::Expr(expr) if calls(&expr.text)));
                    part || index.predicate.as_ref().is_some_and(|expr| calls(&expr.text))
                });
                let of = |what: String| format!("{what} of `{}`", entry.name);
                column
                    .map(|column| (of(format!("column `{}`", column.name.text)), column.name.place))
                    .or_else(|| check.map(|check| (of("a check".to_owned()), check.place)))
                    .or_else(|| index.map(|index| (of(format!("index `{}`", index.name.text)), index.name.place)))
            }
            Object::View(view) if calls(&view.details.query) => Some((format!("view `{}`", entry.name), entry.place)),
            _ => None,
        })
    }

    fn drop_one(&mut self, kind: Kind, path: &Path, arguments: Option<&Arc<str>>) {
        let Found::Here { key, entry, .. } = self.find(Space::Routine, path) else { return };
        let Object::Routine { bodies, details } = &entry.object else { return };
        let known = details.len() == bodies.len();
        if self.dialect.is_mysql_family() && known && details.iter().all(|own| *own.kind != *kind.name()) {
            // There is one of each, and this is the other.
            return;
        }
        if let Some(arguments) = arguments
            && known
            && kind != Kind::Procedure
            && details.iter().all(|own| self.takes_other_arguments(own, arguments))
        {
            // `IF EXISTS`, and there is none that takes these.
            return;
        }
        if bodies.len() < 2 {
            self.put_gone(key, path.name.place, None);
            return;
        }
        let word = if kind == Kind::Procedure { "procedure" } else { "function" };
        let fits = |own: &Arc<RoutineDetails>| match arguments {
            Some(arguments) => own.arguments == *arguments,
            None => *own.kind == *word,
        };
        let mut found = details.iter().enumerate().filter(|(_, own)| fits(own)).map(|(at, _)| at);
        let one = found.next().filter(|_| found.next().is_none() && known);
        let (mut bodies, mut details) = (bodies.clone(), details.clone());
        match one {
            Some(at) => {
                bodies.remove(at);
                let gone = details.remove(at);
                self.unsay_of_routine(&key, &gone.arguments);
            }
            None => {
                // What is left may do what any of them does.
                let merged = Arc::new(super::run::merged(&bodies));
                bodies = vec![merged; bodies.len() - 1];
                details.clear();
            }
        }
        let rest = Entry { object: Object::Routine { bodies, details }, ..(*entry).clone() };
        self.put(key, Some(Arc::new(rest)));
    }

    /// Whether a function is surely not the one with these arguments. Types that somebody made may have two names.
    fn takes_other_arguments(&self, own: &RoutineDetails, arguments: &str) -> bool {
        if own.arguments.contains('*') || arguments.contains('*') {
            return false;
        }
        let count = |text: &str| if text.is_empty() { 0 } else { text.split(", ").count() };
        if count(&own.arguments) != count(arguments) {
            return true;
        }
        own.arguments
            .split(", ")
            .zip(arguments.split(", "))
            .any(|(own, other)| own != other && [own, other].iter().all(|ty| is_servers(ty.trim_end_matches("[]"))))
    }

    /// `ALTER FUNCTION` and the like.
    pub(super) fn alter_routine(&mut self, path: &Path, arguments: Option<&Arc<str>>, action: &RoutineAction) {
        let Found::Here { key, entry, .. } = self.find(Space::Routine, path) else {
            // One that is not known has another name or does something else: its callers cannot tell.
            self.state.triggers_unsure = true;
            return;
        };
        let Object::Routine { bodies, details } = &entry.object else { return };
        let (bodies, details) = (bodies.clone(), details.clone());
        let at = details.iter().position(|own| arguments.is_none_or(|wanted| own.arguments == *wanted));
        let to = match action {
            RoutineAction::Rename(to) => Path { schema: None, name: to.clone() },
            RoutineAction::Move(schema) => Path { schema: Some(schema.clone()), name: path.name.clone() },
            RoutineAction::Clauses(words) => {
                let mut details = details;
                let known = bodies.len() == details.len();
                let new = at.filter(|_| known).and_then(|at| super::clauses::altered(&details[at].definition, words));
                match (at, new) {
                    (Some(at), Some(new)) => {
                        let details = Arc::make_mut(&mut details[at]);
                        details.definition = new;
                        if let Some(signature) = &mut details.signature {
                            Arc::make_mut(signature).immutable = None;
                        }
                    }
                    // What it is made of is not known any more; what it may do is.
                    (_, _) => details.clear(),
                }
                let object = Object::Routine { bodies, details };
                self.put(key, Some(Arc::new(Entry { object, ..(*entry).clone() })));
                return;
            }
        };
        if self.dialect == Dialect::Postgres {
            self.follow_function(&key, &to);
        }
        let schema = self.schema_of(&to).unwrap_or_else(|| key.schema.clone());
        let now = Key { space: Space::Routine, name: to.name.key.clone(), schema };
        let at = at.filter(|_| bodies.len() == details.len()).unwrap_or(bodies.len() - 1);
        let mut rest = (bodies.clone(), details.clone());
        let body = rest.0.remove(at);
        let moved = if at < rest.1.len() { Some(rest.1.remove(at)) } else { None };
        match rest.0.is_empty() {
            true => self.put_gone(key, to.name.place, Some(to.shown())),
            false => {
                let object = Object::Routine { bodies: rest.0, details: rest.1 };
                self.put(key, Some(Arc::new(Entry { object, ..(*entry).clone() })));
            }
        }
        let mut others = match self.existing(&now).map(|entry| entry.object.clone()) {
            Some(Object::Routine { bodies, details }) => (bodies, details),
            _ => (Vec::new(), Vec::new()),
        };
        let known = others.0.len() == others.1.len();
        others.0.push(body);
        if let Some(mut moved) = moved.filter(|_| known) {
            Arc::make_mut(&mut moved).definition = renamed(&moved, path, &to, self.dialect);
            others.1.push(moved);
        }
        self.put_object(now, &to.name, Object::Routine { bodies: others.0, details: others.1 });
    }

    /// What uses a function means the same one when it has another name. In the triggers that run it the name is replaced; of
    /// the rest it is not known how the server writes it from then on.
    fn follow_function(&mut self, from: &Key, to: &Path) {
        let name = Ident { text: from.name.clone(), key: from.name.clone(), ..to.name.clone() };
        let alone = self.is_only_routine(&from.name);
        for trigger in self.triggers_that_run(&from.name) {
            let dialect = self.dialect;
            self.object_mut(&trigger, |object| {
                let Object::Trigger { definition, .. } = object else { return };
                let new = match alone {
                    true => Definition {
                        text: executes(&definition.text, to, dialect),
                        meaning: executes(&definition.meaning, to, dialect),
                        parts: None,
                    },
                    false => Definition::default(),
                };
                *definition = Arc::new(new);
            });
        }
        for user in self.users_of_function(&name) {
            self.fail(&user);
        }
    }

    /// Whether no other schema has a function of this name.
    pub(super) fn is_only_routine(&self, name: &Arc<str>) -> bool {
        let there = self.of_name(Space::Routine, name);
        there.filter(|(_, entry)| !matches!(entry.object, Object::Gone { .. })).count() == 1
    }

    /// The triggers whose function has this name.
    pub(super) fn triggers_that_run(&self, name: &str) -> Vec<Key> {
        let fits =
            |object: &Object| matches!(object, Object::Trigger { definition, .. } if runs(&definition.meaning, name));
        self.entries.iter().filter(|(_, entry)| fits(&entry.object)).map(|(key, _)| key.clone()).collect()
    }

    pub(super) fn comment_routine(&mut self, path: &Path, arguments: Option<&Arc<str>>, text: Option<&Arc<str>>) {
        let Found::Here { key, entry, .. } = self.find(Space::Routine, path) else { return };
        let Object::Routine { bodies, details } = &entry.object else { return };
        let fits = |own: &Arc<RoutineDetails>| arguments.is_none_or(|wanted| own.arguments == *wanted);
        if details.iter().filter(|own| fits(own)).count() != 1 {
            return;
        }
        let (bodies, mut details) = (bodies.clone(), details.clone());
        for own in details.iter_mut().filter(|own| fits(own)) {
            Arc::make_mut(own).comment = text.cloned();
        }
        self.put(key, Some(Arc::new(Entry { object: Object::Routine { bodies, details }, ..(*entry).clone() })));
    }
}

fn is_same(one: &RoutineDetails, other: &RoutineDetails) -> bool {
    one.arguments == other.arguments && (one.kind == other.kind || !one.arguments.is_empty())
}

/// How many arguments it has, as far as commas tell.
fn count(details: &RoutineDetails) -> usize {
    if details.arguments.is_empty() { 0 } else { details.arguments.split(", ").count() }
}

/// Whether an argument has another type for sure: both are of the server's own, which have no names but those that are known.
fn are_other_types(one: &RoutineDetails, other: &RoutineDetails) -> bool {
    let pairs = one.arguments.split(", ").zip(other.arguments.split(", "));
    let own = |ty: &str| super::typing::is_of_server(ty.strip_suffix("[]").unwrap_or(ty));
    pairs.filter(|(one, other)| own(one) && own(other)).any(|(one, other)| one != other)
}

/// Its definition under another name: only the name behind `FUNCTION` is replaced.
fn renamed(details: &RoutineDetails, from: &Path, to: &Path, dialect: Dialect) -> Definition {
    let change = |text: &Arc<str>| -> Arc<str> {
        let tokens: Vec<Token> = Lexer::new(text, 0..text.len(), dialect).collect();
        let words = ["function", "procedure", "aggregate"];
        let Some(head) = tokens.iter().position(|token| words.iter().any(|word| token.is(text, word))) else {
            return text.clone();
        };
        let Some(open) = tokens.iter().position(|token| token.kind == crate::sql::Kind::Open) else {
            return text.clone();
        };
        let plain = |name: &Ident| shown(name, dialect);
        let schema = to.schema.as_ref().or(from.schema.as_ref()).map(|schema| format!("{}.", plain(schema)));
        let name = format!("{}{}", schema.unwrap_or_default(), plain(&to.name));
        let (start, end) = (tokens[head].end as usize, tokens[open].start as usize);
        format!("{} {name}{}", &text[..start], &text[end..]).into()
    };
    Definition { text: change(&details.definition.text), meaning: change(&details.definition.meaning), parts: None }
}

/// The definition of a trigger with another name for its function; a schema that stands before it stays.
fn executes(text: &str, to: &Path, dialect: Dialect) -> Arc<str> {
    let tokens: Vec<Token> = Lexer::new(text, 0..text.len(), dialect).collect();
    let is_head = |token: &Token| token.is(text, "function") || token.is(text, "procedure");
    let Some(head) = tokens.iter().rposition(is_head) else { return text.into() };
    let Some(open) = tokens[head..].iter().find(|token| token.kind == crate::sql::Kind::Open) else {
        return text.into();
    };
    let (start, end) = (tokens[head].end as usize, open.start as usize);
    let called = text[start..end].trim();
    let schema = match (&to.schema, called.rsplit_once('.')) {
        (Some(schema), _) => format!("{}.", shown(schema, dialect)),
        (None, Some((schema, _))) => format!("{schema}."),
        (None, None) => String::new(),
    };
    format!(
        "{} {schema}{}{}",
        &text[..start],
        shown(&to.name, dialect),
        &text[start + text[start..end].trim_end().len()..]
    )
    .into()
}

/// Whether a text calls a function of this name.
fn calls(text: &str, routine: &Key, dialect: Dialect) -> bool {
    let name = &*routine.name;
    // Few texts have the name at all.
    if !text.to_lowercase().contains(&*name.to_lowercase()) {
        return false;
    }
    let tokens: Vec<Token> = Lexer::new(text, 0..text.len(), dialect).collect();
    tokens.windows(2).enumerate().any(|(at, pair)| {
        let key = |token: &Token| {
            let named = matches!(token.kind, crate::sql::Kind::Word | crate::sql::Kind::Name);
            named.then(|| Ident::written(token.text(text), dialect, crate::source::Place::nowhere()).key)
        };
        let named = key(&pair[0]).as_deref() == Some(name);
        // In another schema it is another one, and behind these words there is no call.
        let plain = match at.checked_sub(1).map(|at| &tokens[at]) {
            Some(before) if before.kind == crate::sql::Kind::Dot => {
                at.checked_sub(2).and_then(|at| key(&tokens[at])).is_some_and(|schema| schema == routine.schema)
            }
            Some(before) => !["AS", "WITH", "RECURSIVE"].iter().any(|word| before.is(text, word)),
            None => true,
        };
        named && plain && pair[1].kind == crate::sql::Kind::Open
    })
}

/// Whether the definition of a trigger runs a function of this name.
fn runs(definition: &str, name: &str) -> bool {
    let words = ["execute function ", "execute procedure "];
    let Some(at) = words.iter().find_map(|word| definition.rfind(word).map(|at| at + word.len())) else { return false };
    let called = definition[at..].split('(').next().unwrap_or_default();
    called.rsplit('.').next().unwrap_or_default().trim().trim_matches('"') == name
}
