//! Pairs of real schemas: what a chain of the collection has made by some statement as it was, and what the whole chain
//! makes, written down, as it is to be.

use migrate_core::Dialect;
use migrate_schema::catalog::Catalog;
use migrate_schema::diff::{self, Filter, script};
use migrate_schema::source::{Source, Sources};
use migrate_schema::sql::split;

use super::{Case, Unsure};
use crate::corpus::Chain;
use crate::{Database, Server, block_on};

/// The server that a chain runs on.
pub fn server(dialect: Dialect) -> Server {
    match dialect {
        Dialect::Postgres => Server::Postgres,
        Dialect::MySql | Dialect::MariaDb => Server::MariaDb,
        Dialect::Sqlite => Server::Sqlite,
    }
}

/// What is about the whole server, what is about rows, and what joins statements or ends a session: none of it is a
/// schema.
fn is_aside(sql: &str) -> bool {
    let head = sql.trim_start().to_ascii_uppercase();
    let words: Vec<&str> = head.split(|c: char| !c.is_ascii_alphanumeric() && c != '_').take(3).collect();
    match &words[..] {
        ["CREATE" | "ALTER" | "DROP", "ROLE" | "USER" | "DATABASE" | "TABLESPACE" | "SYSTEM", ..] => true,
        ["GRANT" | "REVOKE" | "FLUSH" | "USE", ..] | ["SET", "GLOBAL" | "PASSWORD", ..] => true,
        ["ALTER", "DEFAULT", ..] => true,
        ["DO", ..] => head.contains("CREATE ROLE") || head.contains("CREATE USER"),
        ["INSERT" | "UPDATE" | "DELETE" | "REPLACE" | "COPY" | "TRUNCATE" | "MERGE" | "WITH", ..] => true,
        ["BEGIN" | "COMMIT" | "ROLLBACK" | "START" | "END" | "LOCK" | "UNLOCK" | "SAVEPOINT", ..] => true,
        ["DELIMITER", ..] => true,
        _ => head.contains(" OWNER TO "),
    }
}

/// The statements of a chain that run one after the other, and how many do not; none if the server is not there.
fn statements(chain: &Chain) -> Option<(Vec<String>, usize)> {
    let database = Database::new(server(chain.dialect))?;
    let mut texts = Vec::new();
    for file in chain.files.iter().filter(|file| !file.down) {
        let mut sources = Sources::new();
        let id = sources.add(Source::new(file.path.clone(), &file.text));
        let text = sources.get(id).text();
        let stmts = split(id, text, 0..text.len(), chain.dialect, &mut Vec::new());
        let texts_of = stmts.iter().map(|stmt| stmt.text(text).to_owned()).filter(|text| !is_aside(text));
        texts.extend(texts_of);
        // A file looks where it says, and the next one where the database does.
        if chain.dialect == Dialect::Postgres && file.text.contains("search_path") {
            texts.push("RESET search_path".to_owned());
        }
    }
    let ran = block_on(database.run_each(&texts));
    let refused = ran.iter().filter(|ran| !**ran).count();
    Some((texts.into_iter().zip(ran).filter_map(|(text, ran)| ran.then_some(text)).collect(), refused))
}

/// A text of statements, which are found in it again.
fn joined(dialect: Dialect, statements: &[String]) -> Option<String> {
    let text: String = statements.iter().map(|text| format!("{text}\n;\n")).collect();
    let mut sources = Sources::new();
    let id = sources.add(Source::new("a.sql", &text));
    let found = split(id, sources.get(id).text(), 0..sources.get(id).text().len(), dialect, &mut Vec::new());
    (found.len() == statements.len()).then_some(text)
}

/// The schema that the statements make, written down, and what they leave open.
fn written(dialect: Dialect, text: &str) -> Result<(String, Unsure), String> {
    let mut catalog = Catalog::new(dialect, []);
    if let Some(problem) = script::apply(&mut catalog, "history.sql", text).into_iter().next() {
        return Err(problem);
    }
    let made = diff::diff(&Catalog::new(dialect, []), &catalog, &Filter::default());
    Ok((script::text(&made.steps, false), Unsure::of(&catalog)))
}

/// The pairs of a chain: from a quarter, a half and three quarters of it, and from all but the last statement, to the
/// whole; and from the whole to what is written of it, which is the same; and how many statements do not run here, for
/// want of an extension or of what another tool makes. None if the server is not there.
///
/// # Errors
///
/// The chain cannot be read.
pub fn cases(chain: &Chain) -> Option<(Result<Vec<Case>, String>, usize)> {
    let (statements, refused) = statements(chain)?;
    Some((of_statements(chain, &statements), refused))
}

fn of_statements(chain: &Chain, statements: &[String]) -> Result<Vec<Case>, String> {
    let all = statements.len();
    let whole = joined(chain.dialect, statements).ok_or("its statements cannot be cut again")?;
    let (wanted, unsure) = written(chain.dialect, &whole)?;
    let made = |case: Case| Case { ours: true, unsure: Some(unsure.clone()), ..case };
    let mut places = vec![all / 4, all / 2, all * 3 / 4, all.saturating_sub(1)];
    places.retain(|&place| place > 0 && place < all);
    places.dedup();
    let mut found = Vec::new();
    for place in places {
        let before = joined(chain.dialect, &statements[..place]).ok_or("its statements cannot be cut again")?;
        let name = format!("{} {} {place} of {all}", chain.project, chain.name);
        found.push(made(Case::new(name, before, wanted.clone(), false)));
    }
    let name = format!("{} {} head", chain.project, chain.name);
    found.push(made(Case::new(name, whole, wanted, true)));
    Ok(found)
}
