//! JSON as `jsonb` keeps it.

/// Without the spaces between its parts, and with the members of objects in the order of `jsonb`: shorter names first, the
/// last of those that are called the same. What is no JSON stays as it is.
pub(super) fn meaning(text: &str) -> String {
    let mut reader = Reader { text: text.trim(), at: 0 };
    match reader.value(0) {
        Some(value) if reader.at == reader.text.len() => value,
        _ => text.to_owned(),
    }
}

/// Deeper is nothing that somebody writes into a default.
const DEEPEST: usize = 64;

struct Reader<'t> {
    text: &'t str,
    at: usize,
}

impl Reader<'_> {
    fn rest(&self) -> &str {
        &self.text[self.at..]
    }

    fn space(&mut self) {
        self.at += self.rest().len() - self.rest().trim_start().len();
    }

    fn eat(&mut self, c: char) -> bool {
        self.space();
        let found = self.rest().starts_with(c);
        self.at += usize::from(found);
        self.space();
        found
    }

    fn value(&mut self, depth: usize) -> Option<String> {
        self.space();
        if depth > DEEPEST {
            return None;
        }
        if self.eat('{') {
            let members = self.list('}', |reader| {
                let name = reader.string()?;
                reader.eat(':').then_some(())?;
                Some((name, reader.value(depth + 1)?))
            })?;
            let mut kept: Vec<(String, String)> = Vec::new();
            for (name, value) in members {
                kept.retain(|(other, _)| *other != name);
                kept.push((name, value));
            }
            kept.sort_by(|(one, _), (other, _)| (one.len(), one).cmp(&(other.len(), other)));
            let members: Vec<String> = kept.into_iter().map(|(name, value)| format!("{name}:{value}")).collect();
            return Some(format!("{{{}}}", members.join(",")));
        }
        if self.eat('[') {
            let items = self.list(']', |reader| reader.value(depth + 1))?;
            return Some(format!("[{}]", items.join(",")));
        }
        if self.rest().starts_with('"') {
            return self.string();
        }
        let end = self.rest().find(|c: char| !c.is_ascii_alphanumeric() && !"+-.".contains(c));
        let word = self.rest()[..end.unwrap_or(self.rest().len())].to_owned();
        self.at += word.len();
        self.space();
        (!word.is_empty()).then_some(word)
    }

    fn list<T>(&mut self, close: char, mut item: impl FnMut(&mut Self) -> Option<T>) -> Option<Vec<T>> {
        let mut found = Vec::new();
        if self.eat(close) {
            return Some(found);
        }
        loop {
            found.push(item(self)?);
            if self.eat(close) {
                return Some(found);
            }
            self.eat(',').then_some(())?;
        }
    }

    /// With its quotes.
    fn string(&mut self) -> Option<String> {
        let mut escaped = false;
        let end = self.rest().char_indices().skip(1).find(|(_, c)| {
            let ends = *c == '"' && !escaped;
            escaped = *c == '\\' && !escaped;
            ends
        });
        let (end, _) = end.filter(|_| self.rest().starts_with('"'))?;
        let found = self.rest()[..=end].to_owned();
        self.at += found.len();
        self.space();
        Some(found)
    }
}

#[cfg(test)]
mod tests {
    use super::meaning;

    #[test]
    fn objects_are_the_same_in_whatever_order() {
        let shown = r#"{"b": [], "aa": {"x": "y\"}", "yy": null}, "list": [1, {"k": -1.5e3}, "é"]}"#;
        let written = r#" {"list":[1,{"k":-1.5e3},"é"],"b":1, "aa":{"yy":null,"x":"y\"}"},"b":[]}"#;
        assert_eq!(meaning(written), meaning(shown));
        assert_ne!(meaning("[1, 2]"), meaning("[2, 1]"));
        assert_eq!(meaning("{}"), "{}");
    }

    #[test]
    fn what_is_no_json_stays_as_it_is() {
        for text in ["", "{", "[1,", "{\"a\" 1}", "no json", "\"open", "{\"a\":}"] {
            assert_eq!(meaning(text), text);
        }
        assert_eq!(meaning(&"[".repeat(9000)), "[".repeat(9000));
    }
}
