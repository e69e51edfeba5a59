package dev.blipscope.session;

import dev.blipscope.json.Difference;
import dev.blipscope.mapping.Profile;
import dev.blipscope.mapping.ProfileProblem;
import dev.blipscope.shelf.Batch;
import dev.blipscope.shelf.Facets;
import dev.blipscope.shelf.Filter;
import dev.blipscope.shelf.Glance;
import dev.blipscope.shelf.Order;
import dev.blipscope.shelf.RowKey;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Something that happened: a person did it, or an effect came to its end.
public sealed interface Event {

  // What comes in

  record TextPasted(String text) implements Event {}

  /// Files, folders or archives were chosen or dropped.
  record FilesChosen(List<String> names) implements Event {
    public FilesChosen {
      names = List.copyOf(names);
    }
  }

  record SampleChosen(String name) implements Event {}

  /// Somebody wants to type a payload.
  record BlankAsked() implements Event {}

  /// Texts were opened, each with the payloads found in it by now.
  ///
  /// @param choose whether the first of them is to be looked at
  record Opened(List<Text> texts, boolean choose) implements Event {
    public Opened {
      texts = List.copyOf(texts);
    }

    /// A text and its payloads.
    public record Text(Source source, Batch batch) {}
  }

  /// All that was open when the program ended last is open again.
  record Restored(Kept kept) implements Event {}

  /// More payloads of a text were found.
  record Grew(Batch batch) implements Event {}

  // Which payloads are seen

  record Filtered(Filter filter) implements Event {}

  record Ordered(Order order) implements Event {}

  record Grouped(boolean byContact) implements Event {}

  record Arranged(long version, Lines lines, Facets facets) implements Event {}

  /// More was found out about everything that is there.
  record Tallied(Survey survey) implements Event {}

  /// These rows are on the screen.
  record RowsSeen(List<RowKey> rows) implements Event {
    public RowsSeen {
      rows = List.copyOf(rows);
    }
  }

  /// Payloads were looked at for the list.
  ///
  /// @param covered whether personal data in it is covered
  record Glanced(boolean covered, Map<RowKey, Glance> glances) implements Event {
    public Glanced {
      glances = Map.copyOf(glances);
    }
  }

  record DeleteAsked() implements Event {}

  record ClearAsked() implements Event {}

  record UndoAsked() implements Event {}

  // What is chosen

  /// Other payloads were selected.
  ///
  /// @param lead the payload to open; none if nothing is chosen
  record RowsChosen(Set<RowKey> rows, @Nullable RowKey lead) implements Event {
    public RowsChosen {
      rows = Set.copyOf(rows);
    }
  }

  /// A stretch of the list was selected, in place of what was.
  ///
  /// @param lines the list that was seen then
  /// @param from its first line
  /// @param to its last line
  record LinesChosen(Lines lines, int from, int to, RowKey lead) implements Event {}

  /// A payload was added to those that are selected, or taken out of them.
  record RowToggled(RowKey row) implements Event {}

  /// All payloads of a contact were selected.
  ///
  /// @param who the identity; none for payloads that name nobody
  record ContactChosen(@Nullable String who) implements Event {}

  record PayloadRead(Desk desk) implements Event {}

  record FocusMoved(Focus focus) implements Event {}

  // What is changed

  /// Somebody typed.
  ///
  /// @param showing the number of the text that it was typed into, wherever that stands by now
  /// @param text the whole text; it may take a while to put together, so it is asked for elsewhere
  record TextEdited(long showing, Supplier<String> text) implements Event {}

  /// A changed text was read. It may have got a place of its own, beside the text it came with.
  ///
  /// @param showing the number of the text that was changed
  record EditRead(
      RowKey row,
      long showing,
      long version,
      String text,
      Reading reading,
      Source source,
      Batch batch)
      implements Event {}

  /// The open payload was read anew, by another profile.
  ///
  /// @param showing the number of the text that was read
  record ReadAgain(long showing, long version, String text, Reading reading) implements Event {}

  // Profiles

  record ProfileChosen(String name) implements Event {}

  /// A profile file was read, or read again since it changed.
  record ProfileRead(String name, String text, Profile profile) implements Event {}

  record ProfileFaulty(String name, String text, List<ProfileProblem> problems) implements Event {
    public ProfileFaulty {
      problems = List.copyOf(problems);
    }
  }

  record ProfileDuplicateAsked(String name, String file) implements Event {}

  /// A profile is to be looked into, or changed if it is a file.
  record ProfileEditAsked(String name) implements Event {}

  /// Somebody typed.
  ///
  /// @param showing the number of the text that it was typed into
  record ProfileEdited(String name, long showing, String text) implements Event {}

  record ProfileSaveAsked(String name) implements Event {}

  /// A text was written to the file of a profile.
  record ProfileSaved(String name, String text) implements Event {}

  /// What was typed and not saved is to be given up.
  record ProfileDiscarded(String name) implements Event {}

  record ProfileEditEnded() implements Event {}

  /// These places occur in the open payloads.
  record PointersFound(List<String> pointers) implements Event {
    public PointersFound {
      pointers = List.copyOf(pointers);
    }
  }

  /// The call of the open payload was held against that of the profile before it was changed.
  record CallCompared(Reading reading, List<Difference> changes) implements Event {
    public CallCompared {
      changes = List.copyOf(changes);
    }
  }

  record ProfileClosed(String name) implements Event {}

  record CompareAsked(String one, String other) implements Event {}

  /// A comparison came to its end.
  ///
  /// @param version the number of the one that was asked for
  /// @param comparison none if it broke off
  record Compared(long version, @Nullable Comparison comparison) implements Event {}

  // What takes a while, and what is said

  record JobMoved(Job job) implements Event {}

  record JobEnded(long job) implements Event {}

  record JobCancelled(long job) implements Event {}

  record Said(Notice.Weight weight, String key, List<String> words) implements Event {
    public Said {
      words = List.copyOf(words);
    }
  }

  /// So many bytes of what is open are kept on the disk.
  record KeptSaid(long bytes) implements Event {}

  record NoticeSeen() implements Event {}

  /// A mistake of ours was caught by nobody.
  record Failed(Mishap mishap) implements Event {}

  /// The person was told of it, and goes on.
  record MishapSeen() implements Event {}

  /// The log is in this folder.
  record LogSaid(String folder) implements Event {}

  record LogAsked() implements Event {}

  // What a person likes

  /// A person likes something otherwise.
  ///
  /// @param change what becomes of the settings as they are by then, which may be others than the
  ///     person saw
  record SettingsChanged(UnaryOperator<Settings> change) implements Event {}

  /// Dividers or the window were moved.
  ///
  /// @param places where what stands now, under the names of [Settings#places]
  record Placed(Map<String, Double> places) implements Event {
    public Placed {
      places = Map.copyOf(places);
    }
  }

  // What leaves

  record ExportAsked(Export export, String file) implements Event {}

  record EraseAsked() implements Event {}

  /// Something happened around sending.
  record OfSending(OutgoingEvent what) implements Event {}

  /// Everything was erased, also what was still being opened.
  ///
  /// @param last the number of the last text that belonged to it
  record Erased(int last) implements Event {}
}
