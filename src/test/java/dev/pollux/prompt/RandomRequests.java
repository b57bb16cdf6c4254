package dev.pollux.prompt;

import dev.pollux.domain.table.TableSchema;
import dev.pollux.domain.value.Field;
import dev.pollux.domain.value.FieldType;
import dev.pollux.domain.value.WellFormed;
import dev.pollux.prompt.column.ColumnNames;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;

/// Templates, and what goes with them, drawn at random: everything that a person may ask for.
final class RandomRequests {
  private static final String[] NASTY = {
    "",
    " ",
    "\"",
    "'",
    "\\",
    "\\n",
    "\\u0041",
    "\n",
    "\r\n",
    "\t",
    "\b",
    "\f",
    "\u0001",
    "\u001f",
    "\u007f",
    "{{x}}",
    "{",
    "}}",
    "{{",
    "`",
    "@text0",
    "@head",
    "</script>",
    "&",
    "/",
    "é",
    "\u0085",
    "\u2028",
    "\u2029",
    "\ufeff",
    "😀",
    "👩‍👩‍👧",
    "שלום",
    "مرحبا",
    "\u202e",
    "日本",
    "NULL",
    "%s",
    "{0}",
    "data-",
    "\ud83d",
    "\ude00",
    "a\u0301",
    "ﬃ",
    "İ",
  };

  private final Random random;

  RandomRequests(Random random) {
    this.random = random;
  }

  /// Text that a row can hold: no half surrogate pairs.
  String value() {
    return WellFormed.of(nasty());
  }

  String nasty() {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(6); i > 0; i--) {
      text.append(NASTY[random.nextInt(NASTY.length)]);
    }
    return text.toString();
  }

  RequestSpec spec(TableSchema schema) {
    List<String> names = ColumnNames.of(schema);
    StringBuilder template = new StringBuilder("Q");
    for (int i = random.nextInt(6); i >= 0; i--) {
      template.append(nasty().replace("{", "{{{{").replace("}", "}}}}"));
      template.append("{{ ").append(names.get(random.nextInt(names.size()))).append(" }}");
    }
    RequestSpec spec = RequestSpec.of(template.toString(), random.nextBoolean() ? "" : nasty());
    return spec.withGuard(random.nextBoolean())
        .withColumns(uses(names))
        .withFiles(files(schema))
        .withLabels(random.nextInt(4) == 0 ? Map.of("team", "a", "cost", "b") : Map.of());
  }

  private Map<String, ColumnUse> uses(List<String> names) {
    Map<String, ColumnUse> uses = new HashMap<>();
    for (String name : names) {
      if (random.nextInt(3) == 0) {
        ColumnUse.WhenNull whenNull =
            switch (random.nextInt(3)) {
              case 0 -> new ColumnUse.WhenNull.Nothing();
              case 1 -> new ColumnUse.WhenNull.Word(nasty());
              default -> new ColumnUse.WhenNull.SkipRow();
            };
        OptionalInt cap =
            random.nextBoolean() ? OptionalInt.empty() : OptionalInt.of(random.nextInt(5));
        uses.put(name, new ColumnUse(whenNull, cap));
      }
    }
    return uses;
  }

  private List<FilePart> files(TableSchema schema) {
    List<String> texts =
        schema.fields().stream()
            .filter(f -> f.type() == FieldType.STRING && !f.isRepeated())
            .map(Field::name)
            .toList();
    List<FilePart> files = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0 && !texts.isEmpty(); i--) {
      FilePart.MimeType mime =
          switch (random.nextInt(3)) {
            case 0 -> new FilePart.MimeType.FromName();
            case 1 -> new FilePart.MimeType.FromColumn(texts.get(random.nextInt(texts.size())));
            default -> new FilePart.MimeType.Fixed(nasty());
          };
      files.add(new FilePart(texts.get(random.nextInt(texts.size())), mime));
    }
    return files;
  }
}
