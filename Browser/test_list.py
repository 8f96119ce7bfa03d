"""The list of tickets: chosen by words and states, walked by keyboard."""


def test_list_is_searched_and_walked(walk, scripted):
    page = walk.to("/tickets").page
    total = page.locator("a.row").count()
    page.fill("#q", "IMPRIMANTE")
    page.get_by_role("button", name="Afficher").click()
    page.wait_for_url("**q=IMPRIMANTE**")
    walk.look("list-searched")
    titles = page.locator("a.row").all_inner_texts()
    assert 0 < len(titles) < total
    page.get_by_role("link", name="Résolus").click()
    page.wait_for_url("**etat=resolus**")
    assert page.locator("#q").input_value() == "IMPRIMANTE"
    if not scripted:
        return
    page.goto(page.url.split("?")[0])
    page.keyboard.press("j")
    page.keyboard.press("j")
    second = page.locator("a.row").nth(1)
    assert second.evaluate("row => row === document.activeElement")
    page.keyboard.press("/")
    assert page.locator("#q").evaluate("field => field === document.activeElement")
    page.keyboard.press("Escape")
    second.focus()
    page.keyboard.press("o")
    page.wait_for_url("**/tickets/*")


def test_ticked_tickets_are_noted_together(walk, scripted):
    page = walk.to("/tickets?etat=ouverts").page
    boxes = page.locator(".tick input")
    if scripted:
        page.keyboard.press("j")
        page.keyboard.press("x")
        page.keyboard.press("j")
        page.keyboard.press("x")
        assert page.locator(".batch output").inner_text() == "2"
    else:
        boxes.nth(0).check()
        boxes.nth(1).check()
    walk.look("list-ticked")
    page.get_by_role("button", name="Noter").click()
    page.wait_for_url("**/tickets/lot**")
    walk.look("batch-form")
    assert page.locator(".ticked li").count() == 2
    page.fill("#note", "Vu ensemble sur place.")
    page.get_by_role("button", name="Faire pour ces 2 tickets").click()
    page.wait_for_selector(".outcomes")
    walk.look("batch-outcome")
    assert page.locator(".outcomes .receipt").count() == 2
    page.get_by_role("link", name="Retour à la liste").click()
    page.wait_for_url("**/tickets?etat=ouverts")
    boxes.nth(0).check()
    page.get_by_role("button", name="Clore").click()
    page.fill("#personne", "Jeanne Morel")
    page.get_by_role("button", name="Faire pour ce ticket").click()
    page.wait_for_selector(".outcomes .chip.bad")
    walk.look("batch-refused")
    assert page.locator("#personne").input_value() == "Jeanne Morel"


def test_a_view_is_kept_and_removed(walk, scripted):
    name = "En retard" if scripted else "En retard sans script"
    page = walk.to("/tickets?etat=depasses").page
    page.locator(".keep summary").click()
    page.fill("#nom", name)
    page.get_by_role("button", name="Enregistrer", exact=True).click()
    page.wait_for_selector(f".kept-views a[aria-current]:has-text('{name}')")
    walk.look("list-view")
    page.goto(page.url.split("?")[0])
    if scripted:
        page.keyboard.press("1")
    else:
        page.locator(".kept-views nav a").first.click()
    page.wait_for_url("**etat=depasses")
    page.get_by_role("button", name="Retirer cette vue").click()
    page.wait_for_selector(f".kept-views:not(:has-text('{name}'))")


def test_keys_are_listed_and_lead_to_the_next_act(walk):
    page = walk.to("/tickets?etat=ouverts").page
    page.keyboard.press("?")
    assert page.locator("dialog#keys").is_visible()
    walk.look("keys")
    page.keyboard.press("Escape")
    assert not page.locator("dialog#keys").is_visible()
    page.keyboard.press("j")
    page.keyboard.press("e")
    page.wait_for_url("**/tickets/*#agir")
    page.wait_for_function("document.activeElement.closest('.acts') !== null")


def test_the_count_is_live(walk, server):
    page = walk.to("/tickets").page
    before = page.locator(".count").inner_text()
    other = page.context.new_page()
    other.goto(f"{server}/contrats")
    other.locator("a.row").first.click()
    other.locator("a[href$='/tickets/nouveau']").first.click()
    other.fill("#objet", "Souris bloquée")
    other.fill("#demandeur", "Jeanne Morel")
    other.locator("form.act button[type=submit], main form button[type=submit]").last.click()
    other.wait_for_url("**/tickets/*")
    page.wait_for_function(
        "before => document.querySelector('.count').innerText !== before", arg=before
    )
    assert "nouve" in page.locator(".count").inner_text() or "un nouveau" in page.locator(".count").inner_text()


def test_service_levels_of_a_month(walk):
    page = walk.to("/contrats").page
    page.locator("a.row").first.click()
    page.locator("a.button[href$='/niveaux']").click()
    page.wait_for_url("**/niveaux")
    walk.look("levels")
    assert page.locator("td .priority").count() > 0
