/// What every page shares: head, navigation, the way out of the page.
struct Shell: Sendable {
  var words: Words
  var assets: AssetLinks
  /// The path of the page, to mark its place in the navigation and to come back from a choice.
  var path: String
  /// Says how far the product's own data can be trusted to be somebody's: the demo is nobody's.
  var isDemo: Bool

  /// A whole page. `lead` is its one thing, in words.
  func page(title: String, lead: HTML? = nil, actions: HTML? = nil, _ content: HTML) -> HTML {
    """
    <!doctype html>
    <html lang="\(words.code)">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>\(title) · Diligence</title>
    <link rel="icon" href="\(assets.icon)">
    <link rel="stylesheet" href="\(assets.base)">
    <link rel="stylesheet" href="\(assets.style)">
    <meta name="htmx-config" content='{"includeIndicatorStyles":false,"allowEval":false,"historyCacheSize":0}'>
    <script src="\(assets.htmx)" defer></script>
    <script src="\(assets.sse)" defer></script>
    <script src="\(assets.script)" defer></script>
    </head>
    <body>
    <a class="skip" href="#contenu">\(words.shell.skip)</a>
    \(navigation)
    <main id="contenu" tabindex="-1">
    <header class="page-head"><div><h1>\(title)</h1>\(lead.map { "<p class=\"lead\">\($0)</p>" })</div>\
    \(actions.map { "<div class=\"actions\">\($0)</div>" })</header>
    \(content)
    </main>
    </body>
    </html>
    """
  }

  private var navigation: HTML {
    """
    <header class="bar">
    <a class="brand" href="/"><span class="mark" aria-hidden="true"></span>Diligence</a>
    <nav aria-label="\(words.shell.navigation)"><ul>
    \(link("/", words.shell.today, .today))\(link("/contrats", words.shell.contracts, .contract))\
    \(link("/tickets", words.shell.tickets, .ticket))\(link("/registre", words.shell.register, .register))
    </ul></nav>
    <div class="bar-foot">\(when: isDemo, "<p class=\"demo\">\(words.shell.demo)</p>")
    <form method="post" action="/langue"><input type="hidden" name="retour" value="\(path)">\
    <button class="plain" name="langue" value="\(words.other)" lang="\(words.other)">\
    \(words.shell.otherLanguage)</button></form></div>
    </header>
    """
  }

  private func link(_ target: String, _ word: String, _ icon: Icon) -> HTML {
    let isHere = target == "/" ? path == "/" : path.hasPrefix(target)
    return """
      <li><a href="\(target)"\(when: isHere, " aria-current=\"page\"")>\(icon.html)\
      <span>\(word)</span></a></li>
      """
  }
}

/// Addresses of the files that pages load.
struct AssetLinks: Sendable {
  var icon = ""
  var base = ""
  var style = ""
  var htmx = ""
  var sse = ""
  var script = ""
}
