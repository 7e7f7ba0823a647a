//! Texts that were written where names mean another schema than usual (PostgreSQL): they are kept with the schema before
//! each name, so that they mean the same wherever they are read again.

use std::sync::Arc;

use migrate_core::Dialect;

use super::action::Action;
use super::change::Change;
use super::constraint::ConstraintKind;
use super::details::{Definition, RoutineDetails};
use super::name::{Ident, Path};
use super::new::{NewColumn, NewConstraint, Part};
use super::other::OtherName;
use super::table::Type;
use super::{Catalog, Found, Key, Space, query};
use crate::source::Place;
use crate::sql::{Kind, Lexer};

/// What the server calls its own operators: another one of such a name binds otherwise once its schema stands before it.
const USUAL: &str = r"!! !~ !~* !~~ !~~* # ## #- #> #>> % & && &< &<| &> * *< *<= *<> *= *> *>= + - -> ->> -|- / < <-> << <<= <<| <= <> <@ <^ = > >= >> >>= >^ ? ?# ?& ?- ?-| ?| ?|| @ @-@ @> @? @@ @@@ ^ ^@ | |&> |/ |>> || ||/ ~ ~* ~<=~ ~<~ ~= ~>=~ ~>~ ~~ ~~*";

/// The words before the name of what a definition makes.
const MADE: &[&str] = &["function", "procedure", "aggregate"];

impl Catalog {
    /// The change with the schema before the names in its texts; none where names mean what they usually do.
    pub(super) fn settled(&self, change: &Change) -> Option<Change> {
        let usual = self.state.path_firsts.first()?;
        let home = self.state.path.first().filter(|home| *home != usual)?;
        if self.dialect != Dialect::Postgres || self.state.path_unsure {
            return None;
        }
        let mut change = change.clone();
        match &mut change {
            Change::CreateTable(new) => {
                new.columns.iter_mut().for_each(|column| self.settle_column(column, home));
                new.constraints.iter_mut().for_each(|constraint| self.settle_constraint(constraint, home));
            }
            Change::AlterTable(alter) => {
                for action in &mut alter.actions {
                    match action {
                        Action::AddColumn { column, .. } => self.settle_column(column, home),
                        Action::AddConstraint(new) => self.settle_constraint(new, home),
                        Action::SetType { ty, .. } => self.settle_type(ty, home),
                        Action::SetDefault { default: Some(text), .. } => self.settle_text(text, home),
                        _ => (),
                    }
                }
            }
            Change::CreateIndex(new) => {
                new.index.details.suffixes.iter_mut().for_each(|text| self.settle_text(text, home));
                for part in &mut new.index.parts {
                    if let Part::Expr(expr) = part {
                        self.settle_text(&mut expr.text, home);
                    }
                }
                if let Some(expr) = &mut new.index.predicate {
                    self.settle_text(&mut expr.text, home);
                }
            }
            Change::CreateType(new) => {
                let types = new.details.attributes.iter_mut().map(|(_, ty)| ty).chain(&mut new.details.base);
                types.for_each(|ty| self.settle_type(ty, home));
                let checks = new.details.checks.iter_mut().map(|(_, expr)| &mut expr.text);
                checks.chain(&mut new.details.default).for_each(|text| self.settle_text(text, home));
                self.settle_parts(&mut new.details.rest, home);
            }
            Change::CreateView(new) => {
                self.settle_text(&mut new.details.query, home);
                self.settle_text(&mut new.details.meaning, home);
            }
            Change::CreateRoutine { path, details, .. } => {
                let details: &mut RoutineDetails = Arc::make_mut(details);
                self.settle_definition(&mut details.definition, home, path.schema.is_none().then_some(&path.name));
                let types = details.arguments.split(", ").map(|own| {
                    let name = own.split('[').next().unwrap_or(own);
                    let ident = Ident::written(name, self.dialect, path.name.place);
                    match !name.is_empty() && self.is_at_home(home, &[Space::Type, Space::Relation], &ident) {
                        true => format!("{}.{own}", super::said::shown(home)),
                        false => own.to_owned(),
                    }
                });
                details.arguments = types.collect::<Vec<_>>().join(", ").into();
                details.path = self.state.path.clone();
                if &*details.kind == "aggregate" {
                    let definition = &mut details.definition;
                    self.settle_parts(&mut definition.text, home);
                    self.settle_parts(&mut definition.meaning, home);
                }
            }
            Change::CreateTrigger(new) => self.settle_definition(Arc::make_mut(&mut new.definition), home, None),
            Change::CreatePolicy { definition, .. } => self.settle_definition(Arc::make_mut(definition), home, None),
            Change::CreateOther(new) => {
                let definition = Arc::make_mut(&mut new.definition);
                if let Some(place) = new.name.place_of_schema().filter(|_| !new.name.has_schema()) {
                    let schema = super::said::shown(home);
                    for text in [&mut definition.text, &mut definition.meaning] {
                        *text = behind(text, &new.name.kind, &schema);
                    }
                    new.named = format!("{schema}.{}", new.named).into();
                    new.name.rest = format!("{home}{place}").into();
                }
                if &*new.name.kind == "CAST" {
                    let settled = |text: &str| self.settled_sides(text, home).unwrap_or_else(|| text.into());
                    (definition.text, definition.meaning) = (settled(&definition.text), settled(&definition.meaning));
                    new.named = settled(&new.named);
                    new.name.name.key = settled(&new.name.name.key);
                }
                if &*new.name.kind == "OPERATOR" {
                    (definition.text, definition.meaning) =
                        (with_partners(&definition.text, home), with_partners(&definition.meaning, home));
                }
                self.settle_definition(definition, home, None);
                self.settle_parts(&mut definition.text, home);
                self.settle_parts(&mut definition.meaning, home);
            }
            Change::CreateExtension { options, .. } => {
                options.entry("schema".into()).or_insert_with(|| super::said::shown(home).into());
            }
            _ => return None,
        }
        Some(change)
    }

