package dev.pollux.domain;

import java.time.Instant;
import java.util.Optional;

/// All that is known of a table. `rows` and `bytes` are -1 where the service does not say (views).
public record TableInfo(
    TableRef ref,
    TableKind kind,
    Location location,
    TableSchema schema,
    long rows,
    long bytes,
    Instant created,
    Instant modified,
    Optional<Instant> expires,
    String description) {}
