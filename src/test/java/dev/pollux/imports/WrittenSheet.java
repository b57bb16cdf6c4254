package dev.pollux.imports;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// A workbook of one sheet, its second row as a spreadsheet writes it: with what its formulas gave.
/// The styles 1 to 3 are a day, a time, and both.
final class WrittenSheet {
  private static final String MAIN =
      "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String RELATIONS =
      "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";

  private WrittenSheet() {}

  static void write(Path file, List<String> names, String cells) throws IOException {
    write(file, names, cells, "", 0);
  }

  /// @param texts the part with the texts that cells share; empty for none
  /// @param megabytes how many of nothing it has
  static void write(Path file, List<String> names, String cells, String texts, int megabytes)
      throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      put(
          zip,
          "[Content_Types].xml",
          "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default"
              + " Extension=\"rels\""
              + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default"
              + " Extension=\"xml\" ContentType=\"application/xml\"/>"
              + part("/xl/workbook.xml", "sheet.main")
              + part("/xl/worksheets/sheet1.xml", "worksheet")
              + part("/xl/styles.xml", "styles")
              + (texts.isEmpty() ? "" : part("/" + texts, "sharedStrings"))
              + "</Types>");
      put(
          zip,
          "_rels/.rels",
          RELATIONS + relation("r1", "officeDocument", "xl/workbook.xml") + "</Relationships>");
      put(
          zip,
          "xl/workbook.xml",
          "<workbook "
              + MAIN
              + " xmlns:r=\""
              + OFFICE
              + "\"><sheets><sheet name=\"s\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>");
      put(
          zip,
          "xl/_rels/workbook.xml.rels",
          RELATIONS
              + relation("r1", "worksheet", "worksheets/sheet1.xml")
              + relation("r2", "styles", "styles.xml")
              + "</Relationships>");
      put(
          zip,
          "xl/styles.xml",
          "<styleSheet "
              + MAIN
              + "><cellXfs count=\"4\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/>"
              + "<xf numFmtId=\"20\"/><xf numFmtId=\"22\"/></cellXfs></styleSheet>");
      put(zip, "xl/worksheets/sheet1.xml", sheet(names, cells));
      if (!texts.isEmpty()) {
        zip.putNextEntry(new ZipEntry(texts));
        byte[] megabyte = " ".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < megabytes; i++) {
          zip.write(megabyte);
        }
        zip.closeEntry();
      }
    }
  }

  /// Copies a workbook, but for its styles and all that speaks of them.
  static void withoutStyles(Path from, Path to) throws IOException {
    try (ZipFile zip = new ZipFile(from.toFile());
        OutputStream out = Files.newOutputStream(to);
        ZipOutputStream copy = new ZipOutputStream(out)) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        if (!entry.getName().equals("xl/styles.xml")) {
          String text =
              new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
          put(copy, entry.getName(), text.replaceAll("<[^<>]*styles[^<>]*/>", ""));
        }
      }
    }
  }

  /// Copies a workbook, its parts changed where they have that text.
  static void changed(Path from, Path to, String text, String other) throws IOException {
    try (ZipFile zip = new ZipFile(from.toFile());
        OutputStream out = Files.newOutputStream(to);
        ZipOutputStream copy = new ZipOutputStream(out)) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        byte[] bytes = zip.getInputStream(entry).readAllBytes();
        put(copy, entry.getName(), new String(bytes, StandardCharsets.UTF_8).replace(text, other));
      }
    }
  }

  private static String sheet(List<String> names, String cells) {
    String head =
        names.stream()
            .map(name ->
                "<c r=\"%c1\" t=\"inlineStr\"><is><t>%s</t></is></c>"
                    .formatted('A' + names.indexOf(name), name))
            .collect(Collectors.joining());
    return "<worksheet "
        + MAIN
        + "><sheetData><row r=\"1\">"
        + head
        + "</row><row r=\"2\">"
        + cells
        + "</row></sheetData></worksheet>";
  }

  private static String relation(String id, String type, String target) {
    return "<Relationship Id=\"%s\" Type=\"%s/%s\" Target=\"%s\"/>"
        .formatted(id, OFFICE, type, target);
  }

  private static String part(String name, String type) {
    return "<Override PartName=\"%s\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.%s+xml\"/>"
        .formatted(name, type);
  }

  private static void put(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }
}
