"""The product under test, as a process that may be killed at any instant."""

import os
import random
import signal
import socket
import subprocess
import time

START_SECONDS = 30


class Product:
    def __init__(self, binary, project, database, log, wrap=()):
        self.binary, self.project, self.database, self.log = binary, project, database, log
        self.wrap = list(wrap)
        self.process, self.port, self.start_seconds = None, None, []

    def start(self, *more):
        self.port = free_port()
        began = time.monotonic()
        self.process = subprocess.Popen(
            [*self.wrap, self.binary, "serve", "--project", self.project, "--port", str(self.port),
             "--database", self.database, *more],
            stdin=subprocess.DEVNULL, stdout=self.log, stderr=self.log,
            # A crash that we cause needs no backtrace.
            env=os.environ | {"SWIFT_BACKTRACE": "enable=no"}, start_new_session=True)
        while True:
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", self.port)) == 0:
                    break
            if self.process.poll() is not None or time.monotonic() > began + START_SECONDS:
                raise RuntimeError(f"the product does not start: see {self.log.name}")
            time.sleep(0.004)
        self.start_seconds.append(time.monotonic() - began)

    def kill(self):
        # The session, so that no child of it survives; there is no clean end to wait for.
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def stop(self):
        self.process.terminate()
        self.process.wait(timeout=START_SECONDS)

    def verify(self):
        """Whether replaying the register gives what is stored."""
        return subprocess.run(
            [self.binary, "verify", "--database", self.database],
            stdout=self.log, stderr=self.log, check=False).returncode == 0


def free_port():
    # Below the range that the system hands out, so that no client's own port takes it meanwhile.
    while True:
        port = random.randrange(12_000, 30_000)
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) != 0:
                return port
