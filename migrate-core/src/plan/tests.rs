use alloc::borrow::ToOwned;
use alloc::string::String;

use super::*;
use crate::graph::fixture::{graph, ids};

/// `{rows} command target…`: the steps in order, or the rows after a stamp, or the error.
fn run(text: &str, command: &str) -> String {
    let graph = graph(text);
    let (rows, rest) = command.trim_start_matches('{').split_once("} ").expect("rows, then a command");
    let applied = Applied::from_heads(&graph, rows.split_whitespace()).expect("rows of the fixture");
    let (command, targets) = rest.split_once(' ').expect("a command and targets");
    let targets: Result<Vec<Target>, _> = targets.split(' ').map(str::parse).collect();
    let done = targets.map_err(PlanError::from).and_then(|targets| match command {
        "upgrade" => Ok(ids(&graph, upgrade(&graph, &applied, &targets)?.revs())),
        "downgrade" => Ok(ids(&graph, downgrade(&graph, &applied, &targets[0])?.revs())),
        _ => Ok(ids(&graph, stamp(&graph, &applied, &targets, command == "purge")?.after().heads(&graph))),
    });
    done.unwrap_or_else(|error| error.to_string())
}

#[track_caller]
fn table(text: &str, rows: &[(&str, &str)]) {
    for (command, expected) in rows {
        assert_eq!(run(text, command), *expected, "{command} in {text}");
    }
}

const DIAMOND: &str = "r; a1<r L=left; a2<a1; b1<r L=right; b2<b1; m<a2,b2";
const LEANING: &str = "a1; a2<a1; a3<a2; n1; n2<n1; n3<n2 D=a2";

#[test]
fn upgrades() {
    table(
        DIAMOND,
        &[
            ("{} upgrade heads", "r a1 a2 b1 b2 m"),
            ("{a2} upgrade head", "b1 b2 m"),
            ("{a2} upgrade base", ""),
            ("{m} upgrade a1", ""),
            ("{} upgrade a1 b1", "r a1 b1"),
            (
                "{} upgrade a2 r",
                "Requested revision a2 overlaps with other requested revisions r, which it comes after",
            ),
            ("{} upgrade +1", "r"),
            ("{r} upgrade left@+2", "a1 a2"),
            ("{b1} upgrade left@+1", "a1"),
            (
                "{r} upgrade +1",
                "Ambiguous walk: after `r` (r.sql) come `a1` (a1.sql) and `b1` (b1.sql); \
          choose `migrate upgrade a1` or `migrate upgrade b1`",
            ),
            (
                "{a1 b1} upgrade +1",
                "Ambiguous upgrade from multiple current revisions: '+1' may be \
          `migrate upgrade left@+1` or `migrate upgrade right@+1`",
            ),
            ("{a2} upgrade +9", "Relative revision +9 didn't produce 9 migrations"),
            ("{a2} upgrade -1", "Relative revision -1 didn't produce 1 migrations"),
            ("{} upgrade b1+1", "r b1 b2"),
            (
                "{} upgrade m-1",
                "Ambiguous walk: `m` (m.sql) merges `a2` (a2.sql) and `b2` (b2.sql); \
          choose `migrate upgrade a2` or `migrate upgrade b2`",
            ),
            ("{} upgrade a1+9", "Walked too far: 'a1+9' goes 7 beyond the last revision"),
        ],
    );
    table(
        LEANING,
        &[
            ("{} upgrade n3", "a1 a2 n1 n2 n3"),
            ("{a1} upgrade heads", "a2 a3 n1 n2 n3"),
            (
                "{} upgrade head",
                "Multiple head revisions are present for given argument 'head': \
          `a3` (a3.sql) and `n3` (n3.sql); name one of them, '<branch>@head', or 'heads' for all",
            ),
        ],
    );
}

