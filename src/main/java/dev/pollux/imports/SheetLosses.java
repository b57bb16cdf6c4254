package dev.pollux.imports;

import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// What of a sheet has no value of its own in a table: errors of formulas, and the cells that are
/// merged with another. The whole sheet is looked through, since merged cells are named at its end.
final class SheetLosses {
  private long errors;
  private String firstError = "";
  private long merged;
  private String firstMerged = "";

  private SheetLosses() {}

  /// @param sheet at its begin; read to its end
  static List<ImportNote> in(XMLStreamReader sheet) throws XMLStreamException {
    SheetLosses losses = new SheetLosses();
    while (sheet.hasNext()) {
      if (sheet.next() == XMLStreamConstants.START_ELEMENT) {
        losses.hear(sheet);
      }
    }
    return losses.notes();
  }

  private void hear(XMLStreamReader sheet) {
    switch (sheet.getLocalName()) {
      case "c" -> {
        if ("e".equals(sheet.getAttributeValue(null, "t"))) {
          firstError = errors++ == 0 ? place(sheet, "r") : firstError;
        }
      }
      case "mergeCell" -> firstMerged = merged++ == 0 ? place(sheet, "ref") : firstMerged;
      default -> {}
    }
  }

  private static String place(XMLStreamReader sheet, String attribute) {
    String place = sheet.getAttributeValue(null, attribute);
    return place == null ? "" : place;
  }

  private List<ImportNote> notes() {
    List<ImportNote> notes = new ArrayList<>();
    if (errors > 0) {
      notes.add(new ImportNote("imports.note.errors", List.of(errors, firstError)));
    }
    if (merged > 0) {
      notes.add(new ImportNote("imports.note.merged", List.of(merged, firstMerged)));
    }
    return notes;
  }
}
