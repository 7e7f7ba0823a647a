//! Schemas, sequences, types, what is kept as its text, and what is only spoken of.

use std::sync::Arc;

use super::super::change::{Change, Commented, Kind, NewType, Numbered, PartKind, TypeAction};
use super::super::details::{Options, Settings};
use super::super::mention::Scope;
use super::super::name::{Ident, Path};
use super::super::problem::unknown_output;
use super::super::said::{About, Said};
use super::super::{Catalog, Found, Key, Object, Space};
use super::wrong;
use crate::diagnostic::{Diagnostic, distance, nearest, semantic as codes};

/// The schemas that the sources of a query are written with.
fn schemas<'s>(scope: &'s Scope, found: &mut Vec<&'s Ident>) {
    found.extend(scope.sources.iter().filter_map(|source| source.path.as_ref()?.schema.as_ref()));
    scope.children.iter().for_each(|child| schemas(child, found));
}

impl Catalog {
    /// A schema that was dropped or renamed, or whose name is a slip away from one that was made.
    pub(super) fn broken_schema(&self, change: &Change) -> Option<Diagnostic> {
        let mut found: Vec<&Ident> = Vec::new();
        match change {
            Change::CreateTable(new) => {
                found.extend(&new.path.schema);
                found.extend(new.parents.iter().filter_map(|parent| parent.schema.as_ref()));
                new.query.iter().for_each(|query| schemas(query, &mut found));
            }
            Change::AlterTable(alter) if !alter.if_exists => found.extend(&alter.path.schema),
            Change::CreateIndex(new) => found.extend(&new.table.schema),
            Change::CreateView(new) => {
                found.extend(&new.path.schema);
                new.query.iter().for_each(|query| schemas(query, &mut found));
            }
            Change::CreateSequence { path, .. } | Change::CreateRoutine { path, .. } => found.extend(&path.schema),
            Change::CreateType(new) => found.extend(&new.path.schema),
            Change::Drop { kind: Kind::Schema, paths, if_exists: false, .. } => {
                found.extend(paths.iter().map(|path| &path.name));
            }
            Change::Drop { paths, if_exists: false, .. } => {
                found.extend(paths.iter().filter_map(|path| path.schema.as_ref()));
            }
            Change::RenameSchema { from, .. } => found.push(from),
            Change::Move { schema, if_exists: false, .. } => found.push(schema),
            Change::CreateTrigger(new) => found.extend(&new.table.schema),
            Change::Data(scope) => schemas(scope, &mut found),
            Change::Say(said) => {
                if let About::Schema(name) | About::AllIn(_, name) | About::Later(_, Some(name)) = &said.about {
                    found.push(name);
                }
            }
            _ => (),
        }
        found.into_iter().find_map(|name| self.unknown_schema(name))
    }

    fn unknown_schema(&self, name: &Ident) -> Option<Diagnostic> {
        let key = Key { space: Space::Schema, name: name.key.clone(), schema: "".into() };
        let path = Path { schema: None, name: name.clone() };
        match self.entries.get(&key) {
            Some(entry) if matches!(entry.object, Object::Gone { .. }) => {
                // It may have been made again since.
                let sure = entry.epoch != u32::MAX && entry.epoch >= self.state.made && self.sure(&key);
                return sure.then(|| self.unknown(Kind::Schema, &path, Some(entry)));
            }
            Some(_) => return None,
            None => (),
        }
        let server = name.key.starts_with("pg_") || matches!(&*name.key, "public" | "information_schema");
        if server
            || !self.is_sure()
            || self.state.strangers
            || self.entries.keys().any(|other| other.schema == name.key)
        {
            return None;
        }
        let made = self.names(|object| matches!(object, Object::Schema));
        let limit = if name.key.len() < 4 { 1 } else { 2 };
        let near = made.iter().find(|other| {
            // `tenant1` and `tenant2` are two schemas.
            let digits = |name: &str| name.bytes().filter(u8::is_ascii_digit).collect::<Vec<u8>>();
            name.key.len() > 2
                && distance(&name.key, other) <= limit.min(name.key.len() / 3)
                && digits(&name.key) == digits(other)
        })?;
        let message = format!("unknown schema `{}`", name.text);
        Some(
            wrong(&codes::UNKNOWN_OBJECT, name.place, message, "nothing makes a schema of this name")
                .help(format!("did you mean `{near}`?")),
        )
    }

