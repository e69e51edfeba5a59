package dev.blipscope.json;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class JacksonTest {

  private static final long SEED = 20250108;
  private static final int CASES = 200_000;

  private final Agreement agreement = new Agreement();

  @Test
  void scanner_and_jackson_agree_on_every_mutated_payload() {
    var mutations = new Mutations(SEED);
    int accepted = 0;
    for (int i = 0; i < CASES; i++) {
      byte[] bytes = mutations.next();
      try {
        accepted += agreement.on(bytes) ? 1 : 0;
      } catch (AssertionError disagreement) {
        throw new AssertionError("case " + i + " of seed " + SEED, disagreement);
      }
    }
    // Else the mutations break everything, and only refusals are compared.
    assertTrue(accepted > CASES / 10, accepted + " of " + CASES + " were JSON");
    assertTrue(accepted < CASES * 9 / 10, accepted + " of " + CASES + " were JSON");
  }
}
