package dev.pollux.cloud.google.client;

import com.google.api.client.http.HttpResponseException;
import com.google.api.gax.rpc.ApiException;
import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.google.credentials.CredentialFailure;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import javax.net.ssl.SSLException;

/// Calls that got no answer: it came too late, or was lost on its way.
final class UnansweredCalls {
  private UnansweredCalls() {}

  /// Whether nothing came for as long as an answer may take. Google's retry loop takes a read that
  /// took too long for an interrupt, and says no more of it (gax, DirectRetryingExecutor); who
  /// really interrupts a call does not wait for what becomes of it.
  static boolean isLate(Throwable e) {
    for (Throwable at = e; at != null; at = at.getCause()) {
      if (at instanceof InterruptedException || at instanceof InterruptedIOException) {
        return true;
      }
    }
    return false;
  }

  /// What came too late, and after how long that was given up.
  ///
  /// @param waited how long the call took until it failed; zero where that is not known
  static CloudException late(Throwable e, Duration waited) {
    String what = isConnecting(e) ? "no connection" : "no answer";
    String when = waited.isZero() ? " came in time" : " after " + seconds(waited);
    return new CloudException.Unavailable(what + when, "", e);
  }

  private static String seconds(Duration time) {
    long whole = Math.max(1, Math.round(time.toMillis() / 1000.0));
    return whole == 1 ? "a second" : whole + " seconds";
  }

  private static boolean isConnecting(Throwable e) {
    for (Throwable at = e; at != null; at = at.getCause()) {
      if (String.valueOf(at.getMessage()).contains("Connect timed out")) {
        return true;
      }
    }
    return false;
  }

  /// The failure of a call that was to change something: where its answer was lost, that says
  /// nothing of whether it was done.
  static CloudException ofChange(CloudException e) {
    return isLost(e)
        ? new CloudException.Unavailable(
            e.getMessage() + "; whether it was done is not known",
            e.reason(),
            e.getCause(),
            e.delivery())
        : e;
  }

  private static boolean isLost(CloudException e) {
    Throwable cause = e.getCause();
    if (!(e instanceof CloudException.Unavailable) || cause == null || isConnecting(cause)) {
      return false;
    }
    for (Throwable at = cause; at != null; at = at.getCause()) {
      if (at instanceof ConnectException
          || at instanceof UnknownHostException
          || at instanceof SSLException
          || at instanceof HttpResponseException
          || at instanceof CredentialFailure
          || at instanceof ApiException) {
        return false;
      }
    }
    return true;
  }
}
