//! The rows of a database's own catalog. What is asked, and what the answers mean, is for others to say: here it is only
//! carried there and back, in one transaction that reads.

use migrate_core::Dialect;

use crate::database::Database;
use crate::driver::Session;
use crate::error::Error;
use crate::request::Request;

/// What a query answered: rows of texts.
#[doc(hidden)]
pub type Rows = Vec<Vec<Option<String>>>;

/// Asks in rounds: `begin` are statements that begin a transaction, `next` says what to ask in the light of the answers
/// so far, until there is nothing more to ask. The transaction is rolled back.
///
/// For the command of the same version, and for nobody else.
#[doc(hidden)]
pub fn ask<'a>(
    database: impl Into<Database<'a>>,
    begin: fn(Dialect) -> &'static [&'static str],
    mut next: impl FnMut(Dialect, &[Rows]) -> Vec<String> + Send + 'a,
) -> Request<'a, (Dialect, Vec<Rows>)> {
    let database = database.into();
    Box::pin(async move {
        let mut session = Session::open(database, false, false).await?;
        let failed = |source| Error::Catalog { source };
        let dialect = session.dialect().await.map_err(failed)?;
        let mut answers = Vec::new();
        let mut asked = Ok(());
        session.soil();
        for sql in begin(dialect) {
            asked = asked.and(session.rows((*sql).to_owned()).await.map(drop));
        }
        'rounds: while asked.is_ok() {
            let questions = next(dialect, &answers);
            if questions.is_empty() {
                break;
            }
            for question in questions {
                match session.rows(question).await {
                    Ok(rows) => answers.push(rows),
                    Err(error) => {
                        asked = Err(error);
                        break 'rounds;
                    }
                }
            }
        }
        session.rows("ROLLBACK".to_owned()).await.and(asked).map_err(failed)?;
        session.cleaned();
        Ok((dialect, answers))
    })
}
