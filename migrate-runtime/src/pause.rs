//! How long to pause between two tries. The curve is a function of the try and of a seed; only the seed is chance.

use std::time::Duration;

/// Before the `attempt`-th look (from 0) at a lock or a server that somebody else will free soon: a quarter more each time,
/// from 20 ms to 1 s, so that nobody waits much longer than it took; and spread by up to a half, so that ten replicas do not
/// come back at the same moment.
pub(crate) fn poll(attempt: u32, seed: u64) -> Duration {
    let base = Duration::from_millis(20).mul_f64(1.25_f64.powi(attempt.min(20) as i32));
    spread(base.min(Duration::from_secs(1)), attempt, seed)
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
                assert!(
                    poll(attempt, seed) <= Duration::from_secs(1) && poll(attempt, seed) >= Duration::from_millis(10)
                );
                let pause = retry(attempt, seed);
                assert!(pause <= Duration::from_secs(8) && pause >= Duration::from_millis(125), "{pause:?}");
                assert_eq!(pause, retry(attempt, seed));
            }
        }
        assert!(poll(20, 1) >= Duration::from_millis(500) && poll(0, 1) <= Duration::from_millis(20));
        assert!(retry(5, 1) > retry(0, 1));
        assert!((0..50).map(|seed| retry(3, seed)).collect::<std::collections::BTreeSet<_>>().len() > 40);
    }
}
