package dev.pollux.cloud.google.client;

import com.google.api.client.util.Data;
import dev.pollux.cloud.CloudException;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Follows the tokens of pages to the last one, which names no other.
public final class Pages {
  private Pages() {}

  /// Reads one page.
  public interface Page {
    /// @param token of the page; empty for the first
    /// @return the token of the next; empty or NULL behind the last
    @Nullable String read(String token) throws CloudException;
  }

  /// @throws CloudException.Broken when a page names one that was read: this would never end
  public static void read(Page page) throws CloudException {
    Set<String> before = new HashSet<>();
    String token = "";
    do {
      String next = page.read(token);
      token = next == null ? "" : next;
      if (!token.isEmpty() && !before.add(token)) {
        throw GoogleErrors.wrongAnswer("the page " + token + " comes again", null);
      }
    } while (!token.isEmpty());
  }

  /// The answer of one of Google's clients, which makes an object also of no answer.
  public static <T> T given(@Nullable T answer) throws CloudException {
    if (answer == null || Data.isNull(answer)) {
      throw GoogleErrors.wrongAnswer("nothing", null);
    }
    return answer;
  }
}
