package dev.pollux.prompt.answer;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/// What each answer looks like: an object with these members, in this order. Each becomes a column
/// of the results.
public record AnswerSchema(List<Member> members) {
  public AnswerSchema {
    members = List.copyOf(members);
  }

  /// The columns that members quote from, each once.
  public List<String> quoted() {
    Set<String> all = new LinkedHashSet<>();
    quoting(column -> {
      all.add(column);
      return column;
    });
    all.removeIf(String::isBlank);
    return List.copyOf(all);
  }

  /// The same with other names for the columns that are quoted.
  public AnswerSchema quoting(UnaryOperator<String> names) {
    return new AnswerSchema(quoting(members, names));
  }

  private static List<Member> quoting(List<Member> members, UnaryOperator<String> names) {
    return members.stream()
        .map(m -> new Member(m.name(), quoting(m.type(), names), m.description(), m.required()))
        .toList();
  }

  private static Type quoting(Type type, UnaryOperator<String> names) {
    return switch (type) {
      case Type.Quote(String column) -> new Type.Quote(names.apply(column));
      case Type.ListOf(Type element, Limits length) ->
          new Type.ListOf(quoting(element, names), length);
      case Type.Group(List<Member> inside) -> new Type.Group(quoting(inside, names));
      case Type.Text _,
          Type.Choice _,
          Type.Decimal _,
          Type.Whole _,
          Type.YesNo _,
          Type.CalendarDate _,
          Type.PointInTime _ ->
          type;
    };
  }

  /// One member. `description` tells Gemini what to put there; it may be empty.
  public record Member(String name, Type type, String description, boolean required) {}

  /// What a member holds.
  public sealed interface Type {
    /// The members of a group, or of a list of groups; none for other types.
    default List<Member> members() {
      return switch (this) {
        case Group group -> group.members();
        case ListOf(Type element, Limits _) -> element.members();
        case Text _,
            Quote _,
            Choice _,
            Decimal _,
            Whole _,
            YesNo _,
            CalendarDate _,
            PointInTime _ ->
            List.of();
      };
    }

    /// @param length in characters
    record Text(Limits length) implements Type {
      public Text() {
        this(Limits.NONE);
      }
    }

    /// Words that stand in a column of the row, character for character.
    ///
    /// @param column its name or path, as in a template; empty while none is chosen
    record Quote(String column) implements Type {}

    /// One of these words.
    record Choice(List<String> values) implements Type {
      public Choice {
        values = List.copyOf(values);
      }
    }

    record Decimal(Limits range) implements Type {
      public Decimal() {
        this(Limits.NONE);
      }
    }

    /// A number without a fraction.
    record Whole(Limits range) implements Type {
      public Whole() {
        this(Limits.NONE);
      }
    }

    record YesNo() implements Type {}

    /// A day: `2026-11-26`.
    record CalendarDate() implements Type {}

    /// A day and its time, as RFC 3339 writes them: `2026-11-26T08:05:00Z`.
    record PointInTime() implements Type {}

    /// Any number of them; never a list of lists.
    ///
    /// @param length how many
    record ListOf(Type element, Limits length) implements Type {
      public ListOf(Type element) {
        this(element, Limits.NONE);
      }
    }

    /// Members one level below; never deeper.
    record Group(List<Member> members) implements Type {
      public Group {
        members = List.copyOf(members);
      }
    }
  }
}
