//! From a struct as syn reads it to a [`Model`]. The derive and the reader of files share this.

use migrate_core::Dialect;
use proc_macro2::Span;
use syn::{Data, DeriveInput, Fields};

use super::attributes::{Entry, Taker, Text, Value, entries};
use super::model::{Check, Foreign, Index, Key, Model, Name, PerDialect};
use super::names::{RULES, Rule, table_name};
use super::problem::Problem;
use super::{check, column};
use crate::diagnostic::models as codes;

const KNOWN: &[&str] = &[
    "name",
    "schema",
    "comment",
    "renamed_from",
    "rename_all",
    "primary_key",
    "unique",
    "index",
    "check",
    "foreign_key",
    "options",
    "embedded",
    "crate",
];

/// Reads a struct. What is wrong is reported; none if it is no struct with named fields.
pub fn read(input: &DeriveInput, out: &mut Vec<Problem>) -> Option<Model> {
    let Data::Struct(data) = &input.data else {
        out.push(
            Problem::new(&codes::CONTRADICTION, input.ident.span(), "a table is a struct, and this is none")
                .help("an enum of values derives `Enum`"),
        );
        return None;
    };
    let Fields::Named(fields) = &data.fields else {
        out.push(
            Problem::new(&codes::CONTRADICTION, input.ident.span(), "the fields of a table have names")
                .help("write `struct User { id: i64 }`: each field is a column"),
        );
        return None;
    };
    let rust = Name { value: input.ident.to_string(), span: input.ident.span() };
    let mut model = Model {
        table: Name { value: table_name(&rust.value), span: rust.span },
        rust,
        schema: None,
        embedded: false,
        comment: None,
        renamed_from: None,
        options: PerDialect::default(),
        fields: Vec::new(),
        primary: None,
        uniques: Vec::new(),
        indexes: Vec::new(),
        checks: Vec::new(),
        foreign: Vec::new(),
        runtime: None,
    };
    let mut rule = rename_all(&entries(&input.attrs, "sqlx", false, out), &mut Vec::new());
    let all = entries(&input.attrs, "table", true, out);
    rule = rename_all(&all, out).or(rule);
    let mut take = Taker { what: "table", out };
    take.once(&all, &["unique", "index", "check", "foreign_key"]);
    for entry in &all {
        match entry.name.as_str() {
            "name" => {
                if let Some(name) = take.name(entry) {
                    model.table = Name { value: name.value, span: name.span };
                }
            }
            "schema" => model.schema = take.name(entry),
            "comment" => model.comment = take.text(entry),
            "renamed_from" => model.renamed_from = take.name(entry),
            "rename_all" => {}
            "primary_key" => model.primary = key(entry, &mut take),
            "unique" => model.uniques.extend(key(entry, &mut take)),
            "index" => model.indexes.extend(index(entry, &mut take, true)),
            "check" => model.checks.extend(check_of(entry, &mut take)),
            "foreign_key" => model.foreign.extend(foreign_key(entry, &mut take)),
            "options" => model.options = per_dialect(entry, &mut take),
            "embedded" => model.embedded = take.flag(entry),
            "crate" => model.runtime = take.text(entry),
            _ => take.unknown(entry, KNOWN),
        }
    }
    for field in &fields.named {
        model.fields.extend(column::read(field, rule, out));
    }
    check::model(&model, out);
    Some(model)
}

/// `rename_all = "…"`.
pub(super) fn rename_all(all: &[Entry], out: &mut Vec<Problem>) -> Option<Rule> {
    let entry = all.iter().find(|entry| entry.name == "rename_all")?;
    let text = Taker { what: "table", out }.text(entry)?;
    let rule = Rule::named(&text.value);
    if rule.is_none() {
        out.push(
            Problem::new(&codes::BAD_ATTRIBUTE, text.span, format!("there is no rule `{}`", text.value))
                .or(&text.value, RULES.iter().copied()),
        );
    }
    rule
}

