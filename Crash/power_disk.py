"""A plugin of nbdkit: a disk on which a write stays volatile until a flush.

When the line is cut, half of the unflushed sectors, chosen by chance, are on the disk as well: a page
may be torn. POWER_BASE is the disk before, POWER_AFTER the disk after the cut. With POWER_LIES, the
negative control, a flush is answered and not done: what the last eight should have kept is lost.
"""

import builtins
import os
import random

import nbdkit

API_VERSION = 2
SECTOR = 512
FORGOTTEN_FLUSHES = 8

after = os.environ["POWER_AFTER"]
chance = random.Random(os.environ["POWER_SEED"])
lies = "POWER_LIES" in os.environ
with builtins.open(os.environ["POWER_BASE"], "rb") as base:
    durable = bytearray(base.read())
view = bytearray(durable)
pending = []
# Length of `pending` at each flush; means something to a disk that lies.
flushes = []


def thread_model():
    return nbdkit.THREAD_MODEL_SERIALIZE_ALL_REQUESTS


def open(_readonly):
    return 1


def get_size(_handle):
    return len(view)


def can_write(_handle):
    return True


def can_flush(_handle):
    return True


def can_fua(_handle):
    return nbdkit.FUA_NATIVE


def can_trim(_handle):
    return False


def pread(_handle, buffer, offset, _flags):
    buffer[:] = view[offset:offset + len(buffer)]


def pwrite(handle, buffer, offset, flags):
    content = bytes(buffer)
    view[offset:offset + len(content)] = content
    pending.append((offset, content))
    if flags & nbdkit.FLAG_FUA:
        flush(handle, 0)


def flush(_handle, _flags):
    flushes.append(len(pending))
    if not lies:
        keep(len(pending))


def keep(count):
    for offset, content in pending[:count]:
        durable[offset:offset + len(content)] = content
    del pending[:count]


def close(_handle):
    """The power is cut."""
    if lies:
        # Writes go in their order, so that the file system holds: only the last acts are gone.
        keep(flushes[-FORGOTTEN_FLUSHES - 1] if len(flushes) > FORGOTTEN_FLUSHES else 0)
        pending.clear()
    for offset, content in pending:
        for start in range(0, len(content), SECTOR):
            if chance.random() < 0.5:
                durable[offset + start:offset + start + SECTOR] = content[start:start + SECTOR]
    with builtins.open(after + ".part", "wb") as image:
        image.write(durable)
    os.rename(after + ".part", after)
