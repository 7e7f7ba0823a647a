//! What is made of a list of settings in brackets, in whatever order: operators and aggregates of PostgreSQL.

use migrate_core::Dialect;

use crate::sql::{Kind, Lexer, Token};

/// The settings of `CREATE OPERATOR + (…)` and `CREATE AGGREGATE f(int) (…)`; none for what is written otherwise.
pub(super) fn meaning(text: &str) -> Option<String> {
    let tokens: Vec<Token> = Lexer::new(text, 0..text.len(), Dialect::Postgres)
        .filter(|token| !matches!(token.kind, Kind::Comment | Kind::Semi))
        .collect();
    let last = tokens.len().checked_sub(1).filter(|last| tokens[*last].kind == Kind::Close)?;
    let mut depth = 0u32;
    let open = (0..=last).rev().find(|at| {
        match tokens[*at].kind {
            Kind::Close => depth += 1,
            Kind::Open => depth -= 1,
            _ => (),
        }
        depth == 0
    })?;
    let mut items: Vec<String> = Vec::new();
    let mut start = open + 1;
    for at in open + 1..=last {
        match tokens[at].kind {
            Kind::Open => depth += 1,
            Kind::Close if at < last => depth = depth.saturating_sub(1),
            _ => (),
        }
        if at == last || depth == 0 && tokens[at].kind == Kind::Comma {
            items.push(item(text, tokens.get(start..at)?)?);
            start = at + 1;
        }
    }
    items.retain(|item| !goes_without_saying(item));
    items.sort();
    Some(items.join(", "))
}

/// The settings of a collation; one that is taken from the server's own of no language says them with that.
pub(super) fn collation(text: &str) -> Option<String> {
    let copied = || {
        let from = text.split_whitespace().last()?.trim_start_matches("pg_catalog.").trim_matches('"');
        let language = matches!(from, "C" | "POSIX") && text.to_lowercase().contains(" from ");
        language.then(|| format!("locale = {}", from.to_lowercase()))
    };
    meaning(text).or_else(copied)
}

/// What holds where nothing is said, or is said by the arguments.
fn goes_without_saying(item: &str) -> bool {
    matches!(
        item,
        "provider = libc"
            | "parallel = unsafe"
            | "sspace = 0"
            | "finalfunc_modify = read_only"
            | "mfinalfunc_modify = read_only"
    ) || item.starts_with("basetype ")
}

/// `name = value`, or a word that stands alone.
fn item(text: &str, tokens: &[Token]) -> Option<String> {
    let (first, rest) = tokens.split_first()?;
    let name = first.text(text).to_lowercase();
    let name = if name == "procedure" { "function".to_owned() } else { name };
    let Some((_, value)) = rest.split_first() else { return Some(name) };
    // `OPERATOR(public.+)` is `+`.
    let value = match value {
        [word, open, inner @ .., _] if word.is(text, "operator") && open.kind == Kind::Open => inner,
        all => all,
    };
    let (from, to) = (value.first()?.start as usize, value.last()?.end as usize);
    let value = text.get(from..to)?.trim_matches('\'').to_owned();
    let value = ["public.", "pg_catalog."].iter().find_map(|home| value.strip_prefix(home)).unwrap_or(&value);
    let value = match &*name {
        "leftarg" | "rightarg" | "stype" | "mstype" | "basetype" => {
            crate::read::type_meaning(&value.to_lowercase(), Dialect::Postgres).to_string()
        }
        "initcond" | "minitcond" => value.to_owned(),
        _ => value.to_lowercase(),
    };
    Some(format!("{name} = {value}"))
}

#[cfg(test)]
mod tests {
    use super::meaning;

    #[test]
    fn settings_have_no_order() {
        assert_eq!(
            meaning("CREATE OPERATOR + (LEFTARG = int, RIGHTARG = int4, PROCEDURE = f, COMMUTATOR = +)"),
            meaning(
                "CREATE OPERATOR public.+ (FUNCTION = public.f, LEFTARG = integer, RIGHTARG = integer, COMMUTATOR = OPERATOR(public.+))"
            )
        );
        assert_eq!(
            meaning(
                "CREATE AGGREGATE a (BASETYPE = int, SFUNC = f, STYPE = int, PARALLEL = UNSAFE, SORTOP = OPERATOR(pg_catalog.>))"
            ),
            meaning("CREATE AGGREGATE a(int) (SFUNC = f, STYPE = int, SORTOP = >)")
        );
        assert_eq!(
            meaning("CREATE AGGREGATE a(int) (SFUNC = f, STYPE = int, INITCOND = 0)"),
            meaning("CREATE AGGREGATE a(int) (STYPE = integer, SFUNC = f, INITCOND = '0')")
        );
        assert_ne!(
            meaning("CREATE AGGREGATE a(int) (SFUNC = f, STYPE = int, INITCOND = 0)"),
            meaning("CREATE AGGREGATE a(int) (SFUNC = f, STYPE = int, INITCOND = 1)")
        );
    }
}
