"""Stands between the product and PostgreSQL, and cuts the line around a COMMIT.

The messages of a client are followed as PostgreSQL's protocol frames them (PostgreSQL 15, 55.7): first
start-up packets without a type, then a type and a length each.
"""

import socket
import struct
import threading

NEGOTIATIONS = (80877103, 80877104)  # SSLRequest, GSSENCRequest: more start-up follows


class CuttingProxy:
    """Once armed, cuts the next line that commits: `before` the server hears of it, `in` the midst,
    when it was told and nobody waits for its word, or `after` it has answered."""

    def __init__(self, server_port):
        self.server_port, self.moment, self.cuts = server_port, None, 0
        self.lock = threading.Lock()
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        threading.Thread(target=self.accept, daemon=True).start()

    def arm(self, moment):
        with self.lock:
            self.moment = moment

    def accept(self):
        while True:
            try:
                client, _ = self.listener.accept()
                server = socket.create_connection(("127.0.0.1", self.server_port))
            except OSError:
                return
            for end in (client, server):
                end.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            line = Line(self, client, server)
            threading.Thread(target=line.to_server, daemon=True).start()
            threading.Thread(target=line.to_client, daemon=True).start()

    def next_cut(self):
        """The moment to cut at, for the one line that asks first."""
        with self.lock:
            moment, self.moment = self.moment, None
            self.cuts += moment is not None
            return moment

    def close(self):
        self.listener.close()


class Line:
    """Questions come in pipelines: the server answers when it is told to, by the message S."""

    def __init__(self, proxy, client, server):
        self.proxy, self.client, self.server = proxy, client, server
        self.is_waiting_for_answer = False

    def to_server(self):
        moment = None
        try:
            self.follow_start()
            while True:
                kind = self.take(1)
                rest = self.take_sized()
                # A statement without a name, to be parsed, bound and executed by what follows.
                if kind == b"P" and rest[4:].startswith(b"\0COMMIT\0"):
                    moment = self.proxy.next_cut()
                if moment == "before":
                    break
                is_told = kind == b"S" and moment is not None
                if is_told and moment == "after":
                    self.is_waiting_for_answer = True
                self.server.sendall(kind + rest)
                if is_told and moment == "in":
                    break
        except OSError:
            pass
        self.cut()

    def follow_start(self):
        while True:
            packet = self.take_sized()
            self.server.sendall(packet)
            if struct.unpack(">I", packet[4:8])[0] not in NEGOTIATIONS:
                return

    def to_client(self):
        try:
            while content := self.server.recv(1 << 16):
                if self.is_waiting_for_answer:
                    break
                self.client.sendall(content)
        except OSError:
            pass
        self.cut()

    def take_sized(self):
        head = self.take(4)
        return head + self.take(struct.unpack(">I", head)[0] - 4)

    def take(self, count):
        content = b""
        while len(content) < count:
            more = self.client.recv(count - len(content))
            if not more:
                raise OSError("ended")
            content += more
        return content

    def cut(self):
        # The server gets to read what was sent before the end; the client hears nothing more.
        for end in (self.client, self.server):
            try:
                end.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass
