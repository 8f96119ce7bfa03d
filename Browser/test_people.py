"""What people came for: by the keyboard alone, and on a telephone."""

import re

import pytest

from conftest import served
from keyboard import Keyboard
from postbox import ROOT, postbox
from test_accounts import PASSWORD, first_link
from test_signature import PEOPLE, judged
from walk import Walk


def choose_password(keys, link):
    keys.page.goto(link)
    keys.fill("#secret", PASSWORD)
    keys.press("Choisir")


def first_owner(keys, address, folder):
    keys.page.goto(address + first_link(folder))
    keys.fill("#nom", "Ana Ferrand")
    keys.fill("#courriel", "ana@vigie.example")
    keys.fill("#secret", PASSWORD)
    keys.press("Choisir")


def sign(keys, mail, recipient):
    keys.page.goto(mail.found(recipient, "À signer", r"(http\S+/signature/[0-9a-f]{64})"))
    consent(keys, mail, recipient)


def consent(keys, mail, recipient):
    keys.press("Recevoir mon code")
    keys.fill("#code", mail.found(recipient, "code", r"Votre code\s*: (\d{6})"))
    keys.tick("#accord")
    keys.press("Signer")
    keys.page.get_by_text("Vous avez signé").wait_for()


def test_first_run_to_first_signed_contract(walk, tmp_path):
    """A service on which there is nothing: its first owner, its first contract, both signatures."""
    page, keys = walk.page, Keyboard(walk.page)
    with postbox(tmp_path / "mail") as mail:
        with served(tmp_path, "--accounts", *mail.options, has_demo=False) as address:
            first_owner(keys, address, tmp_path)
            walk.look("Rien encore")
            keys.link("Contrats")
            walk.look("Aucun contrat")
            keys.link("Nouveau contrat")
            keys.fill("#texte", (ROOT / "examples/atelier-lumen.yaml").read_text())
            keys.press("Relire et enregistrer")
            contract = re.search(r"/contrats/[0-9a-z]{13}", page.url)[0]
            keys.link("Mettre à la signature")
            keys.press("Mettre à la signature")
            for side, recipient in PEOPLE:
                name = "Ana Ferrand" if side == "prestataire" else "Jeanne Morel"
                keys.fill(f"#nom-{side}", name)
                keys.fill(f"#qualite-{side}", "gérante")
                keys.fill(f"#courriel-{side}", recipient)
            keys.press("Faire signer par courriel")
            for _, recipient in PEOPLE:
                sign(keys, mail, recipient)
            page.goto(address + contract)
            assert "Version\u00a01" in page.locator(".lead").inner_text()
            walk.look("Premier contrat signé")
            page.goto(address + contract + "/versions")
            keys.link("Suivre la signature")
            sealed = page.get_by_role("link", name="Document scellé")
            pdf = page.request.get(address + sealed.get_attribute("href")).body()
            assert [each["intact"] for each in judged(pdf)] == [True]


def test_client_opens_a_ticket_and_refuses_an_advice(walk, tmp_path):
    page, keys = walk.page, Keyboard(walk.page)
    with served(tmp_path, "--accounts") as address:
        first_owner(keys, address, tmp_path)
        page.goto(address + "/conseils?etat=sent")
        advice = page.locator("a.row").first.get_attribute("href")
        contract = re.search(r"/contrats/[0-9a-z]{13}", advice)[0]
        keys.link("Comptes")
        keys.fill("#nom", "Jeanne Morel")
        keys.fill("#courriel", "jeanne@client.example")
        # Of the client's roles the first, who signs for it.
        keys.choose("#role", "Client")
        client = page.locator(f"#contrat option[value='{contract.split('/')[2]}']")
        keys.choose("#contrat", client.inner_text().split()[0])
        keys.press("Ouvrir un compte")
        link = page.locator("section.panel code").first.inner_text()
        keys.press("Se déconnecter")

        choose_password(keys, link)
        keys.follow(page.locator("a.row"))
        assert page.url == address + contract
        keys.link("Ouvrir un ticket")
        keys.fill("#objet", "Le traceur n’imprime plus")
        keys.fill("#texte", "Depuis ce matin, rien ne sort.")
        keys.fill("#demandeur", "Jeanne Morel")
        keys.press("Ouvrir le ticket")
        page.get_by_text("Ce qui décide").wait_for()
        assert page.locator(".clock").count() > 0
        walk.look("Ticket ouvert par le client")
        keys.unfold("Répondre")
        keys.fill("form[action*='/reponses?'] textarea", "C’est urgent pour la livraison de jeudi.")
        keys.send("Répondre")
        page.locator("ol.timeline", has_text="livraison de jeudi").wait_for()

        page.goto(address + contract)
        keys.link("Conseils")
        walk.look("Conseils vus du client")
        keys.follow(page.locator(f"a.row[href='{advice}']"))
        keys.press("Refuser")
        # A refusal says why: what nobody gave a reason for is not recorded.
        assert page.get_by_role("alert").count() == 1
        keys.fill("#motif-reponse", "Budget de l’année déjà engagé.")
        keys.press("Refuser")
        assert "Refusé" in page.locator(".lead").inner_text()
        assert "Budget de l’année déjà engagé." in page.locator("main").inner_text()
        walk.look("Conseil refusé")

        # Who signs for the client lets the shop's own manager see the shop alone.
        page.goto(address + contract)
        keys.link("Personnes")
        keys.fill("#nom", "Zoé Lenoir")
        keys.fill("#courriel", "zoe@client.example")
        keys.reach(page.locator("form[action*='/personnes?'] input[name='sites[]']").last)
        page.keyboard.press("Space")
        keys.press("Inviter une personne")
        walk.look("Personne limitée à un site")
        link = page.locator("section.panel code").first.inner_text()
        keys.press("Se déconnecter")
        choose_password(keys, link)
        keys.follow(page.locator("a.row"))
        assert "limité à" in page.locator(".lead").inner_text()
        walk.look("Contrat vu d’un site")
        keys.link("Ouvrir un ticket")
        assert page.locator("#site option").count() == 1


