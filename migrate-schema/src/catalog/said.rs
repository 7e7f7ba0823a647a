//! What is said about an object beside its definition, and can be taken back: privileges, comments on columns of views,
//! defaults of them (PostgreSQL). Each stands for itself and is compared by what it comes to.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::change::Action;
use super::details::Definition;
use super::name::{Ident, Path};
use super::other::{Other, OtherName};
use super::{Catalog, Found, Key, Object, Space};

/// Stands for the name of the object in a text, so that it follows when the object is renamed.
pub const NAME: char = '\u{1}';

/// What it is said about.
#[derive(Debug, Clone)]
pub enum About {
    /// A table, view or sequence.
    Relation(Path),
    /// A type or domain.
    Type(Path),
    /// Functions of a name.
    Routine(Path),
    /// A schema.
    Schema(Ident),
    /// What is kept as its text.
    Other(OtherName),
    /// Every object of a kind in a schema that is there: `TABLES`, `SEQUENCES`, `FUNCTIONS`, `PROCEDURES`, `ROUTINES`.
    AllIn(Arc<str>, Ident),
    /// Objects of a kind that are made from now on, in a schema or anywhere.
    Later(Arc<str>, Option<Ident>),
}

/// Something is said, or taken back.
#[derive(Debug, Clone)]
pub struct Said {
    /// Which kind of statement: `GRANT`.
    pub kind: Arc<str>,
    /// About what.
    pub about: About,
    /// The arguments of the function that is meant, where they are written.
    pub arguments: Option<Arc<str>>,
    /// What, with all that tells it from others about the same object: `select to reader`.
    pub what: Ident,
    /// Equal for two that come to the same.
    pub meaning: Arc<str>,
    /// The statement, with [`NAME`] where the object is named; none takes back what was said.
    pub text: Option<Arc<str>>,
    /// The statement that takes it back.
    pub undo: Arc<str>,
}

impl Catalog {
    pub(super) fn say(&mut self, said: &Said) {
        let keys = match &said.about {
            About::AllIn(kind, schema) => {
                let in_schema = self.entries.iter().filter(|(key, _)| key.schema == schema.key);
                in_schema.filter(|(_, entry)| is_of(kind, &entry.object)).map(|(key, _)| key.clone()).collect()
            }
            about => self.about(about).into_iter().collect::<Vec<_>>(),
        };
        for key in keys {
            self.say_of(&key, said);
            // Of a sequence that is called a table, all is taken that it has, too.
            let role = said.what.key.strip_prefix("truncate to ").filter(|_| said.text.is_none());
            let is_sequence =
                || self.existing(&key).is_some_and(|entry| matches!(entry.object, Object::Sequence { .. }));
            if let Some(role) = role
                && is_sequence()
            {
                let what: Arc<str> = format!("usage to {role}").into();
                let what = Ident { text: what.clone(), key: what, ..said.what.clone() };
                self.say_of(&key, &Said { what, ..said.clone() });
            }
        }
    }

    fn about(&self, about: &About) -> Option<Key> {
        let found = |space: Space, path: &Path| match self.find(space, path) {
            Found::Here { key, .. } => Some(key),
            Found::Missing(_) | Found::Unsure => None,
        };
        match about {
            About::Relation(path) => found(Space::Relation, path),
            // A type made of columns has them under its name.
            About::Type(path) => found(Space::Type, path),
            About::Routine(path) => found(Space::Routine, path),
            About::Schema(name) => Some(Key { space: Space::Schema, name: name.key.clone(), schema: "".into() }),
            About::Other(name) => Some(self.other_key(name).0),
            About::Later(kind, schema) => {
                let schema = schema.as_ref().map(|schema| schema.key.clone()).unwrap_or_default();
                Some(Key { space: Space::Other, name: kind.clone(), schema })
            }
            About::AllIn(..) => None,
        }
    }

