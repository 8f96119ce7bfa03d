"""From the list of contracts to a resolved ticket, its price and its proof."""


def test_first_page(walk):
    walk.to("/").look("contracts")
    assert walk.page.locator("html").get_attribute("lang") == "fr"
