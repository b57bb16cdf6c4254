package dev.pollux.testing;

import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.Identity;
import dev.pollux.cloud.SignIn;
import java.time.Instant;
import java.util.Optional;

/// Signed in, as the test says.
public final class FakeSignIn implements Identity {
  public SignIn who = new SignIn(SignIn.Kind.USER, "ana@acme.example", "/adc.json");
  public Token token = new Token("ana@acme.example", Optional.empty());
  public Optional<String> quotaProject = Optional.empty();
  public Instant serverTime = Instant.parse("2026-11-26T12:00:00Z");

  /// Why there is no token.
  public Optional<CloudException> failure = Optional.empty();

  @Override
  public SignIn signIn() {
    return who;
  }

  /// When the file of the credentials was written last.
  public Optional<Instant> written = Optional.of(Instant.EPOCH);

  @Override
  public Optional<Instant> written() {
    return written;
  }

  @Override
  public Token token() throws CloudException {
    if (failure.isPresent()) {
      throw failure.get();
    }
    return token;
  }

  @Override
  public Optional<String> quotaProject() {
    return quotaProject;
  }

  @Override
  public Instant serverTime() {
    return serverTime;
  }
}
