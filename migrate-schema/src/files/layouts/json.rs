//! As much of JSON as a journal needs: every text of the language is read, and strings remember where they stand.

use crate::source::Span;

/// How deep a text may be nested; a journal is three levels deep.
const DEEPEST: u32 = 64;

/// A value.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Value {
    Object(Vec<(String, Value)>),
    Array(Vec<Value>),
    /// A string, and where it stands, without its quotes.
    Text(String, Span),
    /// A number, `true`, `false` or `null`.
    Other,
}

impl Value {
    /// What an object has under a key.
    pub(super) fn get(&self, key: &str) -> Option<&Value> {
        match self {
            Value::Object(members) => members.iter().find(|(name, _)| name == key).map(|(_, value)| value),
            Value::Array(_) | Value::Text(..) | Value::Other => None,
        }
    }
}

/// What went wrong, and at which byte.
type Problem = (&'static str, usize);

/// Reads a whole text.
pub(super) fn read(text: &str) -> Result<Value, Problem> {
    let mut reader = Reader { text, at: 0 };
    let value = reader.value(0)?;
    reader.space();
    if reader.at < text.len() { Err(("something follows its end", reader.at)) } else { Ok(value) }
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
}

impl Reader<'_> {
    fn rest(&self) -> &str {
        &self.text[self.at..]
    }

    fn space(&mut self) {
        let rest = self.rest();
        self.at += rest.len() - rest.trim_start_matches([' ', '\t', '\n', '\r']).len();
    }

    /// Whether the next token is this one, which is taken then.
    fn eat(&mut self, c: char) -> bool {
        self.space();
        let found = self.rest().starts_with(c);
        self.at += usize::from(found);
        found
    }

    fn expect(&mut self, c: char, why: &'static str) -> Result<(), Problem> {
        if self.eat(c) { Ok(()) } else { Err((why, self.at)) }
    }

    fn value(&mut self, depth: u32) -> Result<Value, Problem> {
        if depth > DEEPEST {
            return Err(("it is nested too deeply", self.at));
        }
        if self.eat('{') {
            let mut members = Vec::new();
            if self.eat('}') {
                return Ok(Value::Object(members));
            }
            loop {
                self.space();
                let (name, _) = self.string()?;
                self.expect(':', "a `:` is missing")?;
                members.push((name, self.value(depth + 1)?));
                if !self.eat(',') {
                    break self.expect('}', "a `,` or `}` is missing")?;
                }
            }
            return Ok(Value::Object(members));
        }
        if self.eat('[') {
            let mut items = Vec::new();
            if self.eat(']') {
                return Ok(Value::Array(items));
            }
            loop {
                items.push(self.value(depth + 1)?);
                if !self.eat(',') {
                    break self.expect(']', "a `,` or `]` is missing")?;
                }
            }
            return Ok(Value::Array(items));
        }
        if self.rest().starts_with('"') {
            let (text, span) = self.string()?;
            return Ok(Value::Text(text, span));
        }
        let word = |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.');
        let rest = self.rest();
        let len = rest.find(|c| !word(c)).unwrap_or(rest.len());
        match &rest[..len] {
            "true" | "false" | "null" => (),
            number if number.parse::<f64>().is_ok() => (),
            _ => return Err(("a value is missing", self.at)),
        }
        self.at += len;
        Ok(Value::Other)
    }

    fn string(&mut self) -> Result<(String, Span), Problem> {
        let start = self.at;
        self.expect('"', "a string is missing")?;
        let mut text = String::new();
        let mut chars = self.rest().char_indices();
        while let Some((at, c)) = chars.next() {
            match c {
                '"' => {
                    let end = start + 1 + at;
                    self.at = end + 1;
                    return Ok((text, Span::new(start + 1, end)));
                }
                '\\' => {
                    let escaped = match chars.next().map(|(_, c)| c) {
                        Some('n') => '\n',
                        Some('t') => '\t',
                        Some('r') => '\r',
                        Some('b') => '\u{8}',
                        Some('f') => '\u{c}',
                        Some('u') => {
                            let digits: String = chars.by_ref().take(4).map(|(_, c)| c).collect();
                            let code = u32::from_str_radix(&digits, 16).ok();
                            // Halves of a pair stand in no name of a file.
                            code.and_then(char::from_u32).unwrap_or(char::REPLACEMENT_CHARACTER)
                        }
                        Some(c @ ('"' | '\\' | '/')) => c,
                        _ => return Err(("there is no such escape", start + 1 + at)),
                    };
                    text.push(escaped);
                }
                '\n' => break,
                c => text.push(c),
            }
        }
        Err(("a string is not closed", start))
    }
}

#[cfg(test)]
mod tests {
    use super::{Value, read};
    use crate::source::Span;

    #[test]
    fn a_journal() {
        let text = "{\"version\": \"7\", \"entries\": [ {\"idx\": 0, \"tag\": \"0000_\\u0061\", \"breakpoints\": true} ], \"n\": []}";
        let value = read(text).unwrap();
        let Some(Value::Array(entries)) = value.get("entries") else { panic!("{value:?}") };
        assert_eq!(entries[0].get("tag"), Some(&Value::Text("0000_a".to_owned(), Span::new(49, 60))));
        assert_eq!(entries[0].get("idx"), Some(&Value::Other));
        assert_eq!(value.get("n"), Some(&Value::Array(Vec::new())));
    }

    #[test]
    fn what_is_none() {
        for (text, why, at) in [
            ("", "a value is missing", 0),
            ("{\"a\": 1", "a `,` or `}` is missing", 7),
            ("{\"a\" 1}", "a `:` is missing", 5),
            ("[1,]", "a value is missing", 3),
            ("{\"a\": \"b}", "a string is not closed", 6),
            ("{}\n{}", "something follows its end", 3),
            ("{\n<<<<<<< HEAD\n}", "a string is missing", 2),
            ("[1 <<<<<<< HEAD", "a `,` or `]` is missing", 3),
        ] {
            assert_eq!(read(text), Err((why, at)), "{text}");
        }
        assert_eq!(read(&"[".repeat(1000)).unwrap_err().0, "it is nested too deeply");
    }
}
