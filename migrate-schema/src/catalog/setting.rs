//! What stands behind the columns of a table changes, and options of indexes and views.

use std::sync::Arc;

use super::change::Kind;
use super::details::{Options, Settings, set};
use super::name::{Ident, Path};
use super::table::Column;
use super::{Catalog, Entry, Found, Key, Object, Space};
use crate::diagnostic::Diagnostic;

/// The options of MySQL that say how text is kept.
const TEXT: [&str; 2] = ["charset", "collate"];

impl Catalog {
    pub(super) fn set_table_options(
        &mut self,
        key: &Key,
        settings: &Settings,
        comment: Option<&Arc<str>>,
        convert: bool,
    ) {
        let texts = settings.iter().any(|(name, _)| TEXT.contains(&&**name));
        if let Some(table) = self.table_mut(key) {
            if texts {
                let before = TEXT.map(|name| table.options.get(name).cloned());
                let charset = settings.iter().any(|(name, _)| &**name == "charset");
                // Another character set brings its own collation, and the other way round.
                table.options.remove(if charset { "collate" } else { "charset" });
                set(&mut table.options, settings);
                let after = TEXT.map(|name| table.options.get(name).cloned());
                for column in table.columns.iter_mut().filter(|column| is_text(column)) {
                    match convert {
                        true => {
                            widen(column, &before, &after);
                            (column.details.charset, column.details.collation) = (None, None);
                        }
                        false if before != after => keep(column, &before),
                        false => (),
                    }
                }
            } else {
                set(&mut table.options, settings);
            }
        }
        if let Some(comment) = comment {
            self.set_comment(key, Some(comment.clone()).filter(|comment| !comment.is_empty()));
        }
    }

    /// What `COMMENT` says about an entry.
    pub(super) fn set_comment(&mut self, key: &Key, comment: Option<Arc<str>>) {
        if let Some(entry) = self.entries.get(key) {
            let entry = Entry { comment, ..(**entry).clone() };
            self.put(key.clone(), Some(Arc::new(entry)));
        }
    }

    /// Changes an object in place.
    pub(super) fn object_mut(&mut self, key: &Key, change: impl FnOnce(&mut Object)) {
        if let Some(entry) = self.entries.get(key) {
            let mut entry = (**entry).clone();
            change(&mut entry.object);
            self.put(key.clone(), Some(Arc::new(entry)));
        }
    }

    /// The index of a name, to be changed: of a table, of a materialized view, or of a constraint.
    pub(super) fn index_options(&mut self, key: &Key, change: impl Fn(&mut Options, &mut Option<Arc<str>>)) {
        let Some(Object::Index { table }) = self.entries.get(key).map(|entry| &entry.object) else { return };
        let table = table.clone();
        self.object_mut(&table, |object| match object {
            Object::Table(table) => {
                for index in table.indexes.iter_mut().filter(|index| index.name.key == key.name) {
                    let details = &mut index.details;
                    change(&mut details.options, &mut details.comment);
                }
                for constraint in table.constraints.iter_mut().filter(|constraint| constraint.is(&key.name)) {
                    change(&mut constraint.details.options, &mut None);
                }
            }
            Object::View(view) => {
                for index in view.indexes.iter_mut().filter(|index| index.name.key == key.name) {
                    change(&mut index.details.options, &mut index.details.comment);
                }
            }
            _ => (),
        });
    }

    /// `ALTER INDEX`, `ALTER VIEW`, `ALTER SEQUENCE`.
    pub(super) fn set_options(
        &mut self,
        kind: Kind,
        path: &Path,
        if_exists: bool,
        settings: &Settings,
        owned_by: Option<&Option<(Path, Ident)>>,
        out: &mut Vec<Diagnostic>,
    ) {
        let known = out.len();
        self.needs(kind, path, None, if_exists, out);
        let Found::Here { key, entry, .. } = self.find(Space::Relation, path) else { return };
        if out.len() > known {
            return;
        }
        match &entry.object {
            Object::Sequence { .. } => {
                self.set_sequence(&key, settings);
                if let Some(owner) = owned_by {
                    self.own_sequence(&key, owner.as_ref().map(|(table, column)| (table, column)));
                }
            }
            Object::View(_) => self.object_mut(&key, |object| {
                if let Object::View(view) = object {
                    set(&mut view.details.options, settings);
                }
            }),
            Object::Index { .. } => self.index_options(&key, |options, _| set(options, settings)),
            // ALTER VIEW and ALTER INDEX take a table, too.
            Object::Table(_) => self.set_table_options(&key, settings, None, false),
            _ => (),
        }
    }
}

/// Whether a column of MySQL holds text.
fn is_text(column: &Column) -> bool {
    column.ty.as_ref().is_some_and(|ty| {
        let word = ty.meaning.split(|c: char| !c.is_ascii_alphabetic()).next().unwrap_or_default();
        matches!(word, "char" | "varchar" | "text" | "tinytext" | "mediumtext" | "longtext" | "enum" | "set" | "long")
    })
}

/// A column keeps what the table had before.
fn keep(column: &mut Column, before: &[Option<Arc<str>>; 2]) {
    if column.details.charset.is_none() && column.details.collation.is_none() {
        [column.details.charset, column.details.collation] = before.clone();
        // That of the database, of which nothing is said.
        if let [None, None] = before {
            column.details.charset = Some("utf8mb4".into());
        }
    }
}

/// Bytes a character may take, of a character set that is known.
fn bytes(charset: Option<&Arc<str>>, collation: Option<&Arc<str>>) -> Option<u8> {
    bytes_of(charset.or(collation)?)
}

/// Bytes a character may take, by the name of a character set or collation.
pub(crate) fn bytes_of(name: &str) -> Option<u8> {
    match name.split('_').next().unwrap_or_default() {
        "latin1" | "latin2" | "latin5" | "latin7" | "ascii" | "binary" | "cp1250" | "cp1251" | "cp1256" | "cp1257"
        | "cp850" | "cp852" | "cp866" | "koi8r" | "koi8u" | "greek" | "hebrew" | "armscii8" | "geostd8" | "keybcs2"
        | "macce" | "macroman" | "swe7" | "dec8" | "hp8" | "tis620" => Some(1),
        "ucs2" | "big5" | "gbk" | "sjis" | "cp932" | "euckr" | "gb2312" => Some(2),
        "utf8" | "utf8mb3" | "ujis" | "eucjpms" => Some(3),
        "utf8mb4" | "utf16" | "utf16le" | "utf32" | "gb18030" => Some(4),
        _ => None,
    }
}

/// Where characters may take more bytes than before, a column holds as many of them as before: its type is the next larger.
fn widen(column: &mut Column, before: &[Option<Arc<str>>; 2], after: &[Option<Arc<str>>; 2]) {
    let own = bytes(column.details.charset.as_ref(), column.details.collation.as_ref());
    let was = own.or_else(|| bytes(before[0].as_ref(), before[1].as_ref()));
    let is = bytes(after[0].as_ref(), after[1].as_ref());
    let (Some(ty), Some(was), Some(is)) = (&mut column.ty, was, is) else { return };
    let larger: Arc<str> = match &*ty.meaning {
        "tinytext" => "text".into(),
        "text" => "mediumtext".into(),
        "mediumtext" => "longtext".into(),
        _ => return,
    };
    if is > was {
        (ty.text, ty.meaning) = (larger.clone(), larger);
    }
}
