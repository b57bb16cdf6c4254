package dev.pollux.sandbox.sql.function;

import static dev.pollux.sandbox.sql.type.SqlType.Scalar.INT64;
import static dev.pollux.sandbox.sql.type.SqlType.Scalar.JSON;
import static dev.pollux.sandbox.sql.type.SqlType.Scalar.NUMERIC;
import static dev.pollux.sandbox.sql.type.SqlType.Scalar.STRING;

import dev.pollux.sandbox.sql.syntax.Ast;
import dev.pollux.sandbox.sql.syntax.UnservedFunctions;
import dev.pollux.sandbox.sql.type.Coercion;
import dev.pollux.sandbox.sql.type.SqlException;
import dev.pollux.sandbox.sql.type.SqlType;
import dev.pollux.sandbox.sql.type.Typed;
import dev.pollux.sandbox.sql.type.ValueFormatter;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// Function calls: sends each to where it is understood.
public record Calls(Operands operands) {
  private static final Set<String> JSON_PATHS =
      Set.of(
          "JSON_VALUE",
          "JSON_QUERY",
          "JSON_EXTRACT",
          "JSON_EXTRACT_SCALAR",
          "JSON_VALUE_ARRAY",
          "JSON_QUERY_ARRAY");

  /// Asked for before their arguments, whose columns need not be grouped.
  private static final Set<String> UNSERVED_AGGREGATES =
      Set.of(
          "APPROX_QUANTILES",
          "APPROX_TOP_COUNT",
          "APPROX_TOP_SUM",
          "ARRAY_CONCAT_AGG",
          "BIT_AND",
          "BIT_OR",
          "BIT_XOR",
          "CORR",
          "COVAR_POP",
          "COVAR_SAMP",
          "MAX_BY",
          "MIN_BY",
          "PERCENTILE_CONT",
          "PERCENTILE_DISC",
          "ST_UNION_AGG");

  /// Those that [#plain] and [#typed] understand by themselves.
  private static final Set<String> OWN =
      Set.of(
          ("ARRAY_CONCAT ARRAY_LENGTH ARRAY_REVERSE COALESCE CONCAT ERROR FORMAT GREATEST IF IFNULL"
                  + " JSON_ARRAY JSON_OBJECT LEAST NORMALIZE NULLIF PARSE_JSON REGEXP_EXTRACT"
                  + " TO_JSON TO_JSON_STRING")
              .split(" "));

  private static final Set<String> ARRAYS = Set.of("ARRAY_LENGTH", "ARRAY_REVERSE");

  /// Those that have forms for NUMERIC and BIGNUMERIC, which stay what they are.
  private static final Set<String> MATH =
      Set.of(
          "ABS",
          "CEIL",
          "CEILING",
          "DIV",
          "EXP",
          "FLOOR",
          "LN",
          "LOG",
          "LOG10",
          "MOD",
          "POW",
          "POWER",
          "ROUND",
          "SAFE_DIVIDE",
          "SIGN",
          "SQRT",
          "TRUNC");

  /// All functions that statements can call, the aggregates and those with OVER too.
  public static SortedSet<String> names() {
    SortedSet<String> names = new TreeSet<>(OWN);
    names.addAll(JSON_PATHS);
    names.addAll(Dates.NAMES);
    names.addAll(Signatures.names());
    names.addAll(Aggregates.NAMES);
    names.addAll(AnalyticCalls.NAMES);
    return names;
  }

  /// Any call: an aggregate, one with OVER, one with SAFE, or a plain one.
  ///
  /// @throws SqlException if there is no such function, or it takes other arguments
  public Typed call(Ast.Call call) throws SqlException {
    if (UNSERVED_AGGREGATES.contains(call.name()) || call.name().startsWith("HLL_COUNT.")) {
      throw call.at().unsupported("Function " + call.name());
    }
    if (call.over() != null || Aggregates.is(call.name())) {
      return new Aggregates(operands).call(call);
    }
    if (AnalyticCalls.is(call.name())) {
      throw call.at()
          .invalid("Analytic function " + call.name() + " cannot be called without an OVER clause");
    }
    if (call.distinct()
        || !call.nulls().isEmpty()
        || !call.order().isEmpty()
        || call.limit() != null) {
      throw call.at()
          .invalid(
              "Function "
                  + call.name()
                  + " does not support DISTINCT, IGNORE NULLS, RESPECT NULLS, ORDER BY or LIMIT in arguments");
    }
    return call.safe() ? new SafeCall(operands).call(call) : plain(call);
  }

