//! What is wrong with the graph, told with places in the files.

use migrate_core::graph::{Edge, Graph, GraphError, Node, Place as At, RedundantDependency, SeveralHeads};

use crate::diagnostic::{Diagnostic, graph as codes};
use crate::files::settings::Heads;
use crate::files::{MigrationFile, Settings, Spanned};
use crate::source::{Place, Sources};

/// How much of the folder has been understood. What follows from something that has not is not said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Known {
    /// Every header.
    All,
    /// Every file is there, and some headers have mistakes: who revises whom is not sure.
    SomeHeaders,
    /// Files are missing: what refers to a revision that is not there may refer to one of those.
    SomeFiles,
}

/// Builds the graph.
pub(super) fn check(
    files: &[MigrationFile],
    sources: &Sources,
    settings: &Settings,
    known: Known,
    out: &mut Vec<Diagnostic>,
) -> Option<Graph> {
    let teller = Teller { files, sources };
    let graph = match Graph::new(files.iter().map(Node::from)) {
        Ok(graph) => graph,
        Err(errors) => {
            let missing = |error: &GraphError| {
                matches!(error, GraphError::UnknownParent { .. } | GraphError::UnknownDependency { .. })
            };
            out.extend(
                errors
                    .iter()
                    .filter(|error| known != Known::SomeFiles || !missing(error))
                    .map(|error| teller.tell(error)),
            );
            return None;
        }
    };
    out.extend(graph.redundant_dependencies().map(|redundant| teller.redundant(&graph, &redundant)));
    if known == Known::All
        && settings.heads == Heads::One
        && let Err(several) = graph.check_single_head()
    {
        out.push(teller.several_heads(&several));
        return None;
    }
    (known == Known::All).then_some(graph)
}

struct Teller<'a> {
    files: &'a [MigrationFile],
    sources: &'a Sources,
}

