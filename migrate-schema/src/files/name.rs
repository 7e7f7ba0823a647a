//! Names: of files, of revisions, of labels; what they may hold, and what a bad one should have been.

/// The most characters an id or a label may have; the ledger has a column of that width.
const LONGEST: usize = 255;

/// Words that mean something else where ids and labels are understood.
const RESERVED: [&str; 5] = ["head", "heads", "base", "current", "none"];

/// `<id>_<slug>.sql` or `<id>.sql`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileName {
    /// Up to the first `_`.
    pub id: String,
    /// The rest. May be empty.
    pub slug: String,
}

/// What is wrong with a file name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct NameProblem {
    /// A clause: "the revision id is empty".
    pub(super) why: String,
    /// The name it should have, where one can be guessed.
    pub(super) instead: Option<String>,
}

impl FileName {
    /// Reads a file name.
    pub(super) fn parse(name: &str) -> Result<FileName, NameProblem> {
        let problem = |why: String| NameProblem { why, instead: suggest(name) };
        let Some(stem) = name.strip_suffix(".sql") else {
            return Err(problem("the extension is `.sql`, in lower case".to_owned()));
        };
        for direction in [".up", ".down"] {
            if stem.ends_with(direction) {
                return Err(problem(
                    "up and down are sections of one file, `-- migrate:up` and `-- migrate:down`".to_owned(),
                ));
            }
        }
        let (id, slug) = match stem.split_once('_') {
            Some((_, "")) => return Err(problem("there is nothing after the `_`".to_owned())),
            Some((id, slug)) => (id, slug),
            None => (stem, ""),
        };
        if let Some(why) = id_problem(id) {
            return Err(problem(why));
        }
        if slug.starts_with(['_', '-']) {
            return Err(problem("one `_` stands between the revision id and the slug".to_owned()));
        }
        if let Some(c) = slug.chars().find(|&c| !(c.is_alphanumeric() || c == '_' || c == '-')) {
            return Err(problem(format!("the slug holds {}", describe(c))));
        }
        Ok(FileName { id: id.to_owned(), slug: slug.to_owned() })
    }
}

/// Why a text cannot be a revision id, as a clause: "the revision id holds `@`".
pub fn id_problem(id: &str) -> Option<String> {
    word_problem("revision id", id, "")
}

/// Why a text cannot be a label, as a clause: "the label is empty".
pub fn label_problem(label: &str) -> Option<String> {
    word_problem("label", label, "_")
}

fn word_problem(what: &str, word: &str, also: &str) -> Option<String> {
    if word.is_empty() {
        return Some(format!("the {what} is empty"));
    }
    if let Some(c) = word.chars().find(|&c| !(c.is_alphanumeric() || c == '.' || also.contains(c))) {
        return Some(format!("the {what} holds {}", describe(c)));
    }
    if word.starts_with('.') || word.ends_with('.') {
        return Some(format!("the {what} begins or ends with `.`"));
    }
    if RESERVED.contains(&word.to_ascii_lowercase().as_str()) {
        return Some(format!("`{word}` has a meaning of its own and cannot be a {what}"));
    }
    let length = word.chars().count();
    (length > LONGEST).then(|| format!("the {what} has {length} characters, and {LONGEST} are the most"))
}

/// A character as it can be shown.
fn describe(c: char) -> String {
    match c {
        ' ' => "a space".to_owned(),
        '\t' => "a tab".to_owned(),
        '`' => "a backtick".to_owned(),
        c if c.is_control() || c.is_whitespace() || !(c.is_alphanumeric() || c.is_ascii_graphic()) => {
            format!("the character U+{:04X}", c as u32)
        }
        c => format!("`{c}`"),
    }
}

