import Testing

/// The front on a real terminal; one test at a time, because each has a terminal of its own and a
/// machine with two processors to share.
@Suite(.serialized, .needs(.tmux)) enum FrontSuite {}
