package dev.pollux.text;

import java.math.RoundingMode;
import java.text.ChoiceFormat;
import java.text.Format;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Every word shown. A key is `room.place.name`; its first part names the file,
/// `browser.properties` and `browser_fr.properties` in this package. Values are patterns of
/// [MessageFormat]: numbers by locale with `{0}` or `{0,number}`, days with `{0,dtf_date,long}`,
/// plurals with `{0,choice,0#no rows|1#1 row|1<{0} rows}`. Apostrophes are typographic (’); a
/// straight one quotes.
public final class Words {
  private final Locale locale;
  private final Map<String, ResourceBundle> bundles = new ConcurrentHashMap<>();

  /// Made when first asked for, and only copied: making one parses all its patterns.
  private volatile @Nullable NumberFormat shortNumbers;

  public Words(Locale locale) {
    this.locale = locale;
  }

  public Locale locale() {
    return locale;
  }

  /// A format of this language for numbers of three digits, for the caller alone.
  public NumberFormat shortNumbers() {
    NumberFormat made = shortNumbers;
    if (made == null) {
      made = NumberFormat.getCompactNumberInstance(locale, NumberFormat.Style.SHORT);
      shortNumbers = made;
    }
    return (NumberFormat) made.clone();
  }

  /// @throws MissingResourceException when the key has no words
  public String get(String key, Object... args) {
    MessageFormat format = new MessageFormat(bundle(key).getString(key), locale);
    for (Format part : format.getFormats()) {
      // As people round: of 18 and 2 in 80, half-even would make 22 % and 2 %.
      if (part instanceof NumberFormat number && !(part instanceof ChoiceFormat)) {
        number.setRoundingMode(RoundingMode.HALF_UP);
      }
    }
    return format.format(args);
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
