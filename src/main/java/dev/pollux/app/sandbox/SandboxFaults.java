package dev.pollux.app.sandbox;

import dev.pollux.cli.sandbox.SandboxAddress;
import dev.pollux.ui.connection.SandboxCondition;
import dev.pollux.ui.connection.SandboxControls;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/// Turns the faults of a sandbox over its own door, `/sandbox/v1/faults` and `…/conditions`. What
/// was set last is known here: a sandbox that was started again begins without faults, and is told
/// once more.
public final class SandboxFaults implements SandboxControls {
  private static final Logger LOG = LoggerFactory.getLogger(SandboxFaults.class);
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private SandboxAddress at;
  private Faults wanted = Faults.NONE;
  private Set<SandboxCondition> conditions = Set.of();
  private @Nullable HttpClient client;
  // One after the other: what was set last is what holds.
  private CompletableFuture<Boolean> sent = CompletableFuture.completedFuture(true);

  public SandboxFaults(SandboxAddress at) {
    this.at = at;
  }

  @Override
  public synchronized String restUrl() {
    return at.rest().toString();
  }

  @Override
  public synchronized Faults faults() {
    return wanted;
  }

  @Override
  public synchronized void setFaults(Faults next) {
    wanted = next;
    send("faults", json(wanted));
  }

  @Override
  public synchronized Set<SandboxCondition> conditions() {
    return conditions;
  }

  @Override
  public synchronized void setConditions(Set<SandboxCondition> next) {
    conditions = Set.copyOf(next);
    sendConditions();
  }

  /// It was started again: what the panel shows holds again.
  public synchronized void startedAgain(SandboxAddress place) {
    at = place;
    if (!wanted.equals(Faults.NONE)) {
      send("faults", json(wanted));
    }
    if (!conditions.isEmpty()) {
      sendConditions();
    }
  }

  private void sendConditions() {
    List<String> names = conditions.stream().map(SandboxCondition::id).sorted().toList();
    send("conditions", JsonMapper.shared().writeValueAsString(names));
  }

  private void send(String what, String body) {
    HttpClient by = client == null ? HttpClient.newHttpClient() : client;
    client = by;
    HttpRequest put =
        HttpRequest.newBuilder(URI.create(at.rest() + "/sandbox/v1/" + what))
            .header("Authorization", "Bearer " + at.token())
            .timeout(PATIENCE)
            .PUT(BodyPublishers.ofString(body))
            .build();
    sent =
        sent.thenCompose(_ -> by.sendAsync(put, BodyHandlers.ofString()))
            .handle(SandboxFaults::taken);
  }

  /// When the last change has been answered; for tests.
  public synchronized CompletableFuture<Boolean> sent() {
    return sent;
  }

  private static boolean taken(@Nullable HttpResponse<String> answer, @Nullable Throwable failure) {
    if (failure != null) {
      LOG.debug("The sandbox is not there: it is told when it is again", failure);
      return false;
    }
    if (answer != null && answer.statusCode() != 200) {
      LOG.warn("The sandbox did not take the faults: {}", answer.body());
      return false;
    }
    return true;
  }

  private static String json(Faults faults) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("slowFactor", faults.slowFactor());
    members.put("rowFailurePercent", faults.rowPercent());
    members.put("quotaPercent", faults.quotaPercent());
    members.put("unavailablePercent", faults.unavailablePercent());
    members.put("loseCreateReplies", faults.lostReplies());
    return JsonMapper.shared().writeValueAsString(members);
  }
}
