@testable import Maintenance

/// Contracts that leave out one thing, or a good many.
enum ContractVariants {
  static var all: [Contract] {
    [FullContract.contract, plain] + lighter
  }

  private static var lighter: [Contract] {
    let cuts: [(inout Contract) -> Void] = [
      { $0.scope.exclusions = [] }, { $0.operations = [] }, { $0.support.onCall = nil },
      { $0.support.hours = OpeningHours() }, { $0.serviceLevels = ServiceLevels() },
      { $0.serviceLevels.pauses = [] }, { $0.price.prepaid = nil }, { $0.price.fees = [] },
      { $0.price.timeAndMaterials = nil }, { $0.price.travel = nil },
      { $0.price.indexation = nil }, { $0.acceptance = nil }, { $0.personalData = nil },
      { $0.personalData?.role = .jointController }, { $0.liability = nil },
      { $0.liability?.excludesEverything = true }, { $0.confidentiality = nil },
      { $0.property = nil }, { $0.term.initial = nil }, { $0.term.renewal = .none },
      { $0.termination = Termination() }, { $0.disputes = Disputes() },
      { $0.conclusion = .offPremises }, { $0.kinds = [] }, { $0.kinds = [.corrective] },
      { $0.payment = Payment() }, { $0.client.legalForm = "EI" }, { $0.client.capital = nil },
      { $0.disputes.steps = [arbitration] }, { $0.signature.level = .handwritten },
    ]
    return cuts.map { cut in
      var contract = FullContract.contract
      cut(&contract)
      return contract
    }
  }

  /// The terms of the sample, between parties that can be named.
  private static var plain: Contract {
    var contract = SampleContract.contract
    contract.provider = FullContract.contract.provider
    contract.client = FullContract.contract.client
    return contract
  }

  private static var arbitration: Disputes.Step {
    var step = Disputes.Step()
    step.mode = .arbitration
    return step
  }
}
