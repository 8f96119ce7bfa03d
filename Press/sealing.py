"""Electronic seals on PDF files: made, asked for a stamp where there is an authority, and judged.

A seal is an incremental update: the sealed file begins with the very bytes that were shown. The key and
its certificate are made here once, and say only that the file has not changed since: no authority
vouches for whoever holds the key.
"""

import base64
import binascii
import datetime
import hashlib
import io
import json
import sys

from asn1crypto import keys, pem, tsp, x509
from cryptography import x509 as certificates
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign import signers, timestamps, validation
from pyhanko.sign.fields import SigSeedSubFilter
from pyhanko_certvalidator import ValidationContext
from pyhanko_certvalidator.registry import SimpleCertificateStore

import rendering

YEARS = 10
FIELD = "Cachet"
STAMP_BYTES_MAX = 1 << 20


def key(job, _):
    """A new key with a certificate of its own, in one PEM text."""
    name, now = job.get("name"), job.get("timestamp")
    if not isinstance(name, str) or not 0 < len(name) <= 64 or not isinstance(now, int):
        raise rendering.Refusal("a seal's key needs a name of at most 64 characters and a time")
    private = ec.generate_private_key(ec.SECP256R1())
    start = datetime.datetime.fromtimestamp(now, datetime.timezone.utc)
    who = certificates.Name(
        [
            certificates.NameAttribute(NameOID.ORGANIZATIONAL_UNIT_NAME, "Cachet d'integrite seul"),
            certificates.NameAttribute(NameOID.COMMON_NAME, name),
        ]
    )
    certificate = (
        certificates.CertificateBuilder()
        .subject_name(who)
        .issuer_name(who)
        .public_key(private.public_key())
        .serial_number(certificates.random_serial_number())
        .not_valid_before(start - datetime.timedelta(minutes=5))
        .not_valid_after(start + datetime.timedelta(days=365 * YEARS))
        .add_extension(certificates.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(usage(), critical=True)
        .sign(private, hashes.SHA256())
    )
    text = private.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    ) + certificate.public_bytes(serialization.Encoding.PEM)
    return {"key": text.decode()}


def usage():
    chosen = dict.fromkeys(
        [
            "digital_signature",
            "content_commitment",
            "key_encipherment",
            "data_encipherment",
            "key_agreement",
            "key_cert_sign",
            "crl_sign",
            "encipher_only",
            "decipher_only",
        ],
        False,
    )
    chosen["digital_signature"] = chosen["content_commitment"] = True
    return certificates.KeyUsage(**chosen)


class Authority(timestamps.TimeStamper):
    """Asks for stamps through the program that runs the press, which alone has a network."""

    async def async_request_tsa_response(self, req):
        ask = {"stamp": base64.b64encode(req.dump()).decode()}
        sys.stdout.write(json.dumps(ask) + "\n")
        sys.stdout.flush()
        answer = json.loads(sys.stdin.buffer.readline(STAMP_BYTES_MAX * 2) or b"{}")
        if not answer.get("reply"):
            raise rendering.Refusal("the time-stamp authority did not answer")
        return tsp.TimeStampResp.load(base64.b64decode(answer["reply"]))


def seal(job, _):
    """The sealed file, with the level that it reached and the certificate that it names.

    Stamped, it is B-T; with the roots of the authority, what proves the stamp later is embedded and
    stamped in turn: B-LTA.
    """
    pdf = content(job.get("pdf"))
    signer, certificate = signer_of(job.get("key", ""))
    authority = Authority() if job.get("stamped") else None
    level = "B-B"
    options = {"field_name": FIELD, "md_algorithm": "sha256", "name": job.get("name")}
    options |= {"subfilter": SigSeedSubFilter.PADES, "reason": job.get("reason")}
    if authority:
        roots = certificates_of(job.get("roots"))
        level = "B-T"
        if roots:
            trusted = ValidationContext(
                trust_roots=[certificate, *roots], allow_fetching=False, revocation_mode="soft-fail"
            )
            options |= {"embed_validation_info": True, "validation_context": trusted}
            options |= {"use_pades_lta": True}
            level = "B-LTA"
    out = io.BytesIO()
    signers.PdfSigner(
        signers.PdfSignatureMetadata(**options), signer=signer, timestamper=authority
    ).sign_pdf(IncrementalPdfFileWriter(io.BytesIO(pdf)), output=out)
    made = out.getvalue()
    if made[: len(pdf)] != pdf:
        raise rendering.Refusal("the sealed file does not begin with the bytes that were shown")
    return {
        "pdf": base64.b64encode(made).decode(),
        "sha256": hashlib.sha256(made).hexdigest(),
        "level": level,
        "certificate": certificate.sha256.hex(),
    }


def signer_of(text):
    try:
        blocks = {name: der for name, _, der in pem.unarmor(text.encode(), multiple=True)}
        certificate = x509.Certificate.load(blocks["CERTIFICATE"])
        private = keys.PrivateKeyInfo.load(blocks["PRIVATE KEY"])
    except (ValueError, KeyError, TypeError):
        raise rendering.Refusal("the seal's key cannot be read") from None
    signer = signers.SimpleSigner(
        signing_cert=certificate,
        signing_key=private,
        cert_registry=SimpleCertificateStore.from_certs([certificate]),
    )
    return signer, certificate


def judge(job, _):
    """What each signature of a file says: who, whether the bytes are those that were signed, when."""
    pdf = content(job.get("pdf"))
    try:
        reader = PdfFileReader(io.BytesIO(pdf), strict=False)
        found = [one for one in reader.embedded_signatures if one.sig_object_type == "/Sig"]
        roots = certificates_of(job.get("roots"))
        return {"signatures": [judged(one, roots) for one in found[:50]]}
    except rendering.Refusal:
        raise
    except Exception as error:  # a foreign file may break its reader in any way
        raise rendering.Refusal(f"the file cannot be read: {type(error).__name__}") from None


def judged(signature, roots):
    trusted = ValidationContext(
        trust_roots=roots, allow_fetching=False, revocation_mode="soft-fail"
    )
    status = validation.validate_pdf_signature(signature, trusted, trusted)
    certificate = status.signing_cert
    stamp = status.timestamp_validity
    when = stamp.timestamp if stamp else status.signer_reported_dt
    return {
        "signer": certificate.subject.human_friendly,
        "issuer": certificate.issuer.human_friendly,
        "certificate": certificate.sha256.hex(),
        "intact": bool(status.intact and status.valid),
        "trusted": bool(status.trusted),
        "whole": status.coverage is not None and status.coverage.name in (
            "ENTIRE_FILE", "ENTIRE_REVISION"),
        "unchanged": bool(status.bottom_line) or status.modification_level is None
        or status.modification_level.name in ("NONE", "LTA_UPDATES"),
        "stamped": bool(stamp and stamp.intact and stamp.valid),
        "at": int(when.timestamp()) if when else None,
    }


def certificates_of(text):
    """The certificates of a PEM text; other blocks are left out."""
    if not text:
        return []
    try:
        blocks = list(pem.unarmor(text.encode(), multiple=True))
        return [x509.Certificate.load(der) for name, _, der in blocks if name == "CERTIFICATE"]
    except (ValueError, TypeError):
        raise rendering.Refusal("the roots cannot be read") from None


def content(encoded):
    try:
        return base64.b64decode(encoded, validate=True)
    except (TypeError, ValueError, binascii.Error):
        raise rendering.Refusal("the file of a job is in base64") from None
