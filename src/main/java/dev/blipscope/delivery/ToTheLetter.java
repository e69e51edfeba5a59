package dev.blipscope.delivery;

import com.google.gson.Gson;
import com.google.gson.TypeAdapter;
import com.google.gson.TypeAdapterFactory;
import com.google.gson.reflect.TypeToken;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import com.segment.analytics.messages.Message;
import com.segment.analytics.messages.MessageBuilder;
import com.segment.analytics.messages.TrackMessage;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Lets the library write a call as it is shown, to the letter, where it would write its own idea
/// of it: other digits, a timestamp that the call does not have, no nulls.
final class ToTheLetter implements TypeAdapterFactory {

  private static final String PARCEL = "blipscope.parcel";

  /// A call with the number of the carrying that it belongs to: the same call can be carried again.
  record Given(Parcel parcel, int carrying) {}

  /// The message that the library takes for a call, of whatever type. Of what is filled in here
  /// nothing is written; the library only asks for it.
  static MessageBuilder<?, ?> message(Parcel parcel, int carrying) {
    return TrackMessage.builder("to the letter")
        .messageId(parcel.messageId())
        .anonymousId(parcel.messageId())
        .context(Map.of(PARCEL, new Given(parcel, carrying)));
  }

  /// The call that a message stands for.
  static Given given(Message message) {
    var context = message.context();
    if (context != null && context.get(PARCEL) instanceof Given given) {
      return given;
    }
    throw new IllegalStateException("the library sends what nobody gave it");
  }

  /// Of all messages but those by which the library talks to itself.
  @Override
  public <T> @Nullable TypeAdapter<T> create(Gson gson, TypeToken<T> type) {
    return type.getRawType().getPackage() == Message.class.getPackage()
            && Message.class.isAssignableFrom(type.getRawType())
        ? new Letters<>()
        : null;
  }

  private static final class Letters<T> extends TypeAdapter<T> {

    @Override
    public void write(JsonWriter out, T message) throws IOException {
      out.jsonValue(given((Message) message).parcel().call());
    }

    @Override
    public T read(JsonReader in) {
      throw new UnsupportedOperationException("messages only go out");
    }
  }
}
