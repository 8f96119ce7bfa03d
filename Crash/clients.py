"""People who work at once: each opens tickets and notes what the product answered."""

import collections
import html
import http.client
import itertools
import random
import re
import threading
import time
import urllib.parse
import uuid

TIMEOUT_SECONDS = 20
# Names under which a form or a program says which act this is, see docs/decisions/0025.
COMMAND_HEADER = "Idempotency-Key"


class Act:
    """One thing done once, whatever number of times it is sent."""

    def __init__(self, path, fields, token):
        self.path, self.fields, self.token = path, fields, token
        self.command = str(uuid.uuid4())


class Notebook:
    """What was sent, and what of it was answered: the acknowledged acts must be in the register."""

    def __init__(self):
        self.lock = threading.Lock()
        self.acknowledged = set()
        self.unanswered = []
        self.last_done = None
        self.refused = 0
        self.statuses = collections.Counter()

    def note_answer(self, act, status):
        with self.lock:
            self.statuses[status] += 1
            if status == 303:
                self.acknowledged.add(act.token)
                self.last_done = act
            elif status >= 500 or status == 0:
                self.unanswered.append(act)
            else:
                self.refused += 1

    def to_send_again(self):
        """What was never answered, and the last act that was: its sender may not have read the answer."""
        acts, self.unanswered = self.unanswered, []
        return acts + [self.last_done] if self.last_done else acts


class Opening:
    """How a ticket is opened under a contract: the form's own choices."""

    def __init__(self, port):
        link = http.client.HTTPConnection("127.0.0.1", port, timeout=TIMEOUT_SECONDS)
        contracts = re.findall(r'href="(/contrats/[0-9a-z]{13})"', get(link, "/contrats"))
        for contract in dict.fromkeys(contracts):
            form = get(link, contract + "/tickets/nouveau")
            if "<form" in form:
                break
        self.path = contract + "/tickets"
        self.fields = {"texte": "", "exclusion": "", "demandeur": "Une cliente"}
        for name, options in re.findall(r'<select[^>]* name="(\w+)".*?>(.*?)</select>', form, re.S):
            first = re.search(r'value="([^"]*)"', options)
            self.fields[name] = html.unescape(first.group(1)) if first else ""
        link.close()

    def act(self, token):
        return Act(self.path, self.fields | {"objet": token}, token)


class Clients:
    """Threads that post acts until the product no longer answers."""

    def __init__(self, port, opening, notebook, count, tokens, keyless=False):
        self.port, self.opening, self.notebook, self.tokens = port, opening, notebook, tokens
        self.keyless = keyless
        self.stopped = threading.Event()
        self.threads = [threading.Thread(target=self.work, daemon=True) for _ in range(count)]
        for thread in self.threads:
            thread.start()

    def stop(self):
        self.stopped.set()
        for thread in self.threads:
            thread.join()

    def work(self):
        link = http.client.HTTPConnection("127.0.0.1", self.port, timeout=TIMEOUT_SECONDS)
        ticket = None
        for turn in itertools.count():
            if self.stopped.is_set():
                break
            token = next(self.tokens)
            if ticket is None or turn % 4 == 0:
                act = self.opening.act(token)
            else:
                act = Act(ticket + "/travaux", {"minutes": "15", "note": token}, token)
            if self.keyless:
                act.command = None
            status, location = post(link, act)
            self.notebook.note_answer(act, status)
            if status == 0:
                break
            if status == 303 and location:
                ticket = location
        link.close()


def send_again(port, acts, notebook, forgetful=False):
    """Sends acts once more, under the same command unless `forgetful`."""
    link = http.client.HTTPConnection("127.0.0.1", port, timeout=TIMEOUT_SECONDS)
    for act in acts:
        if forgetful:
            act.command = str(uuid.uuid4())
        status, _ = post(link, act)
        notebook.note_answer(act, status)
    link.close()


def send_until_answered(port, notebook, seconds=20):
    """Sends again as long as the product says that it could not; tells whether all was answered."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        acts = notebook.to_send_again()
        send_again(port, acts, notebook)
        if not notebook.unanswered:
            return True
        time.sleep(0.05)
    return False


def get(link, path):
    link.request("GET", path)
    reply = link.getresponse()
    text = reply.read().decode()
    if reply.status != 200:
        raise RuntimeError(f"{path} answers {reply.status}")
    return text


def post(link, act):
    """The answer's status and where it leads; 0 when the line broke before the answer."""
    body = urllib.parse.urlencode(act.fields)
    headers = {"Content-Type": "application/x-www-form-urlencoded"}
    if act.command:
        headers[COMMAND_HEADER] = act.command
    try:
        link.request("POST", act.path, body, headers)
        reply = link.getresponse()
        reply.read()
        return reply.status, reply.getheader("Location")
    except (OSError, http.client.HTTPException):
        link.close()
        return 0, None


def token_source(seed):
    """Words that occur nowhere else, to be counted in the register. Threads may share it."""
    mark = random.Random(seed).getrandbits(32)
    return map(lambda number: f"TOKEN-{mark:08x}-{number:06d}-", itertools.count())
