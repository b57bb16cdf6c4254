import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import tools.jackson.databind.JsonNode;

/// What goes with the jars on paper: the bill of materials (CycloneDX), a list of all parts with their licences, and
/// the texts of licences that the jars themselves carry. Those of Java stand in the runtime's `legal`.
final class Papers {
  private static final Pattern LEGAL =
      Pattern.compile("(META-INF/)?(LICEN[SC]E|NOTICE|COPYING|COPYRIGHT)[-.\\w]*", Pattern.CASE_INSENSITIVE);

  private Papers() {}

  static void add(Build build, Path jars) throws IOException {
    Path legal = Files.createDirectories(jars.resolve("legal"));
    JsonNode bom = BillOfMaterials.whole(build.target().resolve("bom.json"));
    Files.writeString(legal.resolve("bom.json"), bom.toPrettyString() + "\n");
    Files.writeString(legal.resolve("PARTS.md"), parts(bom));
    try (Stream<Path> files = Files.list(jars)) {
      for (Path jar : files.filter(f -> f.toString().endsWith(".jar")).sorted().toList()) {
        texts(jar, legal.resolve(jar.getFileName().toString().replaceFirst("\\.jar$", "")));
      }
    }
  }

  private static void texts(Path jar, Path to) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      for (ZipEntry entry : zip.stream().map(ZipEntry.class::cast).toList()) {
        if (!entry.isDirectory() && LEGAL.matcher(entry.getName()).matches()) {
          Files.createDirectories(to);
          String name = entry.getName().replaceFirst("^META-INF/", "");
          Files.write(to.resolve(name), zip.getInputStream(entry).readAllBytes());
        }
      }
    }
  }

  private static String parts(JsonNode bom) {
    Set<String> parts = new TreeSet<>();
    for (JsonNode part : bom.path("components")) {
      String group = part.path("group").asString("");
      String name = (group.isEmpty() ? "" : group + ":") + part.path("name").asString("");
      parts.add("| " + name + " | " + part.path("version").asString("") + " | " + licences(part) + " |");
    }
    return """
        # Parts of Pollux and their licences

        The texts stand in the folders beside this file, as far as the parts carry them; those of Java in
        `lib/runtime/legal`, that of the fonts in Pollux's own jar. Pollux itself comes without a licence so far:
        nobody has given one.

        | part | version | licence |
        |---|---|---|
        """
        + String.join("\n", parts)
        + "\n";
  }

  private static String licences(JsonNode part) {
    List<String> names = new ArrayList<>();
    for (JsonNode each : part.path("licenses")) {
      JsonNode licence = each.path("license");
      String id = licence.path("id").asString("");
      names.add(
          id.isEmpty() ? licence.path("name").asString(each.path("expression").asString("")) : id);
    }
    return names.isEmpty() ? "not said by the part" : String.join(" or ", names);
  }
}
