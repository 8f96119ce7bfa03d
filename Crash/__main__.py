"""Kills the product under load, again and again, and looks whether anything acknowledged is lost.

Each act carries a word that occurs nowhere else. After each kill the product starts again, each act
without an answer is sent once more under the same command, and each word whose act was answered must
be in the register exactly once. At the end of each life, a database
and some fifty kills, `diligence verify` replays the register and compares. Negative controls do harm
on purpose: one that passes means that this harness sees nothing, and fails the run.
"""

import argparse
import collections
import os
import pathlib
import random
import re
import shutil
import sqlite3
import sys
import tempfile
import threading
import time

from clients import Clients, Notebook, Opening, send_again, token_source
from postgres_engine import PostgresEngine
from product import Product, Tracer
from sqlite_engine import SQLiteEngine

KILLS_IN_A_LIFE = 50
CLIENTS = 6
FAULT_SECONDS = 10
DISK_FAULTS = [("fdatasync", "EIO", True), ("pwrite64", "EIO", True), ("pwrite64", "ENOSPC", False)]
FORGETFUL = "control: retries forget their command"
TOKEN = re.compile(r"TOKEN-[0-9a-f]{8}-[0-9]{6}-")


class Tally:
    def __init__(self, name):
        self.name, self.runs, self.acknowledged, self.lost, self.doubled = name, 0, 0, 0, 0
        self.unverified, self.starts = 0, []

    def is_clean(self):
        return self.lost == 0 and self.doubled == 0 and self.unverified == 0

    def line(self):
        starts = sorted(self.starts) or [0]
        return (f"{self.name:<34}{self.runs:>7}{self.acknowledged:>14}{self.lost:>7}"
                f"{self.doubled:>9}{self.unverified:>12}{starts[len(starts) // 2] * 1000:>9.0f} ms")


HEADING = (f"{'':<34}{'kills':>7}{'acknowledged':>14}{'lost':>7}{'doubled':>9}{'unverified':>12}"
           f"{'start':>12}")


def live(tally, engine, options, folder, seed, kills, until, harm=None):
    """One database from its beginning, through its kills, to its verification."""
    chance, notebook, tokens = random.Random(seed), Notebook(), token_source(seed)
    with open(folder / "product.log", "a") as log:
        product = Product(options.binary, options.project, engine.database, log)
        product.start(*engine.more)
        opening = Opening(product.port)
        for number in range(kills):
            if time.monotonic() > until:
                break
            clients = Clients(product.port, opening, notebook, CLIENTS, tokens)
            time.sleep(chance.uniform(0.02, 0.35))
            engine.kill(product, chance)
            clients.stop()
            if harm:
                harm(engine, number)
            engine.recover()
            product.start(*engine.more)
            send_again(product.port, notebook.to_send_again(), notebook, tally.name == FORGETFUL)
            tally.runs += 1
        product.stop()
        count(tally, engine, notebook)
        tally.unverified += not product.verify()
        tally.starts += product.start_seconds


def count(tally, engine, notebook):
    seen = collections.Counter(
        token for body in engine.bodies() for token in set(TOKEN.findall(body)))
    tally.acknowledged += len(notebook.acknowledged)
    tally.lost += sum(seen[token] == 0 for token in notebook.acknowledged)
    tally.doubled += sum(times > 1 for times in seen.values())


