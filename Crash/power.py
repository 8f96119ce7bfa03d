"""Databases on a disk whose power is cut: what the system holds in memory is gone with it.

nbdkit is the disk (power_disk.py), nbdfuse makes a file of it, and ext4 lies on that file. Cutting the
power is killing nbdfuse: the disk then keeps what was flushed and, by chance, some of the rest.
"""

import os
import pathlib
import shutil
import subprocess
import time

from postgres_engine import PostgresEngine
from sqlite_engine import SQLiteEngine

READY_SECONDS = 30
PLUGIN = pathlib.Path(__file__).resolve().parent / "power_disk.py"
SQLITE_MEGABYTES, POSTGRES_MEGABYTES = 64, 320


class PowerDisk:
    def __init__(self, folder, megabytes, seed, lies=False):
        self.folder, self.seed, self.lies, self.cuts = folder / "disk", seed, lies, 0
        self.mounted = folder / "mounted"
        self.folder.mkdir()
        self.mounted.mkdir()
        self.image = self.folder / "0.img"
        with open(self.image, "wb") as image:
            image.truncate(megabytes << 20)
        run("mkfs.ext4", "-q", "-F", "-E", "lazy_itable_init=0", str(self.image))
        self.fuse = self.disk = self.loop = None

    def power_on(self):
        file, socket = self.folder / "disk", self.folder / f"{self.cuts}.socket"
        self.after = self.folder / f"{self.cuts + 1}.img"
        file.touch()
        more = {"POWER_LIES": "1"} if self.lies else {}
        self.log = open(self.folder / "disk.log", "ab")
        self.disk = subprocess.Popen(
            ["nbdkit", "--foreground", "--exit-with-parent", "-U", str(socket), "python",
             f"script={PLUGIN}"], stdin=subprocess.DEVNULL, stdout=self.log, stderr=self.log,
            env=os.environ | more | {
                "POWER_BASE": str(self.image), "POWER_AFTER": str(self.after),
                "POWER_SEED": f"{self.seed}/{self.cuts}"})
        wait(socket.exists, "nbdkit does not start")
        self.fuse = subprocess.Popen(
            ["nbdfuse", str(file), f"nbd+unix:///?socket={socket}"], stdin=subprocess.DEVNULL,
            stdout=self.log, stderr=self.log)
        wait(lambda: file.stat().st_size > 0, "nbdfuse does not start")
        self.loop = run("losetup", "--find", "--show", str(file)).strip()
        run("mount", self.loop, str(self.mounted))

    def cut(self):
        """Nothing that is still in memory reaches the disk after this."""
        self.fuse.kill()
        self.fuse.wait()
        wait(self.after.exists, "the disk does not end")

    def take_off(self):
        """Once nobody uses it: forgets the file system that stood on the dead disk."""
        run("umount", "--lazy", str(self.mounted))
        run("losetup", "--detach", self.loop)
        run("umount", "--lazy", str(self.folder / "disk"), must=False)
        self.disk.terminate()
        self.disk.wait()
        self.log.close()
        self.image.unlink()
        self.image, self.cuts, self.fuse = self.after, self.cuts + 1, None

    def close(self):
        if self.fuse:
            run("umount", "--lazy", str(self.mounted), must=False)
            self.cut()
            run("losetup", "--detach", self.loop, must=False)
            run("umount", "--lazy", str(self.folder / "disk"), must=False)
            self.disk.terminate()
            self.disk.wait()


class PowerCutSQLite(SQLiteEngine):
    def __init__(self, seed, folder, lies=False):
        self.disk = PowerDisk(folder, SQLITE_MEGABYTES, folder.name, lies)
        self.disk.power_on()
        super().__init__(seed, self.disk.mounted)
        os.sync()

    def kill(self, product, _chance):
        self.disk.cut()
        product.kill()

    def recover(self):
        self.disk.take_off()
        self.disk.power_on()

    def close(self):
        self.disk.close()


class PowerCutPostgres(PostgresEngine):
    def __init__(self, seed, folder, lies=False):
        self.disk = PowerDisk(folder, POSTGRES_MEGABYTES, folder.name, lies)
        self.disk.power_on()
        self.is_cut = False
        super().__init__(seed, self.disk.mounted)
        os.sync()

    def kill(self, product, _chance):
        self.disk.cut()
        self.is_cut = True
        product.kill()
        self.server.kill()
        self.server.wait()

    def recover(self):
        if self.is_cut:
            self.disk.take_off()
            self.disk.power_on()
            self.is_cut = False
        super().recover()

    def close(self):
        super().close()
        self.disk.close()


def missing():
    """Why there is no power to cut here, or nothing."""
    if os.getuid() != 0:
        return "only root may mount the simulated disk"
    for program in ("nbdkit", "nbdfuse", "losetup", "mkfs.ext4"):
        if shutil.which(program) is None:
            return f"{program} is not installed: bin/setup test"
    for device in ("/dev/fuse", "/dev/loop-control"):
        if not os.path.exists(device):
            return f"{device} is not there"
    return None


def run(*command, must=True):
    return subprocess.run(
        command, check=must, text=True, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
        stderr=None if must else subprocess.DEVNULL).stdout


def wait(is_so, problem):
    until = time.monotonic() + READY_SECONDS
    while not is_so():
        if time.monotonic() > until:
            raise RuntimeError(problem)
        time.sleep(0.02)
