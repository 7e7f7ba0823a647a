//! The house: who may import whom, and tables that must agree with each other.

mod layers;
mod tables;
