use migrate_runtime::Table;

#[derive(Table)]
pub struct User {
    #[column(primary_key)]
    pub id: i64,
    pub name: String,
    #[column(default = "''")]
    pub email: String,
}

#[derive(Table)]
pub struct Team {
    #[column(primary_key)]
    pub id: i64,
}
