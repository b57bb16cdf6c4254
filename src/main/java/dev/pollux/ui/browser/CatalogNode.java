package dev.pollux.ui.browser;

import dev.pollux.domain.Dataset;
import dev.pollux.domain.TableEntry;

/// A line of the tree.
sealed interface CatalogNode {
  String label();

  record Root() implements CatalogNode {
    @Override
    public String label() {
      return "";
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
