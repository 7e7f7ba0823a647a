//! From "the grammar stops here" to a message that helps. Guesses are tried out: a help is given only if the statement,
//! changed as it says, gets further.

use migrate_core::Dialect;

use super::{Wrong, check, hints};
use crate::diagnostic::{Diagnostic, syntax};
use crate::source::{Place, SourceId, Span};
use crate::sql::Stmt;
use crate::sql::lexer::{Kind, Lexer, Token};

/// The diagnostic about `wrong`, which is relative to the statement.
pub(super) fn explain(source: SourceId, file: &str, stmt: &Stmt, dialect: Dialect, wrong: &Wrong) -> Diagnostic {
    let text = stmt.text(file);
    let tokens: Vec<Token> =
        Lexer::new(text, 0..text.len(), dialect).filter(|token| token.kind != Kind::Comment).collect();
    let index = tokens.partition_point(|token| token.end as usize <= wrong.at);
    let case = Case { source, base: stmt.span.start, text, depth: stmt.depth, dialect, tokens, index, wrong };
    case.diagnose()
}

struct Case<'a> {
    source: SourceId,
    /// Where the statement begins in its file.
    base: u32,
    text: &'a str,
    depth: u32,
    dialect: Dialect,
    tokens: Vec<Token>,
    /// The unexpected token; the number of tokens at the end of the statement.
    index: usize,
    wrong: &'a Wrong,
}

/// In longer statements nothing is tried out.
const MOST_GUESSED: usize = 64 * 1024;

/// Words that are values.
static VALUES: &[&str] = &["TRUE", "FALSE", "NULL", "CURRENT_TIMESTAMP", "CURRENT_DATE", "CURRENT_USER"];

/// Words that hold statements together; few people name something so.
static STRUCTURE: &[&str] = &[
    "AND",
    "AS",
    "BY",
    "CHECK",
    "CONSTRAINT",
    "DEFAULT",
    "ELSE",
    "FOREIGN",
    "FROM",
    "HAVING",
    "IN",
    "INTO",
    "IS",
    "LIMIT",
    "NOT",
    "NULL",
    "ON",
    "OR",
    "PRIMARY",
    "REFERENCES",
    "SELECT",
    "SET",
    "THEN",
    "TO",
    "UNION",
    "UNIQUE",
    "USING",
    "VALUES",
    "WHERE",
    "WITH",
];

/// What a change of the statement leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Result {
    Nothing,
    Further,
    Right,
}

