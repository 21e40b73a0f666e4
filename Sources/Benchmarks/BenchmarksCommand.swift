import ArgumentParser

/// What is measured and tried out over the engine: for those who work on it.
@main
struct BenchmarksCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "Benchmarks", abstract: "Queries against plain loops, at growing sizes, and against second opinions.",
    subcommands: [QueryTimes.self, Growth.self, Differential.self], defaultSubcommand: QueryTimes.self)
}
