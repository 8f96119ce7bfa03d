"""The API as its own description tells it, asked by a program that tries to break it."""

import base64
import datetime
import http.cookiejar
import json
import os
import pathlib
import re
import subprocess
import sys
import urllib.parse
import urllib.request

from conftest import served

CHECKS = (
    "not_a_server_error,status_code_conformance,content_type_conformance,"
    "response_headers_conformance,response_schema_conformance,negative_data_rejection,"
    "missing_required_header,unsupported_method"
)

SCOPES = {f"portee-{scope}": "on" for scope in ("read", "tickets", "contracts", "invoices")}


def test_description_holds(tmp_path):
    with served(tmp_path, "--accounts") as address:
        token = given_token(address, tmp_path)
        known = {"Authorization": f"Bearer {token}"}
        (tmp_path / "schemathesis.toml").write_text(
            f'[parameters]\n"contract" = "{first(address, "contracts", known)}"\n'
            f'"ticket" = "{first(address, "tickets", known)}"\n'
            f'"invoice" = "{issued(address, known)}"\n"entry" = 0\n"number" = 1\n'
        )
        program = pathlib.Path(sys.executable).parent / "schemathesis"
        tried = subprocess.run(
            [program, "run", address + "/api/v1/openapi.json", "--checks", CHECKS,
             "--header", f"Authorization: Bearer {token}",
             "--max-examples", "30", "--seed", "1", "--no-color"],
            cwd=tmp_path, capture_output=True, text=True, timeout=300,
        )
        assert tried.returncode == 0, tried.stdout[-6000:] + tried.stderr[-2000:]
        asked = urllib.request.Request(address + "/api/v1/openapi.json", headers=known)
        with urllib.request.urlopen(asked) as reply:
            described = json.load(reply)["paths"].values()
        count = sum(method in ("get", "post", "put", "delete") for path in described for method in path)
        # All but the description's own address.
        assert f" {count - 1} selected / {count - 1} total" in tried.stdout


def given_token(address, folder):
    """The first owner comes in and gives a program a token, over the pages."""
    browser = urllib.request.build_opener(
        urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()))

    def send(path, **fields):
        page = browser.open(address + path.replace("/compte/jetons", "/compte")).read().decode()
        shown = re.search(r'name="formulaire" value="([0-9a-f]+)"', page)
        if shown:
            fields["formulaire"] = shown[1]
        form = urllib.parse.urlencode(fields).encode()
        return browser.open(address + path, form).read().decode()

    link = re.search(r"/acces/[0-9a-f]{64}", (folder / "server.log").read_text())[0]
    send(link, nom="Ana Ferrand", courriel="ana@vigie.example", secret="une phrase assez longue")
    given = send("/compte/jetons", nom="Sonde", jours="30", **SCOPES)
    return re.search(r"dlg_[a-z2-7]{8}_[a-z2-7]{52}", given)[0]


def first(address, what, headers={}):
    asked = urllib.request.Request(f"{address}/api/v1/{what}", headers=headers)
    with urllib.request.urlopen(asked) as reply:
        return json.load(reply)["items"][0]["id"]


def issued(address, known):
    """The identity of an invoice of last month, issued over the API."""
    month = (datetime.date.today().replace(day=1) - datetime.timedelta(days=1)).isoformat()[:7]
    asked = urllib.request.Request(
        f"{address}/api/v1/contracts/{first(address, 'contracts', known)}/invoices",
        json.dumps({"month": month}).encode(), {"Content-Type": "application/json", **known})
    with urllib.request.urlopen(asked) as reply:
        assert reply.status == 201
    return first(address, "invoices", known)


def test_receipt_of_an_act_satisfies_go(tmp_path):
    with served(tmp_path) as address:
        ticket = first(address, "tickets")
        noted = urllib.request.Request(
            f"{address}/api/v1/tickets/{ticket}/acts",
            json.dumps({"act": "note", "note": "Câble relevé"}).encode(),
            {"Content-Type": "application/json"})
        with urllib.request.urlopen(noted) as reply:
            receipt = json.load(reply)["receipt"]
        with urllib.request.urlopen(f"{address}/api/v1/tickets/{ticket}/facts") as reply:
            fact = json.load(reply)["items"][-1]
        with urllib.request.urlopen(f"{address}/tickets/{ticket}") as reply:
            assert f"/registre/{fact['entry']}/preuve" in reply.read().decode()
    lines = receipt.split("\n")
    header = json.loads(base64.b64decode(lines[1].removeprefix("extra ")))
    assert header["kind"] == fact["kind"] == "ticket.noted"
    assert header["n"] == fact["entry"]
    key = subprocess.run(
        [os.environ["DILIGENCE_BINARY"], "register", "key", "--database", tmp_path / "demo.db"],
        capture_output=True, text=True, check=True).stdout.strip()
    altered = receipt.replace("index ", "index 1")
    asked = "".join(base64.b64encode(text.encode()).decode() + "\n" for text in (receipt, altered))
    checkproof = pathlib.Path(__file__).parent.parent / ".tools/checkproof"
    said = subprocess.run([checkproof, key], input=asked, capture_output=True, text=True)
    assert said.stdout.split() == ["yes", "no"]
