package dev.blipscope.capture;

/// What had to be taken off before there was a text.
public enum Packaging {
  GZIP,
  ZIP,
  UTF_16,
  UTF_32
}
