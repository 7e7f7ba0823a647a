//! Structs that derive `Table`, in every form.

use std::borrow::Cow;

use migrate_runtime::{Columns, Enum, Table};

/// Beside the attributes of others.
#[derive(Debug, sqlx::FromRow, Table)]
#[sqlx(rename_all = "camelCase")]
pub struct User {
    /// The key.
    #[column(primary_key, auto)]
    pub id: i64,
    /// Renamed by the rule.
    #[column(type = "varchar(80)", unique)]
    pub first_name: String,
    /// Renamed by sqlx.
    #[sqlx(rename = "mail")]
    pub email: Option<String>,
    /// Not a column.
    #[sqlx(skip)]
    pub cache: Vec<(String, String)>,
    /// A word of Rust's.
    pub r#type: i32,
    /// Columns of another struct.
    #[sqlx(flatten)]
    pub stamps: Stamps,
}

/// Columns of several tables.
#[derive(Debug, sqlx::FromRow, Table)]
#[table(embedded)]
pub struct Stamps {
    /// When.
    pub created: i64,
}

#[derive(Table)]
#[table(name = "order-lines", primary_key("order_id", "line"))]
struct Line<'a> {
    order_id: i64,
    line: i32,
    note: Cow<'a, str>,
    state: Option<State>,
    moods: Vec<self::State>,
    #[column(type = "point")]
    at: Point,
}

/// An alias is looked through by rustc.
type State = Status;

#[derive(Enum)]
#[enum_type(rename_all = "kebab-case")]
enum Status {
    InReview,
    #[enum_type(name = "done")]
    Finished,
}

struct Point;

mod inner {
    //! The runtime may be called otherwise.
    extern crate migrate_runtime as renamed;

    #[derive(renamed::Table)]
    #[table(crate = "renamed", name = "inner")]
    pub(super) struct Inner {
        #[allow(missing_docs)]
        pub id: i64,
    }
}

#[test]
fn the_constants_of_models_are_what_sqlx_calls_the_columns() {
    assert_eq!((User::TABLE, User::FIRST_NAME, User::EMAIL, User::TYPE), ("users", "firstName", "mail", "type"));
    assert_eq!(User::COLUMNS, ["id", "firstName", "mail", "type", "created"]);
    assert_eq!((Line::TABLE, Line::ORDER_ID), ("order-lines", "order_id"));
    assert_eq!(Line::COLUMNS, ["order_id", "line", "note", "state", "moods", "at"]);
    assert_eq!(Status::VALUES, ["in-review", "done"]);
    assert_eq!((inner::Inner::TABLE, inner::Inner::ID), ("inner", "id"));
    let line = |state| Line { order_id: 1, line: 1, note: "".into(), state: Some(state), moods: Vec::new(), at: Point };
    for Line { order_id, line, note, state, moods, at: Point } in [line(State::InReview), line(State::Finished)] {
        let _ = (order_id, line, note, state, moods, inner::Inner { id: 1 }.id);
    }
}