def rounds(name, make, options, top, kills, until, lanes):
    """Lives until the kills are done or the time is over, `lanes` at once."""
    total, lock, lives = Tally(name), threading.Lock(), [0]
    failures = []

    def lane():
        while not failures and time.monotonic() < until:
            with lock:
                number, lives[0] = lives[0], lives[0] + 1
            left = kills - number * KILLS_IN_A_LIFE
            if left <= 0:
                return
            folder = top / f"{name}-{number}"
            folder.mkdir()
            tally, engine = Tally(name), None
            try:
                engine = make(folder)
                live(tally, engine, options, folder, f"{options.seed}/{name}/{number}",
                     min(left, KILLS_IN_A_LIFE), until)
            except Exception as problem:  # noqa: BLE001 - told once, by the main thread
                failures.append(f"{name}, life {number}: {problem!r}, in {folder}")
                return
            finally:
                if engine:
                    engine.close()
            with lock:
                for field in ("runs", "acknowledged", "lost", "doubled", "unverified"):
                    setattr(total, field, getattr(total, field) + getattr(tally, field))
                total.starts += tally.starts
            if tally.is_clean():
                shutil.rmtree(folder)

    threads = [threading.Thread(target=lane) for _ in range(lanes)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print(total.line(), flush=True)
    for failure in failures:
        print(f"✘ {failure}", file=sys.stderr)
    return total.is_clean() and not failures and total.runs > 0


def fail_disk(options, seed_file, top, until):
    """The system call that fails, each in turn: the product ends by itself, or goes on refusing."""
    is_sound = True
    for call, error, must_end in DISK_FAULTS:
        for nth in (1, 2, 5, 12):
            if time.monotonic() > until:
                break
            folder = top / f"{call}-{error}-{nth}"
            folder.mkdir()
            tally = Tally(f"{call} fails by {error}, {nth}")
            is_sound &= meet_fault(options, SQLiteEngine(seed_file, folder), folder, tally,
                                   (call, error, nth, must_end))
            print(tally.line(), flush=True)
    return is_sound


def meet_fault(options, engine, folder, tally, fault):
    call, error, nth, must_end = fault
    notebook, tokens = Notebook(), token_source(folder.name)
    with open(folder / "product.log", "a") as log:
        product = Product(options.binary, options.project, engine.database, log)
        product.start()
        opening = Opening(product.port)
        tracer = Tracer(product.process.pid, call, error, nth, folder)
        clients = Clients(product.port, opening, notebook, CLIENTS, tokens)
        ended = product.ends_within(FAULT_SECONDS if must_end else 1)
        clients.stopped.set()
        tracer.stop()
        if not ended:
            product.kill()
        clients.stop()
        product.start()
        send_again(product.port, notebook.to_send_again(), notebook)
        product.stop()
        count(tally, engine, notebook)
        tally.runs, tally.starts = 1, product.start_seconds
        tally.unverified += not product.verify()
    if must_end and not ended:
        print(f"✘ it went on after {error} of {call}", file=sys.stderr)
    return tally.is_clean() and ended == must_end and (nth > 1 or tracer.has_struck())


def forgets(engine, _number):
    engine.forget_commits(8)


def alters(engine, _number):
    """One state's row, on which nobody acts again: replaying the register must contradict it."""
    link = sqlite3.connect(engine.path)
    with link:
        link.execute("UPDATE ticket SET title = title || '.' WHERE id = (SELECT min(id) FROM ticket)")
    link.close()


CONTROLS = [
    ("a disk forgets commits", forgets, lambda tally: tally.lost > 0),
    ("a byte of a state is altered", alters, lambda tally: tally.unverified > 0),
    ("retries forget their command", None, lambda tally: tally.doubled > 0),
]


def control(name, harm, is_seen, options, seed_file, top):
    """Three kills with harm; gives whether the harness saw it."""
    folder = top / name.replace(" ", "-")
    folder.mkdir()
    tally = Tally(f"control: {name}")
    try:
        live(tally, SQLiteEngine(seed_file, folder), options, folder, name, 3, float("inf"), harm)
    except RuntimeError:
        tally.unverified += 1  # a harmed database may also refuse to open
    print(tally.line(), flush=True)
    return is_seen(tally)


def seeded(options, top):
    """A small database to begin each life with: six weeks of three contracts."""
    path = top / "seed.db"
    with open(top / "seed.log", "w") as log:
        product = Product(options.binary, options.project, str(path), log)
        product.start("--demo")
        product.stop()
    return path


def arguments():
    parser = argparse.ArgumentParser(prog="bin/crash", description=__doc__.splitlines()[0])
    parser.add_argument("kills", type=int, nargs="?", default=500, help="on SQLite (500)")
    parser.add_argument("--postgres-kills", type=int, default=None, help="a tenth, unless given")
    parser.add_argument("--seconds", type=float, default=float("inf"), help="at most, per engine")
    parser.add_argument("--lanes", type=int, default=2, help="databases at once (2)")
    parser.add_argument("--seed", default="0", help="repeats the instants of another run")
    options = parser.parse_args()
    options.binary = os.environ["DILIGENCE_BINARY"]
    options.project = str(pathlib.Path(__file__).resolve().parent.parent)
    if options.postgres_kills is None:
        options.postgres_kills = options.kills // 10
    return options


def main():
    options = arguments()
    top = pathlib.Path(tempfile.mkdtemp(prefix="diligence-crash."))
    began = time.monotonic()
    seed_file = seeded(options, top)
    print(HEADING)
    failed = [name for name, harm, is_seen in CONTROLS
              if not control(name, harm, is_seen, options, seed_file, top)]
    is_sound = rounds(
        "SQLite", lambda folder: SQLiteEngine(seed_file, folder), options, top, options.kills,
        time.monotonic() + options.seconds, options.lanes)
    is_sound &= fail_disk(options, seed_file, top, time.monotonic() + options.seconds)
    if options.postgres_kills > 0:
        is_sound &= rounds(
            "PostgreSQL", lambda folder: PostgresEngine(seed_file, folder), options, top,
            options.postgres_kills, time.monotonic() + options.seconds, 1)
    print(f"{len(CONTROLS) - len(failed)} of {len(CONTROLS)} controls failed, as they must; "
          f"{time.monotonic() - began:.0f} s")
    if failed:
        print(f"✘ unseen harm: {', '.join(failed)}", file=sys.stderr)
    if not is_sound or failed:
        print(f"✘ kept for a look: {top}", file=sys.stderr)
        return 1
    shutil.rmtree(top)
    return 0


if __name__ == "__main__":
    sys.exit(main())
