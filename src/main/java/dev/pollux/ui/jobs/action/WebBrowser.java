package dev.pollux.ui.jobs.action;

import java.io.IOException;
import java.net.URI;

/// The person's own browser.
public interface WebBrowser {
  void open(URI page) throws IOException;
}
