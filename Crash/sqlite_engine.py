"""A database file: read beside the product, and harmed on purpose for the negative controls."""

import pathlib
import shutil
import sqlite3
import struct

HEADER, FRAME_HEADER = 32, 24


class SQLiteEngine:
    name = "SQLite"

    def __init__(self, seed, folder):
        self.path = str(folder / "crash.db")
        shutil.copy(seed, self.path)
        shutil.copy(f"{seed}.key", f"{self.path}.key")
        self.database = self.path
        self.more = []

    def bodies(self):
        """The content of each entry. Reading only: this connection cannot write a checkpoint."""
        link = sqlite3.connect(f"file:{self.path}?mode=ro", uri=True, timeout=10)
        try:
            rows = link.execute("SELECT CAST(plain AS TEXT) FROM part WHERE name = 'body'")
            return [row[0] for row in rows]
        finally:
            link.close()

    def kill(self, product, _chance):
        product.kill()

    def recover(self):
        pass

    def close(self):
        pass

    def forget_commits(self, count):
        """What a disk that lies about writing does: the last transactions are gone, and what was
        kept of the last signed head, which would stop the product at once."""
        pathlib.Path(f"{self.path}.key.mark").unlink(missing_ok=True)
        with open(f"{self.path}-wal", "r+b") as log:
            commits = committed_ends(log.read())
            log.truncate(commits[-count - 1] if len(commits) > count else HEADER)


def committed_ends(log):
    """Offsets after each committed transaction of a write-ahead log (sqlite.org/fileformat2, 4)."""
    if len(log) < HEADER:
        return []
    page_size, = struct.unpack(">I", log[8:12])
    salts, ends = log[16:24], []
    for start in range(HEADER, len(log) - FRAME_HEADER - page_size + 1, FRAME_HEADER + page_size):
        _, pages_after_commit = struct.unpack(">II", log[start:start + 8])
        if log[start + 8:start + 16] != salts:
            break
        if pages_after_commit:
            ends.append(start + FRAME_HEADER + page_size)
    return ends
