package dev.pollux.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.BreakIterator;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Every word that is shown exists in both languages, and every word that exists is shown.
class WordsTest {
  private static final Path TEXTS = Path.of("src/main/resources/dev/pollux/text");
  private static final Path CODE = Path.of("src/main/java/dev/pollux");
  // A whole key, or a prefix that ends with a dot and is completed by the code.
  private static final Pattern LITERAL =
      Pattern.compile("\"([a-z]+\\.(?:[A-Za-z0-9_-]+\\.)*[A-Za-z0-9_-]*)\"");
  private static final Pattern KEY = Pattern.compile("\\s*([A-Za-z0-9_.-]+)\\s*[=:]");
  private static final Pattern FRENCH_GAP = Pattern.compile("[^\u00a0\u202f:;!?]([:;!?])(\\s|$)");

  // Where data is processed is no job.
  private static final Pattern OTHER_TERM =
      Pattern.compile(
          "(?i)(?<!lieu de )traitement|modèle de texte|demandes de la table|\\bprompts?\\b");

  @TestFactory
  Stream<DynamicTest> wordsOfEachRoom() throws IOException {
    Set<String> literals = literals();
    return rooms().stream().map(room -> DynamicTest.dynamicTest(room, () -> check(room, literals)));
  }

  private static void check(String room, Set<String> literals) throws IOException {
    Map<String, String> english = read(room);
    Map<String, String> french = read(room + "_fr");
    List<String> faults = new ArrayList<>();
    literals.stream()
        .filter(l -> l.startsWith(room + ".") && !l.endsWith(".") && !english.containsKey(l))
        .forEach(l -> faults.add("paste into " + room + ".properties:  " + l + " = …"));
    english.forEach((key, words) -> {
      if (!used(key, literals)) {
        faults.add("no code uses it, take it out of both files:  " + key);
      }
      if (!french.containsKey(key)) {
        faults.add("paste into " + room + "_fr.properties:  " + key + " = " + words);
      } else if (!arguments(words).equals(arguments(french.get(key)))) {
        faults.add("the arguments {…} differ between the languages:  " + key);
      }
    });
    french.forEach((key, words) -> {
      if (!english.containsKey(key)) {
        faults.add("take it out of " + room + "_fr.properties:  " + key);
      }
      if (FRENCH_GAP.matcher(words.replaceAll("\\{[^}]*}", "")).find()) {
        faults.add("French sets a non-breaking space (U+00A0) before : ; ! ?  " + key);
      }
    });
    Stream.of(english, french)
        .flatMap(texts -> texts.entrySet().stream())
        .filter(text -> text.getValue().replaceAll("'[{}]+'", "").contains("'"))
        .forEach(text -> faults.add("write ’ for ' in:  " + text.getKey()));
    assertThat(faults).as("words of " + room).isEmpty();
  }

  /// As people round, so that shares of one whole do not lack one; however small, a limit is not
  /// nothing.
  @Test
  void numbersAreRoundedAsPeopleDo() {
    Words english = new Words(Locale.ENGLISH);
    Words french = new Words(Locale.FRENCH);
    assertThat(List.of(0.6, 18 / 80.0, 2 / 80.0, 12 / 80.0))
        .extracting(share -> english.get("results.summary.percent", share))
        .containsExactly("60\u00a0%", "23\u00a0%", "3\u00a0%", "15\u00a0%");
    assertThat(english.get("jobs.state.time-limit", 0.825)).contains("83\u00a0%");
    assertThat(english.get("prompt.budget.cap", 98.926, 0.0005))
        .isEqualTo("This job may cost up to $98.93; your limit for a job is $0.000500.");
    assertThat(french.get("prompt.budget.cap", 12_345.6, 0.004))
        .contains("346\u00a0$", "0,0040\u00a0$");
  }

  /// No line ends between a number and its currency, or between the two of a range.
  @Test
  void amountsStandOnOneLine() {
    for (Locale locale : List.of(Locale.ENGLISH, Locale.FRENCH)) {
      Words words = new Words(locale);
      BreakIterator lines = BreakIterator.getLineInstance(locale);
      for (String amount :
          List.of(
              Money.usd(words, 12_345.6),
              Money.rate(words, 0.25),
              Money.range(words, 1.75, 4.51),
              Money.range(words, 1_234, 5_678),
              words.get("wizard.cost.tokens-range", "1,2", "3,4"))) {
        lines.setText(amount);
        assertThat(lines.following(0)).as(amount).isEqualTo(amount.length());
      }
    }
  }

  /// A job is a tâche, a template a gabarit, a request a requête, a prompt a demande, on every
  /// screen and in the help.
  @Test
  void frenchHasOneTermForOneThing() throws IOException {
    List<String> others = new ArrayList<>();
    for (String room : rooms()) {
      read(room + "_fr")
          .forEach((key, words) -> {
            if (OTHER_TERM.matcher(words).find()) {
              others.add(key + " = " + words);
            }
          });
    }
    assertThat(others).isEmpty();
  }

