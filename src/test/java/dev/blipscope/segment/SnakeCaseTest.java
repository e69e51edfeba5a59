package dev.blipscope.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SnakeCaseTest {

  // The 32 samples of snake_test.go in segmentio/go-snakecase (MIT), commit 5e4a23e.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "@49L0S145_¬fwHƒ0TSLNVp|49l0s145_fw_h_0tslnvp",
        "lk0B@bFmjrLQ_Z6YL|lk0_b_b_fmjr_lq_z6yl",
        "samPLE text|sam_ple_text",
        "sample text|sample_text",
        "sample-text|sample_text",
        "sample_text|sample_text",
        "sample___text|sample_text",
        "sampleText|sample_text",
        "inviteYourCustomersAddInvites|invite_your_customers_add_invites",
        "sample 2 Text|sample_2_text",
        "   sample   2    Text   |sample_2_text",
        "   $#$sample   2    Text   |sample_2_text",
        "SAMPLE 2 TEXT|sample_2_text",
        "___$$Base64Encode|base64_encode",
        "FOO:BAR$BAZ|foo_bar_baz",
        "FOO#BAR#BAZ|foo_bar_baz",
        "something.com|something_com",
        "$something%|something",
        "something.com|something_com",
        "•¶§ƒ˚foo˙∆˚¬|foo",
        "CStringRef|cstring_ref",
        "5test|5test",
        "test5|test5",
        "THE5r|the5r",
        "5TEst|5test",
        "_5TEst|5test",
        "@%#&5TEst|5test",
        "edf_6N|edf_6n",
        "f_pX9|f_p_x9",
        "p_z9Rg|p_z9_rg",
        "2FA Enabled|2fa_enabled",
        "Enabled 2FA|enabled_2fa"
      })
  void the_samples_of_the_original_come_out_the_same(String name, String column) {
    assertEquals(column, SnakeCase.of(name));
  }

  @ParameterizedTest
  @CsvSource({
    "metadata_#envelope.storageDate, metadata_envelope_storage_date",
    "metadata.#wa.timestamp, metadata_wa_timestamp",
    "metadata.#tunnel.originalFrom, metadata_tunnel_original_from",
    "ownerIdentity, owner_identity",
    "contact.Identity, contact_identity",
    "extras.stateId, extras_state_id",
    "extras.#stateId, extras_state_id",
    "Message Received, message_received",
    "lastMessageDate, last_message_date",
    "taxDocument, tax_document"
  })
  void a_key_of_blip_gets_the_name_known_from_warehouses(String key, String column) {
    assertEquals(column, SnakeCase.of(key));
  }

  @ParameterizedTest
  @CsvSource({
    "Endereço, endere_o",
    "Não, n_o",
    "1a opção, 1a_op_o",
    "tipo de curso, tipo_de_curso",
    "extras.日本, extras"
  })
  void a_letter_outside_ascii_separates_words(String key, String column) {
    assertEquals(column, SnakeCase.of(key));
  }

  @ParameterizedTest
  @CsvSource({"a__b, a_b", "_a, a", "a_, a", "a_B, a_b", "A, a", "a1B, a1_b", "1_B, 1_b"})
  void an_underscore_stays_only_between_two_words(String name, String column) {
    assertEquals(column, SnakeCase.of(name));
  }

  @Test
  void a_name_without_ascii_letters_and_digits_has_no_column() {
    assertEquals("", SnakeCase.of("日本"));
    assertEquals("", SnakeCase.of("#_"));
    assertEquals("", SnakeCase.of("\ud83d"));
    assertEquals("", SnakeCase.of(""));
  }

  @Test
  void the_name_of_a_column_has_only_small_letters_digits_and_single_underscores() {
    long seed = 20250108;
    var random = new Random(seed);
    var letters = "aZ09_#. é日\ud83d";
    for (int i = 0; i < 20_000; i++) {
      var name = new StringBuilder();
      for (int length = random.nextInt(12); length > 0; length--) {
        name.append(letters.charAt(random.nextInt(letters.length())));
      }
      var column = SnakeCase.of(name.toString());
      assertTrue(
          column.isEmpty() || column.matches("[a-z0-9]+(_[a-z0-9]+)*"),
          () -> "seed " + seed + ": " + name + " became " + column);
      assertEquals(column, SnakeCase.of(column), () -> "seed " + seed + ": " + name);
    }
  }
}
