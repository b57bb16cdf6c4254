package dev.pollux.sandbox.sql.function;

import dev.pollux.sandbox.sql.type.Coercion;
import dev.pollux.sandbox.sql.type.Position;
import dev.pollux.sandbox.sql.type.SqlException;
import dev.pollux.sandbox.sql.type.SqlType;
import dev.pollux.sandbox.sql.type.Typed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The functions with fixed signatures, one a line: name, arguments, result, and what DuckDB runs.
public final class Signatures {
  private record Signature(List<SqlType> arguments, SqlType result, String template) {}

  private static final String TABLE =
      """
      LENGTH(STRING) INT64 = length({0})
      LENGTH(BYTES) INT64 = octet_length({0})
      CHAR_LENGTH(STRING) INT64 = length({0})
      CHARACTER_LENGTH(STRING) INT64 = length({0})
      BYTE_LENGTH(STRING) INT64 = strlen({0})
      BYTE_LENGTH(BYTES) INT64 = octet_length({0})
      OCTET_LENGTH(STRING) INT64 = strlen({0})
      SUBSTR(STRING,INT64) STRING = bq_substr_from({0}, {1})
      SUBSTR(STRING,INT64,INT64) STRING = bq_substr({0}, {1}, {2})
      SUBSTRING(STRING,INT64) STRING = bq_substr_from({0}, {1})
      SUBSTRING(STRING,INT64,INT64) STRING = bq_substr({0}, {1}, {2})
      LEFT(STRING,INT64) STRING = bq_left({0}, {1})
      RIGHT(STRING,INT64) STRING = bq_right({0}, {1})
      UPPER(STRING) STRING = bq_upper({0})
      LOWER(STRING) STRING = bq_lower({0})
      INITCAP(STRING) STRING = bq_initcap({0})
      TRIM(STRING) STRING = trim({0}, bq_blanks())
      LTRIM(STRING) STRING = ltrim({0}, bq_blanks())
      RTRIM(STRING) STRING = rtrim({0}, bq_blanks())
      TRIM(STRING,STRING) STRING = trim({0}, {1})
      LTRIM(STRING,STRING) STRING = ltrim({0}, {1})
      RTRIM(STRING,STRING) STRING = rtrim({0}, {1})
      REPLACE(STRING,STRING,STRING) STRING = bq_replace({0}, {1}, {2})
      REPEAT(STRING,INT64) STRING = bq_repeat({0}, {1})
      REVERSE(STRING) STRING = bq_reverse({0})
      STARTS_WITH(STRING,STRING) BOOL = starts_with({0}, {1})
      ENDS_WITH(STRING,STRING) BOOL = suffix({0}, {1})
      STRPOS(STRING,STRING) INT64 = strpos({0}, {1})
      INSTR(STRING,STRING) INT64 = strpos({0}, {1})
      LPAD(STRING,INT64) STRING = bq_lpad({0}, {1}, ' ')
      LPAD(STRING,INT64,STRING) STRING = bq_lpad({0}, {1}, {2})
      RPAD(STRING,INT64) STRING = bq_rpad({0}, {1}, ' ')
      RPAD(STRING,INT64,STRING) STRING = bq_rpad({0}, {1}, {2})
      SPLIT(STRING) ARRAY<STRING> = string_split({0}, ',')
      SPLIT(STRING,STRING) ARRAY<STRING> = bq_split({0}, {1})
      ST_ASTEXT(GEOGRAPHY) STRING = {0}
      TO_BASE64(BYTES) STRING = to_base64(bq_digits_fit({0}))
      FROM_BASE64(STRING) BYTES = from_base64(bq_base64({0}))
      TO_HEX(BYTES) STRING = lower(hex(bq_digits_fit({0})))
      FROM_HEX(STRING) BYTES = unhex(bq_hex({0}))
      MD5(STRING) BYTES = unhex(md5({0}))
      MD5(BYTES) BYTES = unhex(md5({0}))
      SHA1(STRING) BYTES = unhex(sha1({0}))
      SHA1(BYTES) BYTES = unhex(sha1({0}))
      SHA256(STRING) BYTES = unhex(sha256({0}))
      SHA256(BYTES) BYTES = unhex(sha256({0}))
      SHA512(STRING) BYTES = unhex(bq_sha512(hex({0})))
      SHA512(BYTES) BYTES = unhex(bq_sha512(hex({0})))
      NORMALIZE(STRING) STRING = bq_normalize({0}, 'NFC')
      SAFE_CONVERT_BYTES_TO_STRING(BYTES) STRING = bq_bytes_text(hex({0}))
      REGEXP_CONTAINS(STRING,STRING) BOOL = regexp_matches({0}, {1}, 'c')
      REGEXP_REPLACE(STRING,STRING,STRING) STRING = bq_regexp_replace({0}, {1}, {2})
      ABS(INT64) INT64 = abs({0})
      ABS(NUMERIC) NUMERIC = abs({0})
      ABS(FLOAT64) FLOAT64 = abs({0})
      SIGN(INT64) INT64 = CAST(sign({0}) AS BIGINT)
      SIGN(FLOAT64) FLOAT64 = CASE WHEN isnan({0}) THEN {0} ELSE CAST(sign({0}) AS DOUBLE) END
      FLOOR(FLOAT64) FLOAT64 = floor({0})
      CEIL(FLOAT64) FLOAT64 = ceil({0})
      CEILING(FLOAT64) FLOAT64 = ceil({0})
      ROUND(FLOAT64) FLOAT64 = round({0})
      ROUND(FLOAT64,INT64) FLOAT64 = bq_round({0}, {1})
      TRUNC(FLOAT64) FLOAT64 = trunc({0})
      SQRT(FLOAT64) FLOAT64 = bq_sqrt({0})
      POW(FLOAT64,FLOAT64) FLOAT64 = bq_pow({0}, {1})
      POWER(FLOAT64,FLOAT64) FLOAT64 = bq_pow({0}, {1})
      EXP(FLOAT64) FLOAT64 = bq_real('EXP', {0}, exp({0}))
      LN(FLOAT64) FLOAT64 = bq_real('LN', {0}, ln({0}))
      LOG(FLOAT64) FLOAT64 = bq_real('LOG', {0}, ln({0}))
      LOG10(FLOAT64) FLOAT64 = bq_real('LOG10', {0}, log10({0}))
      DIV(INT64,INT64) INT64 = bq_int_div({0}, {1})
      MOD(INT64,INT64) INT64 = bq_mod({0}, {1})
      SAFE_DIVIDE(FLOAT64,FLOAT64) FLOAT64 = bq_safe_div({0}, {1})
      IS_NAN(FLOAT64) BOOL = isnan({0})
      IS_INF(FLOAT64) BOOL = isinf({0})
      RAND() FLOAT64 = random()
      GENERATE_UUID() STRING = CAST(uuid() AS VARCHAR)
      CURRENT_TIMESTAMP() TIMESTAMP = CAST(now() AS TIMESTAMPTZ)
      CURRENT_DATE() DATE = CAST(now() AT TIME ZONE 'UTC' AS DATE)
      CURRENT_DATETIME() DATETIME = (now() AT TIME ZONE 'UTC')
      CURRENT_TIME() TIME = CAST(now() AT TIME ZONE 'UTC' AS TIME)
      DATE(TIMESTAMP) DATE = CAST({0} AT TIME ZONE 'UTC' AS DATE)
      DATE(DATETIME) DATE = CAST({0} AS DATE)
      DATE(INT64,INT64,INT64) DATE = bq_date({0}, {1}, {2})
      DATETIME(TIMESTAMP) DATETIME = ({0} AT TIME ZONE 'UTC')
      DATETIME(DATETIME) DATETIME = {0}
      DATETIME(DATE,TIME) DATETIME = ({0} + {1})
      TIMESTAMP(STRING) TIMESTAMP = make_timestamptz(bq_to_timestamp({0}))
      TIMESTAMP(TIMESTAMP) TIMESTAMP = {0}
      TIMESTAMP(DATETIME) TIMESTAMP = ({0} AT TIME ZONE 'UTC')
      TIME(TIMESTAMP) TIME = CAST({0} AT TIME ZONE 'UTC' AS TIME)
      TIME(DATETIME) TIME = CAST({0} AS TIME)
      UNIX_SECONDS(TIMESTAMP) INT64 = bq_floor_div(epoch_us({0}), 1000000)
      UNIX_MILLIS(TIMESTAMP) INT64 = bq_floor_div(epoch_us({0}), 1000)
      UNIX_MICROS(TIMESTAMP) INT64 = epoch_us({0})
      UNIX_DATE(DATE) INT64 = CAST({0} - DATE '1970-01-01' AS BIGINT)
      TIMESTAMP_SECONDS(INT64) TIMESTAMP = bq_micros({0}, CAST({0} AS HUGEINT) * 1000000)
      TIMESTAMP_MILLIS(INT64) TIMESTAMP = bq_micros({0}, CAST({0} AS HUGEINT) * 1000)
      TIMESTAMP_MICROS(INT64) TIMESTAMP = bq_micros({0}, {0})
      PARSE_JSON(STRING) JSON = CAST(bq_parse_json({0}) AS JSON)
      JSON_TYPE(JSON) STRING = bq_json_type({0})
      INT64(JSON) INT64 = bq_json_int({0})
      FLOAT64(JSON) FLOAT64 = bq_json_float({0})
      BOOL(JSON) BOOL = bq_json_bool({0})
      STRING(JSON) STRING = bq_json_string({0})
      STRING(TIMESTAMP) STRING = bq_timestamp_text({0})
      STRING(DATE) STRING = CAST({0} AS VARCHAR)
      STRING(DATETIME) STRING = bq_datetime_text({0})
      LAX_INT64(JSON) INT64 = bq_lax_int({0})
      LAX_FLOAT64(JSON) FLOAT64 = bq_lax_float({0})
      LAX_BOOL(JSON) BOOL = bq_lax_bool({0})
      LAX_STRING(JSON) STRING = bq_lax_string({0})
      GENERATE_ARRAY(INT64,INT64) ARRAY<INT64> = bq_generate({0}, {1}, 1)
      GENERATE_ARRAY(INT64,INT64,INT64) ARRAY<INT64> = bq_generate({0}, {1}, {2})
      ARRAY_TO_STRING(ARRAY<STRING>,STRING) STRING = bq_join_by({0}, {1})
      ARRAY_TO_STRING(ARRAY<STRING>,STRING,STRING) STRING = bq_join_nulls({0}, {1}, {2})
      """;

