package dev.pollux.prompt;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The secret of an installation, 256 bits, from which the marks around row data are made. Whoever
/// writes rows may know the prompt, since recipes are shared; without the key they cannot know its
/// mark. The key stays on this machine: it is in no recipe, no request and no journal.
///
/// @param hex 64 hexadecimal digits in lower case, as they are stored
public record MarkKey(String hex) {
  private static final int BYTES = 32;
  private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");
  private static final String HMAC = "HmacSHA256";

  /// @throws IllegalArgumentException when it is not a key; the message does not repeat it
  public MarkKey {
    if (!HEX.matcher(hex).matches()) {
      throw new IllegalArgumentException("not a mark key");
    }
  }

  /// A new key.
  public static MarkKey random() {
    byte[] bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    return new MarkKey(HexFormat.of().formatHex(bytes));
  }

  /// A key as it was stored; empty when the text is none.
  public static Optional<MarkKey> parse(String stored) {
    String text = stored.strip();
    return HEX.matcher(text).matches() ? Optional.of(new MarkKey(text)) : Optional.empty();
  }

  /// HMAC-SHA-256 of a text.
  byte[] sign(String text) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(HexFormat.of().parseHex(hex), HMAC));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HMAC-SHA-256", e);
    }
  }

  /// Without the secret, since records end up in logs.
  @Override
  public String toString() {
    return "MarkKey";
  }
}
