#!/usr/bin/env python3
"""Breaks valid statements and asks the real grammar about each.

    python3 tests/tools/mutate.py postgres sqlite mariadb --count 4000 --seed 1 > /tmp/mutants.jsonl
    cargo run -p migrate-tests --bin corpus -- --mutants /tmp/mutants.jsonl

Reads the statements of ../shared/corpus (or CORPUS) that the servers' grammars accept, or with --statements the "sql" of
each line of a file, which the server is asked about first. The judges are libpg_query
(`pip install pglast`), Python's sqlite3, and a MariaDB server at 127.0.0.1:3306 (`pip install pymysql`). Prints one
line a mutant: dialect, kind, sql, valid, line (of the error, where it is known). Mutants about which the grammar says
nothing sure, because another error comes first, are left out.
"""

import argparse
import json
import os
import random
import re
import sqlite3
import sys

ROOT = os.environ.get("CORPUS") or os.path.join(os.path.dirname(__file__), "../../../shared/corpus")

KEYWORDS = set(
    """add after all alter and any as asc auto_increment autoincrement before begin between bigint by cascade case cast
    change character check collate column comment concurrently conflict constraint create cross current_timestamp
    database default deferrable delete desc distinct do drop each else end engine exists extension foreign from
    function grant group having if in index inner insert instead into is join key language left like limit materialized
    modify natural not null nothing on only or order outer over partition primary procedure references rename replace
    restrict returning returns row schema select sequence set table temporary then to trigger truncate type union unique
    update using values varchar view when where with without""".split()
)

FOREIGN = [
    "AUTO_INCREMENT", "AUTOINCREMENT", "ENGINE=InnoDB", "UNSIGNED", "IDENTITY(1,1)", "ON UPDATE CURRENT_TIMESTAMP",
    "ON CONFLICT DO NOTHING", "ON DUPLICATE KEY UPDATE a = 1", "RETURNING id", "USING btree", "WITHOUT ROWID", "STRICT",
    "CHARACTER SET utf8mb4", "COMMENT 'x'", "::text", "CASCADE", "IF NOT EXISTS", "CONCURRENTLY", "NOT VALID",
    "TOP 10", "GO", "DEFERRABLE INITIALLY DEFERRED", "FIRST", "INCLUDE (a)", "NULLS FIRST", "ILIKE 'a'", "TYPE text",
]

TOKEN = re.compile(
    r"""(?P<comment>--[^\n]*|/\*.*?\*/)|(?P<dollar>\$(?P<tag>\w*)\$.*?\$(?P=tag)\$)
    |(?P<text>[eE]?'(?:[^'\\]|''|\\.)*')|(?P<name>"(?:[^"]|"")*"|`[^`]*`|\[[^\]]*\])
    |(?P<word>[A-Za-z_]\w*)|(?P<number>\d[\w.]*)|(?P<op>::|<=|>=|<>|!=|\|\||->>|->|:=|[^\s\w])""",
    re.X | re.S,
)


def tokens(sql):
    return [m for m in TOKEN.finditer(sql) if m.lastgroup != "comment" and not m.group("comment")]


def slip(rng, word):
    at = rng.randrange(1, len(word))
    how = rng.randrange(4)
    if how == 0 and at + 1 < len(word):
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    if how == 1:
        return word[:at] + word[at + 1 :]
    if how == 2:
        return word[:at] + word[at] + word[at:]
    return word[:at] + rng.choice("aeiostn") + word[at + 1 :]


def cut(sql, start, end, new=""):
    return sql[:start] + new + sql[end:]


