//! Types: enums, domains and the others.

use std::sync::Arc;

use migrate_core::Dialect;

use super::change::{Kind, TypeAction};
use super::details::TypeDetails;
use super::name::{Ident, Path};
use super::table::Column;
use super::{Catalog, Entry, Found, Key, Object, Space};
use crate::diagnostic::{Diagnostic, semantic as codes};
use crate::source::Place;

/// Whether it is a type of which nothing but the name is known yet.
fn is_shell(object: &Object) -> bool {
    let Object::Type { kind: Kind::Type, values: None, details } = object else { return false };
    details.rest.is_empty() && details.attributes.is_empty()
}

impl Catalog {
    pub(super) fn create_type(&mut self, new: &super::change::NewType, out: &mut Vec<Diagnostic>) {
        let key = self.key_for(Space::Type, &new.path, false);
        let relation = Key { space: Space::Relation, ..key.clone() };
        let taken = [&key, &relation].into_iter().find_map(|key| Some((key, self.existing(key)?)));
        // What a shell stood for so far.
        let filled = new.shell && new.details.rest.starts_with('(');
        if let Some((key, entry)) = taken.filter(|(_, entry)| !(filled && is_shell(&entry.object))) {
            let is_row = matches!(entry.object, Object::Table(_) | Object::View(_) | Object::Type { .. });
            if is_row && self.sure(key) && !new.shell {
                out.push(self.taken(new.kind.name(), &new.path, &entry));
            }
            return;
        }
        let mut values: Vec<Arc<str>> = Vec::new();
        for (value, place) in new.values.iter().flatten() {
            if values.contains(value) {
                let message = format!("`{}` has the value '{value}' twice", new.path.name.text);
                out.push(Diagnostic::error(&codes::ENUM_VALUE, message).at(*place, "the second time"));
            }
            values.push(value.clone());
        }
        for (_, ty) in &new.details.attributes {
            self.check_type(Some(ty), out);
        }
        self.check_type(new.details.base.as_ref(), out);
        let values = new.values.is_some().then_some(values);
        let mut details = new.details.clone();
        details.checks.clear();
        for (name, expr) in &new.details.checks {
            act(&new.path.name, &mut details, &TypeAction::AddCheck(name.clone(), expr.clone()), self.dialect);
        }
        if details.default.is_none() {
            details.default = self.default_of_base(details.base.as_ref());
        }
        let object = Object::Type { kind: new.kind, values, details: Arc::new(details) };
        self.put_object(key, &new.path.name, object);
    }

    /// What a domain has for a default when it is made over another one, and nothing is said.
    fn default_of_base(&self, base: Option<&super::table::Type>) -> Option<Arc<str>> {
        let own = base?.own.as_ref().filter(|_| self.dialect == Dialect::Postgres)?;
        let Found::Here { entry, sure: true, .. } = self.find(Space::Type, own) else { return None };
        match &entry.object {
            Object::Type { details, .. } => details.default.clone(),
            _ => None,
        }
    }

    /// A range type brings another one, of sets of its ranges: with a name of its own, or one made of that of the range.
    pub(super) fn may_be_multirange(&self, name: &str) -> bool {
        self.of_space(Space::Type).any(|(key, entry)| {
            let Object::Type { details, .. } = &entry.object else { return false };
            let rest = details.rest.to_ascii_lowercase();
            rest.starts_with("as range")
                && match rest.contains("multirange_type_name") {
                    true => rest.contains(name),
                    // `range` in it becomes `multirange`, the server cuts long ones, and numbers ones that are taken.
                    false => {
                        name.contains("multirange")
                            && name.starts_with(key.name.split("range").next().unwrap_or_default())
                    }
                }
        })
    }

