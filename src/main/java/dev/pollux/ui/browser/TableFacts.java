package dev.pollux.ui.browser;

import dev.pollux.domain.table.TableInfo;
import dev.pollux.domain.table.TableKind;
import dev.pollux.domain.table.TableStorage;
import dev.pollux.text.ByteSize;
import dev.pollux.text.Words;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/// What there is to say of a table, in words.
final class TableFacts {
  private final Words words;
  private final DateTimeFormatter moment;

  TableFacts(Words words) {
    this.words = words;
    this.moment =
        DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM)
            .withLocale(words.locale())
            .withZone(ZoneId.systemDefault());
  }

  /// One line: rows, size, location, kind.
  String line(TableInfo info) {
    return words.get(
        "browser.facts.line",
        rows(info),
        bytes(info.bytes()),
        info.location().id(),
        kind(info.kind()));
  }

  /// All of it, name by name.
  Map<String, String> all(TableInfo info) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put(words.get("browser.facts.name"), info.ref().toString());
    facts.put(words.get("browser.facts.kind"), kind(info.kind()));
    facts.put(words.get("browser.facts.rows"), rows(info));
    facts.put(words.get("browser.facts.size"), bytes(info.bytes()));
    facts.put(words.get("browser.facts.location"), info.location().id());
    facts.put(words.get("browser.facts.created"), at(info.created()));
    facts.put(words.get("browser.facts.modified"), at(info.modified()));
    facts.put(
        words.get("browser.facts.expires"),
        info.expires().map(this::at).orElse(words.get("browser.facts.never")));
    stored(info.storage(), facts);
    if (!info.description().isBlank()) {
      facts.put(words.get("browser.facts.description"), info.description());
    }
    return facts;
  }

  private void stored(TableStorage storage, Map<String, String> facts) {
    storage
        .partition()
        .ifPresent(column ->
            facts.put(
                words.get("browser.facts.partition"),
                column.required()
                    ? words.get("browser.facts.partition-required", column.name())
                    : column.name()));
    if (!storage.tagged().isEmpty()) {
      facts.put(
          words.get("browser.facts.tagged"),
          storage.tagged().stream().sorted().collect(Collectors.joining(", ")));
    }
    storage
        .newest()
        .ifPresent(table -> facts.put(words.get("browser.facts.newest"), table.table()));
  }

  private String at(Instant instant) {
    return moment.format(instant);
  }

  private String rows(TableInfo info) {
    if (info.rows() < 0) {
      return words.get("browser.facts.unknown-rows");
    }
    return info.isCounted()
        ? words.get("browser.facts.count", info.rows())
        : words.get("browser.facts.streamed", info.rows(), info.storage().streamed());
  }

  String bytes(long bytes) {
    return bytes < 0 ? words.get("browser.facts.unknown-size") : ByteSize.of(words, bytes);
  }

  private String kind(TableKind kind) {
    return switch (kind) {
      case TABLE -> words.get("browser.kind.table");
      case VIEW -> words.get("browser.kind.view");
      case MATERIALIZED_VIEW -> words.get("browser.kind.materialized-view");
      case EXTERNAL -> words.get("browser.kind.external");
      case SNAPSHOT -> words.get("browser.kind.snapshot");
      case SHARDS -> words.get("browser.kind.shards");
      case OTHER -> words.get("browser.kind.other");
    };
  }
}
