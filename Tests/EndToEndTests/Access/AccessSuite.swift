import Testing

/// The two ways in over ssh, on a real sshd with real keys; one at a time on the one host.
@Suite(.serialized, .needs(.sshd)) enum AccessSuite {}
