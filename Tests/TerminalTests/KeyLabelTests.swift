import Terminal
import Testing

@Suite("Key labels")
struct KeyLabelTests {
  @Test(
    "Every key has its Swedish name",
    arguments: [
      (Key.character("b"), "b"), (.character(" "), "Mellanslag"), (.enter, "Enter"),
      (.escape, "Esc"), (.backspace, "Backsteg"), (.pageUp, "PgUp"), (.function(1), "F1"),
      (.control("s"), "Ctrl-S"), (.control("å"), "Ctrl-Å"), (.alt("x"), "Alt-x"), (.up, "↑"),
      (.backTab, "Skift-Tab"), (.wordLeft, "Ctrl-←"), (.documentEnd, "Ctrl-End"),
    ])
  func label(key: Key, label: String) {
    #expect(key.label == label)
  }
}
