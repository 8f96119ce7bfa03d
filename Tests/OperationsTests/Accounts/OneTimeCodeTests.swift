import Maintenance
import Testing

@testable import Operations

struct OneTimeCodeTests {
  /// RFC 6238, appendix B: the seed of its SHA-1 rows, whose codes have eight digits.
  private let seed = Array("12345678901234567890".utf8)

  @Test(arguments: [
    (59, "94287082"), (1_111_111_109, "07081804"), (1_111_111_111, "14050471"),
    (1_234_567_890, "89005924"), (2_000_000_000, "69279037"), (20_000_000_000, "65353130"),
  ])
  func `codes are those of the standard`(_ seconds: Int64, _ code: String) {
    let step = OneTimeCode.step(at: Instant(milliseconds: seconds * 1000))
    #expect(OneTimeCode.code(seed, step: step) == code.suffix(6))
  }

  @Test func `a neighbour's code is taken, one further off is not, and none twice`() {
    let now = Instant(milliseconds: 1_795_424_400_123)
    let step = OneTimeCode.step(at: now)
    for distance in -1...1 {
      let code = OneTimeCode.code(seed, step: step + Int64(distance))
      #expect(OneTimeCode.step(of: code, seed, at: now, after: 0) == step + Int64(distance))
    }
    for distance in [-2, 2] {
      let code = OneTimeCode.code(seed, step: step + Int64(distance))
      #expect(OneTimeCode.step(of: code, seed, at: now, after: 0) == nil)
    }
    let code = OneTimeCode.code(seed, step: step)
    #expect(OneTimeCode.step(of: code, seed, at: now, after: step) == nil)
    #expect(OneTimeCode.step(of: code, seed, at: now, after: step - 1) == step)
  }

  /// RFC 4648, 10, without padding.
  @Test(arguments: [
    ("", ""), ("f", "MY"), ("fo", "MZXQ"), ("foo", "MZXW6"), ("foob", "MZXW6YQ"),
    ("fooba", "MZXW6YTB"), ("foobar", "MZXW6YTBOI"),
  ])
  func `seeds are written in base 32`(_ bytes: String, _ text: String) {
    #expect(Base32.text(Array(bytes.utf8)) == text)
  }

  @Test func `recovery codes are ten, of 80 bits, and typed as one likes`() {
    let codes = RecoveryCodes().texts
    #expect(Set(codes).count == 10)
    #expect(codes.allSatisfy { $0.filter { $0 != "-" }.count * 5 == 80 })
    let code = codes[0]
    #expect(
      RecoveryCodes.digest(code) == RecoveryCodes.digest(" \(code.uppercased()) "))
    #expect(RecoveryCodes.digest(code) != RecoveryCodes.digest(codes[1]))
  }

  @Test func `a sealed secret opens for its owner alone, under its key`() throws {
    let box = try #require(SecretBox(key: Array(repeating: 7, count: 32)))
    let other = try #require(SecretBox(key: Array(repeating: 8, count: 32)))
    let sealed = try box.seal(seed, of: "second_factor 12")
    #expect(try box.open(sealed, of: "second_factor 12") == seed)
    #expect(try box.seal(seed, of: "second_factor 12") != sealed)
    #expect(throws: (any Error).self) { try box.open(sealed, of: "second_factor 13") }
    #expect(throws: (any Error).self) { try other.open(sealed, of: "second_factor 12") }
    #expect(SecretBox(key: [1]) == nil)
  }

  @Test func `a password made under lesser parameters is known and told to be old`() async throws {
    let kept = try await PasswordHash.made(of: "une phrase assez longue")
    #expect(kept.hasPrefix("$scrypt$ln=15,r=8,p=3$"))
    #expect(try await PasswordHash.holds(kept, "une phrase assez longue"))
    #expect(try await !PasswordHash.holds(kept, "une phrase assez longu"))
    #expect(!PasswordHash.isOld(kept))
    #expect(PasswordHash.isOld(kept.replacing("p=3", with: "p=1")))
    #expect(try await !PasswordHash.holds(PasswordHash.nobody, ""))
  }
}
