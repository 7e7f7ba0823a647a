//! Sequences of PostgreSQL: what `ALTER SEQUENCE` has to say, with nothing left to what it was before.

use crate::catalog::details::Options;

/// All that counts of a sequence.
struct Whole {
    ty: String,
    increment: i128,
    least: i128,
    most: i128,
    start: i128,
    cache: i128,
    cycle: bool,
}

impl Whole {
    fn of(options: &Options) -> Whole {
        let number = |name: &str| options.get(name).and_then(|text| text.parse::<i128>().ok());
        let ty = options.get("as").map_or("bigint", |ty| &**ty);
        let (lowest, highest) = match ty {
            "smallint" => (i128::from(i16::MIN), i128::from(i16::MAX)),
            "integer" => (i128::from(i32::MIN), i128::from(i32::MAX)),
            _ => (i128::from(i64::MIN), i128::from(i64::MAX)),
        };
        let increment = number("increment").unwrap_or(1);
        let falls = increment < 0;
        let least = number("minvalue").unwrap_or(if falls { lowest } else { 1 });
        let most = number("maxvalue").unwrap_or(if falls { -1 } else { highest });
        Whole {
            ty: ty.to_owned(),
            increment,
            least,
            most,
            start: number("start").unwrap_or(if falls { most } else { least }),
            cache: number("cache").unwrap_or(1),
            cycle: options.contains_key("cycle"),
        }
    }
}

/// The clauses behind the name, each with a space before it.
pub(super) fn changes(before: &Options, after: &Options) -> String {
    let (old, new) = (Whole::of(before), Whole::of(after));
    let mut out = String::new();
    if old.ty != new.ty {
        out.push_str(&format!(" AS {}", new.ty));
    }
    for (words, old, new) in [
        ("INCREMENT BY", old.increment, new.increment),
        ("MINVALUE", old.least, new.least),
        ("MAXVALUE", old.most, new.most),
        ("START WITH", old.start, new.start),
        ("CACHE", old.cache, new.cache),
    ] {
        if old != new {
            out.push_str(&format!(" {words} {new}"));
        }
    }
    if old.cycle != new.cycle {
        out.push_str(if new.cycle { " CYCLE" } else { " NO CYCLE" });
    }
    // Where it stands must lie between its bounds; nobody knows where it stands, but where it began.
    if !(new.least..=new.most).contains(&old.start) {
        out.push_str(" RESTART");
    }
    out
}
