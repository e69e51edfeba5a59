package dev.blipscope.check;

import static dev.blipscope.check.PersonalKind.CARD;
import static dev.blipscope.check.PersonalKind.CPF;
import static dev.blipscope.check.PersonalKind.EMAIL;
import static dev.blipscope.check.PersonalKind.NAME;
import static dev.blipscope.check.PersonalKind.PHONE;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// What the name of a key promises about its value.
record KeyName(Set<PersonalKind> kinds, boolean isIdentifier) {

  /// Longer ones are no names that anybody gave.
  private static final int LONGEST = 200;

  // Words that turn a promise into something else: `phoneNumberId`, `whatsAppUserName`.
  private static final Set<String> ABOUT =
      setOf(
          """
          id ids uuid bsuid at date time timestamp type status url uri name username count
          model version verified
          """);

  private static final Set<String> PHONES = setOf("tel fone cel mobile whats zap wpp fax");

  private static final Set<String> CARDS =
      setOf("card cartao creditcard debitcard cardnumber creditcardnumber pan numerocartao");

  private static final Set<String> NAMES =
      setOf(
          """
          name nome surname sobrenome firstname lastname fullname middlename membername
          customername contactname clientname nomecompleto primeironome ultimonome
          nomesocial nomecliente
          """);

  // What may stand beside "name" when it is the name of a person.
  private static final Set<String> PERSONS =
      setOf(
          """
          first last full middle given family complete social member contact customer
          client person lead agent attendant holder mother father of the primeiro segundo
          ultimo completo membro contato cliente pessoa aluno paciente titular atendente
          mae pai do da de
          """);

  private static Set<String> setOf(String words) {
    return Set.of(words.strip().split("\\s+", -1));
  }

  static KeyName of(String key) {
    var words = words(key);
    var kinds = EnumSet.noneOf(PersonalKind.class);
    if (words.isEmpty()) {
      return new KeyName(kinds, false);
    }
    var last = words.getLast();
    var joined = String.join("", words);
    if (joined.endsWith("taxid")) {
      kinds.add(CPF);
    }
    if (joined.endsWith("waid")) {
      kinds.add(PHONE); // The id that WhatsApp gives to a person is the phone number.
    }
    if (!ABOUT.contains(last)) {
      kinds.addAll(promised(words));
    }
    if (words.stream().anyMatch(NAMES::contains)
        && words.stream().allMatch(word -> NAMES.contains(word) || PERSONS.contains(word))) {
      kinds.add(NAME);
    }
    return new KeyName(kinds, last.equals("id") || last.equals("ids") || last.equals("uuid"));
  }

  boolean promises(PersonalKind kind) {
    return kinds.contains(kind);
  }

  private static Set<PersonalKind> promised(List<String> words) {
    var kinds = EnumSet.noneOf(PersonalKind.class);
    for (var word : words) {
      if (word.contains("cpf") || word.contains("cnpj") || word.contains("document")) {
        kinds.add(CPF); // The number of digits tells which of the two it is.
      }
      if (PHONES.contains(word)
          || word.contains("phone")
          || word.contains("telefone")
          || word.contains("celular")
          || word.contains("whatsapp")) {
        kinds.add(PHONE);
      }
      if (word.contains("email") || word.equals("mail")) {
        kinds.add(EMAIL);
      }
      if (CARDS.contains(word)) {
        kinds.add(CARD);
      }
    }
    return kinds;
  }

  /// The words of a key in small letters without accents: `#memberPhoneNumber` has three.
  private static List<String> words(String key) {
    if (key.length() > LONGEST) {
      return List.of();
    }
    var plain = Normalizer.normalize(key, Normalizer.Form.NFD);
    var words = new ArrayList<String>();
    var word = new StringBuilder();
    for (int at = 0; at < plain.length(); at++) {
      char c = plain.charAt(at);
      if (Character.getType(c) == Character.NON_SPACING_MARK) {
        continue;
      }
      if (!Character.isLetter(c) || startsWord(plain, at)) {
        end(word, words);
      }
      if (Character.isLetter(c)) {
        word.append(Character.toLowerCase(c));
      }
    }
    end(word, words);
    return words;
  }

  /// A capital starts a word after a small letter, and before one: `CPFCliente`.
  private static boolean startsWord(String key, int at) {
    return at > 0
        && Character.isUpperCase(key.charAt(at))
        && (Character.isLowerCase(key.charAt(at - 1))
            || (at + 1 < key.length() && Character.isLowerCase(key.charAt(at + 1))));
  }

  private static void end(StringBuilder word, List<String> words) {
    if (!word.isEmpty()) {
      words.add(word.toString());
      word.setLength(0);
    }
  }
}
