import Foundation

/// Waits until something holds, and no longer than that.
///
/// - Parameters:
///   - seconds: After how long to give up.
///   - holds: What is asked again and again.
/// - Returns: Whether it came to hold.
func eventually(within seconds: Double = 20, _ holds: () throws -> Bool) rethrows -> Bool {
  let end = Date(timeIntervalSinceNow: seconds)
  while try !holds() {
    guard Date() < end else { return false }
    usleep(20_000)
  }
  return true
}
