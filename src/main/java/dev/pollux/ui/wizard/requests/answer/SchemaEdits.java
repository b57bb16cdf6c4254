package dev.pollux.ui.wizard.requests.answer;

import dev.pollux.prompt.answer.AnswerSchema;
import dev.pollux.prompt.answer.AnswerSchema.Member;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;

/// Changes a schema at a place: `[2]` is the third member, `[2, 0]` the first of the group in it.
final class SchemaEdits {
  private static final Member FRESH = new Member("", new AnswerSchema.Type.Text(), "", true);

  private SchemaEdits() {}

  static AnswerSchema fresh() {
    return new AnswerSchema(List.of(FRESH));
  }

  /// Adds a member at the end of the group at that place; of the schema where it is empty.
  static AnswerSchema add(AnswerSchema schema, List<Integer> group, String name) {
    Member fresh = new Member(name, FRESH.type(), FRESH.description(), FRESH.required());
    return group.isEmpty()
        ? new AnswerSchema(added(schema.members(), fresh))
        : replace(schema, group, owner -> with(owner, added(owner.type().members(), fresh)));
  }

  private static List<Member> added(List<Member> members, Member fresh) {
    List<Member> all = new ArrayList<>(members);
    all.add(fresh);
    return all;
  }

  /// The place of the last member of a group, or of the schema.
  static List<Integer> last(AnswerSchema schema, List<Integer> group) {
    List<Integer> at = new ArrayList<>(group);
    at.add(siblings(schema, group).size() - 1);
    return at;
  }

  /// Where a member stands after [#move].
  static List<Integer> moved(AnswerSchema schema, List<Integer> at, int by) {
    List<Integer> group = at.subList(0, at.size() - 1);
    List<Integer> to = new ArrayList<>(group);
    to.add(Math.clamp((long) at.getLast() + by, 0, siblings(schema, group).size() - 1));
    return to;
  }

  private static List<Member> siblings(AnswerSchema schema, List<Integer> group) {
    return group.isEmpty()
        ? schema.members()
        : schema.members().get(group.getFirst()).type().members();
  }

  static AnswerSchema replace(AnswerSchema schema, List<Integer> at, UnaryOperator<Member> change) {
    return siblings(
        schema,
        at,
        all -> {
          all.set(at.getLast(), change.apply(all.get(at.getLast())));
          return all;
        });
  }

  static AnswerSchema remove(AnswerSchema schema, List<Integer> at) {
    return siblings(
        schema,
        at,
        all -> {
          all.remove((int) at.getLast());
          return all;
        });
  }

  /// @param by -1 for up, 1 for down; at the ends nothing happens
  static AnswerSchema move(AnswerSchema schema, List<Integer> at, int by) {
    return siblings(
        schema,
        at,
        all -> {
          int to = at.getLast() + by;
          if (to >= 0 && to < all.size()) {
            Collections.swap(all, at.getLast(), to);
          }
          return all;
        });
  }

  private static AnswerSchema siblings(
      AnswerSchema schema, List<Integer> at, UnaryOperator<List<Member>> change) {
    if (at.size() == 1) {
      return members(schema, change);
    }
    return replace(
        schema,
        at.subList(0, 1),
        owner -> with(owner, change.apply(new ArrayList<>(owner.type().members()))));
  }

  private static AnswerSchema members(AnswerSchema schema, UnaryOperator<List<Member>> change) {
    return new AnswerSchema(change.apply(new ArrayList<>(schema.members())));
  }

  private static Member with(Member owner, List<Member> members) {
    AnswerSchema.Type type =
        owner.type() instanceof AnswerSchema.Type.ListOf list
            ? new AnswerSchema.Type.ListOf(new AnswerSchema.Type.Group(members), list.length())
            : new AnswerSchema.Type.Group(members);
    return new Member(owner.name(), type, owner.description(), owner.required());
  }
}
