//! Procedural code of MySQL and MariaDB as a tree of statements.

use std::sync::Arc;

use crate::read::cursor::Cursor;
use crate::sql::Kind;

/// A statement, or several.
#[derive(Debug)]
pub(super) enum Node<'a> {
    /// `BEGIN … END`, with its label.
    Block { label: Option<Arc<str>>, body: Vec<Node<'a>> },
    /// `IF … THEN`, and what is done otherwise.
    If { arms: Vec<(Cursor<'a>, Vec<Node<'a>>)>, otherwise: Vec<Node<'a>> },
    /// What is done again and again, with its label: as long as something holds that is asked before, or until something
    /// holds that is asked behind it.
    Loop { label: Option<Arc<str>>, before: Option<Cursor<'a>>, body: Vec<Node<'a>>, behind: Option<Cursor<'a>> },
    /// What is done for each of some rows or numbers.
    For(Vec<Node<'a>>),
    /// `DECLARE a, b int DEFAULT …`
    Declare { names: Vec<Arc<str>>, value: Option<Cursor<'a>> },
    /// What is done about errors.
    Handler { body: Vec<Node<'a>>, of_rows: bool },
    /// `LEAVE` and a label.
    Leave(Arc<str>),
    /// `ITERATE` and a label.
    Iterate(Arc<str>),
    /// Anything else.
    Plain(Cursor<'a>),
}

/// How deep blocks stand in each other before nobody follows them any more.
const DEEP: usize = 60;

/// All of a body.
pub(super) fn parse<'a>(code: &mut Cursor<'a>) -> Option<Node<'a>> {
    let node = statement(code, 0)?;
    let _ = code.eat_kind(Kind::Semi);
    code.done().then_some(node)
}

/// Statements up to one of these words, which is not taken.
fn statements<'a>(code: &mut Cursor<'a>, ends: &[&str], deep: usize) -> Option<Vec<Node<'a>>> {
    let mut all = Vec::new();
    while !code.is_any(ends) {
        if code.done() {
            return None;
        }
        if code.eat_kind(Kind::Semi) {
            continue;
        }
        all.push(statement(code, deep)?);
        if !code.eat_kind(Kind::Semi) && !code.is_any(ends) {
            return None;
        }
    }
    Some(all)
}

fn statement<'a>(code: &mut Cursor<'a>, deep: usize) -> Option<Node<'a>> {
    if deep > DEEP {
        return None;
    }
    let deep = deep + 1;
    let label = label(code);
    if code.eat("BEGIN") {
        let _ = code.eat("NOT ATOMIC");
        let body = statements(code, &["END"], deep)?;
        code.next();
        behind(code);
        return Some(Node::Block { label, body });
    }
    if code.eat("IF") {
        return branches(code, deep);
    }
    if code.is("CASE") {
        return cases(code, deep);
    }
    if code.eat("LOOP") {
        let body = loops(code, "LOOP", deep)?;
        return Some(Node::Loop { label, before: None, body, behind: None });
    }
    if code.eat("REPEAT") {
        let body = statements(code, &["UNTIL"], deep)?;
        code.next();
        let condition = up_to(code, "END");
        if !code.eat("END REPEAT") {
            return None;
        }
        behind(code);
        return Some(Node::Loop { label, before: None, body, behind: Some(condition) });
    }
    if code.eat("WHILE") {
        let condition = up_to(code, "DO");
        code.next()?;
        let body = loops(code, "WHILE", deep)?;
        return Some(Node::Loop { label, before: Some(condition), body, behind: None });
    }
    if code.eat("FOR") {
        code.skip_to(&["DO"]);
        code.next()?;
        return Some(Node::For(loops(code, "FOR", deep)?));
    }
    if code.eat("LEAVE") {
        return Some(Node::Leave(code.name()?.key));
    }
    if code.eat("ITERATE") {
        return Some(Node::Iterate(code.name()?.key));
    }
    if code.eat("DECLARE") {
        return declaration(code, deep);
    }
    Some(Node::Plain(plain(code)?))
}

