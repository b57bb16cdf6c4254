package dev.pollux.cli;

import dev.pollux.domain.GeminiModel;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads a model on the command line: its id, or its resource name.
public final class ModelName implements ITypeConverter<GeminiModel> {
  @Override
  public GeminiModel convert(String typed) {
    return GeminiModel.find(typed)
        .orElseThrow(() -> new TypeConversionException("not a model: " + typed));
  }
}
