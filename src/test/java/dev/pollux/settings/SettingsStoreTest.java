package dev.pollux.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pollux.domain.Location;
import dev.pollux.domain.connection.Connection;
import dev.pollux.domain.connection.ConnectionOptions;
import dev.pollux.domain.table.TableRef;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsStoreTest {
  private static final TableRef TABLE = new TableRef("pollux-sandbox", "samples", "sotu_passages");
  private static final Settings ALL =
      Settings.DEFAULT
          .with(Appearance.Theme.DARK)
          .with(Appearance.Language.FR)
          .withZoom(OptionalInt.of(125))
          .with(new WindowBounds(-10, 20, 1280, 800, true))
          .withSplit("browser", 0.25)
          .withSplit("jobs", 0.5)
          .withColumn("jobs.title", 210)
          .onGoogle(new Connection.Google("my-project", new Location("europe-west1")))
          .opened(TABLE)
          .pin(TABLE, true)
          .with(new Spending(2.5, OptionalDouble.of(40), 4));
  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("settings.json");
  }

  private Settings read() {
    return SettingsStore.open(file).settings();
  }

  private void change(UnaryOperator<Settings> change) throws IOException {
    SettingsStore store = SettingsStore.open(file);
    store.change(change);
    store.save();
  }

  private static Settings capped(double cap) {
    return Settings.DEFAULT.with(new Spending(10, OptionalDouble.of(cap), 4));
  }

  @Test
  void aNewPersonGetsDefaultsAndNoFile() throws Exception {
    SettingsStore store = SettingsStore.open(file);
    store.save();

    assertThat(store.settings()).isEqualTo(Settings.DEFAULT);
    assertThat(store.notices()).isEmpty();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void everythingSurvivesARestart() throws Exception {
    change(_ -> ALL);

    SettingsStore store = SettingsStore.open(file);
    assertThat(store.settings()).isEqualTo(ALL);
    assertThat(store.notices()).isEmpty();
  }

  /// As the version before wrote it.
  @Test
  void theFileOfTheVersionBeforeIsRead() throws Exception {
    Files.writeString(
        file,
        """
        {"theme":"dark","language":"fr",
         "window":{"x":-10.0,"y":20.0,"width":1280.0,"height":800.0,"maximized":true},
         "splits":{"browser":0.25,"jobs":0.5},"connection":"google","googleProject":"my-project",
         "googleLocation":"europe-west1","lastTable":"pollux-sandbox.samples.sotu_passages",
         "pinned":["pollux-sandbox.samples.sotu_passages"],
         "recent":["pollux-sandbox.samples.sotu_passages"],"wizardDraft":"{\\"step\\":2}",
         "spending":{"askAbove":2.5,"cap":40.0}}
        """);
    Settings before =
        ALL.withZoom(OptionalInt.empty()).with(new Spending(2.5, OptionalDouble.of(40), 1));

    SettingsStore store = SettingsStore.open(file);

    assertThat(store.settings().withColumn("jobs.title", 210)).isEqualTo(before);
    assertThat(store.notices()).isEmpty();
    assertThat(store.takeOut("wizardDraft")).contains("{\"step\":2}");
    store.save();
    assertThat(SettingsStore.open(file).takeOut("wizardDraft")).isEmpty();
  }

  private static KeptConnection research() {
    return new KeptConnection(
        "research",
        KeptConnection.Hue.TEAL,
        "my-project-123",
        new Location("europe-west4"),
        new ConnectionOptions(
            Optional.of("data-project"),
            Optional.of("quota-project"),
            Optional.of("mine"),
            Optional.of("/keys/adc.json"),
            Optional.empty(),
            Optional.of("bigquery=https://10.0.0.1"),
            Optional.of("proxy.corp:3128")));
  }

  @Test
  void connectionsAreKeptTheOneUsedLastFirst() throws Exception {
    Connection.Google other = new Connection.Google("other-project", Location.GLOBAL);
    change(s -> s.keep(Optional.empty(), research()).onGoogle(other));

    assertThat(read().cloud().google()).contains(other);
    assertThat(read().cloud().connections()).containsExactly(KeptConnection.of(other), research());
    assertThat(file).content().contains("\"hue\" : \"teal\"", "\"dataset\" : \"mine\"");

    change(s -> s.onGoogle(research().leadsTo()));
    assertThat(read().cloud().connections()).startsWith(research());
    change(Settings::onSandbox);
    assertThat(read().cloud().google()).isEmpty();
    assertThat(read().cloud().connections()).hasSize(2);
    change(s -> s.forget("research").forget("other-project"));
    assertThat(read().cloud().connections()).as("and the old member brings none back").isEmpty();
  }

  @Test
  void aConnectionThatMakesNoSenseCostsOnlyItself() throws Exception {
    change(s -> s.keep(Optional.empty(), research()));
    String good = Files.readString(file);
    Files.writeString(
        file,
        good.replace(
            "\"connections\" : [ {", "\"connections\" : [ {\"name\":\"x\",\"location\":7}, 5, {"));
    assertThat(read().cloud().connections()).containsExactly(research());
  }

  @Test
  void whatThisVersionDoesNotKnowStaysAsItIs() throws Exception {
    Files.writeString(
        file,
        """
        {"theme":"dark","language":"kli","later":{"a":[1,2]},
         "window":{"x":1,"y":2,"width":900,"height":600,"maximized":false,"desk":3}}
        """);

    change(s -> s.with(Appearance.Theme.LIGHT).with(new WindowBounds(5, 6, 900, 600, true)));

    assertThat(file)
        .content()
        .contains("\"later\"", "\"light\"", "\"kli\"", "\"desk\"")
        .doesNotContain("dark");
    assertThat(read().layout().window()).contains(new WindowBounds(5, 6, 900, 600, true));
  }

  @Test
  void aValueThatMakesNoSenseCostsOnlyItself() throws Exception {
    Files.writeString(
        file,
        """
        {"theme":"dark","language":7,"window":"big","googleLocation":"no such place!",
         "splits":{"a":"x","b":0.5,"c":9},"pinned":["x","pollux-sandbox.samples.sotu_passages"],
         "googleProject":null,"spending":{"askAbove":"lots","cap":40}}
        """);

    SettingsStore store = SettingsStore.open(file);

    assertThat(store.settings())
        .isEqualTo(
            Settings.DEFAULT
                .with(Appearance.Theme.DARK)
                .withSplit("b", 0.5)
                .pin(TABLE, true)
                .with(new Spending(10, OptionalDouble.of(40), 1)));
    assertThat(store.notices())
        .singleElement()
        .isInstanceOfSatisfying(
            StorageNotice.SettingsSkipped.class,
            skipped ->
                assertThat(skipped.members())
                    .containsExactlyInAnyOrder(
                        "language",
                        "window",
                        "googleLocation",
                        "splits.a",
                        "pinned.1",
                        "spending.askAbove"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{\"theme\":", "[]", "7", "not json", "\0\0\0\0"})
  void aBrokenFileIsSetAsideAndTheCopyIsUsed(String content) throws Exception {
    change(_ -> ALL);
    Files.writeString(file, content);

    SettingsStore store = SettingsStore.open(file);
    store.save();

    assertThat(store.settings()).isEqualTo(ALL);
    assertThat(store.notices())
        .singleElement()
        .isInstanceOfSatisfying(
            StorageNotice.SettingsBroken.class,
            broken -> {
              assertThat(broken.restored()).isTrue();
              assertThat(broken.setAside().orElseThrow()).hasContent(content);
            });
    assertThat(SettingsStore.open(file).notices()).as("it is said once").isEmpty();
    assertThat(read()).isEqualTo(ALL);
  }

  @Test
  void aFileThatIsGoneComesBack() throws Exception {
    change(_ -> ALL);
    Files.delete(file);

    SettingsStore store = SettingsStore.open(file);

    assertThat(store.settings()).isEqualTo(ALL);
    assertThat(store.notices())
        .containsExactly(new StorageNotice.SettingsBroken(Optional.empty(), true));
  }

  @Test
  void theSpendingCapOutlivesTheSettings() throws Exception {
    change(_ -> ALL);
    Files.writeString(file, "");
    Files.writeString(folder.resolve("settings.json.copy"), "");

    SettingsStore store = SettingsStore.open(file);

    assertThat(store.settings())
        .isEqualTo(
            Settings.DEFAULT.with(Settings.DEFAULT.spending().withCap(OptionalDouble.of(40))));
    assertThat(store.notices())
        .hasSize(2)
        .contains(new StorageNotice.SpendingCapRestored(40, OptionalDouble.empty()))
        .hasAtLeastOneElementOfType(StorageNotice.SettingsBroken.class);
    store.save();
    assertThat(SettingsStore.open(file).notices()).isEmpty();
    assertThat(read().spending().cap()).hasValue(40);
  }

  @ParameterizedTest
  @CsvSource({
    "40, {}, 40, true",
    "40, '{\"spending\":{\"askAbove\":10}}', 40, true",
    "40, '{\"spending\":{\"cap\":60}}', 40, true",
    "40, '{\"spending\":{\"cap\":\"lots\"}}', 40, true",
    "40, '{\"spending\":{\"cap\":-1}}', 40, true",
    "40, '{\"spending\":{\"cap\":20}}', 20, false",
  })
  void theCapThatWasSetHoldsAgainstAFileThatSaysMore(
      double set, String content, double holds, boolean said) throws Exception {
    change(_ -> capped(set));
    Files.writeString(file, content);

    SettingsStore store = SettingsStore.open(file);

    assertThat(store.settings().spending().cap()).hasValue(holds);
    assertThat(
            store.notices().stream().anyMatch(StorageNotice.SpendingCapRestored.class::isInstance))
        .isEqualTo(said);
  }

  @Test
  void aCapThatThePersonLiftedStaysLifted() throws Exception {
    change(_ -> capped(40));
    change(_ -> capped(60));
    assertThat(read()).isEqualTo(capped(60));

    change(_ -> Settings.DEFAULT);

    assertThat(read()).isEqualTo(Settings.DEFAULT);
    assertThat(SettingsStore.open(file).notices()).isEmpty();
  }

  /// Whoever asked first must not be the only one who hears of it.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "[]",
        "{\"spending\":{\"cap\":\"five\"}}",
        "{\"spending\":{\"cap\":[5]}}",
        "{\"spending\":5}"
      })
  void aCapThatMayBeLostStaysSoUntilSomebodyChooses(String text) throws Exception {
    Files.writeString(file, text);
    for (int i = 0; i < 3; i++) {
      SettingsStore store = SettingsStore.open(file);
      assertThat(store.notices()).contains(new StorageNotice.SpendingCapUnknown());
      assertThat(store.lostCap()).contains(file.resolveSibling("spending-cap.txt"));
    }
    SettingsStore.open(file).save();
    assertThat(SettingsStore.open(file).lostCap()).isEmpty();
    assertThat(SettingsStore.open(file).notices())
        .doesNotContain(new StorageNotice.SpendingCapUnknown());
  }

  @Test
  void whereNobodyKnowsOfACapThatIsSaid() throws Exception {
    Files.writeString(file, "{");

    assertThat(SettingsStore.open(file).notices()).contains(new StorageNotice.SpendingCapUnknown());
  }

  @Test
  void aWriteThatFailsIsToldAndTriedAgain() throws Exception {
    SettingsStore store = SettingsStore.open(file);
    Path obstacle = Files.createDirectory(folder.resolve("settings.json.new"));
    Files.writeString(obstacle.resolve("x"), "");
    store.change(s -> s.with(Appearance.Theme.DARK));

    assertThatThrownBy(store::save).isInstanceOf(IOException.class);
    assertThat(store.settings().appearance().theme()).isEqualTo(Appearance.Theme.DARK);

    Files.delete(obstacle.resolve("x"));
    Files.delete(obstacle);
    store.save();
    assertThat(read().appearance().theme()).isEqualTo(Appearance.Theme.DARK);
  }

  /// Whatever stands in the files, the settings open, and a cap that was set is never lifted
  /// unsaid.
  @Test
  void anyDamageOpens() throws Exception {
    change(_ -> ALL);
    Map<Path, byte[]> whole =
        Map.of(
            file,
            Files.readAllBytes(file),
            folder.resolve("settings.json.copy"),
            Files.readAllBytes(file),
            folder.resolve("spending-cap.txt"),
            "40.0\n".getBytes(StandardCharsets.UTF_8),
            folder.resolve("spending-cap.txt.copy"),
            "40.0\n".getBytes(StandardCharsets.UTF_8));
    for (int seed = 0; seed < 400; seed++) {
      Random random = new Random(seed);
      for (Map.Entry<Path, byte[]> one : whole.entrySet()) {
        Files.write(one.getKey(), one.getValue());
      }
      Path hit = List.copyOf(whole.keySet()).get(random.nextInt(whole.size()));
      Files.write(hit, damaged(whole.get(hit), random));

      SettingsStore store = SettingsStore.open(file);

      assertThat(store.settings().spending().cap().orElse(Double.MAX_VALUE))
          .as("seed %d, %s", seed, hit)
          .isLessThanOrEqualTo(40);
    }
  }

  private static byte[] damaged(byte[] whole, Random random) {
    byte[] bytes = whole.clone();
    if (random.nextBoolean()) {
      return Arrays.copyOf(bytes, random.nextInt(bytes.length));
    }
    bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
    return bytes;
  }

  @ParameterizedTest
  @CsvSource({
    "{\"zoom\":125}, 125",
    "{\"zoom\" : 200}, 200",
    "{\"zoom\":20}, 0",
    "{\"zoom\":\"125\"}, 0",
    "{\"zoom\":99999999999}, 0",
    "not json, 0",
    "'', 0"
  })
  void howLargeEverythingIsDrawnIsKnownBeforeTheSettingsAreRead(String content, int zoom)
      throws Exception {
    Files.writeString(file, content);

    assertThat(SettingsStore.zoom(file).orElse(0)).isEqualTo(zoom);
  }

  @Test
  void whatWasKeptIsDrawnSo() throws Exception {
    change(_ -> ALL);

    assertThat(SettingsStore.zoom(file)).hasValue(125);
    assertThat(SettingsStore.zoom(folder.resolve("none.json"))).isEmpty();
  }
}