  /// Forms of these functions that BigQuery has and the sandbox has not.
  private static final String UNSERVED_TABLE =
      """
      SUBSTR(BYTES,INT64) SUBSTR(BYTES,INT64,INT64) SUBSTRING(BYTES,INT64) SUBSTRING(BYTES,INT64,INT64)
      LEFT(BYTES,INT64) RIGHT(BYTES,INT64) UPPER(BYTES) LOWER(BYTES) REVERSE(BYTES) REPEAT(BYTES,INT64)
      TRIM(BYTES,BYTES) LTRIM(BYTES,BYTES) RTRIM(BYTES,BYTES) REPLACE(BYTES,BYTES,BYTES)
      STARTS_WITH(BYTES,BYTES) ENDS_WITH(BYTES,BYTES) STRPOS(BYTES,BYTES)
      INSTR(BYTES,BYTES) INSTR(STRING,STRING,INT64) INSTR(STRING,STRING,INT64,INT64)
      INSTR(BYTES,BYTES,INT64) INSTR(BYTES,BYTES,INT64,INT64) INITCAP(STRING,STRING)
      LPAD(BYTES,INT64) LPAD(BYTES,INT64,BYTES) RPAD(BYTES,INT64) RPAD(BYTES,INT64,BYTES)
      SPLIT(BYTES,BYTES) REGEXP_CONTAINS(BYTES,BYTES) REGEXP_REPLACE(BYTES,BYTES,BYTES)
      LOG(FLOAT64,FLOAT64) TRUNC(FLOAT64,INT64) ROUND(FLOAT64,INT64,STRING)
      CURRENT_DATE(STRING) CURRENT_DATETIME(STRING) CURRENT_TIME(STRING)
      DATE(TIMESTAMP,STRING) DATE(DATE) DATE(STRING) DATETIME(TIMESTAMP,STRING) DATETIME(DATE)
      DATETIME(STRING) DATETIME(INT64,INT64,INT64,INT64,INT64,INT64)
      TIMESTAMP(STRING,STRING) TIMESTAMP(DATE) TIMESTAMP(DATE,STRING) TIMESTAMP(DATETIME,STRING)
      TIME(INT64,INT64,INT64) TIME(TIMESTAMP,STRING) STRING(TIMESTAMP,STRING) STRING(TIME)
      GENERATE_ARRAY(NUMERIC,NUMERIC) GENERATE_ARRAY(NUMERIC,NUMERIC,NUMERIC)
      GENERATE_ARRAY(FLOAT64,FLOAT64) GENERATE_ARRAY(FLOAT64,FLOAT64,FLOAT64)
      ARRAY_TO_STRING(ARRAY<BYTES>,BYTES) ARRAY_TO_STRING(ARRAY<BYTES>,BYTES,BYTES)
      """;

