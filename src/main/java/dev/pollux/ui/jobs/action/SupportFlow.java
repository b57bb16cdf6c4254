package dev.pollux.ui.jobs.action;

import dev.pollux.background.Background;
import dev.pollux.doctor.SupportBundle;
import dev.pollux.domain.job.BatchJob;
import dev.pollux.run.state.JobLine;
import dev.pollux.run.state.LedgerRun;
import dev.pollux.run.state.RunExcerpt;
import dev.pollux.text.Words;
import dev.pollux.ui.feedback.Confirm;
import dev.pollux.ui.feedback.FailureWords;
import dev.pollux.ui.feedback.MessageLog;
import dev.pollux.ui.kit.FailureText;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// Says what a support bundle of a job holds, asks for a file, and writes it. FX thread only.
final class SupportFlow {
  private static final String PROMPT = "jobs-support-prompt";
  private final SupportFacts facts;
  private final Background background;
  private final Words words;
  private final MessageLog log;
  private final FailureWords failures;
  private final DeleteFlow.Question question;
  private final SaveFile files;

  /// Asks for the file to write.
  interface SaveFile {
    Optional<Path> ask(@Nullable Window owner, String name);
  }

  SupportFlow(
      SupportFacts facts,
      Background background,
      Words words,
      MessageLog log,
      DeleteFlow.Question question,
      SaveFile files) {
    this.facts = facts;
    this.background = background;
    this.words = words;
    this.log = log;
    this.failures = new FailureWords(words);
    this.question = question;
    this.files = files;
  }

  void ask(@Nullable Window owner, JobLine line) {
    question
        .choose(
            owner,
            words.get("jobs.support.title"),
            words.get("jobs.support.text"),
            List.of(new Confirm.Choice(PROMPT, words.get("jobs.support.prompt"), false)),
            words.get("jobs.support.do"),
            words.get("jobs.support.keep"))
        .ifPresent(chosen ->
            files
                .ask(owner, "pollux-support-" + id(line) + ".zip")
                .ifPresent(file -> examine(line, chosen.contains(PROMPT), file)));
  }

  /// Where the connection cannot be tested the bundle says that, and has the rest.
  private void examine(JobLine line, boolean prompt, Path file) {
    background
        .task(_ -> facts.doctor().text())
        .onSuccess(report -> write(line, prompt, file, report))
        .onFailure(e ->
            write(
                line,
                prompt,
                file,
                failures.explain(words.get("jobs.support.no-doctor"), e).sentence()))
        .start();
  }

  private static String id(JobLine line) {
    return line.key().replaceAll("^.*/", "");
  }

  private void write(JobLine line, boolean prompt, Path file, String doctor) {
    String messages = messages();
    Map<String, String> about = facts.about().get();
    background
        .task(_ -> {
          bundle(line, prompt, messages, about, doctor).write(file);
          return true;
        })
        .onSuccess(_ ->
            log.add(
                new FailureText(words.get("jobs.support.saved"), file.toString(), "", "", false)))
        .onFailure(e -> log.add(failures.explain(words.get("jobs.support.failed"), e)))
        .start();
  }

  private SupportBundle bundle(
      JobLine line, boolean prompt, String messages, Map<String, String> about, String doctor) {
    Map<String, String> all = new LinkedHashMap<>();
    all.putAll(about);
    Optional<LedgerRun> run = line.run().flatMap(one -> facts.journal().ledger(one.plan().id()));
    run.ifPresent(one -> all.put("journal.json", new RunExcerpt(facts.journal()).of(one, prompt)));
    List<BatchJob> jobs =
        (line.together().isEmpty() ? Stream.of(line) : line.together().stream())
            .flatMap(one -> one.job().stream())
            .toList();
    all.put("service.json", RunExcerpt.of(jobs));
    all.put("messages.txt", messages);
    all.put("log.txt", facts.log().get());
    all.put("report.txt", doctor);
    return SupportBundle.of(all, SupportBundle.secrets(facts.environment()));
  }

  /// What was said in this window, the newest first.
  private String messages() {
    return log.messages().stream()
        .map(one -> one.at() + " " + one.text().sentence())
        .collect(Collectors.joining("\n"));
  }
}
