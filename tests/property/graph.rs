//! What must hold for every graph, whatever is applied and whatever is asked.

use migrate_core::graph::check_name;
use migrate_core::listing::{self, NewRevision};
use migrate_core::target::Offline;
use migrate_core::{Applied, Direction, Graph, Node, Plan, Range, Rev, RevSet, Target, plan};
use proptest::prelude::*;
use proptest::sample::Index;

/// A graph of up to `most` revisions. Their ids say nothing about their order.
fn graphs(most: usize) -> impl Strategy<Value = Vec<Node>> {
    let edges = || prop::collection::vec(any::<Index>(), 0..3);
    let node = (any::<u16>(), edges(), edges(), 0..12_u8, 0..12_u8);
    prop::collection::vec(node, 1..most).prop_map(|seeds| {
        let mut nodes: Vec<Node> = Vec::new();
        for (i, (number, parents, dependencies, labels, shape)) in seeds.into_iter().enumerate() {
            let id = format!("{number:x}_{i}");
            let pick = |indices: Vec<Index>, most: usize| {
                let mut ids: Vec<_> = Vec::new();
                for index in indices.into_iter().take(if i == 0 { 0 } else { most }) {
                    // Mostly near, so that there are lines as well as tangles.
                    let span = if shape < 9 { i.min(4) } else { i };
                    let id = nodes[i - 1 - index.index(span)].id.clone();
                    if !ids.contains(&id) {
                        ids.push(id);
                    }
                }
                ids
            };
            let parents = pick(parents, if shape < 8 { 1 } else { 2 });
            let depends_on = pick(dependencies, usize::from(shape > 6));
            let labels = if labels == 0 { vec![format!("label{i}").into()] } else { Vec::new() };
            let slug = format!("slug_{}", i % 7).into();
            nodes.push(Node { file: format!("{id}.sql").into(), id: id.into(), slug, parents, depends_on, labels });
        }
        nodes
    })
}

fn graph(nodes: &[Node]) -> Graph {
    Graph::new(nodes.iter().cloned()).expect("the generator makes no faults")
}

/// Some revisions and all below them.
fn closed(graph: &Graph, picks: &[Index]) -> Applied {
    Applied::from_revs(graph.ancestors(revs(graph, picks)).iter())
}

fn revs(graph: &Graph, picks: &[Index]) -> Vec<Rev> {
    picks.iter().filter_map(|pick| graph.iter().nth(pick.index(graph.len()))).collect()
}

fn picks(most: usize) -> impl Strategy<Value = Vec<Index>> {
    prop::collection::vec(any::<Index>(), 0..most)
}

fn to(graph: &Graph, rev: Rev) -> Target {
    Target::revision(graph.id(rev).to_owned())
}

/// Whether each step finds applied what it needs, and not applied what may not be there.
fn runs(graph: &Graph, applied: &Applied, plan: &Plan) -> bool {
    let mut now = applied.set().clone();
    plan.steps.iter().all(|step| {
        let rev = step.rev;
        match step.direction {
            Direction::Up => {
                let before = graph.parents(rev).iter().chain(graph.stated_dependencies(rev));
                before.copied().all(|rev| now.contains(rev)) && now.insert(rev)
            }
            Direction::Down => {
                let above = graph.children(rev).iter().chain(graph.dependents(rev));
                !above.copied().any(|rev| now.contains(rev)) && now.remove(rev)
            }
        }
    })
}

/// What people type, and what they mistype.
fn texts() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        Just("head".to_owned()),
        Just("heads".to_owned()),
        Just("base".to_owned()),
        Just("current".to_owned()),
        "label[0-9]{1,2}",
        "[0-9a-f]{1,4}(_[0-9]{1,3})?",
        "slug_[0-9]",
        "[@:+-]",
        "[+-][0-9]{1,12}",
        any::<char>().prop_map(String::from),
        Just("ä-b.c/".to_owned()),
    ];
    prop::collection::vec(part, 0..6).prop_map(|parts| parts.concat())
}

