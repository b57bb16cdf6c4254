package dev.pollux.ui.catalog;

import dev.pollux.domain.table.Dataset;
import dev.pollux.domain.table.TableEntry;
import dev.pollux.domain.table.TableRef;
import java.util.List;
import java.util.Optional;

/// A line of the tree.
public sealed interface CatalogNode {
  /// What the line is called; empty for the root.
  String label();

  /// The table that the line is about; empty where it is about none.
  default Optional<TableRef> table() {
    return switch (this) {
      case TableNode node -> Optional.of(node.entry().ref());
      case Shelved shelved -> Optional.of(shelved.ref());
      case Root _, Shelf _, Project _, DatasetNode _, Note _ -> Optional.empty();
    };
  }

  /// Holds all others; it is not shown.
  record Root() implements CatalogNode {
    @Override
    public String label() {
      return "";
    }
  }

  /// The pinned tables, or the recent ones.
  record Shelf(String label, List<TableRef> tables) implements CatalogNode {
    public Shelf {
      tables = List.copyOf(tables);
    }
  }

  /// A table on a shelf, with its dataset's name since it stands outside of it.
  record Shelved(TableRef ref) implements CatalogNode {
    @Override
    public String label() {
      return ref.shortName();
    }
  }

  /// A project that can be browsed.
  record Project(String id) implements CatalogNode {
    @Override
    public String label() {
      return id;
    }
  }

  /// A dataset of a project.
  record DatasetNode(Dataset dataset) implements CatalogNode {
    @Override
    public String label() {
      return dataset.ref().dataset();
    }
  }

  /// A table of a dataset, of whatever kind.
  record TableNode(TableEntry entry) implements CatalogNode {
    @Override
    public String label() {
      return entry.ref().table();
    }
  }

  /// Stands where children are being asked for, or says why there are none.
  ///
  /// @param more all that is to be said, and what to do
  record Note(String label, boolean problem, String more) implements CatalogNode {
    public Note(String label, boolean problem) {
      this(label, problem, label);
    }
  }
}
