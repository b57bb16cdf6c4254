package dev.pollux.imports;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// The parts of a workbook
/// (https://ecma-international.org/publications-and-standards/standards/ecma-376).
final class WorkbookParts {
  /// The most bytes of a part that is read as a whole, as the texts that all sheets share.
  static final long MOST = 256L * 1024 * 1024;

  /// Deflate makes no more of a byte.
  private static final int MOST_OF_A_BYTE = 1_032;

  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String TYPES = "[Content_Types].xml";
  private final ZipFile file;

  WorkbookParts(ZipFile file) {
    this.file = file;
  }

  /// @throws ImportFault when two parts have one name, or one that is read as a whole is too large
  void check() throws IOException, XMLStreamException {
    List<? extends ZipEntry> all = file.stream().toList();
    if (all.stream().map(ZipEntry::getName).distinct().count() < all.size()) {
      throw new ImportFault("imports.broken-file");
    }
    // First what says which the sheets are: those are read row by row.
    need(part(TYPES));
    Set<String> sheets = sheets();
    for (ZipEntry part : all) {
      if (!sheets.contains(part.getName())) {
        need(part);
      }
    }
  }

  private void need(ZipEntry part) throws IOException {
    if (part.getCompressedSize() > MOST / MOST_OF_A_BYTE && length(part) > MOST) {
      throw new ImportFault("imports.large-part", part.getName(), MOST / 1024 / 1024);
    }
  }

  /// The names of the parts that are sheets, and are said to be nothing else.
  private Set<String> sheets() throws IOException, XMLStreamException {
    Set<String> sheets = new HashSet<>();
    Set<String> others = new HashSet<>();
    try (InputStream in = file.getInputStream(part(TYPES))) {
      XMLStreamReader reader = xml(in);
      while (reader.hasNext()) {
        if (reader.next() == XMLStreamConstants.START_ELEMENT
            && reader.getAttributeValue(null, "PartName") != null) {
          boolean sheet =
              String.valueOf(reader.getAttributeValue(null, "ContentType"))
                  .endsWith("worksheet+xml");
          (sheet ? sheets : others).add(plain(reader.getAttributeValue(null, "PartName")));
        }
      }
    }
    sheets.removeAll(others);
    return sheets;
  }

  private static String plain(String name) {
    return name.startsWith("/") ? name.substring(1) : name;
  }

  /// Counted: what a part says of its length need not be true.
  private long length(ZipEntry part) throws IOException {
    try (InputStream in = file.getInputStream(part)) {
      byte[] buffer = new byte[1 << 16];
      long length = 0;
      int read = in.read(buffer);
      while (read >= 0 && length <= MOST) {
        length += read;
        read = in.read(buffer);
      }
      return length;
    }
  }

  /// The sheets of rows, as the workbook names and orders them; a sheet that is a chart has none.
  List<ImportSheet> shown() throws IOException, XMLStreamException {
    Set<String> rows = new HashSet<>();
    each(
        relations(book()),
        relation -> {
          String type = String.valueOf(relation.getAttributeValue(null, "Type"));
          if (type.endsWith("/worksheet")) {
            rows.add(String.valueOf(relation.getAttributeValue(null, "Id")));
          }
        });
    List<ImportSheet> sheets = new ArrayList<>();
    each(
        book(),
        part -> {
          String name = part.getAttributeValue(null, "name");
          if (isSheet(part) && name != null && rows.contains(id(part))) {
            String state = part.getAttributeValue(null, "state");
            sheets.add(new ImportSheet(name, state != null && !state.equals("visible")));
          }
        });
    return sheets;
  }

  private static boolean isSheet(XMLStreamReader part) {
    return part.getLocalName().equals("sheet");
  }

  private static String id(XMLStreamReader part) {
    return String.valueOf(part.getAttributeValue(OFFICE, "id"));
  }

  /// The part of the sheet that is chosen.
  ZipEntry sheet(SheetChoice choice) throws IOException, XMLStreamException {
    String book = book();
    String name = choice.name().orElse("");
    String id =
        attribute(
            book,
            part -> isSheet(part) && name.equals(part.getAttributeValue(null, "name")),
            OFFICE,
            "id",
            "");
    String folder = book.substring(0, book.lastIndexOf('/') + 1);
    String target =
        attribute(
            relations(book),
            relation -> id.equals(relation.getAttributeValue(null, "Id")),
            null,
            "Target",
            "");
    return part(target.startsWith("/") ? target : folder + target);
  }

  /// Whether its cells have formats, as dates have. A workbook need not have any.
  boolean hasStyles() throws IOException, XMLStreamException {
    return !attribute(
            relations(book()),
            relation ->
                String.valueOf(relation.getAttributeValue(null, "Type")).endsWith("/styles"),
            null,
            "Target",
            "")
        .isEmpty();
  }

  private String book() throws IOException, XMLStreamException {
    return attribute(
        TYPES,
        type -> String.valueOf(type.getAttributeValue(null, "ContentType")).endsWith("main+xml"),
        null,
        "PartName",
        "/xl/workbook.xml");
  }

  private static String relations(String part) {
    int slash = part.lastIndexOf('/') + 1;
    return part.substring(0, slash) + "_rels/" + part.substring(slash) + ".rels";
  }

  private ZipEntry part(String name) throws ImportFault {
    String plain = plain(name);
    return file.stream()
        .filter(part -> part.getName().equalsIgnoreCase(plain))
        .findFirst()
        .orElseThrow(() -> new ImportFault("imports.broken-file"));
  }

  private void each(String name, Consumer<XMLStreamReader> element)
      throws IOException, XMLStreamException {
    try (InputStream in = file.getInputStream(part(name))) {
      XMLStreamReader reader = xml(in);
      while (reader.hasNext()) {
        if (reader.next() == XMLStreamConstants.START_ELEMENT) {
          element.accept(reader);
        }
      }
    }
  }

  /// An attribute of the first element that is meant.
  private String attribute(
      String name,
      Predicate<XMLStreamReader> meant,
      @Nullable String space,
      String attribute,
      String other)
      throws IOException, XMLStreamException {
    try (InputStream in = file.getInputStream(part(name))) {
      XMLStreamReader reader = xml(in);
      while (reader.hasNext()) {
        if (reader.next() == XMLStreamConstants.START_ELEMENT && meant.test(reader)) {
          String value = reader.getAttributeValue(space, attribute);
          return value == null ? other : value;
        }
      }
      return other;
    }
  }

  /// Nothing that a file asks for is fetched, and a long text comes in pieces.
  static XMLStreamReader xml(InputStream bytes) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    return factory.createXMLStreamReader(bytes);
  }
}
