package org.intakehub.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.citrusframework.TestActionRunner;
import org.intakehub.core.channel.Payload;
import org.intakehub.simulators.Letter;
import org.intakehub.simulators.LetterForm;
import org.intakehub.simulators.MailTown;
import org.intakehub.simulators.Resident;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Citizens write to the mayor's mailbox, are answered, and write again. */
@ExtendWith({CitrusSteps.class, SharedCity.class})
class MailIT {
    private static final String QUARANTINED = "raw-messages?state=QUARANTINED&size=200";
    private static final byte[] PHOTO = "not much of a photo".getBytes(StandardCharsets.US_ASCII);

    private final City city;

    MailIT(City city) {
        this.city = city;
    }

    @Test
    void aLetterBecomesACaseIsAcknowledgedOnceAndItsAnswerJoinsTheCase(TestActionRunner steps)
            throws MessagingException {
        var scenario = city.play(steps);
        var plea = Plea.lamp();
        var citizen = citizen(plea);
        var letter = Penned.withFile(citizen.mail(), MailTown.MAYOR, plea, PHOTO);

        city.town.deliver(letter);

        var sheet = scenario.theCaseOf(plea);
        var id = sheet.path("facts").path("id").asString();
        var number = sheet.path("facts").path("number").asString();
        assertThat(sheet.path("facts").path("title").asString()).isEqualTo(plea.title());
        var file = sheet.path("messages").path(0).path("attachments").path(0);
        assertThat(file.path("name").asString()).isEqualTo("现场照片.png");
        assertThat(file.path("state").asString()).isEqualTo("STORED");
        var acknowledgement = acknowledgement(citizen);
        assertThat(acknowledgement.getHeader("In-Reply-To", null)).isEqualTo(letter.messageId());
        assertThat(acknowledgement.getHeader("References", null)).contains(letter.messageId());
        assertThat(acknowledgement.getSubject()).contains(number);

        var stranger = Plea.lamp();
        city.town.deliver(quotingTheNumber(stranger, number, acknowledgement));
        city.town.deliver(Penned.plain(
                citizen.mail(),
                MailTown.MAYOR,
                "Re: " + acknowledgement.getSubject(),
                "补充：今晚还是不亮。",
                Map.of("In-Reply-To", acknowledgement.getHeader("Message-ID", null))));

        var joined = scenario.awaitSheet(
                id, "the answer joins the case", seen -> seen.path("messages").size() == 2);
        assertThat(joined.path("messages").path(1).path("joinedBy").asString()).isEqualTo("TOKEN");
        var other = scenario.theCaseOf(stranger);
        assertThat(other.path("facts").path("number").asString()).isNotEqualTo(number);
        assertThat(scenario.sheet(id).path("messages").size()).isEqualTo(2);
        assertThat(city.town.inboxOf(citizen)).as("letters to the citizen").hasSize(1);
    }

    @Test
    void theSameLetterTwiceOpensOneCase(TestActionRunner steps) {
        var scenario = city.play(steps);
        var plea = Plea.lamp();
        var citizen = citizen(plea);
        var letter = Penned.plain(citizen.mail(), MailTown.MAYOR, plea.title(), plea.text(), Map.of());
        var last = Plea.lamp();

        city.town.deliver(letter);
        city.town.deliver(letter);
        city.town.deliver(Penned.plain(citizen(last).mail(), MailTown.MAYOR, last.title(), last.text(), Map.of()));

        // The mailbox is read in order, so the second copy is in the journal once the last letter has its case.
        scenario.theCaseOf(last);
        assertThat(scenario.theCaseOf(plea).path("messages").size()).isEqualTo(1);
        acknowledgement(citizen);
        assertThat(city.town.inboxOf(citizen)).hasSize(1);
    }

    @Test
    void neitherGarbageNorATooLargeLetterHoldsUpTheNextOne(TestActionRunner steps) {
        var scenario = city.play(steps);
        var before = quarantined(scenario).size();
        var plea = Plea.lamp();
        var citizen = citizen(plea);
        var tooLong = plea.text().repeat(City.MOST_MAIL_BYTES / plea.text().length());

        city.town.deliver(new Letter(citizen.mail(), "", LetterForm.DAMAGED, Payload.of(garbage())));
        city.town.deliver(Penned.plain(citizen.mail(), MailTown.MAYOR, plea.title(), tooLong, Map.of()));
        city.town.deliver(Penned.plain(citizen.mail(), MailTown.MAYOR, plea.title(), plea.text(), Map.of()));

        assertThat(scenario.theCaseOf(plea).path("messages").size()).isEqualTo(1);
        var quarantined = scenario.eventually(
                "the large letter is quarantined",
                QUARANTINED,
                list -> quarantined(list).size() > before);
        assertThat(quarantined(quarantined).get(0).path("reason").asString()).contains("larger than");
    }

    private static byte[] garbage() {
        var bytes = new byte[600];
        for (var i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (i % 31 == 10 || i % 31 == 13 ? 1 : i % 31);
        }
        return bytes;
    }

    private static List<JsonNode> quarantined(Scenario scenario) {
        return quarantined(scenario.read(QUARANTINED));
    }

    private static List<JsonNode> quarantined(JsonNode list) {
        return Scenario.items(list).stream()
                .filter(raw -> "mayor".equals(raw.path("source").asString()))
                .toList();
    }

    private static Letter quotingTheNumber(Plea plea, String number, MimeMessage acknowledgement)
            throws MessagingException {
        var thread = acknowledgement.getHeader("Message-ID", null);
        return Penned.plain(
                citizen(plea).mail(),
                MailTown.MAYOR,
                "Re: " + plea.title() + " [" + number + "]",
                plea.text(),
                Map.of("In-Reply-To", thread, "References", thread));
    }

    private MimeMessage acknowledgement(Resident citizen) {
        return await("the acknowledgement")
                .atMost(Scenario.SOON)
                .pollInterval(Duration.ofMillis(300))
                .until(() -> city.town.inboxOf(citizen), inbox -> !inbox.isEmpty())
                .get(0);
    }

    private static Resident citizen(Plea plea) {
        return new Resident("验收市民", plea.mark().toLowerCase(Locale.ROOT) + "@mail.example.org", plea.phone());
    }
}