    /// Functions of one name are told apart by their arguments: it is said about one of them, or about each.
    fn say_of(&mut self, about: &Key, said: &Said) {
        let all = match self.entries.get(about).map(|entry| &entry.object) {
            Some(Object::Routine { details, .. }) => {
                let meant = |own: &&Arc<super::details::RoutineDetails>| {
                    said.arguments.as_ref().is_none_or(|arguments| own.arguments == *arguments)
                };
                details.iter().filter(meant).map(|own| format!("({})", own.arguments)).collect()
            }
            _ => vec![String::new()],
        };
        for arguments in all {
            let name = NAME.to_string();
            let named = format!("{name}{arguments}");
            let what: Arc<str> = format!("{}{arguments}", said.what.text).into();
            let said = Said {
                what: Ident { text: what.clone(), key: what, ..said.what.clone() },
                text: said.text.as_ref().map(|text| text.replace(&name, &named).into()),
                undo: said.undo.replace(&name, &named).into(),
                ..said.clone()
            };
            self.say_once(about, &said);
        }
    }

    fn say_once(&mut self, about: &Key, said: &Said) {
        let about = about.clone();
        let key = said_key(&said.kind, &said.what.key, &about);
        let Some(text) = &said.text else {
            let on_columns =
                self.pointing_to(&about).into_iter().filter(|own| on_all_columns(own).as_ref() == Some(&key));
            for key in on_columns.chain([key.clone()]).collect::<Vec<_>>() {
                if self.existing(&key).is_some() {
                    self.put_gone(key, said.what.place, None);
                }
            }
            return;
        };
        self.point(&key, &about);
        let definition = Definition { text: text.clone(), meaning: said.meaning.clone(), parts: None };
        let other = Other {
            kind: said.kind.clone(),
            table: Some(about),
            definition: Arc::new(definition),
            named: said.what.text.clone(),
            undo: Some(said.undo.clone()),
            since: Vec::new(),
            publication: None,
        };
        self.put_object(key, &said.what, Object::Other(other));
    }

    /// What is granted on whatever is made holds for what is made now.
    pub(super) fn grant_as_usual(&mut self, key: &Key) {
        let Some(entry) = self.existing(key) else { return };
        let arguments = match &entry.object {
            Object::Routine { details, .. } => details.last().map(|own| own.arguments.clone()),
            _ => None,
        };
        for (_, said) in self.usual(key, &entry.object, arguments.as_ref()) {
            self.say_of(key, &said);
        }
    }

    /// What is granted on whatever is made, as it is said of one object, each with where it stands. What is granted on that
    /// which somebody else makes does not hold here.
    fn usual(&self, key: &Key, object: &Object, arguments: Option<&Arc<str>>) -> Vec<(Key, Said)> {
        let kind = match object {
            Object::Table(_) | Object::View(_) => "TABLES",
            Object::Sequence { .. } => "SEQUENCES",
            Object::Type { .. } => "TYPES",
            // Procedures and aggregates are functions here.
            Object::Routine { .. } => "FUNCTIONS",
            Object::Schema => "SCHEMAS",
            _ => return Vec::new(),
        };
        let word = match kind {
            "FUNCTIONS" => "ROUTINE",
            kind => kind.trim_end_matches('S'),
        };
        BTreeSet::from([Arc::from(""), key.schema.clone()])
            .into_iter()
            .map(|schema| Key { space: Space::Other, name: kind.into(), schema })
            .flat_map(|later| self.pointing_to(&later))
            .filter_map(|said| {
                let entry = self.existing(&said)?;
                let Object::Other(Other { kind, definition, named, undo: Some(_), .. }) = &entry.object else {
                    return None;
                };
                if &**kind != "DEFAULT PRIVILEGES" {
                    return None;
                }
                // `select to reader`, as it stands in the statement.
                let (privilege, to) = named.rsplit_once(" to ")?;
                let privilege = privilege.to_uppercase();
                let option = &*definition.meaning;
                let grant = format!("GRANT {privilege} ON {word} {NAME} TO {to}{option}");
                let revoke = format!("REVOKE {privilege} ON {word} {NAME} FROM {to}");
                // What everybody has is taken away.
                let grants = definition.text.contains(" GRANT ");
                let (text, undo) = if grants { (grant, revoke) } else { (revoke, grant) };
                let new = Said {
                    kind: "GRANT".into(),
                    about: About::Later("".into(), None),
                    what: Ident { text: named.clone(), key: named.clone(), place: entry.place, double_quoted: false },
                    arguments: arguments.cloned(),
                    meaning: definition.meaning.clone(),
                    text: Some(text.into()),
                    undo: undo.into(),
                };
                Some((said, new))
            })
            .collect()
    }

