import ArgumentParser

/// The program: one subcommand per file.
@main
struct HearsayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hearsay", abstract: "A knowledge graph of who did what, and who says so.",
    subcommands: [BuildCommand.self, ExtractCommand.self, ExportCommand.self, PipeCommand.self])
}
