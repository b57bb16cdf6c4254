package dev.pollux.sandbox.bigquery.wire;

import dev.pollux.sandbox.http.Failure;
import dev.pollux.sandbox.http.Reason;
import dev.pollux.sandbox.http.Request;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/// A page of a list. The token holds start and size, since Google's Java client sends the size with
/// the first page only.
public record ListPages(long start, long size) {
  /// No table has a row there, and a page after it still has a number.
  private static final long END = 1L << 53;

  public ListPages {
    start = Math.clamp(start, 0, END);
    size = Math.clamp(size, 0, END);
  }

  /// Reads `pageToken`, else `startIndex` and `maxResults`.
  ///
  /// @throws Failure if the token is not one of ours
  public static ListPages of(Request request, long defaultSize, long most) {
    long size = Math.min(most, request.number("maxResults").orElse(defaultSize));
    return request
        .query("pageToken")
        .map(ListPages::read)
        .orElseGet(() -> new ListPages(request.number("startIndex").orElse(0L), size));
  }

  private static ListPages read(String token) {
    try {
      String text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
      String[] parts = text.split(":", -1);
      return new ListPages(Long.parseUnsignedLong(parts[0]), Long.parseUnsignedLong(parts[1]));
    } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
      throw new Failure(Reason.INVALID, "Invalid page token: " + token, e);
    }
  }

  public String next() {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(((start + size) + ":" + size).getBytes(StandardCharsets.UTF_8));
  }

  public <T> List<T> cut(List<T> all) {
    int from = (int) Math.min(start, all.size());
    return all.subList(from, (int) Math.min(start + size, all.size()));
  }

  public boolean hasNext(long total) {
    return start + size < total;
  }
}
