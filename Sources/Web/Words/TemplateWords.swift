import Maintenance

/// Words of the templates of answers, and of being called upon.
struct TemplateWords: Sendable {
  var title: String
  var lead: @Sendable (Int) -> String
  var name: String
  var text: String
  var hint: @Sendable (_ placeholders: String) -> String
  var add: String
  var save: String
  var remove: String
  var choose: String
  var insert: String
  var inserted: String
  var refusals: @Sendable (AnswerTemplateRefusal) -> String
  var mentions: String
  var mentioned: @Sendable (_ author: String, _ when: String) -> String
  var mentionHint: String
}

extension TemplateWords {
  static let french = TemplateWords(
    title: "Modèles de réponse",
    lead: { count in
      count == 0
        ? "Aucun modèle encore\u{A0}: écrivez une fois ce que vous répondez souvent."
        : count == 1 ? "Un modèle." : "\(count) modèles."
    },
    name: "Nom", text: "Texte",
    hint: { "Se remplissent d’eux-mêmes\u{A0}: \($0)." }, add: "Ajouter un modèle",
    save: "Enregistrer", remove: "Supprimer", choose: "Modèle", insert: "Insérer",
    inserted: "Le modèle est inséré\u{A0}: relisez-le, puis envoyez.",
    refusals: { refusal in
      switch refusal {
      case .titleOutOfBounds: "Donnez un nom, de 120 caractères au plus."
      case .textOutOfBounds: "Donnez un texte, de 10\u{202F}000 caractères au plus."
      case .unknownPlaceholder(let name): "{\(name)} n’est pas un champ connu."
      case .tooMany: "Il y a déjà deux cents modèles."
      }
    },
    mentions: "On vous a nommé", mentioned: { "\($0), \($1)" },
    mentionHint: "Le client ne la voit jamais. @Prénom ou @Prénom Nom prévient un collègue.")

  static let english = TemplateWords(
    title: "Templates of answers",
    lead: { count in
      count == 0
        ? "No template yet: write once what you often answer."
        : count == 1 ? "One template." : "\(count) templates."
    },
    name: "Name", text: "Text", hint: { "Filled in by themselves: \($0)." },
    add: "Add a template", save: "Save", remove: "Remove", choose: "Template", insert: "Insert",
    inserted: "The template is inserted: read it, then send.",
    refusals: { refusal in
      switch refusal {
      case .titleOutOfBounds: "Give a name, of 120 characters at most."
      case .textOutOfBounds: "Give a text, of 10,000 characters at most."
      case .unknownPlaceholder(let name): "{\(name)} is no known field."
      case .tooMany: "There are two hundred templates already."
      }
    },
    mentions: "You were called upon", mentioned: { "\($0), \($1)" },
    mentionHint: "The client never sees it. @First or @First Last tells a colleague.")
}
