"""Starts that are killed while tables are being made."""

import random
import sqlite3
import time

from postgres_engine import PostgresEngine
from product import Product
from tally import Tally

KILLS_IN_A_START = 6


def killed_migrations(options, top, runs, until, is_harmed=False):
    """A new database, of which the first starts are killed: the next one finishes the tables."""
    tally = Tally("control: a migration forgets that it was done" if is_harmed
                  else "SQLite, killed while migrating")
    chance, longest = random.Random(options.seed), 0.3
    for number in range(runs):
        if time.monotonic() > until:
            break
        folder = top / f"migration-{'harmed-' if is_harmed else ''}{number}"
        folder.mkdir()
        path = folder / "new.db"
        with open(folder / "product.log", "a") as log:
            product = Product(options.binary, options.project, str(path), log)
            for _ in range(KILLS_IN_A_START):
                product.spawn()
                time.sleep(chance.uniform(0, longest))
                product.kill()
            if is_harmed:
                product.start()
                product.stop()
                link = sqlite3.connect(path)
                with link:
                    link.execute("DELETE FROM schema_migration WHERE number >= 3")
                link.close()
            finish(tally, product, "--demo")
    return tally


def killed_postgres_migrations(options, top, seed_file, runs, until):
    tally = Tally("PostgreSQL, killed while migrating")
    folder = top / "postgres-migration"
    folder.mkdir()
    engine, chance = PostgresEngine(seed_file, folder), random.Random(options.seed)
    try:
        with open(folder / "product.log", "a") as log:
            for number in range(runs):
                if time.monotonic() > until:
                    break
                engine.query("DROP SCHEMA public CASCADE; CREATE SCHEMA public")
                key = str(folder / f"{number}.key")
                product = Product(options.binary, options.project, engine.database, log)
                for _ in range(KILLS_IN_A_START):
                    product.spawn("--key", key)
                    time.sleep(chance.uniform(0, 0.5))
                    product.kill()
                finish(tally, product, "--key", key, "--demo")
    finally:
        engine.close()
    return tally


def finish(tally, product, *more):
    tally.runs += 1
    try:
        product.start(*more)
        product.stop()
    except RuntimeError:
        tally.unverified += 1
        return
    tally.starts += product.start_seconds
    tally.unverified += not product.verify()
