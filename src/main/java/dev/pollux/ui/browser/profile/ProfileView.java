package dev.pollux.ui.browser.profile;

import dev.pollux.profile.ColumnProfile;
import dev.pollux.profile.TableProfile;
import dev.pollux.text.Words;
import dev.pollux.ui.browser.profile.ProfileModel.Figures;
import dev.pollux.ui.browser.profile.ProfileModel.Offer;
import dev.pollux.ui.kit.View;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A line for each column of the table, and the frequent values of the chosen one.
final class ProfileView extends View<BorderPane> {
  private final ProfileModel model;
  private final ProfileWords said;
  private final Words words;
  private final TableView<ColumnProfile> columns = new TableView<>();
  private final FrequentPane frequent;
  private final Label figures = new Label();
  private final Label offer = new Label();
  private final Button whole = new Button();
  private final Button stop = new Button();
  private final Button again = new Button();
  private final ProgressIndicator busy = new ProgressIndicator();

  ProfileView(ProfileModel model, ProfileController controller, Words words) {
    super(new BorderPane());
    this.model = model;
    this.words = words;
    this.said = new ProfileWords(words);
    this.frequent = new FrequentPane(words, said);
    figures.setId("browser-profile-said");
    offer.setId("browser-profile-offer");
    for (Label label : List.of(figures, offer)) {
      label.getStyleClass().add("caption");
      label.setWrapText(true);
      label.setMinHeight(Region.USE_PREF_SIZE);
      label.visibleProperty().bind(label.textProperty().isNotEmpty());
    }
    button(whole, "browser-profile-whole", controller::onWhole);
    button(stop, "browser-profile-stop", controller::onStop);
    stop.setText(words.get("browser.preview.stop"));
    button(again, "browser-profile-again", controller::onAgain);
    again.setText(words.get("kit.state.retry"));
    busy.setMaxSize(18, 18);
    busy.setPrefSize(18, 18);
    FlowPane actions = new FlowPane(8, 4, whole, busy, stop, again);
    actions.setAlignment(Pos.CENTER_LEFT);
    for (Region one : List.of(figures, offer, whole, stop, again, busy)) {
      one.managedProperty().bind(one.visibleProperty());
    }
    actions
        .visibleProperty()
        .bind(
            whole
                .visibleProperty()
                .or(stop.visibleProperty())
                .or(again.visibleProperty())
                .or(busy.visibleProperty()));
    actions.managedProperty().bind(actions.visibleProperty());
    VBox top = new VBox(6, figures, actions, offer);
    top.getStyleClass().addAll("browser-profile-head", "line-bottom");
    root().setTop(top);
    makeColumns();
    root().setCenter(columns);
    root().setBottom(frequent.node());
  }

  private static void button(Button button, String id, Runnable action) {
    button.setId(id);
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(_ -> action.run());
  }

  private void makeColumns() {
    columns.setId("browser-profile");
    columns.setAccessibleText(words.get("browser.profile.accessible"));
    Label none = new Label(words.get("browser.profile.no-figures"));
    none.getStyleClass().add("quiet");
    columns.setPlaceholder(none);
    Comparator<ColumnProfile> byName =
        Comparator.comparing(ColumnProfile::name, String.CASE_INSENSITIVE_ORDER);
    column("browser.profile.name", 110, ColumnProfile::name, byName);
    column(
        "browser.profile.type",
        80,
        of -> of.field().typeName(),
        Comparator.comparing(of -> of.field().typeName()));
    column(
        "browser.profile.empty",
        85,
        said::empty,
        Comparator.comparingDouble(of -> of.rows() == 0 ? 0 : (double) of.empty() / of.rows()));
    column(
        "browser.profile.distinct",
        80,
        of -> said.number(of.distinct()),
        Comparator.comparingLong(ColumnProfile::distinct));
    column(
        "browser.profile.repeated",
        90,
        of -> said.number(of.repeated()),
        Comparator.comparingLong(ColumnProfile::repeated));
    column(
        "browser.profile.extents",
        260,
        said::extent,
        Comparator.comparingLong(of -> of.lengths().map(all -> all.most()).orElse(0L)));
    column(
        "browser.profile.tokens",
        115,
        said::tokens,
        Comparator.comparingDouble(ColumnProfile::tokensOfRow));
    columns.getSelectionModel().selectedItemProperty().subscribe(frequent::show);
  }

  private void column(
      String key,
      double width,
      Function<ColumnProfile, String> text,
      Comparator<ColumnProfile> order) {
    TableColumn<ColumnProfile, ColumnProfile> column = new TableColumn<>(words.get(key));
    column.setId(key.replace('.', '-'));
    column.setPrefWidth(width);
    column.setComparator(order);
    column.setCellValueFactory(of -> new ReadOnlyObjectWrapper<>(of.getValue()));
    column.setCellFactory(_ -> new ProfileCell(text, said::sentence));
    columns.getColumns().add(column);
  }

  @Override
  protected void attach() {
    onDetach(model.figures().subscribe(this::show)::unsubscribe);
    onDetach(model.offer().subscribe(this::show)::unsubscribe);
  }

  private void show(Figures now) {
    figures.setText(said.said(now));
    columns
        .getItems()
        .setAll(
            switch (now) {
              case Figures.Sample sample -> profile(sample.profile());
              case Figures.Whole all -> profile(all.profile());
              case Figures.None _, Figures.Reading _, Figures.Failed _ -> List.<ColumnProfile>of();
            });
    columns.sort();
    columns.getSelectionModel().selectFirst();
    showButtons();
  }

  private static List<ColumnProfile> profile(TableProfile of) {
    return of.columns();
  }

  private void show(Offer now) {
    offer.setText(said.said(now));
    if (now instanceof Offer.Offered offered) {
      whole.setText(said.button(offered.price()));
    }
    showButtons();
  }

  private void showButtons() {
    Offer now = model.offer().get();
    whole.setVisible(now instanceof Offer.Offered);
    stop.setVisible(now instanceof Offer.Running);
    busy.setVisible(
        now instanceof Offer.Running || model.figures().get() instanceof Figures.Reading);
    again.setVisible(
        now instanceof Offer.Failed || model.figures().get() instanceof Figures.Failed);
  }
}
