//! SQLite: the process is killed, or the disk is full, at every call that changes a file. A small library that stands
//! before libc's counts the calls.
#![cfg(target_os = "linux")]
