"""The press: jobs on standard input, one line each, an answer to each on standard output, in JSON.

A job      {"operation": "pdf", "template": "contrat.typ", "timestamp": 1798761600,
            "data": {...}, "source": "<base64 of the UTF-8 file that the document prints>"}
           {"operation": "invoice", ..., "terms": {"BT-1": "F2026-00042", ...}}
           {"operation": "read", "file": "<base64 of somebody else's Factur-X or CII>"}
An answer  {"pdf": "<base64>", "sha256": "...", "pages": 12, "replaced": ["U+1F600"]},
           with "xml" (CII) and "ubl" in base64 for an invoice,
           {"invoice": {"number": "…", "seller": "…", "lines": [["…", "12.00"]]}} for one read,
or         {"broken": ["BR-CO-10: ..."], "xml": "<base64>"} for an invoice that no rule lets pass,
or         {"error": "...", "hints": ["..."], "place": "contrat.typ:12:3"}; exit code 1 at the end.

Usage: worker.py TEMPLATES [--stay]

Without `--stay` it does one job and ends, and its address space is bounded. With it, it does what
comes until its input ends: the rules of invoices take seconds to load, and cannot under that bound.
"""

import json
import os
import resource
import sys

import rendering

JOB_BYTES_MAX = 16 << 20
MEMORY_BYTES_MAX = 1 << 30
# Of heap alone, for the validator reserves far more addresses than it uses.
HEAP_BYTES_MAX = 2 << 30
CPU_SECONDS_MAX = 60
CPU_SECONDS_STAYING = 900


def invoice(job, templates):
    import invoicing  # loads the rules' engine: only for who makes invoices

    return invoicing.invoice(job, templates)


def read(job, templates):
    import reading  # loads PDF and XML readers: only for who reads others' invoices

    return reading.read(job, templates)


def sealing(name):
    def run(job, templates):
        import sealing  # loads a library of certificates: only for who seals

        return getattr(sealing, name)(job, templates)

    return run


OPERATIONS = {"pdf": rendering.pdf, "invoice": invoice, "read": read}
OPERATIONS |= {"seal": sealing("seal"), "seal-key": sealing("key"), "judge": sealing("judge")}


def answer(raw, templates):
    if len(raw) > JOB_BYTES_MAX:
        raise rendering.Refusal(f"the job is larger than {JOB_BYTES_MAX} bytes")
    try:
        job = json.loads(raw)
    except (ValueError, RecursionError) as error:
        raise rendering.Refusal(f"the job is not JSON: {error}") from None
    operation = OPERATIONS.get(job.get("operation")) if isinstance(job, dict) else None
    if operation is None:
        raise rendering.Refusal("the job names no operation of the press")
    return operation(job, templates)


def limit(is_staying):
    # The server also stops a worker that lasts too long; these hold when the server is gone.
    if is_staying:
        resource.setrlimit(resource.RLIMIT_DATA, (HEAP_BYTES_MAX, HEAP_BYTES_MAX))
    else:
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES_MAX, MEMORY_BYTES_MAX))
    seconds = CPU_SECONDS_STAYING if is_staying else CPU_SECONDS_MAX
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def main():
    is_staying = "--stay" in sys.argv[2:]
    limit(is_staying)
    here = os.path.dirname(os.path.realpath(__file__))
    templates = sys.argv[1] if len(sys.argv) > 1 else os.path.join(here, "templates")
    failed = False
    while True:
        raw = (
            sys.stdin.buffer.readline(JOB_BYTES_MAX + 1)
            if is_staying
            else sys.stdin.buffer.read(JOB_BYTES_MAX + 1)
        )
        if is_staying and not raw:
            break
        try:
            said = answer(raw, templates)
        except rendering.Refusal as refusal:
            said = refusal.answer
        failed = failed or "error" in said
        json.dump(said, sys.stdout)
        sys.stdout.write("\n")
        sys.stdout.flush()
        if not is_staying:
            break
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