impl Case<'_> {
    fn place(&self, token: Token) -> Place {
        Place { source: self.source, span: Span { start: self.base + token.start, end: self.base + token.end } }
    }

    fn diagnose(&self) -> Diagnostic {
        if let Some(found) = self.misspelt() {
            return found;
        }
        let base = match self.tokens.get(self.index) {
            Some(&token) => {
                let label = self.expected().unwrap_or_else(|| "not expected here".to_owned());
                self.unexpected(token, label)
            }
            None => self.at_end(),
        };
        let base = self.brackets(base);
        match self.help() {
            Some(help) => base.help(help),
            None => base,
        }
    }

    fn expected(&self) -> Option<String> {
        self.wrong.expected.as_ref().map(|what| format!("expected {what}"))
    }

    fn unexpected(&self, token: Token, label: String) -> Diagnostic {
        let text = token.text(self.text);
        let invisible =
            text.chars().find(|c| !c.is_ascii() && (c.is_whitespace() || c.is_control() || *c == '\u{200b}'));
        if let Some(c) = invisible {
            let code = c as u32;
            return Diagnostic::error(&syntax::SYNTAX, format!("syntax error: unexpected character U+{code:04X}"))
                .at(self.place(token), "looks like white space, but is none to the server")
                .help("replace it with a space");
        }
        // A string or a body can be long, and the snippet shows it anyway.
        let shown: String = text.chars().take_while(|c| *c != '\n').take(40).collect();
        let dots = if shown.len() < text.len() { "…" } else { "" };
        Diagnostic::error(&syntax::SYNTAX, format!("syntax error: unexpected `{shown}{dots}`"))
            .at(self.place(token), label)
    }

    fn at_end(&self) -> Diagnostic {
        let label = self.expected().unwrap_or_else(|| "something is missing after this".to_owned());
        let problem = Diagnostic::error(&syntax::SYNTAX, "syntax error: unexpected end of the statement");
        match self.tokens.last() {
            Some(&last) => problem.at(self.place(last), label),
            None => problem,
        }
    }

    /// Judges the statement with `range` replaced. The place of its next error is compared in the old text's bytes.
    fn attempt(&self, range: std::ops::Range<usize>, new: &str) -> Result {
        // A guess is not worth parsing megabytes of rows again and again.
        if self.text.len() > MOST_GUESSED {
            return Result::Nothing;
        }
        let mut text = String::with_capacity(self.text.len() + new.len());
        text.push_str(&self.text[..range.start]);
        text.push_str(new);
        text.push_str(&self.text[range.end..]);
        match check(&text, None, self.depth, self.dialect) {
            None => Result::Right,
            Some(next) => {
                let next = next.at as i64 + range.len() as i64 - new.len() as i64;
                let here = self.tokens.get(self.index).map_or(self.text.len(), |token| token.end as usize);
                if next >= here.max(range.end) as i64 && here < self.text.len() {
                    Result::Further
                } else {
                    Result::Nothing
                }
            }
        }
    }

    /// The unexpected token, or one a little before it, is nearly a keyword, and with the keyword all is well.
    fn misspelt(&self) -> Option<Diagnostic> {
        let mut best: Option<(Result, Token, &'static str)> = None;
        let last = self.index.min(self.tokens.len().checked_sub(1)?);
        // Some parsers give up before the word, most at it, some a little after.
        let end = (last + 2).min(self.tokens.len() - 1);
        for index in (last.saturating_sub(3)..=end).rev() {
            let token = self.tokens[index];
            let word = token.text(self.text);
            if token.kind != Kind::Word {
                continue;
            }
            // A word that is a keyword elsewhere (`RETURN` for `RETURNS`) is a slip only if that makes all well.
            let known = hints::is_keyword(&word.to_ascii_uppercase());
            for keyword in hints::similar(&word.to_ascii_uppercase()).into_iter().take(5) {
                let result = self.attempt(token.range(), keyword);
                let plural = matches!(keyword, "VALUES" | "RETURNS" | "REFERENCES");
                if known && !(plural && result == Result::Right) {
                    continue;
                }
                if result > best.map_or(Result::Nothing, |best| best.0) {
                    best = Some((result, token, keyword));
                }
            }
            if best.is_some_and(|best| best.0 == Result::Right) {
                break;
            }
        }
        let (_, token, keyword) = best?;
        Some(self.unexpected(token, format!("did you mean `{keyword}`?")))
    }

    /// A `(` without its `)` is the thing to see, wherever the grammar stopped.
    fn brackets(&self, problem: Diagnostic) -> Diagnostic {
        let mut open: Vec<Token> = Vec::new();
        for (index, &token) in self.tokens.iter().enumerate() {
            match token.kind {
                Kind::Open => open.push(token),
                Kind::Close if open.pop().is_none() => {
                    return if index == self.index { problem.help("this `)` closes nothing") } else { problem };
                }
                _ => (),
            }
        }
        match open.pop() {
            Some(token) => problem.label(self.place(token), "this `(` is never closed"),
            None => problem,
        }
    }

    /// Whether a `;` before `at` would make two right statements of this one.
    fn splits_at(&self, at: usize) -> bool {
        // Only what begins a statement is worth two parses.
        let verbs = [
            "ALTER", "CREATE", "DROP", "INSERT", "UPDATE", "DELETE", "SELECT", "COMMENT", "GRANT", "REVOKE", "SET",
            "PRAGMA", "TRUNCATE", "WITH", "CALL", "DO", "RENAME", "REPLACE",
        ];
        let is_verb = verbs.iter().any(|verb| {
            let word = &self.text[at..];
            word.get(..verb.len()).is_some_and(|word| word.eq_ignore_ascii_case(verb))
        });
        is_verb
            && check(&self.text[..at], None, self.depth, self.dialect).is_none()
            && check(&self.text[at..], None, self.depth, self.dialect).is_none()
    }

    fn help(&self) -> Option<String> {
        let words: Vec<String> = self.tokens.iter().map(|token| token.text(self.text).to_ascii_uppercase()).collect();
        let here = self.tokens.get(self.index).copied();
        let before = self.index.checked_sub(1).map(|before| self.tokens[before]);
        for comma in before.into_iter().chain(here).filter(|token| token.kind == Kind::Comma) {
            if self.attempt(comma.range(), " ") == Result::Right {
                return Some("one comma too many: take it away".to_owned());
            }
        }
        if let Some(help) = hints::foreign(&words, self.index, self.dialect) {
            return Some(help.to_owned());
        }
        if let Some(token) = here {
            let rest = &self.text[token.start as usize..];
            let before = self.text[..token.start as usize].trim_end();
            if rest.starts_with("//") || rest.starts_with('#') {
                return Some("a comment begins with `--`".to_owned());
            }
            if rest.starts_with("--") {
                return Some("here a comment begins with `-- `, with a blank behind".to_owned());
            }
            if rest.starts_with("::") && self.dialect != Dialect::Postgres {
                return Some("`::` is PostgreSQL's; here it is `CAST(x AS type)`".to_owned());
            }
            if let Some(help) = self.by_neighbours(token, &words) {
                return Some(help.to_owned());
            }
            if rest.starts_with('[') && self.text[..token.start as usize].ends_with([' ', '\n', '\t', '(']) {
                let quoted = self.dialect.quote_name("name");
                return Some(format!("names in brackets are SQL Server's; here a name is quoted like {quoted}"));
            }
            let braces = rest.starts_with('{') || rest.starts_with('}') || before.ends_with('{');
            if braces
                || rest.starts_with("${")
                || before.ends_with('$')
                || rest.starts_with("$%")
                || rest.starts_with("$")
            {
                return Some(
                    "this looks like a placeholder; a migration reaches the server as it is written here".to_owned(),
                );
            }
        }
        if let Some(token) = here
            && self.dialect == Dialect::Postgres
            && token.text(self.text).starts_with('`')
        {
            return Some("in PostgreSQL a name is quoted with `\"`, not with backticks".to_owned());
        }
        if here.is_none() && self.dialect == Dialect::Sqlite && words.iter().take(3).any(|word| word == "TRIGGER") {
            return Some("every statement of the body ends with `;`, the last one too: `BEGIN …; END`".to_owned());
        }
        if let (Some(before), Some(token)) = (before, here)
            && before.kind == Kind::Text
            && before.end == token.start
        {
            return Some("a quote inside a string is written twice: `'it''s'`".to_owned());
        }
        let token = here?;
        let start = token.start as usize;
        let written = token.text(self.text);
        if token.kind == Kind::Word && self.splits_at(start) {
            return Some(format!("a `;` is missing before `{written}`"));
        }
        let operand = matches!(token.kind, Kind::Word | Kind::Name | Kind::Text | Kind::Number | Kind::Param);
        let strings = token.kind == Kind::Text && before.is_some_and(|before| before.kind == Kind::Text);
        if operand && !strings && self.attempt(start..start, ", ") == Result::Right {
            return Some(format!("a comma is missing before `{written}`"));
        }
        if token.kind == Kind::Word && hints::is_keyword(&written.to_ascii_uppercase()) {
            let quoted = self.dialect.quote_name(written);
            let structure = STRUCTURE.contains(&&*written.to_ascii_uppercase());
            let named = self.wrong.expected.as_deref() == Some("a name");
            if (named || !structure) && self.attempt(token.range(), &quoted) != Result::Nothing {
                return Some(format!("`{written}` is a reserved word; as a name it is written {quoted}"));
            }
        }
        if !strings && let Some(help) = self.other_quotes(token).or_else(|| self.missing(token)) {
            return Some(help);
        }
        if self.dialect != Dialect::Postgres {
            return None;
        }
        (token.kind == Kind::Text && before.is_some_and(|before| before.kind == Kind::Text))
            .then(|| "two strings join only across lines; join them with `||`".to_owned())
    }

    /// What the words right before the unexpected token tell.
    fn by_neighbours(&self, token: Token, words: &[String]) -> Option<&'static str> {
        let back = |n: usize| self.index.checked_sub(n).map_or("", |at| &words[at]);
        let postgres = self.dialect == Dialect::Postgres;
        match token.kind {
            Kind::Comma if postgres && back(2) == "LIMIT" => Some("in PostgreSQL it is `LIMIT count OFFSET start`"),
            Kind::Open if self.dialect == Dialect::Sqlite && back(2) == "DEFAULT" => Some(
                "an expression that is a default stands in parentheses: `DEFAULT (…)`; the time is CURRENT_TIMESTAMP",
            ),
            Kind::Open if words[0] == "CREATE" && back(2) == "INDEX" => {
                Some("an index is made on a table: `CREATE INDEX i ON t (…)`")
            }
            Kind::Word | Kind::Name if back(1) == "CHECK" => Some("the condition stands in parentheses: `CHECK (…)`"),
            _ if self.dialect.is_mysql_family() && self.is_parted_call() => {
                Some("the `(` of this function must follow its name at once")
            }
            _ => None,
        }
    }

    /// Whether the unexpected token is the first in the parentheses of a call that has a blank before them.
    fn is_parted_call(&self) -> bool {
        let (Some(open), Some(name)) = (self.index.checked_sub(1), self.index.checked_sub(2)) else { return false };
        let (open, name) = (self.tokens[open], self.tokens[name]);
        open.kind == Kind::Open && name.kind == Kind::Word && name.end < open.start && {
            let range = name.end as usize..open.start as usize;
            self.attempt(range, "") != Result::Nothing
        }
    }

    /// A string where a name is wanted, a name where a string is, or a name with `-` in it.
    fn other_quotes(&self, token: Token) -> Option<String> {
        let written = token.text(self.text);
        let inner = written.trim_matches(['\'', '"', '`']);
        let name = self.dialect.quote_name(inner);
        let string = format!("'{inner}'");
        match token.kind {
            Kind::Text if self.attempt(token.range(), &name) != Result::Nothing => {
                Some(format!("{written} is a string; a name is written {name}"))
            }
            Kind::Name | Kind::Word
                if !hints::is_keyword(&written.to_ascii_uppercase())
                    && self.attempt(token.range(), &string) == Result::Right =>
            {
                Some(format!("a string is written {string}"))
            }
            Kind::Op if written == "-" => {
                let (before, after) = (self.tokens.get(self.index.checked_sub(1)?)?, self.tokens.get(self.index + 1)?);
                let range = before.start as usize..after.end as usize;
                let name = self.dialect.quote_name(&self.text[range.clone()]);
                let joined = before.end == token.start && token.end == after.start;
                (joined && self.attempt(range, &name) == Result::Right)
                    .then(|| format!("a name with `-` in it is written {name}"))
            }
            _ => None,
        }
    }

    /// A small word that is missing before the unexpected token, or one token too many.
    fn missing(&self, token: Token) -> Option<String> {
        let start = token.start as usize;
        let written = token.text(self.text);
        let small = [
            "AS",
            "TO",
            "ON",
            "FROM",
            "INTO",
            "BY",
            "SET",
            "IS",
            "ADD COLUMN",
            "TYPE",
            "TABLE",
            "COLUMN",
            "FUNCTION",
            "VALUES",
            "KEY",
            "USING",
            "IN",
            "FOR",
            "THEN",
            "JOIN",
            "REFERENCES",
            "DEFAULT",
            "(",
        ];
        let statement = self.tokens[0].text(self.text);
        let upper = written.to_ascii_uppercase();
        let opens = self.tokens.get(self.index + 1).is_some_and(|next| next.kind == Kind::Open);
        let begins = matches!(token.kind, Kind::Word | Kind::Name | Kind::Text | Kind::Number)
            && !STRUCTURE.contains(&&*upper)
            && !self.wrong.expected.as_deref().is_some_and(|what| what.starts_with("parentheses"));
        for word in small.into_iter().filter(|_| begins) {
            let before = self.index.checked_sub(1).map_or("", |at| self.tokens[at].text(self.text));
            let lists = ["GROUP", "ORDER", "PARTITION", "OWNED", "INCREMENT", "IDENTIFIED"];
            let fits = match word {
                "INTO" => statement.eq_ignore_ascii_case("INSERT"),
                "BY" => lists.iter().any(|list| list.eq_ignore_ascii_case(before)),
                // Behind a column any word could be the table that it points to, or a value.
                "REFERENCES" => before.ends_with(')') || opens,
                "DEFAULT" => matches!(token.kind, Kind::Text | Kind::Number) || opens || VALUES.contains(&&*upper),
                _ => true,
            };
            if !fits {
                continue;
            }
            if self.attempt(start..start, &format!("{word} ")) == Result::Right {
                return Some(format!("`{word}` is missing before `{written}`"));
            }
        }
        // Of a word that stands alone nothing would be left.
        (begins && self.tokens.len() > 1 && self.attempt(token.range(), " ") == Result::Right)
            .then(|| format!("without `{written}` the statement is right"))
    }
}
