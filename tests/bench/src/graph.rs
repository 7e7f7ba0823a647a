//! Loading, resolving and planning large graphs.

use std::time::Instant;

use migrate_core::graph::{Graph, Node};
use migrate_core::plan::{self, Applied};
use migrate_core::target::Target;

/// A history with a branch that opens and merges every hundred revisions.
fn nodes(count: usize) -> Vec<Node> {
    let node = |n: usize, parents: Vec<usize>| Node {
        id: format!("{n:08}").into(),
        slug: format!("revision_{n}").into(),
        file: format!("{n:08}_revision_{n}.sql").into(),
        parents: parents.into_iter().map(|n| format!("{n:08}").into()).collect(),
        depends_on: Vec::new(),
        labels: if n % 100 == 50 { vec![format!("branch{n}").into()] } else { Vec::new() },
    };
    (0..count)
        .map(|n| match n % 100 {
            _ if n == 0 => node(n, vec![]),
            // 49 and 50 both follow 48; from there two lines, joined at 99.
            50 => node(n, vec![n - 2]),
            51..=98 => node(n, vec![n - 2]),
            99 => node(n, vec![n - 1, n - 2]),
            _ => node(n, vec![n - 1]),
        })
        .collect()
}

/// Prints milliseconds for growing sets.
pub fn run() {
    println!("| revisions | load ms | resolve ms | plan all ms | plan back ms |\n|--:|--:|--:|--:|--:|");
    for count in [1_000, 2_000, 5_000, 10_000, 20_000] {
        let mut cells = [const { Vec::new() }; 4];
        for _ in 0..15 {
            let nodes = nodes(count);
            let started = Instant::now();
            let graph = Graph::new(nodes).expect("a graph");
            cells[0].push(started.elapsed().as_secs_f64() * 1e3);
            let target: Target = "00000777".parse().expect("a target");
            let started = Instant::now();
            target.one(&graph).expect("a revision");
            cells[1].push(started.elapsed().as_secs_f64() * 1e3);
            let started = Instant::now();
            let plan = plan::upgrade(&graph, &Applied::none(), &[Target::heads()]).expect("a plan");
            cells[2].push(started.elapsed().as_secs_f64() * 1e3);
            assert_eq!(plan.steps.len(), count);
            let applied = plan.after(&Applied::none());
            let started = Instant::now();
            let plan = plan::downgrade(&graph, &applied, &Target::base()).expect("a plan");
            cells[3].push(started.elapsed().as_secs_f64() * 1e3);
            assert_eq!(plan.steps.len(), count);
        }
        let [load, resolve, up, down] = cells.map(crate::median);
        println!("| {count} | {load:.2} | {resolve:.4} | {up:.2} | {down:.2} |");
    }
}
