extension Contract {
  var partiesArticle: ArticleDraft {
    ArticleDraft(
      "parties", "Parties",
      basis: "Code civil, art. 1127 et 1128 ; code de commerce, art. R123-237 et R123-238"
    ) {
      ClauseDraft(
        "prestataire",
        "\(provider.identification.asSentence.asPhrase), ci-après « le Prestataire ».")
      ClauseDraft(
        "client", "\(client.identification.asSentence.asPhrase), ci-après « le Client ».")
      ClauseDraft(
        "engagement",
        """
        Le Prestataire et le Client, ensemble « les Parties », conviennent de ce qui suit. Chaque \
        signataire déclare avoir le pouvoir d'engager la Partie qu'il représente.
        """)
      addedPartyClauses
      notices
      contacts
      if conclusion == .offPremises { withdrawal }
    }
  }

  private var notices: [ClauseDraft] {
    let addresses = [("le Prestataire", provider), ("le Client", client)].compactMap {
      name, party in
      party.noticesAddress.map { "\(name) à l'adresse \($0)" }
    }
    guard !addresses.isEmpty else { return [] }
    return [
      ClauseDraft(
        "notifications",
        """
        Les Parties acceptent de recevoir par courriel les informations et notifications du \
        Contrat : \(frenchList(addresses)). Chacune signale sans délai tout changement d'adresse. \
        Les notifications pour lesquelles le Contrat impose une autre forme suivent cette forme.
        """)
    ]
  }

  private var contacts: [ClauseDraft] {
    let people = [("Prestataire", provider), ("Client", client)].compactMap { name, party in
      party.contact.map { contact in
        let reach = [contact.telephone, contact.email].compactMap { $0 }.joined(separator: ", ")
        return "pour le \(name), \(contact.name)" + (reach.isEmpty ? "" : " (\(reach))")
      }
    }
    guard !people.isEmpty else { return [] }
    return [
      ClauseDraft(
        "referents",
        """
        Référent désigné, interlocuteur quotidien de l'autre Partie : \
        \(people.joined(separator: " ; ")). Le référent peut être remplacé par simple notification.
        """)
    ]
  }

  private var withdrawal: ClauseDraft {
    ClauseDraft(
      "retractation",
      """
      Le Contrat est conclu hors établissement. Si le Client emploie cinq salariés au plus et si \
      l'objet du Contrat n'entre pas dans le champ de son activité principale, il bénéficie, en \
      application de l'article L221-3 du code de la consommation, de l'information \
      précontractuelle et du droit de se rétracter pendant quatorze jours ; le Prestataire lui \
      remet alors le formulaire de rétractation et n'encaisse aucune somme pendant les sept jours \
      qui suivent la conclusion.
      """)
  }
}

extension Party {
  /// «La société X, SAS au capital de…, immatriculée au RCS de…, dont le siège…».
  fileprivate var identification: String {
    let form = legalForm ?? ""
    let isCompany = capital != nil || companyForms.contains(form)
    var mentions = [isCompany ? "la société \(name)" : name]
    if !form.isEmpty {
      let full = form == "EI" ? "entrepreneur individuel (EI)" : form
      mentions.append(full + (capital.map { " au capital de \($0.french) €" } ?? ""))
    }
    if let registration = registration(isCompany: isCompany) { mentions.append(registration) }
    if let siret { mentions.append("SIRET \(digitGroups(siret))") }
    if let vatNumber { mentions.append("numéro de TVA intracommunautaire \(vatNumber)") }
    let seatParts = [seat.street, "\(seat.postcode) \(seat.town)".asPhrase]
    mentions.append("dont le siège est situé \(seatParts.joined(separator: ", "))")
    // A sole trader signs in person; an unreadable address or name is a fault of the file.
    if form != "EI" {
      let represented = isCompany ? "représentée par" : "ayant pour représentant"
      mentions += ["\(represented) \(representative.name)", representative.capacity]
    }
    return mentions.map(\.asPhrase).filter { !$0.isEmpty }.joined(separator: ", ")
  }

  private func registration(isCompany: Bool) -> String? {
    guard let siren else { return nil }
    guard let registryTown else { return "SIREN \(digitGroups(siren))" }
    let town = frenchOf(registryTown)
    return isCompany
      ? "immatriculée au RCS \(town) sous le numéro \(digitGroups(siren))"
      : "inscription au RCS \(town) sous le numéro \(digitGroups(siren))"
  }

  /// Three by three, and a SIRET's last five together, as INSEE prints them.
  func digitGroups(_ digits: String) -> String {
    guard digits.utf8.count == 9 || digits.utf8.count == 14 else { return digits }
    var groups: [Substring] = []
    var rest = digits[...]
    for _ in 0..<3 {
      groups.append(rest.prefix(3))
      rest = rest.dropFirst(3)
    }
    if !rest.isEmpty { groups.append(rest) }
    return groups.joined(separator: "\u{202F}")
  }
}

private let companyForms: Set<String> = [
  "SARL", "EURL", "SAS", "SASU", "SA", "SNC", "SCA", "SE", "SCOP", "SELARL",
]
