import Maintenance

extension Term {
  init(_ fields: Fields) {
    self.init()
    start = fields.read("effet", .day) ?? start
    initial = fields.read("initiale", .termDelay)
    notice = fields.read("preavis", .delay)
    fields.group("reconduction") { renewing in
      renewal = renewing.read("mode", .choice) ?? .none
      renewedFor = renewing.read("duree", .termDelay)
      notice = renewing.read("preavis", .delay) ?? notice
      noticeForm = renewing.read("forme", .text)
      isReminderPromised = renewing.read("rappel", .flag) ?? false
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
    }
    exit = fields.group("reversibilite", Exit.init)
  }
}

extension Termination.Exit {
  init(_ fields: Fields) {
    self.init()
    duration = fields.read("duree", .delay)
    handedOver = fields.list("restitution", .text)
  }
}

extension Acceptance {
  init(_ fields: Fields) {
    self.init()
    delay = fields.read("delai", .delay)
    silence = fields.read("silence", .choice)
  }
}

extension Confidentiality {
  init(_ fields: Fields) {
    self.init()
    isMutual = fields.read("reciproque", .flag) ?? false
    afterEnd = fields.read("apres_fin", .delay)
  }
}

extension Property {
  init(_ fields: Fields) {
    self.init()
    hardwareOwner = fields.read("materiel", .text)
    deliverables = fields.read("livrables", .text)
    loan = fields.group("pret", Loan.init)
  }
}

extension Property.Loan {
  init(_ fields: Fields) {
    self.init()
    jointStatement = fields.read("etat_contradictoire", .flag) ?? false
    returned = fields.read("restitution", .delay)
  }
}

extension Liability {
  init(_ fields: Fields) {
    self.init()
    cap = fields.read("plafond", .text)
    outsideCap = fields.list("exclusions_du_plafond", .text)
    excludesEverything = fields.read("exclusion_totale", .flag) ?? false
  }
}

extension Disputes {
  init(_ fields: Fields) {
    self.init()
    steps = fields.groups("etapes", Step.init)
    court = fields.read("juridiction", .text)
    law = fields.read("droit", .text)
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
  }
}
