"""The rows of a query on a SQLite database, one a line.

    python3 query.py DATABASE SQL
"""

import sqlite3
import sys

for row in sqlite3.connect(sys.argv[1]).execute(sys.argv[2]):
    print(*row)
