package dev.pollux.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.pollux.domain.Finding;
import dev.pollux.domain.GeminiModel;
import dev.pollux.domain.Location;
import dev.pollux.domain.Severity;
import dev.pollux.domain.table.Dataset;
import dev.pollux.domain.table.DatasetRef;
import dev.pollux.domain.table.TableInfo;
import dev.pollux.domain.table.TableKind;
import dev.pollux.domain.table.TableRef;
import dev.pollux.domain.table.TableSchema;
import dev.pollux.domain.value.Field;
import dev.pollux.domain.value.FieldType;
import dev.pollux.domain.value.Row;
import dev.pollux.domain.value.Value;
import dev.pollux.prompt.check.DestinationCheck;
import dev.pollux.prompt.check.RequestCheck;
import dev.pollux.prompt.check.SourceCheck;
import dev.pollux.testing.TestKeys;
import dev.pollux.text.Words;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What people enter wrongly is stopped where it is entered, by a finding that has words.
class BadInputTest {
  private static final Location HERE = Location.US_CENTRAL1;
  private static final DatasetRef MINE = new DatasetRef("pollux-sandbox", "mine");
  private static final Field REQUEST = Field.of("request", FieldType.JSON);
  private final Words words = new Words(Locale.ENGLISH);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "not json | request.not-json",
        "[] | request.not-object",
        "{} | request.no-contents",
        "{\"contents\":[]} | request.no-contents",
        "{\"contents\":\"hello\"} | request.no-contents",
        "{\"contents\":[{\"parts\":[{\"text\":\"x\"}]}]} | request.no-role",
        "{\"contents\":[{\"role\":\"system\",\"parts\":[{\"text\":\"x\"}]}]} | request.bad-role",
        "{\"contents\":[{\"role\":\"user\",\"parts\":\"x\"}]} | request.string-parts",
        "{\"contents\":[{\"role\":\"user\",\"parts\":[]}]} | request.no-parts",
        "{\"contents\":[{\"role\":\"user\",\"parts\":[\"x\"]}]} | request.part-not-object",
        "{\"contents\":[{\"role\":\"user\",\"parts\":[{\"text\":\"x\"}]}],\"prompt\":1}"
            + " | request.unknown-field",
        "{\"contents\":[{\"role\":\"user\",\"parts\":[{\"fileData\":{\"fileUri\":\"http://a/b\"}}]}]}"
            + " | request.file-uri",
      })
  void stopsBadRequests(String json, String code) {
    assertStopped(RequestCheck.check(json), code);
  }

  @Test
  void warnsOfEmptyObjectsInRequests() {
    String json =
        "{\"contents\":[{\"role\":\"user\",\"parts\":[{\"text\":\"x\"}]}],"
            + "\"tools\":[{\"googleSearch\":{}}]}";
    assertThat(RequestCheck.check(json))
        .extracting(Finding::code)
        .containsExactly("request.empty-object");
  }

  @ParameterizedTest
  @ValueSource(strings = {"systemInstruction", "system_instruction"})
  void takesGooglesOwnExample(String system) {
    String json =
        "{\"contents\":[{\"role\":\"user\",\"parts\":[{\"text\":\"Banana bread?\"}]}],\""
            + system
            + "\":{\"parts\":[{\"text\":\"You are a chef.\"}]}}";
    assertThat(RequestCheck.check(json)).isEmpty();
  }

  @Test
  void namesTheRowOfTheFirstBadRequest() {
    String good = "{\"contents\":[{\"role\":\"user\",\"parts\":[{\"text\":\"x\"}]}]}";
    String bad = "{\"contents\":[{\"parts\":[{\"text\":\"x\"}]}]}";
    List<Finding> found =
        RequestCheck.sample(new TableSchema(List.of(REQUEST)), List.of(row(good), row(bad)), 40);
    assertThat(found).singleElement().extracting(Finding::code).isEqualTo("row.request.no-role");
    assertThat(say(found.getFirst())).contains("42");
  }

  @ParameterizedTest
  @CsvSource({"0, source.no-rows", "4000001, source.too-many-rows"})
  void stopsTablesWithTooFewOrTooManyRows(long rows, String code) {
    assertStopped(SourceCheck.check(table(rows, HERE, REQUEST), false), code);
  }

  /// A template may take some of the rows: too many are stopped once they are chosen.
  @Test
  void warnsOfTooManyRowsForATemplate() {
    assertThat(SourceCheck.check(table(4_000_001, HERE, REQUEST), true))
        .extracting(Finding::code, Finding::level)
        .containsExactly(tuple("source.many-rows", Severity.WARNING));
    assertStopped(SourceCheck.check(table(0, HERE, REQUEST), true), "source.no-rows");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 200_001, 4_000_000})
  void takesTablesAtTheEdges(long rows) {
    assertThat(SourceCheck.check(table(rows, HERE, REQUEST), false)).noneMatch(Finding::stops);
  }

  @Test
  void stopsTablesWithoutRequestColumnUnlessThereIsATemplate() {
    TableInfo info = table(5, HERE, Field.of("text", FieldType.STRING));
    assertStopped(SourceCheck.check(info, false), "source.no-request-column");
    assertThat(SourceCheck.check(info, true)).noneMatch(Finding::stops);
  }

  @ParameterizedTest
  @EnumSource(
      value = FieldType.class,
      names = {"STRUCT", "RANGE", "DATETIME", "GEOGRAPHY"})
  void stopsColumnsThatMayNotPass(FieldType type) {
    TableInfo info = table(5, HERE, REQUEST, Field.of("c", type));
    assertStopped(SourceCheck.check(info, false), "source.column-type");
    assertThat(SourceCheck.check(info, true)).noneMatch(Finding::stops);
  }

  @Test
  void stopsArraysAndReservedNames() {
    Field array = new Field("tags", FieldType.STRING, Field.Mode.REPEATED, List.of(), "");
    assertStopped(SourceCheck.check(table(5, HERE, REQUEST, array), false), "source.column-type");
    Field status = Field.of("Status", FieldType.STRING);
    assertStopped(SourceCheck.check(table(5, HERE, REQUEST, status), false), "source.reserved");
  }

  @ParameterizedTest
  @CsvSource({
    "'', template.blank",
    "'What is {{txet}}?', template.unknown-near",
    "'What is {{weather}}?', template.unknown",
    "'What is {{text', template.unclosed",
  })
  void stopsBadTemplates(String template, String code) {
    TableSchema schema = new TableSchema(List.of(Field.of("text", FieldType.STRING)));
    assertStopped(Template.parse(template).check(schema), code);
  }

  @Test
  void keepsFourBracesAsTwo() {
    RequestSpec spec = RequestSpec.of("{{{{x}}}} {{ Text }}", "");
    TableSchema schema = new TableSchema(List.of(Field.of("text", FieldType.STRING)));
    assertThat(new RequestRenderer(spec, schema, TestKeys.MARKS).text(row("{{text}}")))
        .isEqualTo("{{x}} {{text}}");
  }

  @ParameterizedTest
  @CsvSource({
    "'', destination.no-name",
    "'a`b', destination.bad-characters",
    "'a.b', destination.bad-characters",
    "'a;b', destination.bad-characters",
  })
  void stopsBadTableNames(String name, String code) {
    assertStopped(DestinationCheck.check(name, Optional.of(mine(HERE)), Optional.empty()), code);
  }

  @Test
  void stopsDestinationsThatCannotBe() {
    Optional<TableInfo> none = Optional.empty();
    assertStopped(DestinationCheck.check("a", Optional.empty(), none), "destination.no-dataset");
    assertStopped(
        DestinationCheck.check("a", Optional.of(mine(new Location("US"))), none),
        "destination.multi-region");
    assertStopped(
        DestinationCheck.check("t", Optional.of(mine(HERE)), Optional.of(table(1, HERE, REQUEST))),
        "destination.exists");
  }

  @Test
  void offersGlobalToBaseModelsOnly() {
    assertThat(DestinationCheck.jobLocations(HERE, GeminiModel.of("gemini-2.5-flash")))
        .containsExactly(HERE, Location.GLOBAL);
    GeminiModel tuned = GeminiModel.of("projects/p/locations/us-central1/models/7");
    assertThat(DestinationCheck.jobLocations(HERE, tuned)).containsExactly(HERE);
  }

  private void assertStopped(List<Finding> found, String code) {
    assertThat(found.stream().filter(Finding::stops)).extracting(Finding::code).contains(code);
    assertThat(found).allSatisfy(f -> assertThat(say(f)).isNotBlank().doesNotContain("{0}"));
  }

  private String say(Finding finding) {
    return words.get("prompt." + finding.code(), finding.args().toArray());
  }

  private static Row row(String text) {
    return new Row(List.of(new Value.Scalar(text)));
  }

  private static Dataset mine(Location location) {
    return new Dataset(MINE, location, "");
  }

  private static TableInfo table(long rows, Location location, Field... fields) {
    TableRef ref = MINE.table("t");
    Instant then = Instant.EPOCH;
    TableSchema schema = new TableSchema(List.of(fields));
    return new TableInfo(
        ref, TableKind.TABLE, location, schema, rows, 1, then, then, Optional.empty(), "");
  }
}
