import Maintenance

/// What is put to the client, and its answers.
extension ActForms {
  var propose: HTML {
    let act = "propositions"
    return folded(
      act, words.dealings.propose,
      """
      \(note(act, words.dealings.proposalText, name: "texte"))
      \(amount(act, words.dealings.price, isRequired: true))
      \(day(act, "validite", words.dealings.validUntil, initially: today + 30))
      """)
  }

  var warn: HTML {
    let act = "mises-en-garde"
    let dealings = words.dealings
    return folded(
      act, dealings.warn,
      """
      \(note(act, dealings.risk, name: "risque"))
      \(note(act, dealings.consequence, name: "consequence"))
      \(note(act, dealings.recommendation, name: "recommandation"))
      \(amount(act, dealings.recommendedPrice, isRequired: false))
      """)
  }

  func remind(_ number: Int) -> HTML {
    form("relances", number: number, "", submit: words.dealings.remind, isPrimary: false)
  }

  func answerProposal(_ number: Int) -> HTML {
    clientAnswer(
      "reponses-proposition", number,
      [ClientAnswer.Kind.accepted, .declined].map {
        ($0.rawValue, words.dealings.proposalAnswers[$0] ?? $0.rawValue)
      })
  }

  func answerWarning(_ number: Int, _ warning: Warning) -> HTML {
    let kinds = ClientAnswer.Kind.allCases.filter {
      $0 != .silent || !Visit.isClient && warning.maySilenceBeTold(at: frame.formats.now)
    }
    return clientAnswer(
      "reponses-mise-en-garde", number,
      kinds.map { ($0.rawValue, words.dealings.warningAnswers[$0] ?? $0.rawValue) })
  }

  private func clientAnswer(_ act: String, _ number: Int, _ kinds: [(String, String)]) -> HTML {
    let id = "motif-\(act)-\(number)"
    return folded(
      act, words.dealings.recordAnswer, number: number,
      """
      \(pick(act, "reponse", words.dealings.awaited, number: number, kinds))
      \(line(
        act, "personne", words.dealings.answeredBy, number: number,
        initially: ticket.request.requester, isRequired: false))
      \(field(
        words.dealings.said, id: id,
        """
        <textarea name="motif" id="\(id)" rows="2" maxlength="10000">\
        \(typed(act, number: number)?["motif"] ?? "")</textarea>
        """))
      """)
  }

  private func amount(_ act: String, _ label: String, isRequired: Bool) -> HTML {
    field(
      label, id: "prix-\(act)",
      """
      <input name="prix" id="prix-\(act)" inputmode="decimal" maxlength="20" autocomplete="off" \
      value="\(typed(act)?["prix"] ?? "")"\(when: isRequired, " required")>
      """)
  }
}
