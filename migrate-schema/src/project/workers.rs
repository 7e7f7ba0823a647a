//! Work on files that several processors share.

use std::sync::atomic::{AtomicUsize, Ordering};

use crate::diagnostic::Diagnostic;

/// How many threads there are at most: rustc and cargo want the rest of the machine.
const MOST: usize = 4;

/// So many files are worth a thread.
const FILES_OF_ONE: usize = 20;

/// How many files a thread takes at once. Files differ in size: whoever is done takes the next few.
const AT_ONCE: usize = 4;

/// As much as a program's first thread has: how deep an expression nests must not depend on how many files there are.
const STACK: usize = 8 << 20;

/// Does the work for each file, on several threads where there are many. What comes of it and what is said about it are in
/// the order of the files, as if one had done it alone: the work on one file may know nothing of another's.
pub(super) fn share<F: Sync, T: Send>(
    files: &[F],
    out: &mut Vec<Diagnostic>,
    work: impl Fn(&F, &mut Vec<Diagnostic>) -> T + Sync,
) -> Vec<T> {
    let processors = std::thread::available_parallelism().map_or(1, usize::from);
    let threads = processors.min(MOST).min(files.len() / FILES_OF_ONE);
    if threads <= 1 {
        return files.iter().map(|file| work(file, out)).collect();
    }
    share_among(threads, files, out, work)
}

fn share_among<F: Sync, T: Send>(
    threads: usize,
    files: &[F],
    out: &mut Vec<Diagnostic>,
    work: impl Fn(&F, &mut Vec<Diagnostic>) -> T + Sync,
) -> Vec<T> {
    let next = AtomicUsize::new(0);
    let take = || {
        let mut done = Vec::new();
        loop {
            let first = next.fetch_add(AT_ONCE, Ordering::Relaxed);
            let Some(rest) = files.get(first..).filter(|rest| !rest.is_empty()) else { return done };
            let mut said = Vec::new();
            let some: Vec<T> = rest.iter().take(AT_ONCE).map(|file| work(file, &mut said)).collect();
            done.push((first, some, said));
        }
    };
    let mut done = std::thread::scope(|scope| {
        // A system that gives no more threads leaves the work to this one.
        let another = |_| std::thread::Builder::new().stack_size(STACK).spawn_scoped(scope, take).ok();
        let others: Vec<_> = (1..threads).filter_map(another).collect();
        let mut done = take();
        for other in others {
            done.extend(other.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)));
        }
        done
    });
    done.sort_by_key(|(first, ..)| *first);
    let mut all = Vec::with_capacity(files.len());
    for (_, some, said) in done {
        all.extend(some);
        out.extend(said);
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::syntax;

    #[test]
    fn what_several_threads_do_comes_in_the_order_of_the_files() {
        let files: Vec<usize> = (0..203).collect();
        let work = |file: &usize, out: &mut Vec<Diagnostic>| {
            if file.is_multiple_of(3) {
                out.push(Diagnostic::error(&syntax::SYNTAX, format!("file {file}")));
            }
            file * 2
        };
        let (mut alone, mut shared) = (Vec::new(), Vec::new());
        let one: Vec<usize> = files.iter().map(|file| work(file, &mut alone)).collect();
        assert_eq!(share_among(4, &files, &mut shared, work), one);
        let messages = |list: &[Diagnostic]| list.iter().map(|it| it.message.clone()).collect::<Vec<_>>();
        assert_eq!(messages(&shared), messages(&alone));
        assert_eq!(shared.len(), 68);
    }

    #[test]
    fn a_few_files_or_none_are_no_reason_for_threads() {
        let here = std::thread::current().id();
        let ids = share(&[1, 2, 3], &mut Vec::new(), |_, _| std::thread::current().id());
        assert!(ids.iter().all(|id| *id == here) && ids.len() == 3);
        assert!(share(&[] as &[u8], &mut Vec::new(), |_, _| ()).is_empty());
    }
}
