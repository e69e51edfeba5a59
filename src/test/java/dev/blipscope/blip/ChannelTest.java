package dev.blipscope.blip;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChannelTest {

  @ParameterizedTest
  @CsvSource({
    "WHATSAPP, wa.gw.msging.net, WhatsApp",
    "BLIP_CHAT, 0mn.io, Blip Chat",
    "MESSENGER, messenger.gw.msging.net, Messenger",
    "INSTAGRAM, instagram.gw.msging.net, Instagram",
    "TELEGRAM, telegram.gw.msging.net, Telegram",
    "TEAMS, abs.gw.msging.net, Microsoft Teams",
    "SKYPE, skype.gw.msging.net, Skype",
    "WORKPLACE, workplace.gw.msging.net, Workplace",
    "GOOGLE_BUSINESS_MESSAGES, businessmessages.gw.msging.net, Google Business Messages",
    "APPLE_BUSINESS_CHAT, businesschat.gw.msging.net, Apple Business Chat",
    "GOOGLE_RCS, googlercs.gw.msging.net, Google RCS",
    "GOOGLE_RCS, googlersc.gw.msging.net, Google RCS",
    "EMAIL, mailgun.gw.msging.net, E-mail",
    "SMS, take.io, SMS",
    "SMS, tangram.com.br, SMS",
    "GOOGLE_ASSISTANT, assistant.gw.msging.net, Google Assistant",
    "INFOBIP, infobip.gw.msging.net, Infobip",
    "CHAT_CONVERSATIONS, chatconversations.gw.msging.net, Chat Conversations",
    "WHATSAPP, WA.gw.MSGING.net, WhatsApp",
  })
  void each_channel_has_its_domain_and_its_title(Channel channel, String domain, String title) {
    assertEquals(Optional.of(channel), Channel.ofDomain(domain));
    assertEquals(Optional.of(title), Channel.titleOf(domain));
    assertEquals(title, channel.title());
  }

  @Test
  void a_gateway_that_we_do_not_know_is_called_by_its_own_word() {
    assertEquals(Optional.empty(), Channel.ofDomain("Pombo.gw.msging.net"));
    assertEquals(Optional.of("Pombo"), Channel.titleOf("Pombo.gw.msging.net"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"pagseguro.gw.msging.net", "msging.net", ".gw.msging.net", "example.com", ""})
  void other_domains_are_no_channels(String domain) {
    assertEquals(Optional.empty(), Channel.titleOf(domain));
  }

  @ParameterizedTest
  @CsvSource({
    "apple-business-chat.json, Apple Business Chat",
    "blip-chat.json, Blip Chat",
    "chat-conversations.json, Chat Conversations",
    "e-mail.json, E-mail",
    "google-assistant.json, Google Assistant",
    "google-business-messages.json, Google Business Messages",
    "google-rcs-misprinted.json, Google RCS",
    "google-rcs.json, Google RCS",
    "infobip.json, Infobip",
    "instagram.json, Instagram",
    "messenger.json, Messenger",
    "skype.json, Skype",
    "sms-take.json, SMS",
    "sms-tangram.json, SMS",
    "teams.json, Microsoft Teams",
    "telegram-group.json, Telegram",
    "telegram.json, Telegram",
    "unlisted-channel.json, canalnovo",
    "whatsapp.json, WhatsApp",
    "workplace.json, Workplace",
  })
  void a_sample_of_a_channel_is_received_from_it(String file, String title) {
    var route = Route.of(Payloads.sample("channels/" + file));

    assertEquals(Direction.RECEIVED, route.direction());
    assertEquals(Optional.of(title), Channel.titleOf(route.from().domain()));
  }
}
