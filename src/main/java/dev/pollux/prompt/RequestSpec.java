package dev.pollux.prompt;

import dev.pollux.models.GenerationSettings;
import dev.pollux.prompt.answer.AnswerSchema;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What is asked of every row.
///
/// @param system the system instruction, the same for each row; empty for none
/// @param columns how columns go into the prompt, by their name or path in the template; a column
///   that is not there is [ColumnUse#PLAIN]
/// @param guarded whether values stand between marks, with an instruction to treat them as data:
///   rows may hold text that reads like an instruction
/// @param answer the columns of the answer; empty for plain text
/// @param labels go to the bill
///   (https://docs.cloud.google.com/vertex-ai/generative-ai/docs/multimodal/add-labels-to-api-calls)
public record RequestSpec(
    Template template,
    String system,
    Map<String, ColumnUse> columns,
    List<FilePart> files,
    boolean guarded,
    Optional<AnswerSchema> answer,
    GenerationSettings settings,
    Map<String, String> labels) {
  public RequestSpec {
    columns = Map.copyOf(columns);
    files = List.copyOf(files);
    labels = Map.copyOf(labels);
  }

  /// A prompt and a system instruction, and nothing else.
  public static RequestSpec of(String template, String system) {
    return new RequestSpec(
        Template.parse(template),
        system,
        Map.of(),
        List.of(),
        false,
        Optional.empty(),
        GenerationSettings.NONE,
        Map.of());
  }

  public RequestSpec withTemplate(Template text) {
    return new RequestSpec(text, system, columns, files, guarded, answer, settings, labels);
  }

  public RequestSpec withSystem(String text) {
    return new RequestSpec(template, text, columns, files, guarded, answer, settings, labels);
  }

  public RequestSpec withGuard(boolean guard) {
    return new RequestSpec(template, system, columns, files, guard, answer, settings, labels);
  }

  public RequestSpec withAnswer(Optional<AnswerSchema> schema) {
    return new RequestSpec(template, system, columns, files, guarded, schema, settings, labels);
  }

  public RequestSpec withSettings(GenerationSettings chosen) {
    return new RequestSpec(template, system, columns, files, guarded, answer, chosen, labels);
  }

  public RequestSpec withColumns(Map<String, ColumnUse> uses) {
    return new RequestSpec(template, system, uses, files, guarded, answer, settings, labels);
  }

  public RequestSpec withFiles(List<FilePart> parts) {
    return new RequestSpec(template, system, columns, parts, guarded, answer, settings, labels);
  }

  public RequestSpec withLabels(Map<String, String> chosen) {
    return new RequestSpec(template, system, columns, files, guarded, answer, settings, chosen);
  }
}
