"""What a part of the run found: one line of the table."""

import collections
import re

TOKEN = re.compile(r"TOKEN-[0-9a-f]{8}-[0-9]{6}-")
HEADING = (f"{'':<44}{'runs':>7}{'acknowledged':>14}{'lost':>7}{'doubled':>9}{'unverified':>12}"
           f"{'start':>12}")


class Tally:
    def __init__(self, name):
        self.name, self.runs, self.acknowledged, self.lost, self.doubled = name, 0, 0, 0, 0
        self.unverified, self.starts, self.faults = 0, [], []

    def is_clean(self):
        return (self.lost == 0 and self.doubled == 0 and self.unverified == 0
                and not self.faults and self.runs > 0)

    def count(self, engine, notebook):
        """Looks for each acknowledged act in the register: there, and once."""
        seen = collections.Counter(
            token for body in engine.bodies() for token in set(TOKEN.findall(body)))
        self.acknowledged += len(notebook.acknowledged)
        self.lost += sum(seen[token] == 0 for token in notebook.acknowledged)
        self.doubled += sum(times > 1 for times in seen.values())

    def add(self, other):
        for field in ("runs", "acknowledged", "lost", "doubled", "unverified", "starts", "faults"):
            setattr(self, field, getattr(self, field) + getattr(other, field))

    def line(self):
        starts = sorted(self.starts) or [0]
        return "\n".join(
            [f"{self.name:<44}{self.runs:>7}{self.acknowledged:>14}{self.lost:>7}"
             f"{self.doubled:>9}{self.unverified:>12}{starts[len(starts) // 2] * 1000:>9.0f} ms"]
            + [f"  ✘ {fault}" for fault in self.faults])
