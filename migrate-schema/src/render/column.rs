//! Columns.

use migrate_core::Dialect;

use super::{Writer, tidy};
use crate::catalog::change::Numbered;
use crate::catalog::details::Options;
use crate::catalog::table::{Column, Type};

/// MariaDB keeps the values of a column packed.
const COMPRESSED: &str = "compressed";

/// What MariaDB takes only right behind the type.
const OF_TYPE: [&str; 2] = ["ref_system_id", COMPRESSED];

impl Writer<'_> {
    /// A type.
    pub fn ty(&self, ty: &Type) -> String {
        match self.dialect {
            // It shows what was written.
            Dialect::Sqlite => ty.text.to_string(),
            _ => tidy(&ty.text, self.dialect),
        }
    }

    /// An expression.
    pub fn expr(&self, text: &str) -> String {
        tidy(text, self.dialect)
    }

    /// A column as it stands in `CREATE TABLE` and behind `ADD COLUMN`. `key`: it is the primary key by itself, and
    /// that is written with it, with what else there is to say.
    pub fn column(&self, column: &Column, key: Option<&str>) -> String {
        let mut out = self.name(&column.name.text);
        let mut push = |text: &str| {
            if !text.is_empty() {
                out.push(' ');
                out.push_str(text);
            }
        };
        if let Some(ty) = &column.ty {
            push(&column.serial().map_or_else(|| self.ty(ty), str::to_owned));
        }
        match self.dialect {
            Dialect::Postgres => self.postgres(column, key, &mut push),
            Dialect::MySql | Dialect::MariaDb => self.mysql(column, key, &mut push),
            Dialect::Sqlite => self.sqlite(column, key, &mut push),
        }
        out
    }

    fn postgres(&self, column: &Column, key: Option<&str>, push: &mut dyn FnMut(&str)) {
        let details = &column.details;
        // `STORAGE` may stand here from version 16 on.
        if let Some(value) = details.options.get("compression") {
            push(&format!("COMPRESSION {value}"));
        }
        if let Some(collation) = &details.collation {
            push(&format!("COLLATE {}", self.dotted(collation)));
        }
        if let Some(expr) = &column.generated {
            push(&format!("GENERATED ALWAYS AS ({}) STORED", self.expr(&expr.text)));
        } else if let Some(default) = column.default.as_ref().filter(|_| column.numbered != Numbered::Serial) {
            push(&format!("DEFAULT {}", self.expr(default)));
        }
        if column.not_null && key.is_none() && column.numbered == Numbered::No {
            push("NOT NULL");
        }
        if let Numbered::Identity { always } = column.numbered {
            push(&identity(always, &details.numbering));
        }
        push(key.unwrap_or_default());
    }

    fn mysql(&self, column: &Column, key: Option<&str>, push: &mut dyn FnMut(&str)) {
        let details = &column.details;
        // It belongs to the type (MariaDB).
        if let Some(system) = details.options.get("ref_system_id") {
            push(&format!("REF_SYSTEM_ID={system}"));
        }
        if let Some(method) = details.options.get(COMPRESSED) {
            push(format!("COMPRESSED={method}").trim_end_matches('='));
        }
        if let Some(charset) = &details.charset {
            push(&format!("CHARACTER SET {charset}"));
        }
        if let Some(collation) = &details.collation {
            push(&format!("COLLATE {collation}"));
        }
        if let Some(expr) = &column.generated {
            let kind = if details.stored { "STORED" } else { "VIRTUAL" };
            push(&format!("GENERATED ALWAYS AS ({}) {kind}", self.expr(&expr.text)));
        }
        let serial = column.ty.as_ref().is_some_and(|ty| &*ty.text == "serial");
        let of_row = details.options.keys().any(|name| name.starts_with("generated always as row"));
        let generated_in_mariadb = column.generated.is_some() && self.dialect == Dialect::MariaDb || of_row;
        if column.not_null {
            if key.is_none() && !serial && !generated_in_mariadb {
                push("NOT NULL");
            }
        } else if column.ty.as_ref().is_some_and(|ty| ty.text.starts_with("timestamp"))
            && column.generated.is_none()
            && !of_row
        {
            // Older servers take a timestamp for NOT NULL where nothing is said.
            push("NULL");
        }
        if let Some(default) = &column.default {
            push(&format!("DEFAULT {}", self.expr(default)));
        }
        if let Some(update) = &details.on_update {
            push(&format!("ON UPDATE {update}"));
        }
        if column.numbered == Numbered::Auto && !serial {
            // What counts is never null, unless that is said behind it.
            push(if column.not_null || key.is_some() { "AUTO_INCREMENT" } else { "AUTO_INCREMENT NULL" });
        }
        for (word, value) in details.options.iter().filter(|(word, _)| !OF_TYPE.contains(&&***word)) {
            push(format!("{} {value}", word.to_uppercase()).trim_end());
        }
        if let Some(comment) = &details.comment {
            push(&format!("COMMENT {}", self.string(comment)));
        }
        push(key.unwrap_or_default());
    }

    fn sqlite(&self, column: &Column, key: Option<&str>, push: &mut dyn FnMut(&str)) {
        let details = &column.details;
        push(key.unwrap_or_default());
        if column.not_null {
            match details.options.get("on conflict") {
                Some(action) => push(&format!("NOT NULL ON CONFLICT {}", action.to_uppercase())),
                None => push("NOT NULL"),
            }
        }
        if let Some(default) = &column.default {
            push(&format!("DEFAULT {}", self.expr(default)));
        }
        if let Some(collation) = &details.collation {
            push(&format!("COLLATE {collation}"));
        }
        if let Some(expr) = &column.generated {
            let kind = if details.stored { "STORED" } else { "VIRTUAL" };
            push(&format!("GENERATED ALWAYS AS ({}) {kind}", self.expr(&expr.text)));
        }
    }

    /// A name that may have its schema before it.
    pub(crate) fn dotted(&self, name: &str) -> String {
        match name.split_once('.') {
            Some((schema, name)) => format!("{}.{}", self.name(schema), self.name(name)),
            None => self.name(name),
        }
    }
}

