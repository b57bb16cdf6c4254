package dev.pollux.cli.draft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.cli.CloudChoice;
import dev.pollux.cli.CloudOpener;
import dev.pollux.cli.CommandMeans;
import dev.pollux.cloud.CloudException;
import dev.pollux.domain.Location;
import dev.pollux.domain.connection.Connection;
import dev.pollux.domain.table.TableKind;
import dev.pollux.domain.value.Field;
import dev.pollux.domain.value.FieldType;
import dev.pollux.settings.Appearance;
import dev.pollux.settings.SettingsStore;
import dev.pollux.settings.Spending;
import dev.pollux.testing.DraftFixture;
import dev.pollux.testing.FakeCloud;
import dev.pollux.testing.FakeJournal;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What `pollux check` prints and how it ends, over a cloud in memory.
class CheckCommandTest {
  private static final String READY =
      "{\"rest\":\"http://127.0.0.1:9050\",\"grpc\":\"127.0.0.1:9051\",\"token\":\"t\","
          + "\"project\":\"pollux-sandbox\"}";
  private static final String GOOD =
      "{\"pollux\":1,\"template\":\"Which subject? {{text}}\",\"model\":\"gemini-3.8-flash\"}";

  @TempDir private Path folder;
  private final DraftFixture fixture = new DraftFixture();
  private final List<CloudChoice> opened = new ArrayList<>();
  private Optional<CloudException> unreachable = Optional.empty();
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void english() throws IOException {
    settings(Appearance.Language.EN, OptionalDouble.empty());
  }

  private void settings(Appearance.Language language, OptionalDouble cap) throws IOException {
    SettingsStore store = SettingsStore.open(folder.resolve("settings.json"));
    store.change(s -> s.with(language).with(new Spending(10, cap, 1)));
    store.save();
  }

  private int check(String recipe, String... more) throws IOException {
    Path file = folder.resolve("r.pollux.json");
    Files.writeString(file, recipe);
    return run(file.toString(), more);
  }

  private int run(String file, String... more) {
    CloudOpener opener =
        (choice, work) -> {
          opened.add(choice);
          if (unreachable.isPresent()) {
            throw unreachable.get();
          }
          return work.on(fixture.cloud);
        };
    List<String> args =
        new ArrayList<>(List.of(file, "--table", "pollux-sandbox.samples.passages"));
    args.addAll(List.of("--data", folder.toString()));
    args.addAll(List.of(more));
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    InstantSource clock = InstantSource.fixed(Instant.parse("2026-11-26T12:00:00Z"));
    return new CommandLine(
            new CheckCommand(new CommandMeans(opener, _ -> new FakeJournal(), clock, () -> 0)))
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(args.toArray(String[]::new));
  }

  private JsonNode json() {
    return JsonMapper.shared().readTree(out.toString());
  }

  @Test
  void whatIsReadyIsSaidWithRowsCostAndSql() throws IOException {
    assertThat(check(GOOD, "--to", "pollux-sandbox.mine.subjects")).isZero();
    assertThat(out.toString())
        .contains("2 rows to ask about", "Cost in batch: $", "The service counted 2 rows")
        .contains("Answers to     pollux-sandbox.mine.subjects\n")
        .contains("CREATE TABLE `pollux-sandbox.mine.subjects_requests_", "-- @", "A rehearsal")
        .endsWith("Ready: nothing stops this job. Nothing was sent.\n")
        .doesNotContain("STOP");
    assertThat(err.toString()).isEmpty();
    assertThat(fixture.cloud.jobs.creates).isEmpty();
    assertThat(fixture.cloud.queries.calls).as("no query was billed").isZero();
  }

  @Test
  void asJsonItIsOneObject() throws IOException {
    assertThat(check(GOOD, "--to", "pollux-sandbox.mine.subjects", "--json")).isZero();
    JsonNode node = json();
    assertThat(node.path("ready").asBoolean(false)).isTrue();
    assertThat(node.path("simulated").asBoolean(false)).isTrue();
    assertThat(node.path("rows").asLong(0)).isEqualTo(2);
    assertThat(node.path("cost").path("low").asDouble(0)).isPositive();
    assertThat(node.path("cost").path("high").asDouble(0))
        .isGreaterThan(node.path("cost").path("low").asDouble(0));
    assertThat(node.path("sql").asString("")).startsWith("CREATE TABLE");
    assertThat(node.path("parameters").isEmpty()).isFalse();
    assertThat(node.path("plan").path("answers").asString(""))
        .isEqualTo("pollux-sandbox.mine.subjects");
    assertThat(node.path("plan").path("location").asString("")).isEqualTo("global");
    assertThat(out.toString().lines()).hasSize(1);
  }

