"""What can be seen of a PDF/A-3a file without a full validator; prints one finding a line.

References are to ISO 19005-3. The whole validation is done when a pin of requirements.txt moves.

Usage: pdfcheck.py FILE     exit code 1 when something is found
"""

import pathlib
import re
import sys

import pikepdf
from lxml import etree

PDFAID = "{http://www.aiim.org/pdfa/ns/id/}"
RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
FONT_PROGRAMS = ("/FontFile", "/FontFile2", "/FontFile3")
DESCRIBED_FONTS = ("/Type1", "/TrueType", "/CIDFontType0", "/CIDFontType2")
ACTIONS_REFUSED = ("/JavaScript", "/Launch", "/Sound", "/Movie", "/ResetForm", "/ImportData")


def findings(path):
    raw = pathlib.Path(path).read_bytes()
    yield from bytes_findings(raw)
    with pikepdf.open(path) as pdf:
        yield from (f"syntax: {problem}" for problem in pdf.check_pdf_syntax())
        if "/ID" not in pdf.trailer:
            yield "6.1.3: no /ID in the trailer"
        if "/Encrypt" in pdf.trailer:
            yield "6.1.3: encrypted"
        yield from catalogue_findings(pdf.Root)
        for item in pdf.objects:
            if isinstance(item, pikepdf.Dictionary):
                yield from dictionary_findings(item)


def bytes_findings(raw):
    if not re.match(rb"%PDF-1\.[4-7]\r?\n%[\x80-\xff]{4}", raw):
        yield "6.1.2: no header followed by a binary comment"
    if not re.search(rb"%%EOF\r?\n$", raw):
        yield "6.1.9: the last %%EOF has no end of line"
    if re.search(rb"%%EOF[^\r\n]", raw):
        yield "6.1.9: something is glued to %%EOF"


def catalogue_findings(root):
    intents = root.get("/OutputIntents", [])
    if not any(
        intent.get("/S") == "/GTS_PDFA1" and "/DestOutputProfile" in intent for intent in intents
    ):
        yield "6.2.3: no GTS_PDFA1 output intent with a colour profile"
    if "/AA" in root:
        yield "6.5.2: additional actions"
    if not root.get("/MarkInfo", {}).get("/Marked", False) or "/StructTreeRoot" not in root:
        yield "6.7.2: not tagged"
    if "/Lang" not in root:
        yield "6.7.4: no language"
    if "/Metadata" not in root:
        yield "6.6.2.1: no XMP metadata"
        return
    try:
        # The packet marks around the document are processing instructions, which XML allows.
        xmp = etree.fromstring(root.Metadata.read_bytes().strip())
    except etree.XMLSyntaxError as error:
        yield f"6.6.2.1: XMP is not XML: {error}"
        return
    for name, wanted in (("part", "3"), ("conformance", "A")):
        if said(xmp, name) != wanted:
            yield f"6.6.4: pdfaid:{name} is {said(xmp, name)!r}, not {wanted!r}"


def said(xmp, name):
    for description in xmp.iter(RDF + "Description"):
        value = description.get(PDFAID + name) or description.findtext(PDFAID + name)
        if value:
            return value
    return None


def dictionary_findings(item):
    if item.get("/Type") == "/Font" and item.get("/Subtype") in DESCRIBED_FONTS:
        described = item.get("/FontDescriptor", {})
        if not any(program in described for program in FONT_PROGRAMS):
            yield f"6.2.11.4: the font {item.get('/BaseFont')} is not embedded"
    if item.get("/S") in ACTIONS_REFUSED:
        yield f"6.5.1: an action {item.get('/S')}"
    if item.get("/Type") == "/Filespec":
        if "/AFRelationship" not in item or "/F" not in item or "/UF" not in item:
            yield "6.8: a file specification without AFRelationship, F and UF"
        if "/Subtype" not in item.get("/EF", {}).get("/F", {}):
            yield "6.8: an embedded file without a MIME type"


if __name__ == "__main__":
    found = sorted(set(findings(sys.argv[1])))
    sys.stdout.writelines(f"{finding}\n" for finding in found)
    sys.exit(1 if found else 0)
