import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The bill of materials of all that is in an image: what Maven knows, and what it does not, the Java that goes with it and the
/// fonts in our own jar.
final class BillOfMaterials {
  private BillOfMaterials() {}

  /// @param ofMaven the file that the build made
  static JsonNode whole(Path ofMaven) {
    JsonNode bom = JsonMapper.shared().readTree(ofMaven.toFile());
    ArrayNode components = (ArrayNode) bom.path("components");
    ObjectNode java =
        add(components, "platform", "OpenJDK", "GPL-2.0-with-classpath-exception");
    java.put("version", Runtime.version().toString());
    java.put("publisher", System.getProperty("java.vendor"));
    add(components, "data", "Inter (fonts)", "OFL-1.1");
    add(components, "data", "JetBrains Mono (fonts)", "OFL-1.1");
    return bom;
  }

  private static ObjectNode add(ArrayNode to, String type, String name, String licence) {
    ObjectNode part = to.addObject().put("type", type).put("name", name).put("bom-ref", name);
    part.putArray("licenses").addObject().putObject("license").put("id", licence);
    return part;
  }
}
