package dev.pollux.ui.wizard.requests.answer;

import dev.pollux.prompt.answer.SchemaCheck;
import dev.pollux.text.Words;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.Control;
import javafx.scene.control.Tooltip;

/// What is wrong with one column of the answer, in words, by the part that is wrong; the first
/// fault of a part counts.
record MemberFaults(Map<SchemaCheck.Part, String> said) {
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
  static final MemberFaults NONE = new MemberFaults(Map.of());

  MemberFaults {
    said = Map.copyOf(said);
  }

  boolean has(SchemaCheck.Part part) {
    return said.containsKey(part);
  }

  /// Marks the controls of a part, and says beside them what is wrong; otherwise their tooltip says
  /// what is to be written.
  void mark(SchemaCheck.Part part, List<? extends Control> controls, Words words) {
    Optional<String> fault = Optional.ofNullable(said.get(part));
    for (Control control : controls) {
      control.pseudoClassStateChanged(WRONG, fault.isPresent());
      control.setAccessibleHelp(fault.orElse(""));
      String tip = fault.orElseGet(() -> words.get(tip(control)));
      if (control.getTooltip() == null) {
        control.setTooltip(new Tooltip());
      }
      control.getTooltip().setText(tip);
    }
  }

  /// The key of what a control is for: its id is `wizard-schema-range-0`.
  private static String tip(Control control) {
    return "wizard.schema." + control.getId().split("-", -1)[2];
  }
}
