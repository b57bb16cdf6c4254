package dev.pollux.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.domain.Finding;
import dev.pollux.domain.table.TableSchema;
import dev.pollux.domain.value.Field;
import dev.pollux.domain.value.FieldType;
import dev.pollux.domain.value.Row;
import dev.pollux.domain.value.Value;
import dev.pollux.prompt.check.RequestCheck;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Of a sample, the row that must not be sent is named, whatever stands before it.
class RequestSampleTest {
  private static final String GOOD =
      "{\"contents\":[{\"role\":\"user\",\"parts\":[{\"text\":\"x\"}]}]}";
  private static final String ODD =
      "{\"contents\":[{\"role\":\"user\",\"parts\":[{\"text\":\"x\"}]}],\"tools\":[{}]}";
  private static final TableSchema SCHEMA =
      new TableSchema(
          List.of(Field.of("id", FieldType.INT64), Field.of("request", FieldType.STRING)));

  @Test
  void namesTheRowThatStopsBehindOneThatWarns() {
    assertThat(RequestCheck.sample(SCHEMA, List.of(row(GOOD), row(ODD), row("oops")), 0))
        .containsExactly(Finding.stop("row.request.not-json", 3L));
  }

  @Test
  void warnsOfTheFirstOddRowWhenNoneStops() {
    assertThat(RequestCheck.sample(SCHEMA, List.of(row(GOOD), row(ODD), row(ODD)), 100))
        .containsExactly(Finding.warning("row.request.empty-object", 102L));
  }

  @Test
  void namesARowWithoutRequest() {
    Row none = new Row(List.of(new Value.Scalar("1"), Value.NULL));
    assertThat(RequestCheck.sample(SCHEMA, List.of(none), 0))
        .containsExactly(Finding.stop("row.request.null", 1L));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "\"You are a chef.\" | request.no-parts",
        "{\"parts\":\"You are a chef.\"} | request.string-parts",
        "{\"parts\":[\"You are a chef.\"]} | request.part-not-object",
        "{\"role\":\"system\"} | request.no-parts",
      })
  void looksIntoTheSystemInstruction(String system, String code) {
    for (String name : List.of("systemInstruction", "system_instruction")) {
      String json = GOOD.replaceFirst("}$", ",\"" + name + "\":" + system + "}");
      assertThat(RequestCheck.check(json)).containsExactly(Finding.stop(code));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "~~ | request.not-object",
        "{ | request.not-json",
        "{\"contents\":[]} x | request.not-json",
        "null | request.not-object",
        "{\"contents\":null} | request.no-contents",
        "{\"contents\":[\"x\"]} | request.no-role",
        "{\"contents\":[{\"role\":null,\"parts\":[{}]}]} | request.bad-role",
        "{\"contents\":[{\"role\":{},\"parts\":[null]}]} | request.part-not-object",
      })
  void staysCalmOverAnything(String json, String code) {
    assertThat(RequestCheck.check(json)).extracting(Finding::code).contains(code);
  }

  private static Row row(String request) {
    return new Row(List.of(new Value.Scalar("1"), new Value.Scalar(request)));
  }
}
