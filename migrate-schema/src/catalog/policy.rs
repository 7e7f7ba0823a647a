//! Policies of row level security.

use std::sync::Arc;

use super::details::{Definition, Settings};
use super::name::{Ident, Path};
use super::trigger::renamed;
use super::{Catalog, Entry, Found, Key, Object, Space};
use crate::sql::{Kind, Lexer, Token};

impl Catalog {
    /// The key of a policy.
    pub(super) fn policy_key(&self, name: &Arc<str>, table: &Key) -> Key {
        let schema = format!("{}\u{0}{}", table.schema, table.name).into();
        Key { space: Space::Policy, name: name.clone(), schema }
    }

    fn policy(&self, name: &Ident, table: &Path) -> Option<(Key, Key)> {
        match self.find(Space::Relation, table) {
            Found::Here { key, .. } => Some((self.policy_key(&name.key, &key), key)),
            Found::Missing(_) | Found::Unsure => None,
        }
    }

    pub(super) fn create_policy(&mut self, name: &Ident, table: &Path, definition: &Arc<Definition>) {
        let Some((key, table)) = self.policy(name, table) else { return };
        self.point(&key, &table);
        self.put_object(key, name, Object::Policy { table, definition: definition.clone() });
    }

    pub(super) fn drop_policy(&mut self, name: &Ident, table: &Path) {
        let Some((key, _)) = self.policy(name, table) else { return };
        if self.existing(&key).is_some() {
            self.put_gone(key, name.place, None);
        }
    }

    pub(super) fn alter_policy(&mut self, name: &Ident, path: &Path, to: Option<&Ident>, clauses: &Settings) {
        let Some((key, table)) = self.policy(name, path) else { return };
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
            Kind::Open => depth += 1,
            Kind::Close => depth = depth.saturating_sub(1),
            Kind::Word if depth == 0 => {
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
