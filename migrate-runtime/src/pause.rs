//! How long to pause between two tries. The curve is a function of the try and of a seed; only the seed is chance.

use std::time::Duration;

/// Before the `attempt`-th look (from 0) at a lock that somebody else will give back: an eighth more each time, from 10 ms to
/// 1 s. Nobody may wait in the server itself, so a look is all there is; with these steps one comes an eighth of the time
/// too late that has been waited anyway, and ten seconds are forty looks.
pub(crate) fn for_lock(attempt: u32, seed: u64) -> Duration {
    growing(Duration::from_millis(10), 1.125, attempt, seed)
}

/// Before the `attempt`-th knock (from 0) at a server that is starting: a quarter more each time, from 20 ms to 1 s. A knock is
/// a connection, and where there are too many of them already it should not be one of the causes.
pub(crate) fn for_server(attempt: u32, seed: u64) -> Duration {
    growing(Duration::from_millis(20), 1.25, attempt, seed)
}

/// Grows by a factor up to 1 s, and is spread by up to a half, so that ten replicas do not come back at the same moment.
fn growing(first: Duration, factor: f64, attempt: u32, seed: u64) -> Duration {
    // No more is needed to come to the end, and the power stays a number.
    let base = first.as_secs_f64() * factor.powi(attempt.min(100) as i32);
    spread(Duration::from_secs_f64(base.min(1.0)), attempt, seed)
}

/// Before a statement that lost a race for a lock is tried for the `attempt`-th time again (from 0): doubling from 250 ms
/// to 8 s. What waited behind it is let pass in between.
pub(crate) fn retry(attempt: u32, seed: u64) -> Duration {
    spread(Duration::from_millis(250) * 2_u32.pow(attempt.min(5)), attempt, seed)
}

/// Between a half and all of it.
fn spread(base: Duration, attempt: u32, seed: u64) -> Duration {
    // splitmix64
    let mut z = seed.wrapping_add(u64::from(attempt).wrapping_add(1).wrapping_mul(0x9e37_79b9_7f4a_7c15));
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    let jitter = ((z ^ (z >> 31)) >> 11) as f64 / (1_u64 << 53) as f64;
    base / 2 + base.mul_f64(jitter / 2.0)
}

/// A seed that differs between processes and calls. Nothing depends on its quality.
pub(crate) fn seed() -> u64 {
    use std::hash::{BuildHasher, Hasher};
    std::collections::hash_map::RandomState::new().build_hasher().finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_grow_are_bounded_and_follow_from_their_seed() {
        for seed in 0..200 {
            for attempt in 0..40 {
                for pause in [for_lock(attempt, seed), for_server(attempt, seed)] {
                    assert!(pause <= Duration::from_secs(1) && pause >= Duration::from_millis(5), "{pause:?}");
                }
                let pause = retry(attempt, seed);
                assert!(pause <= Duration::from_secs(8) && pause >= Duration::from_millis(125), "{pause:?}");
                assert_eq!(pause, retry(attempt, seed));
            }
        }
        for (pause, at_most) in [(for_lock as fn(u32, u64) -> Duration, 10), (for_server, 20)] {
            assert!(pause(0, 1) <= Duration::from_millis(at_most));
            assert!(pause(40, 1) >= Duration::from_millis(500) && pause(u32::MAX, 1) >= Duration::from_millis(500));
        }
        assert!(retry(5, 1) > retry(0, 1));
        assert!((0..50).map(|seed| retry(3, seed)).collect::<std::collections::BTreeSet<_>>().len() > 40);
    }
}
