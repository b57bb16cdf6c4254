package dev.pollux.domain.table;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A link to something in BigQuery: of Google's console, of the service itself, or its full
/// resource name (https://docs.cloud.google.com/apis/design/resource_names).
///
/// @param parts project, dataset and table, as far as the link names them, joined by dots; empty
///   where it names none
record TableLink(String parts) {
  private static final Pattern WEB = Pattern.compile("(?i)https?://.*");
  private static final Pattern RESOURCE =
      Pattern.compile("(?:.*/)?projects/([^/]+)(?:/datasets/([^/]+)(?:/tables/([^/?#]+))?)?.*");

  /// A table or a dataset among the tabs that are open in the console.
  private static final Pattern TAB =
      Pattern.compile("![34]m[23]!1s([^!]+)!2s([^!]+)(?:!3s([^!]+))?");

  /// The address of before the console, `https://bigquery.cloud.google.com/table/p:d.t`.
  private static final Pattern OLD = Pattern.compile(".*/(?:table|dataset)/([^?#]+).*");

  /// Empty where the text is no link at all.
  static Optional<TableLink> of(String text) {
    if (WEB.matcher(text).matches()) {
      return Optional.of(new TableLink(web(text)));
    }
    boolean resource = text.startsWith("//") || text.startsWith("projects/");
    return resource ? Optional.of(new TableLink(resource(text))) : Optional.empty();
  }

  private static String web(String text) {
    if (!text.toLowerCase(Locale.ROOT).contains("bigquery")) {
      return "";
    }
    Map<String, String> members = members(text);
    Matcher tab = TAB.matcher(members.getOrDefault("ws", ""));
    String project = members.getOrDefault("p", members.getOrDefault("project", ""));
    if (members.containsKey("d")) {
      return joined(project, members.get("d"), members.getOrDefault("t", ""));
    }
    if (tab.find()) {
      return joined(tab);
    }
    String path = decoded(text.replaceAll("[?#].*", ""));
    Matcher old = OLD.matcher(path);
    return old.matches() && old.group(1) != null ? old.group(1) : resource(path);
  }

  private static String resource(String text) {
    Matcher named = RESOURCE.matcher(text);
    return named.matches() ? joined(named) : "";
  }

  private static String joined(Matcher found) {
    return joined(found.group(1), found.group(2), found.group(3));
  }

  private static String joined(
      @Nullable String project, @Nullable String dataset, @Nullable String table) {
    return Stream.of(project, dataset, table)
        .filter(part -> part != null && !part.isEmpty())
        .collect(Collectors.joining("."));
  }

  private static Map<String, String> members(String text) {
    Map<String, String> members = new HashMap<>();
    for (String pair : text.replaceFirst("^[^?#]*", "").split("[?&#]", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        members.putIfAbsent(pair.substring(0, equals), decoded(pair.substring(equals + 1)));
      }
    }
    return members;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      return text;
    }
  }
}
