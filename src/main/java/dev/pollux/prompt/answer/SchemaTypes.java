package dev.pollux.prompt.answer;

import dev.pollux.domain.value.Field;
import dev.pollux.domain.value.FieldType;
import java.util.List;

/// The columns that answers become in BigQuery.
public final class SchemaTypes {
  private SchemaTypes() {}

  /// A column for each member, in order: lists are ARRAYs, groups are STRUCTs.
  public static List<Field> of(AnswerSchema schema) {
    return fields(schema.members());
  }

  private static List<Field> fields(List<AnswerSchema.Member> members) {
    return members.stream().map(member -> field(member.name(), member.type())).toList();
  }

  private static Field field(String name, AnswerSchema.Type type) {
    return switch (type) {
      case AnswerSchema.Type.Text _, AnswerSchema.Type.Quote _, AnswerSchema.Type.Choice _ ->
          Field.of(name, FieldType.STRING);
      case AnswerSchema.Type.Decimal _ -> Field.of(name, FieldType.FLOAT64);
      case AnswerSchema.Type.Whole _ -> Field.of(name, FieldType.INT64);
      case AnswerSchema.Type.YesNo _ -> Field.of(name, FieldType.BOOL);
      case AnswerSchema.Type.CalendarDate _ -> Field.of(name, FieldType.DATE);
      case AnswerSchema.Type.PointInTime _ -> Field.of(name, FieldType.TIMESTAMP);
      case AnswerSchema.Type.ListOf(AnswerSchema.Type element, Limits _) -> {
        Field one = field(name, element);
        yield new Field(name, one.type(), Field.Mode.REPEATED, one.fields(), "");
      }
      case AnswerSchema.Type.Group(List<AnswerSchema.Member> members) ->
          new Field(name, FieldType.STRUCT, Field.Mode.NULLABLE, fields(members), "");
    };
  }
}
