"""From the business terms of an invoice to its Factur-X: a PDF/A-3 that carries its own XML.

The XML is made first and judged; nothing is printed of an invoice that breaks a rule. What no
validator looks at is looked at here: each line's net, each group's tax, and the date of payment.
"""

import base64
import decimal
import functools
import hashlib
import io
import tempfile
import time

import facturx
import judging
import pdfcheck
import pikepdf
import rendering
import typography

NAMESPACE = "urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#"
PROPERTIES = {
    "DocumentFileName": "The name of the embedded XML document",
    "DocumentType": "The type of the hybrid document in capital letters",
    "Version": "The actual version of the standard applying to the embedded XML document",
    "ConformanceLevel": "The conformance level of the embedded XML document",
}
VALUES = {
    "DocumentFileName": "factur-x.xml",
    "DocumentType": "INVOICE",
    "Version": "1.0",
    "ConformanceLevel": "EN 16931",
}
BAG_END = "</rdf:Bag></pdfaExtension:schemas>"
CENT = decimal.Decimal("0.01")


def invoice(job, templates):
    """A job of `rendering.pdf` with `terms`, the invoice by business terms (BT-1, BG-25…)."""
    terms = job.get("terms")
    if not isinstance(terms, dict):
        raise rendering.Refusal("an invoice's job needs its business terms")
    terms = typography.every_text(terms, lambda text: typography.INVISIBLE.sub("", text))
    watch = Watch()
    xml, ubl = document(terms, "factur-x"), document(terms, "ubl-2.1")
    watch.lap("make")
    broken = list(sums(terms)) + judge().findings(xml) + judge().findings(ubl)
    watch.lap("judge")
    if broken:
        return {"broken": broken, "xml": base64.b64encode(xml).decode()}
    made = rendering.pdf({**job, "source": base64.b64encode(xml).decode()}, templates)
    pdf = announced(base64.b64decode(made["pdf"]))
    watch.lap("print")
    with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
        file.write(pdf)
        file.flush()
        container = sorted(set(pdfcheck.findings(file.name)))
    watch.lap("check")
    if container:
        return {"broken": container, "xml": base64.b64encode(xml).decode()}
    return {
        **made,
        "pdf": base64.b64encode(pdf).decode(),
        "sha256": hashlib.sha256(pdf).hexdigest(),
        "xml": base64.b64encode(xml).decode(),
        "ubl": base64.b64encode(ubl).decode(),
        "milliseconds": watch.laps,
    }


class Watch:
    """How long each stage of one document took."""

    def __init__(self):
        self.laps = {}
        self.since = time.monotonic()

    def lap(self, stage):
        now = time.monotonic()
        self.laps[stage] = (now - self.since) * 1000
        self.since = now


def document(terms, flavor):
    try:
        made = facturx.generate_xml(
            terms, flavor, "en16931", check_xsd=False, check_schematron=None
        )
    except Exception as error:  # the package raises whatever its reading meets
        raise rendering.Refusal(f"the invoice's XML cannot be made: {error}") from None
    return made[0] if isinstance(made, tuple) else made


@functools.cache
def judge():
    return judging.Judge()


def cents(amount):
    return decimal.Decimal(amount).quantize(CENT, decimal.ROUND_HALF_UP)


def sums(terms):
    for line in terms["BG-25"]:
        price = decimal.Decimal(line["BT-146"]) / decimal.Decimal(line.get("BT-149", 1))
        # A cent apart where the parts of a divided period add up to the whole.
        if abs(cents(decimal.Decimal(line["BT-129"]) * price) - cents(line["BT-131"])) > CENT:
            yield f"line {line['BT-126']}: its net is not its quantity times its price"
    for group in terms["BG-23"]:
        rate = decimal.Decimal(group["BT-119"]) / 100
        if cents(decimal.Decimal(group["BT-116"]) * rate) != cents(group["BT-117"]):
            yield f"VAT at {group['BT-119']} %: its amount is not its base times its rate"
    if not terms.get("BT-9") and not terms.get("BT-20"):
        yield "neither a date nor terms of payment"


def announced(made):
    """Says in the metadata that the file is a Factur-X, in the one bag of schemas that the
    compiler has begun: a second one would break ISO 19005-3, 6.6.2."""
    with pikepdf.open(io.BytesIO(made)) as pdf:
        xmp = pdf.Root.Metadata.read_bytes().decode()
        if BAG_END not in xmp or NAMESPACE in xmp:
            raise rendering.Refusal("the compiled document's metadata is not as expected")
        xmp = xmp.replace(BAG_END, schema() + BAG_END, 1)
        xmp = xmp.replace("</rdf:RDF>", description() + "</rdf:RDF>", 1)
        stream = pikepdf.Stream(pdf, xmp.encode())
        stream.Type, stream.Subtype = pikepdf.Name.Metadata, pikepdf.Name.XML
        pdf.Root.Metadata = pdf.make_indirect(stream)
        out = io.BytesIO()
        pdf.save(
            out,
            deterministic_id=True,
            object_stream_mode=pikepdf.ObjectStreamMode.preserve,
            compress_streams=True,
        )
    made = out.getvalue()
    return made if made.endswith(b"\n") else made + b"\n"


def schema():
    properties = "".join(
        '<rdf:li rdf:parseType="Resource">'
        f"<pdfaProperty:name>{name}</pdfaProperty:name>"
        "<pdfaProperty:valueType>Text</pdfaProperty:valueType>"
        "<pdfaProperty:category>external</pdfaProperty:category>"
        f"<pdfaProperty:description>{words}</pdfaProperty:description></rdf:li>"
        for name, words in PROPERTIES.items()
    )
    return (
        '<rdf:li rdf:parseType="Resource">'
        "<pdfaSchema:schema>Factur-X PDFA Extension Schema</pdfaSchema:schema>"
        f"<pdfaSchema:namespaceURI>{NAMESPACE}</pdfaSchema:namespaceURI>"
        "<pdfaSchema:prefix>fx</pdfaSchema:prefix>"
        f"<pdfaSchema:property><rdf:Seq>{properties}</rdf:Seq></pdfaSchema:property></rdf:li>"
    )


def description():
    values = "".join(f"<fx:{name}>{value}</fx:{name}>" for name, value in VALUES.items())
    return f'<rdf:Description rdf:about="" xmlns:fx="{NAMESPACE}">{values}</rdf:Description>'
