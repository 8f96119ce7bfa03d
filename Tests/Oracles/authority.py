"""A time-stamping authority out of `openssl ts`, for tests.

    python3 authority.py FOLDER reply [MODE]    answers standard input on standard output
    python3 authority.py FOLDER serve           serves HTTP on loopback; writes its port first

MODE, or the address's path: `ts` answers well; `nonce` answers another request on the same hash,
`imprint` stamps other bytes, `refuse` says no, `garbage` answers what is no stamp; by HTTP also
`redirect` leads elsewhere, `large` answers ten megabytes. FOLDER/ca.pem vouches for the authority.
"""

import http.server
import pathlib
import subprocess
import sys

CONFIGURATION = """
[tsa]
default_tsa = local
[local]
serial = {folder}/serial
signer_cert = {folder}/tsa.pem
signer_key = {folder}/tsa.key
signer_digest = sha256
default_policy = 1.3.6.1.4.1.99999.1
digests = sha256
accuracy = secs:1, millisecs:500
ordering = yes
tsa_name = yes
clock_precision_digits = 3
"""


def openssl(*words, data=None):
    done = subprocess.run(["openssl", *map(str, words)], input=data, capture_output=True)
    if done.returncode:
        sys.exit(done.stderr.decode())
    return done.stdout


def prepare(folder):
    if (folder / "ready").exists():
        return
    folder.mkdir(parents=True, exist_ok=True)
    key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"]
    openssl(
        "req", "-x509", *key, "-subj", "/CN=Racine", "-days", 3650,
        "-keyout", folder / "ca.key", "-out", folder / "ca.pem")
    openssl(
        "req", "-new", *key, "-subj", "/CN=Horodatage",
        "-keyout", folder / "tsa.key", "-out", folder / "tsa.csr")
    (folder / "extensions").write_text(
        "extendedKeyUsage = critical, timeStamping\nkeyUsage = critical, digitalSignature\n")
    openssl(
        "x509", "-req", "-in", folder / "tsa.csr", "-CA", folder / "ca.pem",
        "-CAkey", folder / "ca.key", "-CAcreateserial", "-days", 3650,
        "-extfile", folder / "extensions", "-out", folder / "tsa.pem")
    (folder / "serial").write_text("01\n")
    text = CONFIGURATION.format(folder=folder)
    (folder / "ts.cnf").write_text(text)
    (folder / "refuse.cnf").write_text(text.replace("digests = sha256", "digests = sha512"))
    (folder / "ready").touch()


def reply(folder, query, mode):
    if mode == "garbage":
        return b"\x30\x80\x00\x00"
    asked = folder / "query"
    asked.write_bytes(query)
    if mode == "nonce":
        start = query.index(b"\x05\x00\x04\x20") + 4
        digest = query[start:start + 32].hex()
        asked.write_bytes(openssl("ts", "-query", "-digest", digest, "-sha256", "-cert"))
    if mode == "imprint":
        other = folder / "other"
        other.write_text("other bytes")
        asked.write_bytes(openssl("ts", "-query", "-data", other, "-sha256", "-cert"))
    name = "refuse" if mode == "refuse" else "ts"
    return openssl(
        "ts", "-reply", "-config", folder / f"{name}.cnf", "-section", "local",
        "-queryfile", asked)


def serve(folder):
    class Answer(http.server.BaseHTTPRequestHandler):
        def do_POST(self):
            query = self.rfile.read(int(self.headers["Content-Length"]))
            mode = self.path.strip("/")
            if mode == "redirect":
                self.send_response(302)
                self.send_header("Location", "/ts")
                self.end_headers()
                return
            body = bytes(10 << 20) if mode == "large" else reply(folder, query, mode)
            self.send_response(200)
            self.send_header("Content-Type", "application/timestamp-reply")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            try:
                self.wfile.write(body)
            except OSError:
                pass

        def log_message(self, *words):
            pass

    server = http.server.HTTPServer(("127.0.0.1", 0), Answer)
    print(server.server_address[1], file=sys.stderr, flush=True)
    server.serve_forever()


def main(folder, act, mode="ts"):
    folder = pathlib.Path(folder)
    prepare(folder)
    if act == "serve":
        serve(folder)
    sys.stdout.buffer.write(reply(folder, sys.stdin.buffer.read(), mode))


main(*sys.argv[1:])