    fn settle_constraint(&self, constraint: &mut NewConstraint, home: &Arc<str>) {
        if let ConstraintKind::Check(expr) | ConstraintKind::Exclude(expr) = &mut constraint.kind {
            self.settle_text(&mut expr.text, home);
        }
    }

    fn settle_column(&self, column: &mut NewColumn, home: &Arc<str>) {
        if let Some(ty) = &mut column.ty {
            self.settle_type(ty, home);
        }
        if let Some(text) = &mut column.default {
            self.settle_text(text, home);
        }
        if let Some(expr) = &mut column.generated {
            self.settle_text(&mut expr.text, home);
        }
        if let Some(collation) = column.details.collation.as_mut().filter(|name| self.is_other(home, "COLLATION", name))
        {
            *collation = format!("{home}.{collation}").into();
        }
    }

    fn settle_type(&self, ty: &mut Type, home: &Arc<str>) {
        let Some(own) = ty.own.as_mut().filter(|own| own.schema.is_none()) else { return };
        let brought = self.brings_at_home(home, &own.name.key);
        if !brought && !self.is_at_home(home, &[Space::Type, Space::Relation], &own.name) {
            return;
        }
        let schema = super::said::shown(home);
        own.schema = Some(Ident::made(home, self.dialect, own.name.place));
        ty.text = format!("{schema}.{}", ty.text).into();
        ty.meaning = format!("{schema}.{}", ty.meaning).into();
    }

    fn settle_definition(&self, definition: &mut Definition, home: &Arc<str>, new: Option<&Ident>) {
        for text in [&mut definition.text, &mut definition.meaning] {
            if let Some(new) = new {
                let schema = super::said::shown(home);
                // Only the first is the name of what is made.
                let done = std::cell::Cell::new(false);
                let named = super::rewrite::replace(text, self.dialect, |tokens, at, name| {
                    let before = at.checked_sub(1).and_then(|at| tokens.get(at))?;
                    let is_new = name.key == new.key && MADE.iter().any(|word| before.is(text, word));
                    (is_new && !done.replace(true)).then(|| format!("{schema}.{}", tokens[at].text(text)))
                });
                *text = named.unwrap_or_else(|| text.clone());
            }
            self.settle_text(text, home);
        }
    }

    /// What a definition is made of: `PROCEDURE = f`, `PARSER = p`.
    fn settle_parts(&self, text: &mut Arc<str>, home: &Arc<str>) {
        let schema = super::said::shown(home);
        let settled = super::rewrite::replace(text, self.dialect, |tokens, at, name| {
            let word = at.checked_sub(2).and_then(|at| tokens.get(at))?.text(text).to_uppercase();
            let alone = tokens.get(at + 1).is_none_or(|next| next.kind != Kind::Dot);
            let is_there = tokens[at - 1].text(text) == "="
                && (self.is_at_home(home, &[Space::Routine, Space::Type], name)
                    || self.is_other(home, &format!("TEXT SEARCH {word}"), &name.key));
            (is_there && alone).then(|| format!("{schema}.{}", tokens[at].text(text)))
        });
        if let Some(settled) = settled {
            *text = settled;
        }
    }

    fn settle_text(&self, text: &mut Arc<str>, home: &Arc<str>) {
        let is_at_home = |spaces: &[Space], name: &Ident| self.is_at_home(home, spaces, name);
        if let Some(settled) = query::with_schema(text, &super::said::shown(home), self.dialect, is_at_home) {
            *text = settled;
        }
        self.settle_operators(text, home);
        let schema = super::said::shown(home);
        let settled = super::rewrite::replace(text, self.dialect, |tokens, at, name| {
            let before = at.checked_sub(1).and_then(|at| tokens.get(at))?;
            let is_there = before.is(text, "COLLATE") && self.is_other(home, "COLLATION", &name.key);
            let alone =
                tokens.get(at + 1).is_none_or(|next| next.kind != Kind::Dot && tokens[at - 1].kind != Kind::Dot);
            (is_there && alone).then(|| format!("{schema}.{}", tokens[at].text(text)))
        });
        if let Some(settled) = settled {
            *text = settled;
        }
    }

