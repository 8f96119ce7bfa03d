"""Kills the product under load, again and again, and looks whether anything acknowledged is lost.

Each act carries a word that occurs nowhere else. After each kill the product starts again, each act
without an answer is sent once more under the same command, and each word whose act was answered must
be in the register exactly once. At the end of each life, a database and some fifty kills, `diligence
verify` replays the register and compares. Then the disk fails, the power is cut. Negative controls do
harm on purpose: one that passes means that this harness sees nothing, and fails the run.
"""

import argparse
import os
import pathlib
import shutil
import sqlite3
import sys
import tempfile
import time

import power
from clock_jumps import LIBRARY, clock_jumps
from commits import cut_commits
from disk_faults import fail_disk
from key_changes import COMMANDS, killed_changes, lost_new_key
from lives import control, rounds
from outages import disk_full, server_killed, two_nodes
from postgres_engine import PostgresEngine
from product import Product
from sqlite_engine import SQLiteEngine
from starts import killed_migrations, killed_postgres_migrations
from system_calls import controls, matrix
from tally import HEADING


def forgets(engine, _number):
    engine.forget_commits(8)


def alters(engine, _number):
    """One state's row, on which nobody acts again: replaying the register must contradict it."""
    link = sqlite3.connect(engine.path)
    with link:
        link.execute("UPDATE ticket SET title = title || '.' WHERE id = (SELECT min(id) FROM ticket)")
    link.close()


