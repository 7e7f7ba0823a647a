//! The order of steps: by rank, and among what is made or dropped by who names whom.

mod routine;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use migrate_core::Dialect;

use self::routine::Parameters;
use super::step::{Act, Made, Rank, Step};
use crate::catalog::Space;
use crate::catalog::table::Table;
use crate::sql::{Kind, Lexer};

/// Steps that stay together, since they are about one object.
struct Group {
    rank: Rank,
    /// The name that others may mention.
    name: String,
    schema: Arc<str>,
    /// The names that it mentions.
    words: BTreeSet<String>,
    /// The names of what is there with it.
    brings: Vec<Arc<str>>,
    steps: Vec<Step>,
}

/// What has to be known to tell names from each other.
#[derive(Default)]
struct Known {
    /// Schemas: a table may be called like its schema.
    schemas: BTreeSet<Arc<str>>,
    /// Names that objects of several schemas have. How they are mentioned is kept, too: `schema.name`, or `.name`.
    twice: BTreeSet<Arc<str>>,
}

impl Known {
    fn new(steps: &[Step]) -> Known {
        let schemas = steps.iter().map(|step| step.key.schema.clone()).collect();
        let mut of: BTreeMap<&str, &Arc<str>> = BTreeMap::new();
        let mut twice = BTreeSet::new();
        for step in steps {
            let first = of.entry(&step.key.name).or_insert(&step.key.schema);
            if **first != step.key.schema {
                twice.insert(step.key.name.clone());
            }
        }
        Known { schemas, twice }
    }
}

/// What the statements of a table name.
pub(super) struct Named {
    /// Its columns, constraints and indexes: others may be called the same.
    own: BTreeSet<String>,
    /// What it needs before it can be made: types and parents.
    needs: BTreeSet<String>,
}

impl Named {
    /// A table as it was, and as it is to be.
    pub(super) fn new<'t>(tables: impl IntoIterator<Item = &'t Table>, dialect: Dialect) -> Named {
        let mut named = Named { own: BTreeSet::new(), needs: BTreeSet::new() };
        for table in tables {
            for column in &table.columns {
                named.own.insert(column.name.key.to_string());
                if let Some(ty) = column.ty.as_ref().filter(|_| dialect == Dialect::Postgres) {
                    words(&ty.text, dialect, &mut named.needs);
                }
            }
            let constraints = table.constraints.iter().filter_map(|constraint| constraint.name.as_ref());
            let indexes = table.indexes.iter().map(|index| &index.name);
            named.own.extend(constraints.chain(indexes).map(|name| name.key.to_string()));
            named.needs.extend(table.parents.iter().map(|parent| parent.name.to_string()));
        }
        named
    }

    /// The names that a statement of the table needs.
    fn words(&self, sql: &str, dialect: Dialect, names: &Known, into: &mut BTreeSet<String>) {
        let mut found = BTreeSet::new();
        words_but(sql, dialect, names, &mut found);
        let known = |word: &String| self.own.contains(word) && !self.needs.contains(word);
        let mut hidden: BTreeSet<String> = found.iter().filter(|word| known(word)).cloned().collect();
        if !hidden.is_empty() {
            for name in references(sql, dialect) {
                hidden.remove(&name);
            }
        }
        into.extend(found.into_iter().filter(|word| !hidden.contains(word)));
    }
}

/// The tables that stand behind `REFERENCES`.
fn references(sql: &str, dialect: Dialect) -> Vec<String> {
    let tokens: Vec<_> =
        Lexer::new(sql, 0..sql.len(), dialect).filter(|token| !matches!(token.kind, Kind::Comment)).collect();
    let behind = tokens.iter().enumerate().filter(|(_, token)| token.is(sql, "REFERENCES")).map(|(at, _)| at + 1);
    behind
        .filter_map(|mut at| {
            while tokens.get(at + 1).is_some_and(|next| next.kind == Kind::Dot) {
                at += 2;
            }
            let token = tokens.get(at)?;
            let text = token.text(sql);
            Some(match token.kind {
                Kind::Name => text.trim_matches(['"', '`', '[', ']']).to_owned(),
                _ => text.to_lowercase(),
            })
        })
        .collect()
}

