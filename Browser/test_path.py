"""From a contract's text to a resolved ticket, its price and its proof."""

import re
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import expect

EXAMPLE = Path(__file__).parent.parent / "examples" / "atelier-lumen.yaml"
# References of the journeys' own contracts: the demo already holds the original.
WALKED = "VI-2026-90"


def contract_text(scripted):
    reference = WALKED + ("0" if scripted else "1")
    return re.sub(r"(?m)^reference: .*$", f"reference: {reference}", EXAMPLE.read_text()), reference


def press(walk, name):
    walk.page.get_by_role("button", name=name, exact=True).click()


def sign(walk):
    """Both parties sign the text that waits."""
    page = walk.page
    page.get_by_role("link", name="Mettre à la signature").click()
    press(walk, "Mettre à la signature")
    said(walk, "Empreinte de ce qui est signé")
    walk.look("signatures")
    for side in ["Prestataire", "Client"]:
        fold_out(walk, f"signature\u00a0: {side}")
        press(walk, f"Enregistrer la signature\u00a0: {side}")
        page.wait_for_url("**/versions")
        said(walk, side)


def fold_out(walk, name):
    walk.page.locator("summary", has_text=name).first.click()


def said(walk, words):
    walk.page.get_by_text(words).first.wait_for()


def minutes(duration):
    """Of a length of time as the pages write it: « 45 min », « 2 h 05 »."""
    hours, rest = re.fullmatch(r"(?:(\d+)\sh)?\s?(?:(\d+)(?:\smin)?)?", duration).groups()
    return 60 * int(hours or 0) + int(rest or 0)


def test_contract_to_proof(walk, scripted, tmp_path):
    text, reference = contract_text(scripted)
    contract = agree(walk, text, reference, folder=None if scripted else tmp_path)
    ticket = ask(walk, contract, f"Table de découpe muette, {reference}")
    decide(walk, ticket)
    work(walk, ticket)
    charge_and_prove(walk, contract, ticket)
    leave(walk, ticket)


def agree(walk, text, reference, folder):
    """From a faulty text to a contract in force, sent as a file when there is a folder for one."""
    page = walk.page
    walk.to("/contrats").look("contracts")
    page.get_by_role("link", name="Nouveau contrat").click()
    walk.look("new")

    # A text with a fault comes back whole, the fault at its line with its rule.
    faulty = text.replace("\nobjet:", "\nobjett:")
    area = page.get_by_label("Texte du contrat (YAML)")
    area.fill(faulty)
    press(walk, "Relire et enregistrer")
    fault = page.locator(".findings li", has_text="la clé « objett » est inconnue ici")
    line = faulty.split("\n").index("objett:") + 1
    assert fault.locator("a").inner_text() == f"ligne\u00a0{line}"
    assert re.fullmatch(r"[A-Z]+-\d+", fault.locator("code").inner_text())
    assert area.input_value() == faulty
    walk.look("findings")

    # The mended one is kept, then signed by both.
    if folder:
        (folder / "contrat.yaml").write_text(text)
        page.get_by_label("ou fichier").set_input_files(folder / "contrat.yaml")
    else:
        area.fill(text)
    press(walk, "Relire et enregistrer")
    page.wait_for_url("**/contrats/*")
    said(walk, reference)
    contract = page.url
    walk.look("proposed")
    sign(walk)
    walk.look("versions")
    walk.to(contract)
    said(walk, "Version 1")
    walk.look("living")
    assert page.locator("li.article .state").count() >= 5
    link = page.get_by_role("link", name="Document PDF").get_attribute("href")
    document = page.request.get(link)
    assert document.headers["content-type"] == "application/pdf"
    assert document.body().startswith(b"%PDF-1.")
    read_text(walk)
    return contract


def read_text(walk):
    """The legal text on a page of its own, each line of its contents leading to its article."""
    page = walk.page
    page.get_by_role("link", name="Texte du contrat").click()
    page.wait_for_url("**/texte")
    walk.look("text")
    lines = page.locator("nav.contents a")
    articles = page.locator(".legal-article")
    assert lines.count() == articles.count() > 15
    lines.nth(3).click()
    expect(page.locator(".legal-article:target")).to_be_in_viewport()
    link = page.get_by_role("link", name="Document PDF").get_attribute("href")
    assert page.request.get(link).body().startswith(b"%PDF-1.")


def ask(walk, contract, subject):
    """Opens a ticket; a first try without a subject comes back as it was typed."""
    page = walk.page
    walk.to(contract)
    page.get_by_role("link", name="Ouvrir un ticket").click()
    walk.look("form")
    page.get_by_label("Objet").fill("   ")
    page.get_by_label("Description").fill("Le laser ne répond plus depuis ce matin.")
    page.get_by_label("Demandeur").fill("Solène Marchetti")
    chosen = {
        "Canal": "telephone", "Site": "atelier", "Équipement": "decoupe", "Nature": "incident",
        "Impact": "service", "Urgence": "bloquante",
    }
    for label, value in chosen.items():
        page.get_by_label(label).select_option(value)
    press(walk, "Ouvrir le ticket")
    said(walk, "Donnez un objet au ticket.")
    walk.look("form-refused")
    assert page.get_by_label("Description").input_value().startswith("Le laser ne répond plus")
    assert {each: page.get_by_label(each).input_value() for each in chosen} == chosen
    page.get_by_label("Objet").fill(subject)
    press(walk, "Ouvrir le ticket")
    said(walk, "Ce qui décide")
    return page.url


