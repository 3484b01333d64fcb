import Access
import Glibc

/// Reading and writing whole files by descriptor.
enum Files {
  /// Reads a file that somebody names, or standard input when the path is `-`.
  ///
  /// In a shared session nobody names a file: what the service account reads is not the caller's.
  ///
  /// - Parameters:
  ///   - path: The file; only regular files, pipes and standard input are read.
  ///   - limit: The most bytes.
  ///   - words: Those of a failure; English for who administers.
  /// - Returns: The bytes.
  /// - Throws: `Failure` when it cannot be read or is larger.
  static func read(
    _ path: String, limit: Int, words: FileWords = .swedish
  ) throws(Failure) -> [UInt8] {
    if path == "-" {
      return try read(descriptor: STDIN_FILENO, name: "standard in", limit: limit, words: words)
    }
    guard !CallingProcess.caller.isShared else {
      throw Failure("Filer tas emot på standard in: skriv - i stället för filens namn.")
    }
    return try readOwn(path, limit: limit, words: words)
  }

  /// Reads a file that belongs to the program itself, such as a letter template of the site.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - name: What a failure calls it; nil for its path.
  ///   - limit: The most bytes.
  ///   - words: Those of a failure.
  /// - Returns: The bytes.
  /// - Throws: `Failure` when it cannot be read or is larger.
  static func readOwn(
    _ path: String, called name: String? = nil, limit: Int, words: FileWords = .swedish
  ) throws(Failure) -> [UInt8] {
    let name = name ?? path
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw words.unreadable(name, errno) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      throw words.unreadable(name, errno)
    }
    let kind = status.st_mode & S_IFMT
    guard kind == S_IFREG || kind == S_IFIFO else {
      throw words.notOrdinary(name)
    }
    if kind == S_IFREG, status.st_size > limit { throw words.tooLarge(name, limit) }
    if kind == S_IFIFO {
      _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) & ~O_NONBLOCK)
    }
    return try read(descriptor: descriptor, name: name, limit: limit, words: words)
  }

  private static func read(
    descriptor: Int32, name: String, limit: Int, words: FileWords
  ) throws(Failure) -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = Glibc.read(descriptor, &chunk, chunk.count)
      if count == 0 { return bytes }
      if count < 0 {
        if errno == EINTR { continue }
        throw words.unreadable(name, errno)
      }
      bytes += chunk[..<count]
      if bytes.count > limit { throw words.tooLarge(name, limit) }
    }
  }

  /// Reads a text from standard input, as UTF-8 with LF line ends.
  ///
  /// - Throws: `Failure` when it is not UTF-8, holds a NUL byte or is too large.
  static func textFromStandardInput(limit: Int = 4_000_000) throws(Failure) -> String {
    if isatty(STDIN_FILENO) == 1 {
      note("Skriv texten och avsluta med Ctrl-D på en tom rad.")
    }
    let bytes = try read("-", limit: limit)
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Failure("Texten är inte UTF-8. Ställ om teckenkodningen och försök igen.")
    }
    guard !bytes.contains(0) else {
      throw Failure("Texten innehåller NUL-tecken och togs inte emot.")
    }
    var plain = text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
    // The line end that closes the last line is no part of what was written.
    if plain.last == "\n" { plain.removeLast() }
    return plain
  }

  /// Writes all bytes to standard output.
  ///
  /// - Throws: `Failure` when the output is closed or full.
  static func write(_ bytes: [UInt8]) throws(Failure) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
      if count < 0 {
        if errno == EINTR { continue }
        throw FileWords.unwritable(errno)
      }
      rest = rest.dropFirst(count)
    }
  }

  /// Writes a line to standard error.
  static func note(_ line: String) {
    let bytes = Array((line + "\n").utf8)
    _ = bytes.withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }
}
