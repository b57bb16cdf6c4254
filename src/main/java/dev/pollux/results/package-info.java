/// Reading the output of a batch job: what became of a row, and of all rows.
///
/// The contract is that of
/// https://docs.cloud.google.com/vertex-ai/generative-ai/docs/multimodal/batch-prediction-from-bigquery:
/// the input columns, `response` (a GenerateContentResponse, JSON or STRING, NULL where a row
/// failed) and `status` (empty, or why it failed).
@NullMarked
package dev.pollux.results;

import org.jspecify.annotations.NullMarked;
