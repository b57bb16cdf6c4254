package dev.pollux.prompt.check;

import dev.pollux.domain.Finding;
import dev.pollux.domain.value.WellFormed;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.json.JsonMapper;

/// A request in the one form that Google's client takes: it reads a list where a list is meant and
/// types in capitals only, where Google's front end, and so a batch job, reads more
/// (https://protobuf.dev/programming-guides/json).
public final class RequestForm {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private RequestForm() {}

  /// The request with names in camel case, lists and types as the client reads them; as it is where
  /// the front end would not read it either.
  public static String of(String request) {
    try {
      List<Finding> found = new ArrayList<>();
      String read = RequestTree.read(JSON.readTree(request), found).toString();
      return found.stream().anyMatch(Finding::stops) ? request : WellFormed.of(read);
    } catch (JacksonException _) {
      return request;
    }
  }
}
