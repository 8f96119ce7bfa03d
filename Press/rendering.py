"""From a template and data to the bytes of a PDF/A-3a and PDF/UA-1 document.

The same job gives the same bytes on every machine: embedded fonts only, the time given by the job.
"""

import base64
import binascii
import hashlib
import json
import os
import re

import typst

import typography

STANDARDS = ["a-3a", "ua-1"]
# Each round replaces every character that the round before found without a glyph.
ROUNDS_MAX = 4
NO_GLYPH = re.compile(r'the text `"(.*?)"` could not be displayed', re.DOTALL)
ESCAPE = re.compile(r"\\(?:u\{([0-9a-f]+)\}|(.))", re.DOTALL)
PLACE = re.compile(r"┌─ .*?([^/\s]+:\d+:\d+)")


class Refusal(Exception):
    """A job that cannot be done, told so that its sender can mend it."""

    def __init__(self, error, hints=(), place=None):
        super().__init__(error)
        self.answer = {"error": error, "hints": list(hints), "place": place}


def pdf(job, templates):
    name, timestamp, data = job.get("template"), job.get("timestamp"), job.get("data")
    known = sorted(name for name in os.listdir(templates) if name.endswith(".typ"))
    if name not in known:
        raise Refusal(f"no template named {name!r}", [f"templates: {', '.join(known)}"])
    if not isinstance(timestamp, int) or not isinstance(data, dict):
        raise Refusal("a job needs a whole timestamp and an object as data")
    source = source_text(job.get("source", ""))
    data = typography.french(data)
    data["source_sha256"] = hashlib.sha256(source.encode()).hexdigest()
    made, replaced = compiled(templates, name, json.dumps(data), source, timestamp)
    # A signature is appended after the last line: without its end the two would be glued, which
    # ISO 19005-3, 6.1.9 refuses.
    if not made.endswith(b"\n"):
        made += b"\n"
    return {
        "pdf": base64.b64encode(made).decode(),
        "sha256": hashlib.sha256(made).hexdigest(),
        "pages": max(int(count) for count in re.findall(rb"/Type/Pages/Count (\d+)", made)),
        "replaced": [f"U+{code:04X}" for code in sorted(replaced)],
    }


def source_text(encoded):
    try:
        return base64.b64decode(encoded, validate=True).decode("utf-8")
    except (TypeError, ValueError, binascii.Error):
        raise Refusal("the source of a document is UTF-8 text, in base64") from None


def compiled(templates, name, data, source, timestamp):
    compiler = typst.Compiler(
        root=templates,
        ignore_system_fonts=True,
        # Packages are code from the network: they are looked for where nothing is.
        package_path="/nonexistent",
        package_cache_path="/nonexistent",
    )
    replaced = set()
    for _ in range(ROUNDS_MAX):
        try:
            made = compiler.compile(
                input=os.path.join(templates, name),
                format="pdf",
                sys_inputs={"data": data, "source": source},
                pdf_standards=STANDARDS,
                timestamp=timestamp,
            )
            return made, replaced
        except typst.TypstError as error:
            found = uncovered(error.diagnostic) - replaced
            if not found:
                place = PLACE.search(error.diagnostic)
                raise Refusal(error.message, error.hints, place and place[1]) from None
            replaced |= found
            data = replaced_in(data, found)
    raise Refusal("too many characters have no glyph in the press's fonts")


def uncovered(diagnostic):
    """The characters that no font has, as the compiler quotes them, a whole list at once."""
    clusters = (ESCAPE.sub(unescaped, quoted) for quoted in NO_GLYPH.findall(diagnostic))
    return {ord(character) for cluster in clusters for character in cluster if character > "\x7f"}


def unescaped(escape):
    return chr(int(escape[1], 16)) if escape[1] else escape[2]


def replaced_in(data, codes):
    placeholders = dict.fromkeys(codes, typography.PLACEHOLDER)
    changed = typography.every_text(json.loads(data), lambda text: text.translate(placeholders))
    return json.dumps(changed)
