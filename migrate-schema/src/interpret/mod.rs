//! Code that is carried out where all of it is known: functions of PostgreSQL that run statements made of what they are
//! given, and the procedures, compound statements and prepared texts of MySQL and MariaDB, which ask `information_schema`
//! what is there before they change it.
//!
//! What cannot be followed to its end is not carried out at all; then the catalog takes it for what it may do.

mod code;
mod expr;
mod rows;
mod schema_tables;
mod value;
mod variables;

use std::sync::Arc;

use crate::catalog::Catalog;
use crate::catalog::change::{Change, Doubt};
use crate::diagnostic::{Diagnostic, Severity};
use crate::read::cursor::Cursor;
use crate::read::{self, Effect};
use crate::source::Place;
use crate::sql::{self, Stmt, judge};
use code::Node;
use expr::Sight;
use rows::{ROWS, is_idle, is_of_rows, names, passes_on};
use value::{Truth, Value};
use variables::Variables;

/// How deep calls go, and how many statements are carried out, before nobody follows them any more.
const DEEP: usize = 16;
const MOST: usize = 2000;

/// Does what a change of a statement does. Code is carried out where all of it is known; what it does has no place of its
/// own, so the statement at `place` stands for it.
pub fn carry_out(catalog: &mut Catalog, place: Place, change: &Change, out: &mut Vec<Diagnostic>) {
    if !is_code(catalog, change) {
        return catalog.apply(change, out);
    }
    let mark = catalog.mark();
    let mut interpreter =
        Interpreter { catalog, place, problems: Vec::new(), deep: 0, left: MOST, not_found: Vec::new() };
    let done = interpreter.change(change).is_some();
    let mut problems = interpreter.problems;
    if done {
        out.append(&mut problems);
        return;
    }
    catalog.take_back(mark);
    // What the server comes to and refuses. What it says of the statement itself comes first.
    let known = out.len();
    catalog.apply(change, out);
    if out.len() == known {
        out.extend(problems.into_iter().find(|problem| problem.severity == Severity::Error));
    }
}

fn is_code(catalog: &Catalog, change: &Change) -> bool {
    let mysql = catalog.dialect().is_mysql_family();
    match change {
        Change::Data(scope) => scope.invoked.is_some(),
        Change::SetVariable(_, _, value) => value.is_some(),
        Change::Call(..) | Change::Prepare(..) | Change::Execute(_) => mysql,
        Change::Run(body) => mysql && body.code.is_some(),
        _ => false,
    }
}

/// Follows code on a catalog.
struct Interpreter<'c> {
    catalog: &'c mut Catalog,
    place: Place,
    problems: Vec<Diagnostic>,
    deep: usize,
    left: usize,
    /// What handlers set where no row is found.
    not_found: Vec<Arc<str>>,
}

/// Begins the note that says what was run.
const RUNS: &str = "this statement runs";

/// The beginning of a text.
fn shortened(text: &str) -> String {
    let mut chars = text.chars();
    let start: String = chars.by_ref().take(160).collect();
    match chars.next() {
        Some(_) => format!("{start} …"),
        None => start,
    }
}

/// How a statement ends.
enum Flow {
    Next,
    /// The block or loop with this label is left.
    Leave(Arc<str>),
    /// The loop with this label begins again.
    Iterate(Arc<str>),
}