fn targets() -> impl Strategy<Value = Target> {
    let name =
        "[a-z0-9_.é]{1,8}(-[a-z]{1,4})?".prop_filter("no words", |name| check_name(name).is_ok() || name.contains('-'));
    let symbol = prop_oneof![
        Just(Target::head()),
        Just(Target::heads()),
        Just(Target::base()),
        Just(Target::current()),
        name.clone().prop_map(Target::revision),
        any::<u32>().prop_map(Target::up),
        any::<u32>().prop_map(Target::down),
    ];
    (symbol, prop::option::of(name), prop::option::of(any::<(bool, u32)>())).prop_map(|(symbol, branch, steps)| {
        let relative = symbol.is_relative();
        let target = match branch {
            Some(branch) => symbol.on(branch),
            None => symbol,
        };
        match steps {
            None => target,
            Some(_) if relative => target,
            Some((false, _)) if target.to_string().ends_with("base") => target,
            Some((true, steps)) => target.plus(steps),
            Some((false, steps)) => target.minus(steps),
        }
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn an_upgrade_runs_in_order_and_reaches_its_targets(nodes in graphs(200), from in picks(6), wanted in picks(4)) {
        let graph = graph(&nodes);
        let applied = closed(&graph, &from);
        let tops = graph.maximal(&revs(&graph, &wanted).into_iter().collect());
        let targets: Vec<Target> = tops.iter().map(|rev| to(&graph, rev)).collect();
        let plan = plan::upgrade(&graph, &applied, &targets).expect("none of these comes after another");
        prop_assert!(runs(&graph, &applied, &plan));
        let after = plan.after(&applied);
        prop_assert!(after.is_closed(&graph) && tops.iter().all(|rev| after.contains(rev)));
        // Nothing but the targets is on top of what was there.
        let mut needed = graph.ancestors(tops.iter());
        needed.subtract(applied.set());
        prop_assert_eq!(needed, plan.revs().into_iter().collect());
    }

    #[test]
    fn up_and_down_again_changes_nothing(nodes in graphs(200), wanted in picks(4)) {
        let graph = graph(&nodes);
        let tops = graph.maximal(&revs(&graph, &wanted).into_iter().collect());
        let targets: Vec<Target> = tops.iter().map(|rev| to(&graph, rev)).collect();
        // From the base, and back to it.
        let up = plan::upgrade(&graph, &Applied::none(), &targets).expect("none of these comes after another");
        let after = up.after(&Applied::none());
        let down = plan::downgrade(&graph, &after, &Target::base()).expect("the base is always below");
        prop_assert!(runs(&graph, &after, &down));
        prop_assert_eq!(down.after(&after), Applied::none());
        prop_assert_eq!(down.revs(), up.revs().into_iter().rev().collect::<Vec<_>>());
    }

    #[test]
    fn up_from_one_revision_and_back_to_it_changes_nothing(
        nodes in graphs(200),
        at in any::<Index>(),
        up in any::<Index>(),
    ) {
        let graph = graph(&nodes);
        let at = revs(&graph, &[at])[0];
        let applied = closed(&graph, &[]);
        let applied = plan::upgrade(&graph, &applied, &[to(&graph, at)]).expect("one target").after(&applied);
        let above: Vec<Rev> = graph.line_descendants([at]).iter().collect();
        let above = above[up.index(above.len())];
        let plan = plan::upgrade(&graph, &applied, &[to(&graph, above)]).expect("one target");
        let after = plan.after(&applied);
        let down = plan::downgrade(&graph, &after, &to(&graph, at)).expect("what is above it is applied");
        prop_assert!(runs(&graph, &after, &down));
        let back = down.after(&after);
        prop_assert!(back.contains(at) && back.is_closed(&graph));
        // What a merge or a dependency brought from elsewhere stays, as it did not come after the revision.
        let mut brought = back.set().clone();
        brought.subtract(applied.set());
        prop_assert!(!brought.meets(&graph.line_descendants([at])));
        let again = plan::upgrade(&graph, &back, &[to(&graph, above)]).expect("one target").after(&back);
        prop_assert_eq!(again, after);
    }

    #[test]
    fn a_downgrade_leaves_a_closed_set(nodes in graphs(200), from in picks(6), wanted in any::<Index>()) {
        let graph = graph(&nodes);
        let applied = closed(&graph, &from);
        let rev = revs(&graph, &[wanted])[0];
        if let Ok(plan) = plan::downgrade(&graph, &applied, &to(&graph, rev)) {
            let after = plan.after(&applied);
            prop_assert!(runs(&graph, &applied, &plan) && after.is_closed(&graph) && after.contains(rev));
            prop_assert!(!after.iter().any(|other| graph.children(rev).contains(&other)));
        }
    }

    #[test]
    fn heads_are_the_maximal_elements(nodes in graphs(60), from in picks(6), holes in picks(4)) {
        let graph = graph(&nodes);
        let mut set = closed(&graph, &from).set().clone();
        revs(&graph, &holes).into_iter().for_each(|hole| { set.remove(hole); });
        let applied = Applied::from_revs(set.iter());
        let heads: RevSet = applied.heads(&graph).into_iter().collect();
        for rev in graph.iter() {
            let covered = applied.iter().any(|other| other != rev && graph.ancestors([other]).contains(rev));
            prop_assert_eq!(heads.contains(rev), applied.contains(rev) && !covered);
        }
        let whole = Applied::from_heads(&graph, graph.ids(heads.iter())).expect("all are known");
        prop_assert_eq!(whole.set(), &graph.ancestors(set.iter()));
    }

    #[test]
    fn a_stamp_leaves_its_targets_applied_and_the_set_closed(
        nodes in graphs(100),
        from in picks(6),
        wanted in picks(4),
        purge in any::<bool>(),
    ) {
        let graph = graph(&nodes);
        let applied = closed(&graph, &from);
        let wanted = revs(&graph, &wanted);
        let targets: Vec<Target> = wanted.iter().map(|&rev| to(&graph, rev)).collect();
        let stamp = plan::stamp(&graph, &applied, &targets, purge).expect("all are known");
        let after = stamp.after();
        prop_assert!(after.is_closed(&graph) && wanted.iter().all(|&rev| after.contains(rev)));
        let mut backwards = targets.clone();
        backwards.reverse();
        prop_assert_eq!(&plan::stamp(&graph, &applied, &backwards, purge).expect("all are known"), &stamp);
        // The targets alone remain of the branches they touch.
        let heads = after.heads(&graph);
        prop_assert!(heads.iter().all(|head| wanted.contains(head) || !purge && applied.contains(*head)));
    }

    #[test]
    fn the_order_of_the_files_never_matters(nodes in graphs(200), seed in any::<u64>()) {
        let first = graph(&nodes);
        let mut shuffled = nodes;
        let mut state = seed | 1;
        for i in (1..shuffled.len()).rev() {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            shuffled.swap(i, (state >> 33) as usize % (i + 1));
        }
        let second = graph(&shuffled);
        for rev in first.iter() {
            prop_assert_eq!(first.node(rev), second.node(rev));
            prop_assert_eq!(first.dependencies(rev), second.dependencies(rev));
            prop_assert_eq!(first.labels_of(rev), second.labels_of(rev));
        }
    }

    #[test]
    fn what_comes_before_has_a_smaller_place_and_no_dependency_is_redundant(nodes in graphs(100)) {
        let graph = graph(&nodes);
        for rev in graph.iter() {
            prop_assert!(graph.before(rev).all(|other| other < rev));
            prop_assert!(graph.stated_dependencies(rev).iter().all(|&other| other < rev));
            prop_assert!(graph.children(rev).iter().all(|&child| graph.parents(child).contains(&rev)));
            for &dependency in graph.dependencies(rev) {
                let others = graph.before(rev).filter(|&other| other != dependency);
                prop_assert!(!graph.ancestors(others).contains(dependency));
            }
            // Nothing is lost with those that are left out.
            let stated = graph.parents(rev).iter().chain(graph.stated_dependencies(rev)).copied();
            prop_assert_eq!(graph.ancestors(stated), graph.ancestors(graph.before(rev)));
        }
    }

    #[test]
    fn an_error_never_depends_on_the_order_of_the_files(
        nodes in graphs(30),
        faults in prop::collection::vec((any::<Index>(), any::<Index>(), 0..6_u8), 1..5),
    ) {
        let mut broken = nodes;
        for (at, other, kind) in faults {
            let other = broken[other.index(broken.len())].clone();
            let at = at.index(broken.len());
            match kind {
                0 => broken.push(Node { file: format!("again{}.sql", broken.len()).into(), ..other }),
                1 => broken[at].parents.push(other.id),
                2 => broken[at].depends_on.push(other.id),
                3 => broken[at].parents.push("nobody".into()),
                4 => broken[at].labels.push(other.id),
                _ => broken[at].id = "head".into(),
            }
        }
        let forwards = Graph::new(broken.iter().cloned()).map(|graph| graph.len());
        let backwards = Graph::new(broken.iter().rev().cloned()).map(|graph| graph.len());
        prop_assert_eq!(&forwards, &backwards);
        for error in forwards.err().unwrap_or_default() {
            prop_assert!(!error.to_string().is_empty() && !error.places().is_empty());
        }
    }

    #[test]
    fn no_text_panics(
        nodes in graphs(40),
        from in picks(4),
        text in texts(),
        other in texts(),
        purge in any::<bool>(),
    ) {
        let graph = graph(&nodes);
        let applied = closed(&graph, &from);
        let mut errors: Vec<String> = Vec::new();
        let _ = Offline::parse([&*text, &*other]).map_err(|error| errors.push(error.to_string()));
        match text.parse::<Target>() {
            Err(error) => errors.push(error.to_string()),
            Ok(target) => {
                prop_assert_eq!(target.to_string().parse(), Ok(target.clone()));
                let targets = [target.clone(), other.parse().unwrap_or(Target::heads())];
                let _ = plan::upgrade(&graph, &applied, &targets[..1]).map_err(|error| errors.push(error.to_string()));
                let _ = plan::upgrade(&graph, &applied, &targets).map_err(|error| errors.push(error.to_string()));
                let _ = plan::downgrade(&graph, &applied, &target).map_err(|error| errors.push(error.to_string()));
                let _ = plan::stamp(&graph, &applied, &targets, purge).map_err(|error| errors.push(error.to_string()));
                let _ = listing::show(&graph, &applied, &target).map_err(|error| errors.push(error.to_string()));
                let labels = [&*other];
                let new =
                    NewRevision { id: &text, heads: &targets, depends_on: &targets, labels: &labels, splice: purge };
                let _ = listing::new_revision(&graph, &new).map_err(|error| errors.push(error.to_string()));
            }
        }
        match format!("{text}:{other}").parse::<Range>() {
            Err(error) => errors.push(error.to_string()),
            Ok(range) => {
                prop_assert_eq!(range.to_string().parse(), Ok(range.clone()));
                let _ = listing::history(&graph, &applied, &range).map_err(|error| errors.push(error.to_string()));
            }
        }
        prop_assert!(errors.iter().all(|error| !error.is_empty()));
    }

    #[test]
    fn no_name_panics(names in prop::collection::vec((any::<String>(), any::<String>(), any::<String>()), 0..8)) {
        let node = |(id, parent, label): (String, String, String)| Node {
            file: "x.sql".into(),
            slug: label.clone().into(),
            id: id.into(),
            parents: vec![parent.clone().into()],
            depends_on: vec![label.clone().into(), parent.into()],
            labels: vec![label.into()],
        };
        for error in Graph::new(names.into_iter().map(node)).err().unwrap_or_default() {
            prop_assert!(!error.to_string().is_empty());
        }
    }

    #[test]
    fn a_printed_target_reads_the_same(target in targets()) {
        prop_assert_eq!(target.to_string().parse(), Ok(target));
    }

    #[test]
    fn a_printed_range_reads_the_same(lower in prop::option::of(targets()), upper in prop::option::of(targets())) {
        let range = Range { lower, upper };
        prop_assert_eq!(range.to_string().parse(), Ok(range));
    }

    #[test]
    fn every_choice_of_an_error_can_be_pasted(nodes in graphs(60), from in picks(6), steps in 1..4_u32) {
        let graph = graph(&nodes);
        let applied = closed(&graph, &from);
        let error = plan::downgrade(&graph, &applied, &Target::down(steps)).err();
        if let Some(plan::PlanError::SeveralCurrent { choices, .. }) = error {
            prop_assert_eq!(choices.len(), applied.heads(&graph).len());
            for choice in choices {
                let again = plan::downgrade(&graph, &applied, &choice.to_string().parse().expect("it is printed"));
                let still = matches!(again, Err(plan::PlanError::SeveralCurrent { .. } | plan::PlanError::Target(_)));
                prop_assert!(!still, "{} is no choice: {:?}", choice, again);
            }
        }
    }
}
