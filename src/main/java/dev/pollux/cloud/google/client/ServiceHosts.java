package dev.pollux.cloud.google.client;

import dev.pollux.cloud.google.credentials.CredentialsFile;
import dev.pollux.domain.Location;
import java.net.URI;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// Where Google's services answer: at their usual names, at those of another universe (Trusted
/// Partner Cloud), or at addresses of one's own (Private Service Connect). The variables are
/// gcloud's (https://docs.cloud.google.com/sdk/docs/properties): its property
/// `api_endpoint_overrides/bigquery` is `CLOUDSDK_API_ENDPOINT_OVERRIDES_BIGQUERY`.
///
/// @param universe `googleapis.com`
/// @param own `https://host:port` by service, without a slash at the end
public record ServiceHosts(String universe, Map<String, String> own) {
  /// The universe of Google's own cloud.
  public static final String USUAL = "googleapis.com";

  private static final String[] SERVICES = {
    "aiplatform", "bigquery", "cloudbilling", "cloudresourcemanager", "storage"
  };

  public ServiceHosts {
    own = Map.copyOf(own);
  }

  /// As the variables say.
  public static ServiceHosts of(CredentialsFile.Variables variables) {
    Map<String, String> own = new HashMap<>();
    for (String service : SERVICES) {
      variables
          .environment("CLOUDSDK_API_ENDPOINT_OVERRIDES_" + service.toUpperCase(Locale.ROOT))
          .ifPresent(url -> own.put(service, url.strip().replaceFirst("/+$", "")));
    }
    return new ServiceHosts(
        variables.environment("CLOUDSDK_CORE_UNIVERSE_DOMAIN").map(String::strip).orElse(USUAL),
        own);
  }

  /// The root of a service over REST.
  public String rest(String service) {
    return own.getOrDefault(service, "https://" + service + "." + universe);
  }

  /// The root of Vertex over REST.
  public String vertex(Location location) {
    return own.getOrDefault(
        "aiplatform", "https://" + ClientOptions.googleHost(location).replace(USUAL, universe));
  }

  /// Where Vertex answers over gRPC, `host:port`.
  public String vertexGrpc(Location location) {
    URI at = URI.create(vertex(location));
    return at.getHost() + ":" + (at.getPort() < 0 ? 443 : at.getPort());
  }
}
