package dev.pollux.ui.results.summary;

import dev.pollux.prompt.answer.AnswerSchema;
import dev.pollux.prompt.answer.Limits;
import dev.pollux.results.summary.Expected;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// What was asked of the members of an answer, as far as a chart can tell whether they keep to it.
final class AskedOfMembers {
  private AskedOfMembers() {}

  static Map<String, Expected> of(Optional<AnswerSchema> asked) {
    Map<String, Expected> all = new HashMap<>();
    asked.ifPresent(
        schema -> schema.members().forEach(member -> all.put(member.name(), of(member.type()))));
    return all;
  }

  private static Expected of(AnswerSchema.Type type) {
    return switch (type) {
      case AnswerSchema.Type.Choice(List<String> values) ->
          new Expected(values, OptionalDouble.empty(), OptionalDouble.empty());
      case AnswerSchema.Type.Decimal(Limits range) -> of(range);
      case AnswerSchema.Type.Whole(Limits range) -> of(range);
      case AnswerSchema.Type.Text _,
          AnswerSchema.Type.Quote _,
          AnswerSchema.Type.YesNo _,
          AnswerSchema.Type.CalendarDate _,
          AnswerSchema.Type.PointInTime _,
          AnswerSchema.Type.ListOf _,
          AnswerSchema.Type.Group _ ->
          Expected.ANYTHING;
    };
  }

  private static Expected of(Limits range) {
    return new Expected(List.of(), end(range.least()), end(range.most()));
  }

  private static OptionalDouble end(Optional<BigDecimal> end) {
    return end.isPresent() ? OptionalDouble.of(end.get().doubleValue()) : OptionalDouble.empty();
  }
}
