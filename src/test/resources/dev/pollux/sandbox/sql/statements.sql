SELECT * FROM `p.d.t`;
SELECT * FROM `p.d.s`;
SELECT TO_JSON_STRING(s) FROM `p.d.s` s;
SELECT TO_JSON_STRING(STRUCT(id AS a, body AS `b c`, n)) FROM `p.d.t`;
SELECT TO_JSON_STRING(body), TO_JSON_STRING(n), TO_JSON_STRING(id) FROM `p.d.t`;
SELECT TO_JSON_STRING(f), TO_JSON_STRING(b), TO_JSON_STRING(y), TO_JSON_STRING(d), TO_JSON_STRING(ts), TO_JSON_STRING(dt), TO_JSON_STRING(ti), TO_JSON_STRING(num), TO_JSON_STRING(j), TO_JSON_STRING(arr), TO_JSON_STRING(st) FROM `p.d.s`;
SELECT CAST(f AS STRING), CAST(b AS STRING), CAST(d AS STRING), CAST(ts AS STRING), CAST(dt AS STRING), CAST(ti AS STRING), CAST(num AS STRING) FROM `p.d.s`;
SELECT SAFE_CAST(y AS STRING) FROM `p.d.s`;
SELECT CAST(y AS STRING) FROM `p.d.s` WHERE k IN (2, 4, 5, 6);
SELECT FORMAT('%t|%t|%t|%t|%t|%t', f, b, d, ts, num, arr) FROM `p.d.s`;
SELECT FORMAT('%T', f), FORMAT('%T', arr), FORMAT('%T', b) FROM `p.d.s`;
SELECT FORMAT('%T', body), FORMAT('%t', body), FORMAT('[%s]', body) FROM `p.d.t`;
SELECT FORMAT('%d|%5d|%-5d|%05d|%i', n, n, n, n, id) FROM `p.d.t` WHERE n BETWEEN -100 AND 100;
SELECT FORMAT('%.2f|%f|%8.3f', f, f, f) FROM `p.d.s` WHERE k IN (1, 5);
SELECT FORMAT('100%% %s', 'x');
SELECT CONCAT('a', body, 'b'), body || body, CONCAT(body, id) FROM `p.d.t`;
SELECT IFNULL(body, 'none'), COALESCE(NULL, body, 'x'), NULLIF(body, '') FROM `p.d.t`;
SELECT id, ROW_NUMBER() OVER (ORDER BY id) - 1 AS r FROM `p.d.t` ORDER BY id;
SELECT TO_JSON_STRING(STRUCT([STRUCT('user' AS role, [STRUCT(CONCAT('Say: ', body) AS text)] AS parts)] AS contents)) AS request FROM `p.d.t`;
SELECT id, body, PARSE_JSON(TO_JSON_STRING(STRUCT([STRUCT('user' AS role, [STRUCT(body AS text)] AS parts)] AS contents))) AS request FROM `p.d.t`;
SELECT TO_JSON(STRUCT(body AS z, id AS a)) FROM `p.d.t`;
SELECT 'a\'b', "a\"b", r'a\n', '''x'y''', """x"y
z""", b'\x00\xff', rb'\x', '\u00e9\U0001F600', 'tab\there', '\101';
SELECT 1, -1, 0x1F, 1.5, 1e3, .5, 1., -9223372036854775808, 9223372036854775807, TRUE, NULL;
SELECT DATE '2024-02-29', TIMESTAMP '2024-01-01 00:00:00+02', TIMESTAMP '2024-01-01', DATETIME '2024-01-01T10:00:00', TIME '10:00:00.5', NUMERIC '1.10', JSON '{"a": [1, 2]}';
SELECT 7 / 2, 6 / 3, DIV(7, 2), DIV(-7, 2), MOD(-7, 3), MOD(7, -3), SAFE_DIVIDE(1, 0), SAFE_DIVIDE(1, 4), 2 * 3 + 1, -(3 - 5);
SELECT ABS(-3), ABS(-1.5), SIGN(-2), FLOOR(1.5), CEIL(1.2), ROUND(2.5), ROUND(-2.5), ROUND(1.235, 2), ROUND(1234.5, -2), TRUNC(-1.7), SQRT(2), POW(2, 10), EXP(1), LN(10), LOG10(1000), GREATEST(1, 3, 2), LEAST(1.5, 0.5), GREATEST(1, NULL);
SELECT NUMERIC '1.5' + 1, NUMERIC '1.5' * NUMERIC '2.25', NUMERIC '10' / 3, NUMERIC '1.5' - NUMERIC '0.000000001';
SELECT CAST('12' AS INT64), CAST(' 12 ' AS INT64), SAFE_CAST('1.5' AS INT64), SAFE_CAST('x' AS INT64), CAST('0x1f' AS INT64), CAST('1.5e3' AS FLOAT64), CAST('true' AS BOOL), SAFE_CAST('yes' AS BOOL), CAST('1.123456789' AS NUMERIC), CAST('2024-1-5' AS DATE), SAFE_CAST('2024-13-01' AS DATE), CAST('2024-01-05 10:11:12.123456+01' AS TIMESTAMP);
SELECT CAST(2.5 AS INT64), CAST(-2.5 AS INT64), CAST(3.5 AS INT64), CAST(1 AS FLOAT64), CAST(1 AS BOOL), CAST(true AS INT64), CAST(1 AS STRING), CAST(1.5 AS NUMERIC), CAST(NUMERIC '2.5' AS INT64), CAST(NUMERIC '2.5' AS FLOAT64);
SELECT CAST(ts AS DATE), CAST(ts AS DATETIME), CAST(ts AS TIME), CAST(d AS TIMESTAMP), CAST(dt AS DATE), CAST(dt AS TIMESTAMP) FROM `p.d.s`;
SELECT LENGTH(body), BYTE_LENGTH(body), CHAR_LENGTH(body) FROM `p.d.t`;
SELECT SUBSTR(body, 2), SUBSTR(body, 2, 3), SUBSTR(body, -3), SUBSTR(body, -3, 2), SUBSTR(body, 0, 2), SUBSTR(body, -100, 2) FROM `p.d.t`;
SELECT LEFT(body, 3), RIGHT(body, 3), LEFT(body, 0), RIGHT(body, 0) FROM `p.d.t`;
SELECT UPPER(body), LOWER(body), REVERSE(body) FROM `p.d.t`;
SELECT TRIM(body), LTRIM(body), RTRIM(body), TRIM(body, ' el'), TRIM('\u00a0\u2003x\u3000') FROM `p.d.t`;
SELECT REPLACE(body, 'e', 'EE'), REPEAT(body, 2), STARTS_WITH(body, 'p'), ENDS_WITH(body, 'n'), STRPOS(body, 'a') FROM `p.d.t`;
SELECT LPAD(body, 8, '*'), RPAD(body, 8), LPAD(body, 2) FROM `p.d.t` WHERE id < 6;
SELECT SPLIT(body, 'a'), SPLIT(body) FROM `p.d.t`;
SELECT TO_BASE64(y), TO_HEX(y), LENGTH(y), MD5(y), SHA256(y), SHA512(y), SHA1(y) FROM `p.d.s`;
SELECT TO_HEX(MD5(body)), TO_HEX(SHA256(body)), TO_BASE64(CAST(body AS BYTES)) FROM `p.d.t`;
SELECT FROM_BASE64('AP8='), SAFE_CONVERT_BYTES_TO_STRING(b'a\xe2\x82\xacb');
SELECT NORMALIZE('e\u0301'), NORMALIZE('\ufb01', NFKC), INITCAP('hello big-world');
SELECT REGEXP_CONTAINS(body, r'[aeiou]{2}'), REGEXP_EXTRACT(body, r'(\w+)'), REGEXP_EXTRACT(body, r'\d'), REGEXP_REPLACE(body, r'[aeiou]', '_') FROM `p.d.t`;
SELECT REGEXP_CONTAINS('a\nb', 'a.b'), REGEXP_CONTAINS('a\nb', '^b'), REGEXP_REPLACE('abc', '(b)', r'<\1>'), REGEXP_EXTRACT('foo@bar', r'@(.*)$');
SELECT body LIKE '%a%', body LIKE '_l%', body NOT LIKE 'p%' FROM `p.d.t`;
SELECT 'a%b' LIKE 'a\\%b', 'axb' LIKE 'a\\%b', 'line\nx' LIKE 'line%';
SELECT id FROM `p.d.t` WHERE body IS NULL OR n IS NOT NULL AND n > 5;
SELECT id IN (1, 2, NULL), id NOT IN (1, 2), id BETWEEN 2 AND 4, n IN UNNEST([3, 20]) FROM `p.d.t`;
SELECT id FROM `p.d.t` WHERE id IN (SELECT k FROM `p.d.s` WHERE k < 4);
SELECT id FROM `p.d.t` t WHERE EXISTS (SELECT 1 FROM `p.d.s` s WHERE s.k = t.id);
SELECT (SELECT MAX(k) FROM `p.d.s`), ARRAY(SELECT k FROM `p.d.s` ORDER BY k DESC);
SELECT f = f, f < 1, f >= 0.1, f != 0.1, f > 1 FROM `p.d.s`;
SELECT CASE WHEN n > 5 THEN 'big' WHEN n IS NULL THEN 'null' ELSE 'small' END, CASE id WHEN 1 THEN 'one' WHEN 2 THEN 'two' END, IF(n > 5, 1, 2.5) FROM `p.d.t`;
SELECT b AND f > 0, b OR TRUE, NOT b, b IS TRUE, b IS NOT FALSE FROM `p.d.s`;
SELECT COUNT(*), COUNT(body), COUNT(DISTINCT n), COUNTIF(n > 5), MIN(body), MAX(body), MIN(n), MAX(id) FROM `p.d.t`;
SELECT SUM(id), AVG(id), SUM(n) FROM `p.d.t` WHERE n BETWEEN -100 AND 100;
SELECT MIN(f), MAX(f), SUM(f) FROM `p.d.s` WHERE k != 3;
SELECT MIN(f), MAX(f) FROM `p.d.s`;
SELECT SUM(num), MIN(d), MAX(ts), LOGICAL_AND(b), LOGICAL_OR(b) FROM `p.d.s` WHERE k != 5;
SELECT n, COUNT(*) AS c FROM `p.d.t` GROUP BY n ORDER BY c DESC, n;
SELECT n, COUNT(*) AS c FROM `p.d.t` GROUP BY 1 HAVING c > 1 ORDER BY 1;
SELECT UPPER(LEFT(body, 1)) AS initial, STRING_AGG(CAST(id AS STRING), '-' ORDER BY id) FROM `p.d.t` GROUP BY initial ORDER BY initial;
SELECT n + 1, COUNT(*) FROM `p.d.t` WHERE n < 100 GROUP BY n + 1 ORDER BY n + 1;
SELECT MOD(id, 3) m, ARRAY_AGG(id ORDER BY id DESC LIMIT 2), ARRAY_AGG(body IGNORE NULLS ORDER BY id) FROM `p.d.t` GROUP BY m ORDER BY m;
SELECT STRING_AGG(body ORDER BY id), STRING_AGG(DISTINCT body ORDER BY body) FROM `p.d.t` WHERE id < 4;
SELECT COUNT(*) FROM `p.d.t` WHERE FALSE;
SELECT SUM(n), ARRAY_AGG(n) FROM `p.d.t` WHERE FALSE;
SELECT DISTINCT n FROM `p.d.t` ORDER BY n;
SELECT DISTINCT n IS NULL AS x FROM `p.d.t` ORDER BY x DESC;
SELECT id, n FROM `p.d.t` ORDER BY n, id;
SELECT id, n FROM `p.d.t` ORDER BY n DESC NULLS FIRST, id LIMIT 5 OFFSET 1;
SELECT k, f FROM `p.d.s` ORDER BY f, k;
SELECT k, f FROM `p.d.s` ORDER BY f DESC, k;
SELECT body FROM `p.d.t` ORDER BY body;
SELECT id AS x FROM `p.d.t` ORDER BY -x LIMIT 2;
SELECT t.id, s.f FROM `p.d.t` AS t JOIN `p.d.s` AS s ON t.id = s.k;
SELECT t.id, s.k FROM `p.d.t` t LEFT JOIN `p.d.s` s ON t.id = s.k AND s.b ORDER BY t.id;
SELECT id FROM `p.d.t` FULL JOIN (SELECT id + 10 AS id FROM `p.d.t`) USING (id) ORDER BY id;
SELECT * FROM (SELECT 1 AS a, 2 AS b) JOIN (SELECT 1 AS a, 3 AS c) USING (a);
SELECT COUNT(*) FROM `p.d.t`, `p.d.s`;
SELECT COUNT(*) FROM `p.d.t` a CROSS JOIN `p.d.s` b WHERE a.id = b.k;
SELECT s.k, x FROM `p.d.s` s, UNNEST(s.arr) AS x ORDER BY s.k, x;
SELECT s.k, x, o FROM `p.d.s` s CROSS JOIN UNNEST(arr) AS x WITH OFFSET AS o ORDER BY k, o;
SELECT s.k, x FROM `p.d.s` s LEFT JOIN UNNEST(s.arr) AS x ON TRUE ORDER BY s.k, x;
SELECT x FROM UNNEST([3, 1, 2]) AS x ORDER BY x;
SELECT * FROM UNNEST([STRUCT(1 AS a, 'x' AS b), STRUCT(2, 'y')]) ORDER BY a;
SELECT s.k FROM `p.d.s` s, s.arr AS x WHERE x = 7 ORDER BY k;
SELECT x * 2 FROM UNNEST(GENERATE_ARRAY(1, 5)) AS x ORDER BY x;
SELECT GENERATE_ARRAY(1, 10, 3), GENERATE_ARRAY(5, 1), GENERATE_ARRAY(5, 1, -2);
WITH a AS (SELECT 1 AS x UNION ALL SELECT 2), b AS (SELECT x + 1 AS y FROM a) SELECT a.x, b.y FROM a, b ORDER BY 1, 2;
WITH a AS (SELECT * FROM `p.d.t` WHERE id < 3) SELECT COUNT(*) c FROM a;
SELECT 1 AS a, 'x' AS b UNION ALL SELECT 2, NULL UNION ALL SELECT NULL, 'z' ORDER BY a;
SELECT 1 AS a UNION DISTINCT SELECT 1 UNION DISTINCT SELECT 2 ORDER BY a DESC LIMIT 1;
SELECT 1 AS a UNION ALL SELECT 2.5 ORDER BY 1;
SELECT id FROM `p.d.t` EXCEPT DISTINCT SELECT k FROM `p.d.s` ORDER BY id;
SELECT id FROM `p.d.t` INTERSECT DISTINCT SELECT k FROM `p.d.s` ORDER BY id;
SELECT * EXCEPT (body) FROM `p.d.t` ORDER BY id;
SELECT * REPLACE (id * 10 AS id) FROM `p.d.t` ORDER BY id;
SELECT t.* EXCEPT (n), 1 AS one FROM `p.d.t` t ORDER BY id;
SELECT st.x, st.y, s.st.y + 1 FROM `p.d.s` s ORDER BY k;
SELECT st.* FROM `p.d.s` ORDER BY k;
SELECT arr[OFFSET(0)], arr[ORDINAL(1)], arr[SAFE_OFFSET(2)], arr[SAFE_ORDINAL(9)], arr[0] FROM `p.d.s` WHERE k IN (1, 5);
SELECT ARRAY_LENGTH(arr), ARRAY_REVERSE(arr), ARRAY_CONCAT(arr, [5]) FROM `p.d.s`;
SELECT ARRAY_TO_STRING(['a', NULL, 'b'], '-'), ARRAY_TO_STRING(['a', NULL], '-', '?'), ARRAY<STRING>[], [1, 2.5], [NULL, 1];
SELECT STRUCT(1, 'x'), STRUCT<a INT64, b STRING>(1, NULL), (1, 2);
SELECT j.b, j.a[0], j['s'], j.a[2].x, j.nope FROM `p.d.s` ORDER BY k;
SELECT JSON_VALUE(j, '$.b'), JSON_VALUE(j, '$.s'), JSON_QUERY(j, '$.a'), JSON_VALUE(j, '$.a[1]'), JSON_VALUE(j), JSON_TYPE(j), JSON_QUERY(j, '$.z') FROM `p.d.s` ORDER BY k;
SELECT JSON_VALUE('{"a": {"b": [1.50, "x"]}}', '$.a.b[0]'), JSON_QUERY('{"a": {"b": [1.50, "x"]}}', '$.a'), JSON_VALUE('{"a": {}}', '$.a'), JSON_VALUE('oops', '$'), JSON_EXTRACT_SCALAR('{"a b": 1}', "$['a b']"), JSON_EXTRACT('{"a": "x"}', '$.a');
SELECT JSON_VALUE_ARRAY('{"a": ["x", 1, true]}', '$.a'), JSON_QUERY_ARRAY('{"a": ["x", {"y": 1}]}', '$.a');
SELECT JSON_OBJECT('b', 1, 'a', [1, 2], 'c', 'q"'), JSON_ARRAY(1, 'x', NULL, true, 1.5), JSON_OBJECT();
SELECT INT64(JSON '5'), FLOAT64(JSON '1.5'), BOOL(JSON 'true'), STRING(JSON '"x"'), LAX_INT64(JSON '"5"'), LAX_STRING(JSON '1.5'), LAX_BOOL(JSON '"true"'), LAX_FLOAT64(JSON '"1e3"');
SELECT PARSE_JSON('{"b": 1.0, "a": [1e2, 12345678901234567890, 0.1]}'), PARSE_JSON('1e300', wide_number_mode => 'round');
SELECT TO_JSON_STRING(JSON '{"u": "\\u0001\\u2028<>é", "n": -0.0, "e": {}}');
SELECT RANK() OVER (ORDER BY n), DENSE_RANK() OVER (ORDER BY n), LAG(id) OVER (ORDER BY id), LEAD(id, 2, -1) OVER (ORDER BY id) FROM `p.d.t` ORDER BY id;
SELECT id, SUM(id) OVER (PARTITION BY MOD(id, 2) ORDER BY id ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW), COUNT(*) OVER () FROM `p.d.t` ORDER BY id;
SELECT id, FIRST_VALUE(id) OVER (PARTITION BY n ORDER BY id), NTILE(3) OVER (ORDER BY id) FROM `p.d.t` ORDER BY id;
SELECT id FROM `p.d.t` WHERE TRUE QUALIFY ROW_NUMBER() OVER (PARTITION BY n ORDER BY id) = 1 ORDER BY id;
SELECT n, SUM(COUNT(*)) OVER (ORDER BY n) FROM `p.d.t` GROUP BY n ORDER BY n;
SELECT EXTRACT(YEAR FROM ts), EXTRACT(MONTH FROM d), EXTRACT(DAYOFWEEK FROM d), EXTRACT(DAYOFYEAR FROM d), EXTRACT(HOUR FROM ts), EXTRACT(SECOND FROM dt), EXTRACT(MILLISECOND FROM ti), EXTRACT(MICROSECOND FROM ts), EXTRACT(ISOWEEK FROM d), EXTRACT(QUARTER FROM d), EXTRACT(DATE FROM ts), EXTRACT(WEEK FROM d) FROM `p.d.s`;
SELECT DATE_ADD(d, INTERVAL 1 MONTH), DATE_SUB(d, INTERVAL 1 DAY), DATE_ADD(d, INTERVAL 1 WEEK), DATE_SUB(d, INTERVAL 1 QUARTER), d + 1 FROM `p.d.s` WHERE k IN (1, 4, 5);
SELECT DATE_DIFF(d, DATE '2024-01-01', DAY), DATE_DIFF(d, DATE '2024-01-01', MONTH), DATE_DIFF(d, DATE '2024-01-01', YEAR), DATE_DIFF(d, DATE '2024-01-01', WEEK), DATE_DIFF(d, DATE '2024-01-01', ISOWEEK) FROM `p.d.s`;
SELECT DATE_TRUNC(d, MONTH), DATE_TRUNC(d, WEEK), DATE_TRUNC(d, ISOWEEK), DATE_TRUNC(d, QUARTER), DATE_TRUNC(d, YEAR) FROM `p.d.s` WHERE k IN (1, 4, 5);
SELECT TIMESTAMP_ADD(ts, INTERVAL 90 MINUTE), TIMESTAMP_SUB(ts, INTERVAL 1 DAY), TIMESTAMP_DIFF(ts, TIMESTAMP '2024-01-01', HOUR), TIMESTAMP_DIFF(ts, TIMESTAMP '2024-01-01', DAY), TIMESTAMP_TRUNC(ts, HOUR), TIMESTAMP_TRUNC(ts, WEEK), TIMESTAMP_TRUNC(ts, MONTH) FROM `p.d.s` WHERE k IN (1, 2, 4, 5);
SELECT FORMAT_TIMESTAMP('%Y-%m-%dT%H:%M:%SZ %a %b %j', ts), FORMAT_DATE('%F %A %B %y', d), FORMAT_DATE('%d/%m/%Y', d) FROM `p.d.s` WHERE k IN (1, 4, 5);
SELECT PARSE_DATE('%Y-%m-%d', '2024-02-29'), PARSE_TIMESTAMP('%Y-%m-%d %H:%M:%S', '2024-02-29 01:02:03'), PARSE_DATE('%d/%m/%Y', '01/02/2024');
SELECT UNIX_SECONDS(ts), UNIX_MILLIS(ts), UNIX_MICROS(ts), UNIX_DATE(d), DATE(ts), DATETIME(ts), TIMESTAMP(dt), TIME(ts) FROM `p.d.s`;
SELECT TIMESTAMP_SECONDS(1), TIMESTAMP_MILLIS(-1), TIMESTAMP_MICROS(1), DATE(2024, 2, 29), TIMESTAMP('2024-01-01 10:00:00'), STRING(TIMESTAMP '2024-01-01');
SELECT d < '2024-01-01', ts >= '2024-01-01', d = DATE '2024-01-31' FROM `p.d.s`;
SELECT SAFE.SUBSTR('abc', 1, -1), SAFE.PARSE_JSON('{'), SAFE.LEFT('a', -1);
SELECT LENGTH(GENERATE_UUID()), RAND() < 1;
SELECT IS_NAN(f), IS_INF(f) FROM `p.d.s`;
SELECT y = b'abc', y < b'b', CONCAT(y, b'!') FROM `p.d.s`;
-- refused as it is read
SELECT k, TO_JSON_STRING(STRUCT(s.* )) FROM `p.d.s` s;
SELECT AS STRUCT 1 AS a, 2 AS b;
SELECT ARRAY(SELECT AS STRUCT id, body FROM `p.d.t` WHERE id < 3 ORDER BY id);
SELECT t FROM `p.d.t` t WHERE id = 1;
SELECT 1 FROM `p.d.t` LIMIT 0;
SELECT id, /* c */ n -- x
 FROM `p.d.t` # y
 WHERE id = 1;
