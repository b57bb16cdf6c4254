package dev.pollux.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "refresh_token=canary&grant_type=x",
        "{\"access_token\": \"canary\", \"x\":1}",
        "Authorization: Bearer canary",
        "client_secret: 'canary'",
        "token ya29.canary-x_y was revoked",
        "1//canary-x",
        "assertion=eyJhbGciOi.canary.sig",
        "GOCSPX-canary",
        "Unable to tunnel through http://me:canary@proxy.corp:3128",
        "-----BEGIN PRIVATE KEY-----canary",
      })
  void noSecretIsInAReport(String text) {
    assertThat(Redaction.of(text)).doesNotContain("canary").contains("…");
  }

  @Test
  void allElseStays() {
    String text =
        "403 accessDenied: User ana@acme.example lacks bigquery.jobs.create in https://x.y/z?a=b";
    assertThat(Redaction.of(text)).isEqualTo(text);
  }
}
