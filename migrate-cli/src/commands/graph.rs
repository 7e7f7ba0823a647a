//! `migrate graph`

use clap::{Args, ValueEnum};
use migrate_core::graph::Rev;
use migrate_runtime::Migrations;
use migrate_schema::diagnostic::command;

use crate::context::{Context, Revisions, State};
use crate::draw::{self, Charset, Layout, Look, Picture};
use crate::listing::Lister;
use crate::output::{Exit, Failure};
use crate::selection::{Selected, Selection};

/// Draw the graph, for a terminal or as a picture
#[derive(Debug, Args)]
pub(crate) struct Graph {
    /// What to write
    #[arg(long, short, value_enum, default_value_t = Format::Text)]
    format: Format,
    #[command(flatten)]
    selection: Selection,
    /// How svg lays revisions out [default: boxes for a small graph, rows for a larger one]
    #[arg(long, value_enum)]
    layout: Option<Shape>,
    #[command(flatten)]
    lanes: Lanes,
}

/// How lanes are drawn.
#[derive(Debug, Args)]
pub(super) struct Lanes {
    /// Draw lanes with ASCII only
    #[arg(long)]
    ascii: bool,
    /// Draw lanes and titles no wider than this [default: COLUMNS, or 80]
    #[arg(long, value_name = "COLUMNS")]
    width: Option<usize>,
}

/// What to draw for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// Lanes for a terminal, as `history --graph`
    Text,
    /// A picture for a browser, with a layout of its own
    Svg,
    /// For Graphviz
    Dot,
    /// For Markdown
    Mermaid,
}

/// The layouts of an svg.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Shape {
    /// A box for each revision, in layers
    Boxes,
    /// A row for each revision, with lanes at the left
    Rows,
}

impl Graph {
    pub(super) fn run(self, context: &Context) -> Result<Exit, Failure> {
        let output = context.output;
        if output.json && self.format != Format::Text {
            return Err(Failure::new(&command::USAGE, "--json lists the revisions; it has no use for --format"));
        }
        if self.layout.is_some() && self.format != Format::Svg {
            return Err(Failure::new(&command::USAGE, "only `--format svg` has a --layout"));
        }
        self.lanes.refuse_unless(self.format == Format::Text && !output.json, "--format text")?;
        let Selected { revisions, marked, revs } = self.selection.select(context)?;
        if output.json {
            output.document(&Lister::new(&revisions, marked.as_ref()).json_list(&revs));
            return Ok(Exit::Fine);
        }
        let picture = picture(context, &revisions, marked.as_ref(), &revs)?;
        let layout = match self.layout {
            None => Layout::Auto,
            Some(Shape::Boxes) => Layout::Boxes,
            Some(Shape::Rows) => Layout::Rows,
        };
        let text = match self.format {
            Format::Text => self.lanes.draw(context, &picture),
            Format::Svg => draw::svg(&picture, layout),
            Format::Dot => draw::dot(&picture),
            Format::Mermaid => draw::mermaid(&picture),
        };
        if !text.is_empty() {
            output.line(text.trim_end());
        }
        Ok(Exit::Fine)
    }
}

impl Lanes {
    /// An option that nothing would come of is refused.
    pub(super) fn refuse_unless(&self, drawn: bool, with: &str) -> Result<(), Failure> {
        if drawn || !self.ascii && self.width.is_none() {
            return Ok(());
        }
        Err(Failure::new(&command::USAGE, format!("--ascii and --width are for lanes, which `{with}` draws")))
    }

    /// The picture in lanes, in colours: whoever prints it takes them out where there is no terminal.
    pub(super) fn draw(&self, context: &Context, picture: &Picture<'_>) -> String {
        let columns = || context.variable("COLUMNS")?.parse().ok().filter(|&columns: &usize| columns > 0);
        let width = self.width.or_else(columns).unwrap_or(80);
        // As the C library looks for the character set. Where nothing is said, terminals understand UTF-8 nowadays.
        let locale = ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().find_map(|name| context.variable(name));
        let is_other = locale.is_some_and(|locale| !locale.to_ascii_lowercase().contains("utf"));
        let charset = if self.ascii || is_other { Charset::Ascii } else { Charset::Unicode };
        draw::text(picture, &Look { width, charset, colour: true })
    }
}

/// A picture of some revisions, with what the database says if it was asked.
pub(super) fn picture<'a>(
    context: &Context,
    revisions: &'a Revisions,
    state: Option<&State>,
    revs: &[Rev],
) -> Result<Picture<'a>, Failure> {
    let picture = Picture::new(&revisions.graph, |rev| revisions.title(rev)).only(revs.iter().copied());
    let Some(state) = state else { return Ok(picture) };
    let picture = picture.applied(&state.applied);
    // While the files have errors, nobody can tell who was edited.
    let set = revisions.project.set.clone().filter(|_| !state.status.rows.is_empty());
    let Some(migrations) = set.and_then(|set| Migrations::from_set(set).ok()) else { return Ok(picture) };
    let status = context.wait(migrations.status(context.url()?))?;
    Ok(picture.edited(status.edited.iter().filter_map(|id| revisions.graph.get(id))))
}
