import Domain
import Intake
import Store

extension Import {
  /// Files that have been read, to be taken in together: the disk is waited for once.
  struct Batch {
    private var files: [(name: String, content: Swift.Result<Incoming, Failure>)] = []
    private var size = 0

    /// Whether it is large enough; what others write waits no longer than for this much.
    var isFull: Bool { files.count == 32 || size > 4_000_000 }

    /// Reads a file; one that cannot be taken for a synpunkt or a message is remembered as refused.
    mutating func read(_ file: String, today: CivilDay) {
      do throws(Failure) {
        let bytes = try Files.read(file, limit: Matter.largestFile)
        size += bytes.count
        files.append((file, .success(try Self.incoming(bytes, today: today))))
      } catch {
        files.append((file, .failure(error)))
      }
    }

    private static func incoming(_ bytes: [UInt8], today: CivilDay) throws(Failure) -> Incoming {
      do {
        return try FileReader.read(bytes, today: today)
      } catch {
        throw Failure(error.sentence)
      }
    }

    /// Takes all of it in.
    ///
    /// - Returns: What became of each file, in order.
    func takeIn(_ session: Session) -> [Result] {
      let several = files.compactMap { if case .success(let one) = $0.content { one } else { nil } }
      var taken: [Swift.Result<TakenIn, StoreError>] = []
      do {
        if !several.isEmpty {
          taken = try session.store.takeIn(several, asking: session.asking, rules: session.rules)
        }
      } catch {
        // One of them may be to blame for all: each by itself.
        if files.count > 1 { return files.flatMap { Batch(files: [$0]).takeIn(session) } }
        taken = [.failure(error)]
      }
      var rest = taken[...]
      return files.map { file in
        switch file.content {
        case .success: Result(file: file.name, rest.removeFirst())
        case .failure(let failure):
          Result(file: file.name, kind: .refused, reason: failure.sentence)
        }
      }
    }
  }
}

extension Import.Result {
  /// What became of a file that could be read.
  init(file: String, _ taken: Swift.Result<TakenIn, StoreError>) {
    switch taken {
    case .success(.registered(let reference, let notice)):
      self.init(file: file, kind: .registered, reference: reference, reason: notice)
    case .success(.duplicate(let reference)):
      self.init(file: file, kind: .duplicate, reference: reference)
    case .success(.added(let reference)):
      self.init(file: file, kind: .added, reference: reference)
    case .success(.setAside(let reason)):
      self.init(file: file, kind: .setAside, reason: reason)
    case .failure(let error):
      self.init(file: file, kind: .refused, reason: error.sentence)
    }
  }
}
