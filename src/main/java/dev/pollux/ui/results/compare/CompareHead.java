package dev.pollux.ui.results.compare;

import dev.pollux.domain.job.RunId;
import dev.pollux.text.Money;
import dev.pollux.text.Words;
import dev.pollux.ui.kit.NameConverter;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.event.ActionEvent;
import javafx.event.EventHandler;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Which two runs are compared: the second is chosen here. Of both it says what they took.
final class CompareHead {
  private final CompareModel model;
  private final Words words;
  private final ComboBox<ComparableRuns.Candidate> other = new ComboBox<>();
  private final Label first = new Label();
  private final Label second = new Label();
  private final VBox root = new VBox(6);

  CompareHead(CompareModel model, CompareController controller, Words words) {
    this.model = model;
    this.words = words;
    other.setId("compare-other");
    other.setPromptText(words.get("compare.choose"));
    other.setAccessibleText(words.get("compare.choose"));
    other.setPrefWidth(480);
    other.setConverter(new NameConverter<>(this::name));
    other.setOnAction(_ -> {
      if (other.getValue() != null) {
        controller.onChoose(other.getValue());
      }
    });
    first.setId("compare-first");
    second.setId("compare-second");
    second.getStyleClass().add("caption");
    HBox of = new HBox(8, badge("A"), first);
    HBox with = new HBox(8, badge("B"), other, second);
    of.setAlignment(Pos.CENTER_LEFT);
    with.setAlignment(Pos.CENTER_LEFT);
    root.getChildren().setAll(of, with);
    root.getStyleClass().add("compare-sides");
  }

  Region node() {
    return root;
  }

  private static Label badge(String letter) {
    Label badge = new Label(letter);
    badge.getStyleClass().addAll("badge", letter.equals("A") ? "accent" : "second");
    badge.setMinWidth(Region.USE_PREF_SIZE);
    return badge;
  }

  /// Two runs may have one title: model and day tell them apart.
  private String name(ComparableRuns.Candidate run) {
    String day =
        DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT)
            .withLocale(words.locale())
            .format(run.created().atZone(ZoneId.systemDefault()));
    return words.get("compare.run", run.title(), run.model(), day);
  }

  /// Those that the first can be compared with.
  void offer(List<ComparableRuns.Candidate> runs) {
    other.setValue(null);
    other.getItems().setAll(runs);
    other.setDisable(runs.isEmpty());
    model.chosen().ifPresent(this::showChosen);
  }

  /// It may have been chosen by no hand.
  private void showChosen(RunId chosen) {
    if (other.getValue() == null || !other.getValue().id().equals(chosen)) {
      EventHandler<ActionEvent> action = other.getOnAction();
      other.setOnAction(null);
      other.getItems().stream()
          .filter(run -> run.id().equals(chosen))
          .findFirst()
          .ifPresent(other::setValue);
      other.setOnAction(action);
    }
  }

  void show(CompareModel.Shown shown) {
    model.chosen().ifPresent(this::showChosen);
    if (shown instanceof CompareModel.Shown.Done done) {
      first.setText(side(done.first().title(), done.first().model()) + " · " + about(done.first()));
      second.setText(about(done.second()));
    } else {
      first.setText(model.first().get().map(run -> side(run.title(), run.model())).orElse(""));
      second.setText("");
    }
  }

  private String side(String title, String model) {
    return words.get("compare.side", title, model);
  }

  private String about(CompareModel.Side side) {
    return Stream.concat(
            side
                .usd()
                .map(usd -> Money.usd(words, usd))
                .or(() -> Optional.of(words.get("compare.no-cost")))
                .stream(),
            side.time().map(this::time).stream())
        .collect(Collectors.joining(" · "));
  }

  private String time(Duration time) {
    return time.toHours() >= 2
        ? words.get("compare.hours", time.toMinutes() / 60.0)
        : words.get("compare.minutes", time.toMinutes());
  }
}
