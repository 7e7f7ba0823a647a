//! Functions that run statements made of what they are given: `EXECUTE format('CREATE TRIGGER … ON %s', tablename)`.

use std::sync::Arc;

use super::name::Path;
use super::{Catalog, Object, Space};

/// How a value stands in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Quoting {
    /// As it is.
    Plain,
    /// As a name.
    Name,
    /// As a text.
    Text,
}

/// A part of a statement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// Known from the start.
    Known(Arc<str>),
    /// What the function is given.
    Given(usize, Quoting),
}

/// All that a function does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recipe {
    /// Of each parameter whether it is a relation's name, which the server writes as it has to be written.
    pub relations: Vec<bool>,
    /// The statements it runs.
    pub statements: Vec<Vec<Part>>,
}

/// A call with values that are written there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invoked {
    /// The function.
    pub name: Path,
    /// What it is given.
    pub arguments: Vec<Arc<str>>,
}

impl Recipe {
    /// The statements with what is given in them.
    fn filled(&self, arguments: &[Arc<str>], catalog: &Catalog) -> Option<Vec<String>> {
        if arguments.len() != self.relations.len() {
            return None;
        }
        let statement = |parts: &Vec<Part>| {
            let mut text = String::new();
            for part in parts {
                match part {
                    Part::Known(known) => text.push_str(known),
                    Part::Given(at, quoting) => {
                        let (value, relation) = (arguments.get(*at)?, self.relations.get(*at)?);
                        match quoting {
                            Quoting::Plain => text.push_str(value),
                            Quoting::Name if super::rewrite::is_plain(value) => text.push_str(value),
                            // What the server makes of a relation's name is quoted as a whole, dots and all.
                            Quoting::Name if *relation => return None,
                            Quoting::Name => text.push_str(&catalog.dialect.quote_name(value)),
                            Quoting::Text => text.push_str(&format!("'{}'", value.replace('\'', "''"))),
                        }
                    }
                }
            }
            Some(text)
        };
        self.statements.iter().map(statement).collect()
    }
}

impl Catalog {
    /// The statements that a call comes to; none if the function does something else, or nobody knows what.
    pub(crate) fn statements_of(&self, invoked: &Invoked) -> Option<Vec<String>> {
        let name = &invoked.name;
        let mut found = self
            .of_name(Space::Routine, &name.name.key)
            .filter(|(_, entry)| !matches!(entry.object, Object::Gone { .. }))
            .filter(|(key, _)| name.schema.as_ref().is_none_or(|schema| schema.key == key.schema));
        let (Some((_, entry)), None) = (found.next(), found.next()) else { return None };
        let Object::Routine { bodies, .. } = &entry.object else { return None };
        let [body] = &bodies[..] else { return None };
        let recipe = body.recipe.as_ref().filter(|_| self.is_code_known(entry))?;
        recipe.filled(&invoked.arguments, self)
    }
}