    pub(super) fn taken_schema(&self, name: &Ident) -> Option<Diagnostic> {
        let key = Key { space: Space::Schema, name: name.key.clone(), schema: "".into() };
        let path = Path { schema: None, name: name.clone() };
        if &*name.key == "public" {
            return Some(wrong(&codes::DUPLICATE_OBJECT, name.place, "schema `public` exists already", ""));
        }
        let other = self.existing(&key).filter(|_| self.sure(&key))?;
        Some(self.taken("schema", &path, &other))
    }

    /// What still holds something, or is counted with.
    pub(super) fn broken_drops(&self, kind: Kind, paths: &[Path]) -> Option<Diagnostic> {
        paths.iter().find_map(|path| match kind {
            Kind::Type => {
                let Found::Here { key, entry, sure: true } = self.find(Space::Relation, path) else { return None };
                let rows = matches!(entry.object, Object::Table(_) | Object::View(_));
                let own = self.of_name(Space::Type, &key.name).next().is_some();
                let user = format!("{} `{}`", entry.object.kind(), entry.name);
                let what = format!("type `{}`", path.name.text);
                let problem = super::super::problem::in_use(&what, path.name.place, &user, entry.place, false);
                (rows && !own).then(|| problem.help(format!("it goes with the {}", entry.object.kind())))
            }
            Kind::Schema => {
                let key = Key { space: Space::Schema, name: path.name.key.clone(), schema: "".into() };
                self.existing(&key).filter(|_| self.sure(&key))?;
                let inside = self.entries.iter().find(|(other, entry)| {
                    other.schema == path.name.key
                        && matches!(
                            entry.object,
                            Object::Table(_) | Object::View(_) | Object::Type { .. } | Object::Routine { .. }
                        )
                        && self.sure(other)
                        && other.space != Space::Schema
                })?;
                let user = format!("{} `{}`", inside.1.object.kind(), inside.1.name);
                let what = format!("schema `{}`", path.name.text);
                Some(super::super::problem::in_use(&what, path.name.place, &user, inside.1.place, true))
            }
            Kind::Sequence => {
                let Found::Here { key, entry, sure: true } = self.find(Space::Relation, path) else { return None };
                if let Object::Sequence { owner: Some(table), column: Some(column), .. } = &entry.object
                    && let Some(known) = self.table(table).filter(|_| self.sure(table))
                    && let Some(owner) = known.column(column)
                    && matches!(owner.numbered, Numbered::Serial)
                {
                    let user = format!("the default of `{}.{}`", table.name, owner.name.text);
                    let what = format!("sequence `{}`", path.name.text);
                    return Some(super::super::problem::in_use(&what, path.name.place, &user, owner.name.place, true));
                }
                if !matches!(entry.object, Object::Sequence { owner: None, .. }) {
                    return None;
                }
                let (other, column) = self.tables().find_map(|(other, table)| {
                    // As a text it is looked for when it is needed.
                    let named = |default: &str| {
                        let (name, rest) = default.split_once("nextval('")?.1.split_once('\'')?;
                        (!rest.starts_with("::text")).then(|| name.to_owned())
                    };
                    let column = table.columns.iter().find(|column| {
                        let name = column.default.as_deref().and_then(named);
                        // The name alone means it where the table is in its schema.
                        name.is_some_and(|name| match name.rsplit_once('.') {
                            Some((schema, name)) => schema == &*key.schema && name == &*key.name,
                            None => *name == *key.name && other.schema == key.schema,
                        })
                    })?;
                    (self.sure(other) && !self.state.path_unsure).then_some((other, column))
                })?;
                let user = format!("the default of `{}.{}`", other.name, column.name.text);
                let what = format!("sequence `{}`", path.name.text);
                Some(super::super::problem::in_use(&what, path.name.place, &user, column.name.place, true))
            }
            Kind::Table => {
                let Found::Here { key, entry, sure: true } = self.find(Space::Relation, path) else { return None };
                let Object::Table(_) = &entry.object else { return None };
                let children = self.children(&key);
                // Parts go with the whole.
                let child = children
                    .iter()
                    .find(|child| self.table(child).is_some_and(|table| table.bound.is_none()) && self.sure(child))?;
                let going = |path: &Path| {
                    let found = self.find(Space::Relation, path);
                    matches!(&found, Found::Here { key, .. } if key == child) || matches!(found, Found::Unsure)
                };
                if paths.iter().any(going) {
                    return None;
                }
                let entry = self.existing(child)?;
                let (what, user) = (format!("table `{}`", path.name.text), format!("table `{}`", entry.name));
                Some(super::super::problem::in_use(&what, path.name.place, &user, entry.place, true))
            }
            Kind::Domain => {
                let Found::Here { entry, sure: true, .. } = self.find(Space::Type, path) else { return None };
                let is_domain = matches!(&entry.object, Object::Type { kind: Kind::Domain, .. });
                (!is_domain).then(|| {
                    let message = format!("`{}` is no domain", path.name.text);
                    wrong(&codes::UNKNOWN_TYPE, path.name.place, message, "")
                        .label(entry.place, "the type is made here")
                        .help("write `DROP TYPE`")
                })
            }
            _ => None,
        })
    }

