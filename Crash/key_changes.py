"""The register's key is replaced or revoked, and the command dies in each of its system calls.

The next start must end what was begun: the key file, the database and the entries name one key, the old
one where no entry tells of another, and the key can be changed again.
"""

import collections
import os
import re
import sqlite3
import subprocess
import time

from product import Product
from sqlite_engine import SQLiteEngine
from system_calls import CALLS, FILES, sample
from tally import Tally

COMMANDS = {"rotate": [], "revoke": ["--trusted", "1"]}


def change_key(options, folder, verb, strace=()):
    """Runs the command to its end or its death; gives its exit status."""
    return subprocess.run(
        [*strace, options.binary, "register", "key", verb, *COMMANDS[verb], "--reason", "Essai",
         "--actor", "Ana", "--database", str(folder / "crash.db")],
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        env=os.environ | {"SWIFT_BACKTRACE": "enable=no"}, check=False).returncode


def traced(folder, calls, paths, *more):
    return ["strace", "-f", "-y", "-o", str(folder / "calls.log"), "-e", f"trace={calls}", *more,
            *[f"--trace-path={path}" for path in paths]]


def killed_changes(options, seed_file, top, verb, count, until):
    """A line for one command: every call, or `count` of them by chance."""
    tally = Tally(f"key {verb}, killed in each call" if count is None
                  else f"key {verb}, killed in some calls")
    folder = top / f"key-{verb}-learnt"
    folder.mkdir()
    SQLiteEngine(seed_file, folder)
    if change_key(options, folder, verb, traced(folder, ",".join(CALLS), paths(folder))) != 0:
        tally.faults.append("the command itself fails")
        return tally
    places = places_of_calls((folder / "calls.log").read_text(), folder)
    outcomes = set()
    for place in sample(places, count, f"{options.seed}/{verb}"):
        if time.monotonic() > until:
            break
        outcomes.add(one_kill(options, seed_file, top, verb, place, tally))
    if not {"old", "new"} <= outcomes and count is None and time.monotonic() < until:
        tally.faults.append(f"every kill left the {outcomes} key: it never struck in between")
    return tally


def paths(folder):
    """What a change of key touches, by the end of its name; the folder itself has none."""
    return {str(folder / "crash.db") + end: end for end in FILES} | {str(folder): None}


def places_of_calls(text, folder):
    """Each call as its name, the file's end and which one it is: strace counts by thread."""
    most = collections.Counter()
    for thread, call in re.findall(r"^(\d+) +(\w+\(.*)", text, re.M):
        named = [end for path, end in paths(folder).items() if re.search(re.escape(path) + '[">]', call)]
        most[thread, call.split("(")[0], named[0] if named else None] += 1
    best = collections.Counter()
    for (_, call, end), count in most.items():
        best[call, end] = max(best[call, end], count)
    return [(call, end, nth) for (call, end), count in best.items() for nth in range(1, count + 1)]


def one_kill(options, seed_file, top, verb, place, tally, harm=None):
    """Tells which key the register has afterwards."""
    call, end, nth = place
    folder = top / f"key-{verb}-{call}{end}-{nth}{'-harmed' if harm else ''}"
    folder.mkdir()
    engine = SQLiteEngine(seed_file, folder)
    before = stored_keys(engine.path)
    path = folder if end is None else str(folder / "crash.db") + end
    change_key(options, folder, verb, traced(
        folder, call, [path], "-e", f"inject={call}:signal=SIGKILL:when={nth}"))
    if harm:
        harm(folder)
    # Another thread may have made the call this time: then the command ended in peace.
    tally.runs += "killed by SIGKILL" in (folder / "calls.log").read_text()
    with open(folder / "product.log", "a") as log:
        product = Product(options.binary, options.project, engine.database, log)
        try:
            product.start()
        except RuntimeError:
            tally.unverified += 1
            return "none"
        product.stop()
        tally.starts += product.start_seconds
        tally.unverified += not product.verify()
    after, told = stored_keys(engine.path), told_changes(engine.path)
    if len(after) - len(before) != told or told > 1:
        tally.faults.append(f"{verb} {place}: {len(after)} keys, {told} entries tell of one")
    if identity_in_file(folder) != after[-1].split("+")[:2]:
        tally.faults.append(f"{verb} {place}: the key file is not the register's")
    if change_key(options, folder, "rotate") != 0 or len(stored_keys(engine.path)) != len(after) + 1:
        tally.faults.append(f"{verb} {place}: the key cannot be changed again")
    return "new" if told else "old"


def lost_new_key(options, seed_file, top):
    """The control: the new key's file vanishes with the kill, after the entry that names it."""
    tally = Tally("control: the new key's file is lost")
    one_kill(options, seed_file, top, "rotate", ("rename", ".key.new", 1), tally, lose_new)
    return tally


def lose_new(folder):
    (folder / "crash.db.key.new").unlink()


def stored_keys(path):
    return query(path, "SELECT verifier FROM register_key ORDER BY number")


def told_changes(path):
    return query(path, """SELECT count(*) FROM entry
                            WHERE kind IN ('register.key-rotated', 'register.key-revoked')""")[0]


def query(path, sql):
    link = sqlite3.connect(path)
    try:
        return [row[0] for row in link.execute(sql)]
    finally:
        link.close()


def identity_in_file(folder):
    """Name and identity of the key in its file, as its public half begins (PRIVATE+KEY+name+identity+…)."""
    return (folder / "crash.db.key").read_text().split("+")[2:4]
