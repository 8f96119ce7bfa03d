"""Judges the register's bytes with other people's code: a line of base 64 in, yes or no out.

`register.py proofs KEY` checks proof files with tlog-scales; `register.py canonical` says whether
bytes are the one spelling that rfc8785 gives to their value.
"""
import base64
import json
import sys

import rfc8785
from tlog_scales.signing import Vkey
from tlog_scales.tlog import Checkpoint, InclusionProof
from tlog_scales.utils import sha256


def is_proven(text, key):
    head, signed = text.split("\n\n", 1)
    first, extra, place, *path = head.split("\n")
    if first != "c2sp.org/tlog-proof@v1" or extra[:6] != "extra " or place[:6] != "index ":
        return False
    checkpoint = Checkpoint.from_text(signed)
    # It reads looser spellings as well; what was signed has one.
    if checkpoint.serialize() != signed or f"index {int(place[6:])}" != place:
        return False
    checkpoint.verify(key)
    leaf = sha256(b"\0" + base64.b64decode(extra[6:], validate=True))
    hashes = [base64.b64decode(line, validate=True) for line in path]
    InclusionProof(int(place[6:]), checkpoint.size, hashes).check(leaf, checkpoint.root_hash)
    return True


def fields_once(pairs):
    fields = dict(pairs)
    if len(fields) < len(pairs):
        raise ValueError("a key twice")
    return fields


def is_canonical(content):
    value = json.loads(content.decode("utf-8"), object_pairs_hook=fields_once)
    return rfc8785.dumps(value) == content


def main():
    if sys.argv[1] == "proofs":
        key = Vkey.from_string(sys.argv[2])
        judge = lambda content: is_proven(content.decode("utf-8"), key)  # noqa: E731
    else:
        judge = is_canonical
    for line in sys.stdin:
        try:
            verdict = judge(base64.b64decode(line))
        except Exception:  # noqa: BLE001 - whatever they raise, they do not accept
            verdict = False
        print("yes" if verdict else "no")


main()
