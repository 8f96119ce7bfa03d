"""A mail server for a journey: the one of the tests, as a process of its own."""

import contextlib
import email
import email.policy
import re
import subprocess
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


class Postbox:
    def __init__(self, folder, port):
        self.folder = folder
        self.options = ["--mail-relay", f"smtp://127.0.0.1:{port}"]
        self.options += ["--mail-from", "Vigie Informatique <support@vigie.example>"]

    def messages(self):
        read = (path.read_bytes() for path in sorted(self.folder.glob("*.eml")))
        return [email.message_from_bytes(raw, policy=email.policy.default) for raw in read]

    def wait(self, recipient, words, seconds=15):
        """The last message to somebody whose subject has these words."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            for message in reversed(self.messages()):
                if recipient in message["To"] and words in message["Subject"]:
                    return message
            time.sleep(0.1)
        raise AssertionError(f"no message «{words}» to {recipient}")

    def found(self, recipient, words, pattern):
        """What a pattern's group finds in a message's text."""
        text = self.wait(recipient, words).get_body(("plain",)).get_content()
        return re.search(pattern, text)[1]


@contextlib.contextmanager
def postbox(folder):
    folder.mkdir()
    command = [ROOT / ".tools/oracles/bin/python", "-I", "-B", ROOT / "Tests/Oracles/smtpserver.py"]
    process = subprocess.Popen([*command, folder], stdout=subprocess.PIPE, text=True)
    try:
        yield Postbox(folder, process.stdout.readline().strip())
    finally:
        process.terminate()
        process.wait(timeout=10)
