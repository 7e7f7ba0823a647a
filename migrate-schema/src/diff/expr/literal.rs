//! Literals of MySQL and MariaDB that the servers show as a plain string or number, of which only the value is kept.

use migrate_core::Dialect;

use crate::sql::{Kind, Lexer, Token};

/// Words before a string that say what it is.
const BEFORE: &[&str] = &["n", "date", "time", "timestamp"];

/// A default that is one literal, as the server shows it for a column of the type; none where it is shown as it is written.
pub(super) fn plain(written: &str, ty: &str, dialect: Dialect) -> Option<String> {
    let tokens: Vec<Token> = Lexer::new(written, 0..written.len(), dialect).collect();
    if let [number] = &tokens[..]
        && let Some(digits) = hexadecimal(number.text(written))
    {
        return of_bytes(digits, ty);
    }
    let (first, rest) = match &tokens[..] {
        [word, rest @ ..] if word.kind == Kind::Word => {
            let word = word.text(written).to_ascii_lowercase();
            let digits = match rest {
                [text] if word == "x" && text.kind == Kind::Text => Some(text.text(written).trim_matches('\'')),
                _ => None,
            };
            if let Some(digits) = digits {
                return of_bytes(digits, ty);
            }
            (BEFORE.contains(&&*word) || word.starts_with('_'), rest)
        }
        all => (false, all),
    };
    let texts = !rest.is_empty() && rest.iter().all(|token| token.kind == Kind::Text);
    if !texts || !first && rest.len() < 2 {
        // `N'x'` in one token.
        let one = match &tokens[..] {
            [one] if one.kind == Kind::Text => one.text(written),
            _ => return None,
        };
        return one.strip_prefix(['n', 'N']).filter(|rest| rest.starts_with('\'')).map(str::to_owned);
    }
    let inner: Option<String> = rest
        .iter()
        .map(|token| token.text(written).strip_prefix('\'')?.strip_suffix('\''))
        .collect::<Option<Vec<_>>>()
        .map(|parts| parts.concat());
    Some(format!("'{}'", inner?))
}

/// The digits of `0x1F` and `X'1F'`.
fn hexadecimal(text: &str) -> Option<&str> {
    let quoted = text.strip_prefix(['x', 'X']).and_then(|rest| rest.strip_prefix('\'')?.strip_suffix('\''));
    text.strip_prefix("0x").or(quoted).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

/// A number to a column of whole numbers or bits, a text to one of texts.
fn of_bytes(digits: &str, ty: &str) -> Option<String> {
    let base = ty.split(['(', ' ']).next().unwrap_or_default();
    if base.ends_with("int") || base == "bit" {
        return u64::from_str_radix(digits, 16).ok().map(|number| number.to_string());
    }
    if !matches!(base, "char" | "varchar" | "binary" | "varbinary") {
        return None;
    }
    let digits = if digits.len().is_multiple_of(2) { digits.to_owned() } else { format!("0{digits}") };
    let bytes: Option<Vec<u8>> =
        (0..digits.len()).step_by(2).map(|at| u8::from_str_radix(digits.get(at..at + 2)?, 16).ok()).collect();
    // What is no text is shown as question marks.
    let text = String::from_utf8(bytes?).ok().filter(|text| text.is_ascii())?;
    let mut out = "'".to_owned();
    for c in text.chars() {
        match c {
            '\0' => out += "\\0",
            '\n' => out += "\\n",
            '\r' => out += "\\r",
            '\\' => out += "\\\\",
            '\'' => out += "''",
            c => out.push(c),
        }
    }
    Some(out + "'")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn literals_are_what_the_server_shows() {
        let plain = |text, ty| plain(text, ty, Dialect::MariaDb);
        assert_eq!(plain("N'x'", "varchar(20)").as_deref(), Some("'x'"));
        assert_eq!(plain("DATE '2020-01-01'", "date").as_deref(), Some("'2020-01-01'"));
        assert_eq!(plain("'a' 'b'", "varchar(20)").as_deref(), Some("'ab'"));
        assert_eq!(plain("X'4142'", "varchar(20)").as_deref(), Some("'AB'"));
        assert_eq!(plain("0x1F", "int(11)").as_deref(), Some("31"));
        assert_eq!(plain("'a'", "varchar(20)"), None);
        assert_eq!(plain("0x00270", "varbinary(20)").as_deref(), Some("'\\0\u{2}p'"));
        assert_eq!(plain("0x275c", "binary(2)").as_deref(), Some("'''\\\\'"));
        assert_eq!(plain("0xff", "binary(1)"), None);
        assert_eq!(plain("0x00", "blob"), None);
        assert_eq!(plain("uuid()", "uuid"), None);
    }
}
