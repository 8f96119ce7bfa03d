"""French typography on the data, in one pass before the template: far cheaper than in it.

Usage: typography.py     spaces the text of its standard input
"""

import re
import sys

NARROW = "\u202f"
WIDE = "\u00a0"
# Stands for a character that no font of the press has.
PLACEHOLDER = "\u25a1"

# Controls, bidirectional and other invisible marks, surrogates, tags: nothing to see, much to fake.
INVISIBLE = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    "\ufe00-\ufe0f\ufeff\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e01ef]"
)
# Matches spaces only, so that a second pass changes nothing. It starts with them: the search then skips
# from space to space, which makes it some five times faster than looking behind first.
_SPACE = "[ \u00a0\u202f]"
SPACES = re.compile(
    rf"{_SPACE}(?:(?P<narrow>{_SPACE}*(?=[;!?])|(?<=\d.)(?=\d{{3}}(?!\d)))"
    rf"|(?P<wide>{_SPACE}*(?=[:%€])"
    rf"|(?<=\d.)(?=(?:h|min|jours?|mois|ans?|heures?|minutes?|janvier|février|mars"
    r"|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)\b)"
    r"|(?<=\bart\..)(?=\d)|(?<=\barticle.)(?=\d)|(?<=\bn°.)(?=\d)))"
)
QUOTES = re.compile(rf"(?<=«){_SPACE}*|{_SPACE}+(?=»)|(?<!{_SPACE})(?=»)")
APOSTROPHE = re.compile(r"(?<=[^\W\d_])'(?=[^\W\d_]|«)")
# A word that no line holds may break anywhere. No usual address is so long: a break would be copied
# along with it, which a key of the register (C2SP signed-note) would not outlive: the template
# breaks that one between its parts.
LONG_WORD = re.compile(r"(?<!\S)(?!\S+\+[0-9a-f]{8}\+)\S{46,}")
BREAK = "\u200b"


def french(value):
    """The same value, every text cleaned, spaced and breakable; a second time changes nothing."""
    return every_text(value, spaced)


def every_text(value, change):
    if isinstance(value, str):
        return change(value)
    if isinstance(value, list):
        return [every_text(each, change) for each in value]
    if isinstance(value, dict):
        return {key: every_text(each, change) for key, each in value.items()}
    return value


def spaced(text):
    text = INVISIBLE.sub("", text.replace("\t", " ").replace("\r\n", "\n"))
    text = APOSTROPHE.sub("’", text)
    text = SPACES.sub(lambda found: NARROW if found.lastgroup == "narrow" else WIDE, text)
    if "«" in text or "»" in text:
        text = QUOTES.sub(WIDE, text)
    return LONG_WORD.sub(lambda word: broken(word[0]), text)


def broken(word):
    return BREAK.join(word[start : start + 15] for start in range(0, len(word), 15))


if __name__ == "__main__":
    sys.stdout.write(spaced(sys.stdin.read()))
