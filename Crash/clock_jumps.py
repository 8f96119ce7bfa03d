"""The server's clock jumps while people work: libfaketime, between the product and the system."""

import pathlib
import sqlite3
import time

from clients import Clients, Notebook, Opening, token_source
from lives import CLIENTS
from product import Product
from sqlite_engine import SQLiteEngine
from tally import Tally

LIBRARY = pathlib.Path("/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1")
HOUR = 3600
# Summer time set by hand, and unset; a battery that died; a second that nobody should be told of.
JUMPS = [0, -HOUR, 0, HOUR, 0, -400 * 24 * HOUR, 0]
BARELY = [0, -1]


def clock_jumps(options, top, seed_file, is_barely=False):
    """Work goes on, nothing is lost, and the register tells each time that the clock went back."""
    tally = Tally("control: clock back by a second" if is_barely else "clock jumps, forth and back")
    folder = top / tally.name.replace(" ", "-").replace(":", "").replace(",", "")
    folder.mkdir()
    engine, notebook = SQLiteEngine(seed_file, folder), Notebook()
    clock, tokens = folder / "clock", token_source(tally.name)
    clock.write_text("+0s\n")
    told = told_jumps(engine)
    with open(folder / "product.log", "a") as log:
        # The library sets a variable when it is first loaded, which moves the environment: Swift then
        # finds no arguments. So it is loaded by `env` first, which the product replaces.
        product = Product(options.binary, options.project, engine.database, log, through=["env"],
                          environment={
            "LD_PRELOAD": str(LIBRARY), "FAKETIME_TIMESTAMP_FILE": str(clock),
            "FAKETIME_NO_CACHE": "1",
            # Waits are measured by the clock that nobody sets.
            "FAKETIME_DONT_FAKE_MONOTONIC": "1"})
        product.start()
        opening = Opening(product.port)
        offsets = BARELY if is_barely else JUMPS
        for offset in offsets:
            clock.write_text(f"{offset:+}s\n")
            before = len(notebook.acknowledged)
            clients = Clients(product.port, opening, notebook, CLIENTS, tokens)
            until = time.monotonic() + 5
            while len(notebook.acknowledged) < before + 20 and time.monotonic() < until:
                time.sleep(0.02)
            clients.stop()
            if len(notebook.acknowledged) < before + 20:
                tally.faults.append(f"no work once the clock is at {offset:+} s")
            tally.runs += 1
        product.stop()
        tally.starts = product.start_seconds
        tally.count(engine, notebook)
        tally.unverified += not product.verify()
    backwards = sum(after < before for before, after in zip(offsets, offsets[1:]))
    told = told_jumps(engine) - told
    if told < backwards:
        tally.faults.append(f"the clock went back {backwards} times, the register tells {told}")
    return tally


def told_jumps(engine):
    link = sqlite3.connect(f"file:{engine.path}?mode=ro", uri=True, timeout=10)
    try:
        return link.execute(
            "SELECT count(*) FROM entry WHERE kind = 'register.clock-back'").fetchone()[0]
    finally:
        link.close()
