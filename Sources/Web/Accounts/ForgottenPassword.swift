import HTTPTypes
import Hummingbird
import Logging
import Maintenance
import Operations

/// Where somebody who forgot the password has a link written to their address.
struct ForgottenPassword {
  let site: Website

  func add(to router: Router<WebContext>) {
    router.get("/connexion/oubli", use: page)
    router.post("/connexion/oubli", use: write)
  }

  private func page(_ request: Request, _ context: WebContext) async throws -> Response {
    guard site.operations.mailbox != nil else { throw HTTPError(.notFound) }
    return site.frame(request).forgottenPage(
      isSent: request.uri.queryParameters["envoye"] != nil
    ).response()
  }

  /// Answers the same, as fast, whether the address has an account or not.
  private func write(_ request: Request, _ context: WebContext) async throws -> Response {
    guard site.operations.mailbox != nil else { throw HTTPError(.notFound) }
    let form = try await Form(request, context)
    let email = (form["courriel"] ?? "").lowercased()
    guard MailAddress.isSound(email) else {
      return site.frame(request).forgottenPage(email: email, .badEmail)
        .response(.unprocessableContent)
    }
    let sender = site.sender(of: request, context)
    guard site.attempts.mayTry("lien \(email)", from: sender, at: site.now()) else {
      return site.frame(request).forgottenPage(email: email, .tooManyAttempts)
        .response(.tooManyRequests)
    }
    let (operations, side) = (site.operations, site.side(of: request))
    Task {
      do {
        try await operations.writeAccessLink(to: email, side: side)
      } catch {
        context.logger.error("no link written", metadata: ["error": "\(error)"])
      }
    }
    let place: Path = "/connexion/oubli"
    return .see(place.asking("envoye", "1"))
  }
}

extension Frame {
  func forgottenPage(
    isSent: Bool = false, email: String = "", _ refusal: AccountRefusal? = nil
  ) -> HTML {
    let accounts = words.accounts
    return shell.page(
      title: accounts.forgotten, lead: "\(accounts.forgottenLead)",
      """
      \(refusal.map { notice(.bad, accounts.refusals[$0] ?? $0.rawValue) })
      \(when: isSent, notice(.good, accounts.linkSent))
      <form class="panel sheet" method="post" action="/connexion/oubli">
      \(field(accounts.email, id: "courriel", """
        <input type="email" name="courriel" id="courriel" autocomplete="username" maxlength="254" \
        value="\(email)" required>
        """))
      <button class="primary" type="submit">\(accounts.sendLink)</button></form>
      <p class="elsewhere"><a href="/connexion">\(accounts.signIn)</a></p>
      """)
  }
}
