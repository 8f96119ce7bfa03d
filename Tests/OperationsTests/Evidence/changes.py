"""Changes one bit, drops a file or swaps two, and counts what the verifier refuses.

What proves nothing by itself is left alone.
"""

import random, sys
sys.path.insert(0, "out")
import verifier

chance, refused = random.Random(20261123), 0
kinds = [verifier.read_files(path) for path in ("dossier.zip", "partiel.zip")]
for files in kinds:
    verifier.verify(files, sys.argv[1])
for turn in range(1000):
    files = dict(kinds[turn % 2])
    names = sorted(n for n in files if "/" in n or n == "checkpoint")
    name = chance.choice(names)
    if turn % 10 == 8:
        del files[name]
    elif turn % 10 == 9:
        other = chance.choice([n for n in names if files[n] != files[name]])
        files[name], files[other] = files[other], files[name]
    else:
        content = bytearray(files[name])
        content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
        files[name] = bytes(content)
    try:
        verifier.verify(files, sys.argv[1])
        print("accepted", turn, name)
    except verifier.Difference as difference:
        assert str(difference)
        refused += 1
print(refused, "refused")
