package dev.pollux;

/// The only `main`.
public final class Main {
  private Main() {}

  public static void main(String[] args) {}
}