    /// Operators that somebody made there under names that are the server's for nothing.
    fn settle_operators(&self, text: &mut Arc<str>, home: &Arc<str>) {
        if !self.state.own_operators {
            return;
        }
        let of_home = format!("OPERATOR\u{0}{home}(");
        let is_own = |name: &str| {
            let name: Arc<str> = name.into();
            let mut all = self.of_name(Space::Other, &name).filter(|(key, _)| key.schema.starts_with(&of_home));
            all.any(|(key, _)| self.existing(key).is_some())
        };
        let tokens: Vec<_> = Lexer::new(text, 0..text.len(), self.dialect).collect();
        let (mut out, mut done) = (String::new(), 0);
        for (at, token) in tokens.iter().enumerate().filter(|(_, token)| token.kind == Kind::Op) {
            let (name, named) = (token.text(text), at > 0 && tokens[at - 1].kind == Kind::Dot);
            if !named && !USUAL.split(' ').any(|usual| usual == name) && is_own(name) {
                out.push_str(&text[done..token.start as usize]);
                out.push_str(&format!("OPERATOR({}.{name})", super::said::shown(home)));
                done = token.end as usize;
            }
        }
        if done > 0 {
            out.push_str(&text[done..]);
            *text = out.into();
        }
    }

    /// A cast with the schema before the types on both sides.
    fn settled_sides(&self, text: &str, home: &Arc<str>) -> Option<Arc<str>> {
        let schema = super::said::shown(home);
        super::rewrite::replace(text, self.dialect, |tokens, at, name| {
            let before = at.checked_sub(1).and_then(|at| tokens.get(at))?;
            let next = tokens.get(at + 1)?;
            let side = before.kind == Kind::Open && next.is(text, "AS")
                || before.is(text, "AS") && matches!(next.kind, Kind::Close);
            (side && self.is_at_home(home, &[Space::Type, Space::Relation], name))
                .then(|| format!("{schema}.{}", tokens[at].text(text)))
        })
    }

    /// Whether what is kept as its text has the name, of this kind and in this schema.
    fn is_other(&self, home: &Arc<str>, kind: &str, name: &Arc<str>) -> bool {
        let name = Ident::made(name, self.dialect, Place::nowhere());
        let name = OtherName { kind: kind.into(), name, rest: home.clone(), on: None };
        self.existing(&self.other_key(&name).0).is_some()
    }

    /// Whether a name without a schema means something of this one.
    fn is_at_home(&self, home: &Arc<str>, spaces: &[Space], name: &Ident) -> bool {
        let path = Path { schema: None, name: name.clone() };
        spaces.iter().any(
            |space| matches!(self.find(*space, &path), Found::Here { key: Key { schema, .. }, .. } if schema == *home),
        )
    }

    /// The statements inside of `CREATE SCHEMA` look there first.
    pub(super) fn look_inside(&mut self, schema: Option<&Ident>) {
        match schema {
            Some(schema) => self.state.path.insert(0, schema.key.clone()),
            None if self.state.path.len() > 1 => drop(self.state.path.remove(0)),
            None => (),
        }
    }
}

/// The definition of an operator whose partners are of its schema: one that is not there yet is made there.
fn with_partners(definition: &Arc<str>, home: &Arc<str>) -> Arc<str> {
    let tokens: Vec<_> = Lexer::new(definition, 0..definition.len(), Dialect::Postgres).collect();
    let (mut out, mut done) = (String::new(), 0);
    for three in tokens.windows(3) {
        let [word, equals, op] = three else { continue };
        let partner = ["COMMUTATOR", "NEGATOR"].iter().any(|kind| word.is(definition, kind));
        let name = op.text(definition);
        let own = op.kind == Kind::Op && !USUAL.split(' ').any(|usual| usual == name);
        if partner && own && equals.text(definition) == "=" {
            out.push_str(&definition[done..op.start as usize]);
            out.push_str(&format!("OPERATOR({}.{name})", super::said::shown(home)));
            done = op.end as usize;
        }
    }
    out.push_str(&definition[done..]);
    out.into()
}

/// A definition with the schema before the first name behind the words of its kind.
fn behind(definition: &str, kind: &str, schema: &str) -> Arc<str> {
    let head = format!("{} ", kind.to_lowercase());
    match definition.to_ascii_lowercase().find(&head).map(|at| definition.split_at(at + head.len())) {
        Some((head, rest)) => format!("{head}{schema}.{rest}").into(),
        None => definition.into(),
    }
}

/// What a string names, where it is the name of a relation.
pub(super) fn named_in(written: &str, dialect: Dialect) -> Option<Ident> {
    let name = written.strip_prefix('\'')?.strip_suffix('\'')?;
    let plain = !name.is_empty() && !name.contains(['.', '\'']);
    plain.then(|| Ident::written(name, dialect, Place::nowhere()))
}