/// None is where it cannot be followed.
impl Interpreter<'_> {
    fn change(&mut self, change: &Change) -> Option<()> {
        match change {
            Change::Data(scope) => {
                let texts = self.catalog.statements_of(scope.invoked.as_ref()?)?;
                texts.iter().try_for_each(|text| self.text(text))
            }
            Change::SetVariable(name, _, value) => {
                let value = self.value_of_text(value.as_ref()?);
                self.catalog.set_known(name, value.for_variable()?);
                Some(())
            }
            Change::Prepare(name, texts) => self.prepare(name, self.catalog.filled(texts)?),
            Change::Execute(name) => {
                let text = self.catalog.prepared_text(name)?;
                self.text(&text)
            }
            Change::Call(name, _, arguments) => {
                let values = self.values_of_text(arguments, &Variables::default());
                self.call(&name.key, values)
            }
            Change::Run(body) => {
                let text = body.code.clone()?;
                let dialect = self.catalog.dialect();
                let mut code = Cursor::of_code(self.place.source, &text, 0..text.len(), dialect);
                self.body(&mut code, &mut Variables::default())
            }
            _ => None,
        }
    }

    /// Statements that are put together, or stand in code.
    fn text(&mut self, text: &str) -> Option<()> {
        // A text may run itself.
        if self.deep > DEEP {
            return None;
        }
        self.deep += 1;
        let known = self.problems.len();
        for stmt in &self.judged(text)? {
            match read::within(self.place, text, stmt, self.catalog.dialect()) {
                Effect::Changes(changes) => changes.iter().try_for_each(|change| self.plain(change))?,
                Effect::Nothing => (),
                Effect::Opaque => return None,
            }
        }
        self.deep -= 1;
        self.is_right(text, known)
    }

    /// The server reads a text before it runs it.
    fn prepare(&mut self, name: &Arc<str>, text: Arc<str>) -> Option<()> {
        self.judged(&text)?;
        self.catalog.prepare_known(name, text);
        Some(())
    }

    /// The statements of a text; none if its grammar is wrong.
    fn judged(&mut self, text: &str) -> Option<Vec<Stmt>> {
        let (dialect, known) = (self.catalog.dialect(), self.problems.len());
        let mut wrong = Vec::new();
        let stmts = sql::split(self.place.source, text, 0..text.len(), dialect, &mut wrong);
        if wrong.is_empty() {
            let right = |stmt| judge::judge(self.place.source, text, stmt, dialect, &mut wrong);
            let _ = stmts.iter().all(right);
        }
        // Their places are in a text that stands nowhere.
        let here = |problem: Diagnostic| Diagnostic { labels: Vec::new(), ..problem }.at(self.place, "");
        self.problems.extend(wrong.into_iter().map(here));
        self.is_right(text, known)?;
        Some(stmts)
    }

    /// Whether nothing is wrong that was not known before; what is wrong says what was run.
    fn is_right(&mut self, text: &str, known: usize) -> Option<()> {
        let is_error = |problem: &&mut Diagnostic| problem.severity == Severity::Error;
        let mut right = true;
        for problem in self.problems.iter_mut().skip(known).filter(is_error) {
            right = false;
            // The innermost text tells most.
            if problem.notes.iter().all(|note| !note.starts_with(RUNS)) {
                let said: Vec<&str> = text.split_whitespace().collect();
                problem.notes.push(format!("{RUNS} `{}`", shortened(&said.join(" "))));
            }
        }
        right.then_some(())
    }

    /// What a statement does that is no code, or is code in its turn.
    fn plain(&mut self, change: &Change) -> Option<()> {
        match change {
            Change::Doubt(Doubt::Everything) => None,
            Change::Call(..) | Change::Execute(_) | Change::Run(_) => self.change(change),
            Change::SetVariable(_, _, Some(_)) => self.change(change).or_else(|| {
                self.catalog.apply(change, &mut self.problems);
                Some(())
            }),
            _ => {
                self.catalog.apply(change, &mut self.problems);
                Some(())
            }
        }
    }

    fn call(&mut self, name: &Arc<str>, values: Vec<Value>) -> Option<()> {
        self.deep += 1;
        if self.deep > DEEP {
            return None;
        }
        let text = self.catalog.code_of(name)?;
        let mut code = Cursor::of_code(self.place.source, &text, 0..text.len(), self.catalog.dialect());
        let mut variables = Variables::default();
        let mut list = code.parens()?;
        let mut values = values.into_iter();
        while let Some(mut item) = list.item() {
            if item.is("OUT") || item.is("INOUT") {
                return None;
            }
            let _ = item.is("IN") && item.peek_at(2).is_some() && item.eat("IN");
            variables.declare(item.name()?.key, values.next()?);
        }
        if values.next().is_some() {
            return None;
        }
        // What stands between the parameters and the body.
        loop {
            if code.eat("COMMENT") {
                code.literal()?;
            } else if ![
                "LANGUAGE SQL",
                "NOT DETERMINISTIC",
                "DETERMINISTIC",
                "CONTAINS SQL",
                "NO SQL",
                "READS SQL DATA",
            ]
            .iter()
            .chain(&["MODIFIES SQL DATA", "SQL SECURITY DEFINER", "SQL SECURITY INVOKER"])
            .any(|words| code.eat(words))
            {
                break;
            }
        }
        let outer = std::mem::take(&mut self.not_found);
        self.body(&mut code, &mut variables)?;
        self.not_found = outer;
        self.deep -= 1;
        Some(())
    }

    fn body(&mut self, code: &mut Cursor<'_>, variables: &mut Variables) -> Option<()> {
        let node = code::parse(code)?;
        match self.node(&node, variables)? {
            Flow::Next => Some(()),
            Flow::Leave(_) | Flow::Iterate(_) => None,
        }
    }

    fn nodes(&mut self, nodes: &[Node<'_>], variables: &mut Variables) -> Option<Flow> {
        for node in nodes {
            match self.node(node, variables)? {
                Flow::Next => (),
                turn => return Some(turn),
            }
        }
        Some(Flow::Next)
    }

    fn node(&mut self, node: &Node<'_>, variables: &mut Variables) -> Option<Flow> {
        self.left = self.left.checked_sub(1)?;
        match node {
            Node::Block { label, body } => {
                let outer = variables.count();
                let flow = self.nodes(body, variables)?;
                variables.forget(outer);
                match (flow, label) {
                    (Flow::Leave(left), Some(label)) if left == *label => Some(Flow::Next),
                    (flow, _) => Some(flow),
                }
            }
            Node::If { arms, otherwise } => {
                for (at, (condition, body)) in arms.iter().enumerate() {
                    match self.sight(variables).value(condition).truth() {
                        Truth::True => return self.nodes(body, variables),
                        Truth::False | Truth::Null => (),
                        Truth::Unknown => {
                            let rest: Vec<&[Node<'_>]> =
                                arms[at..].iter().map(|(_, body)| &body[..]).chain([&otherwise[..]]).collect();
                            return self.perhaps(&rest, variables).map(|()| Flow::Next);
                        }
                    }
                }
                self.nodes(otherwise, variables)
            }
            Node::Loop { label, before, body, behind } => {
                self.repeat(label.as_ref(), before.as_ref(), body, behind.as_ref(), variables)
            }
            Node::For(body) => self.perhaps(&[body], variables).map(|()| Flow::Next),
            Node::Declare { names, value } => {
                let value = value.as_ref().map_or(Value::Null, |value| self.sight(variables).value(value));
                names.iter().for_each(|name| variables.declare(name.clone(), value.clone()));
                Some(Flow::Next)
            }
            // An error may be passed over, and which one is, nobody knows here. That there are no rows is none.
            Node::Handler { of_rows: true, body } if is_idle(body) => {
                let mut nodes: Vec<&Node<'_>> = body.iter().collect();
                while let Some(node) = nodes.pop() {
                    match node {
                        Node::Block { body, .. } => nodes.extend(body),
                        Node::Plain(code) => self.not_found.extend(names(code)),
                        _ => (),
                    }
                }
                Some(Flow::Next)
            }
            Node::Handler { body, .. } if passes_on(body) => Some(Flow::Next),
            Node::Handler { .. } => None,
            Node::Leave(label) => Some(Flow::Leave(label.clone())),
            Node::Iterate(label) => Some(Flow::Iterate(label.clone())),
            Node::Plain(code) => self.statement(code, variables).map(|()| Flow::Next),
        }
    }

    fn sight<'s>(&'s self, variables: &'s Variables) -> Sight<'s> {
        Sight { catalog: self.catalog, variables }
    }

    fn statement(&mut self, code: &Cursor<'_>, variables: &mut Variables) -> Option<()> {
        let mut code = code.clone();
        if code.is("SET") && self.assigns(&mut code, variables)? {
            return Some(());
        }
        if code.is("SELECT") || code.is("WITH") {
            return self.select(&code, variables);
        }
        if code.eat("CALL") {
            let path = code.path().filter(|path| path.schema.is_none())?;
            let values = match code.parens() {
                Some(mut list) => self.values(&mut list, variables),
                None => Vec::new(),
            };
            return self.call(&path.name.key, values);
        }
        if code.eat("EXECUTE IMMEDIATE") {
            let text = self.sight(variables).value(&code).text()?;
            return self.text(&text);
        }
        if code.eat("PREPARE") {
            let name = code.name()?.text.to_lowercase();
            if !code.eat("FROM") {
                return None;
            }
            let text = self.sight(variables).value(&code).text()?;
            return self.prepare(&name.into(), text.into());
        }
        if code.eat("DEALLOCATE") || code.is_any(ROWS) || code.is("DROP") && code.is_at(1, "PREPARE") {
            return Some(());
        }
        if code.is_any(&["SIGNAL", "RESIGNAL", "RETURN", "OPEN", "FETCH", "CLOSE"]) {
            return None;
        }
        self.text(code.rest())
    }

    /// `SET a = …, @b = …`; false if it is about something else.
    fn assigns(&mut self, code: &mut Cursor<'_>, variables: &mut Variables) -> Option<bool> {
        let mut there = code.clone();
        there.next();
        let mut set = Vec::new();
        while let Some(mut item) = there.item() {
            let session = item.eat_op("@");
            let name = item.name()?.text.to_lowercase();
            if !session && variables.get(&name).is_none() {
                return Some(false);
            }
            if !item.eat_op("=") && !item.eat_op(":=") {
                return Some(false);
            }
            let value = self.sight(variables).value(&item);
            set.push((name, session, value));
        }
        for (name, session, value) in set {
            self.put(&name, session, value, variables);
        }
        Some(true)
    }

    fn put(&mut self, name: &str, session: bool, value: Value, variables: &mut Variables) {
        if session {
            match value.for_variable() {
                Some(text) => self.catalog.set_known(&name.into(), text),
                None => self.catalog.set_variable(&name.into(), &None),
            }
        } else {
            variables.set(name, value);
        }
    }

    /// `SELECT … INTO a, @b`; without INTO it changes nothing.
    fn select(&mut self, code: &Cursor<'_>, variables: &mut Variables) -> Option<()> {
        let mut into = code.clone();
        into.skip_to(&["INTO"]);
        let mut query = code.clone();
        if into.done() {
            return Some(());
        }
        let start = into.at;
        into.next();
        if into.is_any(&["OUTFILE", "DUMPFILE"]) {
            return Some(());
        }
        let mut targets = Vec::new();
        loop {
            let session = into.eat_op("@");
            targets.push((into.name()?.text.to_lowercase(), session));
            if !into.eat_kind(crate::sql::Kind::Comma) {
                break;
            }
        }
        if into.done() {
            query.truncate(start);
        }
        let value = match targets.len() {
            1 => self.sight(variables).scalar_of(&query),
            _ => Value::Unknown,
        };
        // Where no row is found a variable keeps what it has.
        let value = if value == Value::Null { Value::Unknown } else { value };
        if value == Value::Unknown {
            self.not_found.clone().iter().for_each(|name| {
                variables.set(name, Value::Unknown);
            });
        }
        for (name, session) in targets {
            self.put(&name, session, value.clone(), variables);
        }
        Some(())
    }

    /// A loop is followed step by step, unless it touches rows alone.
    fn repeat(
        &mut self,
        label: Option<&Arc<str>>,
        before: Option<&Cursor<'_>>,
        body: &[Node<'_>],
        behind: Option<&Cursor<'_>>,
        variables: &mut Variables,
    ) -> Option<Flow> {
        if is_of_rows(body) {
            return self.perhaps(&[body], variables).map(|()| Flow::Next);
        }
        loop {
            self.left = self.left.checked_sub(1)?;
            match before.map_or(Truth::True, |condition| self.sight(variables).value(condition).truth()) {
                Truth::True => (),
                Truth::False | Truth::Null => return Some(Flow::Next),
                Truth::Unknown => return None,
            }
            match self.nodes(body, variables)? {
                Flow::Leave(left) if Some(&left) == label => return Some(Flow::Next),
                Flow::Iterate(again) if Some(&again) == label => continue,
                Flow::Next => (),
                turn => return Some(turn),
            }
            match behind.map_or(Truth::False, |condition| self.sight(variables).value(condition).truth()) {
                Truth::True => return Some(Flow::Next),
                Truth::False | Truth::Null => (),
                Truth::Unknown => return None,
            }
        }
    }

    /// Nobody knows which of these run, or how often. That is nothing to the catalog where they only touch rows and
    /// variables.
    fn perhaps(&mut self, bodies: &[&[Node<'_>]], variables: &mut Variables) -> Option<()> {
        if !bodies.iter().all(|body| is_of_rows(body)) {
            return None;
        }
        let mut nodes: Vec<&Node<'_>> = bodies.iter().copied().flatten().collect();
        while let Some(node) = nodes.pop() {
            match node {
                Node::Block { body, .. } | Node::Loop { body, .. } | Node::For(body) | Node::Handler { body, .. } => {
                    nodes.extend(body);
                }
                Node::If { arms, otherwise } => {
                    nodes.extend(arms.iter().flat_map(|(_, body)| body).chain(otherwise));
                }
                Node::Declare { .. } | Node::Leave(_) | Node::Iterate(_) => (),
                Node::Plain(code) => self.unsettle(code, variables),
            }
        }
        Some(())
    }

    /// Whatever a statement may give a value to has one that nobody knows.
    fn unsettle(&mut self, code: &Cursor<'_>, variables: &mut Variables) {
        let mut code = code.clone();
        while !code.done() {
            let session = code.eat_op("@");
            match code.name() {
                Some(name) if session => self.catalog.set_variable(&name.text.to_lowercase().into(), &None),
                Some(name) => {
                    variables.set(&name.key, Value::Unknown);
                }
                None => {
                    code.next();
                }
            }
        }
    }

    /// What an expression comes to that stands outside of code.
    fn value_of_text(&self, text: &str) -> Value {
        let code = Cursor::of_code(self.place.source, text, 0..text.len(), self.catalog.dialect());
        self.sight(&Variables::default()).value(&code)
    }

    fn values_of_text(&self, text: &str, variables: &Variables) -> Vec<Value> {
        let mut code = Cursor::of_code(self.place.source, text, 0..text.len(), self.catalog.dialect());
        self.values(&mut code, variables)
    }

    fn values(&self, list: &mut Cursor<'_>, variables: &Variables) -> Vec<Value> {
        let mut values = Vec::new();
        while let Some(item) = list.item() {
            values.push(self.sight(variables).value(&item));
        }
        values
    }
}
