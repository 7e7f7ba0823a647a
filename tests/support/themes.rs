//! Many statements on one schema, each with what is to be said of it: `tests/server/semantics/postgres/<theme>.sql`.
//!
//! A case begins with `-- case …` on an empty database. Each statement runs by itself. Behind `-- error <code> <part of the
//! message>` it is refused by the server and by us, behind `-- missed <what the server says>` by the server alone, and
//! behind `-- rows <what the server says>` only for the rows that are there. All others are accepted by both. What is
//! refused changes nothing for those behind it.

use migrate_core::Dialect;
use migrate_schema::catalog::Catalog;
use migrate_schema::diagnostic::{Diagnostic, Severity, Style, render_all};
use migrate_schema::interpret;
use migrate_schema::read;
use migrate_schema::source::{Place, Source, Sources};
use migrate_schema::sql::{Stmt, judge, split};

use crate::{Database, Server, Session};

/// What is said of one statement.
#[derive(Debug)]
pub struct Said {
    /// The statement.
    pub sql: String,
    /// The line before it that says what is expected.
    pub label: Option<String>,
    /// What it should be.
    pub real: Option<String>,
    /// Our first message.
    pub ours: Option<Diagnostic>,
    /// All of them, as they are shown.
    pub shown: String,
    /// How many messages there are.
    pub messages: usize,
    /// The server refuses it.
    pub refused: bool,
    /// For the rows that are there.
    pub rows: bool,
}

impl Said {
    /// We refuse what the server takes.
    pub fn is_false(&self) -> bool {
        self.ours.is_some() && (!self.refused || self.rows)
    }

    /// What is wrong with the label, if anything.
    pub fn problem(&self) -> Option<String> {
        let sql = &self.sql;
        if self.is_false() {
            return Some(format!("FALSE ERROR `{}` at `{sql}`", self.ours.as_ref()?.message));
        }
        if self.messages > 1 {
            return Some(format!("one mistake and {} messages at `{sql}`:\n{}", self.messages, self.shown));
        }
        let same = match (&self.label, &self.real) {
            (Some(label), Some(real)) if real.starts_with("-- error") => real.contains(label.as_str()),
            // What exactly the server says differs from version to version.
            (Some(label), Some(real)) => label.get(..7) == real.get(..7),
            (label, real) => label == real,
        };
        (!same).then(|| format!("expected {:?} and found {:?} at `{sql}`", self.label, self.real))
    }
}

/// A case and its statements.
#[derive(Debug)]
pub struct Case {
    /// Its name.
    pub name: String,
    /// Its statements.
    pub said: Vec<Said>,
}

fn label_before(sql: &str, stmt: &Stmt) -> Option<String> {
    let line = sql[..stmt.span.start as usize].trim_end().rsplit('\n').next().unwrap_or_default();
    ["-- error", "-- missed", "-- rows"].iter().any(|start| line.starts_with(start)).then(|| line.to_owned())
}

/// What the server says of a statement that it refuses.
struct Theirs {
    code: String,
    message: String,
    rows: bool,
}

impl Theirs {
    /// What a label says that it said.
    fn of_label(label: &str) -> Option<Theirs> {
        let (kind, rest) = label.strip_prefix("-- ")?.split_once(' ')?;
        let (code, message) = if kind == "missed" { rest.split_once(' ')? } else { ("", rest) };
        Some(Theirs { code: code.to_owned(), message: message.to_owned(), rows: kind == "rows" })
    }
}

/// Runs the cases of a text on the server.
pub async fn run(server: Server, text: &str) -> Option<Vec<Case>> {
    run_by(Some(server), text).await
}

/// The cases of a text, of which the labels are true.
pub async fn run_by_labels(text: &str) -> Option<Vec<Case>> {
    run_by(None, text).await
}

async fn run_by(server: Option<Server>, text: &str) -> Option<Vec<Case>> {
    let mut cases = Vec::new();
    for case in text.split("-- case ").skip(1) {
        let (name, sql) = case.split_once('\n').unwrap_or((case, ""));
        let database = match server {
            Some(server) => Some(Database::new(server)?),
            None => None,
        };
        let mut session = match &database {
            Some(database) => Some(Session::open(database).await),
            None => None,
        };
        let (mut sources, dialect) = (Sources::new(), server.map_or(Dialect::Postgres, Server::dialect));
        let id = sources.add(Source::new("case.sql", sql));
        let mut catalog = Catalog::new(dialect, []);
        let mut said = Vec::new();
        for stmt in split(id, sql, 0..sql.len(), dialect, &mut Vec::new()) {
            let written = stmt.text(sql).to_owned();
            let label = label_before(sql, &stmt);
            let theirs = match &mut session {
                Some(session) => session.run(&written).await.err().map(|refused| Theirs {
                    rows: refused.code.starts_with("23") && !refused.message.contains("\"pg_"),
                    code: refused.code,
                    message: refused.message,
                }),
                None => label.as_deref().and_then(Theirs::of_label),
            };
            let mut out = Vec::new();
            let mut after = catalog.clone();
            if judge::judge(id, sql, &stmt, dialect, &mut out) {
                for change in read::read(id, sql, &stmt, dialect).into_changes() {
                    interpret::carry_out(&mut after, Place { source: id, span: stmt.span }, &change, &mut out);
                }
            }
            out.retain(|problem| problem.severity == Severity::Error);
            if theirs.is_none() {
                catalog = after;
            }
            let rows = theirs.as_ref().is_some_and(|refused| refused.rows);
            let (ours, refused) = (out.first(), theirs.as_ref());
            let real = match (ours, refused) {
                (_, None) => None,
                (_, Some(refused)) if rows => Some(format!("-- rows {}", refused.message)),
                (Some(ours), Some(_)) => Some(format!("-- error {} {}", ours.code.id, ours.message)),
                (None, Some(refused)) => Some(format!("-- missed {} {}", refused.code, refused.message)),
            };
            said.push(Said {
                label,
                sql: written,
                real: real.map(|line| line.replace('\n', " ")),
                ours: ours.cloned(),
                shown: render_all(&sources, &out, Style::Plain),
                // Two mistakes are two messages.
                messages: out.iter().map(|problem| problem.at).filter(|at| *at == out[0].at).count(),
                refused: refused.is_some(),
                rows,
            });
        }
        cases.push(Case { name: name.to_owned(), said });
    }
    Some(cases)
}

/// The text of cases, with what is true of each statement.
pub fn labelled(cases: &[Case]) -> String {
    let mut text = String::new();
    for case in cases {
        text.push_str(&format!("-- case {}\n", case.name));
        for said in &case.said {
            if let Some(real) = &said.real {
                text.push_str(&format!("{real}\n"));
            }
            text.push_str(&format!("{};\n", said.sql));
        }
    }
    text
}
