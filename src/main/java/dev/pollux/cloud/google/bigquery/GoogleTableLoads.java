package dev.pollux.cloud.google.bigquery;

import com.google.cloud.bigquery.BigQuery;
import com.google.cloud.bigquery.BigQueryError;
import com.google.cloud.bigquery.Field;
import com.google.cloud.bigquery.FormatOptions;
import com.google.cloud.bigquery.Job;
import com.google.cloud.bigquery.JobId;
import com.google.cloud.bigquery.JobInfo;
import com.google.cloud.bigquery.Schema;
import com.google.cloud.bigquery.StandardSQLTypeName;
import com.google.cloud.bigquery.TableDataWriteChannel;
import com.google.cloud.bigquery.WriteChannelConfiguration;
import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.TableLoads;
import dev.pollux.cloud.google.client.ClientCalls;
import dev.pollux.cloud.google.client.ErrorCodes;
import dev.pollux.cloud.google.client.LazyClient;
import dev.pollux.domain.table.TableLoad;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;

/// Load jobs by resumable uploads, whose id the caller chose
/// (https://docs.cloud.google.com/bigquery/docs/reference/api-uploads).
public final class GoogleTableLoads implements TableLoads {
  private static final Duration DEADLINE = Duration.ofHours(1);

  /// Bytes of a call: a multiple of 256 KiB, as the service wants it.
  private static final int CHUNK = 1 << 20;

  private final InsertedJobs jobs;

  /// @param project that its jobs run in, and that is billed
  /// @param outage how long the service may be out of reach while a job runs there
  public GoogleTableLoads(String project, LazyClient<BigQuery> bigQuery, Duration outage) {
    this.jobs = new InsertedJobs(project, bigQuery, outage);
  }

  @Override
  public void run(TableLoad load, String jobId, Lines lines)
      throws CloudException, IOException, InterruptedException {
    WriteChannelConfiguration configuration =
        WriteChannelConfiguration.newBuilder(GoogleCatalog.id(load.into()), FormatOptions.json())
            .setSchema(schema(load))
            .setWriteDisposition(JobInfo.WriteDisposition.WRITE_EMPTY)
            .build();
    JobId id = jobs.id(load.location(), jobId);
    try {
      Job done = jobs.await(sent(id, configuration, lines), DEADLINE, () -> {}, _ -> {});
      BigQueryError error = done.getStatus().getError();
      if (error != null) {
        throw ErrorCodes.query(error);
      }
    } catch (NotSent e) {
      throw stopped(e.why);
    } catch (CloudException e) {
      throw stopped(e);
    }
  }

  /// The job, begun; where its id was sent before, the one that is there.
  @SuppressWarnings("MustBeClosed")
  private Job sent(JobId id, WriteChannelConfiguration configuration, Lines lines)
      throws CloudException, IOException, InterruptedException {
    // To close it is to say that all was sent: where the rows end early, it is left open, and the
    // service forgets what came so far.
    TableDataWriteChannel channel;
    try {
      channel = ClientCalls.once(() -> jobs.bigQuery().get().writer(id, configuration));
    } catch (CloudException.Invalid e) {
      if (InsertedJobs.isDuplicate(e)) {
        return jobs.reload(id);
      }
      throw e;
    }
    channel.setChunkSize(CHUNK);
    OutputStream out = new BufferedOutputStream(new Sent(channel), CHUNK);
    lines.write(out);
    out.flush();
    return jobs.insert(
        id,
        () -> {
          channel.close();
          return channel.getJob();
        });
  }

  /// A thread that is interrupted inside a socket loses the connection first.
  private static CloudException stopped(CloudException e) throws InterruptedException {
    if (Thread.interrupted()) {
      throw (InterruptedException) new InterruptedException().initCause(e);
    }
    return e;
  }

  private static Schema schema(TableLoad load) {
    return Schema.of(
        load.schema().fields().stream()
            .map(field -> Field.of(field.name(), StandardSQLTypeName.valueOf(field.type().name())))
            .toList());
  }

  /// A failure of the cloud on its way through a stream.
  private static final class NotSent extends IOException {
    private static final long serialVersionUID = 1;
    private final transient CloudException why;

    NotSent(CloudException why) {
      super(why);
      this.why = why;
    }
  }

  /// What is written goes to the channel.
  private static final class Sent extends OutputStream {
    private final TableDataWriteChannel channel;

    Sent(TableDataWriteChannel channel) {
      this.channel = channel;
    }

    @Override
    public void write(int one) throws IOException {
      write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
      byte[] copied = Arrays.copyOfRange(bytes, from, from + count);
      try {
        ClientCalls.once(() -> {
          ByteBuffer left = ByteBuffer.wrap(copied);
          while (left.hasRemaining()) {
            channel.write(left);
          }
          return channel;
        });
      } catch (CloudException e) {
        throw new NotSent(e);
      }
    }
  }
}
