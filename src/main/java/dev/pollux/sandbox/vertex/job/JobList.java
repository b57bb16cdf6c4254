package dev.pollux.sandbox.vertex.job;

import com.google.cloud.aiplatform.v1.BatchPredictionJob;
import com.google.cloud.aiplatform.v1.ListBatchPredictionJobsRequest;
import com.google.cloud.aiplatform.v1.ListBatchPredictionJobsResponse;
import com.google.protobuf.FieldMask;
import com.google.protobuf.util.FieldMaskUtil;
import dev.pollux.sandbox.vertex.models.LocationName;
import dev.pollux.sandbox.vertex.models.ModelRules;
import dev.pollux.sandbox.vertex.wire.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Predicate;

/// A page of the jobs of one location, newest first. The page token names the last job shown, so
/// jobs that are made between two pages do not shift them.
final class JobList {
  private static final int DEFAULT_PAGE = 100;
  private static final int MAX_PAGE = 1000;

  private final ModelRules models;

  JobList(ModelRules models) {
    this.models = models;
  }

  ListBatchPredictionJobsResponse page(
      List<SandboxJob> newestFirst, LocationName place, ListBatchPredictionJobsRequest request) {
    if (request.getPageSize() < 0) {
      throw Refusal.invalid("page_size must not be negative.");
    }
    int size =
        request.getPageSize() == 0 ? DEFAULT_PAGE : Math.min(request.getPageSize(), MAX_PAGE);
    long before = before(request.getPageToken());
    Predicate<BatchPredictionJob> filter =
        JobFilter.parse(request.getFilter(), job -> models.title(job.getModel(), place));
    List<SandboxJob> found =
        newestFirst.stream()
            .filter(job -> job.proto().getName().startsWith(place.job("")))
            .filter(job -> Long.parseLong(job.id()) < before)
            .filter(job -> filter.test(job.proto()))
            .limit(size + 1L)
            .toList();
    ListBatchPredictionJobsResponse.Builder page = ListBatchPredictionJobsResponse.newBuilder();
    found.stream()
        .limit(size)
        .map(job -> masked(job.proto(), request))
        .forEach(page::addBatchPredictionJobs);
    if (found.size() > size) {
      page.setNextPageToken(token(found.get(size - 1).id()));
    }
    return page.build();
  }

  private static BatchPredictionJob masked(
      BatchPredictionJob job, ListBatchPredictionJobsRequest request) {
    FieldMask mask = request.getReadMask();
    if (mask.getPathsCount() == 0 || mask.getPathsList().contains("*")) {
      return job;
    }
    if (!FieldMaskUtil.isValid(BatchPredictionJob.class, mask)) {
      throw Refusal.invalid("Invalid read_mask: " + String.join(",", mask.getPathsList()));
    }
    BatchPredictionJob.Builder shown = BatchPredictionJob.newBuilder();
    FieldMaskUtil.merge(mask, job, shown);
    return shown.build();
  }

  private static String token(String id) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(("before " + id).getBytes(StandardCharsets.US_ASCII));
  }

  private static long before(String token) {
    if (token.isEmpty()) {
      return Long.MAX_VALUE;
    }
    try {
      String text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.US_ASCII);
      return Long.parseLong(text.substring("before ".length()));
    } catch (IllegalArgumentException | IndexOutOfBoundsException notOurs) {
      throw Refusal.invalid("Invalid page_token.");
    }
  }
}
