"""What the demo shows on its own pages."""

import pytest

from test_path import WALKED


@pytest.mark.parametrize(
    "path",
    ["/", "/tickets", "/contrats", "/echeances", "/conseils", "/recettes", "/registre", "/rien"],
)
def test_demo_page(walk, path):
    walk.to(path)
    if path == "/rien":
        # The browser notes the 404, which is what was asked for.
        walk.complaints.clear()
    walk.look("page")
    assert walk.page.locator("html").get_attribute("lang") == "fr"


def test_demo_life(walk):
    """What six weeks of work left: a ticket, each contract with its price, one's entries."""
    page = walk.page
    walk.to("/")
    page.locator("a.row").first.click()
    page.wait_for_url("**/tickets/*")
    walk.look("ticket")
    walk.to("/contrats")
    rows = page.locator("tr", has_not_text=WALKED).locator("a.row")
    contracts = [each.get_attribute("href") for each in rows.all()]
    assert len(contracts) == 3
    for contract in contracts:
        walk.to(contract).look("contract")
        walk.to(f"{contract}/facture").look("invoice")
        walk.to(f"{contract}/niveaux").look("levels")
    for part in ["echeances", "conseils", "recettes"]:
        walk.to(f"{contracts[0]}/{part}").look(part)
    walk.to("/factures").look("invoices")
    assert page.locator("a.row").count() > 0
    for path in ["/conseils?etat=sent", "/recettes"]:
        walk.to(path)
        page.locator("a.row").first.click()
        page.wait_for_url("**/contrats/*/*/*")
        walk.look("one")
    walk.to(f"{contracts[0]}/registre").look("entries")