  @Test
  void whatStopsEndsWithFour() throws IOException {
    String bad = GOOD.replace("{{text}}", "{{txet}}");
    assertThat(check(bad)).isEqualTo(4);
    assertThat(out.toString())
        .contains("STOP    There is no column “txet”", "What helps: Write “text”")
        .doesNotContain("CREATE TABLE", "not known yet");
    assertThat(check(bad, "--json")).isEqualTo(4);
    assertThat(json().path("ready").asBoolean(true)).isFalse();
    assertThat(json().path("sql").isNull()).isTrue();
    assertThat(json().path("plan").isNull()).isTrue();
    JsonNode stop = json().path("findings").get(0);
    for (JsonNode one : json().path("findings")) {
      stop = one.path("level").asString("").equals("stop") ? one : stop;
    }
    assertThat(stop.path("code").asString("")).isEqualTo("template.unknown-near");
    assertThat(stop.path("step").asString("")).isEqualTo("requests");
    assertThat(stop.path("words").asString("")).contains("“txet”");
    assertThat(stop.path("fix").asString("")).isEqualTo("Write “text”");
  }

  @Test
  void aTableThatIsNotThereStops() throws IOException {
    fixture.cloud.catalog.tables.clear();
    assertThat(check(GOOD)).isEqualTo(4);
    assertThat(out.toString()).contains("There is no table").doesNotContain("Choose a table");
  }

  @Test
  void aFixThatIsACommandIsPrinted() throws IOException {
    fixture.cloud.denied.add("bigquery.jobs.create");
    assertThat(check(GOOD)).as("what the project says of permissions is a warning").isZero();
    assertThat(out.toString())
        .contains("What helps: Copy the grant\n            gcloud projects add-iam-policy-binding");
    assertThat(check(GOOD, "--json")).isZero();
    assertThat(json().path("findings").toString()).contains("\"command\":\"gcloud projects");
  }

  @Test
  void theLimitOnSpendingHolds() throws IOException {
    settings(Appearance.Language.EN, OptionalDouble.of(0.00001));
    assertThat(check(GOOD)).isEqualTo(4);
    assertThat(out.toString()).contains("your limit for a job is $0.00");
  }

  @Test
  void aViewIsCountedAndPricedByRowsThatAQueryReads() throws IOException {
    fixture.table(TableKind.VIEW, DraftFixture.HERE, -1, Field.of("text", FieldType.STRING));
    fixture.counts(7, 1_000);
    assertThat(check(GOOD)).isZero();
    assertThat(out.toString())
        .contains("7 rows to ask about")
        .doesNotContain("What this job costs is not known");
    assertThat(check(GOOD, "--json")).isZero();
    assertThat(json().path("cost").path("high").asDouble(0)).isPositive();
  }

