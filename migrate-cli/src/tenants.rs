//! Several targets at once: `--schemas`, `--schemas-from`, or several `--database-url`.

use clap::Args;
use migrate_runtime::{Migrations, Reports, Schema, Status, Survey, Targets, Tenant};
use migrate_schema::diagnostic::command;
use serde_json::{Value, json};

use crate::context::Context;
use crate::output::{Exit, Failure, Output, count};
use crate::progress;

/// Which targets, if it is not one database.
#[derive(Debug, Args)]
pub(crate) struct Many {
    /// Schemas (databases on MySQL and MariaDB), each with a ledger of its own: `t1,t2`
    #[arg(long, value_name = "NAMES", value_delimiter = ',')]
    schemas: Vec<String>,
    /// The same, by a query whose first column is their names
    #[arg(long, value_name = "SELECT", conflicts_with = "schemas")]
    schemas_from: Option<String>,
    /// PostgreSQL: schemas in which names are looked up behind each of them, such as `extensions`
    #[arg(long, value_name = "NAMES", value_delimiter = ',')]
    search_path: Vec<String>,
    /// How many targets are worked on at once [default: 4]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    parallel: Option<u16>,
}

/// Which database, and which schemas of it if they were named.
pub(crate) enum Where {
    Databases(Vec<String>),
    Schemas(String, Vec<Schema>),
}

impl Many {
    /// Whether there are several targets. Options that need them are refused where there are none.
    pub(crate) fn is_used(&self, context: &Context) -> Result<bool, Failure> {
        let schemas = !self.schemas.is_empty() || self.schemas_from.is_some();
        let used = schemas || context.has_several_urls();
        let idle = [
            ("--search-path", !self.search_path.is_empty() && !schemas),
            ("--parallel", self.parallel.is_some() && !used),
        ];
        if let Some((option, _)) = idle.iter().find(|(_, idle)| *idle) {
            return Err(Failure::new(&command::USAGE, format!("{option} needs --schemas or --schemas-from")));
        }
        if used && context.schema().is_some() {
            return Err(Failure::new(&command::USAGE, "--schema is for one target")
                .help("leave it out, or name it in --schemas"));
        }
        if schemas && context.has_several_urls() {
            return Err(Failure::new(&command::USAGE, "schemas are those of one database")
                .help("give one --database-url, or none of --schemas and --schemas-from"));
        }
        Ok(used)
    }

    fn places(&self, context: &Context, migrations: &Migrations, create: bool) -> Result<Where, Failure> {
        if context.has_several_urls() {
            return Ok(Where::Databases(context.urls()));
        }
        let url = context.url()?;
        let names = match &self.schemas_from {
            Some(query) => context.wait(migrations.schemas_from(&url, query))?,
            None => self.schemas.clone(),
        };
        if names.is_empty() {
            context.output.note("note: the query names no schema");
        }
        let schema = |name: String| {
            let schema = self.search_path.iter().fold(Schema::new(name), Schema::then);
            if create { schema.create() } else { schema }
        };
        Ok(Where::Schemas(url, names.into_iter().map(schema).collect()))
    }

    /// Runs what `request` makes of the targets, and shows what became of each.
    pub(crate) fn run<'m>(
        &self,
        context: &Context,
        migrations: &'m Migrations,
        create: bool,
        request: impl FnOnce(Where) -> Targets<'m>,
    ) -> Result<Exit, Failure> {
        let targets = request(self.places(context, migrations, create)?);
        let output = context.output;
        let bar = progress::targets(output);
        let shown = bar.clone();
        let targets = targets
            .parallel(self.parallel.unwrap_or(4).into())
            .observe(progress::target_observer(output, bar.clone()))
            .each(move |tenant| {
                shown.inc(1);
                shown.suspend(|| show(output, tenant));
            });
        let reports = context.run(targets.reports());
        bar.finish_and_clear();
        Ok(show_all(output, &reports?))
    }

    /// What the targets look like.
    pub(crate) fn survey(&self, context: &Context, migrations: &Migrations) -> Result<Reports<Status>, Failure> {
        let survey: Survey<'_> = match self.places(context, migrations, false)? {
            Where::Databases(urls) => migrations.status_all(urls),
            Where::Schemas(url, names) => migrations.status_schemas(url, names),
        };
        context.wait(survey.parallel(self.parallel.unwrap_or(4).into()))
    }
}

/// A target that is done.
fn show(output: Output, tenant: &Tenant) {
    if output.json {
        let mut event = json!({
            "event": "target",
            "target": tenant.name,
            "elapsed_ms": tenant.elapsed.as_millis() as u64,
        });
        match &tenant.result {
            Ok(report) => {
                event["steps"] = report.steps.iter().map(|step| json!(step.id)).collect();
                event["unknown"] = json!(report.unknown);
            }
            Err(error) => event["error"] = error_json(error),
        }
        output.event(&event);
    } else if tenant.result.is_err() || !output.quiet && (output.verbose || !tenant.is_up_to_date()) {
        output.line(format_args!("{}: {tenant:#}", tenant.name));
    }
}

fn show_all(output: Output, reports: &Reports) -> Exit {
    let (changed, up_to_date, failed) = reports.counts();
    if output.json {
        output.event(&json!({
            "event": "done",
            "changed": changed,
            "up_to_date": up_to_date,
            "failed": failed,
            "elapsed_ms": reports.elapsed.as_millis() as u64,
        }));
        return Exit::found(failed > 0);
    }
    show_failures(output, reports);
    if !output.quiet {
        let ms = reports.elapsed.as_millis();
        let all = count(reports.targets.len(), "target");
        output.line(format_args!("{all}: {changed} changed, {up_to_date} up to date, {failed} failed in {ms} ms"));
    }
    Exit::found(failed > 0)
}

/// Each failure in full.
pub(crate) fn show_failures<T>(output: Output, reports: &Reports<T>) {
    for (tenant, error) in reports.failed() {
        output.failure(&Failure::in_target(&tenant.name, error));
    }
}

/// An error of one target, for programs.
pub(crate) fn error_json(error: &migrate_runtime::Error) -> Value {
    json!({ "code": error.code(), "message": error.to_string() })
}
