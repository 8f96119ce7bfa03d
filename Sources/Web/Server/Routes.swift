import Hummingbird

/// Every route of the site, behind what guards them all.
func router(_ site: Website) -> Router<WebContext> {
  let router = Router(context: WebContext.self, options: [.autoGenerateHeadEndpoints])
  router.add(middleware: SafetyHeaders())
  router.add(middleware: LanguageChoice())
  router.add(middleware: ErrorPages(site: site))
  router.add(middleware: APIProblems(site: site))
  router.add(middleware: OwnOrigin(hosts: site.hosts))
  router.add(middleware: AccountGate(site: site))
  router.add(middleware: OneAct())
  site.assets.addRoutes(to: router)
  AccountRoutes(site: site).add(to: router)
  AttachmentRoutes(site: site).add(to: router)
  TicketRoutes(site: site).add(to: router)
  APIRoutes(site: site).add(to: router)
  ContractRoutes(site: site).add(to: router)
  VersionTextRoutes(site: site).add(to: router)
  SigningRoutes(site: site).add(to: router)
  SignatureRoutes(site: site).add(to: router)
  InvoiceRoutes(site: site).add(to: router)
  PurchaseRoutes(site: site).add(to: router)
  MailRoutes(site: site).add(to: router)
  BillingRoutes(site: site).add(to: router)
  DutyRoutes(site: site).add(to: router)
  RotaRoutes(site: site).add(to: router)
  TemplateRoutes(site: site).add(to: router)
  WorkshopRoutes(site: site).add(to: router)
  RegisterRoutes(site: site).add(to: router)
  return router
}
