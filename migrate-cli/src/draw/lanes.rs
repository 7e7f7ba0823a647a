//! Lanes: which column each revision stands in, and where its edges run. Shared by the text and the picture of rows.

use migrate_core::Rev;

use super::{Kind, Picture, order};

/// The colour of a lane: a place in a palette of [`COLOURS`].
pub(super) type Colour = usize;

/// How many colours a palette has.
pub(super) const COLOURS: usize = 8;

/// What runs down a column between two rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Strand {
    /// The row it ends at.
    pub(super) to: usize,
    /// A parent's edge, if one runs in it.
    pub(super) kind: Kind,
    pub(super) colour: Colour,
}

/// The columns between two rows.
pub(super) type Columns = Vec<Option<Strand>>;

/// An edge that begins at a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Out {
    pub(super) kind: Kind,
    /// The column in which it runs on.
    pub(super) column: usize,
    /// Whether that column was on its way to the same revision already.
    pub(super) join: bool,
    /// The row it ends at.
    pub(super) to: usize,
    pub(super) colour: Colour,
}

/// One revision.
#[derive(Debug, Clone)]
pub(super) struct Row {
    pub(super) rev: Rev,
    pub(super) column: usize,
    pub(super) colour: Colour,
    /// Columns beside its own that end here.
    pub(super) ends: Vec<usize>,
    pub(super) outs: Vec<Out>,
    /// Dependencies that are not drawn.
    pub(super) unseen: Vec<Rev>,
    pub(super) above: Columns,
    pub(super) below: Columns,
}

impl Row {
    /// Columns that are used at this row.
    pub(super) fn width(&self) -> usize {
        self.above.len().max(self.below.len()).max(self.column + 1)
    }
}

/// What becomes of dependencies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Dependencies {
    /// They are left to words.
    Unseen,
    /// They may join the lane of a parent's edge that leads to the same revision.
    Shared,
    /// They run in lanes of their own.
    Apart,
}

/// Lays the rows out.
///
/// A column stays where it is, and is used again once it is free. An edge joins a column that leads to the same revision
/// at once if that lies to the left; from the right it waits for the revision, so that the oldest part of a branch stays
/// leftmost.
pub(super) fn lay(picture: &Picture<'_>, dependencies: Dependencies) -> Vec<Row> {
    let order = order::order(picture);
    let mut row_of = vec![0; picture.graph.len()];
    order.iter().enumerate().for_each(|(row, rev)| row_of[rev.index()] = row);
    let mut lanes = Lanes {
        apart: dependencies == Dependencies::Apart,
        columns: Vec::new(),
        free_since: Vec::new(),
        colour: COLOURS - 1,
    };
    order
        .iter()
        .enumerate()
        .map(|(at, &rev)| {
            let (drawn, unseen): (Vec<_>, Vec<_>) =
                picture.below(rev).partition(|&(_, kind)| dependencies != Dependencies::Unseen || kind == Kind::Parent);
            let edges: Vec<(usize, Kind)> = drawn.into_iter().map(|(rev, kind)| (row_of[rev.index()], kind)).collect();
            let unseen = unseen.into_iter().map(|(rev, _)| rev).collect();
            lanes.row(at, rev, &edges, unseen)
        })
        .collect()
}

struct Lanes {
    /// Whether edges share a lane only with their kind.
    apart: bool,
    columns: Columns,
    /// For each column the row after which it has been free.
    free_since: Vec<Option<usize>>,
    /// The colour that a lane was given last.
    colour: Colour,
}

impl Lanes {
    fn row(&mut self, at: usize, rev: Rev, edges: &[(usize, Kind)], unseen: Vec<Rev>) -> Row {
        let above = self.columns.clone();
        let ends_here = |column: &usize| above[*column].is_some_and(|strand| strand.to == at);
        let mut ends: Vec<usize> = (0..above.len()).filter(ends_here).collect();
        // The leftmost, but rather below a child than below a dependent.
        let first = ends.iter().copied().min_by_key(|&column| (above[column].map(|strand| strand.kind), column));
        ends.retain(|&column| Some(column) != first);
        let column = first.unwrap_or_else(|| self.free(at, 0));
        let colour = match first.and_then(|column| above[column]) {
            Some(strand) if strand.kind == Kind::Parent => strand.colour,
            // A dependency has no colour of its own to pass on.
            Some(_) | None => self.colour(),
        };
        for &column in std::iter::once(&column).chain(&ends) {
            self.columns[column] = None;
            self.free_since[column] = Some(at);
        }
        let mut outs = Vec::with_capacity(edges.len());
        let mut own_is_free = true;
        for &(to, kind) in edges {
            let joins = |strand: Strand| strand.to == to && (!self.apart || strand.kind == kind);
            let nearest = (0..self.columns.len())
                .filter(|&other| self.columns[other].is_some_and(joins))
                .min_by_key(|other| other.abs_diff(column));
            let out = match nearest {
                Some(other) if other < column || !own_is_free => Out { kind, column: other, join: true, to, colour },
                Some(_) | None if own_is_free => Out { kind, column, join: false, to, colour },
                Some(_) | None => {
                    let colour = if kind == Kind::Parent { self.colour() } else { colour };
                    Out { kind, column: self.free(at, column), join: false, to, colour }
                }
            };
            own_is_free &= out.column != column;
            outs.push(out);
            let strand = &mut self.columns[out.column];
            match strand {
                // Solid from here on, since what runs in it leads to a parent, too.
                Some(strand) if kind < strand.kind => *strand = Strand { to, kind, colour },
                Some(_) => (),
                None => *strand = Some(Strand { to, kind, colour: out.colour }),
            }
        }
        while self.columns.last() == Some(&None) && self.free_since.last().is_some_and(|free| *free != Some(at)) {
            self.columns.pop();
            self.free_since.pop();
        }
        let mut below = self.columns.clone();
        while below.last() == Some(&None) {
            below.pop();
        }
        Row { rev, column, colour, ends, outs, unseen, above, below }
    }

    /// The next colour, or the first after it that no lane has now.
    fn colour(&mut self) -> Colour {
        let mut next = (1..=COLOURS).map(|more| (self.colour + more) % COLOURS);
        let used = |colour: &Colour| self.columns.iter().flatten().any(|strand| strand.colour == *colour);
        self.colour = next.clone().find(|colour| !used(colour)).or_else(|| next.next()).unwrap_or_default();
        self.colour
    }

    /// A column to use, as near as can be. One that has just become free rests for a row: two revisions right below each
    /// other would look like parent and child.
    fn free(&mut self, at: usize, near: usize) -> usize {
        let rests = |free: Option<usize>| free.is_some_and(|free| free + 1 >= at);
        let found = (0..self.columns.len())
            .filter(|&column| self.columns[column].is_none() && !rests(self.free_since[column]))
            .min_by_key(|&column| (column.abs_diff(near), column < near));
        found.unwrap_or_else(|| {
            self.columns.push(None);
            self.free_since.push(None);
            self.columns.len() - 1
        })
    }
}
