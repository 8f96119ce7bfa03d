"""What a client takes away: the signed head read off the screen, and the evidence file."""

import subprocess
import zipfile

from conftest import served


def contract(page, address):
    page.goto(address + "/contrats")
    return address + page.locator("a.row").first.get_attribute("href")


def test_code_says_what_the_page_signs(walk, server, tmp_path):
    page = walk.page
    page.goto(contract(page, server) + "/niveaux")
    picture = tmp_path / "code.png"
    page.locator("svg.qr").screenshot(path=picture)
    read = subprocess.run(
        ["zbarimg", "--raw", "--quiet", "-Sdisable", "-Sqrcode.enable", picture],
        capture_output=True, text=True)
    assert read.stdout.strip() == page.locator(".signed pre").inner_text().strip()
    assert read.stdout.count("\n") >= 5


def test_month_report_bears_the_signed_head_in_text_and_code(walk, server, tmp_path):
    page = walk.page
    page.goto(contract(page, server) + "/niveaux")
    signed = page.locator(".signed pre").inner_text().strip()
    answer = page.request.get(server + page.locator("a[href*='rapport.pdf']").get_attribute("href"))
    assert answer.headers["content-type"] == "application/pdf"
    (tmp_path / "rapport.pdf").write_bytes(answer.body())
    text = subprocess.run(["pdftotext", "-raw", tmp_path / "rapport.pdf", "-"], capture_output=True,
                          text=True).stdout
    assert "Rapport du mois" in text and "Actes du mois" in text
    # Two signatures on one head differ: the origin, the size and the root do not.
    head = signed.split("\n")[:3]
    assert all(line in text for line in head)
    subprocess.run(["pdftoppm", "-r", "150", "-png", tmp_path / "rapport.pdf", tmp_path / "page"],
                   check=True)
    last = sorted(tmp_path.glob("page-*.png"))[-1]
    read = subprocess.run(["zbarimg", "--raw", "--quiet", "-Sdisable", "-Sqrcode.enable", last],
                          capture_output=True, text=True)
    assert read.stdout.split("\n")[:3] == head


def test_evidence_file_in_one_click(walk, tmp_path):
    page = walk.page
    with served(tmp_path) as address:
        place = contract(page, address)
        page.goto(place + "/registre")
        with page.expect_download() as taken:
            page.locator("form.evidence button").click()
        taken.value.save_as(tmp_path / "dossier.zip")
        page.goto(address + "/registre")
        key = page.locator("pre.hash").first.inner_text().strip()
        page.goto(place + "/registre")
        assert "Dossier de preuve fait" in page.locator("main").inner_text()
    with zipfile.ZipFile(tmp_path / "dossier.zip") as archive:
        archive.extract("verifier.py", tmp_path)
        (tmp_path / "recit.pdf").write_bytes(archive.read("recit.pdf"))
    told = subprocess.run(["pdftotext", tmp_path / "recit.pdf", "-"], capture_output=True, text=True)
    assert "Récit du dossier de preuve" in told.stdout
    judged = subprocess.run(
        ["python3", tmp_path / "verifier.py", tmp_path / "dossier.zip", key],
        capture_output=True, text=True)
    assert judged.returncode == 0, judged.stdout
    assert "VÉRIFIÉ, dossier complet" in judged.stdout
