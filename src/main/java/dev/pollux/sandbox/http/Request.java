package dev.pollux.sandbox.http;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// One request: its path's variables, its query, its headers and its body, unzipped.
public final class Request {
  /// Bytes that a body which is read whole may have, unzipped.
  public static final int BODY_LIMIT = 64 << 20;

  /// The service's words for what is no JSON.
  public static final String UNREADABLE = "Unexpected token.";

  private static final JsonMapper MAPPER = new JsonMapper();
  private final String method;
  private final String path;
  private final Map<String, String> variables;
  private final Map<String, String> query;
  private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private final InputStream body;

  Request(
      String method,
      String path,
      Map<String, String> variables,
      Map<String, String> query,
      Map<String, String> headers,
      InputStream body) {
    this.method = method;
    this.path = path;
    this.variables = variables;
    this.query = query;
    this.headers.putAll(headers);
    this.body = body;
  }

  public String method() {
    return method;
  }

  /// The raw path, without the query.
  public String path() {
    return path;
  }

  /// A variable of the route's pattern, decoded.
  public String variable(String name) {
    String value = variables.get(name);
    if (value == null) {
      throw new IllegalArgumentException("no variable " + name + " in the route of " + path);
    }
    return value;
  }

  /// A query parameter, decoded; empty if absent or blank.
  public Optional<String> query(String name) {
    return Optional.ofNullable(query.get(name)).filter(value -> !value.isBlank());
  }

  /// A query parameter that is a whole number, not negative.
  ///
  /// @throws Failure if it is anything else
  public Optional<Long> number(String name) {
    return query(name)
        .map(text -> {
          try {
            // What is beyond a signed number is as good as the largest of them.
            long number = Long.parseUnsignedLong(text);
            return number < 0 ? Long.MAX_VALUE : number;
          } catch (NumberFormatException _) {
            throw new Failure(
                Reason.INVALID, "Invalid value for " + name + ": " + text + " is not a number");
          }
        });
  }

  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  /// The body as a stream, unzipped if it was sent zipped. Of any length.
  public InputStream stream() throws IOException {
    if (header("Content-Encoding").filter(e -> e.equalsIgnoreCase("gzip")).isEmpty()) {
      return body;
    }
    try {
      return new GZIPInputStream(body, 1 << 16);
    } catch (ZipException | EOFException e) {
      throw new Failure(Reason.PARSE_ERROR, "Content-Encoding is gzip but the body is not", e);
    }
  }

  /// The whole body.
  ///
  /// @throws Failure if it is larger than [#BODY_LIMIT]
  public byte[] bytes() throws IOException {
    try (InputStream in = stream()) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      byte[] buffer = new byte[1 << 16];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        out.write(buffer, 0, n);
        if (out.size() > BODY_LIMIT) {
          throw new Failure(
              Reason.TOO_LARGE, "Request payload size exceeds the limit: " + BODY_LIMIT + " bytes");
        }
      }
      return out.toByteArray();
    } catch (ZipException | EOFException e) {
      throw new Failure(Reason.PARSE_ERROR, "Content-Encoding is gzip but the body is not", e);
    }
  }

  /// The body as a JSON object; an empty body is an empty object.
  public ObjectNode json() throws IOException {
    byte[] bytes = bytes();
    if (bytes.length == 0) {
      return JsonNodeFactory.instance.objectNode();
    }
    try {
      JsonNode node = MAPPER.readTree(bytes);
      if (node instanceof ObjectNode object) {
        return object;
      }
      throw new Failure(Reason.PARSE_ERROR, "Invalid JSON payload received: not an object");
    } catch (JacksonException e) {
      throw new Failure(Reason.PARSE_ERROR, "Invalid JSON payload received. " + UNREADABLE, e);
    }
  }
}
