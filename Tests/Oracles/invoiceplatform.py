"""An approved platform that holds to the flow service of XP Z12-013 (annex A), for tests.

    python3 invoiceplatform.py        serves HTTP on loopback; writes its port on standard error first

It refuses what the API refuses: no bearer token, a body that is no multipart of `flowInfo` (JSON) and
`file`, values outside the enumerations, a digest that is not the file's, a search without criterion.
A file that it knows by its tracking identifier is refused as already existing.

`POST /token` gives the bearer token to the client `essai` whose secret is `secret`.
`GET /_flows` lists what came, with files in base64. `POST /_say` {"invoice", "seller", "code",
"reasonCode", "reason"} makes a message of the life cycle come in. `POST /_ack` {"flowId", "status",
"details"} gives a flow its acknowledgement. `POST /_fail` {"status": 503} fails the next request.
"""

import base64
import email.parser
import email.policy
import hashlib
import http.server
import json
import re
import sys
import xml.sax.saxutils

TOKEN = "jeton-d-essai"
SYNTAXES = {"CII", "UBL", "Factur-X", "CDAR", "FRR"}
PROFILES = {"Basic", "CIUS", "Extended-CTC-FR"}
RULES = {"B2B", "B2BInt", "B2C", "OutOfScope", "ArchiveOnly", "NotApplicable"}
CRITERIA = {
    "updatedAfter", "updatedBefore", "processingRule", "flowType", "flowDirection", "trackingId",
    "ackStatus",
}
CDAR = """<?xml version="1.0" encoding="UTF-8"?>
<c:CrossDomainAcknowledgementAndResponse
 xmlns:c="urn:un:unece:uncefact:data:standard:CrossDomainAcknowledgementAndResponse:100"
 xmlns:r="urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100"
 xmlns:u="urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100">
 <c:ExchangedDocument><r:ID>M1</r:ID></c:ExchangedDocument>
 <c:AcknowledgementDocument>
  <r:IssueDateTime><u:DateTimeString format="204">20261201093000</u:DateTimeString></r:IssueDateTime>
  <r:ReferenceReferencedDocument>
   <r:IssuerAssignedID>{invoice}</r:IssuerAssignedID>
   <r:ProcessConditionCode>{code}</r:ProcessConditionCode>
   <r:IssuerTradeParty><r:GlobalID schemeID="0002">{seller}</r:GlobalID></r:IssuerTradeParty>
   <r:SpecifiedDocumentStatus><r:ReasonCode>{reasonCode}</r:ReasonCode>
    <r:Reason>{reason}</r:Reason></r:SpecifiedDocumentStatus>
  </r:ReferenceReferencedDocument>
 </c:AcknowledgementDocument>
</c:CrossDomainAcknowledgementAndResponse>
"""


class Refusal(Exception):
    def __init__(self, status, code, message=None):
        self.status, self.code, self.message = status, code, message


