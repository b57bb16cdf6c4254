package dev.pollux.ui.jobs;

import dev.pollux.text.Words;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// What stands in place of the list while it has no jobs: why, and what can be done.
final class JobsPlaceholder {
  private final JobsModel model;
  private final JobsController controller;
  private final Words words;

  JobsPlaceholder(JobsModel model, JobsController controller, Words words) {
    this.model = model;
    this.controller = controller;
    this.words = words;
  }

  /// As the list is now.
  Node now() {
    if (!model.loaded().get()) {
      return model.problem().get().isEmpty() ? new Label(words.get("jobs.loading")) : unread();
    }
    return model.lines().isEmpty() ? noJobs() : noneFits();
  }

  private Node noJobs() {
    Button browse = new Button(words.get("jobs.empty.action"));
    browse.setId("jobs-empty-new");
    browse.setOnAction(_ -> controller.onBrowse());
    return face("jobs.empty", browse);
  }

  private Node noneFits() {
    Button all = new Button(words.get("jobs.none-fits.action"));
    all.setId("jobs-show-all");
    all.setOnAction(_ -> controller.onShowAll());
    return face("jobs.none-fits", all);
  }

  private Node face(String key, Button action) {
    Label sentence = new Label(words.get(key));
    sentence.getStyleClass().add("quiet");
    VBox face = new VBox(12, sentence, action);
    face.setAlignment(Pos.CENTER);
    return face;
  }

  /// Nothing was listed so far, and the line above says why.
  private Node unread() {
    Button again = new Button(words.get("jobs.again"));
    again.setId("jobs-again");
    again.setOnAction(_ -> controller.onRefresh());
    VBox face = new VBox(12, new Label(words.get("jobs.unread")), again);
    face.setAlignment(Pos.CENTER);
    return face;
  }
}
