package dev.pollux.prompt;

import dev.pollux.domain.Finding;
import dev.pollux.domain.table.TableSchema;
import dev.pollux.prompt.column.ColumnNames;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// A prompt with columns in double braces: `What is {{text}} about?`. Blanks inside the braces do
/// not count. Everything else is sent as it stands, closing braces too, however many: a prompt
/// often ends in JSON. Four opening braces stand for two, and so do the four closing ones that
/// belong to them: `{{{{x}}}}` is `{{x}}`.
///
/// @param text as it was written
/// @param braces those that are not sent as they stand, or are easily taken for something else
public record Template(String text, List<Piece> pieces, List<Brace> braces) {
  public Template {
    pieces = List.copyOf(pieces);
    braces = List.copyOf(braces);
  }

  /// A part of the prompt.
  public sealed interface Piece {
    record Literal(String text) implements Piece {}

    /// A column's name or path, and where its braces open and close in the text (0-based, the end
    /// behind the last brace).
    record Column(String name, int start, int end) implements Piece {}
  }

  /// Braces that need a word, and where they stand.
  public record Brace(int start, int end, Kind kind) {
    /// What is to be said of them.
    public enum Kind {
      /// Two that open, and no two that close before others open.
      UNCLOSED("template.unclosed"),
      /// Four that are sent as two.
      FOUR("template.four-braces"),
      /// One more around those of a column, which other template languages take for their own.
      THIRD("template.third-brace");

      private final String code;

      Kind(String code) {
        this.code = code;
      }
    }

    Spot spot() {
      Finding finding =
          kind == Kind.UNCLOSED ? Finding.stop(kind.code) : Finding.warning(kind.code);
      return new Spot(start, end, finding);
    }
  }

  public static Template parse(String text) {
    return new TemplateParser(text).parse();
  }

  /// What to write so that exactly this is sent, braces and all.
  public static String plain(String text) {
    return TemplateText.of(text);
  }

  /// The same prompt with braces that open no column sent as they stand: those around these names,
  /// and those without an end.
  public Template withPlain(Set<String> names) {
    TemplateText written = new TemplateText();
    StringBuilder literal = new StringBuilder();
    for (Piece piece : pieces) {
      switch (piece) {
        case Piece.Literal(String plain) -> literal.append(plain);
        case Piece.Column(String column, int start, int end) when names.contains(column) ->
            literal.append(text, start, end);
        case Piece.Column(String _, int start, int end) -> {
          written.plain(literal.toString());
          literal.setLength(0);
          written.column(text.substring(start, end));
        }
      }
    }
    written.plain(literal.toString());
    return parse(written.toString());
  }

  /// The names between braces, in order, each once.
  public List<String> columns() {
    return pieces.stream()
        .filter(Piece.Column.class::isInstance)
        .map(piece -> ((Piece.Column) piece).name())
        .distinct()
        .toList();
  }

  /// Whether a column begins there.
  public boolean isColumn(int start) {
    return pieces.stream().anyMatch(p -> p instanceof Piece.Column c && c.start() == start);
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
    spots(schema).stream().map(Spot::finding).distinct().forEach(found::add);
    if (columns().isEmpty() && found.stream().noneMatch(Finding::stops)) {
      found.add(Finding.warning("template.no-column"));
    }
    return found;
  }

  /// Something wrong, and where it stands in the text.
  public record Spot(int start, int end, Finding finding) {}

  /// The columns that the table does not have, and braces that need a word, where they stand.
  public List<Spot> spots(TableSchema schema) {
    Stream<Spot> columns =
        pieces.stream()
            .filter(Piece.Column.class::isInstance)
            .map(Piece.Column.class::cast)
            .flatMap(column ->
                ColumnNames.check(column.name(), schema).stream()
                    .map(finding -> new Spot(column.start(), column.end(), finding)));
    return Stream.concat(columns, braces.stream().map(Brace::spot))
        .sorted(
            Comparator.comparing((Spot spot) -> !spot.finding().stops())
                .thenComparingInt(Spot::start))
        .toList();
  }
}
