import Maintenance
import Operations

/// The forms of the versions page: one act each, kept open with what was typed when refused.
extension Frame {
  func signForm(
    _ side: PartySide, _ signing: Signing, _ contract: Contract, _ reading: AgreementVersions,
    _ refused: RefusedForm?
  ) -> HTML {
    let signs = words.signing
    let who = contract.party(side).representative
    let typed = refused?.act == side.rawValue ? refused?.fields : nil
    // The form that asks for signatures by mail has the plain names.
    let key = "\(side.rawValue)-inscrit"
    let day = contract.signature.day.map { min($0, reading.today) } ?? reading.today
    let title = signs.record(signs.sides[side] ?? side.rawValue)
    return """
      <details class="fold"\(when: typed != nil, " open")><summary>\(title)</summary>
      <form class="act" method="post"
      action="\(shell.once("/contrats/\(reading.agreement.id)/signatures"))">
      <input type="hidden" name="partie" value="\(side.rawValue)">
      <input type="hidden" name="empreinte" value="\(signing.document.digest)">
      \(textField(signs.name, "nom", key, typed?["nom"] ?? who.name))
      \(textField(signs.capacity, "qualite", key, typed?["qualite"] ?? who.capacity))
      \(field(
        signs.level, id: "niveau-\(key)",
        choice(
          "niveau", id: "niveau-\(key)",
          chosen: typed?["niveau"] ?? contract.signature.level.rawValue,
          Signature.Level.allCases.map { ($0.rawValue, signs.levels[$0] ?? $0.rawValue) })))
      \(dayField(signs.day, key, typed?["jour"] ?? day.iso, until: reading.today))
      \(textField(signs.place, "lieu", key, typed?["lieu"] ?? contract.signature.place ?? "",
        required: false))
      <button class="primary" type="submit">\(title)</button>
      </form></details>
      """
  }

  func dropForm(_ agreement: Agreement, _ refused: RefusedForm?) -> HTML {
    let signs = words.signing
    return """
      <details class="fold"><summary>\(signs.withdraw)</summary>
      <form class="act" method="post"
      action="\(shell.once("/contrats/\(agreement.id)/signatures/retrait"))">
      \(sideField(signs.refusedBy, "retrait", none: signs.nobody))
      \(textField(signs.reason, "motif", "retrait", refused?.fields["motif"] ?? ""))
      <button type="submit">\(signs.withdraw)</button></form></details>
      """
  }

  func endForm(_ agreement: Agreement, _ today: Day, _ refused: RefusedForm?) -> HTML {
    let signs = words.signing
    return """
      <details class="fold"><summary>\(signs.end)</summary>
      <form class="act" method="post"
      action="\(shell.once("/contrats/\(agreement.id)/fin"))">
      <p class="hint">\(signs.endLead)</p>
      \(dayField(signs.lastDay, "fin", refused?.fields["jour"] ?? today.iso, until: nil))
      \(field(
        signs.ground, id: "cause",
        choice(
          "cause", id: "cause", chosen: refused?.fields["cause"],
          AgreementEnd.Ground.allCases.map { ($0.rawValue, signs.grounds[$0] ?? $0.rawValue) })))
      \(sideField(signs.endedBy, "fin", none: signs.both))
      \(textField(signs.reason, "motif", "fin", refused?.fields["motif"] ?? ""))
      <button type="submit">\(signs.end)</button></form></details>
      """
  }

  private func sideField(_ label: String, _ key: String, none: String) -> HTML {
    let options =
      [("", none)]
      + PartySide.allCases.map { ($0.rawValue, words.signing.sides[$0] ?? $0.rawValue) }
    return field(
      label, id: "partie-\(key)", choice("partie", id: "partie-\(key)", chosen: nil, options))
  }

  private func textField(
    _ label: String, _ name: String, _ key: String, _ value: String, required: Bool = true
  ) -> HTML {
    field(
      label, id: "\(name)-\(key)",
      """
      <input name="\(name)" id="\(name)-\(key)" maxlength="1000" value="\(value)"\
      \(when: required, " required")>
      """)
  }

  private func dayField(_ label: String, _ key: String, _ value: String, until: Day?) -> HTML {
    field(
      label, id: "jour-\(key)",
      """
      <input type="date" name="jour" id="jour-\(key)" value="\(value)"\
      \(until.map { " max=\"\($0.iso)\"" }) required>
      """)
  }
}
