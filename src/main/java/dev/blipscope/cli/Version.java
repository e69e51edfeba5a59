package dev.blipscope.cli;

import picocli.CommandLine.IVersionProvider;

/// Says which Blipscope this is; the number stands in the build file only.
final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() {
    String version = Version.class.getPackage().getImplementationVersion();
    return new String[] {"blipscope " + (version == null ? "(development)" : version)};
  }
}