class Platform:
    def __init__(self):
        self.flows, self.files, self.tick, self.fails = [], {}, 0, []

    def now(self):
        self.tick += 1
        return f"2026-12-01T10:{self.tick // 60 % 60:02}:{self.tick % 60:02}.000Z"

    def take(self, headers, body):
        kind = headers.get("Content-Type", "")
        if not kind.startswith("multipart/form-data"):
            raise Refusal(400, "BAD_REQUEST", "multipart/form-data is expected")
        parser = email.parser.BytesParser(policy=email.policy.HTTP)
        message = parser.parsebytes(b"Content-Type: " + kind.encode() + b"\r\n\r\n" + body)
        parts = {p.get_param("name", header="content-disposition"): p for p in message.iter_parts()}
        if set(parts) != {"flowInfo", "file"}:
            raise Refusal(400, "MISSING_REQUIRED_FIELD", "flowInfo and file are expected")
        if parts["flowInfo"].get_content_type() != "application/json":
            raise Refusal(400, "BAD_REQUEST", "flowInfo is JSON")
        if parts["file"].get_content_type() not in {"application/pdf", "application/xml"}:
            raise Refusal(400, "BAD_REQUEST", "the file is PDF or XML")
        info = json.loads(parts["flowInfo"].get_payload(decode=True))
        data = parts["file"].get_payload(decode=True)
        allowed = {"trackingId", "name", "processingRule", "flowSyntax", "flowProfile", "sha256"}
        if set(info) - allowed or info.get("flowSyntax") not in SYNTAXES:
            raise Refusal(400, "BAD_REQUEST", "flowInfo")
        if info.get("processingRule", "B2B") not in RULES:
            raise Refusal(400, "BAD_REQUEST", "processingRule")
        if info.get("flowProfile", "CIUS") not in PROFILES:
            raise Refusal(400, "BAD_REQUEST", "flowProfile")
        if len(info.get("trackingId", "")) > 36 or len(info.get("name", "")) > 255:
            raise Refusal(400, "BAD_REQUEST", "too long")
        if info.get("sha256") not in {None, hashlib.sha256(data).hexdigest()}:
            raise Refusal(422, "ChecksumMismatch", "the digest is not the file's")
        if any(f["trackingId"] == info["trackingId"] for f in self.flows if "trackingId" in f):
            raise Refusal(422, "AlreadyExistingFlow", "this tracking identifier is known")
        at = self.now()
        flow = {
            **info, "flowId": f"flux-{len(self.flows) + 1}", "submittedAt": at, "updatedAt": at,
            "flowDirection": "Out", "acknowledgement": {"status": "Pending"},
            "flowType": "CustomerInvoiceLC" if info["flowSyntax"] == "CDAR" else "CustomerInvoice",
        }
        self.flows.append(flow)
        self.files[flow["flowId"]] = data
        return 202, {k: flow[k] for k in [*info, "flowId", "submittedAt"]}

    def search(self, body):
        asked = json.loads(body)
        where = asked.get("where")
        if not where or set(where) - CRITERIA or asked.get("limit", 25) > 100:
            raise Refusal(400, "BAD_REQUEST", "one criterion at least, at most 100 results")
        found = [
            f for f in self.flows
            if f["updatedAt"] > where.get("updatedAfter", "")
            and where.get("trackingId") in {None, f.get("trackingId")}
        ]
        found.sort(key=lambda f: f["updatedAt"])
        hidden = {"name", "sha256"}
        results = [{k: v for k, v in f.items() if k not in hidden} for f in found]
        return 200, {"limit": asked.get("limit", 25), "filters": where, "results": results}

    def original(self, flow):
        if flow not in self.files:
            raise Refusal(404, "MISSING_RESOURCE")
        return self.files[flow]

    def say(self, said):
        at, name = self.now(), f"flux-{len(self.flows) + 1}"
        self.flows.append({
            "flowId": name, "submittedAt": at, "updatedAt": at, "flowDirection": "In",
            "flowType": "CustomerInvoiceLC", "flowSyntax": "CDAR", "processingRule": "B2B",
        })
        words = {k: xml.sax.saxutils.escape(str(v)) for k, v in said.items()}
        self.files[name] = CDAR.format(**{"reasonCode": "", "reason": "", **words}).encode()
        return 200, {"flowId": name}

    def acknowledge(self, said):
        flow = next(f for f in self.flows if f["flowId"] == said.pop("flowId"))
        flow["acknowledgement"], flow["updatedAt"] = said, self.now()
        return 200, {}


class Answer(http.server.BaseHTTPRequestHandler):
    platform = Platform()

    def do_GET(self):
        self.respond(b"")

    def do_POST(self):
        self.respond(self.rfile.read(int(self.headers.get("Content-Length", 0))))

    def respond(self, body):
        try:
            status, said = self.route(body)
        except Refusal as refusal:
            status = refusal.status
            said = {"errorCode": refusal.code, "errorMessage": refusal.message}
        except (ValueError, KeyError) as error:
            status, said = 400, {"errorCode": "BAD_REQUEST", "errorMessage": str(error)}
        data = said if isinstance(said, bytes) else json.dumps(said).encode()
        self.send_response(status)
        kind = "application/octet-stream" if isinstance(said, bytes) else "application/json"
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def route(self, body):
        platform, path = self.platform, self.path
        if path == "/_flows":
            return 200, [
                {**f, "file": base64.b64encode(platform.files[f["flowId"]]).decode()}
                for f in platform.flows
            ]
        if path == "/_say":
            return platform.say(json.loads(body))
        if path == "/_ack":
            return platform.acknowledge(json.loads(body))
        if path == "/_fail":
            platform.fails.append(json.loads(body)["status"])
            return 200, {}
        if path == "/token":
            wanted = "Basic " + base64.b64encode(b"essai:secret").decode()
            if self.headers.get("Authorization") != wanted or body != b"grant_type=client_credentials":
                raise Refusal(401, "invalid_client")
            return 200, {"access_token": TOKEN, "token_type": "Bearer", "expires_in": 300}
        if self.headers.get("Authorization") != f"Bearer {TOKEN}":
            raise Refusal(401, "MISSING_TOKEN")
        if platform.fails:
            raise Refusal(platform.fails.pop(0), "INTERNAL_ERROR")
        if path == "/flow-service/v1/flows" and self.command == "POST":
            return platform.take(self.headers, body)
        if path == "/flow-service/v1/flows/search" and self.command == "POST":
            return platform.search(body)
        wanted = re.fullmatch(r"/flow-service/v1/flows/([\w.-]+)\?docType=Original", path)
        if wanted and self.command == "GET":
            return 200, platform.original(wanted[1])
        raise Refusal(404, "MISSING_RESOURCE")

    def log_message(self, *words):
        pass


def main():
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Answer)
    print(server.server_address[1], file=sys.stderr, flush=True)
    server.serve_forever()


main()
