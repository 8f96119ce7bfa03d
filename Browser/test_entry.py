"""A call entered later, about several assets; an answer that begins with a template."""

import datetime
import re
from zoneinfo import ZoneInfo

from playwright.sync_api import expect
from test_path import EXAMPLE, WALKED, fold_out, press, said, sign

# The press has no fee of its own: its hours come out of the prepaid ones.
LISTED = """
    - groupe: serveurs
      criticite: haute
      equipements:
        - { id: fichiers, designation: Serveur de fichiers, site: atelier }
        - { id: caisse, designation: Serveur de caisse, site: boutique }
    - groupe: decoupe
      criticite: critique
      equipements: [{ id: table, designation: Table de découpe, site: atelier }]"""


def test_call_entered_later_on_several_assets(walk, scripted):
    page = walk.page
    contract(walk, f"{WALKED}{2 if scripted else 3}")
    ask(walk)
    expect(page.locator(".verdict")).to_contain_text("Tiré du carnet d’heures")
    expect(page.locator(".verdict")).to_contain_text("Table de découpe")
    expect(page.locator("main")).to_contain_text("Serveur de fichiers, Table de découpe")
    expect(page.locator("main")).to_contain_text("Appel noté sur papier")
    walk.look("ticket")
    fold_out(walk, "Matériels concernés")
    change = page.locator("form[action*='/materiels?']")
    change.get_by_label("Table de découpe").uncheck()
    change.locator("textarea").fill("La table marche, le serveur seul est en cause")
    change.locator("button").click()
    expect(page.locator(".verdict")).to_contain_text("Compris au forfait")
    expect(page.locator(".timeline")).to_contain_text("le serveur seul est en cause")
    answer_by_template(walk, scripted)


def contract(walk, reference):
    text = re.sub(r"(?m)^reference: .*$", f"reference: {reference}", EXAMPLE.read_text())
    text = re.sub(r"(?m)\n    - \{ groupe: serveurs.*\n    - \{ groupe: decoupe.*", LISTED, text)
    page = walk.page
    walk.to("/contrats/nouveau")
    page.get_by_label("Texte du contrat (YAML)").fill(text)
    press(walk, "Relire et enregistrer")
    page.wait_for_url("**/contrats/*")
    said(walk, reference)
    place = page.url
    sign(walk)
    walk.to(place)


def ask(walk):
    """A receipt without its reason comes back as it was typed."""
    page = walk.page
    page.get_by_role("link", name="Ouvrir un ticket").click()
    page.get_by_label("Objet").fill("Partage muet")
    page.get_by_label("Demandeur").fill("Solène Marchetti")
    page.get_by_label("Équipement").select_option("serveurs")
    fold_out(walk, "Matériels concernés")
    page.get_by_label("Serveur de fichiers").check()
    page.get_by_label("Table de découpe").check()
    fold_out(walk, "Reçue plus tôt")
    page.get_by_label("Reçue le").fill(working_hour())
    walk.look("form")
    press(walk, "Ouvrir le ticket")
    said(walk, "Dites pourquoi la demande est saisie après coup.")
    assert page.get_by_label("Reçue le").input_value() == working_hour()
    assert page.get_by_label("Table de découpe").is_checked()
    page.get_by_label("Pourquoi elle est saisie").fill("Appel noté sur papier")
    press(walk, "Ouvrir le ticket")
    said(walk, "Ce qui décide")


def working_hour():
    """Ten o'clock of the last weekday before today, in Paris."""
    day = datetime.datetime.now(ZoneInfo("Europe/Paris")).date() - datetime.timedelta(days=1)
    while day.weekday() > 4:
        day -= datetime.timedelta(days=1)
    return f"{day.isoformat()}T10:00"


def answer_by_template(walk, scripted):
    page = walk.page
    ticket = page.url.split("?")[0]
    name = f"Accusé de réception {scripted}"
    walk.to("/modeles")
    page.locator("aside").get_by_label("Nom").fill(name)
    page.locator("aside").get_by_label("Texte").fill("Bonjour {demandeur}, {inconnu}")
    press(walk, "Ajouter un modèle")
    said(walk, "{inconnu} n’est pas un champ connu.")
    page.locator("aside").get_by_label("Texte").fill("Bonjour {demandeur}, ticket {ticket}.")
    press(walk, "Ajouter un modèle")
    page.locator("summary", has_text=name).wait_for()
    walk.look("templates")
    walk.to(ticket)
    fold_out(walk, "Répondre au client")
    page.get_by_label("Modèle").select_option(label=name)
    if not scripted:
        press(walk, "Insérer")
        said(walk, "Le modèle est inséré")
    text = page.locator("#note-reponses")
    expect(text).to_have_value(re.compile(r"^Bonjour Solène Marchetti, ticket 1\.$"))
    page.locator("#acte-reponses > form > button").click()
    expect(page.locator(".timeline")).to_contain_text("Bonjour Solène Marchetti, ticket 1.")
