//! What squawk 2.68 refuses and PostgreSQL accepts: what stands between the element of an exclusion constraint and its
//! operator, above all the operator class in `EXCLUDE USING gist (room_id gist_uuid_ops WITH =)`.

use super::written::Written;
use crate::sql::lexer::{Kind, Token};

/// Where there is none of these there is nothing to look for.
pub(super) const WORDS: [&str; 1] = ["EXCLUDE"];

/// The text with blanks where operator classes stand, so that all places stay; `None` if there are none.
pub(super) fn without_operator_classes(written: &Written<'_>) -> Option<String> {
    let (text, tokens) = (&*written.text, &written.tokens);
    let mut blanks = Vec::new();
    for (index, token) in tokens.iter().enumerate() {
        if token.is(text, "EXCLUDE") {
            elements(text, tokens, index + 1, &mut blanks);
        }
    }
    if blanks.is_empty() {
        return None;
    }
    let mut patched = String::with_capacity(text.len());
    let mut from = 0;
    for (start, end) in blanks {
        patched.push_str(&text[from..start]);
        patched.extend(std::iter::repeat_n(' ', end - start));
        from = end;
    }
    patched.push_str(&text[from..]);
    Some(patched)
}

/// From after `EXCLUDE` through its list.
fn elements(text: &str, tokens: &[Token], mut at: usize, blanks: &mut Vec<(usize, usize)>) {
    let is = |at: usize, word: &str| tokens.get(at).is_some_and(|token| token.is(text, word));
    let kind = |at: usize| tokens.get(at).map(|token| token.kind);
    if is(at, "USING") {
        at += 2;
    }
    if kind(at) != Some(Kind::Open) {
        return;
    }
    at += 1;
    loop {
        // The element: a column, a call or an expression in parentheses.
        if kind(at) != Some(Kind::Open) {
            at += 1;
            while kind(at) == Some(Kind::Dot) {
                at += 2;
            }
        }
        at = skip_parens(tokens, at);
        let class = at;
        if is(at, "COLLATE") {
            at += 2;
            while kind(at) == Some(Kind::Dot) {
                at += 2;
            }
        }
        let keyword = ["WITH", "ASC", "DESC", "NULLS"].iter().any(|word| is(at, word));
        if matches!(kind(at), Some(Kind::Word | Kind::Name)) && !keyword {
            at += 1;
            while kind(at) == Some(Kind::Dot) && matches!(kind(at + 1), Some(Kind::Word | Kind::Name)) {
                at += 2;
            }
            at = skip_parens(tokens, at);
        }
        if is(at, "ASC") || is(at, "DESC") {
            at += 1;
        }
        if is(at, "NULLS") && (is(at + 1, "FIRST") || is(at + 1, "LAST")) {
            at += 2;
        }
        if at > class
            && let (Some(first), Some(last)) = (tokens.get(class), tokens.get(at - 1))
        {
            blanks.push((first.start as usize, last.end as usize));
        }
        // On to the next element.
        loop {
            match kind(at) {
                Some(Kind::Comma) => break,
                Some(Kind::Open) => at = skip_parens(tokens, at),
                Some(Kind::Close) | None => return,
                Some(_) => at += 1,
            }
        }
        at += 1;
    }
}

/// Past the parentheses that open here, if any do.
fn skip_parens(tokens: &[Token], mut at: usize) -> usize {
    let mut depth = 0;
    while let Some(token) = tokens.get(at) {
        match token.kind {
            Kind::Open => depth += 1,
            Kind::Close if depth > 0 => depth -= 1,
            _ if depth == 0 => return at,
            _ => (),
        }
        at += 1;
        if depth == 0 {
            return at;
        }
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_operator_classes_are_blanked() {
        let sql = "exclude using gist (a gist_ops with =, lower(b) s.t(x=1) desc with &&, c with =)";
        let patched = without_operator_classes(&Written::new(sql)).expect("it has two");
        assert_eq!(patched.len(), sql.len());
        assert_eq!(
            patched.split_whitespace().collect::<Vec<_>>().join(" "),
            "exclude using gist (a with =, lower(b) with &&, c with =)"
        );
        for open in
            ["exclude", "exclude (", "exclude (a b", "exclude using", "exclude (a.", "exclude (a b.", "exclude (()"]
        {
            let _ = without_operator_classes(&Written::new(open));
        }
        assert_eq!(without_operator_classes(&Written::new("select 1")), None);
    }
}