  /// Properties keeps the last of two words without a sound, so the lines are read.
  @Test
  void noKeyIsDefinedTwice() throws IOException {
    List<String> twice = new ArrayList<>();
    try (Stream<Path> files = Files.list(TEXTS)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".properties")).toList()) {
        Set<String> seen = new TreeSet<>();
        boolean continued = false;
        for (String line : Files.readAllLines(file)) {
          Matcher key = KEY.matcher(line);
          if (!continued && key.lookingAt() && !seen.add(key.group(1))) {
            twice.add(file.getFileName() + ": " + key.group(1));
          }
          continued = line.endsWith("\\");
        }
        assertThat(seen).as(file.toString()).isNotEmpty();
      }
    }
    assertThat(twice).isEmpty();
  }

  /// Limits of a service and counts of tokens or characters, which are never one.
  private static final Set<String> NEVER_ONE =
      Set.of(
          "export.too-many",
          "imports.fewer-cells",
          "imports.long-line",
          "imports.long-row",
          "imports.many-columns",
          "kit.grid.too-many",
          "kit.grid.copy-cut",
          "kit.text.cut",
          "prompt.context.fits",
          "prompt.context.near",
          "prompt.context.over",
          "prompt.context.shared",
          "prompt.parts",
          "prompt.recipe.too-big",
          "prompt.rows.too-many",
          "prompt.schema.long-name",
          "prompt.schema.read.too-big",
          "prompt.schema.too-many",
          "prompt.settings.always-thinks",
          "prompt.settings.budget-range",
          "prompt.settings.cap-below-answer",
          "prompt.settings.cap-may-cut",
          "prompt.settings.cap-may-think",
          "prompt.settings.cap-range",
          "prompt.source.many-rows",
          "prompt.source.too-many-rows",
          "prompt.title.too-long",
          "wizard.cost.tokens",
          "wizard.cost.tokens-range",
          "wizard.fix.cap",
          "wizard.fix.limit",
          "wizard.mend.cap",
          "wizard.mend.limit",
          "wizard.trial.row-tokens",
          "wizard.trial.sums",
          "wizard.trial.tokens-sum");

  private static final Pattern MANY_OF_ONE =
      Pattern.compile(
          "(?<![\\d.,])1[ \u00a0\u202f](rows|requests|jobs|columns|tables|tokens|messages|kinds|files"
              + "|datasets|fields|values|characters|questions|answers|hours|days|levels|were|are|have"
              + "|lignes|requêtes|tâches|colonnes|jetons|fichiers|valeurs|caractères|réponses|heures"
              + "|jours|niveaux|répondues|bloquées|manquantes|sont|étaient|ont)\\b");

  /// "1 rows", "1 were", "1 lignes": with every figure one, nothing is said of many.
  @Test
  void oneIsSaidAsOne() throws IOException {
    List<String> faults = new ArrayList<>();
    for (String room : rooms()) {
      for (Locale language : List.of(Locale.ENGLISH, Locale.FRENCH)) {
        read(language.equals(Locale.FRENCH) ? room + "_fr" : room)
            .forEach((key, pattern) -> {
              Object[] ones = new Object[10];
              java.util.Arrays.fill(ones, 1);
              String said =
                  new MessageFormat(pattern.replaceAll(",dtf_date,\\w+", ""), language)
                      .format(ones);
              if (!NEVER_ONE.contains(key) && MANY_OF_ONE.matcher(said).find()) {
                faults.add(language + " " + key + ": " + said);
              }
            });
      }
    }
    assertThat(faults).isEmpty();
  }

  /// A prefix as short as a room would call every word of it used.
  @Test
  void noPrefixIsAWholeRoom() throws IOException {
    // The codes of findings and of conditions are whole: these stand before each of them.
    List<String> whole = rooms().stream().map(room -> room + ".").toList();
    assertThat(literals()).filteredOn(whole::contains).isSubsetOf("prompt.", "doctor.");
  }

  private static boolean used(String key, Set<String> literals) {
    return literals.contains(key)
        || literals.stream().anyMatch(l -> l.endsWith(".") && key.startsWith(l));
  }

  private static Set<Integer> arguments(String pattern) {
    Set<Integer> numbers = new TreeSet<>();
    Matcher m = Pattern.compile("\\{(\\d+)").matcher(pattern);
    while (m.find()) {
      numbers.add(Integer.valueOf(m.group(1)));
    }
    new MessageFormat(pattern, Locale.ROOT); // throws when it is no pattern
    return numbers;
  }

  private static Set<String> literals() throws IOException {
    Set<String> all = new TreeSet<>();
    try (Stream<Path> files = Files.walk(CODE)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        Matcher m = LITERAL.matcher(Files.readString(file));
        while (m.find()) {
          all.add(m.group(1));
        }
      }
    }
    return all;
  }

  private static List<String> rooms() throws IOException {
    try (Stream<Path> files = Files.list(TEXTS)) {
      return files
          .map(f -> f.getFileName().toString())
          .filter(f -> f.endsWith(".properties") && !f.endsWith("_fr.properties"))
          .map(f -> f.substring(0, f.length() - ".properties".length()))
          .sorted()
          .toList();
    }
  }

  private static Map<String, String> read(String name) throws IOException {
    Path file = TEXTS.resolve(name + ".properties");
    Properties properties = new Properties();
    if (Files.exists(file)) {
      try (Reader in = Files.newBufferedReader(file)) {
        properties.load(in);
      }
    }
    Map<String, String> texts = new TreeMap<>();
    properties.stringPropertyNames().forEach(k -> texts.put(k, properties.getProperty(k)));
    return texts;
  }

  @Test
  void numbersAndPluralsFollowTheLanguage() {
    Words english = new Words(Locale.ENGLISH);
    Words french = new Words(Locale.FRENCH);
    assertThat(english.get("shell.status.messages", 1)).isEqualTo("1 message");
    assertThat(english.get("shell.status.messages", 1200)).isEqualTo("1,200 messages");
    assertThat(french.get("shell.status.messages", 1200)).matches("1[\u00a0\u202f]200 messages");
    assertThat(new Words(Locale.GERMAN).get("shell.rail.tables")).isEqualTo("Tables");
  }
}
