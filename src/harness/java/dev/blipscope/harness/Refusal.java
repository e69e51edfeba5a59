package dev.blipscope.harness;

/// The reason, in a sentence, why nothing can be measured.
final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1;

  Refusal(String sentence) {
    super(sentence);
  }
}
