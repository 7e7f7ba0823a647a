//! PostgreSQL: squawk's parser, and what it leaves to a later pass.

use migrate_core::Dialect;
use squawk_parser::{EntryPoint, LexedStr, StrStep, SyntaxKind};

use super::Wrong;
use crate::sql::lexer::{Kind, Lexer};

/// The first error in the text of one statement.
pub(super) fn check(text: &str) -> Option<Wrong> {
    let lexed = LexedStr::new(text);
    let mut first: Option<Wrong> =
        lexed.errors().map(|(range, _)| Wrong::at(range.start as usize)).min_by_key(|wrong| wrong.at);
    let output = EntryPoint::SourceFile.parse(&lexed.to_input());
    let mut tree = Tree::default();
    lexed.intersperse_trivia(&output, &mut |step| match step {
        StrStep::Error { msg, pos } => tree.wrong(pos, expected(msg)),
        StrStep::Enter { kind } => tree.enter(kind),
        StrStep::Exit => tree.exit(),
        StrStep::Token { text, .. } => tree.token(text.len()),
    });
    for wrong in tree.first.into_iter().chain(adjacent_strings(text)) {
        if first.as_ref().is_none_or(|first| wrong.at < first.at) {
            first = Some(wrong);
        }
    }
    first
}

/// squawk's messages name the kinds of its tokens: `expected R_PAREN`.
fn expected(message: &str) -> Option<String> {
    let what = message.strip_prefix("expected ")?.trim();
    let plain = match what {
        "R_PAREN" => "`)`",
        "L_PAREN" => "`(`",
        "COMMA" => "`,`",
        "EQ" => "`=`",
        "R_BRACK" => "`]`",
        "SEMICOLON" => "`;`",
        "DOT" => "`.`",
        "IDENT" => "a name",
        "STRING" => "a string",
        _ => match what.strip_suffix("_KW") {
            Some(keyword) if keyword.bytes().all(|b| b.is_ascii_uppercase() || b == b'_') => {
                return Some(format!("`{keyword}`"));
            }
            Some(_) | None if what.bytes().any(|b| b == b'_' || b.is_ascii_uppercase()) => return None,
            Some(_) | None => what,
        },
    };
    Some(plain.to_owned())
}

/// What is followed of squawk's tree while it goes by.
#[derive(Default)]
struct Tree {
    first: Option<Wrong>,
    at: usize,
    stack: Vec<Node>,
    statements: u32,
}

struct Node {
    kind: SyntaxKind,
    /// A column: it has a type. A table: its columns need none.
    typed: bool,
    /// The end of the first child.
    name_end: Option<usize>,
}

impl Tree {
    fn wrong(&mut self, at: usize, expected: Option<String>) {
        if self.first.as_ref().is_none_or(|first| at < first.at) {
            self.first = Some(Wrong { at, expected });
        }
    }

    fn enter(&mut self, kind: SyntaxKind) {
        if self.stack.len() == 1 {
            self.statements += 1;
            // Two statements without a `;` between them are fine for squawk.
            if self.statements == 2 {
                self.wrong(self.at, None);
            }
        }
        if let Some(parent) = self.stack.last_mut() {
            parent.typed |= is_type(kind);
        }
        self.stack.push(Node { kind, typed: false, name_end: None });
    }

    fn exit(&mut self) {
        let Some(node) = self.stack.pop() else { return };
        if let Some(parent) = self.stack.last_mut() {
            parent.name_end.get_or_insert(self.at);
        }
        // In CREATE TABLE squawk leaves a column's type to a later pass; `OF` and `PARTITION OF` need none.
        if let [.., table, list] = &*self.stack
            && node.kind == SyntaxKind::COLUMN
            && !node.typed
            && list.kind == SyntaxKind::TABLE_ARG_LIST
            && matches!(table.kind, SyntaxKind::CREATE_TABLE | SyntaxKind::CREATE_FOREIGN_TABLE)
            && !table.typed
        {
            self.wrong(node.name_end.unwrap_or(self.at), Some("a type".to_owned()));
        }
    }

    fn token(&mut self, len: usize) {
        self.at += len;
    }
}

fn is_type(kind: SyntaxKind) -> bool {
    use SyntaxKind::*;
    matches!(
        kind,
        PATH_TYPE
            | ARRAY_TYPE
            | PERCENT_TYPE
            | BIT_TYPE
            | BIT_VARYING_TYPE
            | CHARACTER_TYPE
            | VARCHAR_TYPE
            | TIME_TYPE
            | TIMESTAMP_TYPE
            | DOUBLE_TYPE
            | INTERVAL_TYPE
            | OF_TYPE
            | PARTITION_OF
    )
}

/// Strings join across lines only; on one line the second is an error.
fn adjacent_strings(text: &str) -> Option<Wrong> {
    let mut before = None;
    for token in Lexer::new(text, 0..text.len(), Dialect::Postgres) {
        if token.kind == Kind::Comment {
            continue;
        }
        if let Some(end) = before
            && token.kind == Kind::Text
            && !text[end as usize..token.start as usize].contains('\n')
        {
            return Some(Wrong::at(token.start as usize));
        }
        before = (token.kind == Kind::Text).then_some(token.end);
    }
    None
}
