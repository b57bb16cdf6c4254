package dev.pollux.ui.connection;

import dev.pollux.text.Words;
import dev.pollux.ui.kit.OnOffSwitch;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/// What is wrong with the sandbox's project on purpose: a switch with a sentence for each; each
/// change takes effect at once.
final class ConditionsPane {
  /// There are many: two of them and a bit, and the rest by scrolling.
  private static final double SHOWN = 125;

  private final Map<SandboxCondition, OnOffSwitch> switches = new EnumMap<>(SandboxCondition.class);
  private final ScrollPane root = new ScrollPane();

  ConditionsPane(ConnectionController controller, Words words) {
    VBox list = new VBox(10);
    root.setContent(list);
    root.setFitToWidth(true);
    root.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    root.setPrefViewportHeight(SHOWN);
    root.setMinHeight(SHOWN);
    root.setId("connection-conditions");
    for (SandboxCondition condition : SandboxCondition.values()) {
      String key = "connection.condition." + condition.id();
      Label sentence = new Label(words.get(key + ".text"));
      sentence.setWrapText(true);
      sentence.getStyleClass().add("text-muted");
      OnOffSwitch on =
          new OnOffSwitch(
              "connection-condition-" + condition.id(),
              words.get(key + ".name"),
              _ -> controller.onConditions(chosen()));
      on.setAccessibleHelp(sentence.getText());
      switches.put(condition, on);
      list.getChildren().add(new VBox(2, on, sentence));
    }
  }

  ScrollPane root() {
    return root;
  }

  void show(Set<SandboxCondition> conditions) {
    switches.forEach((condition, on) -> on.show(conditions.contains(condition)));
  }

  private Set<SandboxCondition> chosen() {
    Set<SandboxCondition> chosen = EnumSet.noneOf(SandboxCondition.class);
    switches.forEach((condition, on) -> {
      if (on.isSelected()) {
        chosen.add(condition);
      }
    });
    return chosen;
  }
}
