package dev.pollux.cli.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Where a sandbox serves, from the line of JSON that `pollux sandbox` prints.
///
/// @param rest `http://127.0.0.1:PORT`
/// @param grpc `127.0.0.1:PORT`
public record SandboxAddress(URI rest, String grpc, String token, String project) {
  private static final int LONGEST = 64 * 1024;
  private static final List<String> LOOPBACK = List.of("127.0.0.1", "localhost");

  /// Why a text or a file is no such line; the message is for people.
  public static final class NotReady extends Exception {
    private static final long serialVersionUID = 1L;

    NotReady(String message) {
      super(message);
    }
  }

  /// The token is not for logs.
  @Override
  public String toString() {
    return "SandboxAddress[" + rest + ", " + grpc + ", " + project + "]";
  }

  /// The same for another of its projects.
  public SandboxAddress of(String other) {
    return new SandboxAddress(rest, grpc, token, other);
  }

  /// @param ready the line itself, or the name of a file that holds it
  public static SandboxAddress read(String ready) throws NotReady {
    String line = ready.strip().startsWith("{") ? ready : file(ready);
    try {
      return of(JsonMapper.shared().readTree(line));
    } catch (JacksonException | IllegalArgumentException _) {
      throw new NotReady("that is not the line of JSON that `pollux sandbox` prints");
    }
  }

  private static String file(String name) throws NotReady {
    try (InputStream in = Files.newInputStream(Path.of(name))) {
      return new String(in.readNBytes(LONGEST), StandardCharsets.UTF_8);
    } catch (IOException | InvalidPathException _) {
      throw new NotReady("the file " + name + " cannot be read");
    }
  }

  private static SandboxAddress of(JsonNode node) {
    URI rest = URI.create(text(node, "rest"));
    String grpc = text(node, "grpc");
    if (!"http".equals(rest.getScheme())
        || !isLoopback(String.valueOf(rest.getHost()))
        || !isLoopback(grpc.replaceFirst(":\\d{1,5}$", ""))) {
      throw new IllegalArgumentException("a sandbox serves on loopback alone");
    }
    return new SandboxAddress(rest, grpc, text(node, "token"), text(node, "project"));
  }

  private static boolean isLoopback(String host) {
    return LOOPBACK.contains(host);
  }

  private static String text(JsonNode node, String name) {
    return node.path(name)
        .stringValueOpt()
        .filter(text -> !text.isBlank())
        .orElseThrow(() -> new IllegalArgumentException(name + " is missing"));
  }
}
