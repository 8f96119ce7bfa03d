"""Vérifie un dossier de preuve sans réseau, avec la seule bibliothèque standard de Python 3.

    python3 verifier.py DOSSIER.zip CLE_PUBLIQUE

Code de sortie : 0 si tout concorde, 1 à la première différence, 2 si l'appel est incorrect.
"""

import base64
import hashlib
import json
import re
import sys
import zipfile

FILES = re.compile(
    r"LISEZMOI\.txt|verifier\.py|cle-publique\.txt|checkpoint(\.tsr)?|recit\.pdf"
    r"|cles/[0-9]{3,}|global\.tlog-proof|entries/[0-9]{6,}\.json"
    r"|parts/[0-9]{6,}/[a-z_]+(\.salt)?|proofs/[0-9]{6,}\.tlog-proof|texts/[0-9a-f]{64}"
    r"|documents/[0-9a-f]{64}\.pdf"
)
LARGEST = 64 << 20


class Difference(Exception):
    """La première chose qui ne concorde pas."""


def require(condition, place, what):
    if not condition:
        raise Difference(f"{place} : {what}")


def sha(*pieces):
    return hashlib.sha256(b"".join(pieces)).digest()


def unbase64(text, place):
    try:
        content = base64.b64decode(text, validate=True)
    except ValueError:
        content = None
    require(
        content is not None and base64.b64encode(content).decode() == text,
        place, "base 64 incorrecte")
    return content


# Ed25519, RFC 8032 §5.1, en coordonnées étendues (x, y, z, t).

P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, -1, P) % P


def plus(a, b):
    e, f = (a[1] - a[0]) * (b[1] - b[0]) % P, (a[1] + a[0]) * (b[1] + b[0]) % P
    g, h = 2 * a[3] * b[3] * D % P, 2 * a[2] * b[2] % P
    i, j, k, m = f - e, h - g, h + g, f + e
    return (i * j % P, k * m % P, j * k % P, i * m % P)


def times(factor, point):
    total = (0, 1, 1, 0)
    while factor:
        if factor & 1:
            total = plus(total, point)
        point, factor = plus(point, point), factor >> 1
    return total


