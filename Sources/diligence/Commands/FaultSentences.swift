import Store

extension StoreFault {
  /// What to tell whoever runs a command: what, where, and what to do.
  var sentence: String {
    switch self {
    case .inUse(let path):
      "\(path) : déjà ouverte par un autre processus ; arrêtez-le, ou donnez une autre base."
    case .unwritable(let path, let reason):
      "\(path) : écriture impossible (\(reason)) ; vérifiez que le dossier existe et est à vous."
    case .notADatabase(let path):
      "\(path) : ce n’est pas une base SQLite ; donnez un autre fichier, ou un fichier à créer."
    case .foreign(let location):
      "\(location) : les tables d’une autre application s’y trouvent ; donnez une base vide."
    case .badKey(let path, let reason):
      "\(path) : cette clé du registre ne convient pas (\(reason)) ; remettez la bonne."
    case .badMark(let path, let reason):
      "\(path) : ce témoin du registre ne convient pas (\(reason)) ; remettez le bon."
    case .rolledBack(let signed, let found):
      "Le registre a signé \(signed) inscriptions, la base en contient \(found), ou d’autres : une "
        + "copie ancienne y a été remise. Rien ne s’écrit avant `diligence register declare-loss`."
    case .newerSchema(let migration):
      "La base vient d’une version plus récente (\(migration)) : lancez celle-là."
    case .olderSchema(let location):
      "\(location) : d’une version plus ancienne ; ouvrez-la une fois avec `diligence serve`."
    case .notDurable(let setting, let value):
      "La base pourrait perdre ce qu’elle confirme (\(setting) vaut \(value)) : à corriger."
    case .unreachable(let server, let reason):
      "\(server) : pas de réponse (\(reason)) ; vérifiez que le serveur tourne et l’adresse."
    case .connectionLost(let reason):
      "La connexion à la base est perdue (\(reason)) : rien n’a été enregistré, recommencez."
    case .outcomeUnknown(let reason):
      "La connexion s’est perdue en enregistrant (\(reason)) : vérifiez avant de recommencer."
    case .contention(let reason), .conflict(let reason):
      "D’autres écrivaient en même temps (\(reason)) : rien n’a été enregistré, recommencez."
    case .staleVersion(let table, let id):
      "\(table) \(id) a changé entre-temps : rien n’a été enregistré, relisez."
    case .unstorable(let reason):
      "Une valeur ne peut être gardée (\(reason)) : rien n’a été enregistré."
    case .unreadable(let reason):
      "La base contient ce qui ne se lit pas (\(reason)) : lancez `diligence verify`."
    case .diskFull(let reason):
      "Le disque de la base est plein (\(reason)) : rien n’a été enregistré, faites de la place."
    case .refused(let reason):
      "La base a refusé (\(reason)) : rien n’a été enregistré."
    }
  }
}