def mutate(rng, sql):
    """One mutant and its kind, or None."""
    found = tokens(sql)
    if len(found) < 3:
        return None
    kinds = ["keyword", "keyword", "drop", "bracket", "quote", "comma", "nocomma", "order", "double", "cut", "clause"]
    kind = rng.choice(kinds + ["foreign"])

    def pick(wanted):
        choice = [t for t in found if wanted(t)]
        return rng.choice(choice) if choice else None

    if kind == "keyword":
        t = pick(lambda t: t.group().lower() in KEYWORDS and len(t.group()) > 2)
        return t and (kind, cut(sql, *t.span(), slip(rng, t.group())))
    if kind == "drop":
        t = rng.choice(found)
        return kind, cut(sql, *t.span())
    if kind == "bracket":
        t = pick(lambda t: t.group() in "()")
        return t and (kind, cut(sql, *t.span(), rng.choice(["", t.group() * 2])))
    if kind == "quote":
        t = pick(lambda t: t.group()[-1] in "'\"`" and len(t.group()) > 1)
        return t and (kind, cut(sql, t.end() - 1, t.end()) if rng.random() < 0.7 else cut(sql, t.start(), t.start() + 1))
    if kind == "comma":
        t = pick(lambda t: t.group() in ",)")
        return t and (kind, cut(sql, t.start(), t.start(), ","))
    if kind == "nocomma":
        t = pick(lambda t: t.group() == ",")
        return t and (kind, cut(sql, *t.span(), " "))
    if kind == "foreign":
        # A clause of another dialect behind some token.
        t = rng.choice(found[1:])
        return kind, cut(sql, t.end(), t.end(), " " + rng.choice(FOREIGN) + " ")
    if kind == "clause":
        # A run of tokens that begins with a keyword changes places with the run before it.
        starts = [i for i, t in enumerate(found) if t.group().lower() in KEYWORDS]
        if len(starts) < 3:
            return None
        at = rng.randrange(len(starts) - 2)
        a, b = found[starts[at]].start(), found[starts[at + 1]].start()
        c = found[starts[at + 2]].start()
        return kind, sql[:a] + sql[b:c].rstrip() + " " + sql[a:b].rstrip() + " " + sql[c:]
    if kind == "cut":
        t = rng.choice(found[1:])
        return kind, sql[: t.start()].rstrip()
    if kind == "order":
        at = rng.randrange(len(found) - 1)
        a, b = found[at], found[at + 1]
        return kind, sql[: a.start()] + b.group() + sql[a.end() : b.start()] + a.group() + sql[b.end() :]
    t = rng.choice(found)
    return kind, cut(sql, t.end(), t.end(), " " + t.group())


class Postgres:
    def __init__(self):
        import pglast

        self.parse = pglast.parse_sql
        self.error = pglast.parser.ParseError

    def ask(self, sql):
        try:
            self.parse(sql)
            return True, None
        except self.error as error:
            location = getattr(error, "location", None)
            if location is None and len(error.args) > 1:
                location = error.args[1]
            line = sql.count("\n", 0, location) + 1 if isinstance(location, int) and location >= 0 else None
            return False, line


class Sqlite:
    WRONG = re.compile(r"syntax error|incomplete input|unrecognized token")
    MISSING = re.compile(r"no such table: (?:main\.)?(\S+)")

    def ask(self, sql):
        db = sqlite3.connect(":memory:")
        try:
            for _ in range(4):
                try:
                    db.execute("EXPLAIN " + sql)
                    return True, None
                except sqlite3.Warning:
                    return None, None
                except sqlite3.Error as error:
                    message = str(error)
                    if self.WRONG.search(message):
                        return False, None
                    missing = self.MISSING.search(message)
                    # Some rules look the table up before the rest is read.
                    early = re.match(r"(?i)\s*(alter\s+table|create\s+(temp\w*\s+)?trigger)", sql)
                    if not early:
                        sure = missing or re.match(r"no such|table \S+ (already|has)|there is already", message)
                        return (True, None) if sure else (None, None)
                    if not missing:
                        return None, None
                    db.execute(f'CREATE TABLE "{missing.group(1)}" (id)')
            return None, None
        except (sqlite3.Error, ValueError):
            return None, None
        finally:
            db.close()


class MariaDb:
    # Errors that come after the whole statement was read.
    LATE = {1046, 1049, 1146, 1054, 1050, 1051, 1091, 1305, 1052, 1072, 1060, 1061, 1007, 1008, 1359, 1360, 1304}

    def __init__(self):
        import pymysql

        self.errors = pymysql.err.Error
        self.connection = pymysql.connect(host="127.0.0.1", user="root", autocommit=True)
        self.cursor = self.connection.cursor()
        self.cursor.execute("CREATE DATABASE IF NOT EXISTS helper_sql_mutants")
        self.cursor.execute("USE helper_sql_mutants")

    def close(self):
        self.cursor.execute("DROP DATABASE helper_sql_mutants")

    def ask(self, sql):
        try:
            self.cursor.execute("PREPARE mutant FROM %s", (sql,))
            return True, None
        except self.errors as error:
            code, message = error.args[0], str(error.args[-1])
            if code == 1064:
                line = re.search(r"at line (\d+)", message)
                return False, int(line.group(1)) if line else None
            return (True, None) if code in self.LATE else (None, None)


