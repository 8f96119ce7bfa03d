"""Databases that live from kill to kill, and what their register says at the end."""

import random
import shutil
import threading
import time

from clients import Clients, Notebook, Opening, send_again, token_source
from product import Product
from tally import Tally

CLIENTS = 6


def live(tally, engine, options, folder, seed, kills, until, harm=None, is_forgetful=False):
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
            send_again(product.port, notebook.to_send_again(), notebook, is_forgetful)
            tally.runs += 1
        product.stop()
        tally.count(engine, notebook)
        tally.unverified += not product.verify()
        tally.starts += product.start_seconds


def rounds(name, make, options, top, kills, until, lanes, in_a_life=50):
    """Lives until the kills are done or the time is over, `lanes` at once."""
    total, lock, lives = Tally(name), threading.Lock(), [0]

    def lane():
        while not total.faults and time.monotonic() < until:
            with lock:
                number, lives[0] = lives[0], lives[0] + 1
            left = kills - number * in_a_life
            if left <= 0:
                return
            folder = top / f"{name}-{number}".replace(" ", "-")
            folder.mkdir()
            tally, engine = Tally(name), None
            try:
                engine = make(folder)
                live(tally, engine, options, folder, f"{options.seed}/{name}/{number}",
                     min(left, in_a_life), until)
            except Exception as problem:  # noqa: BLE001 - told once, in the table
                tally.faults.append(f"life {number}: {problem!r}, in {folder}")
            finally:
                if engine:
                    engine.close()
            with lock:
                total.add(tally)
            if tally.is_clean():
                shutil.rmtree(folder)

    threads = [threading.Thread(target=lane) for _ in range(lanes)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return total


def control(name, make, options, top, kills, harm=None, is_forgetful=False):
    """A life with harm done to it on purpose: what the harness saw of it."""
    tally, engine = Tally(f"control: {name}"), None
    folder = top / f"control-{name}".replace(" ", "-")
    folder.mkdir()
    try:
        engine = make(folder)
        live(tally, engine, options, folder, name, kills, float("inf"), harm, is_forgetful)
    except RuntimeError:
        tally.unverified += 1  # a harmed database may also refuse to open
    finally:
        if engine:
            engine.close()
    return tally
