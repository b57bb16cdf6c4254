package dev.pollux.text;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;

/// Every word shown. A key is `room.place.name`; its first part names the file,
/// `browser.properties` and `browser_fr.properties` in this package. Values are patterns of
/// [MessageFormat]: numbers by locale with `{0}` or `{0,number}`, plurals with `{0,choice,0#no
/// rows|1#1 row|1<{0} rows}`. Apostrophes are typographic (’); a straight one quotes.
public final class Words {
  private final Locale locale;
  private final Map<String, ResourceBundle> bundles = new ConcurrentHashMap<>();

  public Words(Locale locale) {
    this.locale = locale;
  }

  public Locale locale() {
    return locale;
  }

  /// @throws MissingResourceException when the key has no words
  public String get(String key, Object... args) {
    String pattern = bundle(key).getString(key);
    return new MessageFormat(pattern, locale).format(args);
  }

  private ResourceBundle bundle(String key) {
    String room = key.substring(0, Math.max(0, key.indexOf('.')));
    return bundles.computeIfAbsent(
        room,
        name ->
            ResourceBundle.getBundle(
                "dev.pollux.text." + name,
                locale,
                ResourceBundle.Control.getNoFallbackControl(
                    ResourceBundle.Control.FORMAT_PROPERTIES)));
  }
}
