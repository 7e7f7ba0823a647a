use migrate_runtime::Table;

struct Name(String);
type Id = i64;

struct Address {
    street: String,
}

#[derive(Table)]
struct User {
    #[column(primary_key)]
    id: Id,
    name: Option<Name>,
    names: Vec<Name>,
    #[column(type = "text")]
    known: Name,
    #[column(flatten)]
    address: Address,
}

fn main() {}
