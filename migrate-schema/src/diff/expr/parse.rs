//! Expressions to trees, from our own tokens: the precedence of each dialect, and the forms that have a syntax of their
//! own. What is not understood is `None`; then the tokens are compared as they stand.

use migrate_core::Dialect;

use super::node::{Node, binary, call, cast, not, op, strict_cast};
use crate::sql::{Kind, Lexer, Token};

/// Deeper expressions are compared as they stand.
const DEEPEST: u32 = 60;

pub(super) struct Parser<'a> {
    pub(super) text: &'a str,
    pub(super) tokens: Vec<Token>,
    pub(super) at: usize,
    depth: u32,
    pub(super) dialect: Dialect,
    /// What the text is a part of: queries that stand in it by their numbers.
    queries: Option<&'a [String]>,
    /// Each cast says something.
    with_casts: bool,
}

/// How tightly operators bind, from loose to tight. The steps that a dialect does not have are never asked for.
pub(super) mod level {
    pub(in crate::diff::expr) const OR: u8 = 1;
    pub(in crate::diff::expr) const XOR: u8 = 2;
    pub(in crate::diff::expr) const AND: u8 = 3;
    pub(in crate::diff::expr) const NOT: u8 = 4;
    pub(in crate::diff::expr) const IS: u8 = 5;
    pub(in crate::diff::expr) const EQUALS: u8 = 6;
    pub(in crate::diff::expr) const LESS: u8 = 7;
    pub(in crate::diff::expr) const IN: u8 = 8;
    pub(in crate::diff::expr) const OTHER: u8 = 9;
    pub(in crate::diff::expr) const PLUS: u8 = 12;
    pub(in crate::diff::expr) const TIMES: u8 = 13;
    pub(in crate::diff::expr) const POWER: u8 = 14;
    pub(in crate::diff::expr) const CONCAT: u8 = 15;
    pub(in crate::diff::expr) const ZONE: u8 = 16;
    pub(in crate::diff::expr) const COLLATE: u8 = 17;
    pub(in crate::diff::expr) const UNARY: u8 = 18;
    pub(in crate::diff::expr) const SUBSCRIPT: u8 = 19;
}

impl<'a> Parser<'a> {
    pub(super) fn new(text: &'a str, dialect: Dialect) -> Parser<'a> {
        let tokens = Lexer::new(text, 0..text.len(), dialect)
            .filter(|token| !matches!(token.kind, Kind::Comment | Kind::CodeStart | Kind::CodeEnd | Kind::Semi))
            .collect();
        Parser { text, tokens, at: 0, depth: 0, dialect, queries: None, with_casts: false }
    }

    /// A part of a query. Casts are kept where it is asked for, but for those that change nothing in any place.
    pub(super) fn in_query(text: &'a str, queries: &'a [String], with_casts: bool) -> Parser<'a> {
        Parser { queries: Some(queries), with_casts, ..Parser::new(text, Dialect::Postgres) }
    }

    /// Whether it is a part of a query that a server may have printed.
    pub(super) fn shows_query(&self) -> bool {
        self.queries.is_some() && !self.with_casts
    }

    /// The whole text as one expression.
    pub(super) fn whole(mut self) -> Option<Node> {
        let node = self.expr(0)?;
        let node = if self.postgres() { node.with_plain_rows() } else { node };
        (self.at == self.tokens.len()).then_some(node)
    }

    pub(super) fn postgres(&self) -> bool {
        self.dialect == Dialect::Postgres
    }

    pub(super) fn mysql(&self) -> bool {
        self.dialect.is_mysql_family()
    }

    pub(super) fn peek(&self) -> Option<Token> {
        self.tokens.get(self.at).copied()
    }

