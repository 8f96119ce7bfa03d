"""The server under test, and the browser that walks through it."""

import contextlib
import os
import re
import socket
import subprocess
import time
import urllib.request

import pytest
from playwright.sync_api import sync_playwright

from walk import Walk

START_SECONDS = 60


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def answers(address):
    try:
        with urllib.request.urlopen(address, timeout=2) as reply:
            return reply.status == 200
    except OSError:
        return False


@pytest.fixture(scope="session")
def server(tmp_path_factory):
    """Address of a server on the demo, which ends with the session."""
    with served(tmp_path_factory.mktemp("server")) as address:
        yield address


@contextlib.contextmanager
def served(folder, *options, port=None, has_demo=True):
    """Address of a server of its own, on a demo or on nothing, started with these options."""
    binary = os.environ.get("DILIGENCE_BINARY")
    if not binary:
        pytest.exit("DILIGENCE_BINARY is not set: run bin/browser", returncode=2)
    address = f"http://127.0.0.1:{(port := port or free_port())}"
    command = [binary, "serve", *(["--demo"] if has_demo else []), "--port", str(port)]
    command += ["--database", str(folder / "demo.db"), *options]
    with open(folder / "server.log", "w+") as log:
        process = subprocess.Popen(command, stdout=log, stderr=log, stdin=subprocess.DEVNULL)
        try:
            until = time.monotonic() + START_SECONDS
            while not answers(address):
                if process.poll() is not None or time.monotonic() > until:
                    log.seek(0)
                    pytest.exit(f"the server did not start:\n{log.read()}", returncode=2)
                time.sleep(0.1)
            yield address
        finally:
            process.terminate()
            try:
                process.wait(timeout=10)
            except subprocess.TimeoutExpired:
                process.kill()


@pytest.fixture(scope="session")
def chromium():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-dev-shm-usage"]
        )
        yield browser
        browser.close()


@pytest.fixture(params=[True, False], ids=["script", "no-script"])
def scripted(request):
    """A journey that asks for it is walked twice: with JavaScript and without."""
    return request.param


@pytest.fixture
def walk(request, server, chromium):
    """A fresh visitor; a journey fails on any error that the page reports."""
    has_script = request.getfixturevalue("scripted") if "scripted" in request.fixturenames else True
    context = chromium.new_context(
        base_url=server, locale="fr-FR", timezone_id="Europe/Paris", java_script_enabled=has_script
    )
    context.set_default_timeout(10_000)
    name = re.sub(r"[^a-z0-9-]+", "-", request.node.name.removeprefix("test_")).strip("-")
    walk = Walk(context.new_page(), name, has_script=has_script)
    yield walk
    context.close()
    assert walk.complaints == []
