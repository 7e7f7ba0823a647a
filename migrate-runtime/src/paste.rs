//! Commands that a message offers to be pasted. What stands in them may come from a ledger that somebody else wrote.

/// As one word of a shell.
pub(crate) fn word(text: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || "_-.@+:/=,%".contains(c);
    match text.chars().all(plain) && !text.is_empty() && !text.starts_with('-') {
        true => text.to_owned(),
        false => format!("'{}'", text.replace('\'', "'\\''")),
    }
}

/// Each as one word, with spaces between.
pub(crate) fn words<'t>(texts: impl IntoIterator<Item = &'t str>) -> String {
    texts.into_iter().map(word).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_itself_and_anything_else_is_quoted() {
        assert_eq!(words(["20261120_a", "ae1+2", ""]), "20261120_a ae1+2 ''");
        assert_eq!(word("x; rm -rf ~"), "'x; rm -rf ~'");
        assert_eq!(word("it's"), "'it'\\''s'");
        assert_eq!(word("--force"), "'--force'");
    }

    #[test]
    #[cfg(unix)]
    fn a_shell_makes_of_it_what_it_was() {
        for text in ["x; exit 1", "$(exit 1)", "a\nb", "`exit 1`", "'\"\\", "*", "~", "!x", "日本 é"] {
            let printed = std::process::Command::new("sh").arg("-c").arg(format!("printf %s {}", word(text))).output();
            assert_eq!(String::from_utf8_lossy(&printed.expect("a shell").stdout), text);
        }
    }
}
