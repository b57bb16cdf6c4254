package dev.pollux.settings;

import dev.pollux.domain.Location;
import dev.pollux.domain.TableRef;
import dev.pollux.settings.Settings.Window;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Settings in a JSON object. A value that makes no sense counts as not there; members of other
/// versions are left alone.
final class SettingsJson {
  private SettingsJson() {}

  static Settings read(ObjectNode node) {
    Settings defaults = Settings.DEFAULT;
    return new Settings(
        choice(node.path("theme"), defaults.theme()),
        choice(node.path("language"), defaults.language()),
        window(node.path("window")),
        splits(node.path("splits")),
        choice(node.path("connection"), defaults.connection()),
        text(node.path("googleProject")),
        text(node.path("googleLocation"))
            .flatMap(SettingsJson::location)
            .orElse(defaults.googleLocation()),
        text(node.path("lastTable")).flatMap(TableRef::parse),
        tables(node.path("pinned")),
        tables(node.path("recent")),
        text(node.path("wizardDraft")),
        spending(node.path("spending"), defaults.spending()));
  }

  static void write(Settings settings, ObjectNode node) {
    node.put("theme", name(settings.theme()));
    node.put("language", name(settings.language()));
    settings.window().ifPresent(window -> write(window, node.putObject("window")));
    ObjectNode splits = node.putObject("splits");
    new java.util.TreeMap<>(settings.splits()).forEach(splits::put);
    node.put("connection", name(settings.connection()));
    put(node, "googleProject", settings.googleProject());
    node.put("googleLocation", settings.googleLocation().id());
    put(node, "lastTable", settings.lastTable().map(TableRef::toString));
    ArrayNode pinned = node.putArray("pinned");
    settings.pinned().forEach(table -> pinned.add(table.toString()));
    ArrayNode recent = node.putArray("recent");
    settings.recent().forEach(table -> recent.add(table.toString()));
    put(node, "wizardDraft", settings.wizardDraft());
    ObjectNode spending = node.putObject("spending");
    spending.put("askAbove", settings.spending().askAbove());
    settings.spending().cap().ifPresent(cap -> spending.put("cap", cap));
  }

  private static void write(Window window, ObjectNode node) {
    node.put("x", window.x());
    node.put("y", window.y());
    node.put("width", window.width());
    node.put("height", window.height());
    node.put("maximized", window.maximized());
  }

  private static void put(ObjectNode node, String member, Optional<String> value) {
    value.ifPresentOrElse(text -> node.put(member, text), () -> node.remove(member));
  }

  private static String name(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static <E extends Enum<E>> E choice(JsonNode node, E otherwise) {
    for (E value : otherwise.getDeclaringClass().getEnumConstants()) {
      if (name(value).equals(node.asString(""))) {
        return value;
      }
    }
    return otherwise;
  }

  private static Optional<Window> window(JsonNode node) {
    double width = node.path("width").asDouble(0);
    double height = node.path("height").asDouble(0);
    return width > 0 && height > 0
        ? Optional.of(
            new Window(
                node.path("x").asDouble(0),
                node.path("y").asDouble(0),
                width,
                height,
                node.path("maximized").asBoolean(false)))
        : Optional.empty();
  }

  private static Settings.Spending spending(JsonNode node, Settings.Spending otherwise) {
    double ask = node.path("askAbove").asDouble(-1);
    double cap = node.path("cap").asDouble(-1);
    return new Settings.Spending(
        ask < 0 ? otherwise.askAbove() : ask, cap < 0 ? otherwise.cap() : OptionalDouble.of(cap));
  }

  private static Map<String, Double> splits(JsonNode node) {
    Map<String, Double> splits = new HashMap<>();
    node.properties()
        .forEach(split -> {
          double position = split.getValue().asDouble(-1);
          if (position >= 0 && position <= 1) {
            splits.put(split.getKey(), position);
          }
        });
    return splits;
  }

  private static Optional<String> text(JsonNode node) {
    return node.isString() && !node.asString().isBlank()
        ? Optional.of(node.asString())
        : Optional.empty();
  }

  private static Optional<Location> location(String text) {
    try {
      return Optional.of(new Location(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static List<TableRef> tables(JsonNode node) {
    List<TableRef> tables = new ArrayList<>();
    node.forEach(table -> TableRef.parse(table.asString("")).ifPresent(tables::add));
    return tables;
  }
}
