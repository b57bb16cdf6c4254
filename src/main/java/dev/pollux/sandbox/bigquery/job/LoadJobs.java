package dev.pollux.sandbox.bigquery.job;

import dev.pollux.sandbox.bigquery.wire.CallerRoles;
import dev.pollux.sandbox.bigquery.wire.SentBody;
import dev.pollux.sandbox.bigquery.wire.UnservedProperties;
import dev.pollux.sandbox.http.Failure;
import dev.pollux.sandbox.http.Reason;
import dev.pollux.sandbox.store.Store;
import dev.pollux.sandbox.store.catalog.Datasets;
import dev.pollux.sandbox.store.catalog.Table;
import dev.pollux.sandbox.store.catalog.TableId;
import dev.pollux.sandbox.store.catalog.WriteTarget;
import dev.pollux.sandbox.store.engine.CancelHandle;
import dev.pollux.sandbox.store.engine.StoreFailure;
import dev.pollux.sandbox.store.load.LoadFormat;
import dev.pollux.sandbox.store.load.Loads;
import dev.pollux.sandbox.store.schema.ColumnDef;
import dev.pollux.sandbox.store.schema.TableSchemaJson;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Load jobs over an uploaded file.
public record LoadJobs(Store store, BigQueryJobs book, String url, CallerRoles roles) {
  /// Checks the configuration before bytes are taken.
  ///
  /// @throws Failure if it asks for what is not served
  public void check(ObjectNode sent) {
    JsonNode load = sent.path("configuration").path("load");
    if (!load.isObject()) {
      throw new Failure(Reason.INVALID, "An upload needs a job with configuration.load");
    }
    UnservedProperties.refuse(UnservedProperties.LOAD, load, "load jobs");
    UnservedProperties.refuseConnection(load);
    format(load);
  }

  /// Submits the load of an uploaded file, which it deletes in the end.
  public ObjectNode submit(String project, ObjectNode sent, Path file) {
    store.projects().needWritable(project, "Project " + project, "bigquery.jobs.create");
    ObjectNode configuration = SentBody.part(sent, "configuration");
    configuration.put("jobType", "LOAD");
    JsonNode load = configuration.path("load");
    JsonNode table = load.path("destinationTable");
    TableId id =
        new TableId(
            table.path("projectId").asString(project),
            table.path("datasetId").asString(""),
            table.path("tableId").asString(""));
    String place = store.datasets().need(id.datasetId()).location();
    roles.needTables(id.datasetId(), CallerRoles.CREATE);
    String asked = sent.path("jobReference").path("location").asString("");
    boolean elsewhere = !asked.isEmpty() && !asked.equalsIgnoreCase(place);
    JobKey key =
        new JobKey(project, elsewhere ? Datasets.canonical(asked) : place, JobKey.chosen(sent));
    WriteTarget target = Dispositions.target(id, load, WriteTarget.Write.APPEND, Optional.empty());
    ObjectNode job = JobJson.pending(key, configuration, book.now(), url);
    if (elsewhere) {
      delete(file);
      book.refuse(
          job,
          new StoreFailure(
              StoreFailure.Kind.NOT_FOUND,
              "Not found: Dataset " + id.datasetId() + " was not found in location " + asked));
    } else {
      book.submit(job, (running, handle) -> run(running, load, target, file, handle));
    }
    return store.jobs().find(project, key.id()).orElse(job);
  }

  private void run(
      ObjectNode job, JsonNode load, WriteTarget target, Path file, CancelHandle running) {
    try {
      long size = Files.size(file);
      Loads.Loaded loaded =
          store.loads().load(file, format(load), schema(load, target), target, running);
      ObjectNode statistics = job.withObjectProperty("statistics").withObjectProperty("load");
      statistics.put("inputFiles", "1");
      statistics.put("inputFileBytes", Long.toString(size));
      statistics.put("outputRows", Long.toString(loaded.rows()));
      statistics.put("outputBytes", Long.toString(size));
      statistics.put("badRecords", Long.toString(loaded.badRows()));
    } catch (IOException e) {
      throw new StoreFailure(
          StoreFailure.Kind.INVALID,
          "Error while reading data, error message: " + e.getMessage(),
          e);
    } finally {
      delete(file);
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new StoreFailure(StoreFailure.Kind.INTERNAL, "Cannot delete what was uploaded", e);
    }
  }

  /// The schema that was sent, else that of the table, else none: it is to be found.
  private Optional<List<ColumnDef>> schema(JsonNode load, WriteTarget target) {
    if (load.path("schema").has("fields")) {
      return Optional.of(TableSchemaJson.read(load.path("schema")));
    }
    boolean parquet = format(load).kind() == LoadFormat.FileFormat.PARQUET;
    if (SentBody.flag(load, "autodetect", false) || parquet) {
      return Optional.empty();
    }
    return Optional.of(
        store
            .tables()
            .find(target.id())
            .map(Table::columns)
            .orElseThrow(() ->
                new StoreFailure(
                    StoreFailure.Kind.INVALID,
                    "No schema specified on job or table, and autodetect is off.")));
  }

  private static LoadFormat format(JsonNode load) {
    String delimiter = load.path("fieldDelimiter").asString(",");
    String separator = delimiter.equals("\\t") || delimiter.equals("tab") ? "\t" : delimiter;
    String quote = load.path("quote").asString("\"");
    if (separator.length() != 1 || quote.length() > 1) {
      throw new Failure(Reason.INVALID, "fieldDelimiter and quote must be one character");
    }
    Optional<Integer> skip =
        load.has("skipLeadingRows")
            ? Optional.of(count(load, "skipLeadingRows"))
            : Optional.empty();
    return new LoadFormat(
        kind(load.path("sourceFormat").asString("")),
        skip,
        separator.charAt(0),
        quote.isEmpty() ? Optional.empty() : Optional.of(quote.charAt(0)),
        load.path("nullMarker").asString(""),
        SentBody.flag(load, "ignoreUnknownValues", false),
        SentBody.flag(load, "allowJaggedRows", false),
        SentBody.flag(load, "allowQuotedNewlines", false),
        charset(load.path("encoding").asString("")),
        count(load, "maxBadRecords"));
  }

  private static int count(JsonNode load, String name) {
    long count = SentBody.number(load, name, 0);
    if (count < 0 || count > Integer.MAX_VALUE) {
      throw new Failure(
          Reason.INVALID, "Invalid value for " + name + ": " + count + " is not a valid value");
    }
    return (int) count;
  }

  private static Charset charset(String encoding) {
    return switch (encoding.toUpperCase(Locale.ROOT)) {
      case "", "UTF-8", "UTF8" -> StandardCharsets.UTF_8;
      case "ISO-8859-1" -> StandardCharsets.ISO_8859_1;
      case "UTF-16BE" -> StandardCharsets.UTF_16BE;
      case "UTF-16LE" -> StandardCharsets.UTF_16LE;
      case "UTF-32BE" -> StandardCharsets.UTF_32BE;
      case "UTF-32LE" -> StandardCharsets.UTF_32LE;
      default -> throw new Failure(Reason.INVALID, "Invalid value for encoding: " + encoding);
    };
  }

  private static LoadFormat.FileFormat kind(String format) {
    return switch (format) {
      case "", "CSV" -> LoadFormat.FileFormat.CSV;
      case "NEWLINE_DELIMITED_JSON" -> LoadFormat.FileFormat.JSON_LINES;
      case "PARQUET" -> LoadFormat.FileFormat.PARQUET;
      default ->
          throw new Failure(
              Reason.NOT_IMPLEMENTED, "The sandbox does not serve loads of format " + format);
    };
  }
}