  /// A call that is neither an aggregate nor safe.
  Typed plain(Ast.Call call) throws SqlException {
    if (Dates.is(call.name())) {
      return new Dates(operands).call(call);
    }
    if (JSON_PATHS.contains(call.name())
        || call.name().equals("JSON_OBJECT")
        || call.name().equals("JSON_ARRAY")) {
      return new JsonCalls(operands).call(call);
    }
    Conditionals conditionals = new Conditionals(operands);
    return switch (call.name()) {
      case "IF" -> conditionals.ifOf(call);
      case "COALESCE", "IFNULL" -> conditionals.coalesce(call);
      case "NULLIF" -> conditionals.nullIf(call);
      case "GREATEST", "LEAST" -> conditionals.extreme(call);
      case "CONCAT", "ARRAY_CONCAT" ->
          Operators.concat(call.at(), "function " + call.name(), conditionals.arguments(call));
      case "FORMAT" -> new FormatFunction(operands).call(call);
      case "NORMALIZE" -> normalize(call);
      case "REGEXP_EXTRACT" -> regexpExtract(call);
      case "TO_JSON_STRING", "TO_JSON" -> toJson(call);
      case "PARSE_JSON" -> parseJson(call);
      case "ERROR" -> error(call, conditionals.arguments(call));
      default -> typed(call);
    };
  }

  private static Typed error(Ast.Call call, List<Typed> arguments) throws SqlException {
    Typed text = Coercion.to(STRING, arguments.getFirst());
    if (text == null || arguments.size() != 1) {
      throw Operators.mismatch(call.at(), "function ERROR", arguments);
    }
    String fails = "bq_fail(" + text.sql() + ")";
    return new Typed(INT64, "CAST(" + fails + " AS BIGINT)", Typed.Form.FAILS, fails);
  }

  private Typed typed(Ast.Call call) throws SqlException {
    // Before the arguments, which may be parts of dates and other words that are no names.
    if (!Signatures.has(call.name()) && !ARRAYS.contains(call.name())) {
      throw UnservedFunctions.refusal(call);
    }
    List<Typed> arguments =
        operands.all(call.arguments().stream().map(Ast.Argument::value).toList());
    if (call.arguments().stream().anyMatch(a -> !a.name().isEmpty())) {
      throw call.at().unsupported("A named argument of " + call.name());
    }
    Typed first = arguments.isEmpty() ? Typed.nothing() : arguments.getFirst();
    if (arguments.size() == 1
        && (first.type() instanceof SqlType.Array || first.isNull())
        && (call.name().equals("ARRAY_LENGTH") || call.name().equals("ARRAY_REVERSE"))) {
      Typed list =
          first.isNull() ? Typed.of(new SqlType.Array(INT64), "CAST(NULL AS BIGINT[])") : first;
      return call.name().equals("ARRAY_LENGTH")
          ? Typed.of(INT64, "len(" + list.sql() + ")")
          : Typed.of(list.type(), "list_reverse(" + list.sql() + ")");
    }
    for (Typed argument : arguments) {
      boolean exact =
          argument.is(SqlType.Scalar.BIGNUMERIC)
              || (argument.is(NUMERIC) && !call.name().equals("ABS"));
      if (exact && MATH.contains(call.name())) {
        throw call.at().unsupported(call.name() + " of " + argument.type());
      }
    }
    return Signatures.call(call.at(), call.name(), arguments);
  }

  private Typed normalize(Ast.Call call) throws SqlException {
    Typed text = Coercion.to(STRING, operands.typed(call.arguments().getFirst().value()));
    String form = "NFC";
    if (call.arguments().size() > 1 && call.arguments().get(1).value() instanceof Ast.Name name) {
      form = name.path().getFirst().toUpperCase(java.util.Locale.ROOT);
    }
    if (text == null || !Set.of("NFC", "NFD", "NFKC", "NFKD").contains(form)) {
      throw call.at().invalid("No matching signature for function NORMALIZE");
    }
    return Typed.of(STRING, "bq_normalize(" + text.sql() + ", '" + form + "')");
  }

