"""The line to PostgreSQL is cut before, in and after a COMMIT, under load.

A client that was not answered sends the act again under the same command: it is done once. The control
sends acts that say nothing of which act they are.
"""

import time

from clients import Clients, Notebook, Opening, send_again, token_source
from lives import CLIENTS
from postgres_engine import PostgresEngine
from product import Product
from proxy import CuttingProxy
from tally import Tally

CUT_SECONDS = 5


def cut_commits(options, top, seed_file, cuts, until):
    """A line for each moment, and one for the control."""
    folder = top / "commits"
    folder.mkdir()
    engine = PostgresEngine(seed_file, folder)
    proxy = CuttingProxy(engine.port)
    through = engine.database.replace(f":{engine.port}/", f":{proxy.port}/")
    try:
        with open(folder / "product.log", "a") as log:
            product = Product(options.binary, options.project, engine.database, log)
            product.start(*engine.more)
            product.stop()
            product.database = through
            product.start("--key", engine.key)
            opening = Opening(product.port)
            for moment in ("before", "in", "after"):
                tally = Tally(f"line cut {moment} COMMIT")
                meet_cuts(product, opening, proxy, engine, tally, moment, cuts, until, keyless=False)
                yield tally
            tally = Tally("control: acts without a command, cut after")
            meet_cuts(product, opening, proxy, engine, tally, "after", 8, float("inf"), keyless=True)
            tally.starts = product.start_seconds
            product.stop()
            tally.unverified += not product.verify()
            yield tally
    finally:
        proxy.close()
        engine.close()


def meet_cuts(product, opening, proxy, engine, tally, moment, cuts, until, keyless):
    notebook, tokens = Notebook(), token_source(f"{tally.name}/{moment}")
    for _ in range(cuts):
        if time.monotonic() > until:
            break
        clients = Clients(product.port, opening, notebook, CLIENTS, tokens, keyless)
        before = proxy.cuts
        proxy.arm(moment)
        wait_until = time.monotonic() + CUT_SECONDS
        while proxy.cuts == before and time.monotonic() < wait_until:
            time.sleep(0.005)
        time.sleep(0.05)
        clients.stop()
        if proxy.cuts == before:
            tally.faults.append("no line was cut")
        send_again(product.port, notebook.to_send_again(), notebook)
        tally.runs += 1
    tally.count(engine, notebook)
    if product.process.poll() is not None:
        tally.faults.append("the product ended")
