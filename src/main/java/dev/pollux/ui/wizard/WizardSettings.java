package dev.pollux.ui.wizard;

import dev.pollux.cost.Budget;
import dev.pollux.models.ModelCatalog;
import dev.pollux.models.PriceList;
import dev.pollux.prompt.MarkKey;
import dev.pollux.ui.catalog.PinnedTables;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// What the wizard is given of what lasts.
///
/// @param markKey the secret from which marks around row data are made
/// @param tables those that the person pinned, and those that were open last
/// @param budget the limits as they are kept
/// @param keep hears of changed limits
public record WizardSettings(
    ModelCatalog catalog,
    PriceList prices,
    MarkKey markKey,
    PinnedTables tables,
    Supplier<Budget> budget,
    Consumer<Budget> keep) {}
