package dev.pollux.domain.value;

/// BigQuery's column types, under their GoogleSQL names.
public enum FieldType {
  STRING,
  BYTES,
  INT64,
  FLOAT64,
  NUMERIC,
  BIGNUMERIC,
  BOOL,
  TIMESTAMP,
  DATE,
  TIME,
  DATETIME,
  GEOGRAPHY,
  JSON,
  INTERVAL,
  RANGE,
  STRUCT;

  public boolean isNumber() {
    return switch (this) {
      case INT64, FLOAT64, NUMERIC, BIGNUMERIC -> true;
      case STRING,
          BYTES,
          BOOL,
          TIMESTAMP,
          DATE,
          TIME,
          DATETIME,
          GEOGRAPHY,
          JSON,
          INTERVAL,
          RANGE,
          STRUCT ->
          false;
    };
  }
}
