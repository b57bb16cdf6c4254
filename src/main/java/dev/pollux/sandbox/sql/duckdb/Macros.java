package dev.pollux.sandbox.sql.duckdb;

import java.util.List;

/// What GoogleSQL's functions mean, in DuckDB's own words.
///
/// What would become too big is refused inside of an argument, not in a CASE around the call: where
/// all arguments are constants, DuckDB works out a call before it asks whether it is wanted.
///
/// What a lambda reads beside its own argument comes to it in a struct: DuckDB does not copy
/// subqueries into lambdas. The struct's name is one that no column can have: a column's would be
/// taken for the column. Its fields are asked for by a function: in HAVING and QUALIFY, DuckDB
/// takes a name with a dot for a column's. Its array_to_string takes a constant separator only.
public final class Macros {
  private Macros() {}

  /// The statements that make them, in an order in which each finds those that it calls.
  public static List<String> list() {
    return """
    bq_blanks() AS concat(chr(9), chr(10), chr(11), chr(12), chr(13), ' ', chr(133), chr(160), chr(5760), chr(8192), chr(8193), chr(8194), chr(8195), chr(8196), chr(8197), chr(8198), chr(8199), chr(8200), chr(8201), chr(8202), chr(8232), chr(8233), chr(8239), chr(8287), chr(12288))
    bq_digits_fit(b) AS CASE WHEN octet_length(b) > 33554432 THEN CAST(bq_fail('Resources exceeded during query execution: The query could not be executed in the allotted memory.') AS BLOB) ELSE b END
    bq_within(n, a, b) AS CASE WHEN n < a THEN a WHEN n > b THEN b ELSE n END
    bq_start(s, p) AS CASE WHEN p IS NULL THEN NULL WHEN p > 2147483647 THEN 2147483647 WHEN p > 0 THEN p WHEN p = 0 THEN 1 ELSE greatest(length(s) + p + 1, 1) END
    bq_substr_from(s, p) AS substring(s, bq_start(s, p))
    bq_substr(s, p, n) AS CASE WHEN n < 0 AND s IS NOT NULL AND p IS NOT NULL THEN bq_fail('Third argument in SUBSTR() cannot be negative') ELSE substring(s, bq_start(s, p), bq_within(n, 0, 2147483647)) END
    bq_left(s, n) AS CASE WHEN n < 0 AND s IS NOT NULL THEN bq_fail('Second argument in LEFT() cannot be negative') ELSE left(s, bq_within(n, 0, 2147483647)) END
    bq_right(s, n) AS CASE WHEN n < 0 AND s IS NOT NULL THEN bq_fail('Second argument in RIGHT() cannot be negative') WHEN n = 0 AND s IS NOT NULL THEN '' ELSE right(s, bq_within(n, 0, 2147483647)) END
    bq_safe_div(a, b) AS bq_float_safe_div(a, b)
    bq_int_div(a, b) AS CASE WHEN b = 0 THEN CAST(bq_fail('division by zero: ' || a || ' / ' || b) AS BIGINT) ELSE a // b END
    bq_mod(a, b) AS CASE WHEN b = 0 THEN CAST(bq_fail('division by zero: MOD(' || a || ', ' || b || ')') AS BIGINT) ELSE a % b END
    bq_floor_div(a, b) AS (a - ((a % b) + b) % b) // b
    bq_eq(a, b) AS (a = b AND NOT (isnan(a) AND isnan(b)))
    bq_ne(a, b) AS (a != b OR (isnan(a) AND isnan(b)))
    bq_lt(a, b) AS (a < b AND NOT (isnan(b) AND a = a))
    bq_le(a, b) AS (a <= b AND NOT (isnan(b) AND a = a))
    bq_gt(a, b) AS (a > b AND NOT (isnan(a) AND b = b))
    bq_ge(a, b) AS (a >= b AND NOT (isnan(a) AND b = b))
    bq_in(x, l) AS list_transform([struct_pack(x := x, l := l)], lambda "r!": CASE WHEN coalesce(len(struct_extract("r!", 'l')), 0) = 0 THEN false WHEN struct_extract("r!", 'x') IS NULL THEN NULL WHEN list_contains(struct_extract("r!", 'l'), struct_extract("r!", 'x')) AND NOT isnan(struct_extract("r!", 'x')) THEN true WHEN len(struct_extract("r!", 'l')) > list_count(struct_extract("r!", 'l')) THEN NULL ELSE false END)[1]
    bq_in_array(x, l) AS list_transform([struct_pack(x := x, l := l)], lambda "r!": CASE WHEN coalesce(len(struct_extract("r!", 'l')), 0) = 0 THEN false WHEN struct_extract("r!", 'x') IS NULL THEN NULL WHEN list_contains(struct_extract("r!", 'l'), struct_extract("r!", 'x')) THEN true WHEN len(struct_extract("r!", 'l')) > list_count(struct_extract("r!", 'l')) THEN NULL ELSE false END)[1]
    bq_offset(a, i) AS CASE WHEN i < 0 OR i >= len(a) THEN a[CAST(bq_fail('Array index ' || i || ' is out of bounds') AS BIGINT)] ELSE a[i + 1] END
    bq_ordinal(a, i) AS CASE WHEN i < 1 OR i > len(a) THEN a[CAST(bq_fail('Array index ' || i || ' is out of bounds') AS BIGINT)] ELSE a[i] END
    bq_repeat(s, n) AS repeat(s, CASE WHEN n < 0 THEN CAST(bq_fail('Second argument (repeat count) for REPEAT cannot be negative') AS BIGINT) WHEN s != '' AND (n > 1048576 OR n * strlen(s) > 1048576) THEN CAST(bq_fail('Output of REPEAT exceeds max allowed output size of 1MB') AS BIGINT) WHEN n > 1048576 THEN 1048576 ELSE n END)
    bq_lpad(s, n, p) AS lpad(s, CAST(CASE WHEN n < 0 THEN CAST(bq_fail('Second argument (output size) for LPAD cannot be negative') AS BIGINT) WHEN p = '' THEN CAST(bq_fail('Third argument (pad pattern) for LPAD cannot be empty') AS BIGINT) WHEN n > 1048576 THEN CAST(bq_fail('Output of LPAD exceeds max allowed output size of 1MB') AS BIGINT) ELSE n END AS INTEGER), p)
    bq_rpad(s, n, p) AS rpad(s, CAST(CASE WHEN n < 0 THEN CAST(bq_fail('Second argument (output size) for RPAD cannot be negative') AS BIGINT) WHEN p = '' THEN CAST(bq_fail('Third argument (pad pattern) for RPAD cannot be empty') AS BIGINT) WHEN n > 1048576 THEN CAST(bq_fail('Output of RPAD exceeds max allowed output size of 1MB') AS BIGINT) ELSE n END AS INTEGER), p)
    bq_replace(s, f, t) AS replace(s, f, CASE WHEN f != '' AND strlen(s) // strlen(f) * strlen(t) > 1048576 AND strlen(s) + (strlen(s) - strlen(replace(s, f, ''))) // strlen(f) * (strlen(t) - strlen(f)) > 1048576 THEN bq_fail('Output of REPLACE exceeds max allowed output size of 1MB') ELSE t END)
    bq_regexp_replace(s, p, t) AS regexp_replace(s, p, CASE WHEN (strlen(s) + 1) * strlen(t) > 16777216 AND (contains(t, '\\') OR strlen(s) + len(regexp_extract_all(s, p)) * strlen(t) > 16777216) THEN bq_fail('REGEXP_REPLACE: exceeded maximum output length') ELSE t END, 'g')
    bq_sqrt(x) AS CASE WHEN x < 0 THEN CAST(bq_fail('Argument to SQRT cannot be negative: ' || bq_float_text(x)) AS DOUBLE) ELSE sqrt(x) END
    bq_real(name, x, y) AS CASE WHEN isfinite(x) AND NOT isfinite(y) THEN CAST(bq_fail('Floating point error in function: ' || name || '(' || bq_float_text(x) || ')') AS DOUBLE) ELSE y END
    bq_pow(x, y) AS CASE WHEN isfinite(x) AND isfinite(y) AND NOT isfinite(pow(x, y)) THEN CAST(bq_fail('Floating point error in function: POW(' || bq_float_text(x) || ', ' || bq_float_text(y) || ')') AS DOUBLE) ELSE pow(x, y) END
    bq_micros(v, m) AS CASE WHEN m < -62135596800000000 OR m > 253402300799999999 THEN make_timestamptz(CAST(bq_fail('Input value ' || v || ' cannot be converted into a TIMESTAMP, because it would be out of the allowed range between -62135596800000000 to 253402300799999999 (microseconds)') AS BIGINT)) ELSE make_timestamptz(CAST(m AS BIGINT)) END
    bq_in_time(t, what) AS CASE WHEN t < '0001-01-01' OR t >= '10000-01-01' THEN CAST(bq_fail(what || ' causes overflow') AS DATE) ELSE t END
    bq_days(d, n) AS CASE WHEN d IS NULL OR n IS NULL THEN NULL WHEN n NOT BETWEEN -4000000 AND 4000000 OR year(d + CAST(bq_within(n, -4000000, 4000000) AS INTEGER)) NOT BETWEEN 1 AND 9999 THEN CAST(bq_fail('Adding ' || n || ' DAY to date ' || d || ' causes overflow') AS DATE) ELSE d + CAST(bq_within(n, -4000000, 4000000) AS INTEGER) END
    bq_safe_offset(a, i) AS a[CASE WHEN i BETWEEN 0 AND 4294967296 THEN i + 1 END]
    bq_safe_ordinal(a, i) AS a[CASE WHEN i BETWEEN 1 AND 4294967296 THEN i END]
    bq_split(s, d) AS CASE WHEN d IS NOT NULL THEN string_split(s, d) END
    bq_date(y, m, d) AS CASE WHEN CASE WHEN y BETWEEN 1 AND 9999 AND m BETWEEN 1 AND 12 THEN d BETWEEN 1 AND day(last_day(make_date(y, m, 1))) END THEN make_date(y, m, d) WHEN y IS NOT NULL AND m IS NOT NULL AND d IS NOT NULL THEN CAST(bq_fail('Input calculates to invalid date: ' || format('{:04d}-{:02d}-{:02d}', y, m, d)) AS DATE) END
    bq_array_concat(a, b) AS CASE WHEN len(a) + len(b) > 16777216 THEN a[CAST(bq_fail('Cannot query rows larger than 100MB limit.') AS BIGINT):] WHEN a IS NOT NULL AND b IS NOT NULL THEN list_concat(a, b) END
    bq_list_fits(a, s) AS CASE WHEN len(a) * strlen(s) > 104857600 THEN [bq_fail('Cannot query rows larger than 100MB limit.')] ELSE a END
    bq_glued(a, s) AS list_transform([struct_pack(l := bq_list_fits(a, s), s := s)], lambda "r!": substring(array_to_string(list_transform(struct_extract("r!", 'l'), lambda x: struct_extract("r!", 's') || x), ''), length(struct_extract("r!", 's')) + 1))[1]
    bq_join(a, s) AS CASE WHEN s IS NOT NULL THEN array_to_string(bq_list_fits(list_filter(a, lambda x: x IS NOT NULL), s), s) END
    bq_join_by(a, s) AS CASE WHEN s IS NOT NULL THEN bq_glued(list_filter(a, lambda x: x IS NOT NULL), s) END
    bq_join_nulls(a, s, n) AS CASE WHEN s IS NOT NULL AND n IS NOT NULL THEN bq_glued(list_transform([struct_pack(l := bq_list_fits(a, n), n := n)], lambda "r!": list_transform(struct_extract("r!", 'l'), lambda x: coalesce(x, struct_extract("r!", 'n'))))[1], s) END
    bq_generate(a, b, s) AS generate_series(a, b, CASE WHEN s = 0 THEN CAST(bq_fail('Sequence step cannot be 0.') AS BIGINT) WHEN (CAST(b AS HUGEINT) - a) // s >= 1048575 THEN CAST(bq_fail('GENERATE_ARRAY(' || a || ', ' || b || ', ' || s || ') produced too many elements') AS BIGINT) ELSE s END)
    bq_fraction(us) AS CASE WHEN us % 1000000 = 0 THEN '' WHEN us % 1000 = 0 THEN '.' || lpad(CAST((us % 1000000) // 1000 AS VARCHAR), 3, '0') ELSE '.' || lpad(CAST(us % 1000000 AS VARCHAR), 6, '0') END
    bq_datetime_text(t) AS strftime(t, '%Y-%m-%d %H:%M:%S') || bq_fraction(date_part('microsecond', t))
    bq_timestamp_text(t) AS bq_datetime_text(t AT TIME ZONE 'UTC') || '+00'
    bq_time_text(t) AS left(CAST(t AS VARCHAR), 8) || bq_fraction(date_part('microsecond', t))
    bq_interval_months(i) AS datepart('year', i) * 12 + datepart('month', i)
    bq_interval_micros(i) AS datepart('hour', i) * 3600000000 + datepart('minute', i) * 60000000 + datepart('microsecond', i)
    bq_interval_text(i) AS CASE WHEN bq_interval_months(i) < 0 THEN '-' ELSE '' END || abs(bq_interval_months(i)) // 12 || '-' || abs(bq_interval_months(i)) % 12 || ' ' || datepart('day', i) || ' ' || CASE WHEN bq_interval_micros(i) < 0 THEN '-' ELSE '' END || abs(bq_interval_micros(i)) // 3600000000 || ':' || abs(bq_interval_micros(i)) // 60000000 % 60 || ':' || abs(bq_interval_micros(i)) // 1000000 % 60 || bq_fraction(abs(bq_interval_micros(i)))
    bq_interval_part(whole, n, unit) AS CASE WHEN n = 0 THEN '' ELSE CASE WHEN whole < 0 THEN '-' ELSE '' END || n || unit END
    bq_interval_seconds(us) AS CASE WHEN us % 60000000 = 0 THEN '' ELSE us % 60000000 // 1000000 || CASE WHEN us % 1000000 = 0 THEN '' ELSE '.' || rtrim(lpad(CAST(us % 1000000 AS VARCHAR), 6, '0'), '0') END || 'S' END
    bq_interval_iso(i) AS CASE WHEN bq_interval_months(i) = 0 AND datepart('day', i) = 0 AND bq_interval_micros(i) = 0 THEN 'P0Y' ELSE 'P' || bq_interval_part(bq_interval_months(i), abs(bq_interval_months(i)) // 12, 'Y') || bq_interval_part(bq_interval_months(i), abs(bq_interval_months(i)) % 12, 'M') || bq_interval_part(1, datepart('day', i), 'D') || CASE WHEN bq_interval_micros(i) = 0 THEN '' ELSE 'T' || bq_interval_part(bq_interval_micros(i), abs(bq_interval_micros(i)) // 3600000000, 'H') || bq_interval_part(bq_interval_micros(i), abs(bq_interval_micros(i)) // 60000000 % 60, 'M') || CASE WHEN bq_interval_micros(i) < 0 AND bq_interval_micros(i) % 60000000 != 0 THEN '-' ELSE '' END || bq_interval_seconds(abs(bq_interval_micros(i))) END END
    bq_json_int64(i) AS CASE WHEN abs(CAST(i AS HUGEINT)) <= 9007199254740992 THEN CAST(i AS VARCHAR) ELSE '"' || CAST(i AS VARCHAR) || '"' END
    """
        .lines()
        .map(line -> "CREATE OR REPLACE MACRO " + line)
        .toList();
  }
}
