"""An evidence file in which one document bears the name of another.

    python3 renamed.py IN.zip OUT.zip NAME OTHER
"""

import sys
import zipfile

source, target, name, other = sys.argv[1:]
with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
    for item in old.namelist():
        new.writestr(other if item.endswith(name) else item, old.read(item))
