package dev.pollux.ui.browser.profile;

import dev.pollux.background.Background;
import dev.pollux.background.LatestOnly;
import dev.pollux.cloud.Cloud;
import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.Queries.DryRun;
import dev.pollux.cloud.QueryResult;
import dev.pollux.domain.table.PartitionColumn;
import dev.pollux.domain.table.TableInfo;
import dev.pollux.domain.value.Row;
import dev.pollux.profile.ProfileSql;
import dev.pollux.profile.ProfiledRows;
import dev.pollux.profile.TableProfile;
import dev.pollux.prompt.rows.PartitionFilter;
import dev.pollux.prompt.rows.PreviewSql;
import dev.pollux.text.Words;
import dev.pollux.ui.browser.profile.ProfileModel.Figures;
import dev.pollux.ui.browser.profile.ProfileModel.Offer;
import dev.pollux.ui.feedback.FailureWords;
import dev.pollux.ui.kit.Lazy;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javafx.scene.Node;

/// Says what the columns of a table hold. Its first rows are read free of charge when a person
/// looks; all of them by a query, when they say so, for no more than they were told.
public final class ProfileController {
  /// Rows that are read free of charge at most.
  static final int ROWS = 1_000;

  /// Bytes of them, as BigQuery counts, about: wide rows are fewer.
  private static final long BYTES = 16L << 20;

  private final Cloud cloud;
  private final Background background;
  private final Words words;
  private final FailureWords failures;
  private final ProfileModel model = new ProfileModel();
  private final LatestOnly reading = new LatestOnly();
  private final LatestOnly asking = new LatestOnly();
  private final Lazy<ProfileView> view;
  private Optional<Subject> subject = Optional.empty();
  private boolean looked;

  /// @param listed whose rows are listed for the table, where they are
  private record Subject(TableInfo table, Optional<TableInfo> listed) {}

  public ProfileController(Cloud cloud, Background background, Words words) {
    this.cloud = cloud;
    this.background = background;
    this.words = words;
    this.failures = new FailureWords(words);
    this.view = new Lazy<>(() -> new ProfileView(model, this, words));
  }

  public Node node() {
    return view.get().root();
  }

  /// Another table is shown; nobody waits for the figures of the one before.
  public void of(TableInfo table, Optional<TableInfo> listed) {
    forget();
    subject = Optional.of(new Subject(table, listed));
  }

  /// No table is shown.
  public void forget() {
    reading.cancel();
    asking.cancel();
    looked = false;
    subject = Optional.empty();
    model.show(new Figures.None());
    model.offer(new Offer.None());
  }

  /// A person looks: nothing is read before.
  public void look() {
    if (!looked && subject.isPresent()) {
      looked = true;
      subject.get().listed().ifPresent(listed -> sample(subject.get().table(), listed));
      price(subject.get().table());
    }
  }

  private void sample(TableInfo table, TableInfo listed) {
    model.show(new Figures.Reading());
    Optional<String> newest =
        listed.ref().equals(table.ref()) ? Optional.empty() : Optional.of(listed.ref().table());
    reading.start(
        background
            .task(_ -> counted(listed))
            .onSuccess(profile -> model.show(new Figures.Sample(profile, listed.rows(), newest)))
            .onFailure(e ->
                model.show(
                    new Figures.Failed(
                        failures.explain(
                            words.get("browser.rows.failed", table.ref().shortName()), e)))));
  }

  private TableProfile counted(TableInfo table) throws CloudException {
    List<Row> rows = cloud.rows().page(table.ref(), table.schema(), 0, size(table)).rows();
    return ProfiledRows.of(table.schema(), rows);
  }

  private static int size(TableInfo table) {
    return table.rows() <= 0 || table.bytes() <= 0
        ? ROWS
        : Math.clamp(BYTES / Math.max(1, table.bytes() / table.rows()), 1, ROWS);
  }

  /// The query of a table with thousands of columns takes a while to write.
  private void price(TableInfo table) {
    model.offer(new Offer.Pricing());
    asking.start(
        background
            .task(_ -> offered(table))
            .onSuccess(model::offer)
            .onFailure(e -> failed(table, e)));
  }

  private Offer offered(TableInfo table) throws CloudException {
    Optional<ProfileSql> sql = ProfileSql.of(table);
    if (sql.isEmpty()) {
      return PartitionFilter.required(table)
          .map(PartitionColumn::name)
          .<Offer>map(Offer.NeedsFilter::new)
          .orElseGet(Offer.NoColumn::new);
    }
    return new Offer.Offered(sql.get(), cloud.queries().dryRun(sql.get().query()), false);
  }

  /// The person agreed to the price.
  void onWhole() {
    if (!(model.offer().get() instanceof Offer.Offered(ProfileSql sql, DryRun price, var _))
        || subject.isEmpty()) {
      return;
    }
    TableInfo table = subject.get().table();
    String id = "pollux_profile_" + UUID.randomUUID().toString().replace('-', '_');
    model.offer(new Offer.Running(sql, price));
    asking.start(
        background
            .<Figures.Whole>named(
                words.get("browser.profile.task", table.ref().shortName()),
                _ -> whole(table, sql, price, id))
            .onCancelled(() -> model.offer(new Offer.Offered(sql, price, true)))
            .onSuccess(this::showWhole)
            .onFailure(e -> failed(table, e)));
  }

  private Figures.Whole whole(TableInfo table, ProfileSql sql, DryRun price, String id)
      throws CloudException, InterruptedException {
    QueryResult answer = cloud.queries().run(sql.query(), id, price.ceiling());
    int untold = table.schema().fields().size() - PreviewSql.readable(table).size();
    return new Figures.Whole(sql.profile(answer.rows()), price, untold);
  }

  private void showWhole(Figures.Whole figures) {
    reading.cancel();
    model.show(figures);
    model.offer(new Offer.None());
  }

  /// The person waits no more for the query.
  void onStop() {
    if (model.offer().get() instanceof Offer.Running(ProfileSql sql, DryRun price)) {
      asking.cancel();
      model.offer(new Offer.Offered(sql, price, true));
    }
  }

  /// Once more, after a failure.
  void onAgain() {
    looked = false;
    look();
  }

  private void failed(TableInfo table, Exception problem) {
    model.offer(
        new Offer.Failed(
            failures.explain(
                words.get("browser.profile.failed", table.ref().shortName()), problem)));
  }
}
