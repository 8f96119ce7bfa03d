"""What goes away while the product stays: another node, PostgreSQL, the room on the disk."""

import http.client
import random
import shutil
import subprocess
import time

from clients import Clients, Notebook, Opening, get, send_again, send_until_answered, token_source
from lives import CLIENTS
from postgres_engine import PostgresEngine
from product import Product
from sqlite_engine import SQLiteEngine
from tally import Tally

STALL_SECONDS = 5
FULL_SECONDS = 20
FULL = 507  # Insufficient Storage


def two_nodes(options, top, seed_file, kills, until, is_forgetful=False):
    """Two products on one PostgreSQL: one is killed, the other goes on, and takes what it left."""
    tally = Tally("control: two nodes, retries forget" if is_forgetful else "two nodes, one killed")
    folder = top / tally.name.replace(" ", "-").replace(":", "")
    folder.mkdir()
    engine = PostgresEngine(seed_file, folder)
    chance, notebook = random.Random(options.seed), Notebook()
    tokens = token_source(tally.name)
    try:
        with open(folder / "product.log", "a") as log:
            nodes = [Product(options.binary, options.project, engine.database, log)
                     for _ in range(2)]
            nodes[0].start(*engine.more)
            shutil.copy(engine.key, f"{engine.key}.2")
            keys = [engine.key, f"{engine.key}.2"]
            nodes[1].start("--key", keys[1])
            opening = Opening(nodes[0].port)
            for _ in range(kills):
                if time.monotonic() > until:
                    break
                crowds = [Clients(node.port, opening, notebook, CLIENTS // 2, tokens)
                          for node in nodes]
                time.sleep(chance.uniform(0.05, 0.4))
                victim = chance.randrange(2)
                other = nodes[1 - victim]
                nodes[victim].kill()
                crowds[victim].stop()
                before = len(notebook.acknowledged)
                wait_until = time.monotonic() + STALL_SECONDS
                while len(notebook.acknowledged) == before and time.monotonic() < wait_until:
                    time.sleep(0.01)
                if len(notebook.acknowledged) == before:
                    tally.faults.append("the other node stalls")
                crowds[1 - victim].stop()
                send_again(other.port, notebook.to_send_again(), notebook, is_forgetful)
                nodes[victim].start("--key", keys[victim])
                tally.runs += 1
            for node in nodes:
                node.stop()
                tally.starts += node.start_seconds
            tally.count(engine, notebook)
            tally.unverified += not nodes[0].verify()
    finally:
        engine.close()
    return tally


def server_killed(options, top, seed_file, kills, until, is_forgetful=False):
    """PostgreSQL alone is killed: the product answers that it cannot, then works as before."""
    tally = Tally("control: PostgreSQL killed, retries forget" if is_forgetful
                  else "PostgreSQL killed, the product stays")
    folder = top / tally.name.replace(" ", "-").replace(":", "")
    folder.mkdir()
    engine = PostgresEngine(seed_file, folder)
    chance, notebook = random.Random(options.seed), Notebook()
    tokens = token_source(tally.name)
    try:
        with open(folder / "product.log", "a") as log:
            product = Product(options.binary, options.project, engine.database, log)
            product.start(*engine.more)
            opening = Opening(product.port)
            for _ in range(kills):
                if time.monotonic() > until:
                    break
                clients = Clients(product.port, opening, notebook, CLIENTS, tokens)
                time.sleep(chance.uniform(0.05, 0.4))
                engine.server.kill()
                engine.server.wait()
                time.sleep(0.05)
                clients.stop()
                engine.recover()
                if is_forgetful:
                    send_again(product.port, notebook.to_send_again(), notebook, True)
                if not send_until_answered(product.port, notebook):
                    tally.faults.append("the product does not come back")
                tally.runs += 1
            if product.process.poll() is not None:
                tally.faults.append("the product ended")
            product.stop()
            tally.starts = product.start_seconds
            tally.count(engine, notebook)
            tally.unverified += not product.verify()
    finally:
        engine.close()
    return tally


class SmallDisk:
    """A file system in memory on which there is soon no room."""

    def __init__(self, folder, megabytes):
        self.path = folder / "small"
        self.path.mkdir()
        subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={megabytes}m,mode=755", "tmpfs",
                        str(self.path)], check=True)
        self.ballast = self.path / "ballast"

    def fill(self, leave):
        free = shutil.disk_usage(self.path).free
        with open(self.ballast, "wb") as file:
            for _ in range(max(0, free - leave) // 4096):
                file.write(bytes(4096))

    def free(self):
        self.ballast.unlink()

    def close(self):
        subprocess.run(["umount", "--lazy", str(self.path)], check=False)


def disk_full(options, top, seed_file, is_postgres=False, is_credulous=False):
    """Acts are refused with the reason, pages still come, and work goes on once there is room."""
    engine_name = "PostgreSQL" if is_postgres else "SQLite"
    tally = Tally(f"control: {engine_name}, a refusal taken for a yes" if is_credulous
                  else f"{engine_name}, disk full")
    folder = top / tally.name.replace(" ", "-").replace(":", "").replace(",", "")
    folder.mkdir()
    disk, engine = SmallDisk(folder, 160 if is_postgres else 32), None
    notebook, tokens = Notebook(), token_source(tally.name)
    try:
        engine = (PostgresEngine if is_postgres else SQLiteEngine)(seed_file, disk.path)
        with open(folder / "product.log", "a") as log:
            product = Product(options.binary, options.project, engine.database, log)
            product.start(*engine.more)
            opening = Opening(product.port)
            disk.fill(leave=2 << 20 if is_postgres else 300 << 10)
            clients = Clients(product.port, opening, notebook, CLIENTS, tokens)
            wait_until = time.monotonic() + FULL_SECONDS
            while not notebook.unanswered and time.monotonic() < wait_until:
                time.sleep(0.02)
            time.sleep(0.3)
            clients.stop()
            judge_refusals(tally, product, notebook, is_postgres)
            if is_credulous:
                notebook.acknowledged |= {act.token for act in notebook.unanswered}
                notebook.unanswered = []
            disk.free()
            engine.recover()
            if not send_until_answered(product.port, notebook):
                tally.faults.append("no work once there is room")
            tally.runs = 1
            product.stop()
            tally.starts = product.start_seconds
            tally.count(engine, notebook)
            tally.unverified += not product.verify()
    finally:
        if engine:
            engine.close()
        disk.close()
    return tally


def judge_refusals(tally, product, notebook, is_postgres):
    statuses = notebook.statuses
    if product.process.poll() is not None:
        tally.faults.append("the product ended")
        return
    if is_postgres:
        # Without room for its log PostgreSQL ends by itself: the product then has no database.
        if not statuses[FULL] and not statuses[503]:
            tally.faults.append(f"no refusal: {dict(statuses)}")
        return
    if not statuses[FULL]:
        tally.faults.append(f"no answer said that the disk is full: {dict(statuses)}")
    link = http.client.HTTPConnection("127.0.0.1", product.port, timeout=20)
    get(link, "/tickets")
    link.close()
