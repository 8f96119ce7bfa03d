"""The first owner comes in by a link; a client's person sees one contract, and signs out."""

import re

from conftest import served

PASSWORD = "une phrase assez longue"


def test_first_owner_then_a_client(walk, scripted, tmp_path):
    page = walk.page
    with served(tmp_path, "--accounts") as address:
        page.goto(address + "/contrats")
        walk.look("Se connecter")
        page.goto(address + first_link(tmp_path))
        walk.look("Premier accès")
        page.fill("#nom", "Ana Ferrand")
        page.fill("#courriel", "ana@vigie.example")
        page.fill("#secret", PASSWORD)
        page.get_by_role("button", name="Choisir").click()
        page.get_by_role("link", name="Comptes").click()
        walk.look("Comptes")
        link = invite(page)
        page.get_by_role("button", name="Se déconnecter").click()
        page.goto(link)
        page.fill("#secret", PASSWORD)
        page.get_by_role("button", name="Choisir").click()
        assert page.locator("a.row").count() == 1
        as_client(walk, page, address)


def first_link(folder):
    said = (folder / "server.log").read_text()
    return re.search(r"/acces/[0-9a-f]{64}", said)[0]


def invite(page):
    page.fill("#nom", "Jeanne Morel")
    page.fill("#courriel", "jeanne@client.example")
    page.select_option("#role", "demandeur")
    page.select_option("#contrat", index=1)
    page.get_by_role("button", name="Ouvrir un compte").click()
    return page.locator("section.panel code").first.inner_text()


def as_client(walk, page, address):
    page.locator("a.row").click()
    walk.look("Contrat vu du client")
    assert page.get_by_role("link", name="Comptes").count() == 0
    page.locator("main").get_by_role("link", name="Tickets").click()
    page.locator("a.row").first.click()
    walk.look("Ticket vu du client")
    assert page.get_by_text("Note interne").count() == 0
    for hidden in ["/tickets", "/factures", "/registre", "/comptes"]:
        assert page.request.get(address + hidden).status == 404
    page.get_by_role("button", name="Se déconnecter").click()
    page.goto(address + "/contrats")
    assert page.locator("h1").inner_text() == "Se connecter"
