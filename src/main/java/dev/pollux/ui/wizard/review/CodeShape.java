package dev.pollux.ui.wizard.review;

/// How the job is written down for the person: what is sent, or the same job as code.
enum CodeShape {
  CALL,
  SQL,
  CURL,
  PYTHON,
  JAVA
}