    pub(super) fn broken_sequence(
        &self,
        path: &Path,
        options: &Options,
        owned_by: Option<&(Path, Ident)>,
    ) -> Option<Diagnostic> {
        let at = path.name.place;
        if let Some(message) = broken_numbers(options) {
            return Some(wrong(&codes::MISFIT, at, format!("sequence `{}`: {message}", path.name.text), ""));
        }
        let (table, column) = owned_by?;
        self.missing_owner(table, column)
    }

    /// A sequence with what it had before and what is set now.
    pub(super) fn broken_altered_sequence(&self, path: &Path, settings: &Settings) -> Option<Diagnostic> {
        let Found::Here { entry, sure: true, .. } = self.find(Space::Relation, path) else { return None };
        let options = match &entry.object {
            Object::Sequence { options, .. } => options,
            Object::Table(_) | Object::View(_) | Object::Index { .. } => {
                return Some(self.other_kind(Kind::Sequence, path, &entry));
            }
            _ => return None,
        };
        let mut options = options.clone();
        super::super::details::set(&mut options, settings);
        let message = broken_numbers(&options)?;
        Some(
            wrong(&codes::MISFIT, path.name.place, format!("sequence `{}`: {message}", path.name.text), "")
                .label(entry.place, "the sequence is made here"),
        )
    }

    /// The column that a sequence is to belong to.
    pub(super) fn missing_owner(&self, table: &Path, column: &Ident) -> Option<Diagnostic> {
        match self.find(Space::Relation, table) {
            Found::Missing(gone) => Some(self.unknown(Kind::Table, table, gone.as_deref())),
            Found::Here { key, entry, sure: true } => match &entry.object {
                Object::Table(known) if !known.open && known.column(&column.key).is_none() => {
                    Some(self.unknown_column(column, &key, known))
                }
                _ => None,
            },
            _ => None,
        }
    }

    pub(super) fn broken_type(&self, new: &NewType) -> Option<Diagnostic> {
        for (value, place) in new.values.iter().flatten() {
            if value.len() > 63 {
                let message = format!("a value of an enum has at most 63 bytes, and this one has {}", value.len());
                return Some(wrong(&codes::ENUM_VALUE, *place, message, ""));
            }
        }
        let attributes = &new.details.attributes;
        for (at, (name, ty)) in attributes.iter().enumerate() {
            if let Some((other, _)) = attributes[..at].iter().find(|(other, _)| other.key == name.key) {
                return Some(super::super::problem::duplicate_column(name, other.place, &new.path.name.text));
            }
            if let Some(problem) = self.broken_column_type(name, ty) {
                return Some(problem);
            }
        }
        let base = new.details.base.as_ref()?;
        self.broken_column_type(&new.path.name, base)
            .or_else(|| self.broken_default(&new.path.name, new.details.default.as_deref()?, base))
            .or_else(|| new.details.checks.iter().find_map(|(_, check)| self.broken_domain_check(check, base)))
    }

    pub(super) fn no_enum(&self, path: &Path) -> Option<Diagnostic> {
        let Found::Here { entry, sure: true, .. } = self.find(Space::Type, path) else { return None };
        match &entry.object {
            Object::Type { values: None, details, .. } if details.base.is_some() || !details.attributes.is_empty() => {
                Some(
                    wrong(&codes::ENUM_VALUE, path.name.place, format!("`{}` is no enum", path.name.text), "")
                        .label(entry.place, "it is made here"),
                )
            }
            _ => None,
        }
    }

