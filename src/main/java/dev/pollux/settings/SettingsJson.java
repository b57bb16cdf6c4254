package dev.pollux.settings;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.pollux.domain.Location;
import dev.pollux.domain.table.TableRef;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.deser.std.FromStringDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.ser.std.ToStringSerializer;

/// Settings in a JSON object that may hold more than this version knows. What it does not know, and
/// what makes no sense to it, stays as it is until the person changes that very thing.
final class SettingsJson {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .changeDefaultPropertyInclusion(i -> i.withValueInclusion(JsonInclude.Include.NON_ABSENT))
          .addModule(
              new SimpleModule()
                  .addSerializer(TableRef.class, ToStringSerializer.instance)
                  .addSerializer(Location.class, ToStringSerializer.instance)
                  .addDeserializer(
                      TableRef.class,
                      new TextReader<>(TableRef.class, t -> TableRef.parse(t).orElseThrow()))
                  .addDeserializer(Location.class, new TextReader<>(Location.class, Location::new)))
          .build();

  private SettingsJson() {}

  /// What was read, and the members that were left out since they make no sense here.
  record Reading(Settings settings, List<String> skipped) {}

  /// Members that are not there have their defaults. A member that makes no sense counts as not
  /// there, and costs no other.
  static Reading read(ObjectNode content) {
    if (content.isEmpty()) {
      return new Reading(Settings.DEFAULT, List.of()); // a first start waits for no databinding
    }
    ObjectNode sensible = content.deepCopy();
    List<String> skipped = new ArrayList<>();
    while (true) {
      try {
        ObjectNode all = tree(Settings.DEFAULT);
        overlay(all, sensible);
        return new Reading(JSON.treeToValue(all, Settings.class), skipped);
      } catch (DatabindException e) {
        if (!remove(sensible, e.getPath())) {
          throw e; // the fault would not be in the file, but here
        }
        skipped.add(name(e.getPath()));
      }
    }
  }

  private static void overlay(ObjectNode below, ObjectNode above) {
    above.forEachEntry((name, value) -> {
      if (value instanceof ObjectNode object && below.get(name) instanceof ObjectNode known) {
        overlay(known, object);
      } else if (!value.isNull()) {
        below.set(name, value);
      }
    });
  }

  private static boolean remove(ObjectNode from, List<JacksonException.Reference> path) {
    JsonNode parent = from;
    for (JacksonException.Reference step : path.subList(0, Math.max(0, path.size() - 1))) {
      JsonNode next =
          step.getIndex() < 0 ? parent.path(step.getPropertyName()) : parent.path(step.getIndex());
      if (next.isMissingNode()) {
        return false;
      }
      parent = next;
    }
    return switch (parent) {
      case ObjectNode object when !path.isEmpty() ->
          object.remove(path.getLast().getPropertyName()) != null;
      case ArrayNode array when !path.isEmpty() -> array.remove(path.getLast().getIndex()) != null;
      default -> false;
    };
  }

  private static String name(List<JacksonException.Reference> path) {
    List<String> names = new ArrayList<>();
    path.forEach(step ->
        names.add(
            step.getIndex() < 0 ? step.getPropertyName() : Integer.toString(step.getIndex() + 1)));
    return String.join(".", names);
  }

  /// Changes the members of `content` in which the two differ, and no other.
  static void write(Settings before, Settings now, ObjectNode content) {
    change(tree(before), tree(now), content);
  }

  private static void change(ObjectNode before, ObjectNode now, ObjectNode content) {
    before.forEachEntry((name, _) -> {
      if (!now.has(name)) {
        content.remove(name);
      }
    });
    now.forEachEntry((name, value) -> {
      if (value.equals(before.get(name))) {
        return;
      }
      if (value instanceof ObjectNode object
          && before.get(name) instanceof ObjectNode old
          && content.get(name) instanceof ObjectNode kept) {
        change(old, object, kept);
      } else {
        content.set(name, value);
      }
    });
  }

  private static ObjectNode tree(Settings settings) {
    return JSON.valueToTree(settings);
  }

  /// Reads what is a text in the file.
  private static final class TextReader<T> extends FromStringDeserializer<T> {
    private final Function<String, T> reader;

    TextReader(Class<T> type, Function<String, T> reader) {
      super(type);
      this.reader = reader;
    }

    @Override
    protected T _deserialize(String text, DeserializationContext context) {
      try {
        return reader.apply(text);
      } catch (RuntimeException e) {
        return context.reportInputMismatch(
            this, "not a %s: %s", handledType().getSimpleName(), text);
      }
    }
  }
}