/// Puts the steps in an order in which each finds what it needs. `definition` gives the definition of what is dropped and
/// the names that it needs beside, `named` what the statements of a table name, `brings` what else is there with what is
/// made.
pub(super) fn sort(
    steps: Vec<Step>,
    dialect: Dialect,
    definition: impl Fn(&Step) -> (String, Vec<String>),
    named: impl Fn(&Step) -> Option<Named>,
    brings: impl Fn(&Step) -> Vec<Arc<str>>,
) -> Vec<Step> {
    let names = Known::new(&steps);
    // Nothing waits for another thing where all is about one.
    let alone = steps.windows(2).all(|pair| pair[0].key == pair[1].key);
    let words = |step: &Step, sql: &str, into: &mut BTreeSet<String>| {
        if alone {
            return;
        }
        match named(step) {
            Some(named) => named.words(sql, dialect, &names, into),
            None => words_but(sql, dialect, &names, into),
        }
    };
    let mut by_rank: BTreeMap<Rank, Vec<Group>> = BTreeMap::new();
    let mut made: Vec<Group> = Vec::new();
    let mut places: BTreeMap<(Rank, crate::catalog::Key), usize> = BTreeMap::new();
    for step in steps {
        let rank = step.rank;
        let make = matches!(rank, Rank::Make(_));
        let list = if make { &mut made } else { by_rank.entry(rank).or_default() };
        let group = match places.get(&(rank, step.key.clone())) {
            Some(&at) => &mut list[at],
            None => {
                places.insert((rank, step.key.clone()), list.len());
                let (name, schema) = (step.key.name.to_string(), step.key.schema.clone());
                let brings = if make && step.act == Act::Create { brings(&step) } else { Vec::new() };
                list.push(Group { rank, name, schema, words: BTreeSet::new(), brings, steps: Vec::new() });
                list.last_mut().expect("it was just put there")
            }
        };
        if make {
            step.sql.iter().for_each(|sql| words(&step, sql, &mut group.words));
            group.words.extend(step.behind.iter().map(ToString::to_string));
        } else if step.act == Act::Drop {
            let (text, needs) = definition(&step);
            words(&step, &text, &mut group.words);
            group.words.extend(needs);
        }
        group.steps.push(step);
    }
    let mut out = Vec::new();
    let mut flush = |groups: Vec<Group>| out.extend(groups.into_iter().flat_map(|group| group.steps));
    let mut made = Some(made);
    for (rank, groups) in by_rank {
        if rank > Rank::Make(Made::Policy)
            && let Some(made) = made.take()
        {
            flush(topological(made));
        }
        flush(match rank {
            Rank::DropView | Rank::DropTable | Rank::DropLate | Rank::DropEarly => {
                let mut sorted = topological(groups);
                sorted.reverse();
                sorted
            }
            _ => groups,
        });
    }
    flush(topological(made.unwrap_or_default()));
    out
}

/// Whether what names an object needs this of it. Its foreign keys, triggers and policies may have its name, and nobody
/// needs them; but for a trigger before or behind another one.
fn is_needed(group: &Group, by: &Group) -> bool {
    match group.rank {
        Rank::Make(Made::Trigger | Made::Policy) => {
            let own_kind = group.steps.iter().all(|step| step.key.space == Space::Other);
            own_kind || by.rank == Rank::Make(Made::Trigger)
        }
        Rank::Make(Made::Foreign) => !group.steps.iter().all(|step| matches!(step.act, Act::AddConstraint(_))),
        _ => true,
    }
}

/// Whether it is this one of several with the name that a group speaks of.
fn is_meant(group: &Group, by: &Group, several: bool) -> bool {
    !several
        || by.words.contains(&format!("{}.{}", group.schema, group.name))
        || matches!(&*group.schema, "public" | "") && by.words.contains(&format!(".{}", group.name))
        // Nobody wrote down how it is mentioned.
        || !by.words.iter().any(|word| word.rsplit_once('.').is_some_and(|(_, name)| name == group.name))
}