  private static final Map<String, List<List<SqlType>>> UNSERVED = readUnserved();
  private static final Map<String, List<Signature>> ALL = read();

  private Signatures() {}

  private static Map<String, List<Signature>> read() {
    Map<String, List<Signature>> all = new HashMap<>();
    for (String line : TABLE.strip().split("\n", -1)) {
      int open = line.indexOf('(');
      int close = line.indexOf(')');
      int equals = line.indexOf(" = ");
      List<SqlType> arguments = new ArrayList<>();
      for (String name : line.substring(open + 1, close).split(",", -1)) {
        if (!name.isEmpty()) {
          arguments.add(type(name));
        }
      }
      all.computeIfAbsent(line.substring(0, open), _ -> new ArrayList<>())
          .add(
              new Signature(
                  arguments, type(line.substring(close + 2, equals)), line.substring(equals + 3)));
    }
    return Map.copyOf(all);
  }

  private static Map<String, List<List<SqlType>>> readUnserved() {
    Map<String, List<List<SqlType>>> all = new HashMap<>();
    for (String form : UNSERVED_TABLE.strip().split("\\s+", -1)) {
      int open = form.indexOf('(');
      List<SqlType> arguments = new ArrayList<>();
      for (String name : form.substring(open + 1, form.length() - 1).split(",", -1)) {
        arguments.add(type(name));
      }
      all.computeIfAbsent(form.substring(0, open), _ -> new ArrayList<>()).add(arguments);
    }
    return Map.copyOf(all);
  }

