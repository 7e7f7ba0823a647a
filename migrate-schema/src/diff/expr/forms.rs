//! What has a syntax of its own in expressions: calls with their clauses, casts, arrays, names, types.

use super::node::{Node, call, op};
use super::parse::{Parser, level};
use crate::sql::Kind;

impl Parser<'_> {
    pub(super) fn case(&mut self) -> Option<Node> {
        self.at += 1;
        let mut parts = Vec::new();
        if !self.is(0, "when") {
            let subject = self.expr(0)?;
            parts.push(op("of", vec![subject]));
        }
        while self.eat("when") {
            let when = self.expr(0)?;
            if !self.eat("then") {
                return None;
            }
            let then = self.expr(0)?;
            parts.push(op("when", vec![when, then]));
        }
        if self.eat("else") {
            let other = self.expr(0)?;
            // PostgreSQL writes it where nobody did.
            if other != Node::Word("null".to_owned()) {
                parts.push(op("else", vec![other]));
            }
        }
        self.eat("end").then(|| op("case", parts))
    }

    pub(super) fn cast(&mut self, word: &str) -> Option<Node> {
        let start = self.at;
        self.at += 2;
        let node = self.expr(0)?;
        let marked = if word == "cast" { self.eat("as") } else { self.eat_kind(Kind::Comma) };
        if marked
            && let Some(ty) = self.type_name()
            && self.eat_kind(Kind::Close)
        {
            return Some(self.as_type(node, &ty));
        }
        self.at = start;
        if word == "cast" { None } else { self.name() }
    }

    /// Functions whose arguments are marked by words.
    pub(super) fn special(&mut self, word: &str) -> Option<Node> {
        self.at += 2;
        let dialect = self.dialect;
        let node = match word {
            "extract" => {
                let unit = self.peek()?;
                self.at += 1;
                let unit = self.str(unit).trim_matches(['\'', '"']).to_ascii_lowercase();
                if !self.eat("from") {
                    return None;
                }
                let from = self.expr(0)?;
                call("extract", vec![Node::Word(unit), from], dialect)
            }
            "position" => {
                let what = self.expr(level::OTHER)?;
                if !self.eat("in") {
                    return None;
                }
                let within = self.expr(0)?;
                call("position", vec![what, within], dialect)
            }
            "trim" => {
                let side = ["both", "leading", "trailing"].into_iter().find(|side| self.is(0, side));
                self.at += usize::from(side.is_some());
                let mut what = Vec::new();
                if !self.is(0, "from") {
                    what.push(self.expr(0)?);
                }
                if self.eat("from") {
                    let from = self.expr(0)?;
                    what.insert(0, from);
                } else if self.eat_kind(Kind::Comma) {
                    what.push(self.expr(0)?);
                }
                let name = match side {
                    Some("leading") => "ltrim",
                    Some("trailing") => "rtrim",
                    _ => "trim",
                };
                call(name, what, dialect)
            }
            _ => {
                let mut items = vec![self.expr(0)?];
                while self.eat("placing") || self.eat("from") || self.eat("for") || self.eat_kind(Kind::Comma) {
                    items.push(self.expr(0)?);
                }
                call(word, items, dialect)
            }
        };
        self.eat_kind(Kind::Close).then_some(node)
    }

    /// `date '2020-01-01'`, `interval '1' day`.
    pub(super) fn typed_literal(&mut self) -> Option<Node> {
        let start = self.at;
        let ty = self.type_name()?;
        let Some(token) = self.peek().filter(|token| token.kind == Kind::Text) else {
            self.at = start;
            return None;
        };
        self.at += 1;
        let node = Node::text(self.str(token), self.dialect);
        if ty == "interval"
            && let Some(unit) = super::UNITS.iter().find(|unit| self.is(0, unit))
            && let Node::Text(amount) = &node
        {
            self.at += 1;
            return Some(self.as_type(Node::Text(format!("{amount} {unit}")), &ty));
        }
        Some(self.as_type(node, &ty))
    }

    /// A dotted name in the form in which it is compared. Schemas that are always looked into are left out.
    pub(super) fn path(&mut self) -> Option<String> {
        let mut parts: Vec<String> = Vec::new();
        loop {
            let token = self.peek()?;
            if self.is_op(0, "*") && !parts.is_empty() {
                self.at += 1;
                parts.push("*".to_owned());
                break;
            }
            if !matches!(token.kind, Kind::Word | Kind::Name) {
                return None;
            }
            self.at += 1;
            parts.push(super::name(self.str(token), self.dialect));
            if !self.eat_kind(Kind::Dot) {
                break;
            }
        }
        if parts.len() > 1 && self.postgres() && matches!(&*parts[0], "pg_catalog" | "public") {
            parts.remove(0);
        }
        Some(parts.join("."))
    }

    pub(super) fn name(&mut self) -> Option<Node> {
        let path = self.path()?;
        if !self.is_kind(0, Kind::Open) {
            return Some(Node::word(path, self.dialect));
        }
        if self.postgres() {
            return self.called(&path);
        }
        let arguments = self.arguments()?;
        // An aggregate's or window's own clauses are not for expressions that are stored.
        if ["filter", "over", "within"].into_iter().any(|word| self.is(0, word)) {
            return None;
        }
        Some(call(&path, arguments, self.dialect))
    }

    /// The name of a type, in the form in which types are compared.
    pub(super) fn type_name(&mut self) -> Option<String> {
        let start = self.at;
        let mut out = self.path()?;
        loop {
            let token = self.peek();
            let word = token.filter(|token| token.kind == Kind::Word).map(|token| self.str(token).to_ascii_lowercase());
            match word.as_deref() {
                Some("precision" | "varying" | "unsigned" | "signed" | "integer") if self.at > start => {
                    self.at += 1;
                    out = format!("{out} {}", word.unwrap_or_default());
                }
                Some("with") if self.eat("with time zone") => out += " with time zone",
                Some("without") if self.eat("without time zone") => out += " without time zone",
                // The server writes it even where it goes without saying.
                Some("charset") if self.mysql() => {
                    self.at += 1;
                    if self.path()? == "binary" {
                        out = of_bytes(&out);
                    }
                }
                Some("character") if self.mysql() && self.eat("character set") => {
                    if self.path()? == "binary" {
                        out = of_bytes(&out);
                    }
                }
                _ if self.is_kind(0, Kind::Open) => {
                    self.at += 1;
                    let mut inner = Vec::new();
                    while let Some(token) = self.peek() {
                        self.at += 1;
                        match token.kind {
                            Kind::Close => break,
                            Kind::Comma => (),
                            _ => inner.push(self.str(token).to_ascii_lowercase()),
                        }
                    }
                    out = format!("{out}({})", inner.join(","));
                }
                _ if self.postgres() && self.is_op(0, "[") => {
                    let close = (1..3).find(|&ahead| self.is_op(ahead, "]"))?;
                    self.at += close + 1;
                    out += "[]";
                }
                _ => break,
            }
        }
        if self.dialect.is_mysql_family() && matches!(&*out, "char" | "binary") {
            // Of any length, where nothing is declared but cast.
            return Some(out);
        }
        let meaning = crate::read::type_meaning(&out, self.dialect);
        Some(if self.dialect.is_mysql_family() { meaning.replace(", ", ",") } else { meaning.to_string() })
    }

    pub(super) fn array(&mut self) -> Option<Node> {
        if !self.eat_op("[") {
            return None;
        }
        let mut items = Vec::new();
        if self.eat_op("]") {
            return Some(Node::Array(items));
        }
        loop {
            items.push(if self.is_op(0, "[") { self.array()? } else { self.expr(0)? });
            if self.eat_op("]") {
                return Some(Node::Array(items));
            }
            if !self.eat_kind(Kind::Comma) {
                return None;
            }
        }
    }
}

/// A type of texts, of bytes: `char(5)` is `binary(5)`.
fn of_bytes(ty: &str) -> String {
    ty.find('(').map_or_else(|| "binary".to_owned(), |open| format!("binary{}", &ty[open..]))
}
