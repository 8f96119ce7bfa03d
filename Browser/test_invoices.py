"""From what is not billed yet to a paid invoice, and the credit note that takes it back."""

import re
import subprocess

from conftest import served


def test_invoices_from_run_to_payment(walk, scripted, tmp_path):
    page = walk.page
    with served(tmp_path) as address:
        page.goto(address + "/factures/a-emettre")
        walk.look("À facturer")
        page.get_by_role("button", name="Émettre les").click()
        page.wait_for_url("**/factures/passages/*")
        # The page comes again by itself until the run is over.
        page.get_by_text(re.compile(r"Refusées\s*: 0")).wait_for(timeout=60_000)
        walk.look("Passage")
        page.goto(address + "/factures/passages")
        walk.look("Passages")
        page.goto(address + "/factures")
        walk.look("Factures")
        numbers = page.locator("a.row").all_inner_texts()
        # A series for each year, without a gap.
        for series in {number[:6] for number in numbers}:
            own = [int(number[6:]) for number in numbers if number.startswith(series)]
            assert own == list(range(len(own), 0, -1))
        place = page.locator("a.row").first.get_attribute("href")
        page.goto(address + place)
        walk.look("Facture")
        pay(page)
        assert "Payée" in page.locator(".lead").inner_text()
        factur_x(page, address + place, tmp_path)
        around(walk, page, address + place, address)
        take_back(page, address)


def pay(page):
    """A payment beyond the balance comes back with what was typed; the offered one is taken."""
    page.locator("summary", has_text="Noter un paiement").click()
    offered = page.locator("#montant").input_value()
    page.fill("#montant", "999999")
    page.fill("#reference", "VIR 42")
    page.get_by_role("button", name="Noter un paiement").click()
    assert "dépasse ce qui reste" in page.locator(".notice").inner_text()
    assert page.locator("#reference").input_value() == "VIR 42"
    page.fill("#montant", offered)
    page.get_by_role("button", name="Noter un paiement").click()


def factur_x(page, place, folder):
    """The file carries the XML that is offered apart, to the byte."""
    (folder / "facture.pdf").write_bytes(page.request.get(place + "/facture.pdf").body())
    subprocess.run(
        ["pdfdetach", "-save", "1", "-o", folder / "inside.xml", folder / "facture.pdf"], check=True)
    assert (folder / "inside.xml").read_bytes() == page.request.get(place + "/facture.xml").body()
    assert b"<cbc:ID>" in page.request.get(place + "/facture.ubl").body()


def around(walk, page, place, address):
    """The pages about an invoice: its credit by the line, its client's account, exports, counts, margin."""
    page.goto(place + "/avoir")
    walk.look("Avoir par ligne")
    page.goto(place)
    contract = page.locator(".trail a").nth(1).get_attribute("href")
    for path, name in (("compte", "Compte"), ("parc", "Parc"), ("marge", "Marge")):
        page.goto(address + contract + "/" + path)
        walk.look(name)
    for path, name in (("/factures/exports", "Exports"), ("/facturation/couts", "Coûts")):
        page.goto(address + path)
        walk.look(name)


def take_back(page, address):
    page.goto(address + "/factures?etat=a_payer")
    page.locator("a.row").first.click()
    page.locator("summary", has_text="Émettre un avoir").click()
    page.fill("#motif", "Mois facturé par erreur")
    page.get_by_role("button", name="Émettre un avoir").click()
    assert page.locator("h1").inner_text().startswith("Avoir")
    page.get_by_role("link", name=re.compile(r"F\d{4}-")).last.click()
    assert "Annulée par avoir" in page.locator(".lead").inner_text()
    page.goto(address + "/factures/a-emettre")
    assert page.get_by_role("button", name="Émettre").count() == 1