@pytest.fixture
def telephone(chromium):
    context = chromium.new_context(
        locale="fr-FR", timezone_id="Europe/Paris", has_touch=True, is_mobile=True,
        viewport=Telephone.SIZE, device_scale_factor=2)
    context.set_default_timeout(10_000)
    telephone = Telephone(context.new_page())
    yield telephone
    context.close()
    assert telephone.walk.complaints == []


def test_acceptance_on_site_on_a_telephone(telephone, tmp_path):
    """The technician's telephone goes from hand to hand: decision, report, and its signatures."""
    page = telephone.page
    with postbox(tmp_path / "mail") as mail, served(tmp_path, *mail.options) as address:
        page.goto(address + "/recettes")
        telephone.go(page.locator("a.row").first)
        delivery = page.url
        telephone.fits()
        page.select_option("#decision", label="Avec réserves")
        page.fill("#reserves", "La notice de restauration manque.")
        telephone.go(page.get_by_role("button", name="Décider"))
        page.get_by_text("La notice de restauration manque.").first.wait_for()
        telephone.look("Recette avec réserves")
        report = page.get_by_role("link", name="Procès-verbal (PDF)").first.get_attribute("href")
        assert page.request.get(address + report).body().startswith(b"%PDF-")

        page.locator("summary", has_text="Faire signer le procès-verbal").tap()
        for side, recipient in PEOPLE:
            page.fill(f"#courriel-{side}", recipient)
        telephone.go(page.get_by_role("button", name="Faire signer le procès-verbal"))
        envelope = page.url
        for _, recipient in PEOPLE:
            page.goto(envelope)
            telephone.go(page.get_by_role("button", name="Faire signer ici"))
            telephone.look("Faire signer ici")
            telephone.go(page.get_by_role("link", name="Ouvrir sur cet écran"))
            telephone.fits()
            telephone.sign(mail, recipient)
        page.goto(envelope)
        page.get_by_role("link", name="Document scellé").wait_for()
        telephone.look("Procès-verbal signé")
        page.goto(delivery)
        assert "Signé" in page.locator("main").inner_text()


class Telephone:
    SIZE = {"width": 390, "height": 844}

    def __init__(self, page):
        self.page = page
        self.walk = Walk(page, "telephone")

    def go(self, target):
        with self.page.expect_navigation():
            target.tap()

    def look(self, title):
        self.fits()
        self.walk.look(title)
        self.page.set_viewport_size(self.SIZE)

    def fits(self):
        """Nothing is wider than the screen, and what is tapped is large enough (WCAG 2.5.8)."""
        assert self.page.evaluate("document.documentElement.scrollWidth") <= 390, self.page.url
        small = self.page.evaluate(
            """() => [...document.querySelectorAll(
              'main button, main select, main summary, main a.button, main a.row')]
              .filter(each => each.checkVisibility())
              .map(each => [each.getBoundingClientRect(), each.textContent.trim()])
              .filter(([box]) => box.height < 24 || box.width < 24).map(([, words]) => words)"""
        )
        assert small == [], self.page.url

    def sign(self, mail, recipient):
        page = self.page
        self.go(page.get_by_role("button", name="Recevoir mon code"))
        page.fill("#code", mail.found(recipient, "code", r"Votre code\s*: (\d{6})"))
        page.locator("#accord").tap()
        self.go(page.get_by_role("button", name="Signer", exact=True))
        page.get_by_text("Vous avez signé").wait_for()