    pub(super) fn str(&self, token: Token) -> &'a str {
        token.text(self.text)
    }

    pub(super) fn is(&self, ahead: usize, word: &str) -> bool {
        self.tokens.get(self.at + ahead).is_some_and(|token| token.is(self.text, word))
    }

    pub(super) fn is_kind(&self, ahead: usize, kind: Kind) -> bool {
        self.tokens.get(self.at + ahead).is_some_and(|token| token.kind == kind)
    }

    pub(super) fn is_op(&self, ahead: usize, text: &str) -> bool {
        self.tokens.get(self.at + ahead).is_some_and(|token| token.kind == Kind::Op && self.str(*token) == text)
    }

    pub(super) fn eat(&mut self, words: &str) -> bool {
        let count = words.split(' ').count();
        let all = words.split(' ').enumerate().all(|(i, word)| self.is(i, word));
        self.at += if all { count } else { 0 };
        all
    }

    pub(super) fn eat_kind(&mut self, kind: Kind) -> bool {
        let is = self.is_kind(0, kind);
        self.at += usize::from(is);
        is
    }

    pub(super) fn eat_op(&mut self, text: &str) -> bool {
        let is = self.is_op(0, text);
        self.at += usize::from(is);
        is
    }

    pub(super) fn expr(&mut self, least: u8) -> Option<Node> {
        self.depth += 1;
        if self.depth > DEEPEST {
            return None;
        }
        let mut left = self.prefix()?;
        while let Some(next) = self.infix(&left, least) {
            left = next?;
        }
        self.depth -= 1;
        Some(left)
    }

    /// A value as one of a type.
    pub(super) fn as_type(&self, node: Node, ty: &str) -> Node {
        if self.with_casts { strict_cast(node, ty) } else { cast(node, ty, self.dialect) }
    }

    /// One more operator behind `left`. `None`: no operator that binds tightly enough follows.
    fn infix(&mut self, left: &Node, least: u8) -> Option<Option<Node>> {
        let token = self.peek()?;
        let text = self.str(token);
        if token.kind == Kind::Op {
            if text == "::" {
                self.at += 1;
                return Some(self.type_name().map(|ty| self.as_type(left.clone(), &ty)));
            }
            if text == "[" {
                return Some(self.subscript(left));
            }
            let level = self.level(text)?;
            if level < least {
                return None;
            }
            self.at += 1;
            return Some(self.operator(left, text, level));
        }
        if token.kind != Kind::Word {
            return None;
        }
        if self.postgres() && token.is(self.text, "operator") && self.is_kind(1, Kind::Open) {
            return self.named_operator(left, least);
        }
        let word = text.to_ascii_lowercase();
        let negated = word == "not";
        let second = self.tokens.get(self.at + usize::from(negated)).map(|token| self.str(*token).to_ascii_lowercase());
        let level = match if negated { second.as_deref()? } else { &word } {
            "or" => level::OR,
            "xor" if self.mysql() => level::XOR,
            "and" => level::AND,
            "is" | "isnull" | "notnull" if self.postgres() => level::IS,
            "is" => level::EQUALS,
            "isnull" | "notnull" if self.dialect == Dialect::Sqlite => level::EQUALS,
            "in" | "between" | "like" | "ilike" | "similar" if self.postgres() => level::IN,
            "in" | "between" | "like" | "regexp" | "rlike" | "glob" | "match" => level::EQUALS,
            "null" if negated && self.dialect == Dialect::Sqlite => level::EQUALS,
            "div" | "mod" if self.mysql() => level::TIMES,
            "at" if self.is(1, "time") || self.is(1, "local") => level::ZONE,
            "collate" => level::COLLATE,
            _ => return None,
        };
        if level < least {
            return None;
        }
        self.at += 1 + usize::from(negated);
        let node = self.word_operator(left, if negated { second.as_deref()? } else { &word }, level);
        Some(node.map(|node| if negated { not(node, self.dialect) } else { node }))
    }

    /// `a OPERATOR(pg_catalog.+) b`: binds as any other operator does.
    fn named_operator(&mut self, left: &Node, least: u8) -> Option<Option<Node>> {
        if level::OTHER < least {
            return None;
        }
        let mut at = self.at + 2;
        while self.tokens.get(at).is_some_and(|token| matches!(token.kind, Kind::Word | Kind::Name | Kind::Dot)) {
            at += 1;
        }
        let name = self.tokens.get(at).map(|token| self.str(*token))?;
        if self.tokens.get(at + 1).is_none_or(|token| token.kind != Kind::Close) {
            return Some(None);
        }
        self.at = at + 2;
        Some(self.operator(left, name, level::OTHER))
    }

    fn level(&self, text: &str) -> Option<u8> {
        Some(match (text, self.dialect) {
            ("]" | ":" | ":=", _) => return None,
            ("=" | "==" | "<>" | "!=", Dialect::Sqlite) => level::EQUALS,
            ("<" | ">" | "<=" | ">=", Dialect::Sqlite) => level::LESS,
            ("||" | "->" | "->>", Dialect::Sqlite) => level::CONCAT,
            ("<" | ">" | "=" | "==" | "<=" | ">=" | "<>" | "!=" | "<=>", _) => level::EQUALS,
            ("||", Dialect::MySql | Dialect::MariaDb) => level::OR,
            ("&&", Dialect::MySql | Dialect::MariaDb) => level::AND,
            ("|", Dialect::MySql | Dialect::MariaDb) => level::OTHER,
            ("&", Dialect::MySql | Dialect::MariaDb) => level::OTHER + 1,
            ("<<" | ">>", Dialect::MySql | Dialect::MariaDb) => level::OTHER + 2,
            ("->" | "->>", Dialect::MySql | Dialect::MariaDb) => level::SUBSCRIPT,
            ("+" | "-", _) => level::PLUS,
            ("*" | "/" | "%", _) => level::TIMES,
            ("^", _) => level::POWER,
            _ => level::OTHER,
        })
    }

    fn operator(&mut self, left: &Node, text: &str, level: u8) -> Option<Node> {
        let text = match text {
            "!=" => "<>",
            "==" => "=",
            "||" if self.mysql() => "or",
            "&&" if self.mysql() => "and",
            "%" if self.mysql() => "mod",
            other => other,
        };
        if matches!(text, "=" | "<>" | "<" | ">" | "<=" | ">=")
            && let Some(which) = ["any", "some", "all"].into_iter().find(|word| self.is(0, word))
            && self.is_kind(1, Kind::Open)
        {
            self.at += 1;
            let right = self.expr(level::SUBSCRIPT)?;
            return Some(Node::quantified(left.clone(), text, which, right, self.dialect));
        }
        let right = self.expr(level + 1)?;
        if self.mysql() && matches!(text, "->" | "->>") {
            let value = Node::Call("json_extract".to_owned(), vec![left.clone(), right]);
            return Some(if text == "->" { value } else { Node::Call("json_unquote".to_owned(), vec![value]) });
        }
        Some(binary(left.clone(), text, right, self.dialect))
    }

    fn word_operator(&mut self, left: &Node, word: &str, level: u8) -> Option<Node> {
        let left = left.clone();
        Some(match word {
            "or" | "and" | "xor" | "div" | "mod" => {
                let right = self.expr(level + 1)?;
                binary(left, word, right, self.dialect)
            }
            "isnull" | "null" => op("is null", vec![left]),
            "notnull" => not(op("is null", vec![left]), self.dialect),
            "is" => {
                let negated = self.eat("not");
                let node = if self.eat("distinct from") {
                    let right = self.expr(level + 1)?;
                    binary(left, "is distinct from", right, self.dialect)
                } else if self.eat("null") || self.mysql() && self.eat("unknown") {
                    op("is null", vec![left])
                } else if self.eat("true") {
                    op("is true", vec![left])
                } else if self.eat("false") {
                    op("is false", vec![left])
                } else if self.eat("unknown") {
                    op("is unknown", vec![left])
                } else {
                    let right = self.expr(level + 1)?;
                    op("is", vec![left, right])
                };
                if negated { not(node, self.dialect) } else { node }
            }
            "in" => match self.expr(level::SUBSCRIPT)? {
                // Rows are compared one after the other.
                Node::List(items)
                    if self.postgres()
                        && matches!(left, Node::List(_))
                        && items.iter().all(|item| matches!(item, Node::List(_))) =>
                {
                    let each = items.into_iter().map(|item| binary(left.clone(), "=", item, self.dialect));
                    each.reduce(|one, other| binary(one, "or", other, self.dialect))?
                }
                Node::List(items) => Node::one_of(left, items),
                subquery @ Node::Raw(_) => op("in", vec![left, subquery]),
                one => Node::one_of(left, vec![one]),
            },
            "between" => {
                let symmetric = self.eat("symmetric");
                let low = self.expr(level + 1)?;
                if !self.eat("and") {
                    return None;
                }
                let high = self.expr(level + 1)?;
                if symmetric {
                    op("between symmetric", vec![left, low, high])
                } else {
                    let above = binary(left.clone(), ">=", low, self.dialect);
                    let below = binary(left, "<=", high, self.dialect);
                    Node::between(above, below)
                }
            }
            "like" | "ilike" | "regexp" | "rlike" | "glob" | "match" => {
                let word = if word == "rlike" { "regexp" } else { word };
                let mut right = self.expr(level + 1)?;
                if self.eat("escape") {
                    let escape = self.expr(level + 1)?;
                    right = call("like_escape", vec![right, escape], self.dialect);
                }
                op(word, vec![left, right])
            }
            "similar" => {
                if !self.eat("to") {
                    return None;
                }
                let right = self.expr(level + 1)?;
                op("~", vec![left, call("similar_to_escape", vec![right], self.dialect)])
            }
            "at" => {
                if !self.eat("time zone") {
                    return None;
                }
                let zone = self.expr(level + 1)?;
                call("timezone", vec![zone, left], self.dialect)
            }
            "collate" => {
                let name = self.path()?;
                op("collate", vec![left, Node::Word(name)])
            }
            _ => return None,
        })
    }

    fn subscript(&mut self, left: &Node) -> Option<Node> {
        self.at += 1;
        let mut items = vec![left.clone()];
        while !self.eat_op("]") {
            items.push(self.expr(0)?);
            let _ = self.eat_op(":");
        }
        Some(op("[]", items))
    }

    pub(super) fn prefix(&mut self) -> Option<Node> {
        let token = self.peek()?;
        let text = self.str(token);
        match token.kind {
            Kind::Number => {
                self.at += 1;
                Some(Node::number(text))
            }
            Kind::Text | Kind::Dollar => {
                self.at += 1;
                Some(Node::text(text, self.dialect))
            }
            Kind::Param => {
                self.at += 1;
                let query = self.queries.and_then(|queries| {
                    let number: usize = text.strip_prefix('$')?.parse().ok()?;
                    queries.get(number.checked_sub(super::INNER)?)
                });
                Some(Node::Raw(query.map_or(text, String::as_str).to_owned()))
            }
            Kind::Open => self.brackets(),
            Kind::Op => {
                self.at += 1;
                match text {
                    "*" => Some(Node::Word("*".to_owned())),
                    "+" => self.expr(level::UNARY),
                    "!" if self.mysql() => self.expr(level::UNARY).map(|node| not(node, self.dialect)),
                    "-" => self.expr(level::UNARY).map(Node::negative),
                    "~" | "@" | "!!" | "|/" | "||/" | "@@" => self.expr(level::UNARY).map(|node| op(text, vec![node])),
                    _ => None,
                }
            }
            Kind::Name => self.name(),
            Kind::Word => self.word(&text.to_ascii_lowercase()),
            _ => None,
        }
    }

    /// `( … )`: an expression, a list, or a query.
    fn brackets(&mut self) -> Option<Node> {
        if self.is(1, "select") || self.is(1, "with") || self.is(1, "values") {
            return self.raw().map(Node::Raw);
        }
        let mut items = self.arguments()?;
        match items.len() {
            1 => items.pop(),
            _ => Some(Node::List(items)),
        }
    }

    /// From a bracket to the one that closes it, as loose text.
    fn raw(&mut self) -> Option<String> {
        let start = self.at;
        let mut depth = 0u32;
        while let Some(token) = self.peek() {
            self.at += 1;
            match token.kind {
                Kind::Open => depth += 1,
                Kind::Close => {
                    depth -= 1;
                    if depth == 0 {
                        let range = self.tokens[start].start as usize..token.end as usize;
                        return Some(super::loose(&self.text[range], self.dialect));
                    }
                }
                _ => (),
            }
        }
        None
    }

    /// `(a, b)`.
    pub(super) fn arguments(&mut self) -> Option<Vec<Node>> {
        if !self.eat_kind(Kind::Open) {
            return None;
        }
        let mut items = Vec::new();
        if self.eat_kind(Kind::Close) {
            return Some(items);
        }
        loop {
            items.push(self.expr(0)?);
            if self.eat_kind(Kind::Close) {
                return Some(items);
            }
            if !self.eat_kind(Kind::Comma) {
                return None;
            }
        }
    }

    fn word(&mut self, word: &str) -> Option<Node> {
        let call_follows = self.is_kind(1, Kind::Open);
        let text_follows = self.is_kind(1, Kind::Text);
        match word {
            "not" => {
                self.at += 1;
                let node = self.expr(level::NOT)?;
                return Some(not(node, self.dialect));
            }
            "case" => return self.case(),
            "cast" | "convert" if call_follows => return self.cast(word),
            "array" if self.is_op(1, "[") => {
                self.at += 1;
                return self.array();
            }
            "array" | "exists" if call_follows && self.queries.is_some() => {
                self.at += 1;
                return self.brackets().map(|query| op(word, vec![query]));
            }
            "array" | "exists" if call_follows => {
                self.at += 1;
                return self.raw().map(|raw| op(word, vec![Node::Raw(raw)]));
            }
            "row" if call_follows => {
                self.at += 1;
                return self.arguments().map(Node::List);
            }
            "interval" if self.mysql() => {
                self.at += 1;
                let amount = self.expr(0)?;
                let unit = self.path()?;
                return Some(op("interval", vec![amount, Node::Word(unit)]));
            }
            // As the server shows it: `nextval(s)`.
            "next" | "previous" if self.mysql() && self.is(1, "value") && self.is(2, "for") => {
                self.at += 3;
                let name = if word == "next" { "nextval" } else { "lastval" };
                let sequence = self.path()?;
                return Some(Node::Call(name.to_owned(), vec![Node::Word(sequence)]));
            }
            "binary" if self.mysql() && !call_follows => {
                self.at += 1;
                let node = self.expr(level::COLLATE)?;
                return Some(Node::Cast(Box::new(node), "binary".to_owned()));
            }
            "extract" | "overlay" | "substring" | "substr" | "trim" | "position" if call_follows => {
                let start = self.at;
                if let Some(node) = self.special(word) {
                    return Some(node);
                }
                self.at = start;
            }
            // A character set before a string.
            _ if text_follows && word.starts_with('_') && self.mysql() => {
                self.at += 1;
                return self.prefix();
            }
            _ => (),
        }
        if self.postgres()
            && let Some(typed) = self.typed_literal()
        {
            return Some(typed);
        }
        self.name()
    }
}
