package dev.blipscope.share;

import dev.blipscope.check.PersonalData;
import dev.blipscope.check.PersonalKind;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Which fields hold private data by their name, whatever stands in them.
final class PersonalKeys {

  private static final Pattern NO_LETTER = Pattern.compile("[^a-z]");
  private static final Pattern MOMENT =
      Pattern.compile("date|time|stamp|created|processed|updated", Pattern.CASE_INSENSITIVE);
  private static final int LONGEST = 200;

  // By their letters alone: `#wa.username`, `userName` and `user_name` are one.
  private static final Map<String, Private> WHOLE =
      Map.ofEntries(
          Map.entry("identity", Private.IDENTITY),
          Map.entry("contactidentity", Private.IDENTITY),
          Map.entry("customeridentity", Private.IDENTITY),
          Map.entry("agentidentity", Private.IDENTITY),
          Map.entry("useridentity", Private.IDENTITY),
          Map.entry("from", Private.IDENTITY),
          Map.entry("to", Private.IDENTITY),
          Map.entry("pp", Private.IDENTITY),
          Map.entry("userid", Private.IDENTITY),
          Map.entry("tunneloriginator", Private.IDENTITY),
          Map.entry("username", Private.IDENTITY),
          Map.entry("wausername", Private.IDENTITY),
          Map.entry("whatsappusername", Private.IDENTITY),
          Map.entry("bsuid", Private.IDENTITY),
          Map.entry("wabsuid", Private.IDENTITY),
          Map.entry("waparentid", Private.IDENTITY),
          Map.entry("displayname", Private.NAME),
          Map.entry("nickname", Private.NAME),
          Map.entry("pushname", Private.NAME),
          Map.entry("profilename", Private.NAME),
          Map.entry("apelido", Private.NAME),
          Map.entry("rg", Private.SECRET),
          Map.entry("password", Private.SECRET),
          Map.entry("senha", Private.SECRET),
          Map.entry("token", Private.SECRET),
          Map.entry("accesstoken", Private.SECRET),
          Map.entry("authorization", Private.SECRET),
          Map.entry("apikey", Private.SECRET),
          Map.entry("writekey", Private.SECRET),
          Map.entry("birthdate", Private.BIRTH),
          Map.entry("birthday", Private.BIRTH),
          Map.entry("dateofbirth", Private.BIRTH),
          Map.entry("nascimento", Private.BIRTH),
          Map.entry("datanascimento", Private.BIRTH),
          Map.entry("datadenascimento", Private.BIRTH),
          Map.entry("city", Private.PLACE),
          Map.entry("cidade", Private.PLACE),
          Map.entry("address", Private.PLACE),
          Map.entry("endereco", Private.PLACE),
          Map.entry("street", Private.PLACE),
          Map.entry("rua", Private.PLACE),
          Map.entry("logradouro", Private.PLACE),
          Map.entry("bairro", Private.PLACE),
          Map.entry("postalcode", Private.PLACE),
          Map.entry("zipcode", Private.PLACE),
          Map.entry("zip", Private.PLACE),
          Map.entry("cep", Private.PLACE),
          Map.entry("latitude", Private.PLACE),
          Map.entry("longitude", Private.PLACE),
          Map.entry("photouri", Private.QUERY),
          Map.entry("avatar", Private.QUERY));

  private PersonalKeys() {}

  /// What the name of a field says about its value.
  static Optional<Private> kindOf(String key) {
    if (key.isEmpty() || key.length() > LONGEST) {
      return Optional.empty();
    }
    var whole = WHOLE.get(letters(key));
    return whole != null ? Optional.of(whole) : promised(PersonalData.promisedBy(key));
  }

  private static String letters(String key) {
    var plain = Normalizer.normalize(key, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
    return NO_LETTER.matcher(plain).replaceAll("");
  }

  private static Optional<Private> promised(Set<PersonalKind> kinds) {
    return kinds.stream().map(Private::of).findFirst();
  }

  /// Whether the members of an object under this name are as private as the name promises.
  static boolean goesDeeper(Private kind) {
    return kind == Private.NAME || kind == Private.PHONE || kind == Private.EMAIL;
  }

  /// Whether the name promises a moment, which has as many digits as a phone number.
  static boolean isMoment(String key) {
    return MOMENT.matcher(key).find();
  }
}