impl Teller<'_> {
    fn file(&self, at: &At) -> Option<&MigrationFile> {
        self.files.iter().find(|file| file.file == at.file.as_ref())
    }

    /// The whole file.
    fn whole(&self, at: &At) -> Place {
        let file = self.file(at).expect("the graph was made from these files");
        file.whole(self.sources.get(file.source))
    }

    /// Where `name` stands among what `list` gives; the whole file if it does not.
    fn written<'s>(&'s self, at: &At, name: &str, list: impl Fn(&'s MigrationFile) -> &'s [Spanned<String>]) -> Place {
        let found = self.file(at).and_then(|file| {
            let item = list(file).iter().find(|item| item.value == name)?;
            Some(file.place(item.span))
        });
        found.unwrap_or_else(|| self.whole(at))
    }

    fn parent(&self, at: &At, name: &str) -> Place {
        self.written(at, name, |file| file.revises.ids())
    }

    fn dependency(&self, at: &At, name: &str) -> Place {
        // It may be stated by a label.
        let labels = self.files.iter().find(|file| file.id == name).map(|file| &file.labels[..]).unwrap_or_default();
        let names: Vec<&str> = std::iter::once(name).chain(labels.iter().map(|label| label.value.as_str())).collect();
        let stated = self.file(at).and_then(|file| {
            file.depends_on.iter().find(|item| names.contains(&item.value.as_str())).map(|item| item.value.clone())
        });
        self.written(at, stated.as_deref().unwrap_or(name), |file| &file.depends_on)
    }

    fn label(&self, at: &At, name: &str) -> Place {
        self.written(at, name, |file| &file.labels)
    }

    fn tell(&self, error: &GraphError) -> Diagnostic {
        match error {
            GraphError::DuplicateId { id, files } => {
                let places: Vec<Place> =
                    files.iter().map(|file| self.whole(&At { id: id.clone(), file: file.clone() })).collect();
                let mut diagnostic = Diagnostic::error(
                    &codes::DUPLICATE_ID,
                    format!("{} files have the revision id `{id}`", places.len()),
                );
                for (i, place) in places.into_iter().enumerate() {
                    diagnostic = match i {
                        0 => diagnostic.at(place, "one of them"),
                        _ => diagnostic.label(place, "and this"),
                    };
                }
                diagnostic.help(
                    "rename the newer file and everything that revises it: the id is its name up to the first `_`",
                )
            }
            GraphError::InvalidId { at, problem } => {
                Diagnostic::error(&codes::BAD_ID, format!("the revision id `{}` {problem}", at.id))
                    .at(self.whole(at), "")
            }
            GraphError::UnknownParent { at, parent, candidates } => suggest(
                Diagnostic::error(&codes::UNKNOWN_PARENT, format!("there is no revision `{parent}`"))
                    .at(self.parent(at, parent), ""),
                candidates,
            ),
            GraphError::UnknownDependency { at, dependency, candidates } => suggest(
                Diagnostic::error(
                    &codes::UNKNOWN_DEPENDENCY,
                    format!("there is no revision and no label `{dependency}`"),
                )
                .at(self.dependency(at, dependency), ""),
                candidates,
            ),
            GraphError::SelfReference { at, edge } => {
                let (verb, place) = match edge {
                    Edge::Parent => ("revises", self.parent(at, &at.id)),
                    Edge::Dependency => ("depends on", self.dependency(at, &at.id)),
                };
                Diagnostic::error(&codes::SELF_REFERENCE, format!("the revision `{}` {verb} itself", at.id))
                    .at(place, "")
            }
            GraphError::RepeatedParent { at, parent } => Diagnostic::error(
                &codes::SELF_REFERENCE,
                format!("the revision `{}` revises `{}` more than once", at.id, parent.id),
            )
            .at(self.parent(at, &parent.id), "")
            .help("name each parent once"),
            GraphError::Cycle { members, edges } => self.cycle(members, edges),
            GraphError::InvalidLabel { at, label, problem } => {
                Diagnostic::error(&codes::BAD_LABEL, format!("the label `{label}` {problem}"))
                    .at(self.label(at, label), "")
            }
            GraphError::LabelTaken { at, label, by } => {
                let what = if by.id == *label { "is the id of a revision" } else { "is taken" };
                let there = if by.id == *label { self.whole(by) } else { self.label(by, label) };
                Diagnostic::error(&codes::LABEL_COLLISION, format!("the label `{label}` {what}"))
                    .at(self.label(at, label), "")
                    .label(there, "by this")
                    .help("ids and labels share one name space: choose another label")
            }
            // The enum may grow; what a new variant says of itself is better than nothing.
            other => Diagnostic::error(&codes::CYCLE, other.to_string()),
        }
    }

    /// A dependency on an ancestor is a mistake about the line itself. One that another dependency brings along is only
    /// more than needed.
    fn redundant(&self, graph: &Graph, redundant: &RedundantDependency) -> Diagnostic {
        let RedundantDependency { at, dependency, .. } = redundant;
        let rev = |place: &At| graph.get(&place.id);
        let is_ancestor = rev(at)
            .zip(rev(dependency))
            .is_some_and(|(rev, dependency)| graph.ancestors(graph.parents(rev).iter().copied()).contains(dependency));
        let diagnostic = match is_ancestor {
            true => Diagnostic::error(
                &codes::REDUNDANT_DEPENDENCY,
                format!("`{}` depends on `{}`, which it comes after anyway", at.id, dependency.id),
            ),
            false => Diagnostic::warning(
                &codes::REDUNDANT_DEPENDENCY,
                format!("the dependency on `{}` says nothing", dependency.id),
            ),
        };
        diagnostic
            .at(self.dependency(at, &dependency.id), "")
            .label(self.whole(dependency), "this is applied before in any case")
            .note(redundant.to_string())
            .help("take the dependency out")
    }

    fn cycle(&self, members: &[At], edges: &[Edge]) -> Diagnostic {
        let mut ids: Vec<&str> = members.iter().map(|member| member.id.as_ref()).collect();
        ids.extend(members.first().map(|member| member.id.as_ref()));
        let mut diagnostic = Diagnostic::error(
            &codes::CYCLE,
            format!("these revisions come after each other in a circle: {}", ids.join(" → ")),
        );
        for (i, (member, edge)) in members.iter().zip(edges).enumerate() {
            let next = &members[(i + 1) % members.len()];
            let (verb, place) = match edge {
                Edge::Parent => ("revises", self.parent(member, &next.id)),
                Edge::Dependency => ("depends on", self.dependency(member, &next.id)),
            };
            let text = format!("`{}` {verb} `{}`", member.id, next.id);
            diagnostic = if i == 0 { diagnostic.at(place, text) } else { diagnostic.label(place, text) };
        }
        diagnostic.help("one of these lines is wrong: a revision can only come after older ones")
    }

    fn several_heads(&self, several: &SeveralHeads) -> Diagnostic {
        let ids: Vec<String> = several.heads.iter().map(|head| format!("`{}`", head.id)).collect();
        let mut diagnostic = Diagnostic::error(
            &codes::SEVERAL_HEADS,
            format!("the set has {} heads: {}", several.heads.len(), ids.join(", ")),
        );
        for (i, head) in several.heads.iter().enumerate() {
            let place = self.whole(head);
            diagnostic = match i {
                0 => diagnostic.at(place, "nothing revises this one"),
                _ => diagnostic.label(place, "nor this one"),
            };
        }
        for ancestor in &several.ancestors {
            diagnostic = diagnostic.label(self.whole(ancestor), "they part after this one");
        }
        diagnostic.help("join them: `migrate merge heads -m \"merge\"`").help(
            "or put one on top of the other: `migrate rebase <id>`; `heads = \"many\"` in migrate.toml allows several",
        )
    }
}

fn suggest(diagnostic: Diagnostic, candidates: &[At]) -> Diagnostic {
    match candidates {
        [] => diagnostic.help("the id of a revision is its file name up to the first `_`"),
        [one] => diagnostic.help(format!("did you mean `{}` ({})?", one.id, one.file)),
        several => {
            let ids: Vec<String> = several.iter().map(|at| format!("`{}` ({})", at.id, at.file)).collect();
            diagnostic.help(format!("did you mean one of {}?", ids.join(", ")))
        }
    }
}
