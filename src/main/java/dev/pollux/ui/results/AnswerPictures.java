package dev.pollux.ui.results;

import dev.pollux.results.outcome.ResponseDetails;
import dev.pollux.text.Words;
import dev.pollux.ui.kit.OffThread;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.FlowPane;

/// The pictures of an answer, made small off the FX thread. Only the first few: a row may hold
/// megabytes of them.
final class AnswerPictures {
  private static final int MOST = 4;
  private static final int SIDE = 220;
  private final FlowPane root = new FlowPane(8, 8);
  private final OffThread offThread;
  private final Words words;
  private Runnable stop = () -> {};

  AnswerPictures(OffThread offThread, Words words) {
    this.offThread = offThread;
    this.words = words;
    root.setId("results-value-pictures");
    root.setMinHeight(FlowPane.USE_PREF_SIZE);
    show(ResponseDetails.NONE);
  }

  Node node() {
    return root;
  }

  void show(ResponseDetails details) {
    stop.run();
    List<ResponseDetails.Part.Picture> pictures =
        details.candidates().stream()
            .flatMap(candidate -> candidate.parts().stream())
            .filter(ResponseDetails.Part.Picture.class::isInstance)
            .map(ResponseDetails.Part.Picture.class::cast)
            .limit(MOST)
            .toList();
    root.getChildren().clear();
    root.setVisible(!pictures.isEmpty());
    root.setManaged(!pictures.isEmpty());
    if (pictures.isEmpty()) {
      stop = () -> {};
      return;
    }
    List<Optional<Image>> made = new ArrayList<>();
    stop =
        offThread.run(
            () -> pictures.forEach(picture -> made.add(image(picture))),
            () -> {
              for (int i = 0; i < made.size(); i++) {
                root.getChildren().add(node(made.get(i), pictures.get(i).type()));
              }
            },
            _ -> root.getChildren().setAll(unreadable("")));
  }

  /// Empty where the bytes are no picture that this system can draw.
  private static Optional<Image> image(ResponseDetails.Part.Picture picture) {
    try {
      byte[] bytes = Base64.getDecoder().decode(picture.base64());
      Image image = new Image(new ByteArrayInputStream(bytes), SIDE, SIDE, true, true);
      return image.isError() ? Optional.empty() : Optional.of(image);
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private Node node(Optional<Image> image, String type) {
    if (image.isEmpty()) {
      return unreadable(type);
    }
    ImageView view = new ImageView(image.get());
    view.setAccessibleText(words.get("results.detail.picture", type));
    return view;
  }

  private Label unreadable(String type) {
    Label label = new Label(words.get("results.detail.no-picture", type));
    label.getStyleClass().add("quiet");
    return label;
  }
}
