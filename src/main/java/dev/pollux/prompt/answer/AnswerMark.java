package dev.pollux.prompt.answer;

import dev.pollux.domain.Finding;

/// Something that was not asked for in an answer.
///
/// @param path to the value: `places[1].name`; empty where it is the whole answer
/// @param limits those that a number is beyond; open for other kinds
/// @param finding the words for it; a warning where the answer can be used all the same
public record AnswerMark(String path, Kind kind, Limits limits, Finding finding) {
  AnswerMark(String path, Kind kind, Finding finding) {
    this(path, kind, Limits.NONE, finding);
  }

  /// The kinds of what can be wrong, as they are counted.
  public enum Kind {
    /// No JSON object can be read.
    UNREADABLE,
    /// A member that every answer was to have is not there, or null.
    MISSING,
    /// A text where a number was asked, and the like.
    OTHER_TYPE,
    /// A number beyond its range.
    OUTSIDE,
    /// A text or a list that is too short or too long.
    LENGTH,
    /// Not one of the words.
    NOT_ONE_OF,
    /// A date that no calendar has.
    NOT_DATE,
    /// A quote that does not stand in the row.
    NOT_IN_ROW,
    /// A member that was not asked for.
    UNKNOWN
  }

  public boolean stops() {
    return finding.stops();
  }

  /// The member of the answer that it belongs to; empty where it is the whole answer.
  public String member() {
    return path.split("[.\\[]", 2)[0];
  }
}
