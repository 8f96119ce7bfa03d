/// One numbered article of the legal document.
///
/// Numbers follow from the order of the document; ids are stable and are what rules cite.
package struct Article: Hashable, Sendable {
  /// Such as `niveaux_de_service`.
  package var id: String
  package var number: Int
  package var title: String
  package var clauses: [Clause]
  /// Laws the article rests on, as printed under it.
  package var basis: String?
}

/// A paragraph of an article with a number of its own, such as 7.2.
package struct Clause: Hashable, Sendable {
  /// Stable within the article: `niveaux_de_service.delais`.
  package var id: String
  /// `7.2`.
  package var number: String
  package var blocks: [Block]

  package enum Block: Hashable, Sendable {
    case text(String)
    case items([String])
    /// First row is the heading.
    case table([[String]])
    /// Text that must stand out (CPC 48: a choice of court must be very apparent).
    case framed(String)
  }
}

/// The legal document of one version: what is printed, signed and cited.
package struct LegalText: Hashable, Sendable {
  package var articles: [Article]
  package var annexes: [Annex]
}

package struct Annex: Hashable, Sendable {
  package var number: Int
  package var title: String
  package var blocks: [Clause.Block]
}
