package dev.pollux.imports;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamReader;

/// The texts that stand in the cells of one row themselves, instead of among those that all sheets
/// share. The library takes all of such a cell as its text: the blanks between its parts where a
/// program wrote them on lines of their own, and what is said above Japanese words to read them.
final class InlineTexts {
  private final Map<Integer, String> texts = new HashMap<>();
  private final StringBuilder text = new StringBuilder();
  private boolean inline;
  private boolean spoken;
  private boolean reads;

  /// A row begins.
  void clear() {
    texts.clear();
  }

  /// @param sheet stands at `event`
  /// @param column of the cell that it is in, from 0
  void hear(int event, XMLStreamReader sheet, int column) {
    switch (event) {
      case XMLStreamConstants.START_ELEMENT -> begin(sheet);
      case XMLStreamConstants.END_ELEMENT -> end(sheet.getLocalName(), column);
      default -> {
        if (inline && reads && !spoken && sheet.hasText()) {
          text.append(sheet.getText());
        }
      }
    }
  }

  private void begin(XMLStreamReader sheet) {
    switch (sheet.getLocalName()) {
      case "c" -> {
        inline = "inlineStr".equals(sheet.getAttributeValue(null, "t"));
        text.setLength(0);
      }
      case "rPh" -> spoken = true;
      case "t" -> reads = true;
      default -> {}
    }
  }

  private void end(String name, int column) {
    switch (name) {
      case "c" -> {
        if (inline) {
          texts.put(column, text.toString());
        }
        inline = false;
      }
      case "rPh" -> spoken = false;
      case "t" -> reads = false;
      default -> {}
    }
  }

  /// Empty where the cell of that column, from 0, has no text of its own.
  Optional<String> at(int column) {
    return Optional.ofNullable(texts.get(column));
  }
}
