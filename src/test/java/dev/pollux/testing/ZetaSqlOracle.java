package dev.pollux.testing;

import com.google.protobuf.ByteString;
import com.google.zetasql.Analyzer;
import com.google.zetasql.AnalyzerOptions;
import com.google.zetasql.LanguageOptions;
import com.google.zetasql.PreparedQuery;
import com.google.zetasql.SimpleCatalog;
import com.google.zetasql.SimpleTable;
import com.google.zetasql.TableContent;
import com.google.zetasql.Type;
import com.google.zetasql.TypeFactory;
import com.google.zetasql.Value;
import com.google.zetasql.ZetaSQLBuiltinFunctionOptions;
import com.google.zetasql.ZetaSQLOptions;
import com.google.zetasql.ZetaSQLType.TypeKind;
import com.google.zetasql.resolvedast.ResolvedNodes.ResolvedStatement;
import dev.pollux.sandbox.sql.type.Parameter;
import dev.pollux.sandbox.sql.type.SqlType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Google's own analyser and reference implementation of GoogleSQL, asked what a statement means.
/// It starts in about two seconds: make one for a class. It knows no product limits of BigQuery, no
/// INFORMATION_SCHEMA and no APPROX_ functions; it has no library for Windows.
///
/// Tables are made of queries, and named as statements name them: `oracle.table("p.d.t", "SELECT 1
/// AS id, 'x' AS body")`.
public final class ZetaSqlOracle {
  /// Names and types of the columns, and each value as text: NULL, `"text"`, `[...]`, `{...}`.
  public record Result(List<String> names, List<String> types, List<List<String>> rows) {}

