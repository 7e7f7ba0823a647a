//! How names are made of names.

/// `rename_all`, as sqlx and serde spell it.
pub const RULES: [&str; 7] =
    ["lowercase", "UPPERCASE", "snake_case", "SCREAMING_SNAKE_CASE", "kebab-case", "camelCase", "PascalCase"];

/// A rule of [`RULES`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rule(usize);

impl Rule {
    /// By its name.
    pub fn named(name: &str) -> Option<Rule> {
        RULES.iter().position(|rule| *rule == name).map(Rule)
    }

    /// A name by the rule.
    pub fn apply(self, name: &str) -> String {
        let words = words(name);
        let capital = |word: &String| {
            let mut chars = word.chars();
            chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
        };
        match RULES[self.0] {
            "lowercase" => name.to_lowercase(),
            "UPPERCASE" => name.to_uppercase(),
            "snake_case" => words.join("_"),
            "SCREAMING_SNAKE_CASE" => words.join("_").to_uppercase(),
            "kebab-case" => words.join("-"),
            "camelCase" => {
                let (first, rest) = words.split_first().map_or((String::new(), &[][..]), |(f, rest)| (f.clone(), rest));
                first + &rest.iter().map(capital).collect::<String>()
            }
            _ => words.iter().map(capital).collect(),
        }
    }
}

/// The words of a name in lower case: `HTTPServer2` is `http`, `server2`.
fn words(name: &str) -> Vec<String> {
    let chars: Vec<char> = name.chars().collect();
    let mut words: Vec<String> = Vec::new();
    let mut word = String::new();
    for (at, &c) in chars.iter().enumerate() {
        let before = at.checked_sub(1).map(|before| chars[before]);
        let next_is_lower = chars.get(at + 1).is_some_and(|c| c.is_lowercase());
        let begins = c.is_uppercase() && before.is_some_and(|before| !before.is_uppercase() || next_is_lower)
            || matches!(c, '_' | '-');
        if begins && !word.is_empty() {
            words.push(std::mem::take(&mut word));
        }
        if !matches!(c, '_' | '-') {
            word.extend(c.to_lowercase());
        }
    }
    if !word.is_empty() {
        words.push(word);
    }
    words
}

/// `UserProfile` as `user_profile`.
pub fn snake_case(name: &str) -> String {
    words(name).join("_")
}

/// The table of a struct that names none: its name in snake case, as the plural of English.
pub fn table_name(name: &str) -> String {
    let name = snake_case(name);
    let before_last = name.chars().rev().nth(1);
    if name.ends_with('y') && before_last.is_some_and(|c| !matches!(c, 'a' | 'e' | 'i' | 'o' | 'u')) {
        return format!("{}ies", &name[..name.len() - 1]);
    }
    let hisses = ["s", "x", "z", "ch", "sh"].iter().any(|end| name.ends_with(end));
    format!("{name}{}", if hisses { "es" } else { "s" })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_by_their_rules() {
        let check = |rule, name, expected: &str| {
            assert_eq!(Rule::named(rule).expect("a rule").apply(name), expected, "{rule} {name}");
        };
        check("lowercase", "InReview", "inreview");
        check("UPPERCASE", "InReview", "INREVIEW");
        check("snake_case", "InReview", "in_review");
        check("SCREAMING_SNAKE_CASE", "InReview", "IN_REVIEW");
        check("kebab-case", "InReview", "in-review");
        check("camelCase", "created_at", "createdAt");
        check("PascalCase", "created_at", "CreatedAt");
        check("snake_case", "HTTPServer2", "http_server2");
        assert_eq!(Rule::named("snakecase"), None);
        for (name, table) in [
            ("User", "users"),
            ("UserProfile", "user_profiles"),
            ("Category", "categories"),
            ("Day", "days"),
            ("Address", "addresses"),
            ("Branch", "branches"),
        ] {
            assert_eq!(table_name(name), table);
        }
    }
}
