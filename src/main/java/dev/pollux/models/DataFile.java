package dev.pollux.models;

import dev.pollux.domain.Finding;
import dev.pollux.files.BoundedText;
import dev.pollux.files.JsonFields;
import dev.pollux.files.WrongField;
import dev.pollux.files.WrongField.Expected;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A bundled JSON file that a person may correct with a file of their own: single members override
/// those of the bundled file, and the entries of `models` do so by their `id`. A file that makes no
/// sense is left out altogether, and `problem` says where it went wrong.
///
/// @param content what the file says, read
/// @param problem why the person's own file was left out
public record DataFile<T>(T content, Optional<Finding> problem) {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION).build();

  /// The most bytes that a person's own file may have.
  private static final int MOST_BYTES = 4_000_000;

  /// Never throws for what stands in the person's own file.
  ///
  /// @param bundled a resource beside `beside`
  /// @param own the person's file, which need not exist
  /// @param read makes sense of the whole; throws [WrongField] and nothing else where it cannot
  public static <T> DataFile<T> load(
      Class<?> beside, String bundled, Optional<Path> own, Function<JsonNode, T> read) {
    ObjectNode base = bundled(beside, bundled);
    if (own.isEmpty() || !Files.exists(own.get())) {
      return new DataFile<>(read.apply(base), Optional.empty());
    }
    String name = String.valueOf(own.get().getFileName());
    try {
      JsonNode over = JSON.readTree(BoundedText.read(own.get(), MOST_BYTES));
      return new DataFile<>(read.apply(merged(base, over)), Optional.empty());
    } catch (JacksonException e) {
      TokenStreamLocation at = e.getLocation();
      int line = at == null ? 1 : at.getLineNr();
      return broken(beside, bundled, read, Finding.warning("file.not-json", name, line));
    } catch (WrongField e) {
      String field = String.join(": ", e.path());
      return broken(
          beside, bundled, read, Finding.warning("file.bad-field", name, field, e.value()));
    } catch (IOException _) {
      return broken(beside, bundled, read, Finding.warning("file.unreadable", name));
    }
  }

  /// The entries of `models`, each called by its id.
  static List<JsonFields> models(JsonNode file) {
    return file.path("models")
        .valueStream()
        .map(model -> new JsonFields(model, List.of(model.path("id").asString("?"))))
        .toList();
  }

  private static <T> DataFile<T> broken(
      Class<?> beside, String bundled, Function<JsonNode, T> read, Finding problem) {
    return new DataFile<>(read.apply(bundled(beside, bundled)), Optional.of(problem));
  }

  private static ObjectNode bundled(Class<?> beside, String name) {
    try (InputStream in = beside.getResourceAsStream(name)) {
      return (ObjectNode) JSON.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ObjectNode merged(ObjectNode base, JsonNode over) {
    if (!(over instanceof ObjectNode own)) {
      throw new WrongField(Expected.OBJECT, List.of("{…}"), over.toString());
    }
    own.properties().stream()
        .filter(member -> !member.getKey().equals("models"))
        .forEach(member -> base.set(member.getKey(), member.getValue()));
    if (own.has("models")) {
      if (!(own.path("models") instanceof ArrayNode models)) {
        throw new WrongField(Expected.LIST, List.of("models"), own.path("models").toString());
      }
      models.forEach(model -> override((ArrayNode) base.path("models"), model));
    }
    return base;
  }

  private static void override(ArrayNode models, JsonNode own) {
    if (!(own instanceof ObjectNode model) || !own.path("id").isString()) {
      throw new WrongField(Expected.TEXT, List.of("models", "id"), own.path("id").toString());
    }
    List<JsonNode> same =
        models.valueStream().filter(m -> m.path("id").equals(model.path("id"))).toList();
    if (same.isEmpty()) {
      models.add(model);
    } else {
      ((ObjectNode) same.getFirst()).setAll(model);
    }
  }
}
