package dev.pollux.sandbox.bigquery.wire;

import dev.pollux.sandbox.http.Failure;
import dev.pollux.sandbox.http.Reason;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// The members of requests that the service knows, that change what it does, and that the sandbox
/// does not serve: they are refused by name. Members that nobody knows are ignored, as the service
/// ignores them; Google's own clients send such.
public final class UnservedProperties {
  static final Set<String> DATASET =
      Set.of(
          "defaultCollation",
          "defaultEncryptionConfiguration",
          "defaultRoundingMode",
          "externalCatalogDatasetOptions",
          "externalDatasetReference",
          "isCaseInsensitive",
          "linkedDatasetSource");
  static final Set<String> TABLE =
      Set.of(
          "biglakeConfiguration",
          "cloneDefinition",
          "defaultCollation",
          "defaultRoundingMode",
          "encryptionConfiguration",
          "externalCatalogTableOptions",
          "externalDataConfiguration",
          "materializedView",
          "maxStaleness",
          "partitionDefinition",
          "snapshotDefinition",
          "tableConstraints",
          "tableReplicationInfo",
          "view");
  public static final Set<String> QUERY =
      Set.of(
          "continuous",
          "createSession",
          "destinationEncryptionConfiguration",
          "schemaUpdateOptions",
          "tableDefinitions",
          "userDefinedFunctionResources",
          "writeIncrementalResults");
  public static final Set<String> LOAD =
      Set.of(
          "columnNameCharacterMap",
          "createSession",
          "dateFormat",
          "datetimeFormat",
          "decimalTargetTypes",
          "destinationEncryptionConfiguration",
          "fileSetSpecType",
          "hivePartitioningOptions",
          "jsonExtension",
          "nullMarkers",
          "preserveAsciiControlCharacters",
          "projectionFields",
          "referenceFileSchemaUri",
          "schemaInline",
          "schemaUpdateOptions",
          "sourceColumnMatch",
          "timeFormat",
          "timeZone",
          "timestampFormat",
          "timestampTargetPrecision");
  public static final Set<String> COPY =
      Set.of("destinationEncryptionConfiguration", "destinationExpirationTime");
  public static final Set<String> INSERT = Set.of("templateSuffix");

  private UnservedProperties() {}

  /// @param what the place, in words
  /// @throws Failure `notImplemented` for a member of the list that says something
  public static void refuse(Set<String> unserved, JsonNode sent, String what) {
    for (Map.Entry<String, JsonNode> property : sent.properties()) {
      if (unserved.contains(property.getKey()) && !isNothing(property.getValue())) {
        throw new Failure(
            Reason.NOT_IMPLEMENTED,
            "The sandbox does not serve " + what + " with " + property.getKey());
      }
    }
  }

  /// Sessions and time zones come as pairs of a key and a value.
  public static void refuseConnection(JsonNode query) {
    for (JsonNode property : query.path("connectionProperties")) {
      String key = property.path("key").asString("");
      String value = property.path("value").asString("");
      boolean utc = value.isEmpty() || value.equalsIgnoreCase("UTC");
      if (key.equals("session_id") || (key.equals("time_zone") && !utc)) {
        throw new Failure(
            Reason.NOT_IMPLEMENTED, "The sandbox does not serve the connection property " + key);
      }
    }
  }

  private static boolean isNothing(JsonNode value) {
    return value.isNull()
        || (value.isContainer() && value.isEmpty())
        || (value.isBoolean() && !value.asBoolean(false))
        || (value.isString() && value.asString("").isEmpty());
  }
}