/// Up to the semicolon that ends a statement, which is not taken.
fn plain<'a>(code: &mut Cursor<'a>) -> Option<Cursor<'a>> {
    let mut own = code.clone();
    while !code.done() && !code.is_kind(Kind::Semi) {
        code.next();
    }
    own.truncate(code.at);
    (!own.done()).then_some(own)
}

/// `name:`
fn label(code: &mut Cursor<'_>) -> Option<Arc<str>> {
    let mut there = code.clone();
    let name = there.name()?;
    if !there.eat_op(":") {
        return None;
    }
    code.at = there.at;
    Some(name.key)
}

/// A label behind `END`.
fn behind(code: &mut Cursor<'_>) {
    if !code.is_any(&["END", "ELSE", "ELSEIF", "UNTIL", "WHEN"]) {
        let _ = code.name();
    }
}

/// The body of a loop, with all that ends it.
fn loops<'a>(code: &mut Cursor<'a>, word: &str, deep: usize) -> Option<Vec<Node<'a>>> {
    let body = statements(code, &["END"], deep)?;
    code.next();
    if !code.eat(word) {
        return None;
    }
    behind(code);
    Some(body)
}

/// What stands before a word, which is not taken.
fn up_to<'a>(code: &mut Cursor<'a>, word: &str) -> Cursor<'a> {
    let mut own = code.clone();
    code.skip_to(&[word]);
    own.truncate(code.at);
    own
}

/// Up to `THEN`, which is taken.
fn condition<'a>(code: &mut Cursor<'a>) -> Option<Cursor<'a>> {
    let own = up_to(code, "THEN");
    code.eat("THEN").then_some(own)
}

/// From behind `IF`.
fn branches<'a>(code: &mut Cursor<'a>, deep: usize) -> Option<Node<'a>> {
    let (mut arms, mut otherwise) = (Vec::new(), Vec::new());
    loop {
        let condition = condition(code)?;
        arms.push((condition, statements(code, &["END", "ELSE", "ELSEIF"], deep)?));
        if code.eat("ELSEIF") {
            continue;
        }
        if code.eat("ELSE") {
            otherwise = statements(code, &["END"], deep)?;
        }
        return code.eat("END IF").then_some(Node::If { arms, otherwise });
    }
}

/// `CASE WHEN … THEN … END CASE`; what follows from a value nobody looks at.
fn cases<'a>(code: &mut Cursor<'a>, deep: usize) -> Option<Node<'a>> {
    code.next();
    let (mut arms, mut otherwise) = (Vec::new(), Vec::new());
    while code.eat("WHEN") {
        let condition = condition(code)?;
        arms.push((condition, statements(code, &["END", "ELSE", "WHEN"], deep)?));
    }
    if code.eat("ELSE") {
        otherwise = statements(code, &["END"], deep)?;
    }
    code.eat("END CASE").then_some(Node::If { arms, otherwise })
}

/// From behind `DECLARE`.
fn declaration<'a>(code: &mut Cursor<'a>, deep: usize) -> Option<Node<'a>> {
    if code.is_any(&["CONTINUE", "EXIT", "UNDO"]) && code.is_at(1, "HANDLER") {
        code.skip_to(&["FOR"]);
        code.next()?;
        let of_rows = code.eat("NOT FOUND");
        while !of_rows && !code.done() {
            let states = code.eat("SQLSTATE");
            if states {
                let _ = code.eat("VALUE");
            }
            code.next()?;
            if !code.eat_kind(Kind::Comma) {
                break;
            }
        }
        let body = vec![statement(code, deep)?];
        return Some(Node::Handler { body, of_rows });
    }
    let mut names = vec![code.name()?.key];
    while code.eat_kind(Kind::Comma) {
        names.push(code.name()?.key);
    }
    let mut rest = plain(code)?;
    if rest.is_any(&["CURSOR", "CONDITION"]) {
        return Some(Node::Declare { names: Vec::new(), value: None });
    }
    rest.skip_to(&["DEFAULT"]);
    let value = rest.eat("DEFAULT").then_some(rest);
    Some(Node::Declare { names, value })
}
