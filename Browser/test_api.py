"""The API as its own description tells it, asked by a program that tries to break it."""

import json
import pathlib
import subprocess
import sys
import urllib.request

from conftest import served

CHECKS = (
    "not_a_server_error,status_code_conformance,content_type_conformance,"
    "response_headers_conformance,response_schema_conformance,negative_data_rejection,"
    "missing_required_header,unsupported_method"
)


def test_description_holds(tmp_path):
    with served(tmp_path) as address:
        (tmp_path / "schemathesis.toml").write_text(
            f'[parameters]\n"contract" = "{first(address, "contracts")}"\n'
            f'"ticket" = "{first(address, "tickets")}"\n'
        )
        program = pathlib.Path(sys.executable).parent / "schemathesis"
        tried = subprocess.run(
            [program, "run", address + "/api/v1/openapi.json", "--checks", CHECKS,
             "--max-examples", "30", "--seed", "1", "--no-color"],
            cwd=tmp_path, capture_output=True, text=True, timeout=300,
        )
        assert tried.returncode == 0, tried.stdout[-6000:] + tried.stderr[-2000:]
        assert "7 selected / 7 total" in tried.stdout


def first(address, what):
    with urllib.request.urlopen(f"{address}/api/v1/{what}") as reply:
        return json.load(reply)["items"][0]["id"]