/// The name that was probably meant. A guess is given only if it is a good name.
fn suggest(name: &str) -> Option<String> {
    let lower = name.to_lowercase();
    let stem = match lower.strip_suffix(".sql") {
        Some(_) => &name[..name.len() - ".sql".len()],
        None => return None,
    };
    let stem = stem.strip_suffix(".up").or_else(|| stem.strip_suffix(".down")).unwrap_or(stem);
    // A date or a number written with dashes is one id: `2026-11-18-add-users`, `2026-01-30-122520-0000_x`.
    let end = stem.find(|c: char| !(c.is_ascii_digit() || c == '-')).unwrap_or(stem.len());
    let digits: String = stem[..end].chars().filter(char::is_ascii_digit).collect();
    let (id, rest) = if digits.is_empty() {
        let end = stem.find(|c: char| !(c.is_alphanumeric() || c == '.')).unwrap_or(stem.len());
        (stem[..end].to_owned(), &stem[end..])
    } else {
        let tail = stem[end..].find(|c: char| !(c.is_alphanumeric() || c == '.')).unwrap_or(stem.len() - end) + end;
        (
            digits + if stem[..end].ends_with('-') { "" } else { &stem[end..tail] },
            if stem[..end].ends_with('-') { &stem[end..] } else { &stem[tail..] },
        )
    };
    let mut slug = String::new();
    for c in rest.chars() {
        if c.is_alphanumeric() {
            slug.push(c);
        } else if !slug.is_empty() && !slug.ends_with('_') {
            slug.push('_');
        }
    }
    let slug = slug.trim_end_matches('_');
    let instead = if slug.is_empty() { format!("{id}.sql") } else { format!("{id}_{slug}.sql") };
    (instead != name && FileName::parse(&instead).is_ok()).then_some(instead)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(name: &str, expected: &str) {
        let got = match FileName::parse(name) {
            Ok(FileName { id, slug }) => format!("{id} {slug}").trim_end().to_owned(),
            Err(NameProblem { why, instead: None }) => why,
            Err(NameProblem { why, instead: Some(instead) }) => format!("{why} -> {instead}"),
        };
        assert_eq!(got, expected, "{name}");
    }

    #[test]
    fn file_names() {
        check("20261118091500_add_users.sql", "20261118091500 add_users");
        check("ae1027a6acf_add-users.sql", "ae1027a6acf add-users");
        check("1.2_x.sql", "1.2 x");
        check("0001.sql", "0001");
        check("é1_größe.sql", "é1 größe");
        check("_x.sql", "the revision id is empty");
        check(".sql", "the revision id is empty");
        check("1_.sql", "there is nothing after the `_` -> 1.sql");
        check("V1__x.sql", "one `_` stands between the revision id and the slug -> V1_x.sql");
        check("1 add users.sql", "the revision id holds a space -> 1_add_users.sql");
        check("1_add users.sql", "the slug holds a space -> 1_add_users.sql");
        check("2026-11-18-add-users.sql", "the revision id holds `-` -> 20261118_add_users.sql");
        check("2026-01-30-122520-0000_x.sql", "the revision id holds `-` -> 202601301225200000_x.sql");
        check("1a-x.sql", "the revision id holds `-` -> 1a_x.sql");
        check("1_x.SQL", "the extension is `.sql`, in lower case -> 1_x.sql");
        check("head_x.sql", "`head` has a meaning of its own and cannot be a revision id");
        check("1_x.up.sql", "up and down are sections of one file, `-- migrate:up` and `-- migrate:down` -> 1_x.sql");
        check("1_x.y.sql", "the slug holds `.` -> 1_x_y.sql");
        check("e\u{301}_x.sql", "the revision id holds the character U+0301 -> e_x.sql");
    }

    #[test]
    fn ids_and_labels() {
        for bad in
            ["", "a@b", "a-b", "a+b", "a:b", "a b", "a_b", "a/b", "Head", "heads", "base", "current", "none", ".a"]
        {
            assert!(id_problem(bad).is_some(), "{bad}");
        }
        assert_eq!(id_problem(&"a".repeat(255)), None);
        assert_eq!(
            id_problem(&"a".repeat(256)).as_deref(),
            Some("the revision id has 256 characters, and 255 are the most")
        );
        assert_eq!(label_problem("user_accounts"), None);
        assert_eq!(label_problem("a-b").as_deref(), Some("the label holds `-`"));
    }
}
