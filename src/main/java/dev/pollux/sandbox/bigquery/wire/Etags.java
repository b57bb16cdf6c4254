package dev.pollux.sandbox.bigquery.wire;

import dev.pollux.sandbox.http.Failure;
import dev.pollux.sandbox.http.Reason;
import dev.pollux.sandbox.http.Request;
import dev.pollux.sandbox.http.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/// Tags that change with the content, and the requests that depend on them.
public final class Etags {
  private Etags() {}

  public static String of(String content) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(hash).substring(0, 24);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /// A resource, or 304 without it if the caller has it already (`If-None-Match`).
  public static Response answer(Request request, ObjectNode resource) {
    String etag = resource.path("etag").asString("");
    Response whole = Response.json(resource);
    boolean known = request.header("If-None-Match").filter(tags -> has(tags, etag)).isPresent();
    Map<String, String> headers = new HashMap<>(known ? Map.of() : whole.headers());
    headers.put("ETag", etag);
    return known
        ? Response.headers(304, headers)
        : new Response(whole.status(), headers, whole.body());
  }

  /// @throws Failure if the caller changes what it has not seen (`If-Match`)
  public static void need(Request request, ObjectNode resource) {
    String etag = resource.path("etag").asString("");
    if (request.header("If-Match").filter(tags -> !has(tags, etag)).isPresent()) {
      throw new Failure(Reason.CONDITION_NOT_MET, "Precondition check failed.");
    }
  }

  private static boolean has(String tags, String etag) {
    return Arrays.stream(tags.split(",", -1))
        .map(tag -> tag.strip().replaceFirst("^W/", "").replaceAll("^\"|\"$", ""))
        .anyMatch(tag -> tag.equals("*") || tag.equals(etag));
  }
}