  /// Why a statement is refused, with the analyser's message.
  public static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Refused(String message) {
      super(message);
    }
  }

  private final SimpleCatalog catalog = new SimpleCatalog("oracle");
  private final Map<String, TableContent> contents = new HashMap<>();

  /// The catalogue and its rows as the library keeps them: otherwise each statement sends it again.
  private SimpleCatalog.@Nullable AutoUnregister registered;

  public ZetaSqlOracle() {
    catalog.addZetaSQLFunctionsAndTypes(new ZetaSQLBuiltinFunctionOptions(language()));
  }

  /// Adds a table with what a query gives.
  public ZetaSqlOracle table(String name, String query) {
    AnalyzerOptions options = options(Map.of());
    try (PreparedQuery prepared = prepare(query, options)) {
      SimpleTable table = new SimpleTable(name);
      prepared.getColumns().forEach(c -> table.addSimpleColumn(c.getName(), c.getType()));
      contents.put(name, prepared.execute(Map.of()));
      if (registered != null) {
        registered.close();
        registered = null;
      }
      catalog.addSimpleTable(table);
    }
    return this;
  }

  /// Checks a statement of any kind.
  ///
  /// @throws Refused if the analyser refuses it
  public ResolvedStatement analyse(String sql, Map<String, Parameter> parameters) {
    register();
    try {
      return Analyzer.analyzeStatement(sql, options(parameters), catalog);
    } catch (com.google.zetasql.SqlException | io.grpc.StatusRuntimeException e) {
      throw refused(e);
    }
  }

  public ResolvedStatement analyse(String sql) {
    return analyse(sql, Map.of());
  }

  /// Runs a query.
  ///
  /// @throws Refused if the analyser refuses it, or it fails
  public Result evaluate(String sql, Map<String, Parameter> parameters) {
    Map<String, Value> values = new HashMap<>();
    parameters.forEach((name, p) -> values.put(name.toLowerCase(Locale.ROOT), value(p)));
    try (PreparedQuery prepared = prepare(sql, options(parameters))) {
      List<List<String>> rows = new ArrayList<>();
      for (List<Value> row : prepared.execute(values).getTableData()) {
        rows.add(row.stream().map(ZetaSqlOracle::text).toList());
      }
      return new Result(
          prepared.getColumns().stream().map(c -> c.getName()).toList(),
          prepared.getColumns().stream().map(c -> name(c.getType())).toList(),
          rows);
    } catch (com.google.zetasql.SqlException | io.grpc.StatusRuntimeException e) {
      throw refused(e);
    }
  }

  public Result evaluate(String sql) {
    return evaluate(sql, Map.of());
  }

  /// The names of all functions that it knows, operators apart.
  public List<String> functions() {
    return catalog.getFunctionList().stream()
        .map(function -> function.getSqlName().toUpperCase(Locale.ROOT))
        .filter(name -> name.matches("[A-Z][A-Z0-9_]*(\\.[A-Z][A-Z0-9_]*)?"))
        .toList();
  }

  private void register() {
    if (registered == null) {
      registered = catalog.register(contents);
    }
  }

  private PreparedQuery prepare(String sql, AnalyzerOptions options) {
    register();
    return PreparedQuery.builder()
        .setSql(sql)
        .setAnalyzerOptions(options)
        .setCatalog(catalog)
        .prepare();
  }

  private static Refused refused(RuntimeException e) {
    return new Refused(
        String.valueOf(e.getMessage())
            .replaceFirst("^[A-Z_]+: ", "")
            .replaceFirst("^Error, msg: ", ""));
  }

  private static LanguageOptions language() {
    LanguageOptions language = new LanguageOptions();
    language.enableMaximumLanguageFeatures();
    // As BigQuery: a number that JSON would not keep is refused.
    language.enableLanguageFeature(
        ZetaSQLOptions.LanguageFeature.FEATURE_JSON_STRICT_NUMBER_PARSING);
    language.setProductMode(ZetaSQLOptions.ProductMode.PRODUCT_EXTERNAL);
    language.setSupportsAllStatementKinds();
    language.enableReservableKeyword("QUALIFY");
    return language;
  }

  private static AnalyzerOptions options(Map<String, Parameter> parameters) {
    AnalyzerOptions options = new AnalyzerOptions();
    options.setLanguageOptions(language());
    options.setDefaultTimezone("UTC");
    options.setErrorMessageMode(ZetaSQLOptions.ErrorMessageMode.ERROR_MESSAGE_ONE_LINE);
    parameters.forEach((name, p) -> options.addQueryParameter(name, type(p.type())));
    return options;
  }

  /// The library's own typeName fails for structs.
  private static String name(Type type) {
    if (type.isArray()) {
      return "ARRAY<" + name(type.asArray().getElementType()) + ">";
    }
    if (type.isStruct()) {
      return type.asStruct().getFieldList().stream()
          .map(f -> (f.getName() + " " + name(f.getType())).strip())
          .collect(java.util.stream.Collectors.joining(", ", "STRUCT<", ">"));
    }
    return type.typeName(ZetaSQLOptions.ProductMode.PRODUCT_EXTERNAL);
  }

  private static Type type(SqlType type) {
    return switch (type) {
      case SqlType.Array array -> TypeFactory.createArrayType(type(array.element()));
      case SqlType.Scalar scalar ->
          TypeFactory.createSimpleType(
              switch (scalar) {
                case STRING -> TypeKind.TYPE_STRING;
                case BYTES -> TypeKind.TYPE_BYTES;
                case INT64 -> TypeKind.TYPE_INT64;
                case FLOAT64 -> TypeKind.TYPE_DOUBLE;
                case NUMERIC -> TypeKind.TYPE_NUMERIC;
                case BIGNUMERIC -> TypeKind.TYPE_BIGNUMERIC;
                case BOOL -> TypeKind.TYPE_BOOL;
                case TIMESTAMP -> TypeKind.TYPE_TIMESTAMP;
                case DATE -> TypeKind.TYPE_DATE;
                case TIME -> TypeKind.TYPE_TIME;
                case DATETIME -> TypeKind.TYPE_DATETIME;
                case GEOGRAPHY -> TypeKind.TYPE_GEOGRAPHY;
                case JSON -> TypeKind.TYPE_JSON;
                case INTERVAL -> TypeKind.TYPE_INTERVAL;
              });
      case SqlType.Struct _, SqlType.Range _ ->
          throw new IllegalArgumentException("not a parameter for the oracle: " + type);
    };
  }

  private static Value value(Parameter parameter) {
    return switch (parameter) {
      case Parameter.Single single -> value(single);
      case Parameter.Many many ->
          Value.createArrayValue(
              TypeFactory.createArrayType(type(many.element())),
              many.values().stream().map(ZetaSqlOracle::value).toList());
      case Parameter.Fields _ ->
          throw new IllegalArgumentException("not a parameter for the oracle: " + parameter);
    };
  }

  private static Value value(Parameter.Single single) {
    String text = single.value();
    if (text == null) {
      return Value.createNullValue(type(single.type()));
    }
    return switch (single.type()) {
      case STRING -> Value.createStringValue(text);
      case BYTES -> Value.createBytesValue(ByteString.copyFrom(Base64.getDecoder().decode(text)));
      case INT64 -> Value.createInt64Value(Long.parseLong(text));
      case FLOAT64 -> Value.createDoubleValue(Double.parseDouble(text));
      case BOOL -> Value.createBoolValue(Boolean.parseBoolean(text));
      case NUMERIC -> Value.createNumericValue(new BigDecimal(text));
      case DATE -> Value.createDateValue(java.time.LocalDate.parse(text));
      case JSON -> Value.createJsonValue(text);
      case BIGNUMERIC, TIMESTAMP, TIME, DATETIME, GEOGRAPHY, INTERVAL ->
          throw new IllegalArgumentException("not a parameter for the oracle: " + single);
    };
  }

  /// NULL, `"text"`, numbers as Java writes them, `[...]` for arrays, `{...}` for structs.
  private static String text(Value value) {
    if (value.isNull()) {
      return "NULL";
    }
    return switch (value.getType().getKind()) {
      case TYPE_STRING -> '"' + value.getStringValue() + '"';
      case TYPE_BYTES ->
          "b:" + Base64.getEncoder().encodeToString(value.getBytesValue().toByteArray());
      case TYPE_INT64 -> Long.toString(value.getInt64Value());
      case TYPE_DOUBLE -> Double.toString(value.getDoubleValue());
      case TYPE_BOOL -> Boolean.toString(value.getBoolValue());
      case TYPE_NUMERIC -> value.getNumericValue().stripTrailingZeros().toPlainString();
      case TYPE_BIGNUMERIC -> value.getBigNumericValue().stripTrailingZeros().toPlainString();
      case TYPE_DATE -> value.getLocalDateValue().toString();
      case TYPE_TIME -> value.getLocalTimeValue().toString();
      case TYPE_DATETIME -> value.getLocalDateTimeValue().toString();
      case TYPE_TIMESTAMP -> "us:" + value.getTimestampUnixMicros();
      case TYPE_JSON -> value.getJsonValue();
      case TYPE_ARRAY ->
          value.getElementList().stream().map(ZetaSqlOracle::text).toList().toString();
      case TYPE_STRUCT ->
          value.getFieldList().stream()
              .map(ZetaSqlOracle::text)
              .collect(java.util.stream.Collectors.joining(", ", "{", "}"));
      default -> value.debugString();
    };
  }
}
