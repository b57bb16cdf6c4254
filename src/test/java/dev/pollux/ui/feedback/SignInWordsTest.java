package dev.pollux.ui.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.SignIn;
import dev.pollux.text.Words;
import dev.pollux.ui.kit.FailureText;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Each kind of credentials has its own remedy.
class SignInWordsTest {
  private static final String ROBOT = "robot@p.iam.gserviceaccount.com";

  @ParameterizedTest
  @CsvSource({
    "USER,            ana@acme.example, /adc.json,  gcloud auth application-default login",
    "SERVICE_ACCOUNT, robot@p.iam.gserviceaccount.com, /key.json, gcloud iam service-accounts keys create /key.json --iam-account=robot@p.iam.gserviceaccount.com",
    "IMPERSONATED,    robot@p.iam.gserviceaccount.com, /adc.json, gcloud auth application-default login --impersonate-service-account=robot@p.iam.gserviceaccount.com",
    "WORKFORCE,       '', /wf.json, gcloud auth application-default login --login-config=LOGIN_CONFIG.json",
    "WORKLOAD,        robot@p.iam.gserviceaccount.com, /wl.json, --output-file=/wl.json",
    "MACHINE,         '', '', curl -sS -H 'Metadata-Flavor: Google'",
    "SANDBOX,         '', '', pollux sandbox",
    "UNKNOWN,         '', '', gcloud auth application-default login",
    "UNKNOWN,         '', /typo.json, GOOGLE_APPLICATION_CREDENTIALS",
  })
  void theRemedyIsThatOfTheKind(SignIn.Kind kind, String who, String file, String says) {
    SignIn by = new SignIn(kind, who, file);
    for (Locale language : List.of(Locale.ENGLISH, Locale.FRENCH)) {
      Words words = new Words(language);
      SignInWords said = new SignInWords(words);
      FailureText text =
          new FailureWords(words)
              .explain("", new CloudException.NotSignedIn("invalid_grant", "", null, by));
      assertThat(text.why()).isEqualTo(said.why(by)).doesNotContain("{");
      assertThat(text.next()).isEqualTo(said.next(by)).contains(says, "Pollux");
      boolean names = kind != SignIn.Kind.USER && kind != SignIn.Kind.IMPERSONATED;
      assertThat(text.why() + text.next()).as("which file").contains(names ? file : "");
      assertThat(text.why()).as("whom").contains(kind == SignIn.Kind.IMPERSONATED ? who : "");
    }
  }

  @ParameterizedTest
  @EnumSource(SignIn.Kind.class)
  void noneIsForgotten(SignIn.Kind kind) {
    SignInWords said = new SignInWords(new Words(Locale.ENGLISH));
    SignIn by = new SignIn(kind, ROBOT, "", List.of("middle@p.iam.gserviceaccount.com"));
    assertThat(said.next(by)).contains(said.command(by));
    assertThat(said.command(by).contains("middle@p")).isEqualTo(kind == SignIn.Kind.IMPERSONATED);
  }
}
