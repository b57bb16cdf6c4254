package dev.pollux.cli.sandbox;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads where a sandbox serves, on the command line.
public final class ServingSandbox implements ITypeConverter<SandboxAddress> {
  @Override
  public SandboxAddress convert(String ready) {
    try {
      return SandboxAddress.read(ready);
    } catch (SandboxAddress.NotReady e) {
      throw new TypeConversionException(e.getMessage());
    }
  }
}
