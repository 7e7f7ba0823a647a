//! Whose folder it is, where the settings do not say: by the names and the texts of its files.

use std::cmp::Ordering;

use migrate_core::Dialect;
use migrate_core::graph::natural_cmp;

use super::{LAYOUTS, Layout, Sign, diesel, drizzle, is_native, native, prisma, sqlx};
use crate::diagnostic::{Diagnostic, layouts as codes};
use crate::files::header::{Line, Word};
use crate::files::name::FileName;
use crate::files::scan;
use crate::files::settings::{Heads, Settings};
use crate::source::SourceId;

/// A file as detection sees it.
#[derive(Debug, Clone, Copy)]
pub(in crate::files) struct Seen<'a> {
    pub(in crate::files) source: SourceId,
    /// The path from the folder.
    pub(in crate::files) file: &'a str,
    pub(in crate::files) text: &'a str,
}

/// Whether a file of this name makes its directory a revision.
pub(super) fn in_unit(layout: &Layout, name: &str) -> bool {
    let names: &[&str] = match *layout == prisma::LAYOUT {
        true => &["migration.sql"],
        false => &["up.sql", "down.sql"],
    };
    names.iter().any(|known| known.eq_ignore_ascii_case(name))
}

/// The layout that can be told from the paths of all files: its revisions are directories, or a journal lies beside them.
pub(in crate::files) fn by_paths(paths: &[String]) -> Option<&'static Layout> {
    if paths.iter().any(|path| drizzle::is_journal(path)) {
        return Some(&drizzle::LAYOUT);
    }
    let layouts = [&prisma::LAYOUT, &diesel::LAYOUT];
    layouts.into_iter().find(|layout| {
        let unit = |path: &String| path.rsplit_once('/').is_some_and(|(_, name)| in_unit(layout, name));
        paths.iter().any(unit)
    })
}

/// The layout of a flat folder, and the files that leave a doubt about it. Where two readings differ, that is an error,
/// and one of them is taken, so that what follows is not about the other.
pub(in crate::files) fn detect(
    files: &[Seen<'_>],
    settings: &Settings,
    out: &mut Vec<Diagnostic>,
) -> (&'static Layout, Vec<SourceId>) {
    // What is empty says nothing of its owner but by its name.
    let telling = |seen: &&Seen<'_>| {
        !seen.text.trim().is_empty() || LAYOUTS.iter().any(|layout| (layout.sign)(seen) == Sign::Strong)
    };
    let files = files.iter().filter(telling);
    let (own, others): (Vec<Seen<'_>>, Vec<Seen<'_>>) =
        files.partition(|seen| is_native(seen.text, settings.dialect_set()));
    let counts: Vec<(usize, &'static Layout)> = LAYOUTS
        .into_iter()
        .filter(|layout| others.iter().any(|seen| (layout.sign)(seen) == Sign::Strong))
        .map(|layout| (others.iter().filter(|seen| (layout.sign)(seen) != Sign::No).count(), layout))
        .collect();
    let most = counts.iter().map(|(count, _)| *count).max().unwrap_or(0);
    let best: Vec<&'static Layout> =
        counts.into_iter().filter(|(count, _)| *count == most).map(|(_, layout)| layout).collect();
    if let Some(&last) = best.last() {
        let fits = best.iter().copied().find(|layout| (layout.fits)(&others));
        if fits.is_none() && best.len() > 1 {
            // The last of them is the one that finds the least to say.
            out.push(ambiguous(&best, "the names of the files fit both"));
        }
        return (fits.unwrap_or(last), Vec::new());
    }
    let weak: Vec<&Seen<'_>> = others.iter().filter(|seen| (sqlx::LAYOUT.sign)(seen) == Sign::Weak).collect();
    let doubtful = || weak.iter().map(|seen| seen.source).collect();
    if weak.is_empty() {
        return (if others.is_empty() { own_or_dbmates(&own, settings, out) } else { &native::LAYOUT }, Vec::new());
    }
    match (own.len(), weak.len()) {
        // Nobody spoke of us.
        (0, _) => (&sqlx::LAYOUT, Vec::new()),
        // One that was forgotten among our own.
        (_, 1) => (&native::LAYOUT, doubtful()),
        // sqlx's folder, gone on with natively.
        _ if weak.iter().all(|theirs| own.iter().all(|ours| comes_before(theirs, ours))) => (&sqlx::LAYOUT, Vec::new()),
        _ => {
            let why = format!("{} files have no `-- migrate:` directive, and {} have", weak.len(), own.len());
            out.push(ambiguous(&[&native::LAYOUT, &sqlx::LAYOUT], &why));
            (&sqlx::LAYOUT, Vec::new())
        }
    }
}

fn comes_before(a: &Seen<'_>, b: &Seen<'_>) -> bool {
    let name = |seen: &Seen<'_>| seen.file.rsplit('/').next().unwrap_or(seen.file).to_owned();
    natural_cmp(&name(a), &name(b)) == Ordering::Less
}

/// dbmate has our own words, `up` and `down`, in each file, and no other; behind them may stand `transaction:false`.
fn own_or_dbmates(files: &[Seen<'_>], settings: &Settings, out: &mut Vec<Diagnostic>) -> &'static Layout {
    let dbmate = Layout::named("dbmate").unwrap_or(&native::LAYOUT);
    let lines = || files.iter().flat_map(|seen| scan::lines(seen.text));
    let is_ours = |line: &Line<'_>| match Word::exactly(line.word.value) {
        Some(Word::Up | Word::Down) => line.rest.value.split_whitespace().any(|word| word.parse::<Dialect>().is_ok()),
        Some(_) | None => true,
    };
    // Beside an option that is dbmate's alone our own words are those of somebody who has gone on natively, unless all
    // but one say what they revise.
    let optional = lines().any(|line| line.rest.value.split_whitespace().any(|word| word.starts_with("transaction:")));
    let says_parents = |seen: &&Seen<'_>| scan::lines(seen.text).any(|line| line.word.value == "revises");
    let without = files.len() - files.iter().filter(says_parents).count();
    if optional && (without > 1 || files.len() == 1) {
        return dbmate;
    }
    if lines().any(|line| is_ours(&line)) {
        return &native::LAYOUT;
    }
    let both = |seen: &Seen<'_>| {
        let has = |word| scan::lines(seen.text).any(|line| Word::exactly(line.word.value) == Some(word));
        has(Word::Up) && has(Word::Down)
    };
    let numbered = |seen: &Seen<'_>| {
        let name = FileName::parse(seen.file.rsplit('/').next().unwrap_or(seen.file));
        name.is_ok_and(|name| name.id.bytes().all(|byte| byte.is_ascii_digit()))
    };
    // One file is the same either way, and so is what needs no line.
    let alike =
        files.len() < 2 || settings.heads == Heads::Many || !files.iter().all(|seen| both(seen) && numbered(seen));
    if alike {
        return &native::LAYOUT;
    }
    out.push(
        ambiguous(&[&native::LAYOUT, dbmate], "no file says what it revises, and dbmate's look the same")
            .help("in a native folder write `-- migrate:revises <id>` at the top of each but the first"),
    );
    dbmate
}

fn ambiguous(layouts: &[&Layout], why: &str) -> Diagnostic {
    let names: Vec<String> = layouts.iter().map(|layout| format!("`layout = \"{}\"`", layout.name)).collect();
    Diagnostic::error(&codes::AMBIGUOUS_LAYOUT, format!("it cannot be told how the folder is to be read: {why}"))
        .help(format!("write {} into `migrate.toml`", names.join(" or ")))
}
