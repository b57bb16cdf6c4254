package dev.pollux.recipe;

import dev.pollux.domain.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import tools.jackson.databind.JsonNode;

/// The fields of one object of a file, each of the kind that is expected. A field that is not there
/// is empty.
record RecipeFields(JsonNode node, String pointer, LineNumbers lines) {
  /// A field is not what it has to be.
  static final class Wrong extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Finding finding;

    Wrong(Finding finding) {
      super(finding.code());
      this.finding = finding;
    }

    Finding finding() {
      return finding;
    }
  }

  boolean has(String name) {
    return node.has(name);
  }

  List<String> names() {
    return List.copyOf(node.propertyNames());
  }

  private JsonNode value(String name, boolean right, String code) throws Wrong {
    if (has(name) && !right) {
      String field = (pointer + "/" + name).substring(1).replace('/', '.');
      throw new Wrong(Finding.stop(code, field, lines.of(pointer + "/" + name)));
    }
    return node.path(name);
  }

  String text(String name) throws Wrong {
    return value(name, node.path(name).isString(), "recipe.not-text").asString("");
  }

  boolean yes(String name, boolean otherwise) throws Wrong {
    return value(name, node.path(name).isBoolean(), "recipe.not-yes-no").asBoolean(otherwise);
  }

  OptionalDouble decimal(String name) throws Wrong {
    JsonNode value = node.path(name);
    value(name, value.isNumber() && Double.isFinite(value.doubleValue()), "recipe.not-number");
    return has(name) ? OptionalDouble.of(value.doubleValue()) : OptionalDouble.empty();
  }

  OptionalInt whole(String name) throws Wrong {
    JsonNode value = node.path(name);
    value(name, value.isIntegralNumber() && value.canConvertToInt(), "recipe.not-whole");
    return has(name) ? OptionalInt.of(value.intValue()) : OptionalInt.empty();
  }

  OptionalLong big(String name) throws Wrong {
    JsonNode value = node.path(name);
    value(name, value.isIntegralNumber() && value.canConvertToLong(), "recipe.not-whole");
    return has(name) ? OptionalLong.of(value.longValue()) : OptionalLong.empty();
  }

  /// One of the words, in lower case.
  String word(String name, List<String> words) throws Wrong {
    String word = text(name).toLowerCase(Locale.ROOT);
    if (!words.contains(word)) {
      String field = (pointer + "/" + name).substring(1).replace('/', '.');
      throw new Wrong(
          Finding.stop(
              "recipe.not-one-of",
              field,
              lines.of(pointer + "/" + name),
              word,
              String.join(", ", words)));
    }
    return word;
  }

  RecipeFields inside(String name) throws Wrong {
    JsonNode value = value(name, node.path(name).isObject(), "recipe.not-object");
    String escaped = name.replace("~", "~0").replace("/", "~1");
    return new RecipeFields(value, pointer + "/" + escaped, lines);
  }

  List<RecipeFields> list(String name) throws Wrong {
    JsonNode value = value(name, node.path(name).isArray(), "recipe.not-list");
    List<RecipeFields> all = new ArrayList<>();
    for (int i = 0; i < value.size(); i++) {
      String here = pointer + "/" + name + "/" + i;
      if (!value.get(i).isObject()) {
        throw new Wrong(
            Finding.stop("recipe.not-object", here.substring(1).replace('/', '.'), lines.of(here)));
      }
      all.add(new RecipeFields(value.get(i), here, lines));
    }
    return all;
  }
}
