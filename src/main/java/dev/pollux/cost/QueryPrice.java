package dev.pollux.cost;

/// What BigQuery's list of prices says for a query on demand in the US: 6.25 USD for each TiB that
/// it reads, at least 10 MB a table, the first TiB of a month free
/// (https://cloud.google.com/bigquery/pricing#analysis_pricing_models). Other locations have other
/// prices, up to about twice that; the words beside each figure say whose price it is.
public final class QueryPrice {
  private static final double A_TEBIBYTE = 6.25;
  private static final double TEBIBYTE = 1L << 40;
  private static final long LEAST = 10L << 20;

  private QueryPrice() {}

  /// In USD.
  public static double dollars(long bytes) {
    return bytes == 0 ? 0 : Math.max(bytes, LEAST) / TEBIBYTE * A_TEBIBYTE;
  }
}