/// A text, or one for each dialect.
pub(super) fn per_dialect(entry: &Entry, take: &mut Taker<'_>) -> PerDialect {
    let mut value = PerDialect::default();
    // Only a default may be a number.
    let fits = |text: &Text| if text.quoted { !text.value.trim().is_empty() } else { entry.name == "default" };
    match &entry.value {
        Value::One(text) if fits(text) => value.all = Some(text.clone()),
        Value::List(list) => {
            take.once(list, &[]);
            for own in list {
                match (own.name.parse::<Dialect>(), &own.value) {
                    (Ok(dialect), Value::One(text)) if fits(text) => value.own.push((dialect, text.clone())),
                    (Err(_), Value::One(text)) if own.name.is_empty() && list.len() == 1 && fits(text) => {
                        value.all = Some(text.clone());
                    }
                    (Ok(_), _) => {
                        take.wrong(own.span, format!("`{0}` is a text: `{0} = \"…\"`", own.name));
                    }
                    (Err(_), _) => {
                        let names = Dialect::ALL.map(|dialect| dialect.facts().name);
                        let message = format!("`{}` takes texts of dialects, and `{}` is none", entry.name, own.name);
                        let problem = Problem::new(&codes::BAD_ATTRIBUTE, own.span, message);
                        take.out.push(problem.or(&own.name, names.into_iter()));
                    }
                }
            }
        }
        Value::One(_) | Value::Flag => {
            take.wrong(entry.span, format!("`{0}` is a text: `{0} = \"…\"`", entry.name));
        }
    }
    value
}

/// `unique`, `unique = "name"`, `unique("a", "b")`, `unique(columns("a", "b"), name = "…")`.
pub(super) fn key(entry: &Entry, take: &mut Taker<'_>) -> Option<Key> {
    let mut key = Key { name: None, columns: Vec::new(), span: entry.span };
    match &entry.value {
        Value::Flag => {}
        Value::One(_) => key.name = Some(take.name(entry)?),
        Value::List(list) if list.iter().all(|item| item.name.is_empty()) => {
            key.columns = take.texts(&entry.name, list);
        }
        Value::List(list) => {
            take.once(list, &[]);
            for item in list {
                match (item.name.as_str(), &item.value) {
                    ("columns", Value::List(columns)) => key.columns = take.texts("columns", columns),
                    ("name", _) => key.name = take.name(item),
                    _ => take.unknown(item, &["columns", "name"]),
                }
            }
        }
    }
    if take.what == "table" && key.columns.is_empty() {
        let name = &entry.name;
        take.wrong(entry.span, format!("`{name}` of a table names its columns: `{name}(\"a\", \"b\")`"));
        return None;
    }
    Some(key)
}

/// `index`, `index = "name"`, `index("a", "lower(b)")`, `index(columns(…), unique, name = …, where = …, using = …)`.
pub(super) fn index(entry: &Entry, take: &mut Taker<'_>, of_table: bool) -> Option<Index> {
    let mut index = Index {
        name: None,
        parts: Vec::new(),
        unique: false,
        using: None,
        filter: None,
        include: Vec::new(),
        span: entry.span,
    };
    match &entry.value {
        Value::Flag => {}
        Value::One(_) => index.name = Some(take.name(entry)?),
        Value::List(list) => {
            take.once(list, &[""]);
            let mut texts = Vec::new();
            for item in list {
                match (item.name.as_str(), &item.value) {
                    ("", _) => texts.push(item.clone()),
                    ("columns", Value::List(columns)) if of_table => index.parts = take.texts("columns", columns),
                    ("include", Value::List(columns)) => index.include = take.texts("include", columns),
                    ("unique", _) => index.unique = take.flag(item),
                    ("name", _) => index.name = take.name(item),
                    ("where", _) => index.filter = take.text(item),
                    ("using", _) => index.using = take.name(item),
                    _ if of_table => take.unknown(item, &["columns", "unique", "name", "where", "using", "include"]),
                    _ => take.unknown(item, &["unique", "name", "where", "using", "include"]),
                }
            }
            index.parts.extend(take.texts("index", &texts));
        }
    }
    if of_table && index.parts.is_empty() {
        take.wrong(entry.span, "`index` of a table names its columns: `index(\"a\", \"b\")`");
        return None;
    }
    Some(index)
}

/// `check = "…"`, `check(name = "…", expr = "…")`.
pub(super) fn check_of(entry: &Entry, take: &mut Taker<'_>) -> Option<Check> {
    let named = match &entry.value {
        Value::List(list) => list.iter().any(|item| matches!(item.name.as_str(), "name" | "expr")),
        Value::Flag | Value::One(_) => false,
    };
    let mut check = Check { name: None, expr: PerDialect::default(), span: entry.span };
    match &entry.value {
        Value::List(list) if named => {
            take.once(list, &[]);
            for item in list {
                match item.name.as_str() {
                    "name" => check.name = take.name(item),
                    "expr" => check.expr = per_dialect(item, take),
                    _ => take.unknown(item, &["name", "expr"]),
                }
            }
            if !check.expr.is_some() {
                take.wrong(entry.span, "a check has an expression: `check(name = \"positive\", expr = \"price > 0\")`");
            }
        }
        _ => check.expr = per_dialect(entry, take),
    }
    check.expr.is_some().then_some(check)
}

