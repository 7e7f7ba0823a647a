//! What code that the server runs may do to the schema.

use std::sync::Arc;

use super::change::Change;

/// Code that the server runs.
#[derive(Debug, Clone, Default)]
pub struct Body {
    /// What its own statements may do.
    pub reach: Reach,
    /// The functions it may call besides, lower case.
    pub calls: Vec<Arc<str>>,
    /// It may make extensions, and what they bring.
    pub strangers: bool,
    /// Those that it may make, as they are kept.
    pub extensions: Vec<Arc<str>>,
    /// It may change or drop whatever is there.
    pub alters: bool,
    /// It may make whatever is not there.
    pub makes: bool,
    /// It may change or drop what has a name like these, in which holes stand for anything.
    pub alters_like: Vec<Arc<str>>,
    /// It may make things with names like these.
    pub makes_like: Vec<Arc<str>>,
    /// It may change in which schemas names are looked up.
    pub path: bool,
    /// The functions it may make, change or drop, lower case.
    pub routines: Vec<Arc<str>>,
    /// Its statements, where they are all it does and only what it is given is missing from them.
    pub recipe: Option<Arc<super::recipe::Recipe>>,
    /// The code itself with its parameters, of MySQL and MariaDB, where it may change the schema.
    pub code: Option<Arc<str>>,
}

impl Body {
    /// It may do this, too.
    pub fn add(&mut self, reach: Reach) {
        self.reach = match (std::mem::take(&mut self.reach), reach) {
            (Reach::Words(one), Reach::Words(other)) if one != other => Reach::Words(format!("{one}\n{other}").into()),
            (one, other) => one.max(other),
        };
    }

    /// It may call this function, too.
    pub fn call(&mut self, name: &str) {
        if !self.calls.iter().any(|call| **call == *name) {
            self.calls.push(name.into());
        }
    }
}

/// What the last statement of a body in SQL comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ends {
    /// There is none.
    Nothing,
    /// It returns no rows.
    Silent,
    /// It returns rows.
    Rows,
}

/// What the body of a function says that has to be right when it is made.
#[derive(Debug, Clone, Default)]
pub struct Written {
    /// How a body in SQL ends, where all of it could be read.
    pub ends: Option<Ends>,
    /// What is wrong with it whatever is there.
    pub fault: Option<crate::diagnostic::Diagnostic>,
    /// The types of its variables that are not the server's own.
    pub types: Vec<super::name::Path>,
    /// Tables, or columns of them, that variables have the type of.
    pub like: Vec<(super::name::Path, Option<super::name::Ident>)>,
}

/// Code that does what statements could do, if something is there or is not.
#[derive(Debug, Clone)]
pub struct Block {
    /// What it surely does first. Where that is not all, only to be judged.
    pub straight: Vec<Change>,
    /// That is all it does.
    pub whole: bool,
    /// What it does, in order, where all of it is understood.
    pub steps: Option<Vec<Step>>,
    /// It leaves what is there already as it is.
    pub tolerant: bool,
    /// What it may do, where its conditions are not known.
    pub body: Arc<Body>,
}

/// Statements of a block, perhaps under a condition.
#[derive(Debug, Clone)]
pub struct Step {
    /// When they run; none is always.
    pub condition: Option<Condition>,
    /// What they do.
    pub changes: Vec<Change>,
}

/// `IF [NOT] EXISTS (SELECT … FROM pg_type …)`.
#[derive(Debug, Clone)]
pub struct Condition {
    /// It is not there.
    pub negated: bool,
    /// What is asked for.
    pub there: There,
}

/// What may be there. Names as the server keeps them.
#[derive(Debug, Clone)]
pub enum There {
    /// A type.
    Type(Arc<str>),
    /// A table, a view, an index.
    Relation(Arc<str>),
    /// A column of a table.
    Column(Arc<str>, Arc<str>),
    /// A constraint, of a table if one is named.
    Constraint(Option<Arc<str>>, Arc<str>),
    /// A value of an enum.
    Value(Arc<str>, Arc<str>),
    /// Something that is not understood.
    Something,
}

/// How far code reaches, from little to much.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reach {
    /// It leaves the schema alone.
    #[default]
    Nothing,
    /// It makes and drops triggers.
    Triggers,
    /// It may do anything to what has a name that occurs as a word in this text, and to triggers.
    Words(Arc<str>),
    /// It may do anything.
    Everything,
}
