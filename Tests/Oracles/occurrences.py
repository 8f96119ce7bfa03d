"""Says of each line «rule TAB first day TAB day» when the rule next falls, by python-dateutil.

The rule is one of RFC 5545; the answer is the first occurrence on or after the day.
"""
import sys
from datetime import datetime

from dateutil.rrule import rrulestr


def main():
    for line in sys.stdin:
        rule, start, day = line.rstrip("\n").split("\t")
        occurrences = rrulestr(rule, dtstart=datetime.fromisoformat(start))
        found = occurrences.after(datetime.fromisoformat(day), inc=True)
        print(found.date().isoformat() if found else "-")


main()
