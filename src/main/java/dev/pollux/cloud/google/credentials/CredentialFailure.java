package dev.pollux.cloud.google.credentials;

import com.google.api.client.http.HttpResponseException;
import com.google.auth.Retryable;
import dev.pollux.cloud.CauseWords;
import dev.pollux.cloud.SignIn;
import java.io.IOException;
import java.util.Optional;

/// There is no token, and whose it would be. Says to Google's clients whether asking again may
/// help: where nobody refused it, the issuer was only not reached.
public final class CredentialFailure extends IOException implements Retryable {
  private static final long serialVersionUID = 1L;
  private static final int CLIENT_ERROR = 400;
  private static final int SERVER_ERROR = 500;
  private final transient SignIn by;
  private final boolean retryable;

  private CredentialFailure(String message, Exception cause, SignIn by, boolean retryable) {
    super(message, cause);
    this.by = by;
    this.retryable = retryable;
  }

  /// The file is not there, or is none that Google's library understands.
  static CredentialFailure unreadable(String message, Exception cause, SignIn by) {
    return new CredentialFailure(message, cause, by, false);
  }

  /// A token could not be had.
  public static CredentialFailure noToken(IOException why, SignIn by) {
    CredentialFailure made = new CredentialFailure(CauseWords.of(why), why, by, heals(why));
    return made.answer()
        .map(answer -> String.valueOf(answer.getMessage()))
        .filter(said -> !String.valueOf(why.getMessage()).contains(said))
        .map(said -> new CredentialFailure(made.getMessage() + "\n" + said, why, by, heals(why)))
        .orElse(made);
  }

  private static boolean heals(Throwable why) {
    for (Throwable at = why; at != null; at = at.getCause()) {
      if (at instanceof Retryable known) {
        return known.isRetryable();
      }
      if (at instanceof HttpResponseException answer) {
        return answer.getStatusCode() < CLIENT_ERROR || answer.getStatusCode() >= SERVER_ERROR;
      }
    }
    return true;
  }

  /// The failure of credentials that a client's failure was caused by.
  public static Optional<CredentialFailure> in(Throwable failure) {
    for (Throwable at = failure; at != null; at = at.getCause()) {
      if (at instanceof CredentialFailure found) {
        return Optional.of(found);
      }
    }
    return Optional.empty();
  }

  /// What the issuer answered, if it did.
  public Optional<HttpResponseException> answer() {
    for (Throwable at = getCause(); at != null; at = at.getCause()) {
      if (at instanceof HttpResponseException answer) {
        return Optional.of(answer);
      }
    }
    return Optional.empty();
  }

  public SignIn by() {
    return by;
  }

  @Override
  public boolean isRetryable() {
    return retryable;
  }

  @Override
  public int getRetryCount() {
    return 0;
  }
}
