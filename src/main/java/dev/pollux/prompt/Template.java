package dev.pollux.prompt;

import dev.pollux.domain.TableSchema;
import dev.pollux.prompt.finding.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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

    /// A column's name, and where its braces open in the text (0-based).
    record Column(String name, int at) implements Piece {}
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
        pieces.add(new Piece.Column(text.substring(at + 2, end).strip(), at));
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
    List<Finding> found = new ArrayList<>();
    boolean blank =
        columns().isEmpty()
            && pieces.stream().allMatch(p -> p instanceof Piece.Literal l && l.text().isBlank());
    if (blank) {
      return List.of(Finding.stop("template.blank"));
    }
    if (unclosed) {
      found.add(Finding.stop("template.unclosed"));
    }
    for (String name : columns()) {
      if (schema.find(name).isEmpty()) {
        found.add(
            nearest(name, schema)
                .map(near -> Finding.stop("template.unknown-near", name, near))
                .orElseGet(() -> Finding.stop("template.unknown", name)));
      }
    }
    if (columns().isEmpty() && !unclosed) {
      found.add(Finding.warning("template.no-column"));
    }
    return found;
  }

  private static Optional<String> nearest(String name, TableSchema schema) {
    String wanted = name.toLowerCase(java.util.Locale.ROOT);
    return schema.fields().stream()
        .map(field -> field.name())
        .filter(other -> {
          String known = other.toLowerCase(java.util.Locale.ROOT);
          return !wanted.isEmpty()
              && (known.startsWith(wanted)
                  || wanted.startsWith(known)
                  || distance(known, wanted) <= 2);
        })
        .findFirst();
  }

  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int corner = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int above = row[j];
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? corner : corner + 1;
        row[j] = Math.min(Math.min(row[j] + 1, row[j - 1] + 1), change);
        corner = above;
      }
    }
    return row[b.length()];
  }
}
