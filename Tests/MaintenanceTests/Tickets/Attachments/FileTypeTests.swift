import Testing

@testable import Maintenance

struct FileTypeTests {
  @Test(arguments: [
    (Array("%PDF-1.7".utf8), FileType.pdf), ([0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10, 0], .png),
    ([0xFF, 0xD8, 0xFF, 0xE0], .jpeg), (Array("GIF89a".utf8), .gif),
    (Array("RIFF0000WEBPVP8 ".utf8), .webP), ([0x50, 0x4B, 3, 4, 20], .zip),
    (Array("<html><script>".utf8), .text), (Array("réseau\n".utf8), .text), ([0, 1, 2], .bytes),
  ])
  func `the bytes say what a file is`(_ bytes: [UInt8], _ type: FileType) {
    #expect(FileType(of: bytes) == type)
  }

  @Test(arguments: [Array("MZ\u{90}".utf8), [0x7F, 0x45, 0x4C, 0x46, 2], Array("#!/bin/sh".utf8)])
  func `a program is none of them`(_ bytes: [UInt8]) {
    #expect(FileType(of: bytes) == nil)
  }

  @Test(arguments: [
    ("photo.PNG", FileType.png, "photo.PNG"), ("facture.pdf.exe", .pdf, "facture.pdf.exe.pdf"),
    ("page.html", .text, "page.html.txt"), ("../../etc/passwd", .text, "passwd.txt"),
    ("C:\\Temp\\erreur.log", .text, "erreur.log"), ("", .jpeg, "fichier.jpg"),
    ("gpj.\u{202E}exe", .bytes, "gpj.exe.bin"), ("a\u{0}b\n.txt", .text, "ab.txt"),
    ("...txt", .text, "txt.txt"),
  ])
  func `a name keeps to the type and to one step`(
    _ sent: String, _ type: FileType, _ kept: String
  ) {
    #expect(type.fileName(sent) == kept)
  }

  @Test func `a name is bounded`() {
    #expect(FileType.text.fileName(String(repeating: "é", count: 5000)).count <= 124)
  }
}
