package dev.pollux.cloud.google.credentials;

import com.google.auth.Credentials;
import com.google.auth.http.HttpTransportFactory;
import com.google.auth.oauth2.GoogleCredentials;
import com.google.auth.oauth2.UserCredentials;
import dev.pollux.cloud.CauseWords;
import dev.pollux.cloud.SignIn;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Credentials that follow their file: each call looks whether the file was written anew, so that a
/// session that expired goes on as soon as the person has signed in again. Nothing of it is kept
/// elsewhere.
///
/// The quota project is told of a person's own credentials only: a service account has one already,
/// and a header costs it a permission that it may lack
/// (https://docs.cloud.google.com/docs/quotas/quota-project).
public final class WatchedCredentials extends Credentials {
  private static final long serialVersionUID = 1L;
  private static final String CLOUD_PLATFORM = "https://www.googleapis.com/auth/cloud-platform";

  /// Who gets no better token within it is not signed in.
  private static final long RENEWED_NANOS = Duration.ofMinutes(1).toNanos();

  /// What tells the services whose quota a call uses.
  public static final String QUOTA_HEADER = "x-goog-user-project";

  private final transient Supplier<Optional<Path>> finder;
  private final transient HttpTransportFactory transports;
  private final String quotaProject;
  private transient Optional<Path> file = Optional.empty();
  private transient @Nullable FileTime written;
  private transient @Nullable GoogleCredentials current;
  private volatile boolean withoutQuota;
  private transient long renewals;
  private transient long renewedAt;
  private transient boolean stale;

  /// @param finder where their file is now; empty for those of the machine, if it is one of
  ///   Google's
  /// @param quotaProject whose quota a person's own calls use
  /// @param transports what tokens are fetched by
  public WatchedCredentials(
      Supplier<Optional<Path>> finder, String quotaProject, HttpTransportFactory transports) {
    this.finder = finder;
    this.transports = transports;
    this.quotaProject = quotaProject;
  }

  /// What the file says now.
  ///
  /// @throws IOException when there is no file, or nothing that Google's library understands; it
  ///   says of itself that asking again does not help
  public synchronized GoogleCredentials current() throws IOException {
    try {
      return latest();
    } catch (IOException | RuntimeException e) {
      String name = file.map(Path::toString).orElse("");
      throw CredentialFailure.unreadable(
          name.isEmpty() ? text(e) : name + ": " + text(e),
          e,
          new SignIn(SignIn.Kind.UNKNOWN, "", name));
    }
  }

  /// Who they are of, and what they are.
  ///
  /// @throws IOException when there are none
  public synchronized SignIn signIn() throws IOException {
    GoogleCredentials now = current();
    return SignIns.of(now, file.map(Path::toString).orElse(""));
  }

  /// When their file was written last, if it is there.
  public Optional<Instant> lastWritten() {
    return finder
        .get()
        .map(path -> path.toFile().lastModified())
        .filter(millis -> millis > 0)
        .map(Instant::ofEpochMilli);
  }

  /// The caller may not use that project's quota: from now on it is not asked for. BigQuery and
  /// Vertex count a call against the project that it names.
  ///
  /// @return whether it was asked for until now
  public synchronized boolean withoutQuotaProject() {
    boolean first = !withoutQuota;
    withoutQuota = true;
    return first;
  }

  /// How often a token was replaced before its time.
  public synchronized long renewals() {
    return renewals;
  }

  /// The service does not take the token, which should last: calls that follow have another one,
  /// unless it is as new as can be.
  ///
  /// @param before how often one had been replaced when the call began
  /// @return whether to call again may help
  public synchronized boolean refused(long before) {
    if (before != renewals) {
      return true;
    }
    long now = System.nanoTime();
    if (renewals > 0 && now - renewedAt < RENEWED_NANOS) {
      return false;
    }
    renewals++;
    renewedAt = now;
    stale = true;
    return true;
  }

  /// Whoever needs a token meanwhile waits for it.
  private synchronized GoogleCredentials renewed() throws IOException {
    GoogleCredentials now = current();
    if (stale) {
      now.refresh();
      stale = false;
    }
    return now;
  }

  /// The project that a person's own calls count against, if one is told.
  public Optional<String> quotaProject() throws IOException {
    return withoutQuota ? Optional.empty() : Optional.ofNullable(current().getQuotaProjectId());
  }

  private static String text(Exception e) {
    return e instanceof NoSuchFileException ? "no such file" : CauseWords.of(e);
  }

  private GoogleCredentials latest() throws IOException {
    Optional<Path> found = finder.get();
    boolean same = found.equals(file);
    file = found;
    FileTime now = found.isEmpty() ? null : Files.getLastModifiedTime(found.get());
    GoogleCredentials known = current;
    if (known == null || !same || (now != null && !now.equals(written))) {
      current = null;
      known = read();
      current = known;
      written = now;
    }
    return known;
  }

  private GoogleCredentials read() throws IOException {
    GoogleCredentials found;
    if (file.isEmpty()) {
      found = GoogleCredentials.getApplicationDefault(transports);
    } else {
      try (InputStream in = Files.newInputStream(file.get())) {
        found = GoogleCredentials.fromStream(in, transports);
      }
    }
    GoogleCredentials scoped = found.createScoped(List.of(CLOUD_PLATFORM));
    return scoped instanceof UserCredentials ? scoped.createWithQuotaProject(quotaProject) : scoped;
  }

  private CredentialFailure noToken(IOException why) throws IOException {
    return why instanceof CredentialFailure known
        ? known
        : CredentialFailure.noToken(why, signIn());
  }

  @Override
  public String getAuthenticationType() {
    return "OAuth2";
  }

  @Override
  public Map<String, List<String>> getRequestMetadata(@Nullable URI uri) throws IOException {
    try {
      Map<String, List<String>> told = renewed().getRequestMetadata(uri);
      if (!withoutQuota) {
        return told;
      }
      Map<String, List<String>> less = new HashMap<>(told);
      less.remove(QUOTA_HEADER);
      return less;
    } catch (IOException e) {
      throw noToken(e);
    }
  }

  @Override
  public String getUniverseDomain() throws IOException {
    return current().getUniverseDomain();
  }

  @Override
  public boolean hasRequestMetadata() {
    return true;
  }

  @Override
  public boolean hasRequestMetadataOnly() {
    return true;
  }

  @Override
  public void refresh() throws IOException {
    try {
      current().refresh();
    } catch (IOException e) {
      throw noToken(e);
    }
  }
}