class Run:
    """One run of everything: prints its table, and remembers what must not be."""

    def __init__(self, options):
        self.options, self.began = options, time.monotonic()
        self.top = pathlib.Path(tempfile.mkdtemp(prefix="diligence-crash."))
        self.seed_file = self.seeded()
        self.is_sound, self.controls, self.unseen = True, 0, []
        print(HEADING)

    def seeded(self):
        """A small database to begin each life with: six weeks of three contracts."""
        path = self.top / "seed.db"
        with open(self.top / "seed.log", "w") as log:
            product = Product(self.options.binary, self.options.project, str(path), log)
            product.start("--demo")
            product.stop()
        return path

    def hold(self, tally):
        print(tally.line(), flush=True)
        self.is_sound &= tally.is_clean()

    def must_fail(self, tally, is_seen):
        print(tally.line(), flush=True)
        self.controls += 1
        if not is_seen(tally):
            self.unseen.append(tally.name)

    def until(self, share=1.0):
        return time.monotonic() + self.options.seconds * share

    def sqlite(self, folder):
        return SQLiteEngine(self.seed_file, folder)

    def kills(self):
        options = self.options
        self.must_fail(
            control("a disk forgets commits", self.sqlite, options, self.top, 3, forgets),
            lambda tally: tally.lost > 0)
        self.must_fail(
            control("a byte of a state is altered", self.sqlite, options, self.top, 3, alters),
            lambda tally: tally.unverified > 0)
        self.must_fail(
            control("retries forget their command", self.sqlite, options, self.top, 3,
                    is_forgetful=True),
            lambda tally: tally.doubled > 0)
        self.hold(rounds("SQLite, killed", self.sqlite, options, self.top, options.kills,
                         self.until(), options.lanes))
        for tally in fail_disk(options, self.seed_file, self.top, self.until()):
            self.hold(tally)
        if options.postgres_kills > 0:
            self.hold(rounds(
                "PostgreSQL, any of its processes killed",
                lambda folder: PostgresEngine(self.seed_file, folder), options, self.top,
                options.postgres_kills, self.until(), 1))

    def power_cuts(self):
        reason = power.missing()
        if reason:
            print(f"no power is cut: {reason}")
            return
        cuts = self.options.kills // 10
        for name, make, count, in_a_life in [
            ("SQLite", power.PowerCutSQLite, cuts, 20),
            ("PostgreSQL", power.PowerCutPostgres, cuts // 5, 10),
        ]:
            if count == 0:
                continue
            self.must_fail(
                control(f"{name}, a disk that lies", lambda folder: make(
                    self.seed_file, folder, lies=True), self.options, self.top, 2),
                lambda tally: tally.lost > 0)
            self.hold(rounds(
                f"{name}, power cut", lambda folder: make(self.seed_file, folder), self.options,
                self.top, count, self.until(0.4), 1, in_a_life))

    def outages(self):
        options, count = self.options, max(2, self.options.postgres_kills // 5)
        for tally in cut_commits(options, self.top, self.seed_file, count, self.until()):
            if tally.name.startswith("control"):
                self.must_fail(tally, lambda tally: tally.doubled > 0)
            else:
                self.hold(tally)
        for outage in (two_nodes, server_killed):
            self.must_fail(
                outage(options, self.top, self.seed_file, 4, float("inf"), is_forgetful=True),
                lambda tally: tally.doubled > 0)
            self.hold(outage(options, self.top, self.seed_file, count, self.until(0.3)))
        if os.getuid() != 0:
            print("no disk is filled: only root may mount a small one")
            return
        self.must_fail(
            disk_full(options, self.top, self.seed_file, is_credulous=True),
            lambda tally: tally.lost > 0)
        self.hold(disk_full(options, self.top, self.seed_file))
        self.hold(disk_full(options, self.top, self.seed_file, is_postgres=True))

    def starts(self):
        options, count = self.options, max(2, self.options.kills // 50)
        self.must_fail(
            killed_migrations(options, self.top, 1, float("inf"), is_harmed=True),
            lambda tally: tally.unverified > 0)
        self.hold(killed_migrations(options, self.top, count, self.until(0.3)))
        self.hold(killed_postgres_migrations(
            options, self.top, self.seed_file, max(1, count // 2), self.until(0.3)))

    def clocks(self):
        if not LIBRARY.exists():
            print("no clock jumps: install faketime")
            return
        self.must_fail(
            clock_jumps(self.options, self.top, self.seed_file, is_barely=True),
            lambda tally: bool(tally.faults))
        self.hold(clock_jumps(self.options, self.top, self.seed_file))

    def calls(self):
        """Whole when it is asked for by name; else the first strikes, and some of the changes of key."""
        options, is_whole = self.options, "calls" in (self.options.only or [])
        for tally, is_seen in controls(options, self.seed_file, self.top):
            self.must_fail(tally, is_seen)
        for tally in matrix(options, self.seed_file, self.top, 16 if is_whole else 2,
                            self.until(1 if is_whole else 0.4)):
            self.hold(tally)
        self.must_fail(lost_new_key(options, self.seed_file, self.top),
                       lambda tally: tally.unverified > 0 or bool(tally.faults))
        for verb in COMMANDS:
            self.hold(killed_changes(options, self.seed_file, self.top, verb,
                                     None if is_whole else 8,
                                     self.until(1 if is_whole else 0.3)))

    def told(self):
        """The last lines, and whether the run is worth its name."""
        failed = self.controls - len(self.unseen)
        print(f"{failed} of {self.controls} controls failed, as they must; "
              f"{time.monotonic() - self.began:.0f} s")
        if self.unseen:
            print(f"✘ unseen harm: {', '.join(self.unseen)}", file=sys.stderr)
        if not self.is_sound or self.unseen:
            print(f"✘ kept for a look: {self.top}", file=sys.stderr)
            return False
        shutil.rmtree(self.top)
        return True


PARTS = {
    "kills": Run.kills, "power": Run.power_cuts, "outages": Run.outages, "starts": Run.starts,
    "clocks": Run.clocks, "calls": Run.calls,
}


def arguments():
    parser = argparse.ArgumentParser(prog="bin/crash", description=__doc__.splitlines()[0])
    parser.add_argument("kills", type=int, nargs="?", default=500, help="on SQLite (500)")
    parser.add_argument("--postgres-kills", type=int, default=None, help="a tenth, unless given")
    parser.add_argument("--seconds", type=float, default=float("inf"), help="at most, per engine")
    parser.add_argument("--lanes", type=int, default=2, help="databases at once (2)")
    parser.add_argument("--seed", default="0", help="repeats the instants of another run")
    parser.add_argument("--only", choices=PARTS, action="append", help="one part; may be repeated")
    options = parser.parse_args()
    options.binary = os.environ["DILIGENCE_BINARY"]
    options.project = str(pathlib.Path(__file__).resolve().parent.parent)
    if options.postgres_kills is None:
        options.postgres_kills = options.kills // 10
    return options


def main():
    options = arguments()
    run = Run(options)
    for part in options.only or PARTS:
        PARTS[part](run)
    return 0 if run.told() else 1


if __name__ == "__main__":
    sys.exit(main())
