package dev.pollux.cli.doctor;

import dev.pollux.doctor.DoctorReport;
import dev.pollux.doctor.DoctorWords;
import dev.pollux.doctor.StepResult;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A report as one JSON object: `{"ok":bool,"steps":[{"id","ok","words","remedy"}]}`. The remedy is
/// what to do and below it the command, empty where nothing is to be mended. Letters beyond ASCII
/// are escaped, so that it is the same whatever the terminal's encoding.
final class DoctorJson {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private DoctorJson() {}

  static String of(DoctorReport report, DoctorWords words) {
    ObjectNode node = JSON.createObjectNode().put("ok", report.ok());
    ArrayNode steps = node.putArray("steps");
    for (StepResult result : report.results()) {
      steps
          .addObject()
          .put("id", result.step().id())
          .put("ok", result.ok())
          .put("words", words.name(result.step()) + ": " + words.found(result))
          .put("remedy", (words.next(result) + "\n" + DoctorWords.command(result)).strip());
    }
    return JSON.writeValueAsString(node);
  }
}
