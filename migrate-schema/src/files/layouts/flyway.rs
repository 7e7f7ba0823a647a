//! Flyway: `V<version>__<description>.sql`, and `U…` for the way down. The numbers of a version stand between dots or
//! underscores: `V1_2__x.sql` is the revision `1.2`.

use migrate_core::Direction;

use super::names::{last, plain, slug, stem};
use super::{Finish, Layout, Part, PartError, Seen, Sign, natural};
use crate::diagnostic::{Diagnostic, layouts as codes};
use crate::files::parse::Form;
use crate::files::{MigrationFile, Transaction};
use crate::source::Span;
use crate::sql::lexer::{Kind, Lexer};

pub(super) static LAYOUT: Layout = Layout {
    name: "flyway",
    directories: false,
    beside: None,
    names: "Flyway's files are called `V<version>__<description>.sql`, and `U<version>__<description>.sql` for the way down",
    form: Form::Whole(Direction::Up),
    part,
    order: natural,
    transaction: Transaction::AsNeeded,
    sign: |seen| match part(seen.file) {
        Ok(_) | Err(PartError::Unsupported(..)) => Sign::Strong,
        Err(PartError::Name(_)) => Sign::No,
    },
    fits,
    side: &[],
    skips: |_| false,
    foreign: &[
        (".java", "migrations in Java cannot be read here: write their SQL into a `.sql` file of the same version"),
        (".kt", "migrations in Kotlin cannot be read here: write their SQL into a `.sql` file of the same version"),
        (
            ".sql.conf",
            "Flyway's settings of one script are not read: for `executeInTransaction=false` write \
             `-- migrate:no-transaction` at the top of the script, and ignore this file",
        ),
    ],
    finish,
};

fn part(path: &str) -> Result<Part, PartError> {
    let name = last(path);
    let stem = stem(name)?;
    let Some((head, rest)) = stem.split_once("__") else {
        return Err(PartError::name("two `_` stand between the version and the description"));
    };
    let (prefix, version) = head.split_at(head.chars().next().map_or(0, char::len_utf8));
    let direction = match prefix {
        "V" => Direction::Up,
        "U" => Direction::Down,
        "R" if version.is_empty() => {
            return Err(PartError::Unsupported(
                format!("`{name}` is repeatable, and there is no such thing here"),
                format!(
                    "write what it says now into a migration of its own; until then ignore it in `migrate.toml`: \
                     `ignore = [\"{name}\"]`"
                ),
            ));
        }
        "B" if numbers(version).is_some() => {
            return Err(PartError::Unsupported(
                format!("`{name}` is a baseline, and there is no such thing here"),
                format!(
                    "ignore it in `migrate.toml`, `ignore = [\"{name}\"]`, where the migrations before it are still \
                     there; else rename it to `V{version}__{rest}.sql`"
                ),
            ));
        }
        "v" | "u" => {
            let prefix = prefix.to_uppercase();
            return Err(PartError::rename(
                "the prefix is `V` or `U`, in upper case",
                format!("{prefix}{version}__{rest}.sql"),
            ));
        }
        _ => return Err(PartError::name("the prefix is `V`, `U`, `R` or `B`")),
    };
    let Some(numbers) = numbers(version) else {
        return Err(PartError::name(format!("the version `{version}` is not made of numbers between dots")));
    };
    let id = numbers.join(".");
    let mut plain: Vec<String> = numbers.iter().map(|number| plain(number)).collect();
    while plain.len() > 1 && plain.last().is_some_and(|last| last == "0") {
        plain.pop();
    }
    Ok(Part { version: plain.join("."), slug: slug(rest), direction, sort: plain.join("."), id })
}

fn numbers(version: &str) -> Option<Vec<&str>> {
    let numbers: Vec<&str> = version.split(['.', '_']).collect();
    let good = |number: &&str| !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
    numbers.iter().all(good).then_some(numbers)
}

/// refinery has no way down, and leaves `${…}` alone.
fn fits(files: &[Seen<'_>]) -> bool {
    let parts: Vec<Part> = files.iter().filter_map(|seen| part(seen.file).ok()).collect();
    let up = |version: &str| parts.iter().any(|part| part.direction == Direction::Up && part.version == version);
    parts.iter().filter(|part| part.direction == Direction::Down).all(|part| up(&part.version))
        && !files.iter().any(|seen| placeholder(seen.text).is_some())
}

/// The first `${…}`.
pub(super) fn placeholder(text: &str) -> Option<Span> {
    let start = text.find("${")?;
    let inner = &text[start + 2..];
    let end = inner.find('}')?;
    let name = |c: char| c.is_alphanumeric() || matches!(c, '_' | '.' | ':' | '-');
    match !inner[..end].is_empty() && inner[..end].chars().all(name) {
        true => Some(Span::new(start, start + 2 + end + 1)),
        false => {
            let rest = placeholder(inner)?;
            Some(Span::new(start + 2 + rest.start as usize, start + 2 + rest.end as usize))
        }
    }
}

fn finish(finish: &Finish<'_>, _: &mut [Part], files: &mut [MigrationFile], out: &mut Vec<Diagnostic>) {
    for section in files.iter().flat_map(|file| &file.sections) {
        let text = finish.sources.get(section.source).text();
        if placeholder(text).is_none() {
            continue;
        }
        let dialect = finish.dialects.iter().next().unwrap_or(migrate_core::Dialect::Postgres);
        let code: Vec<Span> = Lexer::new(text, 0..text.len(), dialect)
            .filter(|token| token.kind == Kind::Comment)
            .map(|token| Span::new(token.start as usize, token.end as usize))
            .collect();
        let mut from = 0;
        while let Some(span) = placeholder(&text[from..]) {
            let span = Span::new(from + span.start as usize, from + span.end as usize);
            from = span.end as usize;
            if code.iter().any(|comment| comment.start <= span.start && span.end <= comment.end) {
                continue;
            }
            out.push(
                Diagnostic::error(
                    &codes::UNSUPPORTED,
                    format!("the placeholder `{}` is not filled in", &text[span.range()]),
                )
                .at(section.place(span), "")
                .help("write what stands for it: a migration says the same everywhere"),
            );
            break;
        }
    }
}
