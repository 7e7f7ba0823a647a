use super::*;
use crate::graph::fixture::{graph, ids};

#[track_caller]
fn refused(text: &str, error: &str) {
    assert_eq!(text.parse::<Target>().expect_err(text).to_string(), error);
}

#[test]
fn every_form_is_read_and_printed() {
    for (text, target) in [
        ("head", Target::head()),
        ("heads", Target::heads()),
        ("base", Target::base()),
        ("current", Target::current()),
        ("ae10", Target::revision("ae10")),
        ("add-users", Target::revision("add-users")),
        ("1.2+3", Target::revision("1.2").plus(3)),
        ("+1", Target::up(1)),
        ("-0", Target::down(0)),
        ("ae10-2", Target::revision("ae10").minus(2)),
        ("core@head", Target::label_head("core")),
        ("core@base", Target::base().on("core")),
        ("core@+2", Target::up(2).on("core")),
        ("core@heads-1", Target::heads().minus(1).on("core")),
    ] {
        assert_eq!(text.parse(), Ok(target.clone()));
        assert_eq!(target.to_string(), text);
    }
    assert_eq!("@head".parse(), Ok(Target::head()));
    assert_eq!("+007".parse(), Ok(Target::up(7)));
}

#[test]
fn what_is_no_target_is_told_why() {
    refused("", "Can't locate revision identified by '': there is no name");
    refused("x@", "Can't locate revision identified by 'x@': there is no name");
    refused("a:b", "Range revision not allowed: 'a:b'");
    refused(
        "a2+1x",
        "Can't locate revision identified by 'a2+1x': `+` is followed by a number of steps and nothing more",
    );
    refused("a@b@c", "Can't locate revision identified by 'b@c': a target has at most one `@`");
    refused("base-1", "Can't locate revision identified by 'base-1': nothing lies below the base");
    refused("a b", "Can't locate revision identified by 'a b': no name contains ' '");
    refused("+99999999999", "Can't locate revision identified by '+99999999999': no line has so many revisions");
}

#[test]
fn ranges_have_one_colon() {
    for text in ["a:b", "a:", ":b", ":", "current:heads", "-2:x@head"] {
        assert_eq!(text.parse::<Range>().map(|range| range.to_string()), Ok(text.to_owned()));
    }
    assert!("a".parse::<Range>().is_err() && "a:b:c".parse::<Range>().is_err());
    assert_eq!(Offline::parse(["a:b", "a:c"]).map(|offline| offline.to.len()), Ok(2));
    assert_eq!(Offline::parse(["a:b", "x:c"]), Err(TargetError::SeveralStarts));
}

#[track_caller]
fn means(text: &str, target: &str, expected: &str) {
    let graph = graph(text);
    let found = target.parse::<Target>().and_then(|target| target.many(&graph));
    assert_eq!(found.map_or_else(|error| error.to_string(), |revs| ids(&graph, revs)), expected, "{target}");
}

#[test]
fn names_are_ids_labels_slugs_and_beginnings() {
    let text = "1234_a S=add_users; 1245 S=drop_x L=billing; 1256 S=drop_x; ab";
    means(text, "1234_a", "1234_a");
    means(text, "123", "1234_a");
    means(text, "bill", "1245");
    means(text, "add_users", "1234_a");
    means(text, "1256_drop_x", "1256");
    means(text, "a", "Can't locate revision identified by 'a'");
    means(
        text,
        "users",
        "Can't locate revision identified by 'users'; did you mean `add_users`, which is `1234_a` (1234_a.sql)?",
    );
    means(text, "1257", "Can't locate revision identified by '1257'; did you mean `1256` (1256.sql)?");
    means(
        text,
        "12",
        "Can't locate revision identified by '12': it is ambiguous and may mean \
          `1234_a` (1234_a.sql), `1245` (1245.sql) and `1256` (1256.sql)",
    );
    means(
        text,
        "drop_x",
        "Can't locate revision identified by 'drop_x': it is ambiguous and may mean \
          `1245` (1245.sql) and `1256` (1256.sql)",
    );
}

#[test]
fn a_branch_narrows_and_filters() {
    let text = "r; aaaa1<r L=left; aaaa2<aaaa1; aaab1<r L=right; x D=aaaa2";
    means(text, "heads", "aaab1 x");
    means(text, "left@heads", "aaaa2");
    means(text, "left@head", "aaaa2");
    means(
        text,
        "aaaa1@aaa",
        "Can't locate revision identified by 'aaa': it is ambiguous and may mean \
          `aaaa1` (aaaa1.sql) and `aaaa2` (aaaa2.sql)",
    );
    means(text, "right@aaa", "aaab1");
    means(
        text,
        "right@aaaa2",
        "Can't locate revision identified by 'aaaa2' on branch 'right': `aaaa2` (aaaa2.sql) is not part of it",
    );
    means(
        text,
        "r@head",
        "Multiple head revisions are present for given argument 'r@head': `aaaa2` (aaaa2.sql) \
          and `aaab1` (aaab1.sql); name one of them, '<branch>@head', or 'heads' for all",
    );
    means(text, "zz@base", "");
    means(text, "base", "");
}

#[test]
fn steps_down_count_from_the_heads() {
    means("a; b<a L=x; c<b", "-1", "b");
    means("a; b<a L=x; c<b", "x@-2", "a");
    means(
        "a; b<a L=x; c<b",
        "b@-1",
        "Can't locate revision identified by 'b' as a label: it is `b` (b.sql), \
          and steps down from the heads need a label",
    );
    means("a; b<a L=x; c<b", "-3", "Walked too far: '-3' goes 1 beyond the last revision");
    means("a; b<a L=x; c<b", "+1", "Can't locate revision identified by '+1': a number of steps has no meaning here");
    means("a; b<a L=x; c<b", "zz@a+1", "Can't locate revision identified by 'zz'");
}
