"""Makes vectors: random graphs and commands, and what Alembic answers.

    pip install alembic==1.20.1
    PYTHONHASHSEED=0 python generate.py SEED COUNT > vectors.jsonl

Revisions live in memory, rows in a set, so that 5,000 take a second. The commands are Alembic's own functions below
`alembic.command`; what that module itself does (reading arguments, printing) is done here as it does it there.
"""

import json
import random
import signal
import sys
import types
import warnings

import alembic.util.messaging
import sqlalchemy as sa
from alembic import util
from alembic.runtime.migration import HeadMaintainer
from alembic.script.base import Script, ScriptDirectory
from alembic.script.revision import RevisionMap

warnings.simplefilter("ignore")
util.warn = alembic.util.messaging.warn = lambda *a, **k: None
VERSION_TABLE = sa.Table("alembic_version", sa.MetaData(), sa.Column("version_num", sa.String(32)))


class Ctx:
    as_sql = True
    _version = VERSION_TABLE

    class impl:
        @staticmethod
        def _exec(*a, **k):
            return None


def directory(nodes):
    scripts = []
    for n in nodes:
        mod = types.SimpleNamespace(
            revision=n["id"],
            down_revision=tuple(n["down"]) or None,
            branch_labels=tuple(n.get("labels", ())) or None,
            depends_on=tuple(n.get("depends_on", ())) or None,
            upgrade=lambda: None,
            downgrade=lambda: None,
            __doc__="doc " + n["id"],
        )
        scripts.append(mod)
    sd = ScriptDirectory.__new__(ScriptDirectory)
    sd.revision_map = RevisionMap(
        lambda: [Script(mod, mod.revision, "/versions/%s_.py" % mod.revision) for mod in scripts]
    )
    return sd


def run_steps(sd, steps, rows):
    hm = HeadMaintainer(Ctx, set(rows))
    out = []
    for s in steps:
        hm.update_to_step(s)
        d = {"rows": sorted(hm.heads)}
        if type(s).__name__ == "RevisionStep":
            d["rev"] = s.revision.revision
        out.append(d)
    return {"steps": out, "rows": sorted(hm.heads)}


def answer(sd, v):
    cmd, args, opts, rows = v["command"], v["args"], v["opts"], tuple(v["heads"])
    if cmd in ("upgrade", "downgrade"):
        rev = args[0]
        start = None
        if ":" in rev:
            if not opts.get("sql"):
                raise util.CommandError("Range revision not allowed")
            start, rev = rev.split(":", 2)
        elif opts.get("sql") and cmd == "downgrade":
            raise util.CommandError("downgrade with --sql requires <fromrev>:<torev>")
        if opts.get("sql"):
            if start is None or start == "base":
                rows = ()
            else:
                rows = tuple(sd.get_revision(s).revision for s in util.to_tuple(start))
        steps = sd._upgrade_revs(rev, rows) if cmd == "upgrade" else sd._downgrade_revs(rev, rows)
        a = run_steps(sd, list(steps), rows)
        if opts.get("sql"):
            a.pop("rows")
        return a
    if cmd == "stamp":
        if opts.get("purge"):
            rows = ()
        steps = sd._stamp_revs(tuple(args), rows)
        return run_steps(sd, list(steps), rows)
    if cmd == "history":
        if args:
            if ":" not in args[0]:
                raise util.CommandError("History range requires [start]:[end], [start]:, or :[end]")
            base, head = args[0].strip().split(":")
        else:
            base = head = None

        def disp(base, head):
            out = list(sd.walk_revisions(base=base or "base", head=head or "heads"))
            return {
                "output": [
                    s.cmd_format(verbose=False, include_branches=True, include_doc=True, include_parents=True)
                    for s in out
                ],
                "revs": [s.revision for s in out],
            }

        if head == "current":
            list(sd.get_revisions(rows))
            return disp(base, rows)
        if base == "current":
            return disp(rows, head)
        return disp(base, head)
    if cmd == "heads":
        hs = sd.get_revisions("heads") if opts.get("resolve_dependencies") else sd.get_revisions(sd.get_heads())
        return {
            "output": [r.cmd_format(False, include_branches=True, tree_indicators=False) for r in hs],
            "revs": [r.revision for r in hs],
        }
    if cmd == "current":
        if opts.get("check_heads") and set(rows) != set(sd.get_heads()):
            raise util.CommandError("Database is not on all head revisions")
        rs = sd.get_all_current(rows)
        return {"output": [r.cmd_format(False) for r in rs], "revs": [r.revision for r in rs]}
    if cmd == "show":
        if args[0] == "current":
            return {"output": [], "revs": [r.revision for r in sd.get_revisions(rows)]}
        return {"output": [], "revs": [r.revision for r in sd.get_revisions(args[0])]}
    if cmd == "merge" or cmd == "revision":
        splice = opts.get("splice")
        with sd._catch_revision_errors(
            multiple_heads="Multiple heads are present; please specify the head revision on which the new revision should be based, or perform a merge."
        ):
            if cmd == "merge":
                heads = sd.revision_map.get_revisions(args)
            else:
                heads = sd.revision_map.get_revisions(opts.get("head") or "head")
            for h in heads:
                assert h != "base"
        if len(set(heads)) != len(heads):
            raise util.CommandError("Duplicate head revisions specified")
        if not splice:
            for h in heads:
                if h is not None and not h.is_head:
                    raise util.CommandError(
                        "Revision %s is not a head revision; please specify --splice to create a new branch from this revision"
                        % h.revision
                    )
        deps = []
        with sd._catch_revision_errors():
            for d in opts.get("depends_on") or []:
                r = sd.revision_map.get_revision(d)
                deps.append(d if d in r.branch_labels else r.revision)
        lab = [opts["branch_label"]] if opts.get("branch_label") else []
        return {"new": {"down": [h.revision for h in heads if h is not None], "depends_on": deps, "labels": lab}}
    if cmd == "graph":
        rm = sd.revision_map
        revs = [r for k, r in rm._revision_map.items() if r is not None and k == r.revision]
        f = {
            "bases": list(rm.bases),
            "heads": list(rm.heads),
            "real_bases": list(rm._real_bases),
            "real_heads": list(rm._real_heads),
            "labels": {r.revision: sorted(r.branch_labels) for r in revs},
            "normalized_down": {r.revision: list(r._normalized_down_revisions) for r in revs},
        }
        return {"output": [json.dumps(f)], "revs": []}


