"""What protects an account, in a browser: a second factor and its loss, and hostile words."""

import base64
import contextlib
import hashlib
import hmac
import itertools
import pathlib
import subprocess
import time
import urllib.parse

from playwright.sync_api import Error

from conftest import answers, free_port, served
from keyboard import Keyboard
from test_accounts import PASSWORD
from test_people import first_owner


def code_of(key, ahead=0):
    """RFC 6238, as a telephone computes it."""
    seed = base64.b32decode(key.replace(" ", ""))
    step = int(time.time()) // 30 + ahead
    mac = hmac.new(seed, step.to_bytes(8, "big"), hashlib.sha1).digest()
    at = mac[19] & 15
    return f"{(int.from_bytes(mac[at:at + 4], 'big') & 0x7FFFFFFF) % 1000000:06}"


def sign_in(keys, address):
    keys.page.goto(address + "/connexion")
    keys.fill("#courriel", "ana@vigie.example")
    keys.fill("#secret", PASSWORD)
    keys.press("Se connecter")


def test_owner_loses_the_telephone_and_recovers(walk, scripted, tmp_path):
    page, keys = walk.page, Keyboard(walk.page)
    with served(tmp_path, "--accounts") as address:
        first_owner(keys, address, tmp_path)
        page.goto(address + "/compte")
        walk.look("Mon compte")
        keys.follow(page.locator("a[href='/compte/second-facteur']"))
        keys.press("Commencer")
        walk.look("Second facteur à scanner")
        key = page.locator("main code").inner_text()
        keys.fill("#code", "000000")
        keys.press("Confirmer")
        assert page.get_by_role("alert").count() == 1
        keys.fill("#code", code_of(key))
        keys.press("Confirmer")
        walk.look("Codes de secours")
        spare = page.locator("main code").all_inner_texts()
        assert len(spare) == 10
        keys.press("Se déconnecter")
        # The telephone is lost: a recovery code lets its owner in, who takes the factor away.
        sign_in(keys, address)
        walk.look("Code de connexion")
        keys.fill("#code", spare[0].upper())
        keys.press("Se connecter")
        assert page.locator("h1").inner_text() == "Aujourd’hui"
        page.goto(address + "/compte/second-facteur")
        walk.look("Second facteur en place")
        keys.press("Retirer")
        # Another telephone.
        keys.press("Commencer")
        new_key = page.locator("main code").inner_text()
        assert new_key != key
        keys.fill("#code", code_of(new_key))
        keys.press("Confirmer")
        keys.press("Se déconnecter")
        sign_in(keys, address)
        keys.fill("#code", spare[1])
        keys.press("Se connecter")
        assert page.get_by_role("alert").count() == 1, "codes of the lost telephone are gone"
        keys.fill("#code", code_of(new_key, ahead=1))
        keys.press("Se connecter")
        keys.link("Comptes")
        walk.look("Comptes avec facteurs")
        keys.follow(page.get_by_role("link", name="Ana Ferrand").last)
        walk.look("Une personne")


