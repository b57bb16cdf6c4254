package dev.pollux.cloud.google;

import com.google.api.client.http.GenericUrl;
import com.google.api.client.http.HttpRequestFactory;
import com.google.api.client.http.HttpResponse;
import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.Models;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Published models by REST: the list is only in v1beta1, whose protos weigh 20 MB.
///
/// https://docs.cloud.google.com/vertex-ai/docs/reference/rest/v1beta1/publishers.models/list
final class GoogleModels implements Models {
  private static final int PAGE = 100;
  private final JsonMapper json = new JsonMapper();
  private final String root;
  private final HttpRequestFactory http;

  GoogleModels(Access access) {
    this.root = access.vertexRest();
    this.http = access.http();
  }

  @Override
  public List<Listed> published() throws CloudException {
    List<Listed> models = new ArrayList<>();
    String token = "";
    do {
      GenericUrl url = new GenericUrl(root + "/v1beta1/publishers/google/models");
      url.put("pageSize", PAGE);
      if (!token.isEmpty()) {
        url.put("pageToken", token);
      }
      JsonNode page = Ask.again(() -> get(url));
      for (JsonNode model : page.path("publisherModels")) {
        String name = model.path("name").asString("");
        models.add(
            new Listed(
                name.substring(name.lastIndexOf('/') + 1), model.path("launchStage").asString("")));
      }
      token = page.path("nextPageToken").asString("");
    } while (!token.isEmpty());
    return List.copyOf(models);
  }

  private JsonNode get(GenericUrl url) throws java.io.IOException, CloudException {
    HttpResponse response = http.buildGetRequest(url).execute();
    try {
      return json.readTree(response.parseAsString());
    } catch (JacksonException e) {
      throw new CloudException.Broken("the list of models is not JSON", "", e);
    } finally {
      response.disconnect();
    }
  }
}
