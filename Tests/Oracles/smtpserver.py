"""A mail server for tests: keeps each message in a folder, and misbehaves for some addresses.

Usage: smtpserver.py FOLDER [--tls | --starttls] [--password PASSWORD]; the certificate is FOLDER/server.pem.
Says its port on the first line of its standard output, and runs until it is ended, five minutes at most.

By local part of the recipient: `greylisted` 451, `unknown` 550 5.1.1, `policy` 550 5.7.1, `spam` refused after
DATA, `hang` never answers, `dies` closes the line after DATA.
"""

import asyncio
import os
import socket
import ssl
import sys

from aiosmtpd.smtp import SMTP, AuthResult

folder = sys.argv[1]
password = sys.argv[sys.argv.index("--password") + 1] if "--password" in sys.argv else None
count = 0


class Keeper:
    async def handle_RCPT(self, server, session, envelope, address, options):
        name = address.partition("@")[0]
        if name == "greylisted":
            return "451 4.7.1 Come back later"
        if name == "unknown":
            return "550 5.1.1 No such user here"
        if name == "policy":
            return "550 5.7.1 Not by us"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        global count
        name = envelope.rcpt_tos[0].partition("@")[0]
        if name == "spam":
            return "554 5.6.0 We do not like it"
        if name == "hang":
            await asyncio.sleep(300)
        count += 1
        with open(os.path.join(folder, f".{count}"), "wb") as file:
            file.write(envelope.content)
        os.rename(os.path.join(folder, f".{count}"), os.path.join(folder, f"{count:04}.eml"))
        if name == "dies":
            server.transport.abort()
        return "250 2.0.0 Kept"


def authenticate(server, session, envelope, mechanism, data):
    is_right = data.login == b"diligence" and data.password == password.encode()
    # Not handled: the server itself answers 535.
    return AuthResult(success=is_right, handled=False)


async def main():
    context = None
    if "--tls" in sys.argv or "--starttls" in sys.argv:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(os.path.join(folder, "server.pem"))
    is_starttls = "--starttls" in sys.argv

    def session():
        return SMTP(
            Keeper(),
            hostname="relay.example",
            tls_context=context if is_starttls else None,
            require_starttls=is_starttls,
            authenticator=authenticate,
            auth_required=password is not None,
            auth_require_tls=context is not None and is_starttls,
        )

    listener = socket.create_server(("127.0.0.1", 0))
    server = await asyncio.get_running_loop().create_server(
        session, sock=listener, ssl=None if is_starttls else context
    )
    print(listener.getsockname()[1], flush=True)
    async with server:
        await asyncio.sleep(300)


asyncio.run(main())
