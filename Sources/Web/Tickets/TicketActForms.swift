import Hummingbird
import Maintenance
import Operations

extension TicketAct {
  /// The act that an address names, as its form says it; nothing when it names none.
  ///
  /// A number or an amount that cannot be read is out of bounds: the form comes back with what was
  /// typed.
  init?(_ name: String, _ form: Form) throws {
    let note = form["note"] ?? ""
    switch name {
    case "prises-en-charge": self = .takeCharge
    case "pauses": self = .pause(try form.choice("motif"), note: note)
    case "reprises": self = .resume
    case "contournements": self = .workAround(note: note, debt: try form.debt)
    case "resolutions": self = .resolve(try form.choice("cause"), note: note)
    case "travaux":
      self = .work(
        minutes: form.number("minutes"), from: try form.start, place: try form.place, note: note)
    case "reponses": self = .write(note, to: .client)
    case "notes": self = .write(note, to: .provider)
    default:
      guard let act = try TicketAct(revising: name, form) ?? TicketAct(dealing: name, form) else {
        return nil
      }
      self = act
    }
  }

  private init?(revising name: String, _ form: Form) throws {
    let reason = form["motif"] ?? ""
    switch name {
    case "affectations": self = .assign(to: form["personne"] ?? "")
    case "qualifications":
      self = .qualify(try form.qualification, accord: form["accord"] ?? "", reason: reason)
    case "materiels": self = .concern(form.list("materiels[]"), reason: reason)
    case "derogations": self = .override(try form.choice("decision"), reason: reason)
    case "dettes": self = .moveDebt(try form.debt, reason: reason)
    case "reouvertures": self = .reopen(reason: reason)
    case "confirmations": self = .confirm(from: form["personne"] ?? "")
    case "liens": self = .link(form.number("numero"), try form.choice("lien"))
    default: return nil
    }
  }

  private init?(dealing name: String, _ form: Form) throws {
    let person = form["personne"] ?? ""
    let reason = form["motif"] ?? ""
    switch name {
    case "propositions":
      guard let price = form.amount("prix") else { throw TicketRefusal.priceOutOfBounds }
      self = .propose(form["texte"] ?? "", price: price, until: try form.day("validite"))
    case "reponses-proposition":
      self = .answerProposal(
        form.number("numero"), try form.choice("reponse"), from: person, reason: reason)
    case "mises-en-garde":
      let price = form.amount("prix")
      if price == nil, !(form["prix"] ?? "").isEmpty { throw TicketRefusal.priceOutOfBounds }
      self = .warn(
        risk: form["risque"] ?? "", consequence: form["consequence"] ?? "",
        recommendation: form["recommandation"] ?? "", price: price)
    case "relances": self = .remind(form.number("numero"))
    case "reponses-mise-en-garde":
      self = .answerWarning(
        form.number("numero"), try form.choice("reponse"), from: person, reason: reason)
    default: return nil
    }
  }
}

extension Form {
  fileprivate func number(_ name: String) -> Int { Int(self[name] ?? "") ?? 0 }

  fileprivate func day(_ name: String) throws -> Day {
    guard let day = Day(iso: self[name] ?? "") else { throw TicketRefusal.dayOutOfBounds }
    return day
  }

  fileprivate var debt: WorkaroundDebt {
    get throws { WorkaroundDebt(owner: self["responsable"] ?? "", due: try day("echeance")) }
  }

  fileprivate var start: WallTime? {
    get throws {
      guard let text = self["debut"], !text.isEmpty else { return nil }
      guard let start = WallTime(iso: text) else { throw TicketRefusal.timeOutOfBounds }
      return start
    }
  }

  fileprivate var place: Ticket.Work.Place {
    get throws { self["lieu"] == nil ? .remote : try choice("lieu") }
  }

  fileprivate var qualification: Qualification {
    get throws {
      let exclusion = self["exclusion"] ?? ""
      return Qualification(
        site: try text("site"), group: try text("groupe"), nature: try choice("nature"),
        impact: try text("impact"), urgency: try text("urgence"),
        exclusion: exclusion.isEmpty ? nil : exclusion)
    }
  }

  /// Euros as people type them: `1 234,50`, `1234.5`, `80 €`; nothing for anything else.
  func amount(_ name: String) -> Money? {
    let typed = (self[name] ?? "").filter { !$0.isWhitespace && $0 != "€" }
      .replacing(",", with: ".")
    guard !typed.hasPrefix("-"), let value = FixedPoint(typed), value.millionths % 10_000 == 0
    else { return nil }
    return Money(cents: value.millionths / 10_000)
  }
}
