/// Vertex AI over REST and gRPC: one service (`BatchJobService`, `GeminiCalls`, `TunedModels`)
/// behind two doors ([GrpcDoor] for `google.cloud.aiplatform.v1`, [RestDoor] for `/v1` and
/// `/v1beta1`, which are alike). [VertexSandbox] puts it together.
///
/// ## Served
///
/// | what | gRPC v1 | REST |
/// |---|---|---|
/// | batch jobs: create, get, list, cancel, delete | JobService | `…/batchPredictionJobs` |
/// | prompts | PredictionService | `…/models/X:generateContent`, `:streamGenerateContent` (one chunk) |
/// | tokens | LlmUtilityService | `…/models/X:countTokens`, `…:computeTokens` |
/// | published models | ModelGardenService, get (a list is of v1beta1 only) | `publishers/google/models`, list and get |
/// | tuning jobs, cached contents | no | empty lists |
/// | tuned models: get, list | ModelService | `projects/…/locations/…/models` |
/// | faults | no | `GET`, `PUT /sandbox/v1/faults`, fields of `Faults` |
///
/// Ids are digits, names carry the project's number, `error` has no details, lists are newest first
/// and know `filter` (`JobFilter`), `pageSize` (100, at most 1000), `pageToken` and `readMask`.
///
/// ## Refused, with words, before anything is done
///
/// Sources and destinations other than full BigQuery tables; `instanceConfig`, `modelParameters`,
/// service accounts, CMEK, explanations; unknown fields; filters of models; models of other
/// publishers; locations that are no region and not `global`.
///
/// ## A job
///
/// PENDING 2 s, then RUNNING 2.5 s and 1.45 ms a row, at `speed` 1. The table is checked when the
/// waiting ends (`ImportRules`): a job with bad input FAILS then, not at its creation. A wrong
/// request fails its row; only string `parts` and empty objects among the tools end the job
/// (`RowAnswers`). 72 h in the queue end as EXPIRED, 24 h of running as FAILED with what is done
/// kept; both follow from the plan (`JobPace`), not from how fast this computer is. What was done
/// is published at the end in one transaction with the final state; kept rows survive a kill, and
/// the time the sandbox was down does not count.
///
/// Resuming a job from its own output table is not pretended: `response` and `status` in an input
/// are refused at the import. The input is read where it lies: whoever changes the table while its
/// job runs changes what is answered, which the service, having copied it, would not notice.
///
/// Texts of errors are the service's where a capture of them is public; those that begin with
/// "Failed to import data. Please check" end in words of our own, as do those that say "in this
/// sandbox".
@NullMarked
package dev.pollux.sandbox.vertex;

import org.jspecify.annotations.NullMarked;
