package dev.pollux.cloud.google;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.cloud.Cloud;
import dev.pollux.cloud.google.client.Endpoints;
import dev.pollux.doctor.Doctor;
import dev.pollux.doctor.DoctorReport;
import dev.pollux.doctor.DoctorStep;
import dev.pollux.doctor.DoctorSubject;
import dev.pollux.doctor.DoctorWords;
import dev.pollux.doctor.StepOutcome;
import dev.pollux.doctor.StepResult;
import dev.pollux.domain.GeminiModel;
import dev.pollux.domain.Location;
import dev.pollux.domain.connection.Connection;
import dev.pollux.testing.SilentServer;
import dev.pollux.testing.SilentServer.Silence;
import dev.pollux.text.Words;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Without a network the doctor ends within ten seconds, with one line that names it, whichever way
/// nobody answers.
class DoctorOfflineTest {
  private static final Duration MOST = Duration.ofSeconds(10);
  private static final String PROJECT = "my-project-123";
  @TempDir private Path folder;

  private record Examined(DoctorReport report, Duration took) {
    List<DoctorStep> toMend() {
      return report.results().stream()
          .filter(result ->
              result.outcome() instanceof StepOutcome.Wrong
                  || result.outcome() instanceof StepOutcome.Refused)
          .map(StepResult::step)
          .toList();
    }

    String text() {
      return new DoctorWords(new Words(Locale.ENGLISH)).text(report);
    }
  }

  private interface Opening {
    Cloud open() throws Exception;
  }

  private static Examined examined(Opening opening) throws Exception {
    long from = System.nanoTime();
    DoctorReport report;
    try (Cloud cloud = opening.open()) {
      report =
          new Doctor(InstantSource.system(), _ -> {})
              .examine(
                  cloud,
                  new DoctorSubject(
                      PROJECT,
                      Location.US_CENTRAL1,
                      GeminiModel.of("gemini-3.8-flash"),
                      Location.GLOBAL,
                      "Linux"));
    }
    return new Examined(report, Duration.ofNanos(System.nanoTime() - from));
  }

  @ParameterizedTest
  @EnumSource(Silence.class)
  void whereTheServicesAreSilentOneLineSaysSo(Silence silence) throws Exception {
    try (SilentServer rest = new SilentServer(silence);
        SilentServer grpc = new SilentServer(silence)) {
      Examined found =
          examined(() ->
              GoogleCloud.open(
                  new Connection.Sandbox(PROJECT, Location.US_CENTRAL1),
                  new Endpoints.Sandbox(
                      URI.create("http://127.0.0.1:" + rest.port()),
                      "127.0.0.1:" + grpc.port(),
                      "token")));
      assertThat(found.took).as(found.text()).isLessThan(MOST);
      assertThat(found.toMend()).as(found.text()).hasSize(1);
      assertThat(found.text()).contains("The service did not answer.");
    }
  }

  /// The sign-in comes before everything else, so nothing else is tried.
  @ParameterizedTest
  @EnumSource(Silence.class)
  void whereNobodyGivesATokenThatLineSaysSo(Silence silence) throws Exception {
    try (SilentServer issuer = new SilentServer(silence)) {
      Path file = folder.resolve("adc.json");
      Files.writeString(
          file,
          """
          {"type":"authorized_user","client_id":"c","client_secret":"s","refresh_token":"r",
           "token_uri":"http://127.0.0.1:%d/token"}\
          """
              .formatted(issuer.port()));
      Examined found =
          examined(() ->
              GoogleClouds.open(
                  new Connection.Google(PROJECT, Location.US_CENTRAL1),
                  Map.of("GOOGLE_APPLICATION_CREDENTIALS", file.toString())));
      assertThat(found.took).as(found.text()).isLessThan(MOST);
      assertThat(found.toMend()).as(found.text()).contains(DoctorStep.TOKEN);
      assertThat(found.report.notTried()).isPositive();
    }
  }

  /// Who has no credentials may sit at a machine of Google's: its metadata server is asked, and
  /// there is none.
  @ParameterizedTest
  @EnumSource(Silence.class)
  void whereTheMetadataServerIsSilentOneLineSaysSo(Silence silence) throws Exception {
    try (SilentServer metadata = new SilentServer(silence)) {
      Examined found =
          examined(() ->
              GoogleClouds.open(
                  new Connection.Google(PROJECT, Location.US_CENTRAL1),
                  Map.of(
                      "CLOUDSDK_CONFIG",
                      folder.resolve("none").toString(),
                      "GCE_METADATA_HOST",
                      "127.0.0.1:" + metadata.port())));
      assertThat(found.took).as(found.text()).isLessThan(MOST);
      assertThat(found.toMend()).as(found.text()).isNotEmpty();
      assertThat(found.report.ok()).isFalse();
    }
  }
}
