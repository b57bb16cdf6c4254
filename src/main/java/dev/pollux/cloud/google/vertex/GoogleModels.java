package dev.pollux.cloud.google.vertex;

import com.google.api.client.http.GenericUrl;
import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.Models;
import dev.pollux.cloud.google.client.ClientOptions;
import dev.pollux.cloud.google.client.Pages;
import dev.pollux.cloud.google.client.Rest;
import dev.pollux.domain.GeminiModel;
import dev.pollux.domain.ListedModel;
import dev.pollux.domain.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// Published models by REST: the list is only in v1beta1, whose protos weigh 20 MB.
///
/// https://docs.cloud.google.com/vertex-ai/docs/reference/rest/v1beta1/publishers.models/list
public final class GoogleModels implements Models {
  private static final int PAGE = 100;
  private static final String BASE_LABEL = "google-vertex-llm-tuning-base-model-id";
  private static final Pattern PLACE = Pattern.compile("/locations/([a-z0-9-]+)/");
  private final ClientOptions access;
  private final Rest rest;

  /// @param access where Vertex AI is, and as whom it is asked
  public GoogleModels(ClientOptions access, Rest rest) {
    this.access = access;
    this.rest = rest;
  }

  @Override
  public List<ListedModel> published() throws CloudException {
    List<ListedModel> models = new ArrayList<>();
    String root = access.vertexRest(Location.GLOBAL);
    Pages.read(token -> {
      GenericUrl url = new GenericUrl(root + "/v1beta1/publishers/google/models");
      url.put("pageSize", PAGE);
      if (!token.isEmpty()) {
        url.put("pageToken", token);
      }
      JsonNode page = rest.get(url.build());
      for (JsonNode model : page.path("publisherModels")) {
        String name = model.path("name").asString("");
        models.add(
            new ListedModel(
                name.substring(name.lastIndexOf('/') + 1), model.path("launchStage").asString("")));
      }
      return page.path("nextPageToken").asString("");
    });
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
    try {
      JsonNode model = rest.get(new GenericUrl(at + "/v1/" + tuned.name()).build());
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
}