    /// What is granted on whatever is made, here and in another schema, and is not said there of an object that is to be
    /// made: under which key it would be said, and the statement that takes it back, with [`NAME`] where the object is named.
    pub(crate) fn not_as_usual(&self, after: &Catalog, key: &Key) -> Vec<(Key, String)> {
        let Some(entry) = after.existing(key) else { return Vec::new() };
        let all: Vec<Option<Arc<str>>> = match &entry.object {
            Object::Routine { details, .. } => details.iter().map(|own| Some(own.arguments.clone())).collect(),
            _ => vec![None],
        };
        let text = |catalog: &Catalog, key: &Key| match &catalog.existing(key)?.object {
            Object::Other(other) => Some(format!("{}{}", other.definition.text, other.definition.meaning)),
            _ => None,
        };
        let mut found = Vec::new();
        for arguments in all {
            let behind = arguments.as_ref().map(|own| format!("({own})")).unwrap_or_default();
            for (said, usual) in self.usual(key, &entry.object, arguments.as_ref()) {
                let own = said_key(&usual.kind, &format!("{}{behind}", usual.what.key).into(), key);
                if text(after, &said) == text(self, &said) && after.existing(&own).is_none() {
                    found.push((own, usual.undo.replace(NAME, &format!("{NAME}{behind}"))));
                }
            }
        }
        found
    }

    /// What is said about an object speaks of it by its new name.
    pub(super) fn follow_said(&mut self, from: &Key, to: &Key) {
        for key in self.pointing_to(from) {
            let Some(entry) = self.existing(&key) else { continue };
            let Object::Other(other) = &entry.object else { continue };
            if other.undo.is_none() || other.table.as_ref() != Some(from) {
                continue;
            }
            let mut other = other.clone();
            other.table = Some(to.clone());
            let now = said_key(&other.kind, &key.name, to);
            self.put(key, None);
            self.point(&now, to);
            let entry = super::Entry { object: Object::Other(other), ..(*entry).clone() };
            self.put(now, Some(Arc::new(entry)));
        }
    }

    /// What is said about an object goes with it.
    pub(super) fn unsay(&mut self, about: &Key, place: crate::source::Place) {
        for key in self.pointing_to(about) {
            let said = matches!(self.existing(&key).as_deref().map(|entry| &entry.object), Some(Object::Other(Other { undo: Some(_), table: Some(table), .. })) if table == about);
            if said {
                self.put_gone(key, place, None);
            }
        }
    }

