import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// `man pollux`, made from the commands themselves.
final class ManPage {
  private ManPage() {}

  static String of(Build build) {
    CommandSpec pollux = ShellCompletion.commandLine().getCommandSpec();
    StringBuilder page = new StringBuilder();
    String day = DateTimeFormatter.ISO_LOCAL_DATE.withZone(ZoneOffset.UTC).format(build.timestamp());
    page.append(".TH POLLUX 1 \"%s\" \"Pollux %s\"\n".formatted(day, text(build.version())));
    page.append(".SH NAME\npollux \\- ask Gemini about every row of a BigQuery table\n");
    page.append(".SH SYNOPSIS\n.B pollux\n[\\-\\-data \\fIDIR\\fR] [\\fIRECIPE\\fR]\n.br\n");
    page.append(".B pollux\n\\fICOMMAND\\fR ...\n.SH DESCRIPTION\n");
    page.append(description(pollux)).append("Without a command it opens the window.\n");
    page.append(parameters(pollux));
    page.append(".SH COMMANDS\n");
    for (CommandLine command : pollux.subcommands().values()) {
      CommandSpec spec = command.getCommandSpec();
      if (!spec.usageMessage().hidden()) {
        page.append(".SS pollux ").append(text(spec.name())).append('\n');
        page.append(description(spec)).append(parameters(spec));
      }
    }
    page.append(
        """
        .SH EXIT STATUS
        0: all is well. 1: a file cannot be read, or the cloud cannot be reached. 2: wrong usage.
        3: it ended, with rows that are not answered. 4: refused before anything was sent.
        5: not settled, or it waits for a person. 6: doctor found what is to be mended. 130: Ctrl+C.
        .SH FILES
        .I ~/.local/share/pollux
        .RS
        Settings, journal and the sandbox's data, on Linux. Uninstalling leaves them.
        .RE
        """);
    return page.toString();
  }

  private static String description(CommandSpec spec) {
    return lines(spec.usageMessage().description());
  }

  private static String parameters(CommandSpec spec) {
    StringBuilder text = new StringBuilder();
    for (PositionalParamSpec each : spec.positionalParameters()) {
      if (!each.hidden()) {
        text.append(".TP\n\\fI").append(text(each.paramLabel())).append("\\fR\n");
        text.append(lines(each.description()));
      }
    }
    for (OptionSpec each : spec.options()) {
      if (!each.hidden()) {
        text.append(".TP\n").append(names(each)).append('\n').append(lines(each.description()));
      }
    }
    return text.toString();
  }

  private static String names(OptionSpec option) {
    String names =
        Arrays.stream(option.names())
            .map(name -> "\\fB" + text(name) + "\\fR")
            .collect(Collectors.joining(", "));
    return option.arity().max() == 0 ? names : names + " \\fI" + text(option.paramLabel()) + "\\fR";
  }

  private static String lines(String... lines) {
    return List.of(lines).stream()
        .map(line -> text(line.replaceAll("@\\|\\w+ (.*?)\\|@", "$1").replace("%n", " ")))
        // A dot or an apostrophe at the start of a line would be a command.
        .map(line -> line.matches("^[.'].*") ? "\\&" + line + "\n" : line + "\n")
        .collect(Collectors.joining());
  }

  private static String text(String plain) {
    return plain.replace("\\", "\\e").replace("-", "\\-").replace("%%", "%");
  }
}
