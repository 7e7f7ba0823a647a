//! Expressions of MySQL, as far as they are known: variables, texts, comparisons, and questions to `information_schema`.

use std::cell::RefCell;
use std::cmp::Ordering;

use crate::catalog::Catalog;
use crate::read::cursor::Cursor;
use crate::sql::Kind;

use super::schema_tables::{Row, Rows, SchemaTable};
use super::value::{Truth, Value};
use super::variables::Variables;

/// How deep expressions go before nobody follows them any more.
const DEEP: usize = 40;

/// How long texts get: a loop may double one each time.
const LONGEST: usize = 1 << 16;

/// What an expression sees.
#[derive(Clone, Copy)]
pub(super) struct Sight<'s> {
    pub(super) catalog: &'s Catalog,
    pub(super) variables: &'s Variables,
}

/// A row of a query, and how many rows it has.
#[derive(Clone, Copy, Default)]
struct Here<'r> {
    row: Option<&'r Row>,
    /// The rows that are counted; none where they are not known, and where there is no query.
    counted: Option<&'r [Row]>,
    /// The names that somebody's name was compared with.
    asked: Option<&'r RefCell<Vec<String>>>,
    deep: usize,
}

impl Sight<'_> {
    /// What an expression that is all of `code` comes to.
    pub(super) fn value(self, code: &Cursor<'_>) -> Value {
        self.all(&mut code.clone(), Here::default())
    }

    /// All that is left is one expression.
    fn all(self, code: &mut Cursor<'_>, here: Here<'_>) -> Value {
        match self.or(code, here) {
            Some(value) if code.done() => value,
            _ => Value::Unknown,
        }
    }

    fn or(self, code: &mut Cursor<'_>, mut here: Here<'_>) -> Option<Value> {
        here.deep += 1;
        if here.deep > DEEP {
            return None;
        }
        let mut left = self.and(code, here)?;
        while code.eat("OR") || code.eat_op("||") {
            left = left.truth().or(self.and(code, here)?.truth()).value();
        }
        // `XOR` is for others.
        Some(left)
    }

    fn and(self, code: &mut Cursor<'_>, here: Here<'_>) -> Option<Value> {
        let mut left = self.not(code, here)?;
        while code.eat("AND") || code.eat_op("&&") {
            left = left.truth().and(self.not(code, here)?.truth()).value();
        }
        Some(left)
    }

    fn not(self, code: &mut Cursor<'_>, here: Here<'_>) -> Option<Value> {
        let mut count = 0;
        while code.eat("NOT") {
            count += 1;
        }
        let value = self.comparison(code, here)?;
        Some(match count % 2 {
            1 => value.truth().not().value(),
            _ if count > 0 => value.truth().value(),
            _ => value,
        })
    }

    fn comparison(self, code: &mut Cursor<'_>, here: Here<'_>) -> Option<Value> {
        let mut left = self.sum(code, here)?;
        loop {
            let truth = if code.eat("IS") {
                let not = code.eat("NOT");
                let found = match () {
                    () if code.eat("NULL") => match left {
                        Value::Unknown => Truth::Unknown,
                        ref value => Truth::of(*value == Value::Null),
                    },
                    () if code.eat("TRUE") => left.truth(),
                    () if code.eat("FALSE") => left.truth().not(),
                    () => return None,
                };
                if not { found.not() } else { found }
            } else if code.is("IN") || code.is("NOT") && code.is_at(1, "IN") {
                let not = code.eat("NOT");
                code.next();
                let mut list = code.parens()?;
                if list.is("SELECT") {
                    Truth::Unknown
                } else {
                    let mut found = Truth::False;
                    while let Some(mut item) = list.item() {
                        found = found.or(self.equal(&left, &self.all(&mut item, here), here));
                    }
                    if not { found.not() } else { found }
                }
            } else if code.is_any(&["LIKE", "REGEXP", "RLIKE", "BETWEEN", "NOT", "SOUNDS"]) {
                let not = code.eat("NOT");
                if !code.eat("LIKE") {
                    return None;
                }
                let pattern = self.sum(code, here)?;
                let plain =
                    pattern == Value::Database || pattern.text().is_some_and(|text| !text.contains(['%', '_', '\\']));
                let found = if plain { self.equal(&left, &pattern, here) } else { left.is_like(&pattern) };
                if not { found.not() } else { found }
            } else if code.eat_op("=") || code.eat_op("<=>") {
                let right = self.sum(code, here)?;
                self.equal(&left, &right, here)
            } else if code.eat_op("<>") || code.eat_op("!=") {
                let right = self.sum(code, here)?;
                left.equals(&right).not()
            } else if let Some(holds) = ordering(code) {
                let right = self.sum(code, here)?;
                left.compares(&right, holds)
            } else {
                return Some(left);
            };
            left = truth.value();
        }
    }

    fn equal(self, left: &Value, right: &Value, here: Here<'_>) -> Truth {
        if let Some(asked) = here.asked
            && (*left == Value::Nobody || *right == Value::Nobody)
        {
            asked.borrow_mut().extend(left.text().or(right.text()));
        }
        left.equals(right)
    }

    fn sum(self, code: &mut Cursor<'_>, here: Here<'_>) -> Option<Value> {
        let mut left = self.one(code, here)?;
        loop {
            if code.eat("COLLATE") {
                let name = code.next()?;
                // Only in a collation of bytes do letters matter.
                if code.str(name).to_ascii_lowercase().ends_with("_bin") {
                    return None;
                }
                continue;
            }
            let sign = match () {
                () if code.eat_op("+") => 1,
                () if code.eat_op("-") => -1,
                () => return Some(left),
            };
            let right = self.one(code, here)?;
            let sum =
                left.number().zip(right.number()).and_then(|(left, right)| left.checked_add(right.checked_mul(sign)?));
            left = sum.map_or(Value::Unknown, Value::Number);
        }
    }

    fn one(self, code: &mut Cursor<'_>, mut here: Here<'_>) -> Option<Value> {
        here.deep += 1;
        if here.deep > DEEP {
            return None;
        }
        let token = code.peek()?;
        match token.kind {
            Kind::Number => {
                code.next();
                Some(code.str(token).parse().map_or(Value::Unknown, Value::Number))
            }
            Kind::Text => {
                let mut text = code.literal()?;
                // Two behind each other are one.
                while code.is_kind(Kind::Text) {
                    text.push_str(&code.literal()?);
                }
                Some(Value::Text(text))
            }
            Kind::Open => {
                let mut inner = code.parens()?;
                Some(match inner.is("SELECT") {
                    true => self.scalar(&mut inner, here),
                    false => self.all(&mut inner, here),
                })
            }
            Kind::Op => match code.str(token) {
                "@" => {
                    code.next();
                    let name = code.next()?;
                    let name = code.str(name).trim_matches(['`', '\'', '"']).to_lowercase();
                    Some(self.catalog.variable(&name).map_or(Value::Unknown, Value::of_variable))
                }
                "-" => {
                    code.next();
                    let number = self.one(code, here)?.number().and_then(i64::checked_neg);
                    Some(number.map_or(Value::Unknown, Value::Number))
                }
                "!" => {
                    code.next();
                    Some(self.one(code, here)?.truth().not().value())
                }
                "*" => {
                    code.next();
                    Some(Value::Number(1))
                }
                _ => None,
            },
            Kind::Word | Kind::Name => self.word(code, here),
            _ => None,
        }
    }

    /// A function, a variable or a field.
    fn word(self, code: &mut Cursor<'_>, here: Here<'_>) -> Option<Value> {
        for (word, value) in [("NULL", Value::Null), ("TRUE", Value::Number(1)), ("FALSE", Value::Number(0))] {
            if code.eat(word) {
                return Some(value);
            }
        }
        if code.eat("EXISTS") {
            let mut query = code.parens()?;
            return Some(self.exists(&mut query, here).value());
        }
        if code.eat("BINARY") {
            // What is equal so is equal, and the other way round nobody looks.
            return None;
        }
        let token = code.next()?;
        let plain = token.kind == Kind::Word;
        let name = code.str(token).trim_matches('`').to_lowercase();
        if code.is_kind(Kind::Open) && plain {
            let mut list = code.parens()?;
            return Some(self.call(&name, &mut list, here));
        }
        if code.eat_kind(Kind::Dot) {
            let field = code.next()?;
            let field = code.str(field).trim_matches('`').to_lowercase();
            return Some(here.row.map_or(Value::Unknown, |row| row.get(&field)));
        }
        // A variable goes before a field of its name.
        if let Some(value) = self.variables.get(&name) {
            return Some(value.clone());
        }
        Some(here.row.map_or(Value::Unknown, |row| row.get(&name)))
    }

    fn call(self, name: &str, list: &mut Cursor<'_>, here: Here<'_>) -> Value {
        if matches!(name, "database" | "schema") && list.done() {
            return Value::Database;
        }
        if name == "count" {
            return self.count(list, here);
        }
        let mut arguments = Vec::new();
        while let Some(item) = list.item() {
            arguments.push(item);
        }
        let of = |at: usize| arguments.get(at).map_or(Value::Unknown, |item| self.all(&mut item.clone(), here));
        match (name, arguments.len()) {
            ("if", 3) => match of(0).truth() {
                Truth::True => of(1),
                Truth::False | Truth::Null => of(2),
                Truth::Unknown => Value::Unknown,
            },
            ("ifnull", 2) | ("coalesce", 1..) => {
                for at in 0..arguments.len() {
                    match of(at) {
                        Value::Null => (),
                        value => return value,
                    }
                }
                Value::Null
            }
            ("concat", 1..) => {
                let mut all = String::new();
                for at in 0..arguments.len() {
                    match of(at) {
                        Value::Null => return Value::Null,
                        value => match value.text() {
                            Some(text) if all.len() + text.len() <= LONGEST => all.push_str(&text),
                            Some(_) | None => return Value::Unknown,
                        },
                    }
                }
                Value::Text(all)
            }
            ("lower" | "lcase", 1) => of(0).text().map_or(Value::Unknown, |text| Value::Text(text.to_lowercase())),
            ("upper" | "ucase", 1) => of(0).text().map_or(Value::Unknown, |text| Value::Text(text.to_uppercase())),
            ("trim", 1) => of(0).text().map_or(Value::Unknown, |text| Value::Text(text.trim_matches(' ').to_owned())),
            _ => Value::Unknown,
        }
    }

    /// How many of the rows have something in what stands between the brackets.
    fn count(self, list: &mut Cursor<'_>, here: Here<'_>) -> Value {
        let Some(rows) = here.counted else { return Value::Unknown };
        // Of one row there are no two that are the same.
        if list.eat("DISTINCT") && rows.len() > 1 {
            return Value::Unknown;
        }
        let mut count = 0;
        for row in rows {
            match self.all(&mut list.clone(), Here { row: Some(row), counted: None, ..here }) {
                Value::Unknown => return Value::Unknown,
                Value::Null => (),
                _ => count += 1,
            }
        }
        Value::Number(count)
    }

    fn exists(self, query: &mut Cursor<'_>, here: Here<'_>) -> Truth {
        let Some(found) = self.query(query, here) else { return Truth::Unknown };
        match (found.sure.is_empty(), found.perhaps) {
            (false, _) => Truth::True,
            (true, false) => Truth::False,
            (true, true) => Truth::Unknown,
        }
    }

    /// What a query of one value returns, at `SELECT`.
    pub(super) fn scalar_of(self, query: &Cursor<'_>) -> Value {
        self.scalar(&mut query.clone(), Here::default())
    }

    fn scalar(self, query: &mut Cursor<'_>, mut here: Here<'_>) -> Value {
        here.deep += 1;
        if here.deep > DEEP {
            return Value::Unknown;
        }
        let mut from = query.clone();
        from.skip_to(&["FROM", "INTO"]);
        let mut list = query.clone();
        list.truncate(from.at);
        from.skip_to(&["FROM"]);
        if !list.eat("SELECT") {
            return Value::Unknown;
        }
        if from.done() || from.is_at(1, "DUAL") && from.tokens().len() == 2 {
            return self.all(&mut list, here);
        }
        let Some(found) = self.query(query, here) else { return Value::Unknown };
        let counts = list.tokens().iter().any(|token| token.is(list.text, "COUNT"));
        if counts {
            let counted = (!found.perhaps).then_some(&found.sure[..]);
            return self.all(&mut list, Here { row: None, counted, ..here });
        }
        match (&found.sure[..], found.perhaps) {
            ([], false) => Value::Null,
            ([row], false) => self.all(&mut list, Here { row: Some(row), counted: None, ..here }),
            _ => Value::Unknown,
        }
    }

    /// The rows that a query on `information_schema` finds; none if it asks for something else. The cursor is at `SELECT`.
    fn query(self, query: &mut Cursor<'_>, here: Here<'_>) -> Option<Found> {
        if !query.eat("SELECT") {
            return None;
        }
        query.skip_to(&["FROM"]);
        if !query.eat("FROM") {
            return None;
        }
        let path = query.path()?;
        if !path.schema.as_ref().is_some_and(|schema| schema.text.eq_ignore_ascii_case("information_schema")) {
            return None;
        }
        let of = SchemaTable::named(&path.name.text)?;
        let _ = query.eat("AS");
        if !query.is("WHERE") {
            query.name()?;
        }
        if !query.eat("WHERE") {
            return None;
        }
        let start = query.at;
        query.skip_to(&["LIMIT", "ORDER", "GROUP", "HAVING", "UNION", "FOR"]);
        let mut condition = query.clone();
        condition.at = start;
        condition.truncate(query.at);
        if query.eat("ORDER BY") {
            query.skip_to(&["LIMIT"]);
        }
        if query.eat("LIMIT") && !query.eat_kind(Kind::Number) || !query.done() {
            return None;
        }
        // Whether it is about tables that are named, and about which.
        let asked = RefCell::new(Vec::new());
        let nobody = Row::of_nobody();
        let of_nobody = Here { row: Some(&nobody), counted: None, asked: Some(&asked), ..here };
        if self.all(&mut condition.clone(), of_nobody).truth() != Truth::False {
            return None;
        }
        let mut names: Vec<String> = asked.into_inner();
        names.sort();
        names.dedup();
        let mut found = Found { sure: Vec::new(), perhaps: false };
        for name in &names {
            let rows = Rows::of_name(self.catalog, name, of);
            let holds = |row: &Row| {
                let here = Here { row: Some(row), counted: None, asked: None, ..here };
                self.all(&mut condition.clone(), here).truth()
            };
            for row in rows.sure {
                match holds(&row) {
                    Truth::True => found.sure.push(row),
                    Truth::False | Truth::Null => (),
                    Truth::Unknown => found.perhaps = true,
                }
            }
            found.perhaps |= rows.perhaps.iter().any(|row| !matches!(holds(row), Truth::False | Truth::Null));
        }
        Some(found)
    }
}

/// The rows of a query.
struct Found {
    /// Those that are surely among them.
    sure: Vec<Row>,
    /// There may be more.
    perhaps: bool,
}

/// What a comparison asks of the order of two numbers.
fn ordering(code: &mut Cursor<'_>) -> Option<fn(Ordering) -> bool> {
    Some(match () {
        () if code.eat_op(">=") => Ordering::is_ge,
        () if code.eat_op("<=") => Ordering::is_le,
        () if code.eat_op(">") => Ordering::is_gt,
        () if code.eat_op("<") => Ordering::is_lt,
        () => return None,
    })
}