    /// A default or setting of a column of a view.
    pub(super) fn say_of_view(&mut self, view: &Key, action: &Action) {
        let name_of = |name: &Ident| shown(&name.text);
        let materialized = matches!(self.existing(view).as_deref().map(|entry| &entry.object), Some(Object::View(view)) if view.materialized);
        let head = if materialized { "ALTER MATERIALIZED VIEW" } else { "ALTER VIEW" };
        let mut found = Vec::new();
        match action {
            Action::SetDefault { name, default, .. } => {
                let head = format!("{head} {NAME} ALTER COLUMN {}", name_of(name));
                let text = default.as_ref().map(|default| format!("{head} SET DEFAULT {default}"));
                found.push((name, "default", text, format!("{head} DROP DEFAULT")));
            }
            Action::SetColumnOptions { name, settings } => {
                let head = format!("{head} {NAME} ALTER COLUMN {}", name_of(name));
                for (option, value) in settings {
                    let (word, usual) = match &**option {
                        "statistics" => ("STATISTICS", "-1"),
                        "storage" => ("STORAGE", "EXTENDED"),
                        "compression" => ("COMPRESSION", "default"),
                        _ => continue,
                    };
                    let text = value.as_ref().map(|value| format!("{head} SET {word} {value}"));
                    found.push((name, word, text, format!("{head} SET {word} {usual}")));
                }
            }
            Action::SetOptions { settings, .. } => {
                let Some((_, index)) = settings.iter().find(|(option, _)| &**option == "cluster on") else { return };
                let Some(entry) = self.existing(view) else { return };
                let at = Ident {
                    text: entry.name.clone(),
                    key: view.name.clone(),
                    place: entry.place,
                    double_quoted: false,
                };
                let text = index.as_ref().map(|index| format!("{head} {NAME} CLUSTER ON {}", shown(index)));
                self.say_of(view, &said("CLUSTER", "cluster", &at, text, format!("{head} {NAME} SET WITHOUT CLUSTER")));
            }
            _ => (),
        }
        for (name, word, text, undo) in found {
            let what = format!("{} of column {}", word.to_lowercase(), name.key);
            self.say_of(view, &said("COLUMN", &what, name, text, undo));
        }
    }

    /// The type of whose rows a table is.
    pub(super) fn say_type(&mut self, table: &Key, of: Option<&Path>) {
        let Some(entry) = self.existing(table) else { return };
        let text = of.map(|of| format!("ALTER TABLE {NAME} OF {}", super::rewrite::shown_path(of, self.dialect)));
        let at = Ident { text: entry.name.clone(), key: table.name.clone(), place: entry.place, double_quoted: false };
        self.say_of(table, &said("OF", "of a type", &at, text, format!("ALTER TABLE {NAME} NOT OF")));
    }

    /// The type of whose rows a table is, as it was written; none if it is of no type.
    pub(crate) fn said_type(&self, table: &Key) -> Option<Arc<str>> {
        let entry = self.existing(&said_key("OF", &"of a type".into(), table))?;
        let Object::Other(other) = &entry.object else { return None };
        other.definition.text.rsplit_once(" OF ").map(|(_, of)| of.into())
    }

    /// A rule is on or off.
    pub(super) fn set_rule(&mut self, table: &Key, name: &Ident, on: bool) {
        let path = self.path_of(table);
        let rule = OtherName { kind: "RULE".into(), name: name.clone(), rest: "".into(), on: Some(path.clone()) };
        let rule = self.other_key(&rule).0;
        let (table, name_) = (super::rewrite::shown_path(&path, self.dialect), shown(&name.text));
        let off = format!("ALTER TABLE {table} DISABLE RULE {name_}");
        let undo = format!("ALTER TABLE {table} ENABLE RULE {name_}");
        self.say_of(&rule, &said("RULE", "disabled", name, (!on).then_some(off), undo));
    }

    /// The trigger that a partition has from its parent runs at other times there.
    pub(super) fn say_trigger(&mut self, table: &Key, name: &Ident, state: Option<&Arc<str>>) {
        let part = self.existing(table).is_some_and(|entry| match &entry.object {
            Object::Table(table) => table.bound.is_some(),
            _ => false,
        });
        if !part || self.dialect != migrate_core::Dialect::Postgres {
            return;
        }
        let trigger = format!("TRIGGER {}", shown(&name.text));
        let text = state.map(|state| format!("ALTER TABLE {NAME} {} {trigger}", trigger_words(Some(state))));
        let what = format!("state of trigger {}", name.key);
        self.say_of(table, &said("TRIGGER", &what, name, text, format!("ALTER TABLE {NAME} ENABLE {trigger}")));
    }

    /// Whether all partitions of a table run a trigger when these words say.
    pub(crate) fn runs_alike(&self, table: &Key, trigger: &Arc<str>, words: &str) -> bool {
        let what: Arc<str> = format!("state of trigger {trigger}").into();
        let said = format!(" {words} TRIGGER ");
        self.children(table).iter().all(|child| {
            let alike = match self.existing(&said_key("TRIGGER", &what, child)).as_deref().map(|entry| &entry.object) {
                Some(Object::Other(other)) => other.definition.text.contains(&said),
                _ => words == trigger_words(None),
            };
            alike && self.runs_alike(child, trigger, words)
        })
    }

