package dev.pollux.domain.table;

import java.util.Locale;
import java.util.Optional;

/// What became of a text that should name a table: the table, or why it is none.
public sealed interface TableReading {
  record Table(TableRef ref) implements TableReading {}

  /// @param part of the text that the reason is about
  record Refused(Reason reason, String part) implements TableReading {
    private static final int SHOWN = 40;

    /// The part, as much of it as a sentence takes.
    public String shown() {
      int length = Math.min(part.codePointCount(0, part.length()), SHOWN);
      String head = part.substring(0, part.offsetByCodePoints(0, length));
      return head.equals(part) ? part : head + "…";
    }
  }

  /// Why a text names no table.
  enum Reason {
    /// There is nothing to read.
    EMPTY,
    /// A name without its dataset.
    ONLY_TABLE,
    /// `dataset.table`, and nobody knows of which project.
    NO_PROJECT,
    /// A dataset or a project, and none of its tables.
    NO_TABLE,
    /// More names than a table has.
    TOO_MANY,
    /// Project ids are of lower-case letters, digits and hyphens.
    BAD_PROJECT,
    /// Datasets are of letters, digits and underscores.
    BAD_DATASET,
    /// A character that no table name has, or too many of them.
    BAD_TABLE,
    /// A link that leads to no table.
    OTHER_LINK;

    /// The end of the key of its words, such as `no-project`.
    public String key() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  default Optional<TableRef> table() {
    return switch (this) {
      case Table(TableRef ref) -> Optional.of(ref);
      case Refused _ -> Optional.empty();
    };
  }
}
