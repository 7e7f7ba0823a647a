//! A script as text, for the server's own client.

use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::String;

use super::{Script, UnitStep};
use crate::dialect::Dialect;

impl Script {
    /// For the server's own client: `psql -v ON_ERROR_STOP=1`, `mariadb`, `mysql`, `sqlite3`.
    pub fn to_sql(&self) -> String {
        let mut out = String::new();
        match self.dialect {
            Dialect::Postgres => (),
            Dialect::MySql | Dialect::MariaDb => out.push_str("SET NAMES utf8mb4;\n\n"),
            // Without it the shell goes on after an error, and COMMIT would keep half a revision.
            Dialect::Sqlite => out.push_str(".bail on\n\n"),
        }
        for unit in &self.units {
            for (i, piece) in unit.pieces.iter().enumerate() {
                for step in unit.steps.iter().filter(|step| step.first_piece == i) {
                    out.push_str(&step.comment());
                }
                push_for_client(&mut out, self.dialect, piece.sql());
            }
            out.push('\n');
        }
        out
    }
}

impl UnitStep {
    /// The comment above it in a printed script.
    fn comment(&self) -> String {
        let word = if self.stamp { "stamp " } else { "" };
        let mut out = format!("-- {word}{} {}", self.direction, one_line(&self.id));
        if !self.title.is_empty() {
            out.push_str(&format!(": {}", one_line(&self.title)));
        }
        out.push('\n');
        out
    }
}

/// What ends a statement when another one follows it: on a line of its own only where the statement may end in a line comment,
/// which would swallow it. SQLite keeps the text of an index with all that stands before the `;`.
pub fn terminator(sql: &str) -> &'static str {
    let last_line = sql.rsplit('\n').next().unwrap_or(sql);
    if last_line.contains("--") || last_line.contains('#') { "\n;\n" } else { ";\n" }
}

/// A statement with its terminator, for a client that cuts its input into statements.
fn push_for_client(out: &mut String, dialect: Dialect, sql: &str) {
    if dialect.is_mysql_family() && sql.contains(';') {
        // The client cuts at each `;`, also in the body of a routine.
        let mut delimiter = "//".to_owned();
        while sql.contains(delimiter.as_str()) {
            delimiter.push('/');
        }
        out.push_str(&format!("DELIMITER {delimiter}\n{sql}\n{delimiter}\nDELIMITER ;\n"));
    } else {
        out.push_str(sql);
        out.push_str(terminator(sql));
    }
}

/// Control characters in a comment could end it.
fn one_line(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}
