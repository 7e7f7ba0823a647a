//! From a server's error to a place in the `.sql` file.

use migrate_core::Statement;

use crate::failure::Cause;

/// A place in a file, with the line that stands there.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Spot {
    pub(crate) line: u32,
    pub(crate) column: u32,
    pub(crate) text: String,
}

impl Spot {
    /// `offset` in characters from the beginning of the statement; none = the beginning.
    pub(crate) fn of(statement: &Statement, offset: Option<usize>) -> Spot {
        let sql = statement.sql.as_ref();
        let at = sql.char_indices().nth(offset.unwrap_or(0)).map_or(sql.len(), |(at, _)| at);
        let before = &sql[..at];
        let lines_before = before.matches('\n').count() as u32;
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        let column = before[line_start..].chars().count() as u32;
        let text = sql[line_start..].lines().next().unwrap_or_default();
        if lines_before == 0 {
            // The first line may begin with something else; only its place is known.
            let pad = " ".repeat(statement.column as usize - 1);
            Spot { line: statement.line, column: statement.column + column, text: format!("{pad}{text}") }
        } else {
            Spot { line: statement.line + lines_before, column: column + 1, text: text.to_owned() }
        }
    }
}

/// For servers that send no position: the name or the text that the message quotes, looked up in the statement.
pub(crate) fn guess(cause: &Cause, sql: &str) -> Option<usize> {
    let Cause::Driver(sqlx::Error::Database(error)) = cause else { return None };
    let message = error.message().to_owned();
    // MySQL: … near 'rest of the statement' at line 1
    if let Some((_, rest)) = message.split_once(" near '") {
        let rest = rest.rsplit_once("' at line").map_or(rest, |(rest, _)| rest);
        if let Some(at) = (!rest.is_empty()).then(|| sql.find(rest)).flatten() {
            return Some(sql[..at].chars().count());
        }
    }
    let quoted = message.split(['\'', '"', '`']).skip(1).step_by(2);
    let after_colon = message.rsplit(": ").next().into_iter();
    // SQLite: table users has no column named nmae
    let last_word = message.rsplit(' ').next().into_iter();
    for name in quoted.chain(after_colon).chain(last_word) {
        let name = name.rsplit('.').next().unwrap_or(name);
        if let Some(at) = find_word(sql, name) {
            return Some(sql[..at].chars().count());
        }
    }
    None
}

fn find_word(sql: &str, word: &str) -> Option<usize> {
    if word.is_empty() || word.contains(char::is_whitespace) {
        return None;
    }
    let in_word = |c: char| c.is_alphanumeric() || c == '_';
    sql.match_indices(word).map(|(at, _)| at).find(|&at| {
        !sql[..at].chars().next_back().is_some_and(in_word)
            && !sql[at + word.len()..].chars().next().is_some_and(in_word)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use migrate_core::Text;

    #[test]
    fn an_offset_becomes_the_line_and_column_of_the_file() {
        let statement = Statement { sql: Text::Borrowed("ALTER TABLE é\n  DROP x"), line: 5, column: 3, probe: None };
        let spot = |offset| Spot::of(&statement, offset);
        assert_eq!(spot(None), Spot { line: 5, column: 3, text: "  ALTER TABLE é".into() });
        assert_eq!(spot(Some(12)), Spot { line: 5, column: 15, text: "  ALTER TABLE é".into() });
        assert_eq!(spot(Some(21)), Spot { line: 6, column: 8, text: "  DROP x".into() });
        assert_eq!(spot(Some(99)), Spot { line: 6, column: 9, text: "  DROP x".into() });
    }

    #[test]
    fn a_name_is_found_as_a_whole_word() {
        assert_eq!(find_word("SELECT ab, b FROM t", "b"), Some(11));
        assert_eq!(find_word("SELECT ab", "b"), None);
    }
}
