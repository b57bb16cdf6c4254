package dev.pollux.prompt;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// MIME types by the ending of a file's name: those that Gemini reads
/// (https://docs.cloud.google.com/vertex-ai/generative-ai/docs/multimodal/image-understanding and
/// its neighbours for video, audio and documents).
final class MimeTypes {
  static final String UNKNOWN = "application/octet-stream";
  static final String YOUTUBE = "video/mp4";
  static final Map<String, String> BY_ENDING =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("png", "image/png"),
              Map.entry("jpg", "image/jpeg"),
              Map.entry("jpeg", "image/jpeg"),
              Map.entry("webp", "image/webp"),
              Map.entry("heic", "image/heic"),
              Map.entry("heif", "image/heif"),
              Map.entry("gif", "image/gif"),
              Map.entry("pdf", "application/pdf"),
              Map.entry("txt", "text/plain"),
              Map.entry("mp4", "video/mp4"),
              Map.entry("mov", "video/quicktime"),
              Map.entry("mpeg", "video/mpeg"),
              Map.entry("mpg", "video/mpg"),
              Map.entry("webm", "video/webm"),
              Map.entry("wmv", "video/wmv"),
              Map.entry("avi", "video/avi"),
              Map.entry("3gp", "video/3gpp"),
              Map.entry("flv", "video/x-flv"),
              Map.entry("mp3", "audio/mp3"),
              Map.entry("wav", "audio/wav"),
              Map.entry("flac", "audio/flac"),
              Map.entry("aac", "audio/aac"),
              Map.entry("ogg", "audio/ogg"),
              Map.entry("m4a", "audio/m4a")));

  /// The same text in GoogleSQL's RE2 and in Java.
  private static final String ENDING = "\\.([A-Za-z0-9]+)\\z";

  private static final Pattern PATTERN = Pattern.compile(ENDING);

  private MimeTypes() {}

  static boolean isYouTube(String uri) {
    return uri.startsWith("https://www.youtube.com/") || uri.startsWith("https://youtu.be/");
  }

  static String of(String uri) {
    if (isYouTube(uri)) {
      return YOUTUBE;
    }
    Matcher found = PATTERN.matcher(uri);
    return found.find()
        ? BY_ENDING.getOrDefault(found.group(1).toLowerCase(Locale.ROOT), UNKNOWN)
        : UNKNOWN;
  }

  /// The same as an expression over a STRING.
  static String sql(String uri) {
    StringBuilder sql =
        new StringBuilder("CASE WHEN STARTS_WITH(")
            .append(uri)
            .append(", 'https://www.youtube.com/') OR STARTS_WITH(")
            .append(uri)
            .append(", 'https://youtu.be/') THEN '")
            .append(YOUTUBE)
            .append("' ELSE CASE LOWER(REGEXP_EXTRACT(")
            .append(uri)
            .append(", r'")
            .append(ENDING)
            .append("'))");
    BY_ENDING.forEach((ending, type) ->
        sql.append(" WHEN '").append(ending).append("' THEN '").append(type).append("'"));
    return sql.append(" ELSE '").append(UNKNOWN).append("' END END").toString();
  }
}
