"""An evidence file whose erased contents, or account, say something else.

    python3 altered.py IN.zip OUT.zip
"""

import sys
import zipfile

with zipfile.ZipFile(sys.argv[1]) as old, zipfile.ZipFile(sys.argv[2], "w") as new:
    names = old.namelist()
    for name in names:
        content = old.read(name)
        if name.endswith("/body") and name + ".salt" not in names:
            content = content.replace("effacé".encode(), "garder".encode())
        if name == "recit.pdf":
            content += b"\n"
        new.writestr(name, content)
