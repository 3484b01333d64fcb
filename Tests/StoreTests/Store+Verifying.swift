import Store

extension Store {
  /// Checks the record, as `synpunkt verify` does.
  func verify() throws -> [Fault] { try Store.verify(at: path) }
}
