package dev.pollux.prompt.answer;

import dev.pollux.prompt.answer.AnswerSchema.Member;
import java.util.List;
import java.util.stream.Collectors;

/// The columns that answers become.
public final class SchemaTypes {
  private SchemaTypes() {}

  /// A column and its type as BigQuery writes it: `STRING`, `ARRAY<INT64>`, `STRUCT<a BOOL>`.
  public record Column(String name, String type) {}

  public static List<Column> of(AnswerSchema schema) {
    return schema.members().stream().map(m -> new Column(m.name(), type(m.type()))).toList();
  }

  /// A type as BigQuery writes it.
  public static String type(AnswerSchema.Type type) {
    return switch (type) {
      case AnswerSchema.Type.Text _, AnswerSchema.Type.Choice _ -> "STRING";
      case AnswerSchema.Type.Decimal _ -> "FLOAT64";
      case AnswerSchema.Type.Whole _ -> "INT64";
      case AnswerSchema.Type.YesNo _ -> "BOOL";
      case AnswerSchema.Type.ListOf(AnswerSchema.Type element) -> "ARRAY<" + type(element) + ">";
      case AnswerSchema.Type.Group(List<Member> members) ->
          members.stream()
              .map(m -> "`" + m.name() + "` " + type(m.type()))
              .collect(Collectors.joining(", ", "STRUCT<", ">"));
    };
  }
}
