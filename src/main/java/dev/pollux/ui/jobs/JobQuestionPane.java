package dev.pollux.ui.jobs;

import dev.pollux.run.state.JobLine;
import dev.pollux.text.Words;
import dev.pollux.ui.jobs.state.JobQuestion;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.VBox;

/// The prompt and the instruction of the selected job, to be read and copied.
final class JobQuestionPane {
  private static final int MOST_LINES = 8;
  private static final int LINE_LENGTH = 110;
  private final Words words;
  private final TextArea prompt = area("jobs-prompt");
  private final TextArea system = area("jobs-system");
  private final Label promptCaption = caption();
  private final Label systemCaption = caption();
  private final Label note = new Label();
  private final TitledPane root = new TitledPane();

  JobQuestionPane(Words words) {
    this.words = words;
    prompt.setAccessibleText(words.get("jobs.asked.prompt"));
    system.setAccessibleText(words.get("jobs.asked.system"));
    promptCaption.setText(words.get("jobs.asked.prompt"));
    systemCaption.setText(words.get("jobs.asked.system"));
    note.setId("jobs-asked-note");
    note.setWrapText(true);
    root.setId("jobs-asked");
    root.setText(words.get("jobs.asked.title"));
    root.setContent(new VBox(6, promptCaption, prompt, systemCaption, system, note));
    root.setAnimated(false);
    root.getStyleClass().add("dense");
  }

  private static TextArea area(String id) {
    TextArea area = new TextArea();
    area.setId(id);
    area.setEditable(false);
    area.setWrapText(true);
    return area;
  }

  private static Label caption() {
    Label label = new Label();
    label.getStyleClass().add("caption");
    return label;
  }

  Node root() {
    return root;
  }

  void show(JobLine line) {
    Optional<JobQuestion> asked = JobQuestion.of(line, words);
    present(root, asked.isPresent());
    asked.ifPresent(question -> {
      show(promptCaption, prompt, question.prompt());
      show(systemCaption, system, question.system());
      note.setText(question.note());
    });
  }

  /// What is selected in a text stays when news of the job comes.
  private static void show(Label caption, TextArea area, String text) {
    present(caption, !text.isBlank());
    present(area, !text.isBlank());
    if (!area.getText().equals(text)) {
      area.setText(text);
      long lines = text.lines().mapToLong(line -> 1 + line.length() / LINE_LENGTH).sum();
      area.setPrefRowCount(Math.clamp(lines, 1, MOST_LINES));
    }
  }

  private static void present(Node node, boolean present) {
    node.setVisible(present);
    node.setManaged(present);
  }
}
