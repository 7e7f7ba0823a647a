use migrate_runtime::{Enum, Table};

#[derive(Table)]
#[table(nmae = "users", unique("emial"), index(columns("id"), unqiue))]
#[table(primary_key("id", "email"))]
struct User {
    #[column(primary_key, auto)]
    id: String,
    #[column(primary_key)]
    #[column(defualt = "now()", type = 80)]
    email: Option<String>,
    #[column(on_delete = "cascde", references = "teams.id")]
    team: (i64, i64),
    #[column(generated = "id + 1", default = 1, on_update = "cascade")]
    twice: i64,
    #[column(name = "twice", sqlx = "x")]
    again: i64,
    #[column(skip, unique)]
    cache: i64,
}

#[derive(Table)]
struct Point(i64, i64);

#[derive(Table)]
#[table = "x"]
enum Shape {
    Round,
}

#[derive(Enum)]
#[enum_type(rename_all = "snakecase")]
enum Mood {
    Happy,
    #[enum_type(name = "Happy")]
    Glad,
    Sad(String),
}

fn main() {
    let _ = (User::EMAIL, User::TABLE);
}
