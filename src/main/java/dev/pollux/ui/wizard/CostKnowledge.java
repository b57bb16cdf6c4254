package dev.pollux.ui.wizard;

import dev.pollux.cost.Budget;
import dev.pollux.domain.Finding;
import dev.pollux.models.ModelCatalog;
import dev.pollux.models.PriceList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// What the wizard has to know to speak of models and money.
///
/// @param budget the limits as they are kept
/// @param keep hears of changed limits
public record CostKnowledge(
    ModelCatalog catalog, PriceList prices, Supplier<Budget> budget, Consumer<Budget> keep) {
  /// Files of the person's own that were left out, and why.
  public List<Finding> problems() {
    return Stream.of(catalog.problem(), prices.problem()).flatMap(Optional::stream).toList();
  }
}
