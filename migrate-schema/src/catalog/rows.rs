//! The columns of the rows that functions return (PostgreSQL).

use std::sync::{Arc, OnceLock};

use super::mention::{From, RowsOf};
use super::name::Path;
use super::{Catalog, Found, Object, Space};

/// The functions of PostgreSQL 15 that return columns with names of their own: the name, how many columns, and these. Each
/// function has one line, and one whose overloads differ has a line with none. Sorted.
const COLUMNS: &str = include_str!("function/columns.txt");

fn server() -> &'static [&'static str] {
    static LINES: OnceLock<Vec<&str>> = OnceLock::new();
    LINES.get_or_init(|| COLUMNS.lines().collect())
}

/// What a function of the server returns in `FROM`.
enum Rows {
    /// One column, which is called like the source.
    One,
    /// These.
    Named(Vec<Arc<str>>),
    /// As its arguments say.
    Open,
}

fn of_server(name: &str) -> Option<Rows> {
    let lines = server();
    let at = lines.partition_point(|line| line.split(' ').next().unwrap_or_default() < name);
    let mut words = lines.get(at)?.split(' ');
    if words.next()? != name {
        return None;
    }
    Some(match words.next()? {
        "one" => Rows::One,
        "open" => Rows::Open,
        _ => Rows::Named(words.map(Arc::from).collect()),
    })
}

impl Catalog {
    /// The columns of what stands in `FROM`, where it is functions or lists its columns.
    pub(super) fn columns_of_functions(&self, source: &From) -> Option<Vec<Arc<str>>> {
        let ordinality = source.ordinality.then(|| Arc::from("ordinality"));
        if let Some(listed) = &source.listed {
            return Some(listed.iter().cloned().chain(ordinality).collect());
        }
        let mut names = Vec::new();
        let alone = source.functions.len() == 1;
        for function in &source.functions {
            names.extend(self.columns_of_one(function, source, alone)?);
        }
        names.extend(ordinality);
        Some(names)
    }

    fn columns_of_one(&self, function: &RowsOf, source: &From, alone: bool) -> Option<Vec<Arc<str>>> {
        let path = &function.path;
        // One column is called like its source.
        let one = |names: Option<&Arc<str>>| {
            let alias = source.alias.as_ref().filter(|_| alone).map(|alias| alias.key.clone());
            vec![names.cloned().or(alias).unwrap_or_else(|| path.name.key.clone())]
        };
        let server = path.schema.as_ref().is_none_or(|schema| &*schema.key == "pg_catalog");
        if self.of_name(Space::Routine, &path.name.key).next().is_none() && server && !self.state.strangers {
            if &*path.name.key == "unnest" {
                return self.is_plain_array(function).then(|| one(None));
            }
            return match of_server(&path.name.key)? {
                Rows::One => Some(one(None)),
                Rows::Named(names) => Some(names),
                Rows::Open => self.columns_of_row(function.row.as_ref()?),
            };
        }
        self.columns_of_own(path, one)
    }

    /// The columns of what a function of these files returns, which is called `alias` where it is read.
    pub(crate) fn columns_of_call(&self, path: &Path, alias: &Arc<str>) -> Option<Vec<Arc<str>>> {
        self.columns_of_own(path, |_| vec![alias.clone()])
    }

    /// The same; `one` is the column of a function that returns one.
    fn columns_of_own(&self, path: &Path, one: impl Fn(Option<&Arc<str>>) -> Vec<Arc<str>>) -> Option<Vec<Arc<str>>> {
        let Found::Here { entry, sure: true, .. } = self.find(Space::Routine, path) else { return None };
        let Object::Routine { bodies, details } = &entry.object else { return None };
        let [details] = &details[..] else { return None };
        if bodies.len() != 1 {
            return None;
        }
        let signature = details.signature.as_ref()?;
        let named = signature.returned();
        match (&named[..], &signature.returns) {
            ([], Some(ty)) => match &ty.own {
                None if &*ty.meaning == "record" || ty.meaning.starts_with("any") => None,
                None => Some(one(None)),
                Some(own) => match self.columns_of_row(own) {
                    Some(names) => Some(names),
                    None => self.is_scalar(own).then(|| one(None)),
                },
            },
            ([name], _) if !signature.table => Some(one(Some(&name.key)).into_iter().collect()),
            (names, _) => Some(names.iter().map(|name| name.key.clone()).collect()),
        }
    }

    /// The columns of a type that has any.
    fn columns_of_row(&self, path: &Path) -> Option<Vec<Arc<str>>> {
        match self.find(Space::Type, path) {
            Found::Here { entry, sure: true, .. } => {
                let Object::Type { details, values: None, .. } = &entry.object else { return None };
                let names: Vec<Arc<str>> = details.attributes.iter().map(|(name, _)| name.key.clone()).collect();
                (!names.is_empty()).then_some(names)
            }
            _ => match self.find(Space::Relation, path) {
                Found::Here { entry, sure: true, .. } => match &entry.object {
                    Object::Table(table) if !table.open => {
                        Some(table.columns.iter().map(|column| column.name.key.clone()).collect())
                    }
                    Object::View(view) => view.columns.as_ref().map(|names| names.to_vec()),
                    _ => None,
                },
                _ => None,
            },
        }
    }

    /// An enum or a domain over a type of the server.
    fn is_scalar(&self, path: &Path) -> bool {
        match self.find(Space::Type, path) {
            Found::Here { entry, sure: true, .. } => match &entry.object {
                Object::Type { values: Some(_), .. } => true,
                Object::Type { details, .. } => details.base.as_ref().is_some_and(|base| base.own.is_none()),
                _ => false,
            },
            _ => false,
        }
    }

    /// The elements of an array are no rows.
    fn is_plain_array(&self, function: &RowsOf) -> bool {
        let Some(name) = &function.column else { return true };
        let mut columns = self.tables().filter_map(|(_, table)| table.column(name)).peekable();
        columns.peek().is_some()
            && columns.all(|column| {
                column.ty.as_ref().is_some_and(|ty| match &ty.own {
                    None => ty.meaning.contains('['),
                    Some(own) => self.is_scalar(own),
                })
            })
    }
}
