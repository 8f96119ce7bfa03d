import Maintenance

extension Term {
  init(_ fields: Fields) {
    self.init()
    start = fields.read("effet", .day) ?? start
    initial = fields.read("initiale", .termDelay)
    statedEnd = fields.read("fin", .day)
    isIrrevocable = fields.read("irrevocable", .flag) ?? false
    isRetroactive = fields.read("retroactif", .flag) ?? false
    notice = fields.read("preavis", .delay)
    fields.group("reconduction") { renewing in
      renewal = renewing.read("mode", .choice) ?? .none
      renewedFor = renewing.read("duree", .termDelay)
      notice = renewing.read("preavis", .delay) ?? notice
      noticeForm = renewing.read("forme", .text)
      isReminderPromised = renewing.read("rappel", .flag) ?? false
      maximumRenewals = renewing.read("maximum", .integer(1...99))
    }
  }
}

extension Syntax where Value == Delay {
  /// A period of the contract: whole days, months or years.
  static var termDelay: Syntax {
    let expected = "une durée comme « 12 mois » ou « 3 ans »"
    let form = TextForm.delay([Delay.dayUnit] + Delay.longUnits, examples: ["12 mois", "3 ans"])
    return Syntax(expected: expected, form: form) { text throws(Misread) in
      let delay = try Syntax.delay.read(text)
      guard [.days, .months, .years].contains(delay.unit) else {
        throw Misread(text, insteadOf: expected)
      }
      return delay
    }
  }
}

extension Termination {
  init(_ fields: Fields) {
    self.init()
    fields.group("manquement") { breach in
      formalNoticeDelay = breach.read("mise_en_demeure", .delay)
      breaches = breach.list("manquements", .text)
      reservedTo = breach.read("reserve_a", .choice)
      noticeForm = breach.read("forme", .text)
    }
    convenience = fields.group("convenance", Convenience.init)
    endsOnInsolvency = fields.read("procedure_collective", .flag) ?? false
    keepsPriceOnOwnFault = fields.read("sommes_conservees", .flag) ?? false
    forceMajeure = fields.group("force_majeure", ForceMajeure.init)
    assignment = fields.read("cession", .choice)
    exit = fields.group("reversibilite", Exit.init)
  }
}

extension Termination.Exit {
  init(_ fields: Fields) {
    self.init()
    duration = fields.read("duree", .delay)
    handedOver = fields.list("restitution", .text)
    price = fields.read("prix", .text)
    format = fields.read("format", .text)
  }
}

extension Termination.Convenience {
  init(_ fields: Fields) {
    self.init()
    notice = fields.read("preavis", .delay)
    indemnity = fields.read("indemnite", .text)
    side = fields.read("reserve_a", .choice)
  }
}

extension Termination.ForceMajeure {
  init(_ fields: Fields) {
    self.init()
    duration = fields.read("duree", .delay)
    events = fields.list("evenements", .text)
  }
}

extension Acceptance {
  init(_ fields: Fields) {
    self.init()
    delay = fields.read("delai", .delay)
    silence = fields.read("silence", .choice)
    objects = fields.list("objets", .text)
    hasReport = fields.read("pv", .flag) ?? true
    reservationsDelay = fields.read("levee_reserves", .delay)
    startsPayment = fields.read("declenche_paiement", .flag) ?? false
    longDelayReason = fields.read("justification", .text)
  }
}

extension Confidentiality {
  init(_ fields: Fields) {
    self.init()
    isMutual = fields.read("reciproque", .flag) ?? false
    afterEnd = fields.read("apres_fin", .delay)
    exceptions = fields.list("exceptions", .text)
    bindsStaff = fields.read("personnel", .flag) ?? true
  }
}

extension Property {
  init(_ fields: Fields) {
    self.init()
    hardwareOwner = fields.read("materiel", .text)
    deliverables = fields.read("livrables", .text)
    sellsHardware = fields.read("ventes", .flag) ?? false
    retainsTitle = fields.read("reserve_de_propriete", .flag)
    riskPasses = fields.read("transfert_risques", .text)
    rights = fields.group("droits", Rights.init)
    loan = fields.group("pret", Loan.init)
  }
}

extension Property.Rights {
  init(_ fields: Fields) {
    self.init()
    extent = fields.read("etendue", .text)
    purpose = fields.read("usage", .text)
    territory = fields.read("territoire", .text)
    duration = fields.read("duree", .text)
  }
}

extension Property.Loan {
  init(_ fields: Fields) {
    self.init()
    jointStatement = fields.read("etat_contradictoire", .flag) ?? false
    returned = fields.read("restitution", .delay)
    after = fields.read("apres", .delay)
    items = fields.list("equipements", .text)
    isInsuredByClient = fields.read("assure_par_client", .flag) ?? false
  }
}

extension Liability {
  init(_ fields: Fields) {
    self.init()
    cap = fields.read("plafond", .text)
    outsideCap = fields.list("exclusions_du_plafond", .text)
    excludesEverything = fields.read("exclusion_totale", .flag) ?? false
    capAmount = fields.read("plafond_montant", .money)
    dataLoss = fields.read("perte_de_donnees", .choice)
    isMutual = fields.read("reciproque", .flag) ?? true
    isClientIndemnityUnlimited = fields.read("indemnisation_client_illimitee", .flag) ?? false
  }
}

extension Disputes {
  init(_ fields: Fields) {
    self.init()
    steps = fields.groups("etapes", Step.init)
    court = fields.read("juridiction", .text)
    law = fields.read("droit", .text)
    arbitration = fields.group("arbitrage", Arbitration.init)
  }
}

extension Disputes.Arbitration {
  init(_ fields: Fields) {
    self.init()
    institution = fields.read("institution", .text)
    seat = fields.read("siege", .text)
  }
}

extension Disputes.Step {
  init(_ fields: Fields) {
    self.init()
    mode = fields.read("mode", .choice) ?? .contacts
    body = fields.read("organisme", .text)
    delay = fields.read("delai", .delay)
  }
}

extension Signature {
  init(_ fields: Fields) {
    self.init()
    level = fields.read("niveau", .choice) ?? .simple
    place = fields.read("lieu", .text)
    day = fields.read("date", .day)
    copies = fields.read("exemplaires", .integer(1...20))
  }
}
