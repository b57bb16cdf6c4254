package dev.pollux.recipe;

import dev.pollux.domain.Finding;
import dev.pollux.files.BoundedText;
import dev.pollux.files.WholeFile;
import dev.pollux.recipe.RecipeReader.Reading;
import java.io.IOException;
import java.nio.file.Path;

/// A recipe in a file that anybody may have made. Blocks; not for the FX thread.
public final class RecipeFile {
  /// The most bytes that are read.
  public static final int MOST_BYTES = 4 * RecipeReader.MOST_CHARACTERS;

  private RecipeFile() {}

  /// Writes it whole, or leaves what was there.
  public static void write(Path file, Recipe recipe) throws IOException {
    WholeFile.write(file, RecipeJson.write(recipe));
  }

  /// The recipe, or why there is none; never an exception. Regular files only, and never more than
  /// [#MOST_BYTES] in memory: the name may be a link to a device without an end.
  public static Reading read(Path file) {
    try {
      return RecipeReader.read(BoundedText.read(file, MOST_BYTES));
    } catch (BoundedText.Refused e) {
      return Reading.refused(
          switch (e.reason()) {
            case NOT_A_FILE -> Finding.stop("recipe.not-a-file");
            case TOO_BIG -> Finding.stop("recipe.too-big", RecipeReader.MOST_CHARACTERS);
            case NOT_UTF_8 -> Finding.stop("recipe.not-utf-8");
          });
    } catch (IOException _) {
      return Reading.refused(Finding.stop("recipe.unreadable"));
    }
  }
}
