package dev.pollux.ui.jobs.state;

import dev.pollux.draft.Draft;
import dev.pollux.draft.plan.RequestSource;
import dev.pollux.draft.plan.RunPlan;
import dev.pollux.prompt.answer.AnswerSchema;
import dev.pollux.run.state.JobLine;
import dev.pollux.run.state.Run;
import dev.pollux.text.Words;
import java.util.Optional;
import java.util.stream.Collectors;

/// What a job asked of each row, in words: kept when it was sent, so that it stands beside what
/// came out.
///
/// @param prompt the template, or the statement that made the requests where nothing else was kept
/// @param system the instruction; empty where there was none
/// @param note on what else there is to say: the columns of the answer, or why there is no prompt
public record JobQuestion(String prompt, String system, String note) {
  /// Empty where nothing is known of it: the job was sent by another program.
  public static Optional<JobQuestion> of(JobLine line, Words words) {
    return line.run().map(Run::plan).map(plan -> of(plan, words));
  }

  private static JobQuestion of(RunPlan plan, Words words) {
    return switch (plan.requests().inPlace()) {
      case RequestSource.OwnColumn _ -> new JobQuestion("", "", words.get("jobs.asked.own"));
      case RequestSource.Made made ->
          plan.draft()
              .map(draft -> of(draft, words))
              .orElseGet(
                  () -> new JobQuestion(made.query().sql(), "", words.get("jobs.asked.older")));
    };
  }

  private static JobQuestion of(Draft draft, Words words) {
    String columns =
        draft.spec().answer().stream()
            .flatMap(schema -> schema.members().stream())
            .map(AnswerSchema.Member::name)
            .collect(Collectors.joining(", "));
    return new JobQuestion(
        draft.spec().template().text(),
        draft.spec().system(),
        columns.isEmpty()
            ? words.get("jobs.asked.text")
            : words.get("jobs.asked.columns", columns));
  }
}
