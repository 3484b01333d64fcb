internal import Resources

/// The files that are built into the program, by their path below `Resources/`.
public enum EmbeddedFile {
  /// The bytes of a file, "letters/svar-kort.mustache"; nil when there is no such file.
  public static func bytes(_ name: String) -> [UInt8]? {
    for index in 0..<resource_count() where self.name(at: index) == name {
      guard let start = resource_bytes(index) else { return nil }
      return Array(UnsafeBufferPointer(start: start, count: resource_length(index)))
    }
    return nil
  }

  /// The names of all files whose path begins like this, "letters/", in alphabetical order.
  public static func names(under folder: String) -> [String] {
    (0..<resource_count()).compactMap { name(at: $0) }.filter { $0.hasPrefix(folder) }.sorted()
  }

  private static func name(at index: Int) -> String? {
    resource_name(index).map { String(cString: $0) }
  }
}
