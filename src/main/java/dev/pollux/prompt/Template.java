package dev.pollux.prompt;

import dev.pollux.domain.Finding;
import dev.pollux.domain.TableSchema;
import java.util.ArrayList;
import java.util.List;

/// A prompt with columns in double braces: `What is {{text}} about?`. Four braces stand for two:
/// `{{{{` is `{{`, and `}}}}` is `}}`. Blanks inside the braces do not count.
///
/// @param text as it was written
public record Template(String text, List<Piece> pieces, boolean unclosed) {
  public Template {
    pieces = List.copyOf(pieces);
  }

  /// A part of the prompt.
  public sealed interface Piece {
    record Literal(String text) implements Piece {}

    /// A column's name or path, and where its braces open and close in the text (0-based, the end
    /// behind the last brace).
    record Column(String name, int start, int end) implements Piece {}
  }

  public static Template parse(String text) {
    List<Piece> pieces = new ArrayList<>();
    StringBuilder literal = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      if (text.startsWith("{{{{", at) || text.startsWith("}}}}", at)) {
        literal.append(text, at, at + 2);
        at += 4;
      } else if (text.startsWith("{{", at)) {
        int end = text.indexOf("}}", at);
        if (end < 0) {
          flush(pieces, literal.append(text.substring(at)));
          return new Template(text, pieces, true);
        }
        flush(pieces, literal);
        pieces.add(new Piece.Column(text.substring(at + 2, end).strip(), at, end + 2));
        at = end + 2;
      } else {
        literal.append(text.charAt(at++));
      }
    }
    flush(pieces, literal);
    return new Template(text, pieces, false);
  }

  private static void flush(List<Piece> pieces, StringBuilder literal) {
    if (!literal.isEmpty()) {
      pieces.add(new Piece.Literal(literal.toString()));
      literal.setLength(0);
    }
  }

  /// The names between braces, in order, each once.
  public List<String> columns() {
    return pieces.stream()
        .filter(Piece.Column.class::isInstance)
        .map(piece -> ((Piece.Column) piece).name())
        .distinct()
        .toList();
  }

  /// What is wrong with it for a table of these columns.
  public List<Finding> check(TableSchema schema) {
    boolean blank =
        columns().isEmpty()
            && pieces.stream().allMatch(p -> p instanceof Piece.Literal l && l.text().isBlank());
    if (blank) {
      return List.of(Finding.stop("template.blank"));
    }
    List<Finding> found = new ArrayList<>();
    if (unclosed) {
      found.add(Finding.stop("template.unclosed"));
    }
    spots(schema).stream().map(Spot::finding).distinct().forEach(found::add);
    if (columns().isEmpty() && !unclosed) {
      found.add(Finding.warning("template.no-column"));
    }
    return found;
  }

  /// Something wrong, and where it stands in the text.
  public record Spot(int start, int end, Finding finding) {}

  /// The columns that the table does not have, where they stand.
  public List<Spot> spots(TableSchema schema) {
    return pieces.stream()
        .filter(Piece.Column.class::isInstance)
        .map(Piece.Column.class::cast)
        .flatMap(column ->
            ColumnNames.check(column.name(), schema).stream()
                .map(finding -> new Spot(column.start(), column.end(), finding)))
        .toList();
  }
}