  private Typed regexpExtract(Ast.Call call) throws SqlException {
    List<Typed> arguments = new Conditionals(operands).arguments(call);
    if (arguments.size() != 2) {
      throw call.at().unsupported("REGEXP_EXTRACT with a position");
    }
    String pattern = arguments.get(1).literal();
    if (!arguments.get(0).is(STRING) || !arguments.get(1).is(STRING)) {
      throw Operators.mismatch(call.at(), "function REGEXP_EXTRACT", arguments);
    }
    if (pattern == null) {
      throw call.at().unsupported("REGEXP_EXTRACT with a computed pattern");
    }
    int groups;
    try {
      groups = Pattern.compile(pattern.replace("(?P<", "(?<")).matcher("").groupCount();
    } catch (PatternSyntaxException e) {
      throw call.at().unsupported("This regular expression");
    }
    if (groups > 1) {
      throw call.at()
          .invalid(
              "Regular expression passed to REGEXP_EXTRACT must have no more than 1 capturing group");
    }
    String both = arguments.get(0).sql() + ", " + arguments.get(1).sql();
    return Typed.of(
        STRING,
        "(CASE WHEN regexp_matches("
            + both
            + ") THEN regexp_extract("
            + both
            + ", "
            + groups
            + ") END)");
  }

  private Typed toJson(Ast.Call call) throws SqlException {
    Typed value = new Conditionals(operands).arguments(call).getFirst();
    if (!ValueFormatter.hasJson(value.type())) {
      throw call.at().unsupported(call.name() + " of " + value.type());
    }
    if (call.name().equals("TO_JSON")) {
      ValueFormatter.Wide wide =
          stringifies(call) ? ValueFormatter.Wide.texts() : ValueFormatter.Wide.refused("");
      String json = ValueFormatter.json(value.type(), value.sql(), 0, wide);
      return Typed.of(JSON, "CAST(bq_json(" + json + ") AS JSON)");
    }
    String text = value.isNull() ? "'null'" : ValueFormatter.json(value.type(), value.sql(), 0);
    if (call.arguments().size() == 1) {
      return Typed.of(STRING, text);
    }
    Ast.Expr pretty = call.arguments().get(1).value();
    if (!(pretty instanceof Ast.Literal literal) || !(literal.value() instanceof Boolean wanted)) {
      throw call.at().unsupported("TO_JSON_STRING with a computed pretty_print");
    }
    if (wanted && !(value.type() instanceof SqlType.Scalar)) {
      throw call.at().unsupported("TO_JSON_STRING with pretty_print");
    }
    return Typed.of(STRING, text);
  }

  /// Whether TO_JSON writes wide numbers as texts.
  private static boolean stringifies(Ast.Call call) throws SqlException {
    if (call.arguments().size() == 1) {
      return false;
    }
    Ast.Argument option = call.arguments().get(1);
    boolean known =
        call.arguments().size() == 2
            && option.name().equals("stringify_wide_numbers")
            && option.value() instanceof Ast.Literal literal
            && literal.value() instanceof Boolean;
    if (!known) {
      throw call.at().unsupported("This option of TO_JSON");
    }
    return option.value() instanceof Ast.Literal literal && Boolean.TRUE.equals(literal.value());
  }

  private Typed parseJson(Ast.Call call) throws SqlException {
    Typed text = Coercion.to(STRING, operands.typed(call.arguments().getFirst().value()));
    if (text == null) {
      throw call.at().invalid("No matching signature for function PARSE_JSON");
    }
    boolean round = false;
    if (call.arguments().size() > 1) {
      Ast.Argument mode = call.arguments().get(1);
      round = mode.value() instanceof Ast.Literal literal && "round".equals(literal.value());
      if (!mode.name().equals("wide_number_mode")
          || (!round && !(mode.value() instanceof Ast.Literal))) {
        throw call.at().unsupported("This argument of PARSE_JSON");
      }
    }
    String name = round ? "bq_parse_json_round(" : "bq_parse_json(";
    return Typed.of(JSON, "CAST(" + name + text.sql() + ") AS JSON)");
  }
}
