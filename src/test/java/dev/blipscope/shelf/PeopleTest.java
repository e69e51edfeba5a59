package dev.blipscope.shelf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PeopleTest {

  @Test
  void the_same_identity_has_the_same_number_and_another_one_another() {
    var people = new People();
    int ana = people.numberOf("ana@wa.gw.msging.net");
    assertNotEquals(People.NOBODY, ana);
    assertEquals(ana, people.numberOf("ana@wa.gw.msging.net"));
    assertNotEquals(ana, people.numberOf("ana@0mn.io"));
    assertNotEquals(ana, people.numberOf("Ana@wa.gw.msging.net"));
    assertNotEquals(ana, people.numberOf("ana"));
    assertEquals(4, people.count());
  }

  @Test
  void identities_come_back_as_they_went_in_however_many_there_are() {
    var people = new People();
    var identities =
        IntStream.range(0, 100_000)
            .mapToObj(i -> "é" + i + "@domain" + i % 400 + ".example")
            .toList();
    int[] numbers = identities.stream().mapToInt(people::numberOf).toArray();
    var known = people.known();
    for (int i = 0; i < numbers.length; i++) {
      assertEquals(identities.get(i), known.identity(numbers[i]));
      assertEquals(numbers[i], people.numberOf(identities.get(i)));
    }
    assertEquals(100_000, known.count());
  }

  @Test
  void who_was_known_before_stays_known_when_more_people_come() {
    var people = new People();
    int first = people.numberOf("a@b");
    var before = people.known();
    IntStream.range(0, 20_000).forEach(i -> people.numberOf(i + "@x" + i % 3));
    assertEquals("a@b", before.identity(first));
    assertEquals(1, before.count());
  }

  @Test
  void of_an_identity_that_cannot_be_one_the_beginning_counts() {
    var people = new People();
    int number = people.numberOf("x".repeat(2_000) + "@a");
    assertEquals("x".repeat(1_000), people.known().identity(number));
    assertEquals(number, people.numberOf("x".repeat(1_500)));
  }
}
