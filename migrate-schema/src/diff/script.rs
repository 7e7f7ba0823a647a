//! Steps as a person would have written them down, and what reading that gives.

use super::step::{Act, Rank, Step};
use crate::catalog::Catalog;
use crate::diagnostic::Diagnostic;
use crate::read;
use crate::replay::{Act as Did, perform};
use crate::source::{Place, Source, Sources};
use crate::sql::{self, judge};

/// The body of a section. `loss`: say what is lost above what loses it.
pub fn text(steps: &[Step], loss: bool) -> String {
    let mut out = String::new();
    let mut last: Option<&Step> = None;
    for step in steps {
        let mut notes: Vec<String> = step.notes.clone();
        if let Some(lost) = step.loss.as_ref().filter(|_| loss) {
            notes.push(format!("Lost: {}.", lost.says));
        }
        let apart = last.is_some_and(|last| is_apart(last, step)) || !notes.is_empty() && last.is_some();
        if apart {
            out.push('\n');
        }
        for line in notes.iter().flat_map(|note| note.lines()) {
            out.push_str(&format!("-- {line}\n"));
        }
        for sql in &step.sql {
            out.push_str(sql);
            out.push_str(";\n");
        }
        if !step.sql.is_empty() {
            last = Some(step);
        }
    }
    out.trim_end().to_owned()
}

/// Whether there is an empty line between two steps.
fn is_apart(one: &Step, other: &Step) -> bool {
    let long = |step: &Step| step.sql.iter().any(|sql| sql.contains('\n')) || step.act == Act::Rebuild;
    long(one) || long(other) || one.key != other.key && one.rank != other.rank && !matches!(other.rank, Rank::Comment)
}

/// Does to a catalog what a text says. What is wrong with it is returned.
pub fn apply(catalog: &mut Catalog, name: &str, text: &str) -> Vec<String> {
    let (sources, problems) = apply_whole(catalog, name, text);
    problems.into_iter().map(|problem| said(&sources, &problem)).collect()
}

/// The same with the places of what is wrong.
pub fn apply_whole(catalog: &mut Catalog, name: &str, text: &str) -> (Sources, Vec<Diagnostic>) {
    let dialect = catalog.dialect();
    let mut sources = Sources::new();
    let id = sources.add(Source::new(name, text));
    let text = sources.get(id).text();
    let mut out = Vec::new();
    let stmts = sql::split(id, text, 0..text.len(), dialect, &mut out);
    for stmt in &stmts {
        if !judge::judge(id, text, stmt, dialect, &mut out) {
            continue;
        }
        let changes = read::read(id, text, stmt, dialect).into_changes();
        let place = Place { source: id, span: stmt.span };
        perform(catalog, &[Did { changes, trusted: false, place }], &mut out);
    }
    out.retain(|problem| problem.severity == crate::diagnostic::Severity::Error);
    (sources, out)
}

/// A problem in one line.
fn said(sources: &Sources, problem: &Diagnostic) -> String {
    match problem.at {
        Some(at) => {
            let source = sources.get(at.source);
            let line = source.line_col(at.span.start as usize).line;
            let text = source.text().lines().nth(line as usize - 1).unwrap_or_default().trim().to_owned();
            format!("{} ({text})", problem.message)
        }
        None => problem.message.clone(),
    }
}
