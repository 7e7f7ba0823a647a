//! What MySQL and MariaDB keep of a call is often something else that means the same.

use migrate_core::Dialect;

use super::node::{Node, binary, cast, op};

/// A call as the servers keep it, where that is no call of the same name.
pub(super) fn in_other_words(name: &str, arguments: &[Node], dialect: Dialect) -> Option<Node> {
    let number = |digits: &str| Node::Number(digits.to_owned());
    let days = |amount: &Node| op("interval", vec![amount.clone(), Node::Word("day".to_owned())]);
    let moved = |from: &Node, by: Node, sign: &str| binary(from.clone(), sign, by, dialect);
    Some(match (name, arguments) {
        ("date" | "time", [one]) => cast(one.clone(), name, dialect),
        ("timestamp", [one]) => cast(one.clone(), "datetime", dialect),
        ("mod", [left, right]) => binary(left.clone(), "mod", right.clone(), dialect),
        ("date_add", [left, right @ Node::Op(what, _)]) if what == "interval" => moved(left, right.clone(), "+"),
        ("date_sub", [left, right @ Node::Op(what, _)]) if what == "interval" => moved(left, right.clone(), "-"),
        ("date_add", [left, right]) => moved(left, days(right), "+"),
        ("date_sub", [left, right]) => moved(left, days(right), "-"),
        ("timestampadd", [unit @ Node::Word(_), by, from]) => {
            moved(from, op("interval", vec![by.clone(), unit.clone()]), "+")
        }
        ("datediff", [to, from]) => {
            let days = |of: &Node| Node::Call("to_days".to_owned(), vec![of.clone()]);
            binary(days(to), "-", days(from), dialect)
        }
        ("position", [what, within]) | ("instr", [within, what]) => {
            Node::Call("locate".to_owned(), vec![what.clone(), within.clone()])
        }
        ("bin", [one]) => Node::Call("conv".to_owned(), vec![one.clone(), number("10"), number("2")]),
        ("oct", [one]) => Node::Call("conv".to_owned(), vec![one.clone(), number("10"), number("8")]),
        ("round", [one]) => Node::Call(name.to_owned(), vec![one.clone(), number("0")]),
        ("isnull", [one]) => op("is null", vec![one.clone()]),
        _ => return None,
    })
}
