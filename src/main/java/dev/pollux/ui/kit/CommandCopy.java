package dev.pollux.ui.kit;

import dev.pollux.text.Words;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javafx.scene.control.Button;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// Copies a command that a sentence tells people to run, so that nobody types it after what is
/// shown. Such a command stands in quotation marks, “gcloud auth login” or « gcloud auth login ».
public final class CommandCopy {
  private static final Pattern COMMAND =
      Pattern.compile("[“«][\\s\u00a0\u202f]*(gcloud [^”»]+?)[\\s\u00a0\u202f]*[”»]");

  private CommandCopy() {}

  /// The commands in a text, in their order.
  public static List<String> commands(String text) {
    return COMMAND
        .matcher(text)
        .results()
        .map((MatchResult found) -> found.group(1))
        .distinct()
        .toList();
  }

  /// A button for each command in a text; none where there is none.
  public static List<Button> buttons(String text, Words words) {
    return commands(text).stream().map(command -> button(command, words)).toList();
  }

  private static Button button(String command, Words words) {
    Button button =
        new Button(words.get("kit.command.copy"), new FontIcon(MaterialDesignC.CONTENT_COPY));
    button.getStyleClass().add("copy-command");
    button.setAccessibleHelp(command);
    button.setOnAction(
        _ -> Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, command)));
    return button;
  }
}