    pub(super) fn broken_alter_type(&self, path: &Path, kind: Kind, actions: &[TypeAction]) -> Option<Diagnostic> {
        let (entry, sure) = match self.find(Space::Type, path) {
            Found::Here { entry, sure, .. } => (entry, sure),
            Found::Missing(gone) if self.types_are_known() => {
                let rows = self.of_name(Space::Relation, &path.name.key).next().is_some();
                return (!rows).then(|| self.unknown(kind, path, gone.as_deref()));
            }
            _ => return None,
        };
        let Object::Type { values, details, kind: own } = &entry.object else { return None };
        if !sure {
            return None;
        }
        let wrong_kind = |wanted: &str| {
            let message = format!("`{}` is no {wanted}", path.name.text);
            Some(wrong(&codes::UNKNOWN_TYPE, path.name.place, message, "").label(entry.place, "it is made here"))
        };
        if kind == Kind::Domain && *own != Kind::Domain {
            return wrong_kind("domain");
        }
        let attributes = &details.attributes;
        let about = |action: &TypeAction| {
            matches!(
                action,
                TypeAction::AddAttribute(..)
                    | TypeAction::DropAttribute(..)
                    | TypeAction::SetAttribute(..)
                    | TypeAction::RenameAttribute(..)
            )
        };
        if actions.iter().any(about) && (values.is_some() || details.base.is_some()) {
            return wrong_kind("composite type");
        }
        let [action] = actions else { return None };
        let names: Vec<Arc<str>> = attributes.iter().map(|(name, _)| name.key.clone()).collect();
        let missing = |name: &Ident| {
            (!names.is_empty() && !names.contains(&name.key))
                .then(|| unknown_output(name, Some(&path.name.text), &names))
        };
        let twice = |name: &Ident| {
            let (other, _) = attributes.iter().find(|(other, _)| other.key == name.key)?;
            Some(super::super::problem::duplicate_column(name, other.place, &path.name.text))
        };
        let check = |name: &Ident| {
            let known = details.checks.iter().any(|(own, _)| own.as_ref().is_some_and(|own| own.key == name.key));
            let named = details.checks.iter().all(|(own, _)| own.is_some());
            (!known && named).then(|| {
                let message = format!("unknown constraint `{}` of domain `{}`", name.text, path.name.text);
                let names = details.checks.iter().filter_map(|(own, _)| own.as_ref()).map(|own| &*own.text);
                let problem = wrong(&codes::UNKNOWN_CONSTRAINT, name.place, message, "");
                match nearest(&name.text, names) {
                    Some(near) => problem.help(format!("did you mean `{near}`?")),
                    None => problem,
                }
            })
        };
        match action {
            TypeAction::AddAttribute(name, ty) => {
                twice(name).or_else(|| self.broken_column_type(name, ty)).or_else(|| self.unknown_own_type(ty))
            }
            TypeAction::SetAttribute(name, ty) => missing(name)
                .or_else(|| self.unknown_own_type(ty))
                .or_else(|| self.kept_as(path, &format!("attribute `{}`", name.text), name.place)),
            TypeAction::RenameAttribute(from, to) => missing(from).or_else(|| twice(to)),
            TypeAction::AddCheck(name, expr) | TypeAction::AddOpenCheck(name, expr) => {
                let twice = name.as_ref().and_then(|name| {
                    let other =
                        details.checks.iter().find_map(|(own, _)| own.as_ref().filter(|own| own.key == name.key))?;
                    Some(super::super::problem::duplicate_constraint(name, other.place, &path.name.text))
                });
                twice.or_else(|| self.broken_domain_check(expr, details.base.as_ref()?))
            }
            TypeAction::ValidateCheck(name) | TypeAction::RenameCheck(name, _) | TypeAction::DropCheck(name, false) => {
                check(name)
            }
            TypeAction::SetDefault(Some(text)) => self.broken_default(&path.name, text, details.base.as_ref()?),
            TypeAction::DropAttribute(name, false) => missing(name),
            _ => None,
        }
    }

    /// A column keeps values of the type.
    fn kept_as(&self, path: &Path, what: &str, at: crate::source::Place) -> Option<Diagnostic> {
        let Found::Here { key: ty, .. } = self.find(Space::Type, path) else { return None };
        let keeps =
            |own: &Path| matches!(self.find(Space::Type, own), Found::Here { key, sure: true, .. } if key == ty);
        let (table, column) = self.tables().filter(|(key, _)| self.sure(key)).find_map(|(key, table)| {
            let column = table
                .columns
                .iter()
                .find(|column| column.ty.as_ref().and_then(|ty| ty.own.as_ref()).is_some_and(keeps))?;
            Some((key.clone(), column.clone()))
        })?;
        let message =
            format!("{what} cannot be changed: column `{}` of `{}` keeps values", column.name.text, table.name);
        Some(wrong(&codes::IN_USE, at, message, "").label(column.name.place, "the column is made here"))
    }

