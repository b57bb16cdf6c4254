package dev.pollux.cloud;

import java.util.regex.Pattern;

/// Takes out of a service's text what looks like a secret, wherever it came from: failures are
/// shown, kept, logged and sent to others.
public final class Redaction {
  /// What stands behind a name that secrets have.
  private static final Pattern NAMED =
      Pattern.compile(
          "(?i)((?:refresh_token|access_token|id_token|client_secret|assertion|private_key"
              + "|password|bearer)[\"']?\\s*[:=]?\\s*[\"']?)[^\\s\"'&,;}]+");

  /// Google's own forms of tokens, JSON Web Tokens, keys, and the password of an address.
  private static final Pattern SHAPED =
      Pattern.compile(
          "ya29\\.[\\w.-]+|1//[\\w-]+|eyJ[\\w-]+\\.[\\w.-]+|GOCSPX-[\\w-]+|AIza[\\w-]{20,}"
              + "|-----BEGIN[^-]+PRIVATE KEY-----.*|(?<=//)[^/\\s:@]+:[^/\\s@]+(?=@)");

  private Redaction() {}

  /// The same text, with `…` in the place of each secret.
  public static String of(String text) {
    return SHAPED.matcher(NAMED.matcher(text).replaceAll("$1…")).replaceAll("…");
  }
}
