"""The register's key is replaced or revoked, and the command dies in each of its system calls.

The next start must end what was begun: the key file, the database and the entries name one key, the old
one where no entry tells of another, and the key can be changed again.
"""

import os
import pathlib
import sqlite3
import subprocess
import time

from product import Product
from sqlite_engine import SQLiteEngine
from system_calls import CALLS, counted, sample, watched
from tally import Tally

COMMANDS = {"rotate": [], "revoke": ["--trusted", "1"]}


def change_key(options, folder, verb, strace=()):
    """Runs the command to its end or its death; gives its exit status."""
    return subprocess.run(
        [*strace, options.binary, "register", "key", verb, *COMMANDS[verb], "--reason", "Essai",
         "--actor", "Ana", "--database", str(folder / "crash.db")],
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        env=os.environ | {"SWIFT_BACKTRACE": "enable=no"}, check=False).returncode


def traced(folder, calls, *more):
    return ["strace", "-f", "-o", str(folder / "calls.log"), "-e", f"trace={calls}", *more,
            *watched(folder / "crash.db", folder)]


def killed_changes(options, seed_file, top, verb, count, until):
    """A line for one command: every call, or `count` of them by chance."""
    tally = Tally(f"key {verb}, killed in each call" if count is None
                  else f"key {verb}, killed in some calls")
    folder = top / f"key-{verb}-learnt"
    folder.mkdir()
    SQLiteEngine(seed_file, folder)
    if change_key(options, folder, verb, traced(folder, ",".join(CALLS))) != 0:
        tally.faults.append("the command itself fails")
        return tally
    seen = counted((folder / "calls.log").read_text())
    places = [(call, nth) for call in CALLS for nth in range(1, seen[call] + 1)]
    outcomes = set()
    for call, nth in sample(places, count, f"{options.seed}/{verb}"):
        if time.monotonic() > until:
            break
        outcomes.add(one_kill(options, seed_file, top, verb, call, nth, tally))
    if not {"old", "new"} <= outcomes and count is None and time.monotonic() < until:
        tally.faults.append(f"every kill left the {outcomes} key: it never struck in between")
    return tally


def one_kill(options, seed_file, top, verb, call, nth, tally, harm=None):
    """Tells which key the register has afterwards."""
    folder = top / f"key-{verb}-{call}-{nth}{'-harmed' if harm else ''}"
    folder.mkdir()
    engine = SQLiteEngine(seed_file, folder)
    before = stored_keys(engine)
    change_key(options, folder, verb, traced(
        folder, call, "-e", f"inject={call}:signal=SIGKILL:when={nth}"))
    if harm:
        harm(folder)
    tally.runs += 1
    with open(folder / "product.log", "a") as log:
        product = Product(options.binary, options.project, engine.database, log)
        try:
            product.start()
        except RuntimeError:
            product.kill()
            tally.unverified += 1
            return "none"
        product.stop()
        tally.starts += product.start_seconds
        tally.unverified += not product.verify()
    after, told = stored_keys(engine), told_changes(engine)
    if len(after) - len(before) != told or told > 1:
        tally.faults.append(f"{verb} {call} {nth}: {len(after)} keys, {told} entries tell of one")
    if public_half(options, folder) != after[-1]:
        tally.faults.append(f"{verb} {call} {nth}: the key file is not the register's")
    if change_key(options, folder, "rotate") != 0 or len(stored_keys(engine)) != len(after) + 1:
        tally.faults.append(f"{verb} {call} {nth}: the key cannot be changed again")
    return "new" if told else "old"


def lost_new_key(options, seed_file, top):
    """The control: the new key's file vanishes with the kill, after the entry that names it."""
    tally = Tally("control: the new key's file is lost")
    one_kill(options, seed_file, top, "rotate", "rename", 2, tally, lose_new)
    return tally


def lose_new(folder):
    pathlib.Path(folder / "crash.db.key.new").unlink()


def stored_keys(engine):
    return query(engine, "SELECT verifier FROM register_key ORDER BY number")


def told_changes(engine):
    return query(engine, """SELECT count(*) FROM entry
                            WHERE kind IN ('register.key-rotated', 'register.key-revoked')""")[0]


def query(engine, sql):
    link = sqlite3.connect(engine.path)
    try:
        return [row[0] for row in link.execute(sql)]
    finally:
        link.close()


def public_half(options, folder):
    return subprocess.run(
        [options.binary, "register", "key", "--database", str(folder / "crash.db")],
        capture_output=True, text=True, check=False).stdout.strip()
