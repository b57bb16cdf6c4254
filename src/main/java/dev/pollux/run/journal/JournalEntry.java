package dev.pollux.run.journal;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;

/// One entry of the journal as its files have it: a run or a bill. Every write has a number of its
/// own, so that of two entries of one key the higher `number` is the newer.
///
/// @param content JSON, see [EntryJson]
record JournalEntry(String key, long number, String content) {
  /// CRC-32C over all members. It stands in the file beside them: a disk that changed a bit is
  /// noticed.
  long checksum() {
    CRC32C crc = new CRC32C();
    crc.update((key + '\0' + number + '\0' + content).getBytes(StandardCharsets.UTF_8));
    return crc.getValue();
  }

  /// The newest entry of each key, in the order in which the keys were first met.
  static List<JournalEntry> newest(Collection<? extends Collection<JournalEntry>> files) {
    Map<String, JournalEntry> newest = new LinkedHashMap<>();
    for (Collection<JournalEntry> file : files) {
      for (JournalEntry entry : file) {
        newest.merge(entry.key(), entry, (a, b) -> b.number() > a.number() ? b : a);
      }
    }
    return List.copyOf(newest.values());
  }
}
