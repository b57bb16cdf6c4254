package dev.pollux.ui.wizard;

import dev.pollux.background.Background;
import dev.pollux.cloud.Catalog;
import dev.pollux.domain.Finding;
import dev.pollux.draft.check.QuickFix;
import dev.pollux.draft.check.QuickFixes;
import dev.pollux.draft.state.Facts;
import dev.pollux.text.Words;
import dev.pollux.ui.feedback.FailureWords;
import dev.pollux.ui.wizard.step.DraftModel;
import dev.pollux.ui.wizard.step.StepActions;
import java.util.Map;
import java.util.Optional;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;

/// What the frame does for its steps.
final class WizardActions implements StepActions {
  private final DraftModel draft;
  private final WizardModel model;
  private final LookupRunner lookups;
  private final Catalog catalog;
  private final Background background;
  private final Words words;
  private final Wording wording;

  WizardActions(
      DraftModel draft,
      WizardModel model,
      LookupRunner lookups,
      Catalog catalog,
      Background background,
      Words words) {
    this.draft = draft;
    this.model = model;
    this.lookups = lookups;
    this.catalog = catalog;
    this.background = background;
    this.words = words;
    this.wording = new Wording(words);
  }

  @Override
  public String say(Finding finding) {
    return wording.say(finding);
  }

  @Override
  public Optional<QuickFix> fix(Finding finding) {
    return QuickFixes.of(finding, draft.now());
  }

  @Override
  public String label(QuickFix fix) {
    return wording.label(fix);
  }

  @Override
  public void apply(QuickFix fix) {
    switch (fix) {
      case QuickFix.Edit edit -> draft.edit("", edit.change());
      case QuickFix.Copy copy -> copy(copy.text());
      case QuickFix.LookAgain again -> lookAgain(again.topic());
      case QuickFix.MakeDataset make -> make(make);
    }
  }

  private void make(QuickFix.MakeDataset make) {
    String before = draft.draft().target().dataset();
    String name = make.dataset().dataset();
    background
        .named(
            words.get("wizard.datasets.making", name),
            _ -> {
              catalog.createDataset(make.dataset(), make.location());
              return make.dataset();
            })
        .onCancelled(() -> {
          tell(words.get("wizard.datasets.stopped", name));
          lookAgain(Facts.Topic.DATASETS);
        })
        .onSuccess(made -> {
          lookAgain(Facts.Topic.DATASETS);
          if (draft.draft().target().dataset().equals(before)) {
            draft.edit("", d -> d.withTarget(to -> to.withDataset(made.toString())));
          }
        })
        .onFailure(e -> {
          tell(new FailureWords(words).explain(words.get("wizard.datasets.unmade"), e).sentence());
          lookAgain(Facts.Topic.DATASETS);
        })
        .start();
  }

  @Override
  public void lookAgain(Facts.Topic topic) {
    lookups.lookAgain(topic);
  }

  @Override
  public void stop(Facts.Topic topic) {
    lookups.stop(topic);
  }

  @Override
  public void tell(String text) {
    model.message().set(text);
  }

  @Override
  public void copy(String text) {
    Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text));
  }
}
