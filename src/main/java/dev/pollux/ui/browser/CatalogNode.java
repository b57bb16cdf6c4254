package dev.pollux.ui.browser;

import dev.pollux.domain.Dataset;
import dev.pollux.domain.TableEntry;
import dev.pollux.domain.TableRef;
import java.util.List;

/// A line of the tree.
sealed interface CatalogNode {
  String label();

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

  record Project(String id) implements CatalogNode {
    @Override
    public String label() {
      return id;
    }
  }

  record DatasetNode(Dataset dataset) implements CatalogNode {
    @Override
    public String label() {
      return dataset.ref().dataset();
    }
  }

  record TableNode(TableEntry entry) implements CatalogNode {
    @Override
    public String label() {
      return entry.ref().table();
    }
  }

  /// Stands where children are being asked for, or says why there are none.
  record Note(String label, boolean problem) implements CatalogNode {}
}