/// `foreign_key(columns("a", "b"), references = "teams(a, b)", on_delete = "cascade")`.
fn foreign_key(entry: &Entry, take: &mut Taker<'_>) -> Option<Foreign> {
    let Value::List(list) = &entry.value else {
        take.wrong(entry.span, "a foreign key has columns: `foreign_key(columns(\"a\"), references = \"teams.id\")`");
        return None;
    };
    take.once(list, &[]);
    let (mut columns, mut name, mut target, mut actions) = (Vec::new(), None, None, String::new());
    for item in list {
        match (item.name.as_str(), &item.value) {
            ("columns", Value::List(list)) => columns = take.texts("columns", list),
            ("name", _) => name = take.name(item),
            ("references", _) => target = take.text(item),
            ("on_delete" | "on_update", _) => actions += &action(item, take).unwrap_or_default(),
            _ => take.unknown(item, &["columns", "references", "on_delete", "on_update", "name"]),
        }
    }
    if columns.is_empty() || target.is_none() {
        take.wrong(entry.span, "a foreign key is `foreign_key(columns(\"a\"), references = \"teams.id\")`");
        return None;
    }
    let mut foreign = reference(&target?, take)?;
    if !foreign.targets.is_empty() && foreign.targets.len() != columns.len() {
        let message = format!("{} columns here, {} there", columns.len(), foreign.targets.len());
        take.wrong(foreign.target.span, message);
    }
    (foreign.columns, foreign.name, foreign.actions) = (columns, name, actions);
    Some(foreign)
}

/// ` ON DELETE CASCADE`.
pub(super) fn action(entry: &Entry, take: &mut Taker<'_>) -> Option<String> {
    const ACTIONS: [&str; 5] = ["cascade", "restrict", "set null", "set default", "no action"];
    let text = take.text(entry)?;
    let said = text.value.to_lowercase().replace('_', " ");
    if !ACTIONS.contains(&said.as_str()) {
        let problem = Problem::new(&codes::BAD_ATTRIBUTE, text.span, format!("`{}` is no action", text.value));
        take.out.push(problem.or(&said, ACTIONS.into_iter()));
        return None;
    }
    let on = if entry.name == "on_delete" { "DELETE" } else { "UPDATE" };
    Some(format!(" ON {on} {}", said.to_uppercase()))
}

/// `teams`, `teams.id`, `teams(id)`, `app.teams.id`, `app.teams(a, b)`.
pub(super) fn reference(text: &Text, take: &mut Taker<'_>) -> Option<Foreign> {
    let value = text.value.trim();
    let (path, listed) = match value.strip_suffix(')').and_then(|rest| rest.split_once('(')) {
        Some((path, columns)) => (path.trim(), Some(columns)),
        None => (value, None),
    };
    let mut parts: Vec<String> = path.split('.').map(|part| part.trim().to_owned()).collect();
    let targets: Vec<String> = match listed {
        Some(columns) => columns.split(',').map(|column| column.trim().to_owned()).collect(),
        None if parts.len() > 1 => parts.pop().into_iter().collect(),
        None => Vec::new(),
    };
    let good = |name: &String| !name.is_empty() && !name.contains(['(', ')', '"', '`', '\0']);
    if parts.len() > 2 || !parts.iter().chain(&targets).all(good) {
        take.wrong(text.span, format!("`{value}` names no column"))
            .help
            .push("write `teams.id`, `teams(a, b)`, or with a schema `app.teams.id`".to_owned());
        return None;
    }
    let table = parts.pop()?;
    Some(Foreign {
        name: None,
        columns: Vec::new(),
        schema: parts.pop(),
        table,
        targets,
        actions: String::new(),
        target: text.clone(),
    })
}

/// The spans of two things that cannot both be.
pub(super) fn clash(out: &mut Vec<Problem>, span: Span, message: impl Into<String>, help: impl Into<String>) {
    out.push(Problem::new(&codes::CONTRADICTION, span, message).help(help));
}
