// swift-tools-version: 6.2
import PackageDescription

/// Every target is built in Swift 6 mode, and says what it imports: `make build` passes
/// `--explicit-target-dependency-import-check error`, since SwiftPM alone accepts undeclared imports.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
]

let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")

func library(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(name: "\(name)Tests", dependencies: dependencies, swiftSettings: strict)
}

let package = Package(
  name: "hearsay",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "Hearsay", targets: ["Hearsay"]),
    .executable(name: "hearsay", targets: ["HearsayCLI"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
  ],
  targets: [
    // What both roads meet in.
    library("SourceText"),
    library("GraphCore", ["SourceText", "CKernels"]),

    // query → rows
    library("QueryLanguage", ["SourceText"]),
    library("QueryPlanner", ["QueryLanguage", "GraphCore", "SourceText"]),
    library("QueryExecutor", ["QueryPlanner", "QueryLanguage", "GraphCore", "SourceText"]),

    // report → graph
    library("Documents", ["SourceText", "CLibXML2"]),
    library("TextAnalysis", ["SourceText", "CEmbeddedFiles", "CKernels"]),
    library("Extraction", ["TextAnalysis", "GraphCore", "SourceText", "CEmbeddedFiles", "CLibMD"]),

    // the case, on disk and in other tools' formats
    library("Store", ["GraphCore", "SourceText", grdb]),
    library("Interchange", ["GraphCore", "SourceText", "CLibXML2"]),

    // the product
    library(
      "Hearsay",
      [
        "SourceText", "GraphCore", "QueryLanguage", "QueryPlanner", "QueryExecutor", "Store", "Documents",
        "TextAnalysis", "Extraction", "Interchange", "CEmbeddedFiles",
      ]),
    library("QueryTesting", ["Hearsay", "SourceText"]),
    library("QueryReference", ["QueryPlanner", "QueryLanguage", "SourceText"]),
    library("Terminal", ["SourceText"]),
    .executableTarget(
      name: "HearsayCLI",
      dependencies: ["Hearsay", "QueryTesting", "QueryReference", "Terminal", "SourceText", argumentParser],
      swiftSettings: strict),

    // tools, not products
    .executableTarget(
      name: "ModelTraining", dependencies: ["TextAnalysis", "SourceText", "SeededRandom", argumentParser],
      swiftSettings: strict),
    library(
      "QueryFuzzing", ["QueryExecutor", "QueryPlanner", "QueryLanguage", "GraphCore", "SourceText", "SeededRandom"]),
    .executableTarget(
      name: "Benchmarks", dependencies: ["Hearsay", "QueryFuzzing", "SeededRandom", argumentParser],
      swiftSettings: strict),
    library("SeededRandom"),

    // C: a module map each, the files that the binary carries, and loops for wide vectors
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),
    .systemLibrary(name: "CLibMD", pkgConfig: "libmd", providers: [.apt(["libmd-dev"]), .brew(["libmd"])]),
    .target(name: "CEmbeddedFiles", exclude: ["lexicons", "case", "model"]),
    .target(name: "CKernels"),

    tests("SourceText", ["SourceText"]),
    tests("GraphCore", ["GraphCore", "SourceText", "SeededRandom"]),
    tests("QueryLanguage", ["QueryLanguage", "SourceText", "SeededRandom"]),
    tests("QueryPlanner", ["QueryPlanner", "QueryLanguage", "GraphCore"]),
    tests(
      "QueryExecutor",
      ["QueryExecutor", "QueryFuzzing", "QueryPlanner", "QueryLanguage", "GraphCore", "SourceText", "SeededRandom"]),
    tests("Documents", ["Documents", "SourceText"]),
    tests("TextAnalysis", ["TextAnalysis", "SourceText"]),
    tests("Extraction", ["Extraction", "TextAnalysis", "GraphCore", "SourceText", "SeededRandom"]),
    tests("Store", ["Store", "GraphCore", "SourceText", grdb]),
    tests("Interchange", ["Interchange", "GraphCore"]),
    tests("Hearsay", ["Hearsay"]),
    tests("QueryTesting", ["QueryTesting", "Hearsay"]),
    tests("QueryReference", ["QueryReference", "QueryTesting", "Hearsay", "SourceText"]),
    tests("ModelTraining", ["ModelTraining"]),
    tests("Terminal", ["Terminal"]),
    tests("HearsayCLI", ["Hearsay"]),
  ]
)
