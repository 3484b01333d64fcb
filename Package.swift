// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .enableUpcomingFeature("InferIsolatedConformances"),
  .enableUpcomingFeature("ImmutableWeakCaptures"),
]

let package = Package(
  name: "synpunkt",
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
  ],
  targets: [
    .target(name: "Domain", swiftSettings: strict),
    .target(name: "Access", dependencies: ["Domain"], swiftSettings: strict),
    .target(
      name: "Store",
      dependencies: [
        "Domain",
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
        .product(name: "Crypto", package: "swift-crypto"),
        "CSQLite", "CStemmer",
      ], swiftSettings: strict),
    .systemLibrary(name: "CSQLite", providers: [.apt(["libsqlite3-dev"])]),
    .systemLibrary(name: "CStemmer", providers: [.apt(["libstemmer-dev"])]),
    .systemLibrary(
      name: "LibGMime", pkgConfig: "gmime-3.0", providers: [.apt(["libgmime-3.0-dev"])]),
    .systemLibrary(
      name: "LibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .target(name: "CGMime", dependencies: ["LibGMime"]),
    .target(name: "CXML", dependencies: ["LibXML2"]),
    .target(name: "Intake", dependencies: ["Domain", "CGMime", "CXML"], swiftSettings: strict),
    .target(
      name: "Resources", path: "Resources",
      exclude: [
        "demo", "handbook", "letters", "man", "organisation", "packaging", "pictures",
        "routines", "setup",
      ],
      sources: ["embedded.c"], publicHeadersPath: "include"),
    .target(
      name: "Configuration",
      dependencies: [
        "Domain", "Resources", .product(name: "Yams", package: "Yams"),
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      swiftSettings: strict),
    .target(
      name: "Letters",
      dependencies: ["Domain", .product(name: "Mustache", package: "swift-mustache")],
      swiftSettings: strict),
    .target(
      name: "CTerm",
      linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]),
    .target(name: "Terminal", dependencies: ["CTerm"], swiftSettings: strict),
    .target(name: "Interface", dependencies: ["Domain", "Terminal"], swiftSettings: strict),
    .target(name: "CProcess"),
    .target(name: "Host", dependencies: ["Domain", "Store"], swiftSettings: strict),
    .executableTarget(
      name: "synpunkt",
      dependencies: [
        "Access", "CProcess", "Configuration", "Domain", "Host", "Intake", "Interface", "Letters",
        "Store", "Terminal",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], swiftSettings: strict),
    .executableTarget(
      name: "benchmark",
      dependencies: [
        "CSQLite", "Configuration", "Domain", "Store",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], swiftSettings: strict),
    .testTarget(
      name: "DomainTests", dependencies: ["Domain"], exclude: ["Fixtures"], swiftSettings: strict),
    .testTarget(
      name: "AccessTests", dependencies: ["Access", "Domain"], swiftSettings: strict),
    .testTarget(name: "TerminalTests", dependencies: ["Terminal"], swiftSettings: strict),
    .testTarget(
      name: "ConfigurationTests",
      dependencies: ["Configuration", "Domain", .product(name: "Yams", package: "Yams")],
      swiftSettings: strict),
    .testTarget(
      name: "LettersTests", dependencies: ["Configuration", "Domain", "Letters"],
      swiftSettings: strict),
    .testTarget(
      name: "StoreTests",
      dependencies: ["Domain", "Store", .product(name: "GRDB", package: "GRDB.swift")],
      exclude: ["Fixtures"], swiftSettings: strict),
    .testTarget(name: "HostTests", dependencies: ["Domain", "Host"], swiftSettings: strict),
    .testTarget(
      name: "IntakeTests", dependencies: ["Domain", "Intake"], exclude: ["Generator"],
      swiftSettings: strict),
    .testTarget(
      name: "InterfaceTests", dependencies: ["Domain", "Interface", "Terminal"],
      exclude: ["Snapshots"], swiftSettings: strict),
    .testTarget(
      name: "EndToEndTests", dependencies: ["Access", "synpunkt"],
      exclude: ["Access/host.sh", "Ledger/line.sh", "Ledger/clock.c"], swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c2x
)
