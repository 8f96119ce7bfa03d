/// Words of the restorations of the register's backups.
struct BackupWords: Sendable {
  var title: String
  var hint: String
  var unwatched: String
  var none: String
  /// Before the instant at which a restoration was last shown to work.
  var lastRestored: String
  var copyOf: String
  var restored: @Sendable (_ entries: String, _ segments: String, _ entryCount: Int) -> String
  var failed: @Sendable (String) -> String
  var differs: @Sendable (String) -> String
  var foreign: String
  var late: @Sendable (String) -> String
  var lateHint: String
}

extension BackupWords {
  static let french = BackupWords(
    title: "Sauvegardes éprouvées",
    hint: """
      Le service écrit ses sauvegardes sans pouvoir les lire\u{A0}: qui en a la clé les restaure \
      ailleurs, à blanc, et signe ce qu’il en est.
      """,
    unwatched: """
      Ce service ne fait pas de sauvegardes\u{A0}: ses options --backup-folder et \
      --backup-recipient les demandent.
      """,
    none: "Aucune restauration éprouvée encore.",
    lastRestored: "Dernière restauration éprouvée", copyOf: "Copie du",
    restored: { entries, segments, count in
      let what = count == 1 ? "inscription restaurée" : "inscriptions restaurées"
      let parts = segments == "1" ? "segment" : "segments"
      return "\(entries) \(what) de \(segments) \(parts), toutes vérifiées"
    },
    failed: { "La dernière restauration d’essai a échoué (\($0))." },
    differs: { "La base restaurée ne concorde pas\u{A0}: différences\u{A0}: \($0)." },
    foreign: "Ce qui a été restauré n’est pas ce que ce registre contenait à cette taille.",
    late: { "Aucune restauration n’a montré ce qui est inscrit depuis le \($0)." },
    lateHint: """
      Plus de huit jours\u{A0}: une sauvegarde qui n’a pas été restaurée n’est qu’un espoir. \
      Lancez diligence backup check là où est sa clé.
      """)

  static let english = BackupWords(
    title: "Restored backups",
    hint: """
      The service writes backups that it cannot read: whoever has their key restores them \
      elsewhere, to try them, and signs what came of it.
      """,
    unwatched: """
      This service makes no backups: its options --backup-folder and --backup-recipient ask for \
      them.
      """,
    none: "No backup was restored yet.", lastRestored: "Last restored", copyOf: "Copy of",
    restored: { entries, segments, count in
      "\(entries) \(count == 1 ? "entry" : "entries") restored from \(segments) "
        + "\(segments == "1" ? "segment" : "segments"), all verified"
    },
    failed: { "The last restoration that was tried failed (\($0))." },
    differs: { "The restored database does not agree: \($0) differences." },
    foreign: "What was restored is not what this register held at that size.",
    late: { "No restoration has shown what is recorded since \($0)." },
    lateHint: """
      More than eight days: a backup that was never restored is a hope. Run diligence backup check \
      where its key is.
      """)
}
