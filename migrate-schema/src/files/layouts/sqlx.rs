//! sqlx: `<version>_<description>.sql`, or the same with `.up.sql` and `.down.sql`. `-- no-transaction` at the very begin
//! of a file, where sqlx looks for it, holds for that file.

use migrate_core::Direction;

use super::names::{direction, last, numbered, stem};
use super::{Finish, Layout, Part, PartError, Seen, Sign, natural};
use crate::diagnostic::{Diagnostic, directives as codes};
use crate::files::parse::Form;
use crate::files::{MigrationFile, Transaction};
use crate::source::Span;
use crate::sql::lexer::{Kind, Lexer};

pub(super) static LAYOUT: Layout = Layout {
    name: "sqlx",
    directories: false,
    beside: None,
    names: "sqlx's files are called `<version>_<description>.sql`, or end in `.up.sql` and `.down.sql`; the version is a number",
    form: Form::Whole(Direction::Up),
    part,
    order: natural,
    transaction: Transaction::Wrapped,
    sign,
    fits: |_| true,
    side: &[],
    skips: |_| false,
    foreign: &[],
    finish,
};

const MARK: &str = "-- no-transaction";

pub(super) fn is_marked(text: &str) -> bool {
    text.starts_with(MARK)
}

fn part(path: &str) -> Result<Part, PartError> {
    let (rest, direction) = direction(stem(last(path))?)?;
    numbered(rest, direction.unwrap_or(Direction::Up))
}

fn sign(seen: &Seen<'_>) -> Sign {
    match part(seen.file) {
        Err(_) => Sign::No,
        Ok(_) if is_marked(seen.text) => Sign::Strong,
        Ok(_) => match direction(seen.file.trim_end_matches(".sql")) {
            Ok((_, Some(_))) => Sign::Strong,
            Ok((_, None)) | Err(_) => Sign::Weak,
        },
    }
}

fn finish(finish: &Finish<'_>, _: &mut [Part], files: &mut [MigrationFile], out: &mut Vec<Diagnostic>) {
    for section in files.iter_mut().flat_map(|file| &mut file.sections) {
        let text = finish.sources.get(section.source).text();
        if is_marked(text) {
            section.transaction = Transaction::None;
            continue;
        }
        let dialect = finish.dialects.iter().next().unwrap_or(migrate_core::Dialect::Postgres);
        let comments = Lexer::new(text, 0..text.len(), dialect).take_while(|token| token.kind == Kind::Comment);
        for comment in comments.filter(|comment| comment.text(text).trim_end() == MARK) {
            let span = Span::new(comment.start as usize, comment.end as usize);
            out.push(
                Diagnostic::error(&codes::MISPLACED_DIRECTIVE, "`no-transaction` is not on the first line")
                    .at(section.place(span), "")
                    .note("sqlx does not see it here")
                    .help("move it to the first line, or write `-- migrate:no-transaction`"),
            );
        }
    }
}
