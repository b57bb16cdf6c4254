package dev.pollux.sandbox.bigquery;

import dev.pollux.sandbox.bigquery.job.LoadJobs;
import dev.pollux.sandbox.bigquery.wire.BigQueryRoutes;
import dev.pollux.sandbox.bigquery.wire.Multipart;
import dev.pollux.sandbox.http.Failure;
import dev.pollux.sandbox.http.Reason;
import dev.pollux.sandbox.http.Request;
import dev.pollux.sandbox.http.Response;
import dev.pollux.sandbox.store.Store;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/// Uploads of files to load: resumable (in chunks) and multipart (in one).
final class UploadRoutes {
  private static final Pattern RANGE = Pattern.compile("bytes (?:(\\d+)-(\\d+)|\\*)/(\\d+|\\*)");

  private record Session(String project, ObjectNode job, Path file) {}

  private final Store store;
  private final LoadJobs loads;
  private final Map<String, Session> sessions = new ConcurrentHashMap<>();

  UploadRoutes(Store store, LoadJobs loads) {
    this.store = store;
    this.loads = loads;
  }

  void register(BigQueryRoutes door) {
    for (String prefix : new String[] {"/upload", "/resumable/upload"}) {
      String path = prefix + "/bigquery/v2/projects/{project}/jobs";
      door.routeAt("POST", path, request -> start(request, door.url()));
      door.routeAt("PUT", path, this::chunk);
    }
  }

  private Response start(Request request, String url) throws IOException {
    return switch (request.query("uploadType").orElse("")) {
      case "resumable" -> resumable(request, url);
      case "multipart" -> multipart(request);
      default -> throw new Failure(Reason.INVALID, "uploadType must be resumable or multipart");
    };
  }

  private Response resumable(Request request, String url) throws IOException {
    if (request.query("upload_id").isPresent()) {
      return chunk(request);
    }
    ObjectNode job = request.json();
    loads.check(job);
    String id = UUID.randomUUID().toString();
    sessions.put(id, new Session(request.variable("project"), job, store.loads().file()));
    return Response.headers(
        200,
        Map.of(
            "Location",
            url + request.path() + "?uploadType=resumable&upload_id=" + id,
            "X-GUploader-UploadID",
            id));
  }

  private Response multipart(Request request) throws IOException {
    try (Multipart parts = Multipart.of(request)) {
      ObjectNode job = parts.json();
      loads.check(job);
      Path file = store.loads().file();
      try (OutputStream out = Files.newOutputStream(file)) {
        parts.copyFile(out);
      }
      return Response.json(loads.submit(request.variable("project"), job, file));
    }
  }

  private Response chunk(Request request) throws IOException {
    String id = request.query("upload_id").orElse("");
    Session session = sessions.get(id);
    if (session == null) {
      throw new Failure(Reason.NOT_FOUND, "Not found: upload " + id);
    }
    long have = Files.size(session.file());
    String range = request.header("Content-Range").orElse("");
    Matcher matcher = RANGE.matcher(range);
    boolean asks = matcher.matches() && matcher.group(1) == null;
    if (!range.isEmpty() && !matcher.matches()) {
      throw new Failure(Reason.INVALID, "Invalid Content-Range: " + range);
    }
    if (!asks) {
      long from = range.isEmpty() ? 0 : Long.parseLong(matcher.group(1));
      if (from > have) {
        return incomplete(have);
      }
      have = append(request, session, have - from);
    }
    String total = range.isEmpty() ? Long.toString(have) : matcher.group(3);
    if (!total.equals(Long.toString(have))) {
      return incomplete(have);
    }
    sessions.remove(id);
    return Response.json(loads.submit(session.project(), session.job(), session.file()));
  }

  /// Appends the body, without its first bytes that are here already.
  private static long append(Request request, Session session, long known) throws IOException {
    try (InputStream in = request.stream();
        OutputStream out = Files.newOutputStream(session.file(), StandardOpenOption.APPEND)) {
      in.skipNBytes(known);
      in.transferTo(out);
    }
    return Files.size(session.file());
  }

  private static Response incomplete(long have) {
    return Response.headers(308, have == 0 ? Map.of() : Map.of("Range", "bytes=0-" + (have - 1)));
  }
}