/// What is named comes before who names it; where that goes round in a circle, kinds decide.
fn topological(groups: Vec<Group>) -> Vec<Group> {
    let mut by_name: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (at, group) in groups.iter().enumerate() {
        by_name.entry(&group.name).or_default().push(at);
        group.brings.iter().for_each(|name| by_name.entry(name).or_default().push(at));
    }
    let mut waits: Vec<usize> = vec![0; groups.len()];
    let mut frees: Vec<Vec<usize>> = vec![Vec::new(); groups.len()];
    for (at, group) in groups.iter().enumerate() {
        let needed = group.words.iter().filter_map(|word| by_name.get(word.as_str())).flat_map(|all| {
            let several = all.iter().any(|other| groups[*other].schema != groups[all[0]].schema);
            all.iter().map(move |other| (several, other))
        });
        let needed =
            needed.filter(|(several, other)| is_meant(&groups[**other], group, *several)).map(|(_, other)| other);
        // What is about the same object keeps the order of ranks.
        let is_same = |other: &Group| other.name == group.name && other.schema == group.schema;
        let same =
            by_name[&*group.name].iter().filter(|other| groups[**other].rank < group.rank && is_same(&groups[**other]));
        for &other in needed.filter(|other| is_needed(&groups[**other], group)).chain(same) {
            let is_self = is_same(&groups[other]) && groups[other].rank >= group.rank;
            if other != at && !is_self {
                waits[at] += 1;
                frees[other].push(at);
            }
        }
    }
    let mut left: BTreeSet<(Rank, usize)> = groups.iter().enumerate().map(|(at, group)| (group.rank, at)).collect();
    let mut ready: BTreeSet<(Rank, usize)> = left.iter().copied().filter(|(_, at)| waits[*at] == 0).collect();
    let mut order = Vec::with_capacity(groups.len());
    while let Some(next) = ready.pop_first().or_else(|| in_circle(&groups, &frees, &left)) {
        if !left.remove(&next) {
            continue;
        }
        order.push(next.1);
        for &freed in &frees[next.1] {
            waits[freed] -= 1;
            if waits[freed] == 0 {
                ready.insert((groups[freed].rank, freed));
            }
        }
    }
    let mut slots: Vec<Option<Group>> = groups.into_iter().map(Some).collect();
    order.into_iter().filter_map(|at| slots[at].take()).collect()
}

/// The first of a circle of groups that wait for each other: what only waits for the circle has to wait on.
fn in_circle(groups: &[Group], frees: &[Vec<usize>], left: &BTreeSet<(Rank, usize)>) -> Option<(Rank, usize)> {
    let (_, mut at) = left.first().copied()?;
    let is_left = |at: usize| left.contains(&(groups[at].rank, at));
    let mut needs: BTreeMap<usize, usize> = BTreeMap::new();
    for &(_, one) in left {
        for &other in frees[one].iter().filter(|other| is_left(**other)) {
            needs.entry(other).or_insert(one);
        }
    }
    let mut way = Vec::new();
    while !way.contains(&at) {
        way.push(at);
        at = needs.get(&at).copied().unwrap_or(at);
    }
    let circle = way.iter().position(|known| *known == at).unwrap_or_default();
    way[circle..].iter().map(|at| (groups[*at].rank, *at)).min()
}

/// Words that a statement begins with, and that are no names there.
const HEADS: &[&str] = &[
    "CREATE",
    "OR",
    "REPLACE",
    "ALTER",
    "UNIQUE",
    "UNLOGGED",
    "TEMPORARY",
    "RECURSIVE",
    "MATERIALIZED",
    "FOREIGN",
    "EVENT",
    "CONSTRAINT",
    "SCHEMA",
    "EXTENSION",
    "TABLE",
    "VIEW",
    "INDEX",
    "SEQUENCE",
    "TYPE",
    "DOMAIN",
    "FUNCTION",
    "PROCEDURE",
    "AGGREGATE",
    "TRIGGER",
    "POLICY",
    "RULE",
];

/// The names that occur in a statement. The body of a function counts only where the server reads it at once.
pub(super) fn words(sql: &str, dialect: Dialect, into: &mut BTreeSet<String>) {
    words_but(sql, dialect, &Known::default(), into);
}

/// The same, without the names of schemas where they stand before another name: a table may be called like its schema.
fn words_but(sql: &str, dialect: Dialect, names: &Known, into: &mut BTreeSet<String>) {
    words_of(sql, dialect, names, &Parameters::default(), into);
}