def decompressed(content):
    number = int.from_bytes(content, "little")
    sign, y = number >> 255, number & ((1 << 255) - 1)
    if len(content) != 32 or y >= P:
        return None
    square = (y * y - 1) * pow(D * y * y + 1, -1, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * pow(2, (P - 1) // 4, P) % P
    if (x * x - square) % P or (x == 0 and sign):
        return None
    if x & 1 != sign:
        x = P - x
    return (x, y, 1, x * y % P)


BASE = decompressed((4 * pow(5, -1, P) % P).to_bytes(32, "little"))


def is_signed(key, message, signature):
    if len(key) != 32 or len(signature) != 64:
        return False
    point, nonce = decompressed(key), decompressed(signature[:32])
    s = int.from_bytes(signature[32:], "little")
    if point is None or nonce is None or s >= L:
        return False
    h = int.from_bytes(hashlib.sha512(signature[:32] + key + message).digest(), "little") % L
    a, b = times(s, BASE), plus(nonce, times(h, point))
    return not ((a[0] * b[2] - b[0] * a[2]) % P or (a[1] * b[2] - b[1] * a[2]) % P)


# Arbres, RFC 6962 §2.1 et RFC 9162 §2.1.3.2.


def root(leaves):
    """Empreinte de toutes les feuilles, niveau par niveau."""
    if not leaves:
        return sha()
    while len(leaves) > 1:
        pairs = [sha(b"\1", a, b) for a, b in zip(leaves[::2], leaves[1::2])]
        leaves = pairs + (leaves[-1:] if len(leaves) % 2 else [])
    return leaves[0]


def leads_to(leaf, index, size, path):
    place, last, here = index, size - 1, leaf
    for step in path:
        if last == 0:
            return None
        if place & 1 or place == last:
            here = sha(b"\1", step, here)
            while place and not place & 1:
                place, last = place >> 1, last >> 1
        else:
            here = sha(b"\1", here, step)
        place, last = place >> 1, last >> 1
    return here if last == 0 else None


# Le dossier.


def read_files(path):
    try:
        with zipfile.ZipFile(path) as archive:
            names = archive.namelist()
            require(len(names) == len(set(names)), path, "un nom y figure deux fois")
            for item in archive.infolist():
                require(FILES.fullmatch(item.filename), item.filename, "fichier inattendu")
                require(item.file_size <= LARGEST, item.filename, "fichier trop grand")
            return {name: archive.read(name) for name in names}
    except (OSError, zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError) as fault:
        raise Difference(f"{path} : ce dossier ne se lit pas ({fault})") from None


def read_canonical(content, place):
    try:
        value = json.loads(content)
        again = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
        same = again.encode() == content
    except (ValueError, RecursionError):
        same = False
    require(same and isinstance(value, dict), place, "n’est pas dans sa forme canonique")
    return value


def read_key(text):
    words = text.strip().split("+", 2)
    require(len(words) == 3, "clé publique", "trois mots attendus, séparés par +")
    content = unbase64(words[2], "clé publique")
    require(len(content) == 33 and content[0] == 1, "clé publique", "n’est pas une clé Ed25519")
    identity = sha(words[0].encode(), b"\n", content)[:4]
    require(identity.hex() == words[1], "clé publique", "son identité n’est pas la sienne")
    return words[0], identity, content[1:]


def follow_keys(files, key):
    """De clé en clé, chacune désignée sous la signature de celle d’avant."""
    for place in sorted(name for name in files if name.startswith("cles/")):
        body, gap, rest = files[place].partition(b"\n\n")
        lines = body.decode("utf-8", "replace").split("\n")
        require(gap and len(lines) == 2 and lines[0] == "diligence.key.v1", place, "mal formé")
        following = read_key(lines[1])
        start = f"— {key[0]} "
        line = rest.decode("utf-8", "replace")
        require(
            following[0] == key[0] and line.startswith(start) and line.endswith("\n"), place,
            "est d’un autre registre")
        signature = unbase64(line[len(start):-1], place)
        if signature[:4] == key[1]:
            require(
                is_signed(key[2], body + b"\n", signature[4:]), place,
                "la signature ne concorde pas")
            key = following
    return key


def read_checkpoint(files):
    require("checkpoint" in files, "checkpoint", "manque")
    try:
        lines = files["checkpoint"].decode().split("\n")
    except UnicodeDecodeError:
        lines = []
    good = len(lines) == 6 and lines[3] == lines[5] == "" and lines[0]
    require(good and re.fullmatch("0|[1-9][0-9]{0,17}", lines[1]), "checkpoint", "mal formé")
    return lines[0], int(lines[1]), unbase64(lines[2], "checkpoint"), lines[4]


def check_signature(files, origin, line, key):
    name, identity, public = key
    start = f"— {name} "
    require(line.startswith(start), "checkpoint", "n’est pas signé sous le nom de cette clé")
    signature = unbase64(line[len(start):], "checkpoint")
    require(signature[:4] == identity, "checkpoint", "est signé par une autre clé")
    body = files["checkpoint"].split(b"\n\n")[0] + b"\n"
    require(is_signed(public, body, signature[4:]), "checkpoint", "la signature ne concorde pas")
    house = name.rsplit("/", 1)[0]
    require(origin.startswith(house + "/r/"), "checkpoint", "est d’un autre registre")


def check_entry(files, place, n, origin, erased):
    """Rend l’en-tête, lu, et le contenu de ses parts ; note dans erased celles sans sel."""
    header = read_canonical(files[place], place)
    fields = {"at", "kind", "log", "n", "parts", "subject", "v"}
    require(header.keys() == fields and header["v"] == 1, place, "champs inattendus")
    require(header["n"] == n, place, "n’est pas à sa place")
    # « .2 » et suivants : le registre a repris sur une copie ancienne, perte déclarée.
    same = re.sub(r"\.[0-9]+$", "", header["log"]) == re.sub(r"\.[0-9]+$", "", origin)
    require(same, place, "est d’un autre journal")
    parts = {}
    folder = f"parts/{n:06}/"
    for name, commitment in header["parts"].items():
        content, salt = files.get(folder + name), files.get(folder + name + ".salt")
        # Une pièce jointe peut être laissée hors du dossier : l’en-tête la scelle quand même.
        if name == "file" and content is None and salt is None:
            continue
        require(content is not None, folder + name, "manque")
        if salt is None:
            erased[n, name] = sha(content).hex()
            parts[name] = read_part(content, folder + name)
            continue
        require(len(salt) == 32, folder + name + ".salt", "mal formé")
        length = len(name.encode()).to_bytes(2, "big")
        made = sha(b"diligence.part.v1\0", salt, length, name.encode(), content)
        require(
            base64.b64encode(made).decode() == commitment, folder + name,
            "n’est pas ce que l’en-tête a scellé")
        parts[name] = read_part(content, folder + name)
    if "file" in parts and salted(files, folder):
        named = parts.get("body", {}).get("sha256")
        require(sha(parts["file"]).hex() == named, folder + "file", "n’est pas le fichier inscrit")
    return header, parts


def salted(files, folder):
    return folder + "file.salt" in files


def read_part(content, place):
    return content if place.endswith("/file") else read_canonical(content, place)


def check_proof(files, n, header, checkpoint):
    place = f"proofs/{n:06}.tlog-proof"
    if place not in files:
        return False
    origin, size, top, _ = checkpoint
    lines, gap, rest = files[place].partition(b"\n\n")
    require(gap and rest == files["checkpoint"], place, "mène à un autre état signé")
    words = lines.decode("ascii", "replace").split("\n")
    start = [
        "c2sp.org/tlog-proof@v1", "extra " + base64.b64encode(header).decode(), f"index {n}"]
    require(words[:3] == start, place, "est la preuve d’autre chose")
    path = [unbase64(word, place) for word in words[3:]]
    require(all(len(step) == 32 for step in path) and len(path) < 64, place, "mal formée")
    require(leads_to(sha(b"\0", header), n, size, path) == top, place, "ne mène pas à l’état signé")
    return True


def check_account(files, entries):
    """Le récit n’est admis que si l’inscription de ce dossier en donne l’empreinte."""
    if "recit.pdf" in files:
        named = {
            parts.get("body", {}).get("account_sha256") for header, parts in entries.values()
            if header["kind"] == "disclosure.made"}
        require(sha(files["recit.pdf"]).hex() in named, "recit.pdf", "n’est pas le récit inscrit")


def check_anchor(files, checkpoint, key):
    """L’état signé de ce journal, à sa place dans le journal de tous les contrats."""
    place = "global.tlog-proof"
    if place not in files:
        return False
    origin, size, top, _ = checkpoint
    lines, gap, rest = files[place].partition(b"\n\n")
    head = read_checkpoint({"checkpoint": rest})
    leaf = f"diligence.head.v1\n{origin}\n{size}\n{base64.b64encode(top).decode()}\n".encode()
    words = lines.decode("ascii", "replace").split("\n")
    require(
        gap and words[:2] == ["c2sp.org/tlog-proof@v1", "extra " + base64.b64encode(leaf).decode()]
        and re.fullmatch("index (0|[1-9][0-9]{0,17})", words[2]), place, "est d’un autre état")
    path = [unbase64(word, place) for word in words[3:]]
    require(all(len(step) == 32 for step in path) and len(path) < 64, place, "mal formée")
    index = int(words[2][6:])
    require(
        index < head[1] and leads_to(sha(b"\0", leaf), index, head[1], path) == head[2], place,
        "ne mène pas à l’état signé")
    house = key[0].rsplit("/", 1)[0]
    require(re.fullmatch(re.escape(house) + "/g/[0-9]+", head[0]), place, "est d’un autre registre")
    identity = sha(head[0].encode(), b"\n\1", key[2])[:4]
    signature = unbase64(head[3].removeprefix(f"— {head[0]} "), place)
    require(signature[:4] == identity, place, "est signé par une autre clé")
    body = rest.split(b"\n\n")[0] + b"\n"
    require(is_signed(key[2], body, signature[4:]), place, "la signature ne concorde pas")
    return True


def check_texts(files, named):
    for name in sorted(named):
        require(f"texts/{name}" in files, f"texts/{name}", "manque")
    for place in sorted(name for name in files if name.startswith("texts/")):
        require(place[6:] in named, place, "aucune inscription ne le nomme")
        require(sha(files[place]).hex() == place[6:], place, "n’est pas le texte inscrit")


def check_documents(files, signed):
    """Un document peut manquer, s’il était trop grand ; aucun n’est là sans être inscrit."""
    for place in sorted(name for name in files if name.startswith("documents/")):
        name = place[10:-4]
        require(name in signed, place, "aucune inscription ne le nomme")
        require(sha(files[place]).hex() == name, place, "n’est pas le document inscrit")


def check_erased(entries, erased):
    """Une part sans sel n’est admise que si une inscription la dit effacée."""
    told = {}
    for n, (header, parts) in sorted(entries.items()):
        if header["kind"] == "erasure.performed" and (n, "body") not in erased:
            for item in parts["body"]["parts"]:
                if item["n"] < n:
                    told[item["n"], item["part"]] = item["sha256"]
    for (n, name), found in sorted(erased.items()):
        place = f"parts/{n:06}/{name}"
        require((n, name) in told, place + ".salt", "manque, et rien ne dit cette part effacée")
        require(told[n, name] == found, place, "n’est pas ce que l’effacement a laissé")


def check_strays(files, entries):
    for place in sorted(files):
        folder, _, rest = place.partition("/")
        if folder not in ("parts", "proofs"):
            continue
        n = int(re.match("[0-9]+", rest)[0])
        known = n in entries
        if known and folder == "parts":
            name = rest.split("/")[1].removesuffix(".salt")
            known = rest.startswith(f"{n:06}/") and name in entries[n][0]["parts"]
        require(known, place, "n’appartient à aucune inscription montrée")


def verify(files, key_text):
    """Rend les inscriptions et la taille du journal ; lève Difference."""
    key = follow_keys(files, read_key(key_text))
    checkpoint = read_checkpoint(files)
    origin, size, top, line = checkpoint
    entries, leaves, proven, named, signed, erased = {}, [], 0, set(), set(), {}
    for place in sorted(name for name in files if name.startswith("entries/")):
        n = int(place[8:-5])
        require(place == f"entries/{n:06}.json" and n < size, place, "n’est pas à sa place")
        header, parts = entries[n] = check_entry(files, place, n, origin, erased)
        leaves.append(sha(b"\0", files[place]))
        proven += check_proof(files, n, files[place], checkpoint)
        body = parts.get("body", {})
        if header["subject"].startswith("agreement/"):
            for field in ("sha256", "text_sha256", "document_sha256"):
                named |= {body[field]} if field in body else set()
        if header["subject"].startswith("signature/"):
            for field in ("pdf_sha256", "evidence_sha256"):
                signed |= {body[field]} if field in body else set()
    require(entries, "entries", "aucune inscription")
    check_erased(entries, erased)
    check_account(files, entries)
    anchored = check_anchor(files, checkpoint, key)
    check_strays(files, entries)
    check_texts(files, named)
    check_documents(files, signed)
    absent = sum(f"documents/{name}.pdf" not in files for name in signed)
    if len(entries) == size:
        require(root(leaves) == top, "checkpoint", "son empreinte n’est pas celle des inscriptions")
    else:
        lost = next((n for n in entries if f"proofs/{n:06}.tlog-proof" not in files), None)
        missing = next(n for n in range(size) if n not in entries)
        require(
            lost is None, f"entries/{missing:06}.json",
            "manque, et les autres n’ont pas chacune leur preuve")
    check_signature(files, origin, line, key)
    # Qui a signé l’horodatage, openssl ts le juge : LISEZMOI.txt dit comment.
    require(
        sha(files["checkpoint"]) in files.get("checkpoint.tsr", sha(files["checkpoint"])),
        "checkpoint.tsr", "date autre chose")
    return entries, size, len(erased), anchored, absent


def main(arguments):
    if len(arguments) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    try:
        entries, size, erased, anchored, absent = verify(read_files(arguments[0]), arguments[1])
    except Difference as difference:
        print(f"REFUSÉ. Première différence : {difference}")
        return 1
    before = ""
    for n, (header, parts) in sorted(entries.items()):
        actor = parts.get("actor", {})
        if header["at"] < before:
            print("        L’horloge du serveur a reculé ici ; l’ordre est celui du journal.")
        before = header["at"]
        print(f"{n:6}  {header['at']}  {header['kind']:28}  {actor.get('name', '')}")
    if anchored:
        print("Ancré : cet état signé est à sa place dans le journal de tous les contrats.")
    if erased:
        print(f"{erased} contenus ont été effacés : l’inscription erasure.performed dit pourquoi.")
    if absent:
        print(f"{absent} documents signés sont inscrits, et leur PDF n’est pas dans ce dossier.")
    if len(entries) == size:
        print(f"VÉRIFIÉ, dossier complet : {size} inscriptions, aucune ne manque.")
    else:
        print(
            f"VÉRIFIÉ, dossier partiel : {len(entries)} inscriptions sur {size}, "
            "authentiques et à leur place.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
