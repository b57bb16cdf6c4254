package dev.pollux.draft.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.Files;
import dev.pollux.domain.Finding;
import dev.pollux.text.Words;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/// Files that requests name are looked at by the person, and read by Google's service agent: a look
/// that failed says nothing of the statement that makes the requests.
class FilesCheckTest {
  private static final List<String> REQUESTS =
      List.of("{\"fileUri\": \"gs://b/one.png\"}", "{\"file_uri\":\"gs://b/two.png\"}", "{}");

  private static Finding check(Files files) throws CloudException {
    List<Finding> found = new FilesCheck(files).of(REQUESTS);
    assertThat(found).hasSize(1).noneMatch(Finding::stops);
    return found.getFirst();
  }

  @Test
  void whatThePersonCanReadTheAgentMayNot() throws Exception {
    Finding found = check(_ -> true);
    assertThat(found.code()).isEqualTo("files.readable");
    assertThat(new Words(Locale.ENGLISH).get("prompt." + found.code(), found.args().toArray()))
        .isEqualTo(
            "The first 2 files that requests name can be read by you. The job reads as Google’s"
                + " service agent, which needs the role Storage Object Viewer.");
  }

  @Test
  void aFileThatIsNotThereIsNamed() throws Exception {
    Finding found = check(uri -> !uri.endsWith("two.png"));
    assertThat(found.code()).isEqualTo("files.unreadable");
    assertThat(found.args()).containsExactly("gs://b/two.png");
  }

  @Test
  void aLookThatFailedIsAWarningOfItsOwn() throws Exception {
    Finding found =
        check(_ -> {
          throw new CloudException.Unavailable("connect timed out", "", null);
        });
    assertThat(found.code()).isEqualTo("files.not-looked");
    assertThat(found.args().getFirst()).isEqualTo("gs://b/one.png");
  }

  @Test
  void whoIsSignedOutHearsThat() {
    assertThatThrownBy(() ->
            check(_ -> {
              throw new CloudException.NotSignedIn("expired", "", null);
            }))
        .isInstanceOf(CloudException.NotSignedIn.class);
  }
}
