package dev.pollux.app.child;

import java.security.SecureRandom;
import java.util.HexFormat;

/// Where a sandbox serves and what callers must show there. One that takes the place of another
/// serves at the same place, so that who was connected still is.
///
/// @param restPort 0 for any
/// @param grpcPort 0 for any
record SandboxPlace(int restPort, int grpcPort, String token) {
  private static final int TOKEN_BYTES = 24;

  /// Any ports, and a token that nobody knows.
  static SandboxPlace fresh() {
    byte[] random = new byte[TOKEN_BYTES];
    new SecureRandom().nextBytes(random);
    return new SandboxPlace(0, 0, HexFormat.of().formatHex(random));
  }

  /// The token is not for logs.
  @Override
  public String toString() {
    return "SandboxPlace[" + restPort + ", " + grpcPort + "]";
  }
}