def decide(walk, ticket):
    """Each delay is the sum of its stretches, and the verdict leads to its article."""
    page = walk.page
    said(walk, "Tiré du carnet d’heures")
    promised = {"Prise en charge": 60, "Contournement": 4 * 60, "Rétablissement": 8 * 60}
    for milestone, delay in promised.items():
        clock = page.locator(".clock", has=page.get_by_role("heading", name=milestone))
        clock.locator("summary").click()
        stretches = clock.locator("tbody td.num").all_inner_texts()
        assert sum(minutes(each) for each in stretches if each != "–") == delay, milestone
        said(walk, "Total compté")
        assert minutes(clock.locator("td.num").last.inner_text()) == delay, milestone
    walk.look("ticket")
    walk.to("/")
    row(walk, ticket).click()
    page.wait_for_url(ticket)
    cited = page.locator(".because .cite").first
    number = re.search(r"art\.\s([\d.]+)", cited.inner_text()).group(1)
    cited.click()
    page.wait_for_url("**/contrats/*#*")
    clause = page.locator(f"[id='{urlsplit(page.url).fragment}']")
    assert clause.locator(".number").first.inner_text() == number


def work(walk, ticket):
    """Act by act to the resolution; a refused act keeps what was typed."""
    page = walk.page
    walk.to(ticket)
    press(walk, "Prendre en charge")
    said(walk, "Pris en charge")
    act(walk, "Mettre en attente", "pauses", "textarea", "Quel message ?")
    expect(page.locator(".clock.paused")).to_have_count(2)
    said(walk, "Pas d’échéance tant que l’attente dure")
    walk.look("waiting")
    press(walk, "Reprendre")
    page.locator("summary", has_text="Contourner").first.wait_for()
    expect(page.locator(".clock.paused")).to_have_count(0)
    act(walk, "Contourner", "contournements", "textarea", "Découpe à la main")
    said(walk, "Contourné")
    act(walk, "Noter du temps", "travaux", "input[name=minutes]", "35")
    said(walk, "35 min")
    fold_out(walk, "Résoudre")
    resolution = page.locator("form[action*='/resolutions?']")
    resolution.locator("select").select_option("materiel")
    resolution.locator("button").click()
    said(walk, "Dites en une phrase ce qui a été fait.")
    assert resolution.locator("select").input_value() == "materiel"
    walk.look("refused")
    resolution.locator("textarea").fill("Câble remplacé, vingt découpes d’essai.")
    resolution.locator("button").click()
    told = [
        "Résolution", "Temps passé", "Contournement", "Reprise", "Mise en attente",
        "Prise en charge", "Ouverture",
    ]
    expect(page.locator("ol.timeline strong")).to_have_text(told)
    walk.look("resolved")


def act(walk, name, address, field, value):
    """One act whose form unfolds and asks for one thing."""
    fold_out(walk, name)
    form = walk.page.locator(f"form[action*='/{address}?']")
    form.locator(field).fill(value)
    form.locator("button").click()


def row(walk, ticket):
    """The ticket's line in a list."""
    return walk.page.locator(f"a.row[href='{urlsplit(ticket).path}']")


def charge_and_prove(walk, contract, ticket):
    """The month's price, line by line with its article; the entries, and their verification."""
    page = walk.page
    walk.to(contract)
    page.get_by_role("link", name="Facture du mois").click()
    walk.look("invoice")
    lines = page.locator("table tbody tr")
    assert lines.count() == page.locator("table tbody .cite").count() > 0
    assert lines.locator(f"a[href='{urlsplit(ticket).path}']").count() == 1
    walk.to(contract)
    page.get_by_role("main").get_by_role("link", name="Registre").click()
    walk.look("entries")
    kinds = page.locator("table code").all_inner_texts()
    assert {"ticket.opened", "ticket.resolved", "agreement.version_in_force"} <= set(kinds)
    walk.to("/registre").look("register")
    press(walk, "Vérifier maintenant")
    said(walk, "tout concorde")
    walk.look("verified")


def leave(walk, ticket):
    """Resolved, the ticket is listed and no longer to do today; the words can be English."""
    page = walk.page
    walk.to("/").look("today")
    assert row(walk, ticket).count() == 0
    walk.to("/tickets").look("tickets")
    assert row(walk, ticket).count() == 1
    page.get_by_role("link", name="English").click()
    said(walk, "Next deadline")
    walk.look("english")
    assert page.locator("html").get_attribute("lang") == "en"


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
