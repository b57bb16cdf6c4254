package dev.pollux.cloud.google.vertex;

import com.google.api.client.http.GenericUrl;
import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.google.client.ClientOptions;
import dev.pollux.cloud.google.client.Rest;
import dev.pollux.domain.GeminiModel;
import dev.pollux.domain.Location;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// Where tuned models answer: a batch job names the model, a single request the endpoint that it is
/// deployed to (`GenerateContentRequest.model` in
/// google/cloud/aiplatform/v1/prediction_service.proto).
final class TunedEndpoints {
  private static final Pattern PLACE = Pattern.compile("/locations/([a-z0-9-]+)/");
  private final ClientOptions access;
  private final Rest rest;
  private final Map<GeminiModel, String> known = new ConcurrentHashMap<>();

  TunedEndpoints(ClientOptions access, Rest rest) {
    this.access = access;
    this.rest = rest;
  }

  /// The resource name of the endpoint.
  ///
  /// @throws CloudException.NotFound where there is no such model, or it is not deployed
  String of(GeminiModel tuned) throws CloudException {
    String found = known.get(tuned);
    if (found == null) {
      found = ask(tuned);
      known.put(tuned, found);
    }
    return found;
  }

  private String ask(GeminiModel tuned) throws CloudException {
    Matcher place = PLACE.matcher(tuned.name());
    if (!place.find()) {
      throw new CloudException.NotFound(tuned.name(), "NOT_FOUND", null);
    }
    String root = access.vertexRest(new Location(place.group(1)));
    JsonNode model = rest.get(new GenericUrl(root + "/v1/" + tuned.name()).build());
    for (JsonNode deployed : model.path("deployedModels")) {
      String endpoint = deployed.path("endpoint").asString("");
      if (!endpoint.isEmpty()) {
        return endpoint;
      }
    }
    throw new CloudException.NotFound(
        tuned.name() + " is not deployed to an endpoint", "NOT_FOUND", null);
  }
}
