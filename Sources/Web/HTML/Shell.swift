import Maintenance
import Operations

/// What every page shares: head, navigation, the way out of the page.
struct Shell: Sendable {
  var formats: Formats
  var assets: AssetLinks
  /// Of the page itself, to mark its place in the navigation and to come back from a choice.
  var path: Path
  /// The identity of what the page's forms ask for: sent again unchanged, they act once.
  var command = ""
  /// What an act that led here has to say.
  var notice: Notice?
  /// Says how far the product's own data can be trusted to be somebody's: the demo is nobody's.
  var isDemo = false
  /// Who acts: whoever is signed in, or was named when the service was started.
  var actorName = ""
  /// The database is an older copy of itself: every page says that nothing is written.
  var isRolledBack = false
  var visitor = Visitor.unasked

  enum Visitor: Sendable {
    /// The service has no accounts.
    case unasked
    case known
    /// Not signed in: there is nowhere to go but the page.
    case stranger
  }

  var words: Words { formats.words }

  /// Where a form leads that, sent again unchanged, acts once.
  func once(_ path: Path) -> Path { path.asking("commande", command) }

  /// A whole page. `trail` leads to it from above; `lead` is its one thing, in words; `live` is
  /// where its parts come from anew while it is open.
  func page(
    title: String, trail: [Crumb] = [], lead: HTML? = nil, actions: HTML? = nil,
    live: Path? = nil, _ content: HTML
  ) -> HTML {
    """
    <!doctype html>
    <html lang="\(words.code)">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>\(title) · Diligence</title>
    <link rel="icon" href="\(assets.icon)" type="image/svg+xml">
    <link rel="stylesheet" href="\(assets.style)">
    <meta name="htmx-config" content='\(Shell.script)'>
    <script src="\(assets.script)" defer></script>
    </head>
    <body>
    <a class="skip" href="#contenu">\(words.shell.skip)</a>
    \(navigation)
    <main id="contenu" tabindex="-1"\(live.map { " hx-ext=\"sse\" sse-connect=\"\($0)\"" })>
    <header class="page-head">
    <div>\(crumbs(trail))<h1>\(title)</h1>\(lead.map { text in
      """
      <p class="lead"\(when: live != nil, " sse-swap=\"lead\"")>\(text)</p>
      """
    })</div>
    \(actions.map { "<div class=\"actions\">\($0)</div>" })
    </header>
    \(when: isRolledBack, noticeBox(Notice(text: words.faults.rolledBackHint, tone: .bad)))
    \(notice.map(noticeBox))
    \(content)
    </main>
    \(keyList)
    </body>
    </html>

    """
  }

  /// Opened by the script alone, which is what the keys need.
  private var keyList: HTML {
    """
    <dialog id="keys" aria-labelledby="keys-title"><form method="dialog">
    <h2 id="keys-title">\(words.keys.title)</h2>
    <dl>\(each: words.keys.keys, { key in
      """
      <dt>\(each: key.keys, { "<kbd>\($0)</kbd>" })</dt><dd>\(key.does)</dd>
      """
    })</dl>
    <button type="submit">\(words.keys.close)</button></form></dialog>
    """
  }

  /// No inline style, no evaluated code, no page kept by the script; pages of refusal are shown.
  private static let script: HTML = """
    {"includeIndicatorStyles":false,"allowEval":false,"historyCacheSize":0,\
    "responseHandling":[{"code":"204","swap":false},{"code":"[2345]..","swap":true}]}
    """

  /// Where all begins for whoever looks.
  private var home: Path { Visit.isClient ? "/contrats" : "/" }

  private var navigation: HTML {
    """
    <header class="bar">
    <a class="brand" href="\(home)">\(Icon.mark.html)<span>Diligence</span></a>
    \(when: visitor != .stranger, """
      <nav aria-label="\(words.shell.navigation)"><ul>
      \(places)
      </ul></nav>
      """)
    <div class="bar-foot">
    \(account)
    \(when: isDemo, "<p class=\"demo\">\(words.shell.demo)</p>")
    <a class="language" href="\(path.asking("lang", words.other))" hreflang="\(words.other)" \
    lang="\(words.other)">\(words.shell.otherLanguage)</a>
    </div>
    </header>
    """
  }

  /// Where the visitor may go: all of it on a service without accounts.
  private var places: HTML {
    let isProvider = !Visit.isClient
    return """
      \(when: isProvider, link("/", words.shell.today, .today))
      \(when: isProvider, link("/tickets", words.shell.tickets, .ticket))
      \(link("/contrats", words.shell.contracts, .contract))
      \(when: isProvider, link("/echeances", words.duties.title, .clock))
      \(when: isProvider, link("/conseils", words.advice.title, .alert))
      \(when: isProvider, link("/recettes", words.deliveries.title, .check))
      \(when: isProvider && Visit.may(.readInvoices), link(
        "/factures", words.invoicing.title, .invoice))
      \(when: isProvider, link("/courrier", words.mail.title, .mail))
      \(when: isProvider, link("/registre", words.shell.register, .register))
      \(when: visitor == .known && Visit.may(.manageAccounts), link(
        "/comptes", words.accounts.title, .ring))
      """
  }

  private var account: HTML? {
    Visit.current.map { visit in
      """
      <p><a href="/compte">\(visit.account.name)</a></p>
      <form method="post" action="/deconnexion"><button type="submit">\
      \(words.accounts.signOut)</button></form>
      """
    }
  }

  private func link(_ target: Path, _ word: String, _ icon: Icon) -> HTML {
    let isHere = target == "/" ? path == "/" : path.text.hasPrefix(target.text)
    return """
      <li><a href="\(target)"\(when: isHere, " aria-current=\"page\"")>\(icon.html)\
      <span>\(word)</span></a></li>
      """
  }

  private func crumbs(_ trail: [Crumb]) -> HTML {
    guard !trail.isEmpty else { return .nothing }
    return """
      <nav class="trail" aria-label="\(words.shell.trail)"><ol>\
      \(each: trail, { "<li><a href=\"\($0.path)\">\($0.name)</a></li>" })</ol></nav>
      """
  }
}

/// A page above another one.
struct Crumb: Sendable {
  var name: String
  var path: Path
}
