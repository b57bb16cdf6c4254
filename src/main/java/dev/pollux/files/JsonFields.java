package dev.pollux.files;

import dev.pollux.files.WrongField.Expected;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/// The members of one JSON object of a file that a person may have written, read strictly: each
/// method throws [WrongField] where a member is not of its kind or out of its range, and nothing
/// else. A `maybe` method is empty where the member is not there; the others want it.
///
/// @param path the names that lead to the object; the first may be a name for the whole
public record JsonFields(JsonNode node, List<String> path) {
  public JsonFields {
    path = List.copyOf(path);
  }

  public boolean has(String name) {
    return node.has(name);
  }

  public List<String> names() {
    return List.copyOf(node.propertyNames());
  }

  public String text(String name) {
    JsonNode member = node.path(name);
    require(Expected.TEXT, name, member.isString());
    return member.asString();
  }

  public Optional<String> maybeText(String name) {
    return has(name) ? Optional.of(text(name)) : Optional.empty();
  }

  /// A text that `read` makes something of.
  public <T> T parsed(String name, Function<String, T> read) {
    return parsed(name, text(name), read);
  }

  public <T> Optional<T> maybeParsed(String name, Function<String, T> read) {
    return has(name) ? Optional.of(parsed(name, read)) : Optional.empty();
  }

  private <T> T parsed(String name, String text, Function<String, T> read) {
    try {
      return read.apply(text);
    } catch (IllegalArgumentException | DateTimeException _) {
      throw new WrongField(Expected.MEANINGFUL, path(name), text);
    }
  }

  public boolean flag(String name, boolean otherwise) {
    require(Expected.YES_NO, name, !has(name) || node.path(name).isBoolean());
    return node.path(name).asBoolean(otherwise);
  }

  public double number(String name, double least, double most) {
    JsonNode member = node.path(name);
    OptionalDouble value = member.isNumber() ? member.doubleValueOpt() : OptionalDouble.empty();
    require(Expected.NUMBER, name, member.isNumber());
    if (value.isEmpty() || !(value.getAsDouble() >= least && value.getAsDouble() <= most)) {
      throw new WrongField(Expected.IN_RANGE, path(name), member.toString(), least, most);
    }
    return value.getAsDouble();
  }

  public OptionalDouble maybeNumber(String name, double least, double most) {
    return has(name) ? OptionalDouble.of(number(name, least, most)) : OptionalDouble.empty();
  }

  public long whole(String name, long least, long most) {
    JsonNode member = node.path(name);
    require(Expected.WHOLE, name, member.isIntegralNumber());
    boolean fits = member.canConvertToLong();
    if (!fits || member.longValue() < least || member.longValue() > most) {
      throw new WrongField(Expected.IN_RANGE, path(name), member.toString(), least, most);
    }
    return member.longValue();
  }

  public OptionalLong maybeWhole(String name, long least, long most) {
    return has(name) ? OptionalLong.of(whole(name, least, most)) : OptionalLong.empty();
  }

  /// One of the values of an enum, in any case, with or without underscores: `topP` is TOP_P.
  public <E extends Enum<E>> E word(String name, Class<E> type) {
    return word(name, has(name) ? text(name) : "–", type);
  }

  private <E extends Enum<E>> E word(String name, String text, Class<E> type) {
    E[] values = type.getEnumConstants();
    for (E value : values) {
      if (plain(value.name()).equals(plain(text))) {
        return value;
      }
    }
    List<String> words = Stream.of(values).map(v -> v.name().toLowerCase(Locale.ROOT)).toList();
    throw new WrongField(Expected.ONE_OF, path(name), text, words.toArray());
  }

  private static String plain(String word) {
    return word.replace("_", "").toLowerCase(Locale.ROOT);
  }

  /// A list of words, as [#word(String, Class)] takes them; empty where the member is not there.
  public <E extends Enum<E>> List<E> words(String name, Class<E> type) {
    return texts(name, text -> word(name, text, type));
  }

  /// A list of texts that `read` makes something of; empty where the member is not there.
  public <T> List<T> texts(String name, Function<String, T> read) {
    List<T> all = new ArrayList<>();
    for (JsonNode element : list(name)) {
      require(Expected.TEXT, name, element.isString());
      all.add(parsed(name, element.asString(), read));
    }
    return all;
  }

  public JsonFields object(String name) {
    require(Expected.OBJECT, name, node.path(name).isObject());
    return new JsonFields(node.path(name), path(name));
  }

  /// An object without members where the member is not there.
  public JsonFields maybeObject(String name) {
    return has(name) ? object(name) : new JsonFields(MissingNode.getInstance(), path(name));
  }

  /// A list of objects; empty where the member is not there.
  public List<JsonFields> objects(String name) {
    List<JsonFields> all = new ArrayList<>();
    for (JsonNode element : list(name)) {
      List<String> at = new ArrayList<>(path(name));
      at.add(Integer.toString(all.size()));
      if (!element.isObject()) {
        throw new WrongField(Expected.OBJECT, at, element.toString());
      }
      all.add(new JsonFields(element, at));
    }
    return all;
  }

  private JsonNode list(String name) {
    require(Expected.LIST, name, !has(name) || node.path(name).isArray());
    return node.path(name);
  }

  private void require(Expected expected, String name, boolean right) {
    if (!right) {
      JsonNode member = node.path(name);
      String value = member.isMissingNode() ? "–" : member.toString();
      throw new WrongField(expected, path(name), value);
    }
  }

  private List<String> path(String name) {
    List<String> longer = new ArrayList<>(path);
    longer.add(name);
    return longer;
  }
}
