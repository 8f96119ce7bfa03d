"""Reads an invoice that somebody else made: a Factur-X, or its CII alone.

What it says is told as texts, bounded in length and number; whether it may be believed is for its
reader. A document type, other files and the network are never followed.
"""

import base64
import io

import facturx
import pikepdf
import rendering
from lxml import etree

BYTES_MAX = 10 << 20
XML_BYTES_MAX = 4 << 20
LINES_MAX = 500
TEXT_MAX = 300
NAMES = ("factur-x.xml", "zugferd-invoice.xml", "xrechnung.xml", "order-x.xml")
STANDARD = "urn:un:unece:uncefact:data:standard:"
NAMESPACES = {
    "rsm": STANDARD + "CrossIndustryInvoice:100",
    "ram": STANDARD + "ReusableAggregateBusinessInformationEntity:100",
    "udt": STANDARD + "UnqualifiedDataType:100",
}
AGREEMENT = "rsm:SupplyChainTradeTransaction/ram:ApplicableHeaderTradeAgreement"
SETTLEMENT = "rsm:SupplyChainTradeTransaction/ram:ApplicableHeaderTradeSettlement"
SUMS = SETTLEMENT + "/ram:SpecifiedTradeSettlementHeaderMonetarySummation"
PLACES = {
    "number": "rsm:ExchangedDocument/ram:ID",
    "type": "rsm:ExchangedDocument/ram:TypeCode",
    "issued": "rsm:ExchangedDocument/ram:IssueDateTime/udt:DateTimeString",
    "profile": "rsm:ExchangedDocumentContext"
    "/ram:GuidelineSpecifiedDocumentContextParameter/ram:ID",
    "seller": AGREEMENT + "/ram:SellerTradeParty/ram:Name",
    "seller_siren": AGREEMENT
    + "/ram:SellerTradeParty/ram:SpecifiedLegalOrganization/ram:ID[@schemeID='0002']",
    "seller_vat": AGREEMENT
    + "/ram:SellerTradeParty/ram:SpecifiedTaxRegistration/ram:ID[@schemeID='VA']",
    "buyer": AGREEMENT + "/ram:BuyerTradeParty/ram:Name",
    "buyer_siren": AGREEMENT
    + "/ram:BuyerTradeParty/ram:SpecifiedLegalOrganization/ram:ID[@schemeID='0002']",
    "currency": SETTLEMENT + "/ram:InvoiceCurrencyCode",
    "due": SETTLEMENT + "/ram:SpecifiedTradePaymentTerms/ram:DueDateDateTime/udt:DateTimeString",
    "net": SUMS + "/ram:TaxBasisTotalAmount",
    "vat": SUMS + "/ram:TaxTotalAmount",
    "gross": SUMS + "/ram:GrandTotalAmount",
}
LINE = "rsm:SupplyChainTradeTransaction/ram:IncludedSupplyChainTradeLineItem"
LINE_NAME = "ram:SpecifiedTradeProduct/ram:Name"
LINE_NET = (
    "ram:SpecifiedLineTradeSettlement/ram:SpecifiedTradeSettlementLineMonetarySummation"
    "/ram:LineTotalAmount"
)


def read(job, templates):
    """`file` in base64; answers {"invoice": {...texts, "lines": [[name, net]], "broken": "…"}}."""
    try:
        raw = base64.b64decode(job.get("file", ""), validate=True)
    except (TypeError, ValueError):
        raise rendering.Refusal("the file is not in base64") from None
    if not raw or len(raw) > BYTES_MAX:
        raise rendering.Refusal(f"a file of 1 to {BYTES_MAX} bytes is expected")
    xml = embedded(raw) if raw.lstrip()[:5] == b"%PDF-" else raw
    root = parsed(xml)
    said = {}
    for name, place in PLACES.items():
        found = root.find(place, NAMESPACES)
        said[name] = bounded(found.text) if found is not None else ""
    lines = root.findall(LINE, NAMESPACES)
    if len(lines) > LINES_MAX:
        raise rendering.Refusal(f"more than {LINES_MAX} lines")
    said["lines"] = [
        [bounded(line.findtext(LINE_NAME, "", NAMESPACES)),
         bounded(line.findtext(LINE_NET, "", NAMESPACES))]
        for line in lines
    ]
    said["broken"] = schema_fault(xml)
    return {"invoice": said}


def embedded(raw):
    try:
        with pikepdf.open(io.BytesIO(raw)) as pdf:
            for name in NAMES:
                if name in pdf.attachments:
                    return pdf.attachments[name].get_file().read_bytes()
    except pikepdf.PdfError as error:
        raise rendering.Refusal(f"the PDF cannot be read: {error}") from None
    raise rendering.Refusal("the PDF carries no invoice's XML: it is no Factur-X")


def parsed(xml):
    if len(xml) > XML_BYTES_MAX:
        raise rendering.Refusal(f"its XML has more than {XML_BYTES_MAX} bytes")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    try:
        root = etree.fromstring(xml, parser)
    except etree.XMLSyntaxError as error:
        raise rendering.Refusal(f"its XML cannot be read: {error}") from None
    if root.getroottree().docinfo.doctype:
        raise rendering.Refusal("its XML has a document type, which an invoice never has")
    if root.tag != f"{{{NAMESPACES['rsm']}}}CrossIndustryInvoice":
        raise rendering.Refusal("its XML is no invoice of the CII syntax")
    return root


def bounded(text):
    return " ".join((text or "").split())[:TEXT_MAX]


def schema_fault(xml):
    """The first breach of its schema, empty when there is none."""
    try:
        facturx.xml_check_xsd(xml, flavor="factur-x")
    except Exception as error:  # the package raises whatever its reading meets
        return bounded(str(error))
    return ""