    fn unknown_own_type(&self, ty: &super::super::table::Type) -> Option<Diagnostic> {
        let mut out = Vec::new();
        self.check_type(Some(ty), &mut out);
        out.pop()
    }

    fn types_are_known(&self) -> bool {
        !self.state.strangers && !self.state.foreign_types
    }

    /// It must be a table.
    pub(super) fn no_table(&self, path: &Path, why: &str) -> Option<Diagnostic> {
        let Found::Here { entry, sure: true, .. } = self.find(Space::Relation, path) else { return None };
        let what = match &entry.object {
            Object::View(_) | Object::Sequence { .. } | Object::Index { .. } => entry.object.kind(),
            _ => return None,
        };
        let message = format!("{why}, and `{}` is a {what}", path.name.text);
        Some(
            wrong(&codes::UNKNOWN_TABLE, path.name.place, message, "")
                .label(entry.place, format!("the {what} is made here")),
        )
    }

    pub(super) fn broken_comment(&self, on: &Commented) -> Option<Diagnostic> {
        match on {
            Commented::Object { kind: kind @ (Kind::Type | Kind::Domain), path } if self.types_are_known() => {
                let Found::Missing(gone) = self.find(Space::Type, path) else { return None };
                let server = super::super::function::is_brought(&path.name.key)
                    || super::super::extension::brings(&path.name.key)
                    || self.of_name(Space::Relation, &path.name.key).next().is_some();
                (!server).then(|| self.unknown(*kind, path, gone.as_deref()))
            }
            Commented::Object { kind: Kind::Schema, path } if path.schema.is_none() => self.unknown_schema(&path.name),
            Commented::Object {
                kind: kind @ (Kind::Table | Kind::View | Kind::MaterializedView | Kind::Index | Kind::Sequence),
                path,
            } => {
                let Found::Here { entry, sure: true, .. } = self.find(Space::Relation, path) else { return None };
                let is = match &entry.object {
                    Object::Table(_) => *kind == Kind::Table,
                    Object::View(view) => *kind == if view.materialized { Kind::MaterializedView } else { Kind::View },
                    Object::Index { .. } => *kind == Kind::Index,
                    Object::Sequence { .. } => *kind == Kind::Sequence,
                    _ => true,
                };
                (!is).then(|| self.other_kind(*kind, path, &entry))
            }
            Commented::Part { table, part, name } => match self.find(Space::Relation, table) {
                Found::Missing(gone) => Some(self.unknown(Kind::Table, table, gone.as_deref())),
                Found::Here { key, entry, sure: true } => {
                    let constraint = match &entry.object {
                        Object::Table(known) if *part == PartKind::Constraint && !known.loose && !known.open => {
                            known.constraint(&name.key).is_none()
                        }
                        _ => false,
                    };
                    if let (true, Object::Table(known)) = (constraint, &entry.object) {
                        return Some(super::super::problem::unknown_constraint(name, known, &entry.name));
                    }
                    if *part == PartKind::Policy
                        && self.is_sure()
                        && !self.state.triggers_unsure
                        && self.existing(&self.policy_key(&name.key, &key)).is_none()
                    {
                        let message = format!("unknown policy `{}` of table `{}`", name.text, entry.name);
                        return Some(wrong(&codes::UNKNOWN_OBJECT, name.place, message, ""));
                    }
                    let trigger = *part == PartKind::Trigger
                        && self.triggers_are_sure()
                        && matches!(entry.object, Object::Table(_))
                        && self.existing(&self.trigger_key(&Path { schema: None, name: name.clone() }, &key)).is_none();
                    trigger.then(|| {
                        let message = format!("unknown trigger `{}` of table `{}`", name.text, entry.name);
                        wrong(&codes::UNKNOWN_OBJECT, name.place, message, "")
                    })
                }
                _ => None,
            },
            Commented::Column { path, column } => {
                let Found::Here { entry, sure: true, .. } = self.find(Space::Relation, path) else { return None };
                let Object::View(view) = &entry.object else { return None };
                let names = view.columns.as_ref()?;
                (!names.contains(&column.key)).then(|| unknown_output(column, Some(&path.name.text), names))
            }
            Commented::Routine { path, arguments } => self.missing_routine(None, path, arguments.as_ref()),
            _ => None,
        }
    }