  private static SqlType type(String name) {
    return name.startsWith("ARRAY<")
        ? new SqlType.Array(SqlType.Scalar.valueOf(name.substring(6, name.length() - 1)))
        : SqlType.Scalar.valueOf(name);
  }

  static Set<String> names() {
    return ALL.keySet();
  }

  static boolean has(String name) {
    return ALL.containsKey(name);
  }

  /// A call of a function with a fixed signature.
  ///
  /// @param name in capitals
  /// @throws SqlException if the arguments fit no signature
  public static Typed call(Position at, String name, List<Typed> arguments) throws SqlException {
    List<Signature> signatures = ALL.getOrDefault(name, List.of());
    for (boolean exact : new boolean[] {true, false}) {
      for (Signature signature : signatures) {
        List<String> sql = match(signature, arguments, exact);
        if (sql != null) {
          return Typed.of(signature.result(), fill(signature, sql));
        }
      }
    }
    for (List<SqlType> unserved : UNSERVED.getOrDefault(name, List.of())) {
      if (fits(unserved, arguments)) {
        throw at.unsupported(
            name
                + " of "
                + arguments.stream()
                    .map(a -> a.type().toString())
                    .collect(Collectors.joining(", ")));
      }
    }
    throw Operators.mismatch(at, "function " + name, arguments);
  }

  private static boolean fits(List<SqlType> wanted, List<Typed> arguments) {
    boolean fits = wanted.size() == arguments.size();
    for (int i = 0; i < wanted.size() && fits; i++) {
      fits = Coercion.becomes(wanted.get(i), arguments.get(i));
    }
    return fits;
  }

  private static @Nullable List<String> match(
      Signature signature, List<Typed> arguments, boolean exact) throws SqlException {
    if (signature.arguments().size() != arguments.size()) {
      return null;
    }
    List<String> sql = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      SqlType wanted = signature.arguments().get(i);
      Typed given = arguments.get(i);
      Typed value = exact && !given.type().equals(wanted) ? null : Coercion.to(wanted, given);
      if (value == null) {
        return null;
      }
      sql.add(wanted == SqlType.Scalar.JSON ? "CAST(" + value.sql() + " AS VARCHAR)" : value.sql());
    }
    return sql;
  }

  private static String fill(Signature signature, List<String> arguments) {
    StringBuilder out = new StringBuilder();
    String template = signature.template();
    for (int i = 0; i < template.length(); i++) {
      if (template.charAt(i) == '{') {
        out.append(arguments.get(template.charAt(i + 1) - '0'));
        i += 2;
      } else {
        out.append(template.charAt(i));
      }
    }
    return "(" + out + ")";
  }
}
