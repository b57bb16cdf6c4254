package dev.pollux.sandbox.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/// Writes answers as HTTP, each with the time of the service, by which clients judge their clocks.
record HttpAnswer(InstantSource clock) {
  private static final int ZIP_FROM = 1024;
  private static final Map<Integer, String> PHRASES =
      Map.ofEntries(
          Map.entry(200, "OK"),
          Map.entry(204, "No Content"),
          Map.entry(304, "Not Modified"),
          Map.entry(308, "Permanent Redirect"),
          Map.entry(400, "Bad Request"),
          Map.entry(401, "Unauthorized"),
          Map.entry(403, "Forbidden"),
          Map.entry(404, "Not Found"),
          Map.entry(405, "Method Not Allowed"),
          Map.entry(409, "Conflict"),
          Map.entry(412, "Precondition Failed"),
          Map.entry(413, "Payload Too Large"),
          Map.entry(429, "Too Many Requests"),
          Map.entry(499, "Client Closed Request"),
          Map.entry(500, "Internal Server Error"),
          Map.entry(501, "Not Implemented"),
          Map.entry(503, "Service Unavailable"));

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
          .withZone(ZoneOffset.UTC);

  /// The answer to a request.
  void write(HttpHead head, Response response, boolean keepOpen, OutputStream out)
      throws IOException {
    byte[] body = response.body();
    boolean zip =
        body.length >= ZIP_FROM
            && head.header("Accept-Encoding").filter(e -> e.contains("gzip")).isPresent();
    write(
        response,
        zip ? zipped(body) : body,
        zip ? "Content-Encoding: gzip\r\n" : "",
        head.method().equals("HEAD"),
        keepOpen,
        out);
  }

  /// The answer to what is no request.
  void write(Response response, boolean keepOpen, OutputStream out) throws IOException {
    write(response, response.body(), "", false, keepOpen, out);
  }

  private void write(
      Response response,
      byte[] body,
      String encoding,
      boolean headOnly,
      boolean keepOpen,
      OutputStream out)
      throws IOException {
    int status = response.status();
    boolean bodiless = status == 204 || status == 304;
    StringBuilder head = new StringBuilder(256);
    head.append("HTTP/1.1 ").append(status).append(' ');
    head.append(PHRASES.getOrDefault(status, "Status")).append("\r\n");
    head.append("Date: ").append(DATE.format(clock.instant())).append("\r\n");
    response
        .headers()
        .forEach(
            (name, value) -> head.append(name).append(": ").append(line(value)).append("\r\n"));
    head.append(encoding);
    if (!bodiless) {
      head.append("Content-Length: ").append(body.length).append("\r\n");
    }
    head.append(keepOpen ? "\r\n" : "Connection: close\r\n\r\n");
    out.write(head.toString().getBytes(StandardCharsets.UTF_8));
    if (!bodiless && !headOnly) {
      out.write(body);
    }
    out.flush();
  }

  /// Nothing that a client sent ends a line of ours.
  private static String line(String value) {
    return value.replaceAll("[\\r\\n]", " ");
  }

  private static byte[] zipped(byte[] body) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream(body.length / 4);
    try (Fast gzip = new Fast(out)) {
      gzip.write(body);
    }
    return out.toByteArray();
  }

  /// Its reader is near: what zipping takes matters more than what is saved.
  private static final class Fast extends GZIPOutputStream {
    Fast(OutputStream out) throws IOException {
      super(out);
      def.setLevel(Deflater.BEST_SPEED);
    }
  }
}