/// The same of the body of a function that has these parameters.
fn words_of(sql: &str, dialect: Dialect, names: &Known, given: &Parameters, into: &mut BTreeSet<String>) {
    let lower = sql.to_ascii_lowercase();
    let read_at_once = lower.contains("language sql") || lower.contains("language 'sql'");
    let tokens: Vec<_> = Lexer::new(sql, 0..sql.len(), dialect).collect();
    // A function may be called `create`, and no schema waits for it.
    let head = |token: &crate::sql::Token| HEADS.iter().any(|word| token.is(sql, word));
    let heads = tokens.iter().take_while(|token| token.kind == Kind::Comment || head(token)).count();
    let own = Parameters::of(sql, &tokens, dialect);
    let given = if own.names.is_empty() { given } else { &own };
    for (at, token) in tokens.iter().enumerate().skip(heads) {
        let text = token.text(sql);
        if own.places.contains(&at)
            || matches!(token.kind, Kind::Word | Kind::Name) && at >= own.end && given.is_one(sql, &tokens, at)
        {
            continue;
        }
        match token.kind {
            Kind::Word | Kind::Name => {
                let name = match token.kind {
                    Kind::Name => text.trim_matches(['"', '`', '[', ']']).to_owned(),
                    _ => text.to_lowercase(),
                };
                let qualifies = tokens.get(at + 1).is_some_and(|next| next.kind == Kind::Dot);
                if names.twice.contains(name.as_str()) {
                    let behind = at >= 2 && tokens[at - 1].kind == Kind::Dot;
                    let schema =
                        if behind { tokens[at - 2].text(sql).trim_matches('"').to_owned() } else { String::new() };
                    into.insert(format!("{schema}.{name}"));
                }
                if !(qualifies && names.schemas.contains(name.as_str())) {
                    into.insert(name);
                }
            }
            Kind::Text if dialect == Dialect::Postgres && is_relation(sql, &tokens, at) => {
                let inner = text.trim_matches('\'');
                into.extend(inner.split('.').map(|part| part.trim_matches('"').to_owned()));
            }
            // `DECLARE r t%ROWTYPE` is looked up when the function is made.
            Kind::Dollar if !read_at_once => {
                if let Some(inner) = inside(text) {
                    routine::declared(inner, into);
                }
                let lower = text.to_ascii_lowercase();
                let is_name = |c: char| c.is_alphanumeric() || matches!(c, '_' | '.' | '"');
                for word in ["%rowtype", "%type"] {
                    for (at, _) in lower.match_indices(word) {
                        let name = text[..at].rsplit(|c| !is_name(c)).next().unwrap_or_default();
                        into.extend(name.split('.').map(|part| match part.starts_with('"') {
                            true => part.trim_matches('"').to_owned(),
                            false => part.to_lowercase(),
                        }));
                    }
                }
            }
            Kind::Dollar if read_at_once => {
                if let Some(inner) = inside(text) {
                    words_of(inner, dialect, names, given, into);
                }
            }
            Kind::Text if !read_at_once && at > 0 && tokens[at - 1].is(sql, "as") && dialect == Dialect::Postgres => {
                routine::declared(&text.trim_matches('\'').replace("''", "'"), into);
            }
            // The body of a function in plain quotes.
            Kind::Text if read_at_once && at > 0 && tokens[at - 1].is(sql, "as") => {
                words_of(&text.trim_matches('\'').replace("''", "'"), dialect, names, given, into);
            }
            _ => (),
        }
    }
}

/// What stands between the tags of a dollar quote.
fn inside(text: &str) -> Option<&str> {
    let tag = text[1..].find('$').map_or(1, |end| end + 2);
    text.get(tag..text.len().saturating_sub(tag))
}

/// Whether a text is the name of a relation, or of another object: `nextval('a_seq')`, `'t'::regclass`.
fn is_relation(sql: &str, tokens: &[crate::sql::Token], at: usize) -> bool {
    let is = |at: Option<usize>, words: &[&str]| {
        at.and_then(|at| tokens.get(at)).is_some_and(|token| words.iter().any(|word| token.is(sql, word)))
    };
    is(at.checked_sub(2), &["nextval", "setval", "currval", "to_regclass", "pg_get_serial_sequence"])
        || is(at.checked_sub(2), &["to_tsvector", "to_tsquery", "plainto_tsquery", "phraseto_tsquery"])
        || (at + 1..at + 4).any(|at| is(Some(at), &["regclass", "regconfig", "regdictionary", "regproc", "regtype"]))
}
