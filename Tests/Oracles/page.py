"""A page as a French browser without scripts gets it.

    python3 page.py ADDRESS
"""

import sys
import urllib.request

asked = urllib.request.Request(sys.argv[1], headers={"Accept-Language": "fr"})
with urllib.request.urlopen(asked) as reply:
    sys.stdout.write(reply.read().decode())
