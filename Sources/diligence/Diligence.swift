import ArgumentParser

/// The one command of the product.
@main
struct Diligence: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diligence",
    abstract: "Le contrat de maintenance informatique, rédigé, tenu, prouvé et facturé.",
    discussion: "Drafts, runs, proves and bills French IT maintenance contracts.",
    version: "0.1.0",
    subcommands: [
      AccountCommand.self, AmendCommand.self, BackupCommand.self, CheckCommand.self,
      ClockCommand.self,
      CoverageCommand.self, DiffCommand.self, DutiesCommand.self, EraseCommand.self,
      EvidenceCommand.self, FormatCommand.self, LevelsCommand.self, MailCommand.self,
      MoveCommand.self,
      PersonalDataCommand.self, RatesCommand.self, RegisterCommand.self,
      RenderCommand.self, RestoreCommand.self, SchemaCommand.self, ServeCommand.self,
      VerifyCommand.self,
    ])
}
