"""One message to a mail relay (SMTP): a job on standard input, what became of it on standard output.

A job      {"relay": {"host", "port", "security": "tls" | "starttls" | "any", "user", "password",
            "authorities"}, "from": {"address", "name"}, "to": {"address", "name"}, "subject",
            "text", "html", "message_id", "thread", "reply_to", "at", "automatic",
            "wait": seconds for each answer, "files": [{"name", "bytes": base64}]}
An answer  {"outcome": "sent", "answer": "250 …", "sha256": "…"},
or         {"outcome": "refused" | "postponed" | "unusable", "reason": "…", "is_address": bool}

Only the standard library. It is a process of its own so that nothing a server does, or does not do,
can hold the product: each wait has a limit, and the whole of it another.
"""

import base64
import email.policy
import email.utils
import hashlib
import json
import re
import signal
import smtplib
import ssl
import sys
from email.headerregistry import Address
from email.message import EmailMessage

WHOLE_SECONDS = 75
JOB_BYTES_MAX = 64 << 20
# What says that the address is wrong, and not the message (RFC 3463): 5.1.x, mailbox disabled.
BAD_ADDRESS = re.compile(r"\b5\.(1\.[0-36]|2\.1)\b")
SLOW = "the relay did not answer in time"
ENHANCED = re.compile(r"\b[245]\.\d{1,3}\.\d{1,3}\b")


class Outcome(Exception):
    def __init__(self, outcome, reason, is_address=False):
        super().__init__(reason)
        self.said = {"outcome": outcome, "reason": reason, "is_address": is_address}


class Slow(Exception):
    pass


def written(job):
    """The same job gives the same bytes: an attempt made again sends the same message."""
    message = EmailMessage(policy=email.policy.SMTP.clone(cte_type="7bit"))
    message["From"] = person(job["from"])
    message["To"] = person(job["to"])
    message["Subject"] = job["subject"]
    message["Date"] = email.utils.formatdate(job["at"], localtime=False)
    message["Message-ID"] = job["message_id"]
    if job["thread"]:
        message["In-Reply-To"] = message["References"] = job["thread"]
    if job["reply_to"]:
        message["Reply-To"] = job["reply_to"]
    if job["automatic"]:
        message["Auto-Submitted"] = "auto-generated"  # RFC 3834
        message["X-Auto-Response-Suppress"] = "All"
    message.set_content(job["text"])
    message.add_alternative(job["html"], subtype="html")
    for file in job["files"]:
        message.add_attachment(
            base64.b64decode(file["bytes"]),
            maintype="application",
            subtype="pdf",
            filename=file["name"],
        )
    name = hashlib.sha256(job["message_id"].encode()).hexdigest()[:24]
    for number, part in enumerate(message.walk()):
        if part.is_multipart():
            part.set_boundary(f"={number}={name}")
    return message.as_bytes()


def person(who):
    local, _, domain = who["address"].rpartition("@")
    return Address(display_name=who["name"], username=local, domain=domain)


def session(relay, sender, wait):
    """A line to the relay on which the message can go."""
    context = ssl.create_default_context(cafile=relay.get("authorities"))
    domain = sender.rpartition("@")[2]
    options = {"local_hostname": domain, "timeout": wait}
    if relay["security"] == "tls":
        server = smtplib.SMTP_SSL(relay["host"], relay["port"], context=context, **options)
    else:
        server = smtplib.SMTP(relay["host"], relay["port"], **options)
        server.ehlo()
        if relay["security"] == "starttls" or server.has_extn("starttls"):
            server.starttls(context=context)
    if relay["user"]:
        sign_in(server, relay["user"], relay["password"])
    return server


def sign_in(server, user, password):
    """In UTF-8 (RFC 4616), where the library takes ASCII alone."""
    server.ehlo_or_helo_if_needed()
    known = server.esmtp_features.get("auth", "").upper().split()

    def coded(text):
        return base64.b64encode(text.encode()).decode()

    if "PLAIN" in known:
        code, said = server.docmd("AUTH", "PLAIN " + coded(f"\0{user}\0{password}"))
    elif "LOGIN" in known:
        code, said = server.docmd("AUTH", "LOGIN " + coded(user))
        if code == 334:
            code, said = server.docmd(coded(password))
    else:
        raise smtplib.SMTPNotSupportedError("the relay offers neither PLAIN nor LOGIN")
    if code != 235:
        raise smtplib.SMTPAuthenticationError(code, said)


def handed(job):
    relay, sender, recipient = job["relay"], job["from"]["address"], job["to"]["address"]
    message = written(job)
    server = session(relay, sender, job["wait"])
    try:
        server.ehlo_or_helo_if_needed()
        judge(*server.mail(sender), sender=True)
        judge(*server.rcpt(recipient))
        try:
            code, said = server.data(message)
        except smtplib.SMTPServerDisconnected as error:
            if is_slow(error):
                raise
            # Nobody can know whether it was taken: sent again, it is the same message.
            raise Outcome("postponed", "the line was cut before the relay answered") from None
        except smtplib.SMTPDataError as error:
            code, said = error.smtp_code, error.smtp_error
        judge(code, said)
        digest = hashlib.sha256(message).hexdigest()
        return {"outcome": "sent", "answer": words(code, said), "sha256": digest}
    finally:
        server.close()


def judge(code, said, sender=False):
    if 200 <= code < 300:
        return
    reason = words(code, said)
    if sender or code == 421:
        raise Outcome("unusable", reason)
    if 400 <= code < 500:
        raise Outcome("postponed", reason)
    is_address = BAD_ADDRESS.search(reason) is not None
    if not ENHANCED.search(reason) and code in (550, 551, 553):
        is_address = True
    raise Outcome("refused", reason, is_address)


def is_slow(error):
    # smtplib tells a limit that is reached as a line that is cut.
    return isinstance(error, TimeoutError) or "timed out" in str(error)


def words(code, said):
    text = said.decode("utf-8", "replace") if isinstance(said, bytes) else str(said)
    return f"{code} {' '.join(text.split())}"[:400]


def slow(*_):
    raise Slow


def main():
    signal.signal(signal.SIGALRM, slow)
    signal.alarm(WHOLE_SECONDS)
    job = json.loads(sys.stdin.buffer.read(JOB_BYTES_MAX))
    try:
        said = handed(job)
    except Outcome as outcome:
        said = outcome.said
    except smtplib.SMTPAuthenticationError as error:
        said = unusable(f"the relay refused the name or the password ({error.smtp_code})")
    except smtplib.SMTPResponseException as error:
        said = unusable(words(error.smtp_code, error.smtp_error))
    except Slow:
        said = unusable(SLOW)
    except (smtplib.SMTPException, OSError) as error:
        said = unusable(SLOW if is_slow(error) else f"{type(error).__name__}: {error}"[:400])
    json.dump(said, sys.stdout)
    return 0


def unusable(reason):
    return {"outcome": "unusable", "reason": reason, "is_address": False}


if __name__ == "__main__":
    sys.exit(main())