SELECT n, MAX(id) FROM `p.d.t` GROUP BY ALL ORDER BY n;
-- refused as it runs
SELECT 1 / 0;
-- refused as it runs
SELECT CAST('x' AS INT64);
-- refused as it runs
SELECT arr[OFFSET(5)] FROM `p.d.s`;
-- refused as it is read
SELECT nope FROM `p.d.t`;
-- refused as it is read
SELECT t.nope FROM `p.d.t` t;
-- refused as it is read
SELECT id FROM `p.d.nope`;
-- refused as it is read
SELECT id, COUNT(*) FROM `p.d.t`;
-- refused as it is read
SELECT id FROM `p.d.t` WHERE COUNT(*) > 1;
-- refused as it is read
SELECT UPPER(1);
-- refused as it is read
SELECT 'a' + 1;
-- refused as it is read
SELECT id FROM `p.d.t` WHERE body;
-- refused as it is read
SELECT id FROM `p.d.t` GROUP BY n;
-- refused as it is read
SELECT;
-- refused as it is read
SELECT 1 +;
-- refused as it is read
SELECT FROM `p.d.t`;
-- refused as it is read
SELECT * FROM `p.d.t` WHERE;
-- refused as it is read
SELECT 'abc;
-- refused as it is read
SELECT `abc FROM x;
-- refused as it is read
SELECT 1 AS select;
-- refused as it is read
SELECT id FROM `p.d.t` UNION ALL SELECT 1, 2;
-- refused as it is read
SELECT id FROM `p.d.t` UNION ALL SELECT 'x';
-- refused as it is read
SELECT id FROM `p.d.t` UNION SELECT 1;
-- refused as it is read
SELECT a.id FROM `p.d.t` a JOIN `p.d.t` b;
-- refused as it is read
SELECT id FROM `p.d.t` a JOIN `p.d.t` b ON a.id = b.id;
-- refused as it is read
SELECT CAST(DATE '2024-01-01' AS INT64);
-- refused as it is read
SELECT DATE '2024-13-01';
-- refused as it is read
SELECT 9223372036854775808;
-- refused as it is read
SELECT @nope;
-- refused as it is read
SELECT IF(1, 2, 3);
-- refused as it is read
SELECT ROW_NUMBER();
-- refused as it is read
SELECT id FROM `p.d.t` ORDER BY 5;
-- refused as it is read
SELECT (SELECT 1, 2);
-- refused as it is read
SELECT [1, 'x'];
-- refused as it is read
SELECT j = j FROM `p.d.s`;
-- refused as it is read
SELECT DISTINCT j FROM `p.d.s`;
-- refused as it is read
SELECT SUM(body) FROM `p.d.t`;
-- refused as it is read
SELECT MAX(COUNT(*)) FROM `p.d.t`;
-- refused as it is read
SELECT * EXCEPT (nope) FROM `p.d.t`;
-- refused as it runs
SELECT PARSE_JSON('{"a":');
-- refused as it is read, by the oracle as it runs
SELECT JSON_VALUE('{}', 'a');
-- refused as it runs
SELECT SUBSTR('a', 1, -1);
-- refused as it runs
SELECT LEFT('a', -1);
SELECT COUNTIF(x) FROM UNNEST([TRUE, NULL]) x WHERE FALSE;
SELECT COUNTIF(x), COUNTIF(x IS NULL), COUNTIF(DISTINCT x) FROM UNNEST([TRUE, TRUE, NULL, FALSE]) x;
SELECT COUNTIF(x) FROM UNNEST([CAST(NULL AS BOOL)]) x;
SELECT x, COUNTIF(x > 2) OVER (ORDER BY x) FROM UNNEST([1, 2, 3, 4]) x ORDER BY x;
SELECT x.a AS first, x.* FROM (SELECT AS STRUCT 1 AS a, 'y' AS b) x WHERE a = 1 AND x.b = 'y';
SELECT x FROM (SELECT AS STRUCT 1 AS a) x;
SELECT * FROM (SELECT AS STRUCT 1 AS a, 2 AS b);
WITH v AS (SELECT AS STRUCT 1 AS a, 2 AS b) SELECT a, v.b, v FROM v;
SELECT TO_JSON(9007199254740993), TO_JSON([1, 9223372036854775807]), TO_JSON(STRUCT(NUMERIC '1.5' AS n)), JSON_OBJECT('a', 9223372036854775807), JSON_ARRAY(-9223372036854775808, 1.5), TO_JSON_STRING(9007199254740993), TO_JSON(CAST('NaN' AS FLOAT64));
SELECT PARSE_DATE('%m/%d', '3/4'), PARSE_DATETIME('%H:%M', '5:06'), PARSE_TIMESTAMP('%d', '2'), PARSE_DATE('%Y', '2001');
SELECT SUBSTR('abc', CAST(NULL AS INT64)), SUBSTR('abc', 1, CAST(NULL AS INT64)), SUBSTR(CAST(NULL AS STRING), 1);
SELECT SUBSTR('abc', x), SUBSTR('abc', x, 1), SUBSTR('abc', 1, ABS(x)) FROM UNNEST([1, -1, 0, NULL]) x;
SELECT SAFE_DIVIDE(1e300, 1e-300), SAFE_DIVIDE(1, 0), SAFE_DIVIDE(1, 4), 1e300 / 1e10, 1e-300 * 1e-300, CAST('inf' AS FLOAT64) + 1, CAST('inf' AS FLOAT64) / 2;
SELECT STDDEV_POP(x), VAR_POP(x / 1e200), STDDEV_POP(CAST('nan' AS FLOAT64)) FROM UNNEST([1e200, 3e200]) x;
SELECT STDDEV(x), STDDEV_SAMP(x), VAR_SAMP(x), VARIANCE(x), STDDEV_POP(x), VAR_POP(x) FROM UNNEST([2, 4, 4, 4, 5, 5, 7, 9]) x;
SELECT STDDEV(x), VAR_POP(x) FROM UNNEST([1.5]) x;
SELECT IF(FALSE, ERROR('x'), 'y'), COALESCE('a', ERROR('x')), CASE WHEN TRUE THEN 1.5 ELSE ERROR('no') END, IF(TRUE, DATE '2024-01-01', ERROR('x'));
SELECT * FROM UNNEST([STRUCT(1 AS a, 'x' AS b), (2, NULL)]) ORDER BY a;
SELECT IF(FALSE, STRUCT(NULL AS a), STRUCT(1.5 AS a));
SELECT DATE_DIFF(CURRENT_DATE, CURRENT_DATE(), DAY), CURRENT_TIMESTAMP >= CURRENT_TIMESTAMP();
SELECT 1 AS a, UNION ALL SELECT 2,;
(WITH a AS (SELECT 1 AS x) SELECT x FROM a) UNION ALL SELECT 2 ORDER BY x;
SELECT id FROM `p.d.t` t WHERE id >= (SELECT SUM(k) FROM `p.d.s` s WHERE s.k = t.id) ORDER BY id;
SELECT CAST(DATE '0001-01-01' AS STRING), CAST(DATE '0999-12-31' AS STRING), CAST(TIMESTAMP '0001-01-01 00:00:00+00' AS STRING), CAST(DATETIME '0987-06-05 04:03:02' AS STRING), DATE '9999-12-31', CAST(TIMESTAMP '9999-12-31 23:59:59.999999+00' AS STRING), CAST('0001-01-01' AS DATE), TO_JSON_STRING(DATE '0042-01-02'), TO_JSON_STRING(TIMESTAMP '0042-01-02 03:04:05+00'), FORMAT('%t %T', DATE '0042-01-02', DATETIME '0042-01-02 03:04:05');
SELECT EXTRACT(YEAR FROM DATE '0042-01-02'), FORMAT_DATE('%Y-%m-%d', DATE '0042-01-02'), DATE_ADD(DATE '0001-01-01', INTERVAL 1 DAY), UNIX_DATE(DATE '0001-01-01');
SELECT REPEAT('ab', 3), REPEAT('', 5), REPEAT('x', 0), LPAD('abc', 5, 'de'), LPAD('abc', 2), RPAD('é', 4, 'xy'), LPAD('a', 0);
SELECT REPLACE('banana', 'an', 'AN'), REPLACE('x', '', 'y'), REGEXP_REPLACE('abc', 'b*', '-');
SELECT x IN UNNEST([1, NULL]), x NOT IN UNNEST([1, NULL]) FROM UNNEST([1, 2, NULL]) x;
SELECT s.k, k IN UNNEST(arr), k NOT IN UNNEST(arr), CAST(NULL AS INT64) IN UNNEST(arr), 1 IN UNNEST(CAST(NULL AS ARRAY<INT64>)) FROM `p.d.s` s ORDER BY k;
SELECT n FROM `p.d.t` GROUP BY n HAVING MIN(id) IN UNNEST([MAX(id), 3, NULL]) ORDER BY n;
SELECT n FROM `p.d.t` GROUP BY n HAVING ARRAY_TO_STRING([STRING(TO_JSON('a')), MAX('b')], MIN('-'), MAX('x')) = 'a-b' ORDER BY n;
SELECT n FROM `p.d.t` GROUP BY n HAVING CONCAT(MAX('a'), MIN('b'), MAX('c')) = 'abc' AND SAFE.SUBSTR(MAX('abc'), -2, MIN(1)) = 'b' ORDER BY n;
SELECT id FROM `p.d.t` WHERE TRUE QUALIFY id IN UNNEST([MAX(id) OVER (), 1]) AND CONCAT(MAX('a') OVER (), MIN('b') OVER ()) = 'ab' AND SAFE.SUBSTR(MAX('abc') OVER (), -2, 1) = 'b' ORDER BY id;
SELECT TRUE AND NULL, FALSE AND NULL, NULL OR TRUE, NULL IS NULL, NULL IS NOT DISTINCT FROM NULL;
-- refused as it is read, by the oracle as it runs
SELECT 1 LIMIT NULL;
-- refused as it is read, by the oracle as it runs
SELECT 1 LIMIT 1 OFFSET NULL;
-- refused as it is read
SELECT STRING_AGG(x, NULL) FROM UNNEST(['a']) x;
-- refused as it is read
SELECT STRING_AGG(x, x) FROM UNNEST(['a']) x;
-- refused as it is read
SELECT NOT NULL;
-- refused as it is read
SELECT -NULL;
-- refused as it is read
SELECT 1 + NULL;
-- refused as it is read
SELECT NULL = 1;
-- refused as it is read
SELECT NULL || 'x';
-- refused as it is read
SELECT 'a' LIKE NULL;
SELECT NULL BETWEEN 1 AND 2, NULL IN (1, 2);
-- refused as it runs
SELECT LPAD('abc', -15);
-- refused as it runs
SELECT RPAD('abc', -1, 'x');
-- refused as it runs
SELECT LPAD('abc', 5, '');
-- refused as it runs
SELECT REPEAT('abc', 1000000000);
-- refused as it runs
SELECT LPAD('a', 1000000000);
-- refused as it runs
SELECT REPLACE(REPEAT('a', 1000000), 'a', 'bcd');
-- refused as it runs
SELECT 1e300 / 1e-300;
-- refused as it runs
SELECT 1e300 * 1e300;
-- refused as it runs
SELECT 1e308 + 1e308;
-- refused as it runs
SELECT -1e308 - 1e308;
-- refused as it runs
SELECT 1 / 0.0;
-- refused as it runs
SELECT SUM(x) FROM UNNEST([1e308, 1e308]) x;
-- refused as it runs
SELECT ERROR('x');
-- refused as it runs
SELECT IF(TRUE, ERROR('x'), 'y');
SELECT IF(NULL, 1, 2), CASE NULL WHEN 1 THEN 2 END, CASE 1 WHEN NULL THEN 2 ELSE 3 END;
SELECT DATE(2024, 2, 29), DATE(x, 1, 1) FROM UNNEST([1, NULL]) x;
SELECT [1, 2, 3][SAFE_OFFSET(9223372036854775807)], [1, 2][SAFE_OFFSET(1)];
SELECT SUBSTR('abc', -9223372036854775808), LEFT('abc', 9223372036854775807), RIGHT('abc', 9223372036854775807);
-- refused as it runs
SELECT DATE(99999, 1, 1);
-- refused as it runs
SELECT DATE(2024, 13, 1);
SELECT REPEAT('a', CAST(NULL AS INT64)), LPAD('a', CAST(NULL AS INT64)), LEFT('a', CAST(NULL AS INT64)), ROUND(1.5, CAST(NULL AS INT64)), REPLACE('a', 'a', CAST(NULL AS STRING)), REGEXP_REPLACE('a', 'a', CAST(NULL AS STRING)), GENERATE_ARRAY(1, CAST(NULL AS INT64)), SAFE_DIVIDE(1, CAST(NULL AS FLOAT64)), 1.5 + CAST(NULL AS FLOAT64), DATE(2024, 1, CAST(NULL AS INT64));
SELECT MOD(id, 3) AS m, ANY_VALUE(MOD(id, 3)) FROM `p.d.t` GROUP BY m ORDER BY m;
SELECT CEILING(1.2), LOG(10), POWER(2, 3), CHARACTER_LENGTH('é'), OCTET_LENGTH('é'), SUBSTRING('abc', 2), INSTR('banana', 'an'), FROM_HEX('00ffAb');
SELECT id, CUME_DIST() OVER (ORDER BY n), PERCENT_RANK() OVER (ORDER BY n), LAST_VALUE(id) OVER (ORDER BY id), NTH_VALUE(id, 2) OVER (ORDER BY id) FROM `p.d.t` ORDER BY id;
SELECT CURRENT_DATETIME() IS NULL, CURRENT_TIME() IS NULL, CURRENT_DATETIME < DATETIME '2000-01-01 00:00:00';
SELECT DATETIME_ADD(dt, INTERVAL 1 MINUTE), DATETIME_SUB(dt, INTERVAL 2 DAY), DATETIME_DIFF(dt, DATETIME '2024-01-01 00:00:00', HOUR), DATETIME_TRUNC(dt, MONTH), FORMAT_DATETIME('%Y/%m/%d %H:%M', dt) FROM `p.d.s` WHERE k IN (1, 2, 4, 5);
SELECT y FROM (SELECT 1 AS y, 2 AS z) AS y;
SELECT x FROM UNNEST([STRUCT(1 AS x, 'a' AS z)]) AS x;
SELECT s.k, x FROM `p.d.s` s JOIN UNNEST(s.arr) AS x ORDER BY s.k, x;
SELECT s.k, x FROM `p.d.s` s LEFT JOIN s.arr AS x ORDER BY s.k, x;
SELECT SAFE.SQRT((SELECT MIN(k) - 2 FROM `p.d.s`)), SAFE.LN(id - 3), SAFE.DATE_ADD(DATE '2024-01-01', INTERVAL id * 9000000000 DAY) FROM `p.d.t` WHERE id < 5 ORDER BY id;
-- refused as it runs
SELECT SAFE.FLOAT64(PARSE_JSON('oops'));
SELECT IF(id > 3, 1, CAST('x' AS INT64)), COALESCE(id, CAST('x' AS INT64)) FROM `p.d.t` WHERE id > 3 ORDER BY id;
SELECT ARRAY_TO_STRING(['a', NULL, 'b'], body), ARRAY_TO_STRING([body, NULL], body, body) FROM `p.d.t` WHERE id < 4 ORDER BY id;
SELECT f IN (CAST('nan' AS FLOAT64), 0.1), f NOT IN UNNEST([CAST('nan' AS FLOAT64), NULL]), NULLIF(f, f), f != CAST(NULL AS FLOAT64) FROM `p.d.s` ORDER BY k;
SELECT CAST('13:14:60' AS TIME), CAST('2024-02-29 1:2:3+1:3' AS TIMESTAMP), SAFE_CAST('2024-02-29 13:14' AS DATETIME), SAFE_CAST('2024-02-29 13:14:15' AS DATE), SAFE_CAST(' 2024-02-29' AS DATE), SAFE_CAST('9999-12-31 23:59:59-01' AS TIMESTAMP), SAFE_CAST('٣' AS INT64), CAST('0x1p3' AS FLOAT64), CAST('1e400' AS FLOAT64);
SELECT ROUND(2.675, 2), ROUND(1.45, 1), ROUND(1.7976931348623157e308, -3), ROUND(-0.004, 2), FORMAT('%t %T', 1.0, CAST('-0' AS FLOAT64)), TO_JSON(1e10), JSON_ARRAY(4.9e-324);
SELECT FROM_BASE64('10'), FROM_BASE64('aG\nk ='), FROM_HEX('abc'), LEFT(CAST(NULL AS STRING), -1), SPLIT('a', CAST(NULL AS STRING)), [1][SAFE_ORDINAL(-9223372036854775808)];
SELECT CAST(BIGNUMERIC '-3.5' AS INT64), CAST(0x1F AS NUMERIC), SAFE_CAST(1e300 AS NUMERIC);
-- refused as it runs
SELECT DATE_TRUNC(DATE '0001-01-01', WEEK);
-- refused as it runs
SELECT DATE '9999-12-31' + 1;
-- refused as it is read
SELECT COUNT(*);
-- refused as it is read
SELECT 1 WHERE TRUE;
-- refused as it is read
SELECT IF(FALSE, 1e300, NUMERIC '1');
-- refused as it is read
SELECT FIRST_VALUE(NULL) OVER (ORDER BY id) FROM `p.d.t`;
SELECT SAFE_CONVERT_BYTES_TO_STRING(b'\xed\xa0\x80|\xe2\x82|\xf0\x9f\x98a|\xf4\x90\x80\x80|\xf0\x9f\x98\x80|\xef\xbf\xbd|\xc3\xa9');
SELECT r || r, CONCAT(r, x, r), SAFE.LEFT(r, -1), ARRAY_TO_STRING([x, r], r) FROM (SELECT 'q' AS r, 'z' AS x) AS safe_row;
SELECT [1] AS x UNION ALL SELECT [NUMERIC '1'] UNION ALL SELECT [];
SELECT [1, 9007199254740993, NULL] AS x UNION ALL SELECT [1.5];
SELECT ['2024-01-01'] AS x UNION ALL SELECT [DATE '2024-01-01'];
SELECT [STRUCT(1 AS a)] AS x UNION ALL SELECT [STRUCT(2 AS b)];
SELECT COALESCE([1], [1.5]), IF(TRUE, [1], [1.5]), ARRAY_CONCAT([1], [], [NUMERIC '2']), [1] || [1.5];
SELECT 1.5 IN UNNEST([1, 2]), CAST(1 AS FLOAT64) IN UNNEST([1, 2]), DATE '2024-01-01' IN UNNEST(['2024-01-01']), 'x' IN UNNEST([]), NUMERIC '1.5' IN UNNEST([1, 2]);
-- refused as it runs
SELECT DIV(1, 0) IN UNNEST(ARRAY<INT64>[]);
-- refused as it runs
SELECT DIV(1, 0) NOT IN UNNEST(ARRAY<INT64>[]);
-- refused as it runs
SELECT (1 / 0) IN UNNEST(ARRAY<FLOAT64>[]);
-- refused as it runs
SELECT (1 / 0) NOT IN UNNEST(ARRAY<FLOAT64>[]);
SELECT [STRUCT(1 AS a, 1 AS b), (2, 1.5)], [STRUCT(1 AS a, 'x' AS b), (2, NULL)], [STRUCT(NULL AS a), STRUCT(1.5 AS a)], [STRUCT('2024-01-01' AS a), STRUCT(DATE '2024-01-01')];
SELECT STRUCT<a ARRAY<DATE>>(['2024-01-01']), STRUCT<a ARRAY<FLOAT64>>([1]), ARRAY_LENGTH(NULL), ARRAY_REVERSE(NULL);
SELECT -1e300 NOT IN (NUMERIC '1', CAST(2 AS FLOAT64)), GREATEST(-1e300, NUMERIC '1', CAST(2 AS FLOAT64)), 1e300 BETWEEN NUMERIC '1' AND CAST(7 AS FLOAT64), CASE 1e300 WHEN NUMERIC '2' THEN 'a' WHEN CAST(1 AS FLOAT64) THEN 'b' ELSE 'c' END, [NUMERIC '1', 1e300, CAST(1 AS FLOAT64)];
-- refused as it is read
SELECT 5 BETWEEN NUMERIC '1' AND 1e300;
-- refused as it is read
SELECT [(2, NULL), STRUCT(1 AS a, 'x' AS b)];
-- refused as it is read
SELECT STRUCT(NULL AS a) AS x UNION ALL SELECT STRUCT('x');
-- refused as it is read
SELECT [CAST(1 AS INT64)] AS x UNION ALL SELECT [1.5];
-- refused as it is read
SELECT [NULL] AS x UNION ALL SELECT ['x'];
-- refused as it is read
SELECT CONCAT([], ['x']);
SELECT JSON_VALUE('[1,,5]', '$[2]'), JSON_VALUE("{'a':1}", '$.a'), JSON_QUERY('[1,,5]', '$'), JSON_QUERY('[1,]', '$'), JSON_QUERY('{"a":1,}', '$'), JSON_QUERY("{'a':'x\"y'}", '$');
SELECT JSON_VALUE('{"a":01}', '$.a'), JSON_VALUE('{"a":01}', '$.b'), JSON_VALUE('{"a":1.}', '$.a'), JSON_VALUE('{"a":1e}', '$.a'), JSON_VALUE('{"a":.5}', '$.a'), JSON_VALUE('{a:1}', '$.a'), JSON_VALUE('{"a":,"b":2}', '$.b'), JSON_VALUE('{"a":}', '$.a');
SELECT TO_JSON_STRING(JSON_QUERY_ARRAY('[1,,5]')), TO_JSON_STRING(JSON_VALUE_ARRAY('[,]')), JSON_QUERY('[,,]', '$'), JSON_QUERY(',', '$'), JSON_QUERY('', '$'), JSON_VALUE('["\\x41\\101\\v\\q"]', '$[0]'), JSON_VALUE('["a\tb"]', '$[0]'), JSON_QUERY('[1 2]', '$'), JSON_QUERY('{"a" 1}', '$');
SELECT INITCAP('ǆabc ǅx Ǆx ǉ ß ﬁ ŉ ᾳ ა ꭰ');
-- refused as it runs
SELECT PARSE_JSON('[1,,5]');
-- refused as it runs
SELECT PARSE_JSON("{'a':1}");
-- refused as it runs
SELECT PARSE_JSON('[1,]');
-- refused as it is read
SELECT FORMAT('%1048577s', 'a');
-- refused as it is read
SELECT FORMAT('%99999999999999999999d', 1);
-- refused as it is read
SELECT FORMAT('%.1075f', 1.5);
-- refused as it runs
SELECT FORMAT('%600000s%600000s', 'a', 'a');
-- refused as it runs
SELECT FORMAT('%1048576s', 'a');
SELECT LENGTH(FORMAT('%.1074f', 1.5)), LENGTH(FORMAT('%1000000s', 'a'));
SELECT JSON_VALUE('["\\ud83d\\ude00"]', '$[0]'), JSON_VALUE('["\\ud83d"]', '$[0]'), JSON_QUERY('["\\x07\\u+123"]', '$'), TO_JSON_STRING(PARSE_JSON('["\\ud83d\\ude00"]'));
-- refused as it runs
SELECT PARSE_JSON('["\\ud83d"]');
-- refused as it runs
SELECT PARSE_JSON('["\\ude00\\ud83d"]');
-- refused as it runs
SELECT TO_JSON(NUMERIC '12345678901234567890.5');
-- refused as it runs
SELECT TO_JSON(STRUCT([NUMERIC '123456789.123456789'] AS a));
-- refused as it runs
SELECT TO_JSON(BIGNUMERIC '0.123456789012345678');
-- refused as it runs
SELECT JSON_ARRAY(1, NUMERIC '12345678901234567890.5');
-- refused as it runs
SELECT JSON_OBJECT('a', STRUCT(NUMERIC '-92345678901234567890' AS b));
SELECT TO_JSON(NUMERIC '12345678901234567890'), TO_JSON(NUMERIC '0.1'), TO_JSON(BIGNUMERIC '1.5'), SAFE.TO_JSON(NUMERIC '12345678901234567890.5'), JSON_ARRAY(NUMERIC '0.5', CAST(NULL AS NUMERIC)), TO_JSON(CAST(NULL AS NUMERIC));
SELECT TO_JSON(NUMERIC '12345678901234567890.5', stringify_wide_numbers => TRUE), TO_JSON(NUMERIC '12345678901234567890', stringify_wide_numbers => TRUE), TO_JSON(NUMERIC '9007199254740993', stringify_wide_numbers => TRUE), TO_JSON([9007199254740993, 9007199254740992, -9007199254740993], stringify_wide_numbers => TRUE), TO_JSON(STRUCT(NUMERIC '0.1' AS a, 1.0 AS b, BIGNUMERIC '0.123456789012345678' AS c), stringify_wide_numbers => TRUE), TO_JSON(1e300, stringify_wide_numbers => TRUE), TO_JSON(CAST('NaN' AS FLOAT64), stringify_wide_numbers => TRUE), TO_JSON(9007199254740993, stringify_wide_numbers => FALSE);
SELECT VAR_POP(x), VAR_SAMP(x), STDDEV(x), STDDEV_POP(x) FROM UNNEST([1e200, -1e200]) x;
SELECT VAR_POP(x), STDDEV_POP(x), AVG(x) FROM UNNEST([1e154, 2e154]) x;
SELECT STDDEV_SAMP(x), STDDEV_POP(x), VAR_SAMP(x) FROM UNNEST([1.7e308, -1.7e308]) x;
SELECT STRUCT(1 AS a, 2 AS a) IS NULL, TO_JSON_STRING(STRUCT(1 AS a, 2 AS a)), TO_JSON(STRUCT(1 AS a, 2 AS a)), FORMAT('%T', STRUCT(1 AS a, 2 AS a));
-- refused as it is read, by the oracle as it runs
SELECT 1 LIMIT 1 OFFSET -1;
-- refused as it is read
SELECT 1 LIMIT 1 OFFSET 'a';
-- refused as it is read
SELECT NOSUCH(1);
-- refused as it is read
SELECT NOSUCH(1) OVER ();
-- refused as it is read
SELECT SAFE.NOSUCH(1);
-- refused as it is read
SELECT d.NOSUCH(1);
-- refused as it is read
SELECT UPPER('a') OVER ();
-- refused as it is read
SELECT STRUCT(1 AS a, 2 AS a).a;
SELECT STRUCT(STRUCT(1 AS _field_2, 3) AS q).q._field_2, TO_JSON_STRING(STRUCT(1 AS _field_2, 3, 4 AS _field_2_));
SELECT b'abc' || 'd', CONCAT('a', b'b', NULL) IS NULL, b'a' || CAST(NULL AS BYTES);
-- refused as it is read
SELECT b'a' || CAST('b' AS STRING);
SELECT k FROM `p.d.s` WHERE y NOT IN (SELECT x FROM UNNEST([(SELECT x FROM UNNEST([b'\xe2\x82\xac', b'']) AS x WITH OFFSET AS o ORDER BY o DESC LIMIT 1), SHA1(y)]) AS x);
SELECT k, y IN (SELECT x FROM UNNEST([(SELECT x FROM UNNEST([b'a', b'b']) AS x WITH OFFSET AS o ORDER BY o LIMIT 1), SHA1(y)]) AS x) FROM `p.d.s`;
SELECT id, n IN (SELECT x FROM UNNEST([(SELECT MAX(x) FROM UNNEST([1, 3]) AS x), t.n, NULL]) AS x WHERE x > 0), n NOT IN (SELECT s.k FROM `p.d.s` s WHERE s.k < t.id), n IN (SELECT s.k FROM `p.d.s` s WHERE s.k > t.id + 100) FROM `p.d.t` t;
SELECT k, f IN (SELECT x FROM UNNEST([(SELECT x FROM UNNEST([1.5, f]) AS x WITH OFFSET AS o ORDER BY o DESC LIMIT 1), 0.1]) AS x), f NOT IN (SELECT x FROM UNNEST([0.1, f]) AS x) FROM `p.d.s`;
SELECT JSON_QUERY('{"b" : 1.50, "b": 2, "a":"\\u00e9/\\/x", "c":1e400, "d":{"z":null,"z":3,"y":{}}}', '$'), JSON_QUERY('{"q":{"b":1,"a":2},"q":{"d":1,"c":2}}', '$.q'), JSON_EXTRACT('{"b":1,"a":{"d":1,"c":2}}', '$');
SELECT JSON_QUERY_ARRAY('[{"b":1,"a":2,"b":3}, [{"b":1,"a":{"y":1,"x":2}}]]', '$'), JSON_VALUE_ARRAY('[1,{"b":1}]', '$') IS NULL, JSON_QUERY(JSON '{"b":1,"a":{"d":1,"c":2}}', '$'), TO_JSON_STRING(JSON_QUERY('{"b":1,"a":2}', '$'));
