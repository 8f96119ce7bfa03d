"""A PostgreSQL of our own, of which the server too may be killed."""

import os
import pathlib
import shutil
import signal
import subprocess
import time

from product import free_port

PROGRAMS = pathlib.Path("/usr/lib/postgresql/15/bin")
READY_SECONDS = 60


class PostgresEngine:
    name = "PostgreSQL"

    def __init__(self, _seed, folder):
        self.folder = folder / "postgres"
        self.folder.mkdir()
        self.port, self.server = free_port(), None
        # PostgreSQL refuses to run as root; Debian's package brings a user for it.
        self.user = "postgres" if os.getuid() == 0 else None
        if self.user:
            shutil.chown(self.folder, self.user)
            for above in [folder, *folder.parents]:
                if above.stat().st_uid == 0 and above.stat().st_mode & 0o001 == 0:
                    above.chmod(above.stat().st_mode | 0o011)
        subprocess.run(
            [PROGRAMS / "initdb", "--pgdata", "data", "--username", "diligence", "--auth", "trust",
             "--data-checksums", "--encoding", "UTF8", "--locale", "C.UTF-8"],
            cwd=self.folder, user=self.user, stdout=subprocess.DEVNULL, check=True)
        self.database = f"postgres://diligence@127.0.0.1:{self.port}/postgres"
        self.key = str(folder / "register.key")
        self.more = ["--key", self.key, "--demo"]
        self.recover()

    def recover(self):
        """Starts the server unless it still runs, and waits until it answers."""
        until = time.monotonic() + READY_SECONDS
        while not self.is_ready():
            if self.server is None or self.server.poll() is not None:
                # Fails as long as processes of the killed server hold its memory.
                with open(self.folder.parent / "postgres.log", "a") as log:
                    self.server = subprocess.Popen(
                        [PROGRAMS / "postgres", "-D", "data", "-h", "127.0.0.1", "-k", "",
                         "-p", str(self.port)],
                        cwd=self.folder, user=self.user, stdout=log, stderr=log)
            if time.monotonic() > until:
                raise RuntimeError("PostgreSQL does not come back: see postgres.log")
            time.sleep(0.05)

    def is_ready(self):
        return self.server is not None and self.server.poll() is None and subprocess.run(
            [PROGRAMS / "pg_isready", "-q", "-h", "127.0.0.1", "-p", str(self.port)],
            check=False).returncode == 0

    def bodies(self):
        return self.query(
            "SELECT convert_from(plain, 'UTF8') FROM part WHERE name = 'body'").splitlines()

    def query(self, sql):
        return subprocess.run(
            ["psql", "-XAt", "-h", "127.0.0.1", "-p", str(self.port), "-U", "diligence",
             "postgres", "-c", sql],
            stdout=subprocess.PIPE, check=True, text=True).stdout

    def kill(self, product, chance):
        """The product, one of the server's processes for a client, or the whole server."""
        victim = chance.choice(["product", "backend", "server"])
        if victim == "backend":
            own = [int(pid) for pid in self.query(
                "SELECT pid FROM pg_stat_activity WHERE application_name = 'diligence'").split()]
            if own:
                os.kill(chance.choice(own), signal.SIGKILL)
                time.sleep(0.05)
        elif victim == "server":
            self.server.kill()
            self.server.wait()
        product.kill()

    def close(self):
        if self.server:
            self.server.send_signal(signal.SIGINT)
            self.server.wait()