SERVERS = {"postgres": Postgres, "sqlite": Sqlite, "mariadb": MariaDb}


def corpus(dialect):
    """Each file of the corpus with the ranges of its valid statements; only files without other statements."""
    folder = "mysql" if dialect == "mariadb" else dialect
    files, ranges = [], {}
    with open(os.path.join(ROOT, "statements.jsonl")) as lines:
        for line in lines:
            s = json.loads(line)
            ranges.setdefault(s["path"], []).append((s["start"], s["end"]) if s["grammar"] == "valid" else None)
    with open(os.path.join(ROOT, "manifest.jsonl")) as lines:
        for line in lines:
            entry = json.loads(line)
            if entry["dialect"] == folder and not entry["templated"] and entry["path"] in ranges:
                files.append((entry["path"], ranges[entry["path"]]))
    return files


def read(path):
    with open(os.path.join(ROOT, path), "rb") as file:
        return file.read()


def statements(dialect):
    seen, out = set(), []
    for path, ranges in corpus(dialect):
        text = read(path)
        for start, end in filter(None, ranges):
            sql = text[start:end].decode("utf8", "replace").replace("\r\n", "\n").strip()
            sql = sql.rstrip(";").rstrip()
            # Long lists of rows and many statements of one shape would drown the rest.
            shape = re.sub(r"[\w'\"`$.]+", "a", sql)[:80] + sql[:12]
            if len(sql) < 4000 and shape not in seen:
                seen.add(shape)
                out.append(sql)
    return out


def whole_files(rng, dialect, server, count):
    """Files with one mistake in one of their statements. A lost quote is to be found where it was opened."""
    pool = [(p, r) for p, r in corpus(dialect) if len(r) > 4 and all(r)]
    while count:
        path, ranges = rng.choice(pool)
        text = read(path)
        if len(text) > 60000 or b"\r" in text or text.startswith(b"\xef\xbb\xbf"):
            continue
        start, end = rng.choice(ranges)
        sql = text[start:end].decode("utf8", "replace")
        made = mutate(rng, sql.rstrip().rstrip(";"))
        if not made or "\0" in made[1]:
            continue
        kind, mutant = made
        valid, line = server.ask(mutant)
        if valid is not False:
            continue
        line = line or 1
        if kind == "quote":
            at = next((i for i, (a, b) in enumerate(zip(sql, mutant)) if a != b), len(mutant))
            held = [t for t in tokens(sql) if t.start() <= at < t.end()]
            line = sql.count("\n", 0, held[0].start() if held else at) + 1
        elif dialect == "sqlite":
            line = None
        before = text[:start].decode("utf8", "replace")
        line = line and before.count("\n") + line
        count -= 1
        sql = before + mutant + (";" if sql.rstrip().endswith(";") else "") + text[end:].decode("utf8", "replace")
        yield {"dialect": dialect, "kind": "file-" + kind, "sql": sql, "valid": False, "line": line}


def main():
    args = argparse.ArgumentParser()
    args.add_argument("dialects", nargs="+", choices=SERVERS)
    args.add_argument("--count", type=int, default=4000)
    args.add_argument("--seed", type=int, default=1)
    args.add_argument("--statements")
    args.add_argument("--whole", action="store_true", help="whole files with one mistake")
    args = args.parse_args()
    for dialect in args.dialects:
        rng = random.Random(f"{dialect} {args.seed}")
        server = SERVERS[dialect]()
        if args.whole:
            for made in whole_files(rng, dialect, server, args.count):
                print(json.dumps(made))
            continue
        if args.statements:
            with open(args.statements) as lines:
                pool = [json.loads(line)["sql"].strip().rstrip(";").rstrip() for line in lines]
            pool = [sql for sql in pool if "\0" not in sql and server.ask(sql)[0]]
        else:
            pool = statements(dialect)
        print(f"{dialect}: {len(pool)} shapes", file=sys.stderr)
        done = 0
        while done < args.count:
            sql = rng.choice(pool)
            made = mutate(rng, sql)
            # A `;` inside would make it two statements, and the server is asked about one.
            if not made or "\0" in made[1]:
                continue
            kind, mutant = made
            valid, line = server.ask(mutant)
            if valid is None:
                continue
            done += 1
            print(json.dumps({"dialect": dialect, "kind": kind, "sql": mutant, "valid": valid, "line": line}))
        if hasattr(server, "close"):
            server.close()


if __name__ == "__main__":
    main()
