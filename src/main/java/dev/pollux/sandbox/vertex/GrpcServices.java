package dev.pollux.sandbox.vertex;

import com.google.cloud.aiplatform.v1.BatchPredictionJob;
import com.google.cloud.aiplatform.v1.CancelBatchPredictionJobRequest;
import com.google.cloud.aiplatform.v1.ComputeTokensRequest;
import com.google.cloud.aiplatform.v1.ComputeTokensResponse;
import com.google.cloud.aiplatform.v1.CountTokensRequest;
import com.google.cloud.aiplatform.v1.CountTokensResponse;
import com.google.cloud.aiplatform.v1.CreateBatchPredictionJobRequest;
import com.google.cloud.aiplatform.v1.DeleteBatchPredictionJobRequest;
import com.google.cloud.aiplatform.v1.GenerateContentRequest;
import com.google.cloud.aiplatform.v1.GenerateContentResponse;
import com.google.cloud.aiplatform.v1.GetBatchPredictionJobRequest;
import com.google.cloud.aiplatform.v1.GetModelRequest;
import com.google.cloud.aiplatform.v1.GetPublisherModelRequest;
import com.google.cloud.aiplatform.v1.ListBatchPredictionJobsRequest;
import com.google.cloud.aiplatform.v1.ListBatchPredictionJobsResponse;
import com.google.cloud.aiplatform.v1.ListModelsRequest;
import com.google.cloud.aiplatform.v1.ListModelsResponse;
import com.google.cloud.aiplatform.v1.Model;
import com.google.cloud.aiplatform.v1.PublisherModel;
import com.google.longrunning.Operation;
import com.google.protobuf.Empty;
import dev.pollux.sandbox.http.ProjectConditions;
import dev.pollux.sandbox.vertex.fault.ActiveFaults;
import dev.pollux.sandbox.vertex.job.BatchJobService;
import dev.pollux.sandbox.vertex.models.GeminiCalls;
import dev.pollux.sandbox.vertex.models.PublisherModels;
import dev.pollux.sandbox.vertex.models.TunedModels;
import dev.pollux.sandbox.vertex.wire.ProtoJson;
import io.grpc.ServerServiceDefinition;
import java.util.List;

/// Which gRPC method is which call of the core.
record GrpcServices(
    BatchJobService jobs,
    GeminiCalls gemini,
    TunedModels tuned,
    PublisherModels publishers,
    ActiveFaults faults,
    ProjectConditions conditions) {
  List<ServerServiceDefinition> all() {
    return List.of(
        jobService(), predictionService(), utilityService(), modelService(), gardenService());
  }

  private ServerServiceDefinition gardenService() {
    return new GrpcDoor.Service("ModelGardenService", faults, conditions)
        .unary(
            "GetPublisherModel",
            GetPublisherModelRequest.getDefaultInstance(),
            PublisherModel.getDefaultInstance(),
            asked ->
                ProtoJson.merge(publishers.get(asked.getName()), PublisherModel.newBuilder())
                    .build())
        .build();
  }

  private ServerServiceDefinition jobService() {
    return new GrpcDoor.Service("JobService", faults, conditions)
        .unary(
            "CreateBatchPredictionJob",
            CreateBatchPredictionJobRequest.getDefaultInstance(),
            BatchPredictionJob.getDefaultInstance(),
            asked -> jobs.create(asked.getParent(), asked.getBatchPredictionJob()))
        .unary(
            "GetBatchPredictionJob",
            GetBatchPredictionJobRequest.getDefaultInstance(),
            BatchPredictionJob.getDefaultInstance(),
            asked -> jobs.get(asked.getName()))
        .unary(
            "ListBatchPredictionJobs",
            ListBatchPredictionJobsRequest.getDefaultInstance(),
            ListBatchPredictionJobsResponse.getDefaultInstance(),
            jobs::list)
        .unary(
            "CancelBatchPredictionJob",
            CancelBatchPredictionJobRequest.getDefaultInstance(),
            Empty.getDefaultInstance(),
            asked -> {
              jobs.cancel(asked.getName());
              return Empty.getDefaultInstance();
            })
        .unary(
            "DeleteBatchPredictionJob",
            DeleteBatchPredictionJobRequest.getDefaultInstance(),
            Operation.getDefaultInstance(),
            asked -> jobs.delete(asked.getName()))
        .build();
  }

  private ServerServiceDefinition predictionService() {
    return new GrpcDoor.Service("PredictionService", faults, conditions)
        .unary(
            "GenerateContent",
            GenerateContentRequest.getDefaultInstance(),
            GenerateContentResponse.getDefaultInstance(),
            asked -> gemini.generate(asked.getModel(), asked))
        .streaming(
            "StreamGenerateContent",
            GenerateContentRequest.getDefaultInstance(),
            GenerateContentResponse.getDefaultInstance(),
            asked -> List.of(gemini.generate(asked.getModel(), asked)))
        .build();
  }

  private ServerServiceDefinition utilityService() {
    return new GrpcDoor.Service("LlmUtilityService", faults, conditions)
        .unary(
            "CountTokens",
            CountTokensRequest.getDefaultInstance(),
            CountTokensResponse.getDefaultInstance(),
            asked -> gemini.count(asked.getEndpoint(), asked))
        .unary(
            "ComputeTokens",
            ComputeTokensRequest.getDefaultInstance(),
            ComputeTokensResponse.getDefaultInstance(),
            asked -> gemini.compute(asked.getEndpoint(), asked))
        .build();
  }

  private ServerServiceDefinition modelService() {
    return new GrpcDoor.Service("ModelService", faults, conditions)
        .unary(
            "GetModel",
            GetModelRequest.getDefaultInstance(),
            Model.getDefaultInstance(),
            asked -> tuned.get(asked.getName()))
        .unary(
            "ListModels",
            ListModelsRequest.getDefaultInstance(),
            ListModelsResponse.getDefaultInstance(),
            asked -> tuned.list(asked.getParent(), asked.getFilter()))
        .build();
  }
}
