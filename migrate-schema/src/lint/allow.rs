//! `-- migrate:allow <lint>`.

use super::{LINTS, find, levels, of, rules};
use crate::diagnostic::{Diagnostic, Severity};
use crate::files::{MarkKind, MigrationFile};
use crate::replay::{Act, Acts};
use crate::source::{Place, SourceId, Sources, Span};

/// A directive and what it is about.
#[derive(Debug)]
pub struct Allow {
    /// The lint.
    pub name: String,
    /// The directive.
    place: Place,
    covers: Vec<Place>,
    used: bool,
}

impl Allow {
    /// The directives of all files. Above the first statement of a file it is about the whole file, elsewhere about the
    /// statement that follows. `acts` belong to `files`.
    pub fn read(
        files: &[MigrationFile],
        acts: &[Vec<Acts>],
        sources: &Sources,
        out: &mut Vec<Diagnostic>,
    ) -> Vec<Allow> {
        let mut allows = Vec::new();
        for (file, acts) in files.iter().zip(acts) {
            for mark in &file.marks {
                let MarkKind::Allow(name) = &mark.kind else { continue };
                let place = Place { source: mark.source, span: mark.span };
                if find(name).is_none() {
                    let written = sources.get(mark.source).slice(mark.span);
                    let start = mark.span.start as usize + written.rfind(name.as_str()).unwrap_or_default();
                    let span = Span::new(start, start + name.len());
                    out.push(levels::unknown(name).at(Place { source: mark.source, span }, ""));
                    continue;
                }
                let covers = covers(file, acts, mark.source, mark.span, sources);
                allows.push(Allow { name: name.clone(), place, covers, used: false });
            }
        }
        allows
    }

    fn fits(&self, found: &Diagnostic) -> bool {
        let Some(at) = found.at else { return false };
        of(found.code).is_some_and(|lint| lint.name == self.name)
            && self.covers.iter().any(|place| {
                place.source == at.source && place.span.start <= at.span.start && at.span.end <= place.span.end
            })
    }

    /// Takes out what is allowed.
    pub fn take_out(allows: &mut [Allow], found: &mut Vec<Diagnostic>) {
        if allows.is_empty() {
            return;
        }
        found.retain(|diagnostic| {
            let mut kept = true;
            for allow in allows.iter_mut().filter(|allow| allow.fits(diagnostic)) {
                allow.used = true;
                kept = diagnostic.severity != Severity::Warning;
            }
            kept
        });
    }

    /// Says which of them allow nothing.
    pub fn unused(allows: &[Allow], out: &mut Vec<Diagnostic>) {
        for allow in allows.iter().filter(|allow| !allow.used) {
            let message = format!("there is nothing here for `allow {}` to allow", allow.name);
            let shown = LINTS.iter().find(|lint| lint.name == allow.name).map_or("", |lint| lint.code.title);
            out.push(
                Diagnostic::warning(rules::unused_allow::LINT.code, message)
                    .at(allow.place, "")
                    .note(format!("`{}` is: {shown}", allow.name))
                    .help("delete the directive"),
            );
        }
    }
}

/// What a directive at `span` is about.
fn covers(file: &MigrationFile, acts: &[Acts], source: SourceId, span: Span, sources: &Sources) -> Vec<Place> {
    let whole = |source: SourceId| Place { source, span: Span::new(0, sources.get(source).text().len()) };
    let section = file
        .sections
        .iter()
        .find(|section| section.source == source && section.body.start <= span.start && span.end <= section.body.end);
    let Some(section) = section else { return file.parts().map(|(source, _)| whole(source)).collect() };
    let statements = acts.iter().flat_map(|acts| acts.up.iter().chain(acts.down.iter().flat_map(|down| &down.acts)));
    let inside = |act: &&Act| {
        act.place.source == source
            && section.body.start <= act.place.span.start
            && act.place.span.end <= section.body.end
    };
    let own: Vec<Place> = statements.filter(inside).map(|act| act.place).collect();
    let first = own.iter().all(|place| place.span.start >= span.end);
    if first && section.is_whole() {
        return vec![whole(source)];
    }
    let next = own.iter().filter(|place| place.span.start >= span.end).map(|place| place.span.start).min();
    let mut covers: Vec<Place> = own.into_iter().filter(|place| Some(place.span.start) == next).collect();
    if first {
        // What is said about the section is said at its directive.
        covers.push(section.place(section.directive));
    }
    covers
}
