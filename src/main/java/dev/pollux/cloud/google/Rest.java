package dev.pollux.cloud.google;

import com.google.api.client.http.ByteArrayContent;
import com.google.api.client.http.GenericUrl;
import com.google.api.client.http.HttpRequest;
import com.google.api.client.http.HttpRequestFactory;
import com.google.api.client.http.HttpResponse;
import dev.pollux.cloud.CloudException;
import java.io.IOException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads of services for which one call is too little for a client library.
record Rest(Lazy<HttpRequestFactory> http) {
  private static final JsonMapper JSON = JsonMapper.shared();

  JsonNode get(String url) throws CloudException {
    return ClientCalls.again(() -> read(http.get().buildGetRequest(new GenericUrl(url, true))));
  }

  /// For a question that is too long for a URL; asking twice changes nothing.
  JsonNode post(String url, JsonNode body) throws CloudException {
    byte[] bytes = JSON.writeValueAsBytes(body);
    return ClientCalls.again(() ->
        read(
            http.get()
                .buildPostRequest(
                    new GenericUrl(url, true), new ByteArrayContent("application/json", bytes))));
  }

  private static JsonNode read(HttpRequest request) throws IOException, CloudException {
    HttpResponse response = request.execute();
    try {
      return JSON.readTree(response.parseAsString());
    } catch (JacksonException e) {
      throw new CloudException.Broken("the answer is not JSON", "", e);
    } finally {
      response.disconnect();
    }
  }
}
