package dev.pollux.sandbox.vertex;

import com.google.cloud.aiplatform.v1.BatchPredictionJob;
import com.google.cloud.aiplatform.v1.ComputeTokensRequest;
import com.google.cloud.aiplatform.v1.CountTokensRequest;
import com.google.cloud.aiplatform.v1.GenerateContentRequest;
import com.google.cloud.aiplatform.v1.ListBatchPredictionJobsRequest;
import com.google.protobuf.util.FieldMaskUtil;
import dev.pollux.sandbox.vertex.fault.ActiveFaults;
import dev.pollux.sandbox.vertex.job.BatchJobService;
import dev.pollux.sandbox.vertex.models.GeminiCalls;
import dev.pollux.sandbox.vertex.models.PublisherModels;
import dev.pollux.sandbox.vertex.models.TunedModels;
import dev.pollux.sandbox.vertex.wire.ProtoJson;
import dev.pollux.sandbox.vertex.wire.Refusal;
import dev.pollux.sandbox.vertex.wire.RestReply;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The REST door: a pure function from a call to its answer. Paths are those after the host, such
/// as `/v1beta1/projects/p/locations/l/batchPredictionJobs/1:cancel`; `/v1` and `/v1beta1` are
/// alike.
final class RestDoor {
  static final String FAULTS = "/sandbox/v1/faults";

  private final BatchJobService jobs;
  private final GeminiCalls gemini;
  private final TunedModels tuned;
  private final PublisherModels publishers;
  private final ActiveFaults faults;

  RestDoor(
      BatchJobService jobs,
      GeminiCalls gemini,
      TunedModels tuned,
      PublisherModels publishers,
      ActiveFaults faults) {
    this.jobs = jobs;
    this.gemini = gemini;
    this.tuned = tuned;
    this.publishers = publishers;
    this.faults = faults;
  }

  /// Answers; never throws for what a caller did.
  RestReply answer(String method, String path, Map<String, String> query, String body) {
    try {
      if (path.equals(FAULTS)) {
        return faults(method, body);
      }
      faults.beforeCall();
      return route(method, path.replaceFirst("^/v1(beta1)?/", ""), query, body);
    } catch (Refusal refused) {
      return error(refused);
    }
  }

  private RestReply route(String method, String path, Map<String, String> query, String body) {
    if (method.equals("POST")) {
      return post(path, query, body);
    }
    boolean job = path.matches("projects/[^/]+/locations/[^/]+/batchPredictionJobs/[^/]+");
    if (method.equals("DELETE") && job) {
      return RestReply.json(ProtoJson.print(jobs.delete(path)));
    }
    if (method.equals("GET")) {
      return job ? RestReply.json(ProtoJson.print(jobs.get(path))) : get(path, query);
    }
    throw unknown(method, path);
  }

  private RestReply get(String path, Map<String, String> query) {
    if (path.matches("projects/[^/]+/locations/[^/]+/batchPredictionJobs")) {
      return RestReply.json(ProtoJson.print(jobs.list(listRequest(parent(path), query))));
    }
    if (path.matches("projects/[^/]+/locations/[^/]+/models")) {
      return RestReply.json(
          ProtoJson.print(tuned.list(parent(path), query.getOrDefault("filter", ""))));
    }
    if (path.matches("projects/[^/]+/locations/[^/]+/models/[^/]+")) {
      return RestReply.json(ProtoJson.print(tuned.get(path)));
    }
    String models = path.replaceFirst("^projects/[^/]+/locations/[^/]+/(?=publishers/)", "");
    if (models.equals("publishers/google/models")) {
      return RestReply.json(publishers.list(query));
    }
    if (models.matches("publishers/[^/]+/models/[^/]+")) {
      return RestReply.json(publishers.get(models));
    }
    if (path.matches("projects/[^/]+/locations/[^/]+/(tuningJobs|cachedContents)")) {
      // There are none, and no way to make one.
      return RestReply.json("{}");
    }
    throw unknown("GET", path);
  }

  private RestReply post(String path, Map<String, String> query, String body) {
    if (path.matches("projects/[^/]+/locations/[^/]+/batchPredictionJobs")) {
      BatchPredictionJob asked = ProtoJson.read(body, BatchPredictionJob.newBuilder()).build();
      return RestReply.json(ProtoJson.print(jobs.create(parent(path), asked)));
    }
    int colon = path.lastIndexOf(':');
    String name = colon < 0 ? path : path.substring(0, colon);
    return switch (colon < 0 ? "" : path.substring(colon + 1)) {
      case "cancel" -> {
        jobs.cancel(name);
        yield RestReply.json("{}");
      }
      case "generateContent" -> RestReply.json(ProtoJson.print(generate(name, body)));
      case "streamGenerateContent" -> stream(ProtoJson.print(generate(name, body)), query);
      case "countTokens" ->
          RestReply.json(
              ProtoJson.print(
                  gemini.count(
                      name, ProtoJson.read(body, CountTokensRequest.newBuilder()).build())));
      case "computeTokens" ->
          RestReply.json(
              ProtoJson.print(
                  gemini.compute(
                      name, ProtoJson.read(body, ComputeTokensRequest.newBuilder()).build())));
      default -> throw unknown("POST", path);
    };
  }

  private com.google.protobuf.Message generate(String model, String body) {
    return gemini.generate(
        model, ProtoJson.read(body, GenerateContentRequest.newBuilder()).build());
  }

  private static RestReply stream(String response, Map<String, String> query) {
    return "sse".equals(query.get("alt"))
        ? new RestReply(200, "text/event-stream", "data: " + response + "\r\n\r\n")
        : RestReply.json("[" + response + "]");
  }

  private static String parent(String path) {
    return path.substring(0, path.lastIndexOf('/'));
  }

  private static ListBatchPredictionJobsRequest listRequest(
      String parent, Map<String, String> query) {
    ListBatchPredictionJobsRequest.Builder request =
        ListBatchPredictionJobsRequest.newBuilder()
            .setParent(parent)
            .setFilter(query.getOrDefault("filter", ""))
            .setPageToken(query.getOrDefault("pageToken", ""))
            .setPageSize(number(query.getOrDefault("pageSize", "0")));
    if (query.containsKey("readMask")) {
      request.setReadMask(FieldMaskUtil.fromJsonString(query.getOrDefault("readMask", "")));
    }
    return request.build();
  }

  private static int number(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException notANumber) {
      throw Refusal.invalid("Invalid value at 'page_size' (TYPE_INT32), \"" + text + "\"");
    }
  }

  private RestReply faults(String method, String body) {
    if (method.equals("PUT")) {
      try {
        faults.set(faults.get().with(body));
      } catch (IllegalArgumentException wrong) {
        throw Refusal.invalid(String.valueOf(wrong.getMessage()));
      }
    } else if (!method.equals("GET")) {
      throw unknown(method, "sandbox/v1/faults");
    }
    return RestReply.json(faults.get().toJson());
  }

  private static Refusal unknown(String method, String path) {
    return Refusal.notFound("The sandbox does not serve " + method + " " + path + ".");
  }

  private static RestReply error(Refusal refused) {
    ObjectNode envelope = JsonMapper.shared().createObjectNode();
    envelope
        .putObject("error")
        .put("code", refused.http())
        .put("message", refused.words())
        .put("status", refused.code().name());
    return new RestReply(refused.http(), "application/json; charset=UTF-8", envelope.toString());
  }
}
