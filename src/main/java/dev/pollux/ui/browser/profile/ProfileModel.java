package dev.pollux.ui.browser.profile;

import dev.pollux.cloud.Queries.DryRun;
import dev.pollux.profile.ProfileSql;
import dev.pollux.profile.TableProfile;
import dev.pollux.ui.kit.FailureText;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// What is known of the columns of a table, and what a query over all of it would cost.
final class ProfileModel {
  /// The figures that are shown.
  sealed interface Figures {
    /// Nobody looked yet, or rows of it are not listed.
    record None() implements Figures {}

    record Reading() implements Figures {}

    /// @param rows how many the table has; negative where nobody knows
    /// @param newest the table of a set whose rows these are; empty where it is the table itself
    record Sample(TableProfile profile, long rows, Optional<String> newest) implements Figures {}

    /// @param untold columns with policy tags, which were left out
    record Whole(TableProfile profile, DryRun price, int untold) implements Figures {}

    record Failed(FailureText why) implements Figures {}
  }

  /// The query over all rows.
  sealed interface Offer {
    record None() implements Offer {}

    record Pricing() implements Offer {}

    /// @param stopped whether it ran, and the person stopped it
    record Offered(ProfileSql sql, DryRun price, boolean stopped) implements Offer {}

    record Running(ProfileSql sql, DryRun price) implements Offer {}

    /// Each query must narrow that column.
    record NeedsFilter(String column) implements Offer {}

    record NoColumn() implements Offer {}

    record Failed(FailureText why) implements Offer {}
  }

  private final ReadOnlyObjectWrapper<Figures> figures =
      new ReadOnlyObjectWrapper<>(new Figures.None());
  private final ReadOnlyObjectWrapper<Offer> offer = new ReadOnlyObjectWrapper<>(new Offer.None());

  ReadOnlyObjectProperty<Figures> figures() {
    return figures.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Offer> offer() {
    return offer.getReadOnlyProperty();
  }

  void show(Figures what) {
    figures.set(what);
  }

  void offer(Offer how) {
    offer.set(how);
  }
}
