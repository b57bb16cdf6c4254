package dev.pollux.cloud;

import java.time.Instant;
import java.util.Optional;

/// Who is signed in, and whether that still holds.
public interface Identity {
  /// Read from the credentials alone; asks nobody.
  ///
  /// @throws CloudException.NotSignedIn when there are none
  SignIn signIn() throws CloudException;

  /// When their file was written last, as far as that is known; reads the disk only. Another answer
  /// than before means that they may hold again.
  Optional<Instant> written();

  /// Takes a token if there is none that holds.
  Token token() throws CloudException;

  /// The project that a person's own calls count against; empty where the service takes the
  /// caller's.
  Optional<String> quotaProject() throws CloudException;

  /// The time by the service's clock, to a second.
  Instant serverTime() throws CloudException;

  /// What is said of a token; not the token.
  ///
  /// @param who the account that the token is of, as its issuer says; empty where it does not
  /// @param until when it ends; empty where it never does
  record Token(String who, Optional<Instant> until) {}
}