    pub(super) fn broken_rename(&self, kind: Kind, path: &Path, to: &Path, if_exists: bool) -> Option<Diagnostic> {
        let space = match kind {
            Kind::Table | Kind::View | Kind::MaterializedView | Kind::Sequence => Space::Relation,
            _ => return None,
        };
        let Found::Here { key, entry, sure: true } = self.find(space, path) else { return None };
        let _ = if_exists;
        let wrong_kind = match &entry.object {
            Object::Table(_) => matches!(kind, Kind::View | Kind::MaterializedView | Kind::Sequence),
            Object::View(view) => match kind {
                Kind::MaterializedView => !view.materialized,
                Kind::View => view.materialized,
                _ => false,
            },
            _ => false,
        };
        if wrong_kind {
            return Some(self.other_kind(kind, path, &entry));
        }
        self.same_name(&key, to)
    }

    pub(super) fn broken_grant(&self, said: &Said) -> Option<Diagnostic> {
        match &said.about {
            About::Relation(path) => match self.find(Space::Relation, path) {
                Found::Missing(gone) => Some(self.unknown(Kind::Table, path, gone.as_deref())),
                Found::Here { entry, sure: true, .. }
                    if said.what.key.starts_with("usage to ")
                        && matches!(entry.object, Object::Table(_) | Object::View(_)) =>
                {
                    let message =
                        format!("`{}` is a {}, which has no privilege `USAGE`", entry.name, entry.object.kind());
                    let problem = wrong(&codes::MISFIT, path.name.place, message, "");
                    Some(problem.label(entry.place, "it is made here"))
                }
                _ => None,
            },
            About::Routine(path) => self.missing_routine(None, path, said.arguments.as_ref()),
            _ => None,
        }
    }

    /// Rows are written to what keeps them.
    pub(super) fn broken_write(&self, scope: &Scope) -> Option<Diagnostic> {
        let path = scope.sources.iter().find(|source| source.target)?.path.as_ref()?;
        let Found::Here { key, entry, sure: true } = self.find(Space::Relation, path) else { return None };
        let Object::View(view) = &entry.object else { return None };
        if !view.materialized {
            return self.broken_write_to(path, (&key, &entry, view), scope);
        }
        view.materialized.then(|| {
            let message = format!("the rows of the materialized view `{}` are those of its query", entry.name);
            wrong(&codes::UNKNOWN_TABLE, path.name.place, message, "they cannot be written")
                .label(entry.place, "it is made here")
                .help("change the tables that it reads, and `REFRESH MATERIALIZED VIEW`")
        })
    }
}

/// What is wrong with the numbers of a sequence.
pub(super) fn broken_numbers(options: &Options) -> Option<String> {
    let number = |name: &str| options.get(name).and_then(|text| text.parse::<i128>().ok());
    let ty = options.get("as").map_or("bigint", |ty| &**ty);
    let (lowest, highest) = match ty {
        "smallint" => (i128::from(i16::MIN), i128::from(i16::MAX)),
        "integer" => (i128::from(i32::MIN), i128::from(i32::MAX)),
        "bigint" => (i128::from(i64::MIN), i128::from(i64::MAX)),
        other => return Some(format!("it counts in `smallint`, `integer` or `bigint`, and not in `{other}`")),
    };
    let step = number("increment").unwrap_or(1);
    if step == 0 {
        return Some("the increment is 0".to_owned());
    }
    if number("cache").is_some_and(|cache| cache < 1) {
        return Some("the cache is below 1".to_owned());
    }
    let least = number("minvalue").unwrap_or(if step > 0 { 1 } else { lowest });
    let most = number("maxvalue").unwrap_or(if step > 0 { highest } else { -1 });
    for (name, value) in [("MINVALUE", least), ("MAXVALUE", most)] {
        if !(lowest..=highest).contains(&value) {
            return Some(format!("{name} {value} is out of the range of `{ty}`"));
        }
    }
    if least >= most {
        return Some(format!("MINVALUE {least} is not below MAXVALUE {most}"));
    }
    let start = number("start")?;
    if start < least {
        return Some(format!("it starts with {start}, below MINVALUE {least}"));
    }
    (start > most).then(|| format!("it starts with {start}, above MAXVALUE {most}"))
}
