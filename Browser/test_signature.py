"""A contract is put to signature by mail; both sign by link and code; the sealed PDF is judged."""

import base64
import json
import re
import subprocess

from conftest import served
from postbox import ROOT, postbox

PEOPLE = [("prestataire", "ana@vigie.example"), ("client", "jeanne@client.example")]


def test_both_sign_by_link_and_code(walk, scripted, tmp_path):
    page = walk.page
    with postbox(tmp_path / "mail") as mail, served(tmp_path, *mail.options) as address:
        versions = proposed(page, address, (ROOT / "examples/atelier-lumen.yaml").read_text())
        ask(walk, page, address, versions)
        for side, recipient in PEOPLE:
            sign(walk, page, mail, address, recipient, refused=side == "client")
        page.goto(address + versions)
        page.get_by_role("link", name="Suivre la signature").first.click()
        page.get_by_role("link", name="Document scellé").wait_for()
        walk.look("Signé")
        sealed = page.request.get(
            address + page.get_by_role("link", name="Document scellé").get_attribute("href")
        ).body()
        message = mail.wait("jeanne@client.example", "Signé")
        names = [part.get_filename() for part in message.iter_attachments()]
        assert names == ["document-scelle.pdf", "dossier-de-signature.pdf"]
        assert next(message.iter_attachments()).get_content() == sealed
        assert [each["intact"] for each in judged(sealed)] == [True]
        altered = bytearray(sealed)
        altered[len(sealed) // 3] ^= 1
        assert [each["intact"] for each in judged(bytes(altered))] == [False]
        page.goto(address + "/courrier?etat=sent")
        walk.look("Courrier")


def proposed(page, address, source):
    """A new contract's text, kept and not signed; gives the path of its versions."""
    page.goto(address + "/contrats/nouveau")
    page.fill("#texte", source.replace("reference: ", "reference: S-", 1))
    page.get_by_role("button", name="Relire et enregistrer").click()
    return re.search(r"/contrats/[0-9a-z]{13}", page.url)[0] + "/versions"


def ask(walk, page, address, versions):
    page.goto(address + versions)
    page.get_by_role("button", name="Mettre à la signature").click()
    for side, recipient in PEOPLE:
        page.fill(f"#nom-{side}", "Ana Ferrand" if side == "prestataire" else "Jeanne Morel")
        page.fill(f"#qualite-{side}", "gérante")
        page.fill(f"#courriel-{side}", recipient)
    walk.look("Demander les signatures")
    page.get_by_role("button", name="Faire signer par courriel").click()
    walk.look("À signer")


def sign(walk, page, mail, address, recipient, refused):
    link = mail.found(recipient, "À signer", r"(http\S+/signature/[0-9a-f]{64})")
    page.goto(link)
    walk.look(f"Lire et signer {recipient.partition('@')[0]}")
    page.get_by_role("button", name="Recevoir mon code").click()
    code = mail.found(recipient, "code", r"Votre code\s*: (\d{6})")
    if refused:
        page.fill("#code", "000000" if code != "000000" else "111111")
        page.check("#accord")
        page.get_by_role("button", name="Signer", exact=True).click()
        page.get_by_text("Ce code n’est pas celui").wait_for()
        walk.look("Code erroné")
    page.fill("#code", code)
    page.check("#accord")
    page.get_by_role("button", name="Signer", exact=True).click()
    page.get_by_text("Vous avez signé").wait_for()
    walk.look(f"Signé par {recipient.partition('@')[0]}")


def judged(pdf):
    """What pyhanko says of a file's signatures."""
    job = {"operation": "judge", "pdf": base64.b64encode(pdf).decode()}
    command = [ROOT / ".tools/python/bin/python", "-B", ROOT / "Press/worker.py"]
    done = subprocess.run(command, input=json.dumps(job).encode(), capture_output=True, timeout=60)
    return json.loads(done.stdout)["signatures"]
