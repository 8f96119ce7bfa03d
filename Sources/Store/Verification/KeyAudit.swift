import Maintenance
import Register

/// Holds the register's public keys against the entries that tell of each, but the first.
struct KeyAudit {
  let connection: any Connection

  func run(_ verification: inout Verification) throws {
    let kept = try connection.rows(
      "SELECT number, verifier, since FROM register_key ORDER BY number LIMIT 1001", []
    ) { (number: $0.integer(0), verifier: $0.text(1), since: $0.integer(2)) }
    let told = try connection.rows(
      """
      SELECT e.pos, b.plain FROM entry e JOIN part b ON b.pos = e.pos AND b.name = 'body'
      WHERE e.log = $1 AND e.kind IN ($2, $3, $4) ORDER BY e.pos LIMIT 2000
      """,
      [
        .integer(Subject.register.agreement.number), .text(KeyChange.rotatedKind),
        .text(KeyChange.revokedKind), .text(DeclaredLoss.factKind),
      ]
    ) { ($0.integer(0), $0.blob(1)) }
    var named: [(pos: Int64, verifier: String)] = []
    for (pos, body) in told {
      do {
        let body = try CanonicalJSON(reading: body)
        if let verifier = body["to"]?.text { named.append((pos, verifier)) }
      } catch {
        verification.note(.part(pos: pos, name: "body"), "plain", .unreadable("\(error)"))
      }
    }
    for (index, key) in kept.enumerated() {
      let place = Difference.Place.row(table: "register_key", id: key.number)
      if key.number != Int64(index + 1) { verification.note(place, "number", .differs) }
      guard index > 0 else { continue }
      guard index <= named.count else {
        verification.note(place, "", .unexpected)
        continue
      }
      let entry = named[index - 1]
      if key.verifier != entry.verifier { verification.note(place, "verifier", .differs) }
      if key.since != entry.pos { verification.note(place, "since", .differs) }
    }
    for number in stride(from: max(kept.count, 1), to: named.count + 1, by: 1) {
      verification.note(.row(table: "register_key", id: Int64(number + 1)), "", .missing)
    }
  }
}
