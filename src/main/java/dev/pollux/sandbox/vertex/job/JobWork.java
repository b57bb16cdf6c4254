package dev.pollux.sandbox.vertex.job;

import dev.pollux.sandbox.gemini.request.SandboxModel;
import dev.pollux.sandbox.vertex.fault.RowFaults;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// The rows of one running job that are still to do, in blocks, in an order that is not the order
/// of the table and the same each time. Blocks that were kept before a restart are skipped.
final class JobWork {
  /// Each block is read and kept by a statement of its own: small ones take longer in sum, and a
  /// large one is more to answer anew after a kill.
  private static final int MAX_BLOCK = 1_024;

  private static final int BLOCKS = 100;

  private final SandboxJob job;
  private final SandboxModel model;
  private final JobTables tables;
  private final RowAnswers answers;
  private final BitSet done = new BitSet();
  private final List<Integer> blocks = new ArrayList<>();
  private final int size;

  JobWork(SandboxJob job, SandboxModel model, JobTables tables, RowAnswers answers) {
    this.job = job;
    this.model = model;
    this.tables = tables;
    this.answers = answers;
    size = Math.clamp(job.rows() / BLOCKS, 1, MAX_BLOCK);
    tables.kept(job.id()).forEach(kept -> done.set((int) kept.row()));
    for (int start = 0; start < job.rows(); start += size) {
      blocks.add(start);
    }
    Collections.shuffle(blocks, new Random(RowFaults.mix(job.rows())));
  }

  /// How many rows the next block asks for, 0 when all is done.
  int nextSize() {
    while (!blocks.isEmpty() && left(blocks.getLast()) == 0) {
      blocks.removeLast();
    }
    return blocks.isEmpty() ? 0 : left(blocks.getLast());
  }

  private int end(int start) {
    return (int) Math.min(job.rows(), (long) start + size);
  }

  private int left(int start) {
    return end(start) - start - done.get(start, end(start)).cardinality();
  }

  /// Answers the next block and keeps it.
  ///
  /// @return what was kept
  /// @throws RowAnswers.JobBroken when a row ends the whole job
  List<JobTables.AnsweredRow> next() {
    int start = blocks.getLast();
    List<@Nullable String> requests =
        tables.read(job.source(), "request", start, end(start) - start);
    List<JobTables.AnsweredRow> found = new ArrayList<>();
    for (int row = start; row < end(start); row++) {
      if (!done.get(row)) {
        found.add(answers.answer(row, requests.get(row - start), model, job.faults()));
      }
    }
    Collections.shuffle(found, new Random(RowFaults.mix(start)));
    tables.keep(job.id(), found);
    done.set(start, end(start));
    blocks.removeLast();
    return found;
  }
}
