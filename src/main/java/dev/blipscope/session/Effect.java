package dev.blipscope.session;

import dev.blipscope.mapping.Profile;
import dev.blipscope.shelf.RowKey;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Something that is to be done outside of the session. It always ends in an event, also when it
/// fails.
public sealed interface Effect {

  /// Takes the payloads out of a text.
  record Take(String name, String text) implements Effect {}

  /// Opens files, folders and archives.
  record Open(List<String> names) implements Effect {
    public Open {
      names = List.copyOf(names);
    }
  }

  record OpenSample(String name) implements Effect {}

  /// Reads one payload and inspects it.
  record Load(RowKey row) implements Effect {}

  /// Inspects the text that is open, by the profile of today.
  record Read(Desk desk) implements Effect {}

  /// Inspects the text that was changed, and keeps it in the place of the one before.
  record ReadEdit(Desk desk, Supplier<String> text) implements Effect {}

  /// Works out which payloads are shown, and in which order.
  record Arrange(long version) implements Effect {}

  /// Finds out what is to be said about everything that is there.
  record Tally(long version) implements Effect {}

  /// Looks at payloads for the list.
  record Glance(List<RowKey> rows) implements Effect {
    public Glance {
      rows = List.copyOf(rows);
    }
  }

  /// Reads a profile file, and looks after it from now on.
  record OpenProfile(String name) implements Effect {}

  /// Writes a profile to a file.
  ///
  /// @param over what is known to stand there: what somebody else wrote meanwhile is not replaced;
  ///     none if whatever stands there may go
  record SaveProfile(String file, String text, @Nullable String over) implements Effect {}

  /// Looks after a profile file no more.
  record CloseProfile(String name) implements Effect {}

  /// Looks which places occur in the open payloads.
  record FindPointers() implements Effect {}

  /// Holds the call of the open payload against the one that another profile makes.
  record CompareCall(Desk desk, Profile before) implements Effect {}

  /// Works out in what two profiles differ.
  record Compare(long version, String one, String other) implements Effect {}

  record Write(Export export, String file) implements Effect {}

  record Cancel(long job) implements Effect {}

  /// Shows the folder of the log.
  record ShowLog() implements Effect {}

  /// Something around sending.
  record ForSending(OutgoingEffect what) implements Effect {}

  /// Takes away everything that was kept on the disk.
  record Erase() implements Effect {}
}
