"""sqlmap against every parameter that reaches the database from an address or a form."""

import http.server
import re
import sqlite3
import subprocess
import sys
import threading
import urllib.request
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

SQLMAP = Path(sys.executable).parent / "sqlmap"
SECONDS = 240


def found(folder, url, *more):
    """What sqlmap says of each parameter that it tried: whether it can be injected."""
    command = [
        SQLMAP, "-u", url, "--batch", "--level=1", "--risk=1", "--flush-session", "--threads=2",
        "--disable-coloring", "--output-dir", folder, *more,
    ]
    told = subprocess.run(command, capture_output=True, text=True, timeout=SECONDS).stdout
    verdicts = re.findall(r"parameter '([^']+)' (does not seem to be|is vulnerable|is '.+' inj)", told)
    assert verdicts, told
    return {name: not verdict.startswith("does not") for name, verdict in verdicts}


def first(address, pattern):
    """The id in the first link of that form on a page."""
    with urllib.request.urlopen(address) as reply:
        return re.search(pattern, reply.read().decode())[1]


def test_addresses_hold(server, tmp_path):
    contract = first(server + "/contrats", r'href="/contrats/(0\w{12})"')
    ticket = first(server + "/tickets", r'href="/tickets/(0\w{12})"')
    addresses = [
        f"/tickets?q=imprimante&etat=ouverts&etape=taken&priorite=P3&attribue=Paul"
        f"&contrat={contract}&avant={ticket}",
        "/conseils?etat=sent", "/courrier?etat=waiting", "/factures?etat=a_payer",
        f"/contrats/{contract}/facture?mois=2026-11", f"/contrats/{contract}/niveaux?mois=2026-11",
        f"/contrats/{contract}/registre?avant=40", "/astreintes?semaine=2026-11-30",
        f"/api/v1/tickets?contract={contract}&state=open&limit=5",
    ]
    tried = 0
    for address in addresses:
        verdicts = found(tmp_path, server + address)
        assert not any(verdicts.values()), f"{address}: {verdicts}"
        tried += len(verdicts)
    assert tried >= 15


def test_sqlmap_finds_what_is_there(tmp_path):
    """The control: a page that writes its parameter into its query is found out."""
    class Leaky(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            name = parse_qs(urlsplit(self.path).query).get("q", [""])[0]
            base = sqlite3.connect(":memory:")
            base.execute("CREATE TABLE t (name TEXT)")
            base.execute("INSERT INTO t VALUES ('imprimante')")
            try:
                rows = base.execute(f"SELECT name FROM t WHERE name = '{name}'").fetchall()
                answer = f"<p>{rows}</p>"
            except sqlite3.Error as error:
                answer = f"<p>{error}</p>"
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(answer.encode())

        def log_message(self, *_):
            pass

    leaky = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Leaky)
    threading.Thread(target=leaky.serve_forever, daemon=True).start()
    try:
        assert found(tmp_path, f"http://127.0.0.1:{leaky.server_port}/?q=imprimante") == {"q": True}
    finally:
        leaky.shutdown()
