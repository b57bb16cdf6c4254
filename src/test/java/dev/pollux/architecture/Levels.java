package dev.pollux.architecture;

import static java.util.Map.entry;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// What stands above what inside a room of several packages. A package uses those of the levels
/// below its own; packages of one level are strangers.
final class Levels {
  /// From the top to the bottom; a dot is the room itself.
  private static final Map<String, String> LEVELS =
      Map.ofEntries(
          entry("app", ". > settings > cloud sandbox > child log notice start tour window"),
          entry("cli", "run > doctor draft > . > sandbox"),
          entry("cloud.google", ". > bigquery vertex > client > credentials"),
          entry("domain", "connection job > table > . value"),
          entry("draft", "lookup > plan > check > state > . trial"),
          entry("prompt", ". > check rows > answer column"),
          entry("results", "compare export summary > . > outcome"),
          entry("run", ". > follow > submit > state"),
          entry("sandbox.bigquery", ". > job > wire"),
          entry("sandbox.gemini", ". > answer > request text"),
          entry("sandbox.vertex", ". > job > fault models > wire"),
          entry("ui.browser", ". > imports profile"),
          entry("ui.jobs", ". > action > state"),
          entry("ui.kit.grid", ". > copy width > rows"),
          entry("ui.results", ". > compare summary"),
          entry("ui.wizard.requests", ". > answer"));

  private final String root;
  private final Rooms rooms;

  Levels(String root, Rooms rooms) {
    this.root = root;
    this.rooms = rooms;
  }

  /// Whether one class may use another, as far as both stand in one room; and whether the first has
  /// a level at all.
  boolean mayDepend(JavaClass from, JavaClass to) {
    String room = room(from);
    if (room.isEmpty()) {
      return true;
    }
    OptionalInt level = level(room, from);
    if (level.isEmpty()) {
      return false;
    }
    return !rooms.isOurs(to)
        || !room(to).equals(room)
        || from.getPackageName().equals(to.getPackageName())
        || level(room, to).orElse(-1) > level.getAsInt();
  }

  /// What to do about a class that depends on what it may not.
  String cure(JavaClass from) {
    String room = room(from);
    return level(room, from).isEmpty()
        ? "give its package a level of " + room + " in Levels"
        : "the levels of " + room + " are " + LEVELS.getOrDefault(room, ".");
  }

  private String room(JavaClass type) {
    return rooms.of(type).orElse(rooms.inAny(type, "app") ? "app" : "");
  }

  private OptionalInt level(String room, JavaClass type) {
    String inside = type.getPackageName().substring(root.length() + 1 + room.length());
    String name = inside.isEmpty() ? "." : inside.substring(1);
    List<List<String>> levels =
        Arrays.stream(LEVELS.getOrDefault(room, ".").split(" > "))
            .map(level -> List.of(level.split(" ")))
            .toList();
    return IntStream.range(0, levels.size()).filter(i -> levels.get(i).contains(name)).findFirst();
  }
}
