import Domain
import Testing

@Suite("References")
struct ReferenceTests {
  @Test(
    "Every form that people write is read",
    arguments: [
      "SYN-2026-00042", "syn-2026-00042", "Syn-2026-42", "SYN-26-42", "syn-26-42", "2026-42",
      "2026-00042", "26-42", "26-00042", "26-042", " 26-42", "SYN-2026-00042\n", "\u{A0}26-42 ",
    ])
  func read(text: String) {
    #expect(Reference(text) == Reference(year: 2026, serial: 42))
  }

  @Test(
    "Garbage is refused",
    arguments: [
      "", " ", "-", "42", "SYN", "SYN-", "SYN-2026", "SYN-2026-", "SYN--42", "26-", "-42", "26-0",
      "26-00000", "26--42", "26-4-2", "026-42", "6-42", "20260-42", "1999-42", "2100-42", "26-4a",
      "26-+4", "26- 42", "26 42", "SYN-SYN-26-42", "SYN26-42", "26-1234567890", "２６-42", "26-٤٢",
      "26_42", "ABC-26-42", "26-42; DROP", "99999999999999999999-1",
    ])
  func garbage(text: String) {
    #expect(Reference(text) == nil)
  }

  @Test(
    "The full number has at least five digits and the short one as many as it needs",
    arguments: [
      (2026, 1, "SYN-2026-00001", "26-1"), (2026, 42, "SYN-2026-00042", "26-42"),
      (2005, 99_999, "SYN-2005-99999", "05-99999"), (2030, 123_456, "SYN-2030-123456", "30-123456"),
    ])
  func written(year: Int, serial: Int, full: String, short: String) {
    let reference = Reference(year: year, serial: serial)
    #expect(reference.full == full)
    #expect(reference.short == short)
    #expect(Reference(full) == reference)
    #expect(Reference(short) == reference)
  }

  @Test("Numbers are sorted as numbers, year first")
  func sorted() {
    let texts = ["26-2", "26-10", "25-99999", "26-100000", "26-99999"]
    let sorted = texts.compactMap(Reference.init).sorted().map(\.short)
    #expect(sorted == ["25-99999", "26-2", "26-10", "26-99999", "26-100000"])
  }
}
