//! The lease of this process, on a connection of its own: it is renewed while the other one works.

use std::time::{Duration, Instant};

use migrate_core::Dialect;
use migrate_core::lease::Lease as Row;
use migrate_core::ledger::Ledger;

use crate::database::Database;
use crate::driver::Session;
use crate::error::Error;
use crate::pause;

/// How often it is renewed: a try may fail, and another.
const EVERY: Duration = Duration::from_millis(Row::SECONDS as u64 * 1000 / 4);

pub(crate) struct Lease {
    session: Session<'static>,
    ledger: Ledger,
    owner: String,
    holder: String,
    renewed: Instant,
}

impl Lease {
    /// Connects. The lease is not taken yet.
    pub(crate) async fn open(database: &Database<'_>, ledger: &Ledger, client: &str) -> Result<Lease, Error> {
        let session = Session::beside(database).await?;
        Ok(Lease {
            session,
            ledger: ledger.clone(),
            owner: format!("{:016x}{:016x}", pause::seed(), pause::seed()),
            holder: format!("{client}, process {}", std::process::id()),
            renewed: Instant::now(),
        })
    }

    fn row(&self) -> Row<'_> {
        Row { ledger: &self.ledger, owner: &self.owner, holder: &self.holder }
    }

    fn dialect(&self) -> Dialect {
        self.session.family()
    }

    /// What the pieces of a script are protected with. `ledger` is how they name it.
    pub(crate) fn protect(&self, script: &mut migrate_core::script::Script, ledger: &Ledger) {
        Row { ledger, ..self.row() }.protect(script);
    }

    /// Tries to take it; false if somebody else has it.
    pub(crate) async fn try_take(&mut self) -> Result<bool, sqlx::Error> {
        let dialect = self.dialect();
        let (take, first, create) =
            (self.row().take(dialect), self.row().take_first(dialect), self.row().create(dialect));
        let taken = match self.session.affect(take.clone()).await {
            Ok(rows) => rows,
            Err(error) if crate::driver::is_locked(&error) => return Ok(false),
            // There is no table yet. What else is wrong is wrong again below.
            Err(_) => {
                let _ = self.session.affect(create).await;
                self.session.affect(take).await?
            }
        };
        // Of two who write the first row, one finds its key taken.
        let taken = taken == 1 || self.session.affect(first).await.is_ok_and(|rows| rows == 1);
        self.renewed = Instant::now();
        Ok(taken)
    }

    /// Renews it again and again. It ends only when it is lost.
    pub(crate) async fn keep(&mut self) {
        loop {
            tokio::time::sleep(EVERY.saturating_sub(self.renewed.elapsed())).await;
            let renew = self.row().renew(self.dialect());
            self.renewed = Instant::now();
            // Where nobody answers, nobody else has taken it either; the fence watches over the rest.
            if self.session.affect(renew).await.is_ok_and(|rows| rows == 0) {
                return;
            }
        }
    }

    /// Gives it back.
    pub(crate) async fn release(&mut self) {
        let release = self.row().release(self.dialect());
        // If it fails, its time will be up.
        let _ = self.session.affect(release).await;
    }

    /// Who has it.
    pub(crate) async fn who(&mut self) -> Option<String> {
        let who = self.row().who(self.dialect());
        self.session.texts(who).await.ok()?.into_iter().next()
    }
}

/// A fence was not passed.
pub(crate) fn is_lost(error: &sqlx::Error) -> bool {
    error.as_database_error().is_some_and(|error| error.message().contains(Row::LOST))
}
