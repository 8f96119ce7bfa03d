package import Maintenance

/// The life-cycle message by which a seller tells the platform that money came for an invoice:
/// status 212, one block MEN for each VAT rate (CDAR D22B, XP Z12-012).
package struct CollectionMessage {
  let id: String
  let invoice: InvoiceContent
  let collection: Handover.Collection

  package init(id: String, invoice: InvoiceContent, collection: Handover.Collection) {
    self.id = id
    self.invoice = invoice
    self.collection = collection
  }

  /// UTF-8; the same message always gives the same bytes.
  package var xml: [UInt8] {
    let standard = "urn:un:unece:uncefact:data:standard:"
    let root = """
      <rsm:CrossDomainAcknowledgementAndResponse \
      xmlns:rsm="\(standard)CrossDomainAcknowledgementAndResponse:100" \
      xmlns:ram="\(standard)ReusableAggregateBusinessInformationEntity:100" \
      xmlns:qdt="\(standard)QualifiedDataType:100" \
      xmlns:udt="\(standard)UnqualifiedDataType:100">
      """
    let text = """
      <?xml version="1.0" encoding="UTF-8"?>
      \(root)<rsm:ExchangedDocumentContext>\
      <ram:BusinessProcessSpecifiedDocumentContextParameter><ram:ID>REGULATED</ram:ID>\
      </ram:BusinessProcessSpecifiedDocumentContextParameter>\
      <ram:GuidelineSpecifiedDocumentContextParameter>\
      <ram:ID>urn.cpro.gouv.fr:1p0:CDV:invoice</ram:ID>\
      </ram:GuidelineSpecifiedDocumentContextParameter></rsm:ExchangedDocumentContext>\
      <rsm:ExchangedDocument><ram:ID>\(escaped(id))</ram:ID>\
      <ram:Name>Statut de cycle de vie</ram:Name>\(time("IssueDateTime", collection.at))\
      \(party("SenderTradeParty", invoice.seller, role: "SE"))\
      \(party("IssuerTradeParty", invoice.seller, role: "SE"))\
      \(party("RecipientTradeParty", invoice.buyer, role: "BY"))</rsm:ExchangedDocument>\
      <rsm:AcknowledgementDocument><ram:MultipleReferencesIndicator>\
      <udt:Indicator>false</udt:Indicator></ram:MultipleReferencesIndicator>\
      <ram:TypeCode>23</ram:TypeCode>\(time("IssueDateTime", collection.at))\
      \(reference)</rsm:AcknowledgementDocument></rsm:CrossDomainAcknowledgementAndResponse>

      """
    return Array(text.utf8)
  }

  private var reference: String {
    """
    <ram:ReferenceReferencedDocument>\
    <ram:IssuerAssignedID>\(escaped(invoice.number.text))</ram:IssuerAssignedID>\
    <ram:TypeCode>\(invoice.kind.rawValue)</ram:TypeCode><ram:FormattedIssueDateTime>\
    <qdt:DateTimeString format="102">\(compact(invoice.issued))</qdt:DateTimeString>\
    </ram:FormattedIssueDateTime><ram:ProcessConditionCode>212</ram:ProcessConditionCode>\
    <ram:ProcessCondition>Encaissée</ram:ProcessCondition>\
    \(party("IssuerTradeParty", invoice.seller, role: "SE"))\
    <ram:SpecifiedDocumentStatus><ram:ProcessConditionCode>212</ram:ProcessConditionCode>\
    <ram:SequenceNumeric>1</ram:SequenceNumeric>\
    \(collection.shares.map(characteristic).joined())</ram:SpecifiedDocumentStatus>\
    </ram:ReferenceReferencedDocument>
    """
  }

  private func characteristic(_ share: Handover.VATShare) -> String {
    """
    <ram:SpecifiedDocumentCharacteristic><ram:TypeCode>MEN</ram:TypeCode>\
    <ram:ValueAmount currencyID="EUR">\(places(share.amount))</ram:ValueAmount>\
    <ram:ValueDateTime><udt:DateTimeString format="102">\(compact(collection.day))\
    </udt:DateTimeString></ram:ValueDateTime>\
    <ram:ValuePercent>\(share.rate.plain)</ram:ValuePercent>\
    </ram:SpecifiedDocumentCharacteristic>
    """
  }

  private func party(_ name: String, _ party: InvoiceParty, role: String) -> String {
    let siren = party.siren.map {
      "<ram:GlobalID schemeID=\"0002\">\(escaped($0))</ram:GlobalID>"
    }
    let address = party.electronicAddress ?? party.siren
    return """
      <ram:\(name)>\(siren ?? "")<ram:Name>\(escaped(party.name))</ram:Name>\
      <ram:RoleCode>\(role)</ram:RoleCode>\(address.map { """
        <ram:URIUniversalCommunication><ram:URIID schemeID="0225">\(escaped($0))</ram:URIID>\
        </ram:URIUniversalCommunication>
        """ } ?? "")</ram:\(name)>
      """
  }

  /// In UTC, UNTDID 2379 format 204.
  private func time(_ name: String, _ instant: Instant) -> String {
    let digits = instant.iso.prefix(19).filter(\.isNumber)
    return """
      <ram:\(name)><udt:DateTimeString format="204">\(digits)</udt:DateTimeString></ram:\(name)>
      """
  }

  private func compact(_ day: Day) -> String { day.iso.filter(\.isNumber) }

  private func places(_ amount: Money) -> String {
    let (euros, cents) = amount.cents.magnitude.quotientAndRemainder(dividingBy: 100)
    return "\(amount.cents < 0 ? "-" : "")\(euros).\(cents < 10 ? "0" : "")\(cents)"
  }

  private func escaped(_ text: String) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "\"": out += "&quot;"
      case _ where scalar.value < 32: out += " "
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }
}
