// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .treatAllWarnings(as: .error),
]

let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let cryptoExtras = Target.Dependency.product(name: "CryptoExtras", package: "swift-crypto")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let subprocess = Target.Dependency.product(name: "Subprocess", package: "swift-subprocess")
let system = Target.Dependency.product(name: "SystemPackage", package: "swift-system")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let sqlite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let lifecycle = Target.Dependency.product(
  name: "ServiceLifecycle", package: "swift-service-lifecycle")
let nio = Target.Dependency.product(name: "NIOCore", package: "swift-nio")
let httpTypes = Target.Dependency.product(name: "HTTPTypes", package: "swift-http-types")
let arguments = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")

/// A target of ours with its tests beside it; `reach` names everything it may import.
func layer(_ name: String, reach: [Target.Dependency], resources: [Resource] = []) -> Target {
  .target(name: name, dependencies: reach, resources: resources, swiftSettings: settings)
}

func tests(_ name: String, reach: [Target.Dependency], exclude: [String] = []) -> Target {
  .testTarget(
    name: name, dependencies: reach, exclude: exclude, swiftSettings: settings)
}

let package = Package(
  name: "diligence",
  products: [
    .executable(name: "diligence", targets: ["diligence"]),
    .executable(name: "diligence-bench", targets: ["Bench"]),
  ],
  dependencies: [
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: []),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
  ],
  targets: [
    layer("Register", reach: [crypto]),
    layer("Maintenance", reach: []),
    layer(
      "ContractSource", reach: ["Maintenance", yams],
      // In the program itself: a check must not depend on where it is run.
      resources: [
        "interet-legal.csv", "refinancement-bce.csv", "syntec-revisee.csv", "syntec-ancienne.csv",
        "tva.csv",
      ].map { .embedInCode("Rates/\($0)") } + [.embedInCode("Schema/cles.fr.txt")]),
    layer("Documents", reach: ["Maintenance", subprocess, system]),
    .systemLibrary(name: "CPostgres", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
    layer("Store", reach: ["Maintenance", "Register", "CPostgres", grdb, sqlite]),
    layer(
      "Operations",
      reach: ["Maintenance", "ContractSource", "Documents", "Store", crypto, cryptoExtras],
      resources: ["LISEZMOI.txt", "verifier.py"].map { .embedInCode("Evidence/\($0)") }),
    layer(
      "Web",
      reach: [
        "Operations", "Store", "Maintenance", "ContractSource", "Documents", hummingbird,
        httpTypes, lifecycle, logging, nio,
      ],
      // In the program itself: styles and scripts are those of the pages it was built with.
      resources: [
        "tokens.css", "layout.css", "components.css", "trade.css", "list.css", "workshop.css",
        "legal.css", "print.css",
        "app.js", "workshop.js", "icon.svg", "forfait-par-poste.yaml", "carnet-heures.yaml",
        "critique-24-7.yaml",
      ].map { .embedInCode("Assets/\($0)") }),
    .executableTarget(
      name: "diligence",
      dependencies: [
        "Register", "Maintenance", "ContractSource", "Documents", "Store", "Operations", "Web",
        arguments, hummingbird, logging, lifecycle, subprocess, system,
      ],
      swiftSettings: settings),
    // Measures the product; no part of it.
    .executableTarget(
      name: "Bench",
      dependencies: [
        "Register", "Maintenance", "ContractSource", "Documents", "Store", "Operations", "Web",
        grdb,
        hummingbird, logging, yams,
      ],
      swiftSettings: settings),
    layer(
      "TestSupport",
      reach: ["Maintenance", "ContractSource", "Store", "Operations", "CPostgres"]),
    tests(
      "ContractSourceTests", reach: ["ContractSource", "Maintenance", "TestSupport"],
      exclude: ["Bases", "Cases", "Golden"]),
    tests("MaintenanceTests", reach: ["Maintenance", "TestSupport"]),
    tests(
      "OperationsTests",
      reach: [
        "Operations", "ContractSource", "Documents", "Store", "Maintenance", "TestSupport",
      ],
      exclude: ["Evidence/altered.py", "Evidence/changes.py", "Signatures/renamed.py"]),
    tests("RegisterTests", reach: ["Register"]),
    tests(
      "WebTests",
      reach: [
        "Web", "Operations", "Store", "Documents", "ContractSource", "Maintenance", "TestSupport",
        hummingbird, httpTypes, logging, nio,
      ]),
    tests("DocumentsTests", reach: ["Documents", "Maintenance", subprocess, system]),
    tests("CommandTests", reach: ["diligence", "Maintenance", "TestSupport"]),
    tests("TidyTests", reach: []),
    tests("StoreTests", reach: ["Store", "Maintenance", "Register", "TestSupport", grdb]),
  ]
)
