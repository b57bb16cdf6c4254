package dev.pollux.models;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/// The members of one object of a data file, read strictly.
///
/// @param where what the object is called when something is wrong with it
public record Members(String where, JsonNode node) {
  /// Those of the entries of `models`, each called by its id.
  public static List<Members> models(JsonNode file) {
    List<Members> all = new ArrayList<>();
    file.path("models").forEach(m -> all.add(new Members(m.path("id").asString("?"), m)));
    return all;
  }

  public boolean has(String name) {
    return node.has(name);
  }

  public Members object(String name) {
    JsonNode member = node.path(name);
    return check(name, member, member.isObject() ? new Members(where + ": " + name, member) : null);
  }

  public List<Members> objects(String name) {
    List<Members> all = new ArrayList<>();
    node.path(name).forEach(m -> all.add(new Members(where + ": " + name, m)));
    if (all.isEmpty()) {
      throw new BadField(where + ": " + name, node.path(name).toString());
    }
    return all;
  }

  public String text(String name) {
    JsonNode member = node.path(name);
    return check(name, member, member.isString() ? member.asString() : null);
  }

  public Optional<String> maybeText(String name) {
    return has(name) ? Optional.of(text(name)) : Optional.empty();
  }

  public boolean flag(String name, boolean otherwise) {
    JsonNode member = node.path(name);
    return has(name)
        ? check(name, member, member.isBoolean() ? Boolean.valueOf(member.asBoolean()) : null)
        : otherwise;
  }

  /// A number that is not negative.
  public double number(String name) {
    JsonNode member = node.path(name);
    boolean good = member.isNumber() && member.asDouble() >= 0;
    return check(name, member, good ? Double.valueOf(member.asDouble()) : null);
  }

  public OptionalDouble maybeNumber(String name) {
    return has(name) ? OptionalDouble.of(number(name)) : OptionalDouble.empty();
  }

  /// A whole number that is not negative, below two billions.
  public int count(String name) {
    JsonNode member = node.path(name);
    boolean good = member.isInt() && member.asInt() >= 0;
    return check(name, member, good ? Integer.valueOf(member.asInt()) : null);
  }

  public LocalDate date(String name) {
    try {
      return LocalDate.parse(text(name));
    } catch (DateTimeParseException _) {
      throw new BadField(where + ": " + name, node.path(name).toString());
    }
  }

  public Optional<LocalDate> maybeDate(String name) {
    return has(name) ? Optional.of(date(name)) : Optional.empty();
  }

  /// Texts; none where the member is not there.
  public List<String> texts(String name) {
    return list(name, text -> text);
  }

  /// Words of an enum, in any spelling: `topP` is TOP_P.
  public <E extends Enum<E>> List<E> words(String name, Class<E> type) {
    return list(name, text -> word(name, text, type));
  }

  public <E extends Enum<E>> E word(String name, Class<E> type) {
    return word(name, text(name), type);
  }

  private <E extends Enum<E>> E word(String name, String text, Class<E> type) {
    String plain = text.replace("_", "").toLowerCase(Locale.ROOT);
    for (E value : type.getEnumConstants()) {
      if (value.name().replace("_", "").toLowerCase(Locale.ROOT).equals(plain)) {
        return value;
      }
    }
    throw new BadField(where + ": " + name, text);
  }

  private <T> List<T> list(String name, Function<String, T> read) {
    if (!has(name)) {
      return List.of();
    }
    if (!node.path(name).isArray()) {
      throw new BadField(where + ": " + name, node.path(name).toString());
    }
    List<T> all = new ArrayList<>();
    for (JsonNode element : node.path(name)) {
      all.add(read.apply(check(name, element, element.isString() ? element.asString() : null)));
    }
    return all;
  }

  private <T> T check(String name, JsonNode member, @org.jspecify.annotations.Nullable T value) {
    if (value == null) {
      throw new BadField(where + ": " + name, member.isMissingNode() ? "–" : member.toString());
    }
    return value;
  }
}