#[test]
fn downgrades() {
    table(
        DIAMOND,
        &[
            ("{m} downgrade base", "m b2 b1 a2 a1 r"),
            ("{m} downgrade a2", "m"),
            ("{m} downgrade a1", "m a2"),
            ("{a2 b2} downgrade left@r", "a2 a1"),
            (
                "{a2 b2} downgrade r@r",
                "Not a valid downgrade target from current heads: \
          nothing that revises 'r@r' leads to `r` (r.sql)",
            ),
            ("{a2} downgrade -1", "a2"),
            ("{a2} downgrade -3", "a2 a1 r"),
            ("{a2} downgrade -4", "Relative revision -4 didn't produce 4 migrations"),
            ("{} downgrade -1", "Relative revision -1 didn't produce 1 migrations"),
            (
                "{a2 b1} downgrade -1",
                "downgrade -1 from multiple heads is ambiguous: it may be \
          `migrate downgrade left@-1` or `migrate downgrade right@-1`",
            ),
            ("{a2 b1} downgrade left@-1", "a2"),
            (
                "{m} downgrade -1",
                "Ambiguous walk: `m` (m.sql) merges `a2` (a2.sql) and `b2` (b2.sql); \
          choose `migrate downgrade a2` or `migrate downgrade b2`",
            ),
            (
                "{m} downgrade -3",
                "Ambiguous walk: `m` (m.sql) merges `a2` (a2.sql) and `b2` (b2.sql); \
          choose `migrate downgrade a2-2` or `migrate downgrade b2-2`",
            ),
            (
                "{a1} downgrade a2",
                "Destination a2 is not a valid downgrade target from current head(s): \
          `a2` (a2.sql) is not applied",
            ),
            ("{a2} downgrade nobody@base", "Can't locate revision identified by 'nobody'"),
            (
                "{a2} downgrade right@a1",
                "Can't locate revision identified by 'a1' on branch 'right': \
          `a1` (a1.sql) is not part of it",
            ),
        ],
    );
    table(
        LEANING,
        &[
            ("{n3} downgrade a1", "n3 a2"),
            ("{a3 n3} downgrade n2", "n3"),
            ("{n3} downgrade n1@base", "n3 n2 n1"),
            (
                "{n3} downgrade a2",
                "Destination a2 is not a valid downgrade target from current head(s): \
          `a2` (a2.sql) is applied, but nothing that is applied revises it",
            ),
        ],
    );
}

#[test]
fn stamps() {
    table(
        DIAMOND,
        &[
            ("{} stamp head", "m"),
            ("{m} stamp b2", "b2"),
            ("{a2 b1} stamp b2", "a2 b2"),
            ("{a1 b2} stamp b2 a2", "a2 b2"),
            ("{m} stamp a2 b2", "a2 b2"),
            ("{m} stamp base", ""),
            ("{a2 b2} stamp right@base", "a2"),
            ("{a2} purge b1", "b1"),
            ("{} stamp -1", "Ambiguous walk: `m` (m.sql) merges `a2` (a2.sql) and `b2` (b2.sql)"),
            ("{a1} stamp -1", "Can't locate revision identified by '-1': a number of steps has no meaning here"),
        ],
    );
    table(
        LEANING,
        &[(
            "{} stamp head",
            "Multiple heads are present for 'head': \
             name one of `a3` (a3.sql) and `n3` (n3.sql), or 'heads' for all",
        )],
    );
}

#[test]
fn what_slipped_in_is_seen_and_taken_along() {
    let graph = graph("a; b<a; c<b; d<c");
    let applied = Applied::from_ids(&graph, ["a", "c"]).expect("all are known");
    assert_eq!(ids(&graph, applied.heads(&graph)), "c");
    assert_eq!(ids(&graph, applied.missing_below(&graph).iter()), "b");
    assert!(!applied.is_closed(&graph));
    let up = upgrade(&graph, &applied, &[Target::head()]).expect("one head");
    assert_eq!(ids(&graph, up.revs()), "b d");
    let slipped = downgrade(&graph, &applied, &Target::revision("b")).expect_err("it is not applied");
    assert!(slipped.to_string().ends_with("`b` (b.sql) is not applied"));
    let stamped = stamp(&graph, &applied, &[Target::revision("c")], false).expect("it is known");
    assert_eq!(ids(&graph, stamped.added().iter()), "b");
}

#[test]
fn unknown_rows_are_told_all_at_once() {
    let unknown = Applied::from_heads(&graph("a"), ["x", "a", "y"]).expect_err("two of them");
    assert_eq!(unknown.to_string(), "Can't locate revision identified by 'x' and 'y', which the database has applied");
}

#[test]
fn a_plan_prints_a_line_for_each_step() {
    let graph = graph("a S=add_users; b<a");
    let plan = upgrade(&graph, &Applied::none(), &[Target::head()]).expect("one head");
    assert_eq!(plan.display(&graph).to_string(), "up   a add_users\nup   b");
    let back = downgrade(&graph, &plan.after(&Applied::none()), &Target::revision("a")).expect("applied");
    assert_eq!(back.display(&graph).to_string(), "down b".to_owned());
    let nothing = upgrade(&graph, &Applied::none(), &[Target::base()]).expect("always");
    assert_eq!(nothing.display(&graph).to_string(), "nothing to do");
}
