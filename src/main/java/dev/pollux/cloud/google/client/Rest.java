package dev.pollux.cloud.google.client;

import com.google.api.client.http.ByteArrayContent;
import com.google.api.client.http.GenericUrl;
import com.google.api.client.http.HttpRequest;
import com.google.api.client.http.HttpRequestFactory;
import com.google.api.client.http.HttpResponse;
import com.google.api.client.http.HttpResponseException;
import dev.pollux.cloud.CauseWords;
import dev.pollux.cloud.CloudException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Calls of services for which one call is too little for a client library.
public record Rest(LazyClient<HttpRequestFactory> http) {
  private static final JsonMapper JSON = JsonMapper.shared();

  /// The largest answer that is read, in bytes, unzipped. A page of a hundred models has some 100
  /// kB.
  static final int LARGEST = 8 * 1024 * 1024;

  private static final int LARGEST_START = 500;

  /// Between two processes of one machine, zipping takes longer than it saves.
  private static final Set<String> HERE = Set.of("127.0.0.1", "localhost", "[::1]");

  /// A model may think for minutes.
  private static final int ANSWER_MILLIS = 300_000;

  /// Reads what stands at an address; tried again where that may help.
  public JsonNode get(String url) throws CloudException {
    return get(url, LARGEST, Rest::object);
  }

  /// @param largest the largest answer that is read, in bytes, unzipped
  /// @param reading what is made of its bytes
  public <T> T get(String url, int largest, Function<byte[], T> reading) throws CloudException {
    return ClientCalls.again(
        () -> read(http.get().buildGetRequest(new GenericUrl(url, true)), largest, reading));
  }

  /// For a question that is too long for a URL; asking twice changes nothing.
  public JsonNode post(String url, JsonNode body) throws CloudException {
    byte[] bytes = JSON.writeValueAsBytes(body);
    return ClientCalls.again(() ->
        read(
            http.get()
                .buildPostRequest(
                    new GenericUrl(url, true), new ByteArrayContent("application/json", bytes)),
            LARGEST));
  }

  /// What costs money: one try, however it ends.
  public JsonNode postOnce(String url, JsonNode body) throws CloudException {
    byte[] bytes = JSON.writeValueAsBytes(body);
    return ClientCalls.change(() ->
        read(
            http.get()
                .buildPostRequest(
                    new GenericUrl(url, true), new ByteArrayContent("application/json", bytes))
                .setNumberOfRetries(0)
                .setReadTimeout(ANSWER_MILLIS),
            LARGEST));
  }

  private static JsonNode read(HttpRequest request, int largest)
      throws IOException, CloudException {
    return read(request, largest, Rest::object);
  }

  /// All that Google's services answer is an object.
  private static JsonNode object(byte[] body) {
    JsonNode answer = JSON.readTree(body);
    if (answer == null || !answer.isObject()) {
      throw new StreamReadException("it is no object");
    }
    return answer;
  }

  private static <T> T read(HttpRequest request, int largest, Function<byte[], T> reading)
      throws IOException, CloudException {
    if (HERE.contains(request.getUrl().getHost())) {
      request.getHeaders().setAcceptEncoding(null);
    }
    // Else the client would read the whole body of a refusal by itself.
    HttpResponse response = request.setThrowExceptionOnExecuteError(false).execute();
    byte[] body = new byte[0];
    try {
      body = body(response.getContent(), largest);
      if (!response.isSuccessStatusCode()) {
        throw new HttpResponseException.Builder(
                response.getStatusCode(), response.getStatusMessage(), response.getHeaders())
            .setContent(new String(body, StandardCharsets.UTF_8))
            .build();
      }
      return reading.apply(body);
    } catch (JacksonException e) {
      String start =
          new String(body, 0, Math.min(body.length, LARGEST_START), StandardCharsets.UTF_8);
      throw start.stripLeading().startsWith("<")
          ? new CloudException.Unavailable("the answer is a page: " + start.strip(), "", e)
          : GoogleErrors.wrongAnswer(CauseWords.plain(e.getOriginalMessage()), e);
    } finally {
      response.disconnect();
    }
  }

  private static byte[] body(@Nullable InputStream content, int largest)
      throws IOException, CloudException {
    if (content == null) {
      return new byte[0];
    }
    byte[] body = content.readNBytes(largest + 1);
    if (body.length > largest) {
      throw new CloudException.Broken(
          "the answer is larger than " + largest / 1024 / 1024 + " MB", "", null);
    }
    return body;
  }
}
