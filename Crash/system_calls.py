"""Each system call of a write is killed, or fails, in its turn, while people work.

First some work is watched, to learn which calls the product makes on its files and how often.
Then each of them, for the first, the second… the nth time: the process dies in it (SIGKILL), or the call
answers EIO, ENOSPC or EINTR. The product may end or go on; it starts again, and nothing acknowledged
may be lost or done twice.
"""

import collections
import random
import re
import subprocess
import time

from clients import Clients, Notebook, Opening, send_again, token_source
from lives import CLIENTS
from product import Product
from sqlite_engine import SQLiteEngine
from tally import Tally

CALLS = ["pwrite64", "fdatasync", "fsync", "openat", "write", "rename", "link", "ftruncate",
         "unlink"]
# What is done to the call, and whether to every one from then on: a full disk stays full.
FAULTS = {"KILL": "signal=SIGKILL:when={}", "EIO": "error=EIO:when={}",
          "ENOSPC": "error=ENOSPC:when={}+", "EINTR": "error=EINTR:when={}"}
FILES = ["", "-wal", "-shm", "-journal", ".key", ".key.new", ".key.mark", ".key.mark.new"]
STRIKE_SECONDS = 6


def watched(database, folder):
    """The arguments by which strace sees only what touches the database's files and its key's."""
    names = [f"{database}{end}" for end in FILES] + [str(folder)]
    return [f"--trace-path={name}" for name in names]


class CallTracer:
    """Follows a running process; makes the nth of its calls of a kind fail, in whatever thread."""

    def __init__(self, pid, folder, calls, inject=None):
        self.record = folder / "calls.log"
        self.record.write_text("")
        more = ["-e", f"inject={calls}:{inject}"] if inject else []
        self.process = subprocess.Popen(
            ["strace", "-f", "-p", str(pid), "-o", str(self.record), "-e", f"trace={calls}", *more,
             *watched(folder / "crash.db", folder)],
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        self.process.stderr.readline()

    def stop(self):
        self.process.terminate()
        self.process.wait()

    def has_struck(self):
        text = self.record.read_text()
        return "(INJECTED)" in text or "killed by SIGKILL" in text


def counted(text):
    """How often each call stands in what strace wrote."""
    return collections.Counter(re.findall(r"^(?:\d+ +)?(\w+)\(", text, re.M))


def learn_calls(options, seed_file, top):
    """Which calls three seconds of work make, and how often each."""
    folder = top / "calls-learnt"
    folder.mkdir()
    engine = SQLiteEngine(seed_file, folder)
    with open(folder / "product.log", "a") as log:
        product = Product(options.binary, options.project, engine.database, log)
        product.start()
        tracer = CallTracer(product.process.pid, folder, ",".join(CALLS))
        clients = Clients(product.port, Opening(product.port), Notebook(), CLIENTS,
                          token_source("calls"))
        time.sleep(3)
        clients.stop()
        tracer.stop()
        product.stop()
    return counted(tracer.record.read_text())


def matrix(options, seed_file, top, depth, until):
    """A line for each call and fault: `depth` strikes each, or as many as the call is made."""
    seen = learn_calls(options, seed_file, top)
    print("  calls on the database's files in three seconds of work: "
          + ", ".join(f"{name} {seen[name]}" for name in CALLS), flush=True)
    for call in CALLS:
        for fault in FAULTS:
            if not seen[call] or time.monotonic() > until:
                continue
            # A call that work makes rarely is not made often enough while a strike is awaited.
            times = min(depth, max(1, seen[call] // 4))
            yield strike(options, seed_file, top, f"{call} meets {fault}", call,
                         FAULTS[fault], range(1, times + 1), until)


def strike(options, seed_file, top, name, call, inject, places, until, harm=None):
    """One database, whose product meets the fault at each of these places in turn."""
    tally, notebook, tokens = Tally(name), Notebook(), token_source(name)
    folder = top / name.replace(" ", "-").replace(":", "")
    folder.mkdir()
    engine = SQLiteEngine(seed_file, folder)
    with open(folder / "product.log", "a") as log:
        product = Product(options.binary, options.project, engine.database, log)
        product.start()
        opening = Opening(product.port)
        for place in places:
            # A line that was begun has one run at least: none would count as a failure.
            if tally.runs and time.monotonic() > until:
                break
            tracer = CallTracer(product.process.pid, folder, call, inject.format(place))
            clients = Clients(product.port, opening, notebook, CLIENTS, tokens)
            has_struck = wait_for(tracer.has_struck, STRIKE_SECONDS)
            time.sleep(0.05)
            clients.stopped.set()
            ended = product.ends_within(0.3)
            tracer.stop()
            if not ended:
                product.kill()
            clients.stop()
            if not has_struck:
                tally.faults.append(f"no {call} was struck, {place}")
            if harm:
                harm(engine)
            product.start()
            send_again(product.port, notebook.to_send_again(), notebook)
            tally.runs += 1
        product.stop()
        tally.count(engine, notebook)
        tally.starts = product.start_seconds
        tally.unverified += not product.verify()
    return tally


def wait_for(is_so, seconds):
    until = time.monotonic() + seconds
    while not is_so():
        if time.monotonic() > until:
            return False
        time.sleep(0.01)
    return True


def controls(options, seed_file, top):
    """What must be seen: commits that the disk forgets at the kill, and a strike that never comes."""
    yield strike(options, seed_file, top, "control: killed, and commits forgotten", "fdatasync",
                 FAULTS["KILL"], (2, 3), float("inf"), lambda engine: engine.forget_commits(8)
                 ), lambda tally: tally.lost > 0
    yield strike(options, seed_file, top, "control: a call that is never made", "unlink",
                 FAULTS["KILL"], (1,), float("inf")), lambda tally: bool(tally.faults)


def sample(places, count, seed):
    """All of them, or so many by chance and the last ones, where a change is made final."""
    if count is None or len(places) <= count:
        return places
    chance = random.Random(seed)
    return sorted(chance.sample(places[:-3], count - 3), key=places.index) + places[-3:]