  @Test
  void aCountOfTokensThatFailsIsSaid() throws IOException {
    fixture.cloud.gemini.failure =
        Optional.of(new CloudException.NotAllowed("no aiplatform", "403", null));
    assertThat(check(GOOD)).isZero();
    assertThat(out.toString())
        .contains("The tokens could not be counted. Your account is not permitted")
        .contains("403: no aiplatform");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"pollux\":1,\n\"template\":\"x\",\n,}", "", "[]", "{}", "\u0000"})
  void aRecipeThatCannotBeReadEndsWithOne(String recipe) throws IOException {
    assertThat(check(recipe)).isOne();
    assertThat(err.toString()).startsWith("pollux: ").contains("r.pollux.json").hasLineCount(1);
    assertThat(out.toString()).isEmpty();
    assertThat(opened).as("nothing was asked").isEmpty();
  }

  @Test
  void aFileThatIsNoTextEndsWithOne() throws IOException {
    Path file = folder.resolve("latin.pollux.json");
    Files.write(file, GOOD.replace("subject", "qualité").getBytes(StandardCharsets.ISO_8859_1));
    assertThat(run(file.toString())).isOne();
    assertThat(err.toString()).contains("not text in UTF-8").hasLineCount(1);
  }

  @Test
  void theLineOfTheFaultIsSaid() throws IOException {
    check("{\"pollux\":1,\n\"template\":\"x\",\n\"guard\":7}");
    assertThat(err.toString()).contains("“guard” in line 3");
  }

  @Test
  void aFileThatIsNotThereOrNoFileEndsWithOne() {
    assertThat(run(folder.resolve("none.pollux.json").toString())).isOne();
    assertThat(err.toString()).contains("could not be read").hasLineCount(1);
    assertThat(run(folder.toString())).isOne();
    assertThat(err.toString()).contains("not a file").hasLineCount(1);
  }

  @Test
  void aCloudThatIsNotReachedEndsWithOne() throws IOException {
    fixture.cloud.catalog.failure = Optional.of(new CloudException.Unavailable("away", "", null));
    assertThat(check(GOOD)).isOne();
    assertThat(err.toString()).contains("The service did not answer.").hasLineCount(1);
    assertThat(out.toString()).isEmpty();
    unreachable = Optional.of(new CloudException.NotSignedIn("no credentials", "", null));
    assertThat(check(GOOD)).isOne();
    assertThat(err.toString()).contains("gcloud auth application-default login").hasLineCount(1);
  }

  @Test
  void whatTheCloudForbidsStops() throws IOException {
    fixture.cloud.catalog.failure = Optional.of(new CloudException.NotAllowed("no", "403", null));
    assertThat(check(GOOD)).isEqualTo(4);
    assertThat(out.toString()).contains("could not be read. Your account is not permitted");
  }

  @Test
  void wrongUsageEndsWithTwo() throws IOException {
    assertThat(check(GOOD, "--to", "subjects")).isEqualTo(2);
    assertThat(err.toString()).contains("'subjects' is not the name of a table");
    assertThat(check(GOOD, "--sandbox", "{}")).isEqualTo(2);
    assertThat(check(GOOD, "--sandbox", folder.resolve("none").toString())).isEqualTo(2);
    assertThat(err.toString()).contains("cannot be read");
    assertThat(check(GOOD, "--sandbox", READY.replace("http://127.0.0.1", "http://example.org")))
        .as("rows do not go to a place that only says it is a sandbox")
        .isEqualTo(2);
    assertThat(check(GOOD, "--sandbox", READY.replace("127.0.0.1:9051", "example.org:9051")))
        .isEqualTo(2);
    assertThat(opened).isEmpty();
  }

  @Test
  void theSandboxIsTheOneThatIsNamed() throws IOException {
    Path ready = folder.resolve("ready.json");
    Files.writeString(ready, READY + "\n");
    check(GOOD, "--sandbox", ready.toString());
    check(GOOD, "--sandbox", READY);
    assertThat(opened)
        .hasSize(2)
        .allSatisfy(choice ->
            assertThat(choice)
                .isInstanceOfSatisfying(
                    CloudChoice.Serving.class,
                    serving -> {
                      assertThat(serving.at().token()).isEqualTo("t");
                      assertThat(serving.at().toString()).doesNotContain("token", "\"t\"");
                      assertThat(serving.connection().project()).isEqualTo(FakeCloud.PROJECT);
                    }));
  }

  @Test
  void withoutOneItIsTheConnectionChosenLast() throws IOException {
    check(GOOD);
    assertThat(opened.getFirst().connection().simulated()).isTrue();
    SettingsStore store = SettingsStore.open(folder.resolve("settings.json"));
    store.change(
        s -> s.onGoogle(new Connection.Google("my-project-1", new Location("europe-west4"))));
    store.save();
    check(GOOD);
    assertThat(opened.getLast().connection().project()).isEqualTo("my-project-1");
    assertThat(opened.getLast().connection().simulated()).isFalse();
  }

  @Test
  void itSpeaksTheLanguageOfTheWindow() throws IOException {
    settings(Appearance.Language.FR, OptionalDouble.empty());
    assertThat(check(GOOD)).isZero();
    assertThat(out.toString()).contains("2 lignes à interroger", "Rien n’a été envoyé");
  }
}
