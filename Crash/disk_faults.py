"""System calls on the database's files that fail, each in turn, under load."""

import time

from clients import Clients, Notebook, Opening, send_again, token_source
from lives import CLIENTS
from product import Product, Tracer
from sqlite_engine import SQLiteEngine
from tally import Tally

FAULT_SECONDS = 10
# The call, what it fails by, and whether the product must then end by itself, or go on refusing.
DISK_FAULTS = [("fdatasync", "EIO", True), ("pwrite64", "EIO", True), ("pwrite64", "ENOSPC", False)]


def fail_disk(options, seed_file, top, until):
    """A line for each call that failed."""
    for call, error, must_end in DISK_FAULTS:
        for nth in (1, 2, 5, 12):
            if time.monotonic() > until:
                return
            folder = top / f"{call}-{error}-{nth}"
            folder.mkdir()
            tally = Tally(f"{call} fails by {error}, {nth}")
            meet_fault(options, SQLiteEngine(seed_file, folder), folder, tally,
                       (call, error, nth, must_end))
            yield tally


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
        tally.count(engine, notebook)
        tally.runs, tally.starts = 1, product.start_seconds
        tally.unverified += not product.verify()
    if ended != must_end:
        tally.faults.append(f"it {'ended' if ended else 'went on'} after {error} of {call}")
    if nth == 1 and not tracer.has_struck():
        tally.faults.append("no call was made to fail")
