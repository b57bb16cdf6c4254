package dev.pollux.cloud.google;

import com.google.api.client.http.GenericUrl;
import com.google.api.client.http.HttpRequestFactory;
import com.google.api.client.http.HttpResponse;
import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.Models;
import dev.pollux.domain.GeminiModel;
import dev.pollux.domain.ListedModel;
import dev.pollux.domain.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Published models by REST: the list is only in v1beta1, whose protos weigh 20 MB.
///
/// https://docs.cloud.google.com/vertex-ai/docs/reference/rest/v1beta1/publishers.models/list
final class GoogleModels implements Models {
  private static final int PAGE = 100;
  private static final String BASE_LABEL = "google-vertex-llm-tuning-base-model-id";
  private static final Pattern PLACE = Pattern.compile("/locations/([a-z0-9-]+)/");
  private final JsonMapper json = new JsonMapper();
  private final ClientOptions access;
  private final Lazy<HttpRequestFactory> http;

  GoogleModels(ClientOptions access) {
    this.access = access;
    this.http = new Lazy<>(access::http);
  }

  @Override
  public List<ListedModel> published() throws CloudException {
    List<ListedModel> models = new ArrayList<>();
    String root = access.vertexRest(Location.GLOBAL);
    String token = "";
    do {
      GenericUrl url = new GenericUrl(root + "/v1beta1/publishers/google/models");
      url.put("pageSize", PAGE);
      if (!token.isEmpty()) {
        url.put("pageToken", token);
      }
      JsonNode page = ClientCalls.again(() -> get(url));
      for (JsonNode model : page.path("publisherModels")) {
        String name = model.path("name").asString("");
        models.add(
            new ListedModel(
                name.substring(name.lastIndexOf('/') + 1), model.path("launchStage").asString("")));
      }
      token = page.path("nextPageToken").asString("");
    } while (!token.isEmpty());
    return List.copyOf(models);
  }

  /// The service names the base as a model of the Model Garden, and as a label that may not have
  /// dots.
  @Override
  public Optional<String> base(GeminiModel tuned) throws CloudException {
    Matcher place = PLACE.matcher(tuned.name());
    if (!tuned.isTuned() || !place.find()) {
      return Optional.empty();
    }
    String at = access.vertexRest(new Location(place.group(1)));
    GenericUrl url = new GenericUrl(at + "/v1/" + tuned.name());
    try {
      JsonNode model = ClientCalls.again(() -> get(url));
      String garden =
          model
              .path("baseModelSource")
              .path("modelGardenSource")
              .path("publicModelName")
              .asString("");
      String label = model.path("labels").path(BASE_LABEL).asString("");
      return Optional.of(garden.isEmpty() ? label : garden.substring(garden.lastIndexOf('/') + 1))
          .filter(name -> !name.isEmpty());
    } catch (CloudException.NotFound _) {
      return Optional.empty();
    }
  }

  private JsonNode get(GenericUrl url) throws java.io.IOException, CloudException {
    HttpResponse response = http.get().buildGetRequest(url).execute();
    try {
      return json.readTree(response.parseAsString());
    } catch (JacksonException e) {
      throw new CloudException.Broken("the list of models is not JSON", "", e);
    } finally {
      response.disconnect();
    }
  }
}
