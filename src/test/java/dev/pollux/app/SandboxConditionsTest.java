package dev.pollux.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.app.sandbox.SandboxFaults;
import dev.pollux.cli.sandbox.SandboxAddress;
import dev.pollux.sandbox.Clients;
import dev.pollux.sandbox.Sandbox;
import dev.pollux.sandbox.http.ProjectCondition;
import dev.pollux.text.Words;
import dev.pollux.ui.connection.SandboxCondition;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the panel offers is what the sandbox has, and reaches it.
class SandboxConditionsTest {
  @Test
  void eachIsSetOverTheDoor(@TempDir Path data) throws Exception {
    try (Sandbox sandbox = Clients.sandbox(data)) {
      SandboxAddress at = address(sandbox);
      SandboxFaults faults = new SandboxFaults(at);
      for (SandboxCondition condition : SandboxCondition.values()) {
        faults.setConditions(Set.of(condition));
        assertThat(faults.sent().join()).as(condition.id()).isTrue();
        assertThat(sandbox.conditions().has(ProjectCondition.valueOf(condition.name()))).isTrue();
      }
      faults.setConditions(EnumSet.allOf(SandboxCondition.class));
      faults.sent().join();
      sandbox.conditions().set(Set.of());
      faults.startedAgain(at);
      assertThat(faults.sent().join()).isTrue();
      assertThat(ProjectCondition.values()).allMatch(sandbox.conditions()::has);
    }
  }

  @Test
  void noneIsMissing() {
    assertThat(Arrays.stream(SandboxCondition.values()).map(Enum::name))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(ProjectCondition.values()).map(Enum::name).toList());
  }

  @Test
  void eachHasANameAndASentence() {
    for (Locale language : List.of(Locale.ENGLISH, Locale.FRENCH)) {
      Words words = new Words(language);
      for (SandboxCondition condition : SandboxCondition.values()) {
        String key = "connection.condition." + condition.id();
        assertThat(words.get(key + ".name")).hasSizeLessThan(32).doesNotContain("connection.");
        assertThat(words.get(key + ".text")).endsWith(".").doesNotContain("connection.");
      }
    }
  }

  private static SandboxAddress address(Sandbox sandbox) {
    return new SandboxAddress(
        URI.create(sandbox.restUrl()), sandbox.grpcTarget(), sandbox.token(), sandbox.project());
  }
}
