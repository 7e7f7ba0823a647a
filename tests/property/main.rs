//! What must hold for every input, known from inputs that nobody chose.

mod files;
mod graph;
