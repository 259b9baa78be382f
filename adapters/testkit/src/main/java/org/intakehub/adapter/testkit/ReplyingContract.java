package org.intakehub.adapter.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.intakehub.core.channel.Outgoing;
import org.intakehub.core.channel.RemoteRejected;
import org.intakehub.core.channel.RemoteUnavailable;
import org.intakehub.core.channel.ReplyingAdapter;
import org.junit.jupiter.api.Test;

/** A reply goes out once in one form, to the citizen alone, and what the far end says of it is understood. */
public interface ReplyingContract extends AdapterContract {
    /** A citizen's handle on this channel, as the adapter reads it from a message. */
    String recipient();

    /** How the far end answers; empty if replies leave by mail, where the hub's mail server answers. */
    Optional<Confirmation> confirmation();

    /** Most bytes that the platform takes in the body of a call. */
    default int mostBytes() {
        return 1 << 20;
    }

    /** The adapter, as what it is. */
    default ReplyingAdapter replying() {
        return (ReplyingAdapter) adapter();
    }

    @Test
    default void composesTheSameForTheSameReply() {
        var reply = Replies.to(recipient(), "已安排维修。");
        assertThat(replying().compose(reply)).isEqualTo(replying().compose(reply));
        var other = Replies.withId(reply, "reply-2");
        if (replying().compose(reply) instanceof Outgoing.ByMail mail
                && replying().compose(other) instanceof Outgoing.ByMail second) {
            assertThat(second.messageId()).as("Message-ID of another reply").isNotEqualTo(mail.messageId());
        }
    }

    @Test
    default void keepsWithinThePlatformsLimits() {
        for (var text : List.of("好", "路灯不亮。".repeat(20_000), "😀".repeat(50_001), "line\n".repeat(10_000))) {
            Replies.composed(replying(), Replies.to(recipient(), text)).ifPresent(outgoing -> {
                if (outgoing instanceof Outgoing.ByCall by) {
                    assertThat(by.call().body().size())
                            .as("bytes of a call's body")
                            .isLessThanOrEqualTo(mostBytes());
                } else if (outgoing instanceof Outgoing.ByMail mail) {
                    assertThat(mail.subject()).as("subject").hasSizeLessThanOrEqualTo(250);
                    assertThat(ReadingContract.CONTROL
                                    .matcher(mail.text().replace("\r\n", "\n"))
                                    .find())
                            .as("half a character in the text")
                            .isFalse();
                }
            });
        }
    }

    @Test
    default void showsWhatItSends() {
        for (var text : List.of("好", "路灯不亮。".repeat(20_000), "line\n".repeat(10_000))) {
            var reply = Replies.to(recipient(), text);
            Replies.composed(replying(), reply).ifPresent(outgoing -> {
                var readable = Replies.readable(outgoing);
                assertThat(replying().shown(reply).lines())
                        .as("lines of what is shown before it is sent")
                        .allSatisfy(line -> assertThat(readable.contains(line))
                                .as("is sent")
                                .isTrue());
            });
        }
    }

    @Test
    default void showsNoSecretInAReply() {
        SecrecyContract.hides(settings(), replying().compose(Replies.to(recipient(), "已安排维修。")));
    }

    @Test
    default void letsNothingIntoTheHeaders() {
        for (var reply : Replies.injected(recipient())) {
            Replies.composed(replying(), reply)
                    .ifPresent(outgoing -> assertThat(Replies.headers(outgoing))
                            .as("headers of what is sent")
                            .noneMatch(value -> value.chars().anyMatch(Character::isISOControl)));
        }
    }

    @Test
    default void writesToTheCitizenAlone() {
        var crowd = recipient() + "," + Replies.STRANGER;
        Replies.composed(replying(), Replies.to(crowd, "已安排维修。")).ifPresent(outgoing -> {
            if (outgoing instanceof Outgoing.ByMail mail) {
                assertThat(mail.to()).doesNotContain(Replies.STRANGER);
            }
        });
    }

    @Test
    default void threadsItsMail() {
        var reply = Replies.to(recipient(), "已安排维修。");
        if (replying().compose(reply) instanceof Outgoing.ByMail mail) {
            assertThat(mail.to()).contains(recipient());
            assertThat(mail.text()).contains("已安排维修。");
            assertThat(mail.messageId()).as("Message-ID without brackets").matches("[^<>\\s]+@[^<>\\s]+");
            var newest = "<" + reply.references().get(1) + ">";
            assertThat(Replies.header(mail, "In-Reply-To")).isEqualTo(newest);
            assertThat(Replies.header(mail, "References"))
                    .isEqualTo("<" + reply.references().get(0) + "> " + newest);
            assertThat(mail.subject() + mail.from() + mail.headers()).contains(reply.caseToken());
        }
    }

    @Test
    default void marksAnAcknowledgementAsAutomatic() {
        if (replying().compose(Replies.acknowledgement(recipient())) instanceof Outgoing.ByMail mail) {
            assertThat(Replies.header(mail, "Auto-Submitted")).startsWith("auto-");
        }
    }

    @Test
    default void understandsTheConfirmation() {
        if (replying().compose(Replies.to(recipient(), "已安排维修。")) instanceof Outgoing.ByCall by) {
            var confirmation = confirmation()
                    .orElseThrow(() -> new AssertionError("a reply that leaves by HTTP needs a confirmation()"));
            assertThat(replying().confirm(Replies.answer(by.call(), confirmation.success())))
                    .isEqualTo(confirmation.id());
        }
    }

    @Test
    default void tellsAPassingFaultFromAFinalNo() {
        if (replying().compose(Replies.to(recipient(), "已安排维修。")) instanceof Outgoing.ByCall by) {
            var faults =
                    new ArrayList<>(confirmation().map(Confirmation::faults).orElse(List.of()));
            Stream.of(429, 500, 503).map(Answered::empty).forEach(faults::add);
            faults.forEach(fault -> assertThatThrownBy(() -> replying().confirm(Replies.answer(by.call(), fault)))
                    .as("an answer of status " + fault.status() + " that tells a passing fault")
                    .isInstanceOf(RemoteUnavailable.class));
            var refusals =
                    new ArrayList<>(confirmation().map(Confirmation::refusals).orElse(List.of()));
            Stream.of(401, 403).map(Answered::empty).forEach(refusals::add);
            refusals.forEach(refusal -> assertThatThrownBy(() -> replying().confirm(Replies.answer(by.call(), refusal)))
                    .as("an answer of status " + refusal.status() + " that tells a final no")
                    .isInstanceOf(RemoteRejected.class));
        }
    }
}
