package dev.pollux.ui.results;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.domain.value.Value;
import dev.pollux.results.outcome.DetailsReader;
import dev.pollux.results.outcome.ResponseDetails;
import dev.pollux.text.Words;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.FlowPane;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;

/// Pictures of an answer are seen, and what is no picture is said.
class AnswerPicturesTest extends ApplicationTest {
  /// One black pixel.
  private static final String PNG =
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=";

  private final Words words = new Words(Locale.ENGLISH);

  private static ResponseDetails details(String... pictures) {
    StringBuilder parts = new StringBuilder();
    for (String picture : pictures) {
      parts
          .append(parts.isEmpty() ? "" : ",")
          .append("{\"inlineData\":{\"mimeType\":\"image/png\",\"data\":\"")
          .append(picture)
          .append("\"}}");
    }
    return DetailsReader.of(
        new Value.Scalar("{\"candidates\":[{\"content\":{\"parts\":[" + parts + "]}}]}"));
  }

  private FlowPane shown(ResponseDetails details) {
    FlowPane[] made = new FlowPane[1];
    interact(() -> {
      AnswerPictures pictures =
          new AnswerPictures(
              (work, done, _) -> {
                work.run();
                done.run();
                return () -> {};
              },
              words);
      pictures.show(details);
      made[0] = (FlowPane) pictures.node();
    });
    return made[0];
  }

  @Test
  void aPictureIsAPictureAndWhatIsNoneIsSaid() {
    FlowPane both = shown(details(PNG, "AAAA", "no base64!"));
    assertThat(both.getChildren().getFirst()).isInstanceOf(ImageView.class);
    assertThat(both.getChildren().getFirst().getAccessibleText())
        .isEqualTo("Picture of type image/png");
    assertThat(both.getChildren().subList(1, 3))
        .extracting(node -> ((Label) node).getText())
        .containsOnly("A picture of type image/png that cannot be shown");
  }

  @Test
  void anAnswerWithoutPicturesTakesNoRoomForThemAndOneOfManyShowsTheFirst() {
    assertThat(shown(details())).matches(node -> !node.isManaged());
    assertThat(shown(details(PNG, PNG, PNG, PNG, PNG, PNG)).getChildren())
        .hasSize(4)
        .allMatch(ImageView.class::isInstance);
  }

  @Test
  void whatStandsBesideTheAnswerHasHeadings() {
    String all =
        new DetailWords(words)
            .of(
                DetailsReader.of(
                    new Value.Scalar(
                        """
                        {"candidates":[{"content":{"parts":[{"text":"hm","thought":true},
                          {"functionCall":{"name":"weather","args":{"city":"Bergen"}}}]},"finishReason":"STOP",
                          "citationMetadata":{"citations":[{"title":"A","uri":"https://a.example"}]}},
                         {"content":{"parts":[{"text":"second"}]},"finishReason":"MAX_TOKENS"}],
                         "usageMetadata":{"promptTokenCount":100,"toolUsePromptTokenCount":40,"candidatesTokenCount":7,
                          "thoughtsTokenCount":13,"totalTokenCount":160}}\
                        """)));
    assertThat(all)
        .contains(
            "— What the model called or ran —\nweather {",
            "— Thoughts —\nhm",
            "— Other answers to the same request —\nsecond (MAX_TOKENS)",
            "— Sources —\nA\nhttps://a.example",
            "prompt 100 + tools 40 + answer 7 + thoughts 13 = 160");
  }
}
