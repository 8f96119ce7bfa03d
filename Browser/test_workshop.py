"""From nothing to a contract in force by the form; a text with its remarks beside it."""

import re
from pathlib import Path

from playwright.sync_api import expect

EXAMPLE = Path(__file__).parent.parent / "examples" / "atelier-lumen.yaml"

PARTY = {
    "Dénomination": "{name}", "Forme juridique": "SAS", "Capital social": "30000",
    "SIREN": "{siren}", "Ville d’immatriculation (RCS)": "Lyon", "Rue et numéro": "27 montée du Port",
    "Code postal": "69005", "Commune": "Lyon", "Signataire": "Hélène Vasseur",
    "Qualité du signataire": "présidente",
}


def press(walk, name):
    walk.page.get_by_role("button", name=name, exact=True).click()


def fill(walk, answers):
    for label, value in answers.items():
        walk.page.get_by_label(label, exact=True).fill(value)


def party(name, siren):
    return {key: value.format(name=name, siren=siren) for key, value in PARTY.items()}


def heading(walk, name):
    walk.page.get_by_role("heading", name=name, exact=True).wait_for()


def test_from_nothing(walk, scripted):
    """Nobody sees YAML: a model, six pages of questions, a contract in force."""
    page = walk.page
    walk.to("/contrats/nouveau").look("start")
    press(walk, "Commencer : Forfait par poste".replace(" :", "\u00a0:"))
    heading(walk, "Prestataire")
    walk.look("provider")
    # A wrong check digit is told at once with a script, after the form without.
    fill(walk, party("Vigie Informatique", "999301121"))
    fill(walk, {"Numéro de TVA": "FR32999301120", "Assureur": "Mutuelle", "Numéro de police": "R-1"})
    if not scripted:
        press(walk, "Enregistrer et continuer")
    expect(page.locator("[data-path='parties.prestataire.siren']")).to_contain_text("SIREN")
    walk.look("told")
    fill(walk, {"SIREN": "999301120"})
    press(walk, "Enregistrer et continuer")
    heading(walk, "Client")
    fill(walk, party("Atelier Lumen", "999402258") | {"Interlocuteur": "Solène Marchetti"})
    press(walk, "Enregistrer et continuer")
    heading(walk, "Objet et parc")
    fill(walk, {"Référence du contrat": "PP-90" + str(int(scripted))})
    walk.look("object")
    for name in ["Heures et niveaux", "Prix", "Durée", "Relecture"]:
        press(walk, "Enregistrer et continuer")
        heading(walk, name)
        walk.look(name.split()[0].lower())
    page.get_by_text("Aucune erreur").wait_for()
    press(walk, "Proposer ce texte")
    page.wait_for_url(re.compile(r"/contrats/[0-9a-z]{13}$"))
    page.get_by_role("link", name="Mettre à la signature").click()
    press(walk, "Mettre à la signature")
    page.get_by_text("Empreinte de ce qui est signé").wait_for()


def test_live_findings(walk):
    page = walk.page
    walk.to("/contrats/nouveau")
    text = EXAMPLE.read_text()
    page.get_by_label("Texte du contrat (YAML)").fill(text)
    press(walk, "Ouvrir dans l’atelier")
    heading(walk, "Atelier Lumen")
    area = page.get_by_label("Texte du contrat (YAML)")
    faulty = text.replace("\nobjet:", "\nobjett:")
    line = faulty.split("\n").index("objett:") + 1
    area.fill(faulty)
    fault = page.locator(".findings li", has_text="la clé « objett » est inconnue".replace("« ", "«\u00a0").replace(" »", "\u00a0»"))
    fault.wait_for()
    expect(page.locator(".gutter li").nth(line - 1)).to_have_class("bad")
    walk.look("faulty")
    # From the text to the remark and back by the keyboard alone.
    area.press("Control+Home")
    area.press("F8")
    at = area.evaluate("t => t.value.slice(0, t.selectionStart).split('\\n').length")
    assert at == line
    expect(page.locator("#ligne")).to_contain_text("objett")
    with page.expect_navigation():
        press(walk, "Vérifier et enregistrer")
    page.reload()
    assert area.input_value() == faulty
    page.get_by_role("link", name="Aperçu").click()
    walk.look("preview")


def test_import_copy_compare(walk, scripted, tmp_path):
    page = walk.page
    file = tmp_path / "contrat.yaml"
    file.write_text(EXAMPLE.read_text().replace("penalites_retard: { taux: 3 fois le taux légal }\n", ""))
    walk.to("/contrats/nouveau")
    page.get_by_label("ou fichier").set_input_files(file)
    press(walk, "Ouvrir dans l’atelier")
    page.locator(".findings li.bad").first.wait_for()
    press(walk, "Jeter ce brouillon")
    walk.to("/contrats")
    page.get_by_role("link", name="Transports Méridiens").first.click()
    press(walk, "Dupliquer")
    area = page.get_by_label("Texte du contrat (YAML)")
    rest = "2 h" if scripted else "150 min"
    area.fill(area.input_value().replace("retablissement: 3 h", f"retablissement: {rest}"))
    press(walk, "Proposer ce texte")
    page.get_by_role("link", name="Comparaison").click()
    expect(page.locator(".comparison tbody tr")).to_have_count(1)
    walk.look("comparison")
