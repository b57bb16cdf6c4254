package dev.pollux.testing;

import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.TableLoads;
import dev.pollux.domain.table.TableLoad;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Keeps what was sent as lines, by table. What ends early is not kept.
public final class FakeTableLoads implements TableLoads {
  public final Map<TableLoad, List<String>> tables = new LinkedHashMap<>();
  public Optional<CloudException> failure = Optional.empty();

  /// Called when all lines have arrived, before the table is there.
  public Runnable meanwhile = () -> {};

  @Override
  public void run(TableLoad load, String jobId, Lines lines)
      throws CloudException, IOException, InterruptedException {
    if (failure.isPresent()) {
      throw failure.get();
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    lines.write(out);
    meanwhile.run();
    tables.put(load, out.toString(StandardCharsets.UTF_8).lines().toList());
  }
}
