import Maintenance

/// A contract that uses every term the format has, for the tests of its legal text.
enum FullContract {
  static var contract: Contract {
    var contract = SampleContract.contract
    contract.title = "Contrat de maintenance et d'infogérance"
    contract.kinds = [.preventive, .corrective, .managed]
    contract.needs = "Trente-quatre postes ; l'arrêt de l'atelier n'est pas acceptable."
    contract.requirements = requirements
    contract.provider = provider
    contract.client = client
    contract.entryInventory = inventory
    contract.scope = scope
    contract.operations = [visit, restoration]
    contract.support.channels = [.portal, .email, .telephone, .monitoring]
    contract.support.tiers = [tier("N1", "qualification à distance"), tier("N2", "sur place")]
    contract.serviceLevels = levels(contract.serviceLevels)
    contract.clientDuties = [access]
    contract.price = price(contract.price)
    contract.payment = payment
    contract.term.renewedFor = Delay(12, .months)
    contract.term.notice = Delay(3, .months)
    contract.term.noticeForm = "lettre recommandée avec avis de réception"
    contract.termination = termination
    closing(&contract)
    return contract
  }

  private static var requirements: [Requirement] {
    var restart = Requirement()
    restart.id = "reprise"
    restart.need = "Reprendre l'atelier dans la journée."
    restart.importance = .essential
    restart.saidBy = "Jeanne Morel"
    restart.day = Day(iso: "2026-09-02")
    restart.answer = "sauvegarde chaque nuit"
    restart.operations = ["restauration"]
    var night = Requirement()
    night.id = "nuit"
    night.need = "Un technicien la nuit"
    night.declined = "l'atelier ne travaille pas la nuit"
    return [restart, night]
  }

  private static func closing(_ contract: inout Contract) {
    var acceptance = Acceptance()
    acceptance.delay = Delay(8, .workingDays)
    acceptance.silence = .acceptance
    contract.acceptance = acceptance
    var confidentiality = Confidentiality()
    confidentiality.isMutual = true
    confidentiality.afterEnd = Delay(3, .years)
    contract.confidentiality = confidentiality
    contract.personalData = personalData
    var property = Property()
    property.hardwareOwner = "client"
    property.deliverables = "cession_au_paiement"
    property.loan = Property.Loan()
    property.loan?.jointStatement = true
    property.loan?.returned = Delay(10, .days)
    contract.property = property
    var liability = Liability()
    liability.cap = "12 mois de redevances"
    contract.liability = liability
    var contacts = Disputes.Step()
    contacts.delay = Delay(15, .days)
    contract.disputes.steps = [contacts]
    contract.disputes.court = "tribunal des activités économiques de Lyon"
    contract.disputes.law = "français"
  }

  private static var provider: Party {
    var party = Party()
    party.name = "Vigie Informatique"
    party.legalForm = "SAS"
    party.capital = 20_000
    party.siren = "999123458"
    party.registryTown = "Lyon"
    party.seat.street = "12 rue des Tisseurs"
    party.seat.postcode = "69003"
    party.seat.town = "Lyon"
    party.representative.name = "Claire Besson"
    party.representative.capacity = "présidente"
    party.noticesAddress = "contrats@vigie-informatique.example"
    party.iban = "FR7699999000010000000000115"
    var insurance = Insurance()
    insurance.insurer = "Assurances du Rhône"
    insurance.policy = "RC-88120"
    insurance.expiry = day("2027-03-31")
    party.insurance = insurance
    return party
  }

  private static var client: Party {
    var party = Party()
    party.name = "Atelier Lumen"
    party.legalForm = "SARL"
    party.capital = 8000
    party.siren = "999543218"
    party.registryTown = "Annecy"
    party.seat.street = "4 quai de la Graille"
    party.seat.postcode = "38000"
    party.seat.town = "Grenoble"
    party.representative.name = "Karim Benali"
    party.representative.capacity = "gérant"
    party.contact = Contact()
    party.contact?.name = "Jeanne Morel"
    return party
  }

  private static var inventory: EntryInventory {
    var inventory = EntryInventory()
    inventory.day = day("2026-09-01")
    inventory.isSigned = true
    inventory.reservations = ["Serveur SRV-2 hors garantie"]
    return inventory
  }

  private static var scope: Scope {
    var scope = SampleContract.scope
    scope.sites[0].name = "Atelier de Grenoble"
    scope.sites[0].travelZone = 1
    scope.fleetChange = FleetChange()
    scope.fleetChange?.tolerance = 2
    var backup = Backup()
    backup.frequency = "quotidienne"
    backup.recoveryPoint = Delay(24, .hours)
    scope.backup = backup
    return scope
  }

