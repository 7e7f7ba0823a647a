//! What became of many targets, for programs and for people.

use std::fmt;
use std::time::Duration;

use crate::error::Error;
use crate::report::Report;

/// What became of one of several targets.
#[derive(Debug)]
#[non_exhaustive]
pub struct Tenant<T = Report> {
    /// The schema's name, or where the database is, without a password.
    pub name: String,
    /// What was done or found, or why not.
    pub result: Result<T, Error>,
    /// How long it took.
    pub elapsed: Duration,
}

/// What became of several targets, in the order in which they were named.
#[derive(Debug)]
#[non_exhaustive]
pub struct Reports<T = Report> {
    /// Each of them.
    pub targets: Vec<Tenant<T>>,
    /// How long it all took.
    pub elapsed: Duration,
}

impl<T> Reports<T> {
    /// Those that failed.
    pub fn failed(&self) -> impl Iterator<Item = (&Tenant<T>, &Error)> {
        self.targets.iter().filter_map(|tenant| Some((tenant, tenant.result.as_ref().err()?)))
    }
}

impl Reports {
    /// Those of which something was changed.
    pub fn changed(&self) -> impl Iterator<Item = (&Tenant, &Report)> {
        self.targets
            .iter()
            .filter_map(|tenant| Some((tenant, tenant.result.as_ref().ok()?)))
            .filter(|(_, report)| !report.steps.is_empty())
    }

    /// How many were changed, were as they should be, and failed.
    pub fn counts(&self) -> (usize, usize, usize) {
        let (changed, failed) = (self.changed().count(), self.failed().count());
        (changed, self.targets.len() - changed - failed, failed)
    }
}

/// A line for each that was changed or failed, then how many were which.
impl fmt::Display for Reports {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let shown = || self.targets.iter().filter(|tenant| !tenant.is_up_to_date());
        let width = shown().map(|tenant| tenant.name.chars().count()).max().unwrap_or(0).min(40);
        for tenant in shown() {
            writeln!(f, "{:width$}  {tenant:#}", tenant.name)?;
        }
        let (changed, up_to_date, failed) = self.counts();
        write!(f, "{changed} changed, {up_to_date} up to date, {failed} failed in {:.1} s", self.elapsed.as_secs_f64())
    }
}

impl Tenant {
    /// Nothing was done, and nothing was to be done.
    pub fn is_up_to_date(&self) -> bool {
        self.result.as_ref().is_ok_and(|report| report.steps.is_empty())
    }
}

/// What became of it; with `#`, in one line.
impl fmt::Display for Tenant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let ms = self.elapsed.as_secs_f64() * 1000.0;
        match &self.result {
            Ok(report) => match report.steps.as_slice() {
                [] => write!(f, "up to date"),
                [.., last] => {
                    let plural = if report.steps.len() == 1 { "" } else { "s" };
                    write!(f, "{} revision{plural} in {ms:.0} ms, the last is {}", report.steps.len(), last.id)
                }
            },
            Err(error) if f.alternate() => {
                let text = error.to_string();
                write!(f, "failed[{}]: {}", error.code(), text.lines().next().unwrap_or_default())
            }
            Err(error) => write!(f, "failed[{}]: {error}", error.code()),
        }
    }
}
