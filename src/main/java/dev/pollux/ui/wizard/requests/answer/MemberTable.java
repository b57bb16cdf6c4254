package dev.pollux.ui.wizard.requests.answer;

import dev.pollux.prompt.answer.AnswerSchema;
import dev.pollux.prompt.answer.AnswerSchema.Member;
import dev.pollux.prompt.answer.SchemaCheck;
import dev.pollux.text.Words;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The columns of the answer, one on each line, with those of a group below it, and a line to add
/// another at the end of each. Lines are kept as long as their place is there, so that nobody loses
/// the focus by what they write.
final class MemberTable {
  private final AnswerController controller;
  private final Words words;
  private List<String> columns = List.of();
  private final Map<List<Integer>, MemberRow> rows = new HashMap<>();
  private final Map<List<Integer>, AddRow> adding = new HashMap<>();
  private final VBox lines = new VBox();
  private final ScrollPane scroll = new ScrollPane(lines);
  private final VBox root;

  MemberTable(AnswerController controller, Words words) {
    this.controller = controller;
    this.words = words;
    GridPane head = MemberColumns.line();
    head.getStyleClass().add("member-head");
    String[] keys = {"name", "type", "values", "required", "meaning"};
    for (int i = 0; i < keys.length; i++) {
      Label label = new Label(words.get("wizard.schema.head." + keys[i]));
      label.setTooltip(new Tooltip(words.get("wizard.schema." + keys[i])));
      head.add(label, i, 0);
    }
    head.getChildren().get(3).getStyleClass().add("member-required");
    GridPane.setHalignment(head.getChildren().get(3), HPos.CENTER);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("wizard-scroll");
    scroll.setMinHeight(0);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    root = new HeadAndLines(head, scroll);
    root.setId("wizard-schema");
    root.getStyleClass().addAll("card", "member-table");
    root.setMinHeight(0);
  }

  Region root() {
    return root;
  }

  /// @param faults those that stop the job
  /// @param columns those of the table, which can be quoted
  void show(AnswerSchema schema, List<SchemaCheck.Spot> faults, List<String> columns) {
    this.columns = columns;
    List<Node> wanted = new ArrayList<>();
    List<List<Integer>> places = new ArrayList<>();
    List<List<Integer>> groups = new ArrayList<>();
    for (int i = 0; i < schema.members().size(); i++) {
      Member member = schema.members().get(i);
      wanted.add(line(List.of(i), member, faults, places));
      if (MemberKind.of(member.type()).hasMembers()) {
        List<Member> inside = member.type().members();
        for (int j = 0; j < inside.size(); j++) {
          wanted.add(line(List.of(i, j), inside.get(j), faults, places));
        }
        wanted.add(add(List.of(i), groups));
      }
    }
    wanted.add(add(List.of(), groups));
    rows.keySet().retainAll(places);
    adding.keySet().retainAll(groups);
    arrange(wanted);
  }

  private Node line(
      List<Integer> at, Member member, List<SchemaCheck.Spot> faults, List<List<Integer>> places) {
    places.add(at);
    MemberRow row = rows.computeIfAbsent(at, place -> new MemberRow(place, controller, words));
    row.show(member, columns, faults(faults, at));
    return row.root();
  }

  private MemberFaults faults(List<SchemaCheck.Spot> faults, List<Integer> at) {
    Map<SchemaCheck.Part, String> said = new EnumMap<>(SchemaCheck.Part.class);
    faults.stream()
        .filter(spot -> spot.at().equals(at) && !AnswerView.isNameless(spot.finding()))
        .forEach(spot -> said.putIfAbsent(spot.part(), controller.say(spot.finding())));
    return new MemberFaults(said);
  }

  private Node add(List<Integer> group, List<List<Integer>> groups) {
    groups.add(group);
    return adding.computeIfAbsent(group, place -> new AddRow(place, controller, words)).root();
  }

  /// Puts the lines in their order, touching only what is not in its place: a node that is taken
  /// out and put back loses the focus.
  private void arrange(List<Node> wanted) {
    List<Node> shown = lines.getChildren();
    shown.removeIf(node -> !wanted.contains(node));
    for (int i = 0; i < wanted.size(); i++) {
      if (i >= shown.size() || !shown.get(i).equals(wanted.get(i))) {
        shown.remove(wanted.get(i));
        shown.add(i, wanted.get(i));
      }
    }
  }

  /// Puts the focus on that part of a column, or on the name of the last one there is, and brings
  /// it in sight.
  void focus(List<Integer> at, SchemaCheck.Part part) {
    // A line that is new has no skin yet, and would take no focus, or select its text later.
    root.applyCss();
    MemberRow row = rows.get(at);
    if (row == null && !at.isEmpty() && at.getLast() > 0) {
      List<Integer> before = new ArrayList<>(at);
      before.set(at.size() - 1, at.getLast() - 1);
      focus(before, SchemaCheck.Part.NAME);
      return;
    }
    if (row == null) {
      Objects.requireNonNull(adding.get(List.of())).focus();
      return;
    }
    row.focus(part);
    reveal(row.root());
  }

  private void reveal(Node line) {
    scroll.applyCss();
    scroll.layout();
    double above = line.getBoundsInParent().getMinY();
    double hidden = lines.getHeight() - scroll.getViewportBounds().getHeight();
    if (hidden > 0) {
      double top = scroll.getVvalue() * hidden;
      double least = above + line.getBoundsInParent().getHeight() * 2;
      if (above < top) {
        scroll.setVvalue(above / hidden);
      } else if (least > top + scroll.getViewportBounds().getHeight()) {
        scroll.setVvalue(Math.min(1, (least - scroll.getViewportBounds().getHeight()) / hidden));
      }
    }
  }

  /// The scroll bar takes its width from the lines, and the head goes with them. That width is
  /// known once the lines are laid out, and what a layout asks for while it is under way is not
  /// heard.
  private static final class HeadAndLines extends VBox {
    private final GridPane head;
    private final ScrollPane lines;

    HeadAndLines(GridPane head, ScrollPane lines) {
      super(head, lines);
      this.head = head;
      this.lines = lines;
    }

    @Override
    protected void layoutChildren() {
      super.layoutChildren();
      lines.layout();
      head.resize(lines.getViewportBounds().getWidth(), head.getHeight());
    }
  }
}
