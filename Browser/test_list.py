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


def test_service_levels_of_a_month(walk):
    page = walk.to("/contrats").page
    page.locator("a.row").first.click()
    page.locator("a.button[href$='/niveaux']").click()
    page.wait_for_url("**/niveaux")
    walk.look("levels")
    assert page.locator("td .priority").count() > 0
