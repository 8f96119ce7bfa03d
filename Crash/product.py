"""The product under test, as a process that may be killed at any instant."""

import os
import random
import signal
import socket
import subprocess
import time

START_SECONDS = 30


class Product:
    def __init__(self, binary, project, database, log, environment=None, through=()):
        self.binary, self.project, self.database, self.log = binary, project, database, log
        self.environment, self.through = environment or {}, through
        self.process, self.port, self.start_seconds = None, None, []

    def spawn(self, *more):
        self.port = free_port()
        self.process = subprocess.Popen(
            [*self.through, self.binary, "serve", "--project", self.project, "--port", str(self.port),
             "--database", self.database, *more],
            stdin=subprocess.DEVNULL, stdout=self.log, stderr=self.log,
            # A crash that we cause needs no backtrace.
            env=os.environ | {"SWIFT_BACKTRACE": "enable=no"} | self.environment,
            start_new_session=True)

    def start(self, *more):
        """Until it says itself that it listens: another product may have taken the port meanwhile,
        and would answer in its place."""
        while True:
            began, before = time.monotonic(), os.path.getsize(self.log.name)
            self.spawn(*more)
            has_ended = False
            while not has_ended and time.monotonic() < began + START_SECONDS:
                has_ended = self.process.poll() is not None
                if f":{self.port}/" in self.said_since(before):
                    self.start_seconds.append(time.monotonic() - began)
                    return
                time.sleep(0.004)
            if "Address already in use" not in self.said_since(before):
                raise RuntimeError(f"the product does not start: see {self.log.name}")

    def said_since(self, offset):
        with open(self.log.name, "rb") as log:
            log.seek(offset)
            return log.read().decode(errors="replace")

    def kill(self):
        # The session, so that no child of it survives; there is no clean end to wait for.
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def stop(self):
        self.process.terminate()
        self.process.wait(timeout=START_SECONDS)

    def ends_within(self, seconds):
        try:
            self.process.wait(timeout=seconds)
            return True
        except subprocess.TimeoutExpired:
            return False

    def verify(self):
        """Whether replaying the register gives what is stored."""
        return subprocess.run(
            [self.binary, "verify", "--database", self.database],
            stdout=self.log, stderr=self.log, check=False).returncode == 0


class Tracer:
    """Makes one system call of a running process fail: the nth on its database from now on."""

    def __init__(self, pid, call, error, nth, folder):
        self.record = folder / "strace.log"
        inject = f"{call}:error={error}:when={nth}" + ("+" if error == "ENOSPC" else "")
        files = [f"--trace-path={folder / 'crash.db'}{end}" for end in ("", "-wal")]
        self.process = subprocess.Popen(
            ["strace", "-f", "-p", str(pid), "-o", str(self.record), "-e", f"trace={call}",
             "-e", f"inject={inject}", *files], stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        # It says so once it holds every thread.
        self.process.stderr.readline()

    def stop(self):
        self.process.terminate()
        self.process.wait()

    def has_struck(self):
        return "(INJECTED)" in self.record.read_text()


def free_port():
    # Below the range that the system hands out, so that no client's own port takes it meanwhile.
    while True:
        port = random.randrange(12_000, 30_000)
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) != 0:
                return port
