"""What others do appears on an open page, and two who answer at once see each other."""

import re
import time

from conftest import served
from playwright.sync_api import expect
from test_accounts import PASSWORD, first_link

SOON = 4_000


def test_two_people_on_one_ticket(walk, chromium, tmp_path):
    with served(tmp_path, "--accounts") as address:
        first = walk.page
        first.goto(address + first_link(tmp_path))
        enter(first, "Ana Ferrand")
        link = invite(first, "Camille Ney", "camille@vigie.example")
        context = chromium.new_context(locale="fr-FR", timezone_id="Europe/Paris")
        context.set_default_timeout(10_000)
        second = context.new_page()
        second.goto(link)
        second.fill("#secret", PASSWORD)
        second.get_by_role("button", name="Choisir").click()
        ticket = open_ticket(first, address)
        second.goto(ticket)
        see_each_other(first, second)
        today_moves(first, second, address)
        # Pages still open would complain of the server that ends.
        first.goto("about:blank")
        context.close()


def test_a_page_says_since_when_it_is_cut_off(walk, tmp_path):
    page = walk.page
    with served(tmp_path) as address:
        page.goto(address + "/")
        page.locator("a.row").first.click()
        expect(page.locator("#stale")).to_be_hidden()
        page.locator("#stale").wait_for(state="attached")
        time.sleep(2)
    expect(page.locator("#stale")).to_be_visible(timeout=15_000)
    assert re.fullmatch(r"Hors ligne depuis \d{1,2}\sh\s\d{2}", page.locator("#stale").inner_text())
    # The lost server is what this journey is about.
    page.goto("about:blank")
    walk.complaints.clear()


def enter(page, name):
    page.fill("#nom", name)
    page.fill("#courriel", "ana@vigie.example")
    page.fill("#secret", PASSWORD)
    page.get_by_role("button", name="Choisir").click()


def invite(page, name, email):
    page.get_by_role("link", name="Comptes").click()
    page.fill("#nom", name)
    page.fill("#courriel", email)
    page.select_option("#role", "technicien")
    page.get_by_role("button", name="Ouvrir un compte").click()
    return page.locator("section.panel code").first.inner_text()


def open_ticket(page, address):
    page.goto(address + "/contrats")
    page.locator("a.row").first.click()
    page.get_by_role("link", name="Ouvrir un ticket").click()
    page.get_by_label("Objet").fill("Écran noir à l’accueil")
    page.get_by_label("Demandeur").fill("Solène Marchetti")
    page.get_by_role("button", name="Ouvrir le ticket").click()
    page.wait_for_url("**/tickets/*")
    return page.url


def see_each_other(first, second):
    second.get_by_role("button", name="Prendre en charge").click()
    expect(first.locator("h1 + .lead")).to_contain_text("Pris en charge", timeout=SOON)
    expect(first.locator(".timeline")).to_contain_text("Camille Ney", timeout=SOON)
    # Both answer: each sees the other write.
    write(first, "Bonjour, nous regardons")
    expect(second.locator(".writers")).to_have_text(
        re.compile("Ana Ferrand rédige une réponse"), timeout=SOON
    )
    write(second, "Un technicien arrive")
    expect(first.locator(".writers")).to_have_text(
        re.compile("Camille Ney rédige une réponse"), timeout=SOON
    )
    # One sends; what the other types is kept, and refused until it was read again.
    second.locator("#acte-reponses button[type=submit]").click()
    expect(first.locator(".timeline")).to_contain_text("Un technicien arrive", timeout=SOON)
    expect(first.locator("#moved")).to_be_visible()
    assert first.locator("#note-reponses").input_value() == "Bonjour, nous regardons"
    first.locator("#acte-reponses button[type=submit]").click()
    expect(first.get_by_role("alert")).to_contain_text("Quelqu’un a agi")
    assert first.locator("#note-reponses").input_value() == "Bonjour, nous regardons"
    first.locator("#acte-reponses button[type=submit]").click()
    expect(second.locator(".timeline")).to_contain_text("Bonjour, nous regardons", timeout=SOON)
    expect(second.locator(".writers")).to_have_text("", timeout=12_000)


def today_moves(first, second, address):
    ticket = second.url.split("?")[0]
    first.goto(address + "/")
    row = first.locator(f"#ticket-{ticket.rsplit('/', 1)[1]}")
    expect(row).to_be_visible()
    second.goto(ticket)
    second.locator("summary", has_text="Note interne").click()
    second.fill("#note-notes", "@Ana Ferrand, un avis ?")
    second.locator("#acte-notes button[type=submit]").click()
    expect(first.locator("main")).to_contain_text("On vous a nommé", timeout=SOON)
    first.goto(ticket)
    first.goto(address + "/")
    expect(first.locator("main")).not_to_contain_text("On vous a nommé")
    second.locator("summary", has_text="Résoudre").click()
    second.fill("#note-resolutions", "Remis en marche")
    second.locator("#acte-resolutions button[type=submit]").click()
    expect(row).to_have_count(0, timeout=SOON)


def write(page, text):
    if not page.locator("#acte-reponses").evaluate("box => box.open"):
        page.locator("#acte-reponses > summary").click()
    page.locator("#note-reponses").press_sequentially(text, delay=10)
