#!/usr/bin/env bash
# All tests: format, lints, docs, unit, golden, compile-fail, property, CLI and server tests.
#
# PostgreSQL and MariaDB are looked for where MIGRATE_TEST_POSTGRES_URL and MIGRATE_TEST_MARIADB_URL say, else on
# 127.0.0.1:5432 and :3306; where none answers a private one is started from installed binaries, and where there are none
# they are installed through apt-get if that is allowed. Private servers listen on 127.0.0.1 only and end with this script.
set -euo pipefail
cd "$(dirname "$0")"

work=$(mktemp -d)
started=()
cleanup() {
    local pid
    for pid in "${started[@]:-}"; do
        [ -n "$pid" ] || continue
        kill "$pid" 2>/dev/null || true
        wait "$pid" 2>/dev/null || true
    done
    rm -rf "$work"
}
trap cleanup EXIT

say() { printf '\n== %s\n' "$*"; }

answers() { # host port
    (exec 3<>"/dev/tcp/$1/$2") 2>/dev/null
}

free_port() {
    local port
    for port in $(seq "$1" "$(($1 + 50))"); do
        answers 127.0.0.1 "$port" || { echo "$port"; return; }
    done
}

may_install() { [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; }

install() { # packages
    may_install || return 1
    say "installing $*"
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "$@" >/dev/null
}

# Some server programs refuse to run as root: what stands before a command to run it as another user.
as_user=()
become() { # user
    as_user=()
    [ "$(id -u)" = 0 ] || return 0
    local user=$1
    id "$user" >/dev/null 2>&1 || user=nobody
    chown -R "$user" "$work/$1"
    chmod 755 "$work"
    as_user=(setpriv --reuid "$user" --regid "$(id -g "$user")" --clear-groups)
}

wait_for() { # port name
    for _ in $(seq 100); do
        answers 127.0.0.1 "$1" && return
        sleep 0.2
    done
    echo "$2 did not start; its log:" >&2
    tail -n 20 "$work/$2.log" >&2 || true
    return 1
}

postgres_bin() { ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1; }

start_postgres() {
    local bin port
    bin=$(postgres_bin)
    [ -n "$bin" ] || { install postgresql && bin=$(postgres_bin); }
    [ -n "$bin" ] || return 1
    port=$(free_port 55432)
    say "starting a private PostgreSQL on port $port"
    mkdir -p "$work/postgres"
    become postgres
    "${as_user[@]}" "$bin/initdb" -D "$work/postgres/data" -U postgres -A trust -E UTF8 --locale=C.UTF-8 >"$work/postgres.log" 2>&1
    "${as_user[@]}" "$bin/postgres" -D "$work/postgres/data" -p "$port" -c listen_addresses=127.0.0.1 \
        -c unix_socket_directories= -c fsync=off >>"$work/postgres.log" 2>&1 &
    started+=($!)
    wait_for "$port" postgres
    export MIGRATE_TEST_POSTGRES_URL="postgres://postgres@127.0.0.1:$port"
}

mariadb_bin() { command -v mariadbd || command -v mysqld || ls /usr/sbin/mariadbd /usr/sbin/mysqld 2>/dev/null | head -n 1; }

start_mariadb() {
    local bin port
    bin=$(mariadb_bin || true)
    [ -n "$bin" ] || { install mariadb-server && bin=$(mariadb_bin); }
    [ -n "$bin" ] || return 1
    port=$(free_port 53306)
    say "starting a private MariaDB on port $port"
    mkdir -p "$work/mysql"
    become mysql
    "${as_user[@]}" mariadb-install-db --no-defaults --datadir="$work/mysql/data" --auth-root-authentication-method=normal \
        >"$work/mysql.log" 2>&1
    "${as_user[@]}" "$bin" --no-defaults --datadir="$work/mysql/data" --port="$port" --bind-address=127.0.0.1 \
        --socket="$work/mysql/socket" --innodb-flush-log-at-trx-commit=0 --character-set-server=utf8mb4 >>"$work/mysql.log" 2>&1 &
    started+=($!)
    wait_for "$port" mysql
    export MIGRATE_TEST_MARIADB_URL="mysql://root@127.0.0.1:$port"
}

command -v cc >/dev/null || install gcc libc6-dev || { echo "a C compiler is needed (SQLite)" >&2; exit 1; }
# The servers' own clients run the offline scripts.
command -v sqlite3 >/dev/null || install sqlite3 || say "no sqlite3: offline SQL is not tried on it"
if [ -z "${MIGRATE_TEST_POSTGRES_URL:-}" ] && ! answers 127.0.0.1 5432; then
    start_postgres || say "no PostgreSQL: its tests are left out"
fi
if [ -z "${MIGRATE_TEST_MARIADB_URL:-}" ] && ! answers 127.0.0.1 3306; then
    start_mariadb || say "no MariaDB: its tests are left out"
fi

command -v psql >/dev/null || install postgresql-client || say "no psql: offline SQL is not tried on it"
command -v mariadb >/dev/null || install mariadb-client || say "no mariadb client: offline SQL is not tried on it"

# Tests that stop and kill servers start their own, and one goes through a pooler.
[ -n "$(postgres_bin)" ] || install postgresql || say "no PostgreSQL programs: tests that restart it are left out"
[ -n "$(mariadb_bin || true)" ] || install mariadb-server || say "no MariaDB programs: tests that restart it are left out"
[ -x /usr/sbin/pgbouncer ] || install pgbouncer || say "no pgbouncer: its tests are left out"

# What is built once has no use for what makes the second build short, and takes 7 % longer with it.
[ -z "${CI:-}" ] || export CARGO_INCREMENTAL=${CARGO_INCREMENTAL:-0}

say "format"
cargo fmt --all --check
say "clippy"
cargo clippy --workspace --all-targets --quiet -- -D warnings
say "docs"
RUSTDOCFLAGS="-D warnings" cargo doc --workspace --no-deps --document-private-items --quiet
say "each driver feature alone"
for feature in postgres mysql sqlite; do
    cargo clippy --quiet -p migrate-runtime --features "$feature" -- -D warnings
done
say "tests"
# The command is built in one go with the tests: alone it would unite other features and compile the drivers once more.
cargo build --workspace --tests --bin migrate --quiet
MIGRATE_TEST_BINARY=$(cargo metadata --format-version 1 --no-deps | sed 's/.*"target_directory":"\([^"]*\)".*/\1/')/debug/migrate
export MIGRATE_TEST_BINARY
# Tests of servers wait more than they work: twice as many at once as a small machine has cores.
export RUST_TEST_THREADS=${RUST_TEST_THREADS:-$(($(nproc) * 2))}
cargo test --workspace --no-fail-fast "$@"
