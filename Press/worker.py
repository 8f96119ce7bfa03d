"""The press: one job on standard input, one answer on standard output, both JSON, then it ends.

A job      {"operation": "pdf", "template": "contrat.typ", "timestamp": 1798761600,
            "data": {...}, "source": "<base64 of the UTF-8 file that the document prints>"}
An answer  {"pdf": "<base64>", "sha256": "...", "pages": 12, "replaced": ["U+1F600"]}
or         {"error": "...", "hints": ["..."], "place": "contrat.typ:12:3"} with exit code 1.

Usage: worker.py [FOLDER OF TEMPLATES]
"""

import json
import os
import resource
import sys

import rendering

JOB_BYTES_MAX = 16 << 20
MEMORY_BYTES_MAX = 1 << 30
CPU_SECONDS_MAX = 60
OPERATIONS = {"pdf": rendering.pdf}


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


def main():
    # The server also stops a worker that lasts too long; these hold when the server is gone.
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES_MAX, MEMORY_BYTES_MAX))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS_MAX, CPU_SECONDS_MAX))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    here = os.path.dirname(os.path.realpath(__file__))
    templates = sys.argv[1] if len(sys.argv) > 1 else os.path.join(here, "templates")
    try:
        said = answer(sys.stdin.buffer.read(JOB_BYTES_MAX + 1), templates)
    except rendering.Refusal as refusal:
        said = refusal.answer
    json.dump(said, sys.stdout)
    sys.stdout.write("\n")
    return 1 if "error" in said else 0


if __name__ == "__main__":
    sys.exit(main())