/// `GENERATED … AS IDENTITY (…)`.
pub(crate) fn identity(always: bool, numbering: &Options) -> String {
    let kind = if always { "ALWAYS" } else { "BY DEFAULT" };
    let options = sequence_options(numbering, false);
    match options.is_empty() {
        true => format!("GENERATED {kind} AS IDENTITY"),
        false => format!("GENERATED {kind} AS IDENTITY ({})", options.trim_start()),
    }
}

/// All that is said about a sequence of MariaDB, also what is as usual, each with a space before it.
pub(crate) fn sequence_clauses(options: &Options) -> String {
    let said = |name: &str, usual: &str| options.get(name).map_or_else(|| usual.to_owned(), ToString::to_string);
    let by = said("increment", "1");
    let bound = |name: &str, word: &str| match options.get(name) {
        Some(value) => format!("{word} {value}"),
        None => format!("NO {word}"),
    };
    let (least, most) = (bound("minvalue", "MINVALUE"), bound("maxvalue", "MAXVALUE"));
    let first = if by.starts_with('-') { said("maxvalue", "-1") } else { said("minvalue", "1") };
    let cycle = if options.contains_key("cycle") { "CYCLE" } else { "NOCYCLE" };
    format!(
        " INCREMENT BY {by} {least} {most} START WITH {} CACHE {} {cycle}",
        said("start", &first),
        said("cache", "1000")
    )
}

/// What is said about a sequence, each with a space before it. `all`: also what is as usual, to set it back.
pub(crate) fn sequence_options(options: &Options, all: bool) -> String {
    let mut out = String::new();
    for (name, words, usual) in [
        ("as", "AS", "AS bigint"),
        ("increment", "INCREMENT BY", "INCREMENT BY 1"),
        ("minvalue", "MINVALUE", "NO MINVALUE"),
        ("maxvalue", "MAXVALUE", "NO MAXVALUE"),
        ("start", "START WITH", ""),
        ("cache", "CACHE", "CACHE 1"),
        ("cycle", "CYCLE", "NO CYCLE"),
    ] {
        let text = match options.get(name) {
            Some(value) => format!("{words} {value}").trim_end().to_owned(),
            None if all && name != "as" => usual.to_owned(),
            None => continue,
        };
        if !text.is_empty() {
            out.push(' ');
            out.push_str(&text);
        }
    }
    out
}
