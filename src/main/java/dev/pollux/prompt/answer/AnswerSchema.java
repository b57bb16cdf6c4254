package dev.pollux.prompt.answer;

import java.util.List;

/// What each answer looks like: an object with these members, in this order. Each becomes a column
/// of the results.
public record AnswerSchema(List<Member> members) {
  public AnswerSchema {
    members = List.copyOf(members);
  }

  /// One member. `description` tells Gemini what to put there; it may be empty.
  public record Member(String name, Type type, String description, boolean required) {}

  /// What a member holds.
  public sealed interface Type {
    /// The members of a group, or of a list of groups; none for other types.
    default List<Member> members() {
      return switch (this) {
        case Group group -> group.members();
        case ListOf(Type element) -> element.members();
        case Text _, Choice _, Decimal _, Whole _, YesNo _ -> List.of();
      };
    }

    record Text() implements Type {}

    /// One of these words.
    record Choice(List<String> values) implements Type {
      public Choice {
        values = List.copyOf(values);
      }
    }

    record Decimal() implements Type {}

    /// A number without a fraction.
    record Whole() implements Type {}

    record YesNo() implements Type {}

    /// Any number of them; never a list of lists.
    record ListOf(Type element) implements Type {}

    /// Members one level below; never deeper.
    record Group(List<Member> members) implements Type {
      public Group {
        members = List.copyOf(members);
      }
    }
  }
}