    /// `ADD VALUE`. `neighbour`: the value next to it, and whether it comes after that.
    pub(super) fn add_value(
        &mut self,
        path: &Path,
        (value, at): (&Arc<str>, Place),
        if_not_exists: bool,
        neighbour: Option<(&Arc<str>, Place, bool)>,
        out: &mut Vec<Diagnostic>,
    ) {
        self.change_values(path, out, |values, out| {
            if values.contains(value) {
                if !if_not_exists {
                    let message = format!("`{}` has the value '{value}' already", path.name.text);
                    out.push(Diagnostic::error(&codes::ENUM_VALUE, message).at(at, "added again here"));
                }
                return;
            }
            let Some((neighbour, place, after)) = neighbour else {
                values.push(value.clone());
                return;
            };
            match values.iter().position(|known| known == neighbour) {
                Some(found) => values.insert(found + usize::from(after), value.clone()),
                None => out.push(unknown_value(&path.name, neighbour, place, values)),
            }
        });
    }

    /// `RENAME VALUE`.
    pub(super) fn rename_value(
        &mut self,
        path: &Path,
        from: &(Arc<str>, Place),
        to: &(Arc<str>, Place),
        out: &mut Vec<Diagnostic>,
    ) {
        self.change_values(path, out, |values, out| {
            let Some(found) = values.iter().position(|value| *value == from.0) else {
                out.push(unknown_value(&path.name, &from.0, from.1, values));
                return;
            };
            if values.contains(&to.0) {
                let message = format!("`{}` has the value '{}' already", path.name.text, to.0);
                out.push(Diagnostic::error(&codes::ENUM_VALUE, message).at(to.1, "renamed to it here"));
                return;
            }
            values[found] = to.0.clone();
        });
        if let Found::Here { key, .. } = self.find(Space::Type, path) {
            self.follow_value(&key, &from.0, &to.0);
        }
    }

    /// A default is a value, not its text: it has the new name, too.
    fn follow_value(&mut self, ty: &Key, from: &str, to: &str) {
        let (from, to) = (self.dialect.quote_text(from), self.dialect.quote_text(to));
        let renamed = |column: &Column| {
            let default = column.default.as_deref().filter(|_| self.has_type(column, ty))?;
            let rest = default.strip_prefix(&from)?;
            (rest.is_empty() || rest.starts_with("::")).then(|| Arc::from(format!("{to}{rest}")))
        };
        let found: Vec<(Key, usize, Arc<str>)> = self
            .tables()
            .flat_map(|(key, table)| table.columns.iter().enumerate().map(move |(at, column)| (key, at, column)))
            .filter_map(|(key, at, column)| Some((key.clone(), at, renamed(column)?)))
            .collect();
        for (key, at, default) in found {
            if let Some(table) = self.table_mut(&key) {
                table.columns[at].default = Some(default);
            }
        }
    }

    fn change_values(
        &mut self,
        path: &Path,
        out: &mut Vec<Diagnostic>,
        change: impl FnOnce(&mut Vec<Arc<str>>, &mut Vec<Diagnostic>),
    ) {
        match self.find(Space::Type, path) {
            Found::Here { key, entry, sure } => {
                let Object::Type { kind, values: Some(values), details } = &entry.object else { return };
                let (kind, mut values, details) = (*kind, values.clone(), details.clone());
                let mut found = Vec::new();
                change(&mut values, &mut found);
                if found.is_empty() {
                    let changed =
                        Entry { object: Object::Type { kind, values: Some(values), details }, ..(*entry).clone() };
                    self.put(key, Some(Arc::new(changed)));
                } else if sure {
                    for problem in found {
                        out.push(problem.label(entry.place, format!("`{}` is made here", entry.name)));
                    }
                    self.put_unknown(key);
                }
            }
            Found::Missing(gone) if !self.state.foreign_types => {
                out.push(self.unknown(Kind::Type, path, gone.as_deref()));
                self.doubt_name(&path.name);
            }
            Found::Missing(_) | Found::Unsure => (),
        }
    }

    /// `ALTER DOMAIN`, and `ALTER TYPE` of a composite type.
    pub(super) fn alter_type(&mut self, path: &Path, actions: &[TypeAction]) {
        let Found::Here { key, .. } = self.find(Space::Type, path) else { return };
        let dialect = self.dialect;
        self.object_mut(&key, |object| {
            let Object::Type { details, .. } = object else { return };
            let details = Arc::make_mut(details);
            for action in actions {
                act(&path.name, details, action, dialect);
            }
        });
        self.follow_type(&key, actions);
    }
}