@contextlib.contextmanager
def identity_provider():
    """Another's program, on loopback: it lets in whoever says who they are."""
    python = pathlib.Path(__file__).parent.parent / ".tools/oracles/bin/python"
    port = free_port()
    process = subprocess.Popen(
        [python, "-m", "oidc_provider_mock", "--port", str(port)],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    address = f"http://localhost:{port}"
    try:
        until = time.monotonic() + 60
        while not answers(f"{address}/.well-known/openid-configuration"):
            assert process.poll() is None and time.monotonic() < until
            time.sleep(0.2)
        yield address
    finally:
        process.terminate()
        process.wait(timeout=10)


def say_who(page, subject):
    page.fill("input[name=sub]", subject)
    page.get_by_role("button", name="Authorize", exact=True).click()


def test_sign_on_by_an_identity_provider(walk, tmp_path):
    page = walk.page
    with identity_provider() as provider:
        port = free_port()
        secret = tmp_path / "secret"
        secret.write_text("convenu avec l’annuaire\n")
        options = ["--accounts", "--sign-on-issuer", provider, "--sign-on-client", "diligence",
                   "--sign-on-secret", str(secret),
                   "--sign-on-name", "Annuaire", "--sign-on-address", f"http://127.0.0.1:{port}"]
        with served(tmp_path, *options, port=port) as address:
            first_owner(Keyboard(page), address, tmp_path)
            page.goto(address + "/comptes")
            page.fill("#nom", "Luc Morand")
            page.fill("#courriel", "luc@vigie.example")
            page.get_by_role("button", name="Ouvrir un compte").click()
            link = page.locator("section.panel code").first.inner_text()
            page.get_by_role("button", name="Se déconnecter").click()
            walk.look("Se connecter par un fournisseur")
            # Nobody is let in by an address, or by a subject that no invitation bound.
            page.get_by_role("link", name="Se connecter par Annuaire").click()
            say_who(page, "luc@vigie.example")
            assert page.get_by_role("alert").count() == 1
            page.goto(link)
            walk.look("Invitation")
            page.get_by_role("link", name="Se connecter par Annuaire").click()
            say_who(page, "sujet-17")
            assert page.locator("h1").inner_text() == "Aujourd’hui"
            page.get_by_role("button", name="Se déconnecter").click()
            page.goto(address + "/contrats")
            page.get_by_role("link", name="Se connecter par Annuaire").click()
            say_who(page, "sujet-17")
            assert page.url == address + "/contrats"
            assert page.get_by_text("Luc Morand").count() == 1
            page.goto(address + "/connexion/retour?code=x&state=y")
            assert page.locator("h1").inner_text() == "Se connecter"
    # The other's own pages ask for what they do not have.
    walk.complaints[:] = [said for said in walk.complaints if "pico.min.css" not in said and provider not in said]


HOSTILE = [
    "<script>window.beaten=1</script>",
    '"><img src=x onerror="window.beaten=1">',
    "'><svg onload=window.beaten=1>",
    "</textarea><script>window.beaten=1</script>",
    "javascript:window.beaten=1",
    "{{constructor.constructor('window.beaten=1')()}}",
    "<a href=\"javascript:window.beaten=1\" autofocus onfocus=window.beaten=1>x</a>",
]
# What would end the contract, or shut everybody out until they enrol.
KEPT = ("/fin", "retrait", "copies", "regles", "a-emettre")
READ = ["/", "/tickets", "/contrats", "/echeances", "/registre", "/factures", "/comptes", "/compte",
        "/compte/jetons", "/facturation/reste", "/factures/a-emettre", "/contrats/nouveau"]


def fill_hostile(form, words):
    """Every field that takes words gets the next of them."""
    for field in form.locator("input:not([type=hidden]), textarea").all():
        kind = field.get_attribute("type") or "text"
        if field.is_visible() and kind in ("text", "search", "email", "password", "tel", "url"):
            limit = int(field.get_attribute("maxlength") or 2000)
            word = next(words)[:limit]
            if kind == "email":
                word = f"a{abs(hash(word)) % 9999}@client.example"
            field.fill(word)


def is_beaten(page):
    """Of the page that comes, when one is on its way."""
    while True:
        try:
            page.wait_for_load_state()
            return page.evaluate("window.beaten")
        except Error as error:
            if "context was destroyed" not in str(error):
                raise


def test_hostile_words_stay_words(walk, tmp_path):
    """What is typed into every form, or put into every address, never runs where it is shown."""
    page = walk.page
    words = itertools.cycle(HOSTILE)
    sent = shown = 0
    with served(tmp_path, "--accounts") as address:
        first_owner(Keyboard(page), address, tmp_path)
        page.goto(address + "/tickets")
        tickets = [a.get_attribute("href") for a in page.locator("a.row").all()[:1]]
        page.goto(address + "/contrats")
        contract = page.locator("a.row").first.get_attribute("href")
        places = READ + tickets + [contract, contract + "/tickets/nouveau", contract + "/echeances",
                                   contract + "/personnes", contract + "/registre"]
        for place in places:
            page.goto(address + place)
            for index in range(page.locator("main form[method=post]").count()):
                page.goto(address + place)
                if page.locator("main form[method=post]").count() <= index:
                    break
                form = page.locator("main form[method=post]").nth(index)
                action = form.get_attribute("action") or ""
                if any(part in action for part in KEPT):
                    continue
                page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
                fill_hostile(form, words)
                # Some answer with a file, which leads nowhere.
                with page.expect_response(lambda reply: reply.request.method == "POST"):
                    form.evaluate("f => { f.noValidate = true; f.requestSubmit(); }")
                assert not is_beaten(page), f"{place} {action}"
                sent += 1
        for place in places:
            for word in HOSTILE:
                asked = urllib.parse.quote(word)
                for name in ("q", "vers", "lang", "contrat", "avant"):
                    page.goto(f"{address}{place}?{name}={asked}")
                    assert not page.evaluate("window.beaten"), f"{place}?{name}={word}"
                    shown += 1
        for place in places + ["/connexion?vers=" + urllib.parse.quote(HOSTILE[1])]:
            page.goto(address + place)
            assert not page.evaluate("window.beaten"), place
            assert page.locator("a[href^='javascript:'], [onerror], [onload], [onfocus]").count() == 0
    walk.complaints.clear()
    print(f"{sent} forms sent, {shown} addresses asked, none ran")
    assert sent > 10 and shown > 300
