package dev.blipscope.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.blipscope.blip.Kind;
import dev.blipscope.json.Pointer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProfilesTest {

  private static String schema() {
    return new String(Profiles.schema(), StandardCharsets.UTF_8);
  }

  @Test
  void two_profiles_are_built_in_and_documented_is_the_usual_one() {
    assertEquals(List.of("documented", "idiomatic"), Profiles.names());
    assertEquals(Profiles.named("documented"), Optional.of(Profiles.usual()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"documented", "idiomatic"})
  void a_built_in_profile_is_an_ordinary_file_that_follows_the_schema(String name) {
    byte[] file = Profiles.file(name).orElseThrow();
    var schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(schema());

    assertEquals(
        List.of(), schema.validate(new String(file, StandardCharsets.UTF_8), InputFormat.JSON));
    assertEquals(
        new ProfileReader.Result.Read(Profiles.named(name).orElseThrow()),
        ProfileReader.read(file));
    assertEquals(name, Profiles.named(name).orElseThrow().name());
    assertFalse(Profiles.named(name).orElseThrow().about().isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Documented", "profile.schema", "../blip/x"})
  void another_name_is_no_built_in_profile(String name) {
    assertEquals(Optional.empty(), Profiles.named(name));
    assertEquals(Optional.empty(), Profiles.file(name));
  }

  @Test
  void the_schema_is_json_schema_itself() {
    var meta =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema("{\"$ref\": \"https://json-schema.org/draft/2020-12/schema\"}");

    assertEquals(List.of(), meta.validate(schema(), InputFormat.JSON));
  }

  /// Documented are the kinds of call, the names of the events, the user id and where the time
  /// stands. That the fields keep their names is our choice: the vendor's pages do not say.
  @Test
  void the_documented_profile_is_the_table_and_no_more() {
    var table = new StringBuilder();
    for (var kind : Kind.values()) {
      var plan = Profiles.usual().plan(kind);
      for (var rule : plan.rules()) {
        table.append(line(kind, rule.to(), rule.grounds()));
      }
      assertEquals(List.of(), plan.spreads());
      if (plan.rest() instanceof Rest.Kept(var to, var grounds)) {
        table.append(line(kind, to, grounds));
      }
    }

    assertEquals(
        """
        message /type documented
        message /event documented
        message /userId documented
        message /timestamp documented
        message /properties assumed
        event /type documented
        event /event documented
        event /userId documented
        event /timestamp documented
        event /properties assumed
        contact /type documented
        contact /userId documented
        contact /traits assumed
        """,
        table.toString());
  }

  private static String line(Kind kind, Pointer to, Grounds grounds) {
    return kind.word() + " " + to + " " + grounds.basis().word() + "\n";
  }
}
