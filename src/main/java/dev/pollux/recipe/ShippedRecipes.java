package dev.pollux.recipe;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The recipes that come with Pollux. Each asks about a column named `text`.
public final class ShippedRecipes {
  private static final List<String> NAMES = List.of("classify", "extract", "summarise");

  private ShippedRecipes() {}

  public static List<Recipe> all() {
    return NAMES.stream().map(ShippedRecipes::load).toList();
  }

  private static Recipe load(String name) {
    try (InputStream in = ShippedRecipes.class.getResourceAsStream(name + RecipeJson.ENDING)) {
      if (in == null) {
        throw new IllegalStateException("no recipe " + name);
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return RecipeReader.read(text).recipe().orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
