package dev.pollux.cloud.google;

import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.Files;
import dev.pollux.cloud.google.client.ClientOptions;
import dev.pollux.cloud.google.client.Rest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Cloud Storage's JSON API: only the facts of an object are asked for, never its bytes
/// (https://docs.cloud.google.com/storage/docs/json_api/v1/objects/get).
record GoogleFiles(ClientOptions access, Rest rest) implements Files {
  /// No other name can be a bucket's, and it stands in the path of the URL, where a question mark
  /// or a slash would ask something else with the caller's identity
  /// (https://docs.cloud.google.com/storage/docs/buckets#naming).
  private static final Pattern URI =
      Pattern.compile("gs://([a-z0-9][a-z0-9._-]{1,220}[a-z0-9])/([^\\r\\n]+)");

  /// https://docs.cloud.google.com/storage/docs/objects#naming
  private static final int MAX_OBJECT_BYTES = 1024;

  @Override
  public boolean readable(String uri) throws CloudException {
    Matcher parts = URI.matcher(uri);
    if (!parts.matches() || parts.group(1).contains("..") || !isObject(parts.group(2))) {
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

  private static boolean isObject(String name) {
    return !name.equals(".")
        && !name.equals("..")
        && name.getBytes(StandardCharsets.UTF_8).length <= MAX_OBJECT_BYTES;
  }
}
