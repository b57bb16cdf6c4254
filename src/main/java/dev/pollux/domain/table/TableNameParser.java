package dev.pollux.domain.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the name of a table as people write it, or paste it from elsewhere:
/// `project.dataset.table`, `dataset.table`, `project:dataset.table`, of projects of a domain
/// (`example.com:project`) too; between back-ticks, quotes or square brackets, as a whole or in
/// parts; with `bq://` before it, or the `FROM` of a statement; a link of the console, or a
/// resource name.
///
/// Every name that Pollux shows can be read, by whatever way it is written.
public final class TableNameParser {
  /// What stands around a name that was copied, and belongs to none.
  private static final Pattern AROUND =
      Pattern.compile(
          "^[\\s\\p{Zs}\\p{Cf}'\"“”„‘’«»(\\[,;]+|[\\s\\p{Zs}\\p{Cf}'\"“”„‘’«»)\\],;]+$");

  private static final Pattern STATEMENT =
      Pattern.compile("(?is)(?:(?:select|with)\\s.*?\\s)?(?:from|join)[\\s\\p{Zs}]+(.+)");

  /// One part of a name in a statement, with back-ticks or without, and what joins it to the next.
  private static final Pattern IN_STATEMENT =
      Pattern.compile(
          "(?s)((?:`[^`]*`|[^\\s`;,().:]+)(?:\\s*[.:]\\s*(?:`[^`]*`|[^\\s`;,().:]+))*).*");

  /// No name has any of them: parts may stand between them, too.
  private static final Pattern QUOTES = Pattern.compile("[`\"“”„«»\\[\\]]");

  private static final Pattern URI = Pattern.compile("(?i)bq://(.*)");

  private TableNameParser() {}

  /// @param project whose dataset it is where the text names no project, as a rule the one of the
  ///   connection; empty where nobody knows
  public static TableReading read(String text, Optional<String> project) {
    String bare = bare(text);
    Optional<TableLink> link = TableLink.of(bare);
    if (link.isPresent() && link.get().parts().isEmpty()) {
      return new TableReading.Refused(TableReading.Reason.OTHER_LINK, bare);
    }
    String name = link.map(TableLink::parts).orElseGet(() -> named(bare));
    if (name.isEmpty()) {
      return new TableReading.Refused(TableReading.Reason.EMPTY, "");
    }
    List<String> parts = parts(name);
    // What names its project, and no table.
    boolean tableless = parts.size() < 3 && (link.isPresent() || name.contains(":"));
    return tableless
        ? new TableReading.Refused(TableReading.Reason.NO_TABLE, name)
        : table(parts, project);
  }

  /// Whether the text names more than a table: its dataset, or a link to it.
  public static boolean isQualified(String text) {
    String bare = bare(text);
    return TableLink.of(bare).isPresent() || parts(named(bare)).size() > 1;
  }

  private static String named(String bare) {
    Matcher statement = STATEMENT.matcher(bare);
    boolean inSql = statement.matches();
    String name = inSql ? bare(statement.group(1)) : bare;
    Matcher first = IN_STATEMENT.matcher(name);
    boolean alone = !inSql && !bare.startsWith("`");
    String quoted = !alone && first.matches() ? first.group(1) : name;
    String plain = QUOTES.matcher(quoted).replaceAll("").strip();
    Matcher uri = URI.matcher(plain);
    return uri.matches() ? uri.group(1) : plain;
  }

  private static String bare(String text) {
    String now = text;
    String before;
    do {
      before = now;
      now = AROUND.matcher(now).replaceAll("");
    } while (!now.equals(before));
    return now;
  }

  /// The project of a domain is one part; spaces around the dots belong to none.
  private static List<String> parts(String name) {
    int colon = name.indexOf(':');
    if (colon < 0) {
      return split(name);
    }
    String before = name.substring(0, colon).strip();
    List<String> after = split(name.substring(colon + 1).replace(':', '.'));
    boolean domain = before.contains(".") || after.size() > 2;
    List<String> parts = new ArrayList<>(after);
    if (domain) {
      parts.set(0, before + ":" + after.getFirst());
    } else {
      parts.addFirst(before);
    }
    return parts;
  }

  private static List<String> split(String name) {
    return Arrays.stream(name.split("\\.", -1)).map(String::strip).toList();
  }

  private static TableReading table(List<String> parts, Optional<String> project) {
    return switch (parts.size()) {
      case 1 -> new TableReading.Refused(TableReading.Reason.ONLY_TABLE, parts.getFirst());
      case 2 ->
          project
              .map(own -> table(own, parts.get(0), parts.get(1)))
              .orElseGet(() ->
                  new TableReading.Refused(
                      TableReading.Reason.NO_PROJECT, String.join(".", parts)));
      case 3 -> table(parts.get(0), parts.get(1), parts.get(2));
      default -> new TableReading.Refused(TableReading.Reason.TOO_MANY, String.join(".", parts));
    };
  }

  private static TableReading table(String project, String dataset, String table) {
    if (!TableRef.isProject(project)) {
      return new TableReading.Refused(TableReading.Reason.BAD_PROJECT, project);
    }
    if (!TableRef.isDataset(dataset)) {
      return new TableReading.Refused(TableReading.Reason.BAD_DATASET, dataset);
    }
    return TableRef.isTableName(table) || TableRef.isWildcard(table)
        ? new TableReading.Table(new TableRef(project, dataset, table))
        : new TableReading.Refused(TableReading.Reason.BAD_TABLE, table);
  }
}
