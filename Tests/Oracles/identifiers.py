"""Says of each line «kind TAB number» whether python-stdnum and schwifty hold the number for right.

Answers two signs a line, stdnum's then schwifty's: 1 right, 0 wrong, - nothing to say.
"""
import sys
import warnings

import schwifty
from stdnum import bic, iban
from stdnum.eu import vat
from stdnum.fr import siren, siret, tva

warnings.simplefilter("ignore")

STDNUM = {
    "siren": siren.is_valid,
    "siret": siret.is_valid,
    "tva": tva.is_valid,
    "eu": vat.is_valid,
    "iban": iban.is_valid,
    "bic": bic.is_valid,
}


def schwifty_says(make, **options):
    def says(number):
        try:
            made = make(number, allow_invalid=True)
            return made.validate(**options) is True
        except (schwifty.exceptions.SchwiftyException, ValueError):
            return False

    return says


SCHWIFTY = {
    "iban": schwifty_says(schwifty.IBAN, validate_bban=True),
    "bic": schwifty_says(schwifty.BIC),
}


def main():
    for line in sys.stdin.buffer.read().decode().split("\n")[:-1]:
        kind, number = line.split("\t", 1)
        verdicts = (oracle.get(kind) for oracle in (STDNUM, SCHWIFTY))
        print("".join("-" if says is None else "01"[bool(says(number))] for says in verdicts))


main()