class TO(Exception):
    pass


def alarm(*a):
    raise TO()


signal.signal(signal.SIGALRM, alarm)


def solve(v):
    signal.setitimer(signal.ITIMER_REAL, 3)
    try:
        sd = directory(v["graph"])
        return answer(sd, v)
    except util.CommandError as e:
        return {"error": "CommandError", "message": str(e), "clean": True}
    except TO:
        return {"error": "hang", "message": "hang", "clean": False}
    except Exception as e:
        return {"error": type(e).__name__, "message": str(e) or type(e).__name__, "clean": False}
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def gen(rng):
    n = rng.choice([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20, 30, 40])
    style = rng.choice(["short", "hex", "pfx", "word", "num"])
    ids = []
    pfx = ["%04x" % rng.randrange(65536) for _ in range(rng.randrange(1, 4))]
    for i in range(n):
        while True:
            x = {
                "short": lambda: chr(97 + i // 26) + chr(97 + i % 26) if n > 26 else chr(97 + i),
                "hex": lambda: "%012x" % rng.randrange(16**12),
                "pfx": lambda: rng.choice(pfx) + "%08x" % rng.randrange(16**8),
                "word": lambda: "rev_%s%d" % (rng.choice(["add", "drop", "alter", "x"]), i + 1),
                "num": lambda: "%04d" % (i + 1),
            }[style]()
            if x not in ids:
                break
        ids.append(x)
    pm, pb, pd, pl, proot = rng.choice(
        [
            (0, 0, 0, 0.1, 0),
            (0.2, 0.3, 0, 0.2, 0.05),
            (0.1, 0.3, 0.3, 0.2, 0.1),
            (0.3, 0.5, 0.5, 0.3, 0.2),
            (0.05, 0.1, 0.2, 0.3, 0.3),
        ]
    )
    nodes = []
    lab = 0
    labels = []
    for i, x in enumerate(ids):
        down = []
        if i and rng.random() >= proot:

            def pick():
                return i - 1 if rng.random() >= pb else rng.randrange(max(0, i - 6), i)

            down = [pick()]
            while rng.random() < pm and len(down) < 3:
                p = pick()
                if p not in down:
                    down.append(p)
                else:
                    break
        deps = []
        if i and rng.random() < pd:
            for _ in range(rng.randrange(1, 4)):
                d = rng.randrange(i)
                if d not in deps:
                    deps.append(d)
        ls = []
        if rng.random() < pl:
            for _ in range(rng.choice([1, 1, 1, 2])):
                ls.append("br%d" % lab)
                lab += 1
        dn = [ids[d] for d in deps]
        dn = [
            rng.choice(nodes[ids.index(d)]["labels"]) if nodes[ids.index(d)].get("labels") and rng.random() < 0.3 else d
            for d in dn
        ]
        node = {"id": x, "down": [ids[d] for d in down]}
        if ls:
            node["labels"] = ls
            labels += ls
        if dn:
            node["depends_on"] = dn
        nodes.append(node)
    lo = nodes[:]
    k = rng.choice([0, 1, 2])
    if k == 1:
        rng.shuffle(lo)
    elif k == 2:
        lo.sort(key=lambda a: a["id"])
    # rows
    by = {a["id"]: a for a in nodes}
    lb = {l: a["id"] for a in nodes for l in a.get("labels", [])}

    def anc(s):
        out = set()
        st = list(s)
        while st:
            y = st.pop()
            if y in out:
                continue
            out.add(y)
            st += by[y]["down"] + [lb.get(d, d) for d in by[y].get("depends_on", [])]
        return out

    pick = rng.sample(ids, min(n, rng.choice([0, 1, 1, 1, 2, 2, 3, 4])))
    allr = anc(pick)
    rows = [r for r in allr if not any(r != o and r in anc([o]) for o in allr)]
    rng.shuffle(rows)

    def name():
        r = rng.random()
        if r < 0.55 or (r < 0.8 and not labels):
            x = rng.choice(ids)
            return x[: rng.randrange(1, len(x) + 1)] if rng.random() < 0.25 else x
        if r < 0.8:
            return rng.choice(labels)
        if r < 0.9:
            return "head"
        if r < 0.97:
            return "heads"
        return "base"

    def branch():
        r = rng.random()
        if r < 0.07:
            return "nolabel"
        if r < 0.6 and labels:
            return rng.choice(labels)
        x = rng.choice(ids)
        return x[: rng.randrange(1, len(x) + 1)] if rng.random() < 0.15 else x

    def N():
        return rng.choice([1, 1, 1, 2, 2, 3, 5])

    def target(sign):
        r = rng.random()
        if r < 0.35:
            return name()
        if r < 0.5:
            return rng.choice(["head", "heads", "base"])
        if r < 0.65:
            return branch() + "@" + rng.choice(["head", "heads", "base", name(), name()])
        if r < 0.8:
            return "%s%d" % (sign, N())
        if r < 0.92:
            return branch() + "@%s%d" % (sign, N())
        if r < 0.97:
            return name() + "%s%d" % (rng.choice("+-"), N())
        return branch() + "@" + name() + "%s%d" % (rng.choice("+-"), N())

    cmd = rng.choices(
        ["upgrade", "downgrade", "stamp", "history", "heads", "current", "show", "merge", "revision", "graph"],
        [30, 30, 14, 10, 2, 3, 3, 4, 4, 2],
    )[0]
    opts = {}
    args = []
    if cmd in ("upgrade", "downgrade"):
        sign = rng.choice("+++-") if cmd == "upgrade" else rng.choice("---+")
        args = [target(sign)]
        if rng.random() < 0.12:
            opts["sql"] = True
            args = [rng.choice([name(), "base", target(sign)]) + ":" + args[0]]
    elif cmd == "stamp":
        args = [target("-") for _ in range(rng.choice([1, 1, 1, 2, 3]))]
        if rng.random() < 0.2:
            opts["purge"] = True
    elif cmd == "history":

        def side():
            return rng.choice(
                [
                    "",
                    "current",
                    "base",
                    "heads",
                    name(),
                    name(),
                    target("+"),
                    branch() + "@" + rng.choice(["head", "base"]),
                ]
            )

        args = [side() + ":" + side()] if rng.random() < 0.95 else []
    elif cmd == "heads":
        if rng.random() < 0.5:
            opts["resolve_dependencies"] = True
    elif cmd == "current":
        if rng.random() < 0.5:
            opts["check_heads"] = True
    elif cmd == "show":
        args = [rng.choice([target("-"), "current"])]
    elif cmd == "merge":
        args = [rng.choice(["heads", "heads", name(), branch() + "@head"]) for _ in range(rng.choice([1, 1, 2, 3]))]
        if rng.random() < 0.3:
            opts["splice"] = True
    elif cmd == "revision":
        if rng.random() < 0.6:
            opts["head"] = rng.choice([name(), branch() + "@head", "heads"])
        if rng.random() < 0.4:
            opts["splice"] = True
        if rng.random() < 0.4:
            opts["depends_on"] = [name()]
        if rng.random() < 0.3:
            opts["branch_label"] = "fresh"
    return {"graph": lo, "heads": rows, "command": cmd, "args": args, "opts": opts, "kind": {}}


if __name__ == "__main__":
    seed, count = int(sys.argv[1]), int(sys.argv[2])
    rng = random.Random(seed)
    for _ in range(count):
        v = gen(rng)
        v["answer"] = solve(v)
        print(json.dumps(v))
