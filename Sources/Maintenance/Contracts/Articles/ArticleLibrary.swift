extension Contract {
  /// The library's articles for this contract, in the order of the legal document.
  ///
  /// Definitions are apart: they come second, and say only the terms that the others use.
  var libraryArticles: [ArticleDraft] {
    let articles: [ArticleDraft?] = [
      partiesArticle, objectArticle, scopeArticle, operationsArticle, supportArticle,
      serviceLevelsArticle, exclusionsArticle, providerDutiesArticle, clientDutiesArticle,
      priceArticle, paymentArticle, indexationArticle, acceptanceArticle, liabilityArticle,
      confidentialityArticle, personalDataArticle, propertyArticle, subcontractingArticle,
      nonSolicitationArticle, publicContractArticle,
      termArticle, terminationArticle, reversibilityArticle, forceMajeureArticle, disputesArticle,
      evidenceArticle,
    ]
    return articles.compactMap { $0 }
  }

  var annexes: [AnnexDraft] {
    [fleetAnnex, operationsAnnex, processingAnnex].compactMap { $0 }
  }
}
