//! Tables and table functions that a server has of itself, where their columns are known.

use std::sync::Arc;

use migrate_core::Dialect;

use super::name::{Ident, Path};
use super::resolve::Columns;
use super::{Catalog, Found, Space, TEMPORARY};
use crate::diagnostic::{Diagnostic, nearest, semantic as codes};

/// Of MySQL's and MariaDB's versions together. A line each: `table: column column …`.
const INFORMATION_SCHEMA: &str = include_str!("information_schema.txt");

const MASTER: &str = "type name tbl_name rootpage sql";
const JSON: &str = "key value type atom id parent fullkey path json root";

/// Functions of SQLite that return rows, with the hidden columns that take their arguments.
const FUNCTIONS: &[(&str, &str)] = &[
    ("json_each", JSON),
    ("json_tree", JSON),
    ("jsonb_each", JSON),
    ("jsonb_tree", JSON),
    ("pragma_collation_list", "seq name"),
    ("pragma_compile_options", "compile_options"),
    ("pragma_database_list", "seq name file"),
    ("pragma_foreign_key_check", "table rowid parent fkid arg schema"),
    ("pragma_foreign_key_list", "id seq table from to on_update on_delete match arg schema"),
    ("pragma_function_list", "name builtin type enc narg flags"),
    ("pragma_index_info", "seqno cid name arg schema"),
    ("pragma_index_list", "seq name unique origin partial arg schema"),
    ("pragma_index_xinfo", "seqno cid name desc coll key arg schema"),
    ("pragma_module_list", "name"),
    ("pragma_pragma_list", "name"),
    ("pragma_table_info", "cid name type notnull dflt_value pk arg schema"),
    ("pragma_table_list", "schema name type ncol wr strict arg"),
    ("pragma_table_xinfo", "cid name type notnull dflt_value pk hidden arg schema"),
];

fn names(words: &str) -> Columns {
    Columns::Names(words.split(' ').map(Arc::from).collect())
}

impl Catalog {
    /// A database that is attached, as far as anybody knows.
    pub(super) fn is_attached(&self, schema: &Ident) -> bool {
        // What somebody attached, and with what a connection began, leaves a doubt.
        self.state.made > 0 || self.is_ours(&schema.key)
    }

    /// The columns of what a function of SQLite returns.
    pub(super) fn columns_of_function(&self, name: &Ident, out: &mut Vec<Diagnostic>) -> Columns {
        if self.dialect != Dialect::Sqlite {
            return Columns::Unknown;
        }
        let key = name.text.to_ascii_lowercase();
        if let Some((_, columns)) = FUNCTIONS.iter().find(|(own, _)| *own == key) {
            return names(columns);
        }
        let known = FUNCTIONS.iter().map(|(own, _)| *own).chain(["generate_series"]);
        if key.starts_with("pragma_") && !key.starts_with("pragma_table") && nearest(&key, known.clone()).is_none() {
            return Columns::Unknown;
        }
        // A program may bring functions of its own; a slip is no such.
        let near = nearest(&key, known).filter(|near| *near != key);
        let taken =
            !matches!(self.find(Space::Relation, &Path { schema: None, name: name.clone() }), Found::Missing(_));
        if let Some(near) = near.filter(|_| !taken || key.starts_with("json_") || key.starts_with("pragma_")) {
            let message = format!("unknown table or function `{}`", name.text);
            out.push(
                Diagnostic::error(&codes::UNKNOWN_TABLE, message)
                    .at(name.place, "")
                    .help(format!("did you mean `{near}`?")),
            );
        }
        Columns::Unknown
    }

    /// The columns of a table of the server's own; none if it is another.
    pub(super) fn columns_of_server(&self, path: &Path, out: &mut Vec<Diagnostic>) -> Option<Columns> {
        let name = path.name.text.to_ascii_lowercase();
        match self.dialect {
            Dialect::Postgres => None,
            Dialect::Sqlite => {
                if let Some(schema) = &path.schema
                    && !matches!(&*schema.key, "main" | "temp")
                    && &*schema.key != TEMPORARY
                    && !self.is_attached(schema)
                {
                    let message = format!("unknown database `{}`", schema.text);
                    out.push(
                        Diagnostic::error(&codes::UNKNOWN_OBJECT, message)
                            .at(schema.place, "")
                            .help("SQLite has `main`, `temp`, and what is attached"),
                    );
                    return Some(Columns::Unknown);
                }
                let own = match &*name {
                    "sqlite_master" | "sqlite_schema" | "sqlite_temp_master" | "sqlite_temp_schema" => MASTER,
                    "sqlite_sequence" => "name seq",
                    "sqlite_stat1" => "tbl idx stat",
                    name => match FUNCTIONS.iter().find(|(own, _)| *own == name) {
                        Some((_, columns)) => columns,
                        None => {
                            let known = ["sqlite_master", "sqlite_schema", "sqlite_sequence", "sqlite_stat1"];
                            let near = name.starts_with("sqlite_s").then(|| nearest(name, known)).flatten();
                            if let Some(near) = near.filter(|_| name != "sqlite_stat4" && name != "sqlite_stat3") {
                                let message = format!("unknown table `{}`", path.name.text);
                                out.push(
                                    Diagnostic::error(&codes::UNKNOWN_TABLE, message)
                                        .at(path.name.place, "")
                                        .help(format!("did you mean `{near}`?")),
                                );
                                return Some(Columns::Unknown);
                            }
                            return None;
                        }
                    },
                };
                Some(names(own))
            }
            Dialect::MySql | Dialect::MariaDb => {
                if path.schema.is_none() {
                    let counted = self.dialect == Dialect::MariaDb && is_counted(&name);
                    return match &*name {
                        "dual" => Some(Columns::Names(Arc::from([]))),
                        _ => counted.then(|| names("seq")),
                    };
                }
                let schema = path.schema.as_ref()?.text.to_ascii_lowercase();
                if schema != "information_schema" {
                    return None;
                }
                let tables = || INFORMATION_SCHEMA.lines().filter_map(|line| line.split_once(": "));
                match tables().find(|(own, _)| *own == name) {
                    Some((_, columns)) => Some(names(columns)),
                    None => {
                        let near = nearest(&name, tables().map(|(own, _)| own));
                        if let Some(near) = near.filter(|near| is_slip(near, &name)) {
                            let message = format!("unknown table `{}` of `information_schema`", path.name.text);
                            out.push(
                                Diagnostic::error(&codes::UNKNOWN_TABLE, message)
                                    .at(path.name.place, "")
                                    .help(format!("did you mean `{}`?", near.to_ascii_uppercase())),
                            );
                        }
                        Some(Columns::Unknown)
                    }
                }
            }
        }
    }
}

/// A table of numbers, which MariaDB has by its name alone: `seq_1_to_10`, `seq_1_to_10_step_2`.
fn is_counted(name: &str) -> bool {
    let Some((first, rest)) = name.strip_prefix("seq_").and_then(|rest| rest.split_once("_to_")) else { return false };
    let (last, step) = rest.split_once("_step_").unwrap_or((rest, "1"));
    [first, last, step].iter().all(|number| !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()))
}

/// Other tables there have names that are alike.
fn is_slip(near: &str, name: &str) -> bool {
    let others = ["tablespaces", "plugins", "keywords", "profiling", "processlist", "parameters", "engines", "files"];
    crate::diagnostic::distance(near, name) <= 2 && !others.contains(&name)
}
