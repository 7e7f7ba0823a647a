//! The name of this machine, for the ledger and for messages about who holds the lock.

/// Empty if the system does not tell.
pub(crate) fn name() -> String {
    let from_kernel = std::fs::read_to_string("/proc/sys/kernel/hostname").ok();
    let from_environment = ["HOSTNAME", "COMPUTERNAME"].into_iter().find_map(|name| std::env::var(name).ok());
    let name = from_kernel.or(from_environment).unwrap_or_default();
    name.trim().chars().filter(|c| !c.is_control()).take(100).collect()
}
