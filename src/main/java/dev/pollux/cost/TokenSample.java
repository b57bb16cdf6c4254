package dev.pollux.cost;

import java.util.ArrayList;
import java.util.List;

/// Rows of a table whose requests were counted.
///
/// @param tokens of each request, by the service
/// @param searching how many of them ask for Google Search
/// @param listening how many of them bring sound along, which can cost more
/// @param examined rows that were read
/// @param accepted those of them that are to be asked about
public record TokenSample(
    List<Long> tokens, long searching, long listening, long examined, long accepted) {
  public static final TokenSample NONE = new TokenSample(List.of(), 0, 0, 0, 0);

  public TokenSample {
    tokens = List.copyOf(tokens);
  }

  public TokenSample plus(TokenSample other) {
    List<Long> all = new ArrayList<>(tokens);
    all.addAll(other.tokens);
    return new TokenSample(
        all,
        searching + other.searching,
        listening + other.listening,
        examined + other.examined,
        accepted + other.accepted);
  }

  public int size() {
    return tokens.size();
  }

  /// How many rows of a table are to be asked about, by the share of those that were read.
  public Interval rows(long table) {
    if (examined == 0 || accepted == examined) {
      return Interval.of((double) table);
    }
    double share = (double) accepted / examined;
    double margin = 3 * Math.sqrt(share * (1 - share) / examined) + 1.0 / examined;
    return new Interval(Math.max(0, share - margin) * table, Math.min(1, share + margin) * table);
  }
}
