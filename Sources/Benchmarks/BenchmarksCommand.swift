import ArgumentParser

/// What is measured and tried out over the engine: for those who work on it.
@main
struct BenchmarksCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "Benchmarks", abstract: "Queries against plain loops, and against second opinions.",
    subcommands: [QueryTimes.self, Differential.self], defaultSubcommand: QueryTimes.self)
}