  private static var visit: PlannedOperation {
    var operation = PlannedOperation()
    operation.id = "visite"
    operation.recurrence = Recurrence(.monthly(every: 1, on: .nth(1, .tuesday)))
    operation.duration = Delay(3, .hours)
    operation.groups = ["postes"]
    operation.checklist = ["état des disques", "onduleurs"]
    return operation
  }

  private static var restoration: PlannedOperation {
    var operation = PlannedOperation()
    operation.id = "restauration"
    operation.nature = .securing
    operation.recurrence = Recurrence(.monthly(every: 3, on: .nth(2, .wednesday)))
    var criterion = PlannedOperation.Criterion()
    criterion.text = "un fichier témoin restauré et ouvert"
    criterion.delay = Delay(5, .workingDays)
    operation.acceptance = criterion
    return operation
  }

  private static func tier(_ id: String, _ text: String) -> SupportTier {
    var tier = SupportTier()
    tier.id = id
    tier.text = text
    return tier
  }

  private static func levels(_ sample: ServiceLevels) -> ServiceLevels {
    var levels = sample
    levels.levels[0].definition = "atelier à l'arrêt"
    levels.levels[0].target = FixedPoint(95)
    levels.pauses = PauseReason.allCases
    levels.reopening = Delay(8, .hours)
    var availability = Availability()
    availability.group = "decoupe"
    availability.rate = FixedPoint(millionths: 99_500_000)
    availability.excluding = ["force_majeure"]
    levels.availability = [availability]
    var penalty = Penalty()
    penalty.formula = "V * R / 30"
    penalty.base = "redevance_mensuelle"
    penalty.lateness = "jours_de_retard"
    penalty.cap = FixedPoint(30)
    penalty.nature = .credit
    penalty.formalNotice = .waived
    levels.penalties = [penalty]
    return levels
  }

  private static var access: ClientDuty {
    var duty = ClientDuty()
    duty.id = "acces"
    duty.text = "Ouvrir l'accès distant et physique aux équipements"
    duty.delay = Delay(2, .hours)
    duty.suspendsClocks = true
    return duty
  }

  private static func price(_ sample: Price) -> Price {
    var price = sample
    price.prepaid = SampleContract.prepaid
    price.prepaid?.validity = Delay(24, .months)
    price.prepaid?.remainder = .carriedOver
    price.prepaid?.alert = FixedPoint(20)
    price.timeAndMaterials?.eveningSurcharge = FixedPoint(50)
    price.timeAndMaterials?.nightSurcharge = FixedPoint(100)
    price.timeAndMaterials?.quoteAbove = Money(cents: 50_000)
    var travel = Travel()
    travel.zones = [1: .included, 2: .amount(Money(cents: 4500))]
    travel.beyond = .quote
    price.travel = travel
    var indexation = Indexation()
    indexation.series = .revised
    indexation.baseMonth = Month(iso: "2025-01")
    indexation.baseValue = FixedPoint(millionths: 315_200_000)
    indexation.date = .yearly(month: 1, day: 1)
    price.indexation = indexation
    return price
  }

  private static var payment: Payment {
    var payment = Payment()
    payment.days = 30
    payment.method = .transfer
    payment.lateInterest = .timesLegalRate(FixedPoint(3))
    payment.recoveryIndemnity = Money(cents: 4000)
    return payment
  }

  private static var termination: Termination {
    var termination = Termination()
    termination.formalNoticeDelay = Delay(30, .days)
    termination.breaches = ["paiement", "niveaux_de_service", "confidentialite", "acces"]
    var exit = Termination.Exit()
    exit.duration = Delay(2, .months)
    exit.handedOver = ["mots_de_passe", "documentation", "licences"]
    termination.exit = exit
    return termination
  }

  private static var personalData: PersonalData {
    var data = PersonalData()
    data.purposes = ["assistance aux utilisateurs", "sauvegarde"]
    data.categories = ["identité"]
    data.subjects = ["salariés du client"]
    var processor = PersonalData.Processor()
    processor.name = "Hébergeur Alpin"
    processor.country = "FR"
    processor.purpose = "sauvegarde distante"
    data.processors = [processor]
    data.breachNotice = Delay(24, .hours)
    data.fateAtEnd = "restitution_puis_effacement"
    data.erasureDelay = Delay(30, .days)
    data.statistics = "anonymes"
    return data
  }
}
