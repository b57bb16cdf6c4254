package dev.pollux.cloud.google;

import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.Files;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Cloud Storage's JSON API: only the facts of an object are asked for, never its bytes
/// (https://docs.cloud.google.com/storage/docs/json_api/v1/objects/get).
record GoogleFiles(ClientOptions access, Rest rest) implements Files {
  private static final Pattern URI = Pattern.compile("gs://([^/]+)/(.+)", Pattern.DOTALL);

  @Override
  public boolean readable(String uri) throws CloudException {
    Matcher parts = URI.matcher(uri);
    if (!parts.matches()) {
      return false;
    }
    String object = URLEncoder.encode(parts.group(2), StandardCharsets.UTF_8).replace("+", "%20");
    try {
      rest.get(access.storage() + "/storage/v1/b/" + parts.group(1) + "/o/" + object);
      return true;
    } catch (CloudException.NotFound | CloudException.NotAllowed _) {
      return false;
    }
  }
}
