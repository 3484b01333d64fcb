import ArgumentParser
import Store
import Terminal

/// Something that could not be done: one sentence for standard error, exit status 1.
struct Failure: Error, CustomStringConvertible {
  /// The sentence.
  let sentence: String

  init(_ sentence: String) {
    self.sentence = sentence
  }

  var description: String { VisibleText.clean(sentence) }
}

/// Runs something of the store; what it could not do becomes a failure.
func attempt<Result>(_ body: () throws(StoreError) -> Result) throws(Failure) -> Result {
  do {
    return try body()
  } catch {
    throw Failure(error.sentence)
  }
}
