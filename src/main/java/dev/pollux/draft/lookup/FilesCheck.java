package dev.pollux.draft.lookup;

import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.Files;
import dev.pollux.domain.Finding;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Whether the files that requests name are there: images failed in batch jobs that were fine
/// online (https://github.com/bespokelabsai/curator/issues/687). It is the person who asks; the job
/// reads them as Google's service agent, which nobody can ask for here.
record FilesCheck(Files files) {
  private static final int LOOKED_AT = 20;
  private static final Pattern URI =
      Pattern.compile("\"(?:fileUri|file_uri)\"\\s*:\\s*\"(gs://[^\"]+)\"");

  List<Finding> of(List<String> requests) throws CloudException {
    Set<String> uris = new LinkedHashSet<>();
    for (String request : requests) {
      Matcher found = URI.matcher(request);
      while (found.find() && uris.size() < LOOKED_AT) {
        uris.add(found.group(1));
      }
    }
    for (String uri : uris) {
      try {
        if (!files.readable(uri)) {
          return List.of(Finding.warning("files.unreadable", uri));
        }
      } catch (CloudException.NotSignedIn e) {
        throw e;
      } catch (CloudException e) {
        // Says nothing of the statement, which is checked beside it.
        return List.of(Finding.warning("files.not-looked", uri, e));
      }
    }
    return uris.isEmpty() ? List.of() : List.of(Finding.ok("files.readable", uris.size()));
  }
}
