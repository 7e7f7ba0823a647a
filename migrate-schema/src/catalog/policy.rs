//! Policies of row level security.

use std::sync::Arc;

use super::change::Kind;
use super::details::{Definition, Settings};
use super::name::{Ident, Path};
use super::trigger::renamed;
use super::typing::Spot;
use super::{Catalog, Entry, Found, Key, Object, Space};
use crate::diagnostic::{Diagnostic, semantic as codes};
use crate::sql::{Kind as TokenKind, Lexer, Token};

impl Catalog {
    /// The key of a policy.
    pub(super) fn policy_key(&self, name: &Arc<str>, table: &Key) -> Key {
        let schema = format!("{}\u{0}{}", table.schema, table.name).into();
        Key { space: Space::Policy, name: name.clone(), schema }
    }

    fn policy(&mut self, name: &Ident, table: &Path, out: &mut Vec<Diagnostic>) -> Option<(Key, Key)> {
        match self.find(Space::Relation, table) {
            Found::Here { key, .. } => Some((self.policy_key(&name.key, &key), key)),
            Found::Missing(gone) => {
                out.push(self.unknown(Kind::Table, table, gone.as_deref()));
                let key = self.key_for(Space::Relation, table, false);
                self.make_unknown(key, &table.name);
                None
            }
            Found::Unsure => None,
        }
    }

    /// The policy must be there.
    fn want_policy(&self, name: &Ident, key: &Key, table: &Key, out: &mut Vec<Diagnostic>) {
        let known = self.entries.get(key).is_none_or(|entry| matches!(entry.object, Object::Gone { .. }));
        // Code that makes triggers may make policies, too.
        if known && self.sure(table) && !self.state.triggers_unsure && self.is_sure() {
            let shown = self.entries.get(table).map_or_else(|| table.name.clone(), |entry| entry.name.clone());
            let message = format!("unknown policy `{}` of table `{shown}`", name.text);
            out.push(
                Diagnostic::error(&codes::UNKNOWN_OBJECT, message)
                    .at(name.place, format!("`{shown}` has no policy of this name")),
            );
        }
    }

    /// The columns that a policy names must be there.
    pub(super) fn check_policy(
        &self,
        table: &Path,
        columns: &[Ident],
        values: &[super::change::Expr],
        out: &mut Vec<Diagnostic>,
    ) {
        let known = out.len();
        if let Found::Here { key, sure: true, .. } = self.find(Space::Relation, table)
            && self.check_columns(&key, &self.without_row(&key, columns), out)
        {
            for value in values {
                self.check_value(
                    Some(&key),
                    value,
                    Spot { name: "a policy", condition: true, plain: false, fixed: None },
                    out,
                );
            }
            out.truncate(known + 1);
        }
    }

    pub(super) fn create_policy(
        &mut self,
        name: &Ident,
        table: &Path,
        definition: &Arc<Definition>,
        out: &mut Vec<Diagnostic>,
    ) {
        let Some((key, table)) = self.policy(name, table, out) else { return };
        if let Some(entry) = self.existing(&key)
            && self.sure(&key)
        {
            let path = Path { schema: None, name: name.clone() };
            out.push(self.taken("policy", &path, &entry));
            return;
        }
        self.point(&key, &table);
        self.put_object(key, name, Object::Policy { table, definition: definition.clone() });
    }

    pub(super) fn drop_policy(&mut self, name: &Ident, path: &Path, if_exists: bool, out: &mut Vec<Diagnostic>) {
        if if_exists && !matches!(self.find(Space::Relation, path), Found::Here { .. }) {
            return;
        }
        let Some((key, table)) = self.policy(name, path, out) else { return };
        if !if_exists {
            self.want_policy(name, &key, &table, out);
        }
        if self.existing(&key).is_some() {
            self.put_gone(key, name.place, None);
        }
    }

    pub(super) fn alter_policy(
        &mut self,
        name: &Ident,
        path: &Path,
        to: Option<&Ident>,
        clauses: &Settings,
        out: &mut Vec<Diagnostic>,
    ) {
        let Some((key, table)) = self.policy(name, path, out) else { return };
        self.want_policy(name, &key, &table, out);
        if let Some(to) = to
            && let other = self.policy_key(&to.key, &table)
            && let Some(entry) = self.existing(&other).filter(|_| self.sure(&other))
        {
            out.push(self.taken("policy", &Path { schema: None, name: to.clone() }, &entry));
            return;
        }
        let Some(entry) = self.existing(&key) else { return };
        let mut entry = (*entry).clone();
        if let Object::Policy { definition, .. } = &mut entry.object {
            for (clause, text) in clauses {
                let text = text.as_deref().unwrap_or_default();
                let changed = |old: &str, new: &str| with_clause(old, clause, new).into();
                let meaning = crate::sql::text::meaning_of(text, self.dialect);
                *definition = Arc::new(Definition {
                    text: changed(&definition.text, text),
                    meaning: changed(&definition.meaning, &meaning),
                    parts: None,
                });
            }
        }
        let Some(to) = to else {
            self.put(key, Some(Arc::new(entry)));
            return;
        };
        if let Object::Policy { definition, .. } = &mut entry.object {
            let dialect = self.dialect;
            let new =
                |own: &Ident, is_table: bool| (!is_table && own == name).then(|| super::rewrite::shown(to, dialect));
            *definition = renamed(definition, dialect, new);
        }
        let now = self.policy_key(&to.key, &table);
        self.put_gone(key, to.place, Some(to.text.to_string()));
        self.point(&now, &table);
        self.put(now, Some(Arc::new(Entry { name: to.text.clone(), ..entry })));
    }
}

/// The clauses of a policy in their order.
const CLAUSES: [&str; 5] = ["as", "for", "to", "using", "with"];

/// The text of a policy with another clause in the place of the one it has, or with one more.
fn with_clause(text: &str, clause: &str, new: &str) -> String {
    let tokens: Vec<Token> = Lexer::new(text, 0..text.len(), migrate_core::Dialect::Postgres).collect();
    let rank = |word: &str| CLAUSES.iter().position(|known| word.eq_ignore_ascii_case(known));
    let wanted = rank(clause.split(' ').next().unwrap_or_default());
    let on = tokens.iter().position(|token| token.is(text, "on")).unwrap_or(0);
    // What stands before the clause, and where the next one begins.
    let (mut from, mut to) = (text.len(), text.len());
    let mut depth = 0u32;
    for token in tokens.iter().skip(on + 1) {
        match token.kind {
            TokenKind::Open => depth += 1,
            TokenKind::Close => depth = depth.saturating_sub(1),
            TokenKind::Word if depth == 0 => {
                let found = rank(token.text(text));
                if found == wanted && from == text.len() {
                    from = token.start as usize;
                } else if found > wanted {
                    to = token.start as usize;
                    break;
                }
            }
            _ => (),
        }
    }
    let from = from.min(to);
    format!("{} {new} {}", text[..from].trim_end(), &text[to..]).trim_end().to_owned()
}
