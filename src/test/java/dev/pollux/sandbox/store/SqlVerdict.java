package dev.pollux.sandbox.store;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What two fates of one statement say about the sandbox.
enum SqlVerdict {
  /// The same answer, or an error where one is due.
  RIGHT,
  /// Not served, and that is what it says.
  REFUSED,
  /// The oracle itself cannot say.
  UNJUDGED,
  /// GoogleSQL leaves open which of two it is.
  OPEN,
  /// Anything else.
  FAULT;

  private static final Pattern REAL = Pattern.compile("-?\\d+\\.\\d+(?:E-?\\d+)?");

  /// Where one of equal values is taken: which of the two zeros is open.
  private static final Pattern ZEROS = Pattern.compile("\\b(?:MIN|MAX|LEAST|GREATEST)\\(");

  private static final Pattern NEGATIVE_ZERO = Pattern.compile("(?<![\\d.])-?0(?:\\.0)?(?![\\d.])");

  /// How far two FLOAT64 can be apart that were summed up in another order.
  private static final double NEAR = 1e-6;

  static SqlVerdict of(GeneratedSql statement, SqlFate theirs, SqlFate ours) {
    return switch (ours) {
      case SqlFate.Broken _ -> FAULT;
      case SqlFate.NotServed _ -> REFUSED;
      case SqlFate.Wrong _ -> theirs instanceof SqlFate.Wrong ? RIGHT : doubted(theirs);
      // What is constant the sandbox may see as it reads; the other way round too.
      case SqlFate.Fails _ ->
          theirs instanceof SqlFate.Fails || theirs instanceof SqlFate.Wrong
              ? RIGHT
              : doubted(theirs);
      case SqlFate.Answer answer ->
          theirs instanceof SqlFate.Answer right && same(statement, right, answer)
              ? RIGHT
              : doubted(theirs);
    };
  }

  private static SqlVerdict doubted(SqlFate theirs) {
    return theirs instanceof SqlFate.NotServed ? UNJUDGED : FAULT;
  }

  private static boolean same(GeneratedSql statement, SqlFate.Answer right, SqlFate.Answer ours) {
    if (!right.types().equals(ours.types()) || right.rows().size() != ours.rows().size()) {
      return false;
    }
    for (int i = 0; i < right.names().size(); i++) {
      if (!right.names().get(i).isEmpty() && !right.names().get(i).equals(ours.names().get(i))) {
        return false;
      }
    }
    List<String> a = lines(statement, right);
    List<String> b = lines(statement, ours);
    for (int i = 0; i < a.size(); i++) {
      if (!a.get(i).equals(b.get(i)) && !(statement.approximate() && near(a.get(i), b.get(i)))) {
        return false;
      }
    }
    return true;
  }

  private static List<String> lines(GeneratedSql statement, SqlFate.Answer answer) {
    Stream<String> lines = answer.rows().stream().map(Object::toString);
    if (ZEROS.matcher(statement.sql()).find()) {
      lines = lines.map(line -> NEGATIVE_ZERO.matcher(line).replaceAll("0"));
    }
    return (statement.ordered() ? lines : lines.sorted()).toList();
  }

  private static boolean near(String a, String b) {
    if (!REAL.matcher(a).replaceAll("#").equals(REAL.matcher(b).replaceAll("#"))) {
      return false;
    }
    Matcher as = REAL.matcher(a);
    Matcher bs = REAL.matcher(b);
    while (as.find() && bs.find()) {
      double x = Double.parseDouble(as.group());
      double y = Double.parseDouble(bs.group());
      if (Math.abs(x - y) > NEAR * Math.max(Math.abs(x), Math.abs(y))) {
        return false;
      }
    }
    return true;
  }
}
