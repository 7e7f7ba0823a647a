//! The one renderer of diagnostics.

use super::Diagnostic;
use crate::source::Sources;

/// With or without colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// No escape sequences.
    Plain,
    /// ANSI colours.
    Ansi,
}

/// One diagnostic as rustc would show it.
pub fn render(_sources: &Sources, diagnostic: &Diagnostic, _style: Style) -> String {
    diagnostic.message.clone()
}

/// All of them, with an empty line between.
pub fn render_all(sources: &Sources, diagnostics: &[Diagnostic], style: Style) -> String {
    diagnostics.iter().map(|d| render(sources, d, style)).collect::<Vec<_>>().join("\n\n")
}
