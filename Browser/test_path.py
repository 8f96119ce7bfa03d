"""From a contract's text to a resolved ticket, its price and its proof."""

import re
from pathlib import Path

import pytest

EXAMPLE = Path(__file__).parent.parent / "examples" / "atelier-lumen.yaml"


def contract_text(scripted):
    """The example under a reference of its own: the demo already holds the original."""
    reference = "VI-2026-900" if scripted else "VI-2026-901"
    return re.sub(r"(?m)^reference: .*$", f"reference: {reference}", EXAMPLE.read_text()), reference


def press(walk, name):
    walk.page.get_by_role("button", name=name, exact=True).click()


def fold_out(walk, name):
    walk.page.locator("summary", has_text=name).first.click()


def said(walk, words):
    walk.page.get_by_text(words).first.wait_for()


def test_contract_to_proof(walk, scripted):
    page = walk.page
    text, reference = contract_text(scripted)

    # A text with a fault comes back whole, the fault at its line.
    walk.to("/contrats").look("contracts")
    page.get_by_role("link", name="Nouveau contrat").click()
    walk.look("new")
    page.get_by_label("Texte du contrat (YAML)").fill(text.replace("\nobjet:", "\nobjett:"))
    press(walk, "Relire et enregistrer")
    said(walk, "la clé « objett » est inconnue ici")
    assert "objett:" in page.get_by_label("Texte du contrat (YAML)").input_value()
    walk.look("findings")

    # The mended one is kept, then put in force by an act of its own.
    page.get_by_label("Texte du contrat (YAML)").fill(text)
    press(walk, "Relire et enregistrer")
    said(walk, reference)
    contract = page.url.removesuffix("/")
    walk.look("proposed")
    press(walk, "Mettre en vigueur")
    said(walk, "Version 1")
    walk.look("living")
    assert page.locator("li.article .state").count() >= 5
    document = page.request.get(contract + "/contrat.pdf")
    assert document.headers["content-type"] == "application/pdf"
    assert document.body().startswith(b"%PDF-1.")

    # A ticket: verdict with its article, clocks with their explanation.
    page.get_by_role("link", name="Ouvrir un ticket").click()
    walk.look("form")
    page.get_by_label("Objet").fill(f"Imprimante muette, {reference}")
    page.get_by_label("Description").fill("Rien ne sort depuis ce matin.")
    page.get_by_label("Demandeur").fill("Solène Marchetti")
    page.get_by_label("Canal").select_option("telephone")
    page.get_by_label("Nature").select_option("incident")
    press(walk, "Ouvrir le ticket")
    said(walk, "Ce qui décide")
    ticket = page.url
    fold_out(walk, "Pourquoi cette échéance")
    said(walk, "Total compté")
    walk.look("ticket")
    cited = page.locator(".because .cite").first
    clause = cited.get_attribute("href")
    number = re.search(r"art\.\s([\d.]+)", cited.inner_text()).group(1)
    walk.to(clause)
    target = page.locator(f"[id='{clause.split('#')[1]}']")
    assert number in target.inner_text()

    # The work, act by act; a refused act keeps what was typed.
    walk.to(ticket)
    press(walk, "Prendre en charge")
    said(walk, "Pris en charge")
    fold_out(walk, "Mettre en attente")
    page.locator("form[action$='/pauses'] textarea").fill("Quel modèle ?")
    page.locator("form[action$='/pauses'] button").click()
    said(walk, "En attente")
    walk.look("waiting")
    press(walk, "Reprendre")
    page.locator("summary", has_text="Contourner").first.wait_for()
    fold_out(walk, "Contourner")
    page.locator("form[action$='/contournements'] textarea").fill("Autre imprimante")
    page.locator("form[action$='/contournements'] button").click()
    said(walk, "Contourné")
    fold_out(walk, "Noter du temps")
    page.locator("form[action$='/travaux'] input[name=minutes]").fill("35")
    page.locator("form[action$='/travaux'] button").click()
    said(walk, "35 min")
    fold_out(walk, "Résoudre")
    page.locator("form[action$='/resolutions'] select").select_option("materiel")
    page.locator("form[action$='/resolutions'] button").click()
    said(walk, "Dites en une phrase ce qui a été fait.")
    refused = page.locator("form[action$='/resolutions']")
    assert refused.locator("select").input_value() == "materiel"
    walk.look("refused")
    refused.locator("textarea").fill("Galet remplacé, vingt pages d’essai.")
    refused.locator("button").click()
    said(walk, "Résolution")
    told = page.locator("ol.timeline strong").all_inner_texts()
    assert told == [
        "Résolution", "Temps passé", "Contournement", "Reprise", "Mise en attente",
        "Prise en charge", "Ouverture",
    ]
    walk.look("resolved")

    # The month's price, and the proof.
    walk.to(contract + "/facture").look("invoice")
    rows = page.locator("table tbody tr")
    assert rows.count() == page.locator("table tbody .cite").count() > 0
    walk.to(contract + "/registre").look("entries")
    kinds = page.locator("table code").all_inner_texts()
    assert {"ticket.opened", "ticket.resolved", "agreement.version_in_force"} <= set(kinds)
    walk.to("/registre").look("register")
    press(walk, "Vérifier maintenant")
    said(walk, "tout concorde")
    walk.look("verified")
    walk.to("/tickets").look("tickets")
    assert page.get_by_role("link", name=f"Imprimante muette, {reference}").count() == 1
    page.get_by_role("link", name="English").click()
    said(walk, "Next deadline")
    walk.look("english")
    assert page.locator("html").get_attribute("lang") == "en"


@pytest.mark.parametrize("path", ["/", "/tickets", "/contrats", "/registre", "/rien"])
def test_demo_page(walk, path):
    walk.to(path)
    if path == "/rien":
        # The browser notes the 404, which is what was asked for.
        walk.complaints.clear()
    walk.look("page")
    assert walk.page.locator("html").get_attribute("lang") == "fr"


def test_keyboard_reaches_the_first_act(walk):
    page = walk.page
    walk.to("/")
    page.locator("a.row").first.click()
    page.wait_for_url("**/tickets/*")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "contenu"
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.closest('.acts') !== null"):
            return
    raise AssertionError("forty tabs from the content, and no act reached")


def test_live_clocks_are_renewed(walk):
    page = walk.page
    walk.to("/")
    with page.expect_request(lambda request: request.url.endswith("/direct")):
        walk.to("/")
    said(walk, "ouvert")
