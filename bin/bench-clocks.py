"""Python's business-hours packages on the same questions: lines "start delay end" in, rates out."""

import datetime
import sys
import time
from zoneinfo import ZoneInfo

import businesstimedelta
import pandas
from business_duration import businessDuration

PARIS = ZoneInfo("Europe/Paris")


def wall(second):
    return datetime.datetime.fromtimestamp(second, PARIS).replace(tzinfo=None)


def seconds(moment):
    return int(moment.replace(tzinfo=PARIS).timestamp())


def rated(questions, answer):
    start = time.perf_counter()
    total = sum(answer(question) for question in questions)
    return len(questions) / (time.perf_counter() - start), total


def main():
    lines = [[int(word) for word in line.split()] for line in sys.stdin]
    questions = [(wall(start), delay, wall(end)) for start, delay, end in lines]
    days = list(range(5))
    spans = [((8, 30), (12, 30)), ((13, 30), (18, 0))]
    rules = businesstimedelta.Rules([
        businesstimedelta.WorkDayRule(datetime.time(*start), datetime.time(*end), days)
        for start, end in spans])
    deadlines, due = rated(questions, lambda q: seconds(
        (q[0] + businesstimedelta.BusinessTimeDelta(rules, seconds=q[1])).replace(tzinfo=None)))
    elapsed, counted = rated(
        questions, lambda q: int(rules.difference(q[0], q[2]).timedelta.total_seconds()))
    print("Python businesstimedelta", deadlines, elapsed, due, counted, sep="\t")
    # This package knows no midday break and no deadline.
    stamps = [(pandas.Timestamp(start), pandas.Timestamp(end)) for start, _, end in questions]
    elapsed, _ = rated(stamps, lambda q: businessDuration(
        q[0], q[1], datetime.time(8, 30), datetime.time(18), unit="sec"))
    print("Python business-duration", 0, elapsed, 0, 0, sep="\t")


main()
