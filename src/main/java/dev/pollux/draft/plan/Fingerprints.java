package dev.pollux.draft.plan;

import dev.pollux.cloud.Query;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/// What makes two plans the same: project, location, model, source, and how the requests are made.
final class Fingerprints {
  private Fingerprints() {}

  static String of(RunPlan plan) {
    Digest digest = new Digest();
    digest.add(plan.project());
    digest.add(plan.location().id());
    digest.add(plan.model().name());
    digest.add(plan.source().toString());
    switch (plan.requests().inPlace()) {
      case RequestSource.OwnColumn own -> digest.add(own.table().toString());
      case RequestSource.Made made -> addQuery(digest, made);
    }
    return digest.hex();
  }

  /// The name of the request table follows from where the answers go.
  private static void addQuery(Digest digest, RequestSource.Made made) {
    Query query = made.query();
    digest.add(query.sql().replace(made.requestTable().sql(), ""));
    for (Map.Entry<String, Query.Parameter> entry : new TreeMap<>(query.parameters()).entrySet()) {
      digest.add(entry.getKey());
      digest.add(entry.getValue().type().name());
      switch (entry.getValue()) {
        case Query.Parameter.Scalar scalar -> digest.add(scalar.value());
        case Query.Parameter.Array array -> array.values().forEach(digest::add);
      }
    }
  }

  /// Each part goes in with its length, so that no two lists of parts look alike.
  private static final class Digest {
    private final MessageDigest sha = sha256();

    void add(String part) {
      byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
      sha.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
      sha.update(bytes);
    }

    String hex() {
      return HexFormat.of().formatHex(sha.digest());
    }

    private static MessageDigest sha256() {
      try {
        return MessageDigest.getInstance("SHA-256");
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every Java has SHA-256", e);
      }
    }
  }
}