    /// What is said about a column of a view, an attribute of a type, or a constraint of a domain.
    pub(super) fn say_comment(&mut self, about: &Key, what: &str, name: &Ident, text: Option<&Arc<str>>, on: &str) {
        let comment = |text: String| format!("COMMENT ON {on} IS {text}");
        let written = text.map(|text| comment(format!("'{}'", text.replace('\'', "''"))));
        self.say_of(about, &said("COMMENT", what, name, written, comment("NULL".to_owned())));
    }

    /// What is said about a thing that was there before anything was made, and is said otherwise by itself.
    pub(super) fn say_standing_comment(&mut self, about: &Key, name: &Ident, text: Option<&Arc<str>>, usual: &str) {
        let comment = |text: &str| format!("COMMENT ON SCHEMA {} IS '{}'", shown(&name.text), text.replace('\'', "''"));
        let written = text.map(|text| comment(text));
        self.say_of(about, &said("COMMENT", "comment", name, written, comment(usual)));
    }

    /// One function of several goes, and what is said about it.
    pub(super) fn unsay_of_routine(&mut self, key: &Key, arguments: &str) {
        let ending = format!("({arguments})");
        for said in self.pointing_to(key) {
            let own = said.name.ends_with(&ending)
                && matches!(
                    self.existing(&said).as_deref().map(|entry| &entry.object),
                    Some(Object::Other(Other { undo: Some(_), .. }))
                );
            if own {
                self.put_gone(said, crate::source::Place::nowhere(), None);
            }
        }
    }
}

/// A name as it is written where it may be a keyword.
pub(crate) fn shown(name: &str) -> String {
    if super::rewrite::is_plain(name) { name.to_owned() } else { migrate_core::Dialect::Postgres.quote_name(name) }
}

/// One whose meaning is its text.
fn said(kind: &str, what: &str, at: &Ident, text: Option<String>, undo: String) -> Said {
    Said {
        kind: kind.into(),
        about: About::Later("".into(), None),
        arguments: None,
        what: Ident { text: what.into(), key: what.into(), place: at.place, double_quoted: false },
        meaning: text.clone().unwrap_or_default().into(),
        text: text.map(Into::into),
        undo: undo.into(),
    }
}

/// When a trigger runs, as `ALTER TABLE` says it.
pub(crate) fn trigger_words(state: Option<&str>) -> String {
    match state {
        None => "ENABLE".to_owned(),
        Some("disabled") => "DISABLE".to_owned(),
        Some(state) => format!("ENABLE {}", state.to_uppercase()),
    }
}

fn said_key(kind: &str, what: &Arc<str>, about: &Key) -> Key {
    let schema = format!("{kind}\u{0}{}\u{0}{}\u{0}{}", about.space as u8, about.schema, about.name);
    Key { space: Space::Other, name: what.clone(), schema: schema.into() }
}

/// The privilege on the whole table of one that is on a column: who loses that one loses this one, too.
pub(crate) fn on_all_columns(column: &Key) -> Option<Key> {
    let (privilege, rest) = column.name.split_once(" (")?;
    let (_, role) = rest.split_once(") to ")?;
    Some(Key { name: format!("{privilege} to {role}").into(), ..column.clone() })
}

/// Whether `ALL … IN SCHEMA` means it.
fn is_of(kind: &str, object: &Object) -> bool {
    match (kind, object) {
        ("TABLES", Object::Table(_) | Object::View(_))
        | ("SEQUENCES", Object::Sequence { .. })
        | ("TYPES", Object::Type { .. }) => true,
        ("FUNCTIONS" | "PROCEDURES" | "ROUTINES", Object::Routine { details, .. }) => {
            let procedure = details.iter().any(|own| &*own.kind == "procedure");
            kind == "ROUTINES" || procedure == (kind == "PROCEDURES")
        }
        _ => false,
    }
}
