/// BigQuery REST v2.
///
/// The policy is the service's: members that nobody knows are ignored, and null says nothing; plain
/// metadata is kept and returned; what the service knows, what changes behaviour and what is not
/// served is a list, `UnservedProperties`, and is refused as `notImplemented` by its name.
///
/// | resource | served | kept and returned | ignored | refused |
/// |---|---|---|---|---|
/// | projects | list | | | |
/// | datasets | list (filter by label), get, insert, patch, update, delete with contents | friendlyName, description, labels, access, maxTimeTravelHours, storageBillingModel | datasetView, accessPolicyVersion | collation, encryption, default partition expiry, routines |
/// | tables | list, get, insert, patch, update, delete; columns may be added, REQUIRED relaxed; expiry; a dataset's default expiry | friendlyName, description, labels, clustering, timePartitioning by a column | view of the answer (but BASIC) | views, external tables, constraints, encryption, partition expiry, required filters, maxLength, precision, scale, default values, policy tags |
/// | tabledata | list (startIndex, pageToken, maxResults, selectedFields, timestamps as FLOAT64, INT64, ISO8601_STRING), insertAll with errors per row | | insertId beyond one request | templateSuffix |
/// | jobs | insert, get, list, cancel, delete; query, getQueryResults, dry run | labels | priority, useQueryCache, allowLargeResults, flattenResults | legacy SQL (the service's default: say `useLegacySql: false`), extract, sessions, scripts, jobTimeoutMs, schemaUpdateOptions |
/// | query jobs | destinationTable with both dispositions, defaultDataset, named and positional parameters, maximumBytesBilled; DDL and DML as far as `sandbox.sql` goes | | | parameters of type RANGE |
/// | copy jobs | of one or several tables of one location; of one table to another location, to a new table or over one, which takes `CopyFaults` seconds | | | snapshots, clones, restores; append between locations |
/// | load jobs | multipart and resumable uploads of CSV, NEWLINE_DELIMITED_JSON and Parquet, zipped too; schema or autodetect; both dispositions; skipLeadingRows, fieldDelimiter, quote, nullMarker, allowJaggedRows, allowQuotedNewlines, ignoreUnknownValues, maxBadRecords, encoding | | parquetOptions | sourceUris (Cloud Storage), Avro, ORC, and what `UnservedProperties` lists |
///
/// Known differences: `totalBytesProcessed` counts whole tables, so it is an upper bound and says
/// so, but that a dry run over an external table counts 0 of it, as the service's does; errors of a
/// load name the first bad row only; results that nobody named live for 24 hours in a hidden
/// dataset whose name begins with an underscore; a bad row's text is like the service's, not always
/// the same.
@NullMarked
package dev.pollux.sandbox.bigquery;

import org.jspecify.annotations.NullMarked;