impl Catalog {
    /// Whether a range type has brought a type of several ranges with this name.
    pub(super) fn is_multirange(&self, name: &str) -> bool {
        self.of_space(Space::Type).any(|(key, entry)| {
            let Object::Type { details, .. } = &entry.object else { return false };
            let rest = details.rest.to_lowercase();
            if !rest.contains("range") {
                return false;
            }
            let usual = match key.name.contains("range") {
                true => key.name.replacen("range", "multirange", 1),
                false => format!("{}_multirange", key.name),
            };
            let words: Vec<&str> =
                rest.split(|c: char| !c.is_alphanumeric() && c != '_').filter(|word| !word.is_empty()).collect();
            let given = words.windows(2).find(|two| two[0] == "multirange_type_name").map(|two| two[1]);
            given.unwrap_or(&usual) == name
        })
    }
}

fn act(name: &Ident, details: &mut TypeDetails, action: &TypeAction, dialect: migrate_core::Dialect) {
    match action {
        TypeAction::SetDefault(default) => details.default = default.clone(),
        TypeAction::SetNotNull(not_null) => details.not_null = *not_null,
        TypeAction::AddCheck(check, expr) => {
            let check = check.clone().unwrap_or_else(|| check_name(name, &details.checks, dialect));
            details.checks.push((Some(check), expr.clone()));
        }
        TypeAction::AddOpenCheck(check, expr) => {
            let check = check.clone().unwrap_or_else(|| check_name(name, &details.checks, dialect));
            details.not_valid.insert(check.key.clone());
            details.checks.push((Some(check), expr.clone()));
        }
        TypeAction::ValidateCheck(check) => drop(details.not_valid.remove(&check.key)),
        TypeAction::DropCheck(check, _) => {
            details.not_valid.remove(&check.key);
            details.checks.retain(|(own, _)| own.as_ref() != Some(check));
        }
        TypeAction::RenameCheck(from, to) => {
            if details.not_valid.remove(&from.key) {
                details.not_valid.insert(to.key.clone());
            }
            for (own, _) in details.checks.iter_mut().filter(|(own, _)| own.as_ref() == Some(from)) {
                *own = Some(to.clone());
            }
        }
        TypeAction::AddAttribute(name, ty) => details.attributes.push((name.clone(), ty.clone())),
        TypeAction::DropAttribute(name, _) => details.attributes.retain(|(own, _)| own != name),
        TypeAction::SetAttribute(name, ty) => {
            for (_, own) in details.attributes.iter_mut().filter(|(own, _)| own == name) {
                *own = ty.clone();
            }
        }
        TypeAction::RenameAttribute(from, to) => {
            for (own, _) in details.attributes.iter_mut().filter(|(own, _)| own == from) {
                *own = to.clone();
            }
        }
    }
}

/// The name PostgreSQL gives to a check of a domain without one.
fn check_name(
    domain: &Ident,
    checks: &[(Option<Ident>, super::change::Expr)],
    dialect: migrate_core::Dialect,
) -> Ident {
    let mut number = 0;
    loop {
        let number_text = if number == 0 { String::new() } else { number.to_string() };
        let name = super::naming::joined(&domain.key, "", &format!("check{number_text}"));
        let name = Ident::made(&name, dialect, domain.place);
        if !checks.iter().any(|(own, _)| own.as_ref() == Some(&name)) {
            return name;
        }
        number += 1;
    }
}

fn unknown_value(name: &Ident, value: &str, place: crate::source::Place, values: &[Arc<str>]) -> Diagnostic {
    let diagnostic = Diagnostic::error(&codes::ENUM_VALUE, format!("`{}` has no value '{value}'", name.text))
        .at(place, "not one of its values");
    match crate::diagnostic::nearest(value, values.iter().map(|value| &**value)) {
        Some(near) => diagnostic.help(format!("did you mean '{near}'?")),
        None => diagnostic,
    }
}
