package org.intakehub.adapter.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.intakehub.core.channel.FarRequest;
import org.intakehub.core.channel.IntakeException;
import org.intakehub.core.channel.Outgoing;
import org.intakehub.core.channel.RemoteRejected;
import org.intakehub.core.channel.RequestingAdapter;
import org.junit.jupiter.api.Test;

/** A far end gets each request that it takes once, in one form and with its reason, and no request that it does not take. */
public interface RequestingContract extends ReplyingContract {
    /** The adapter, as what it is. */
    default RequestingAdapter requesting() {
        return (RequestingAdapter) adapter();
    }

    /** Every request that the adapter says it takes, of each of its forms. */
    private List<FarRequest> taken() {
        return FarRequests.all().stream()
                .filter(request ->
                        requesting().requests().contains(request.wish().kind()))
                .toList();
    }

    @Test
    default void takesSomeKindOfRequest() {
        assertThat(requesting().requests()).isNotEmpty();
    }

    @Test
    default void asksTheSameForTheSameRequest() {
        taken().forEach(request ->
                assertThat(requesting().ask(request)).isEqualTo(requesting().ask(request)));
    }

    @Test
    default void asksForEachKindInAFormOfItsOwn() {
        var forms = taken().stream().map(requesting()::ask).toList();
        assertThat(forms).as("what is sent for different requests").doesNotHaveDuplicates();
    }

    @Test
    default void tellsTheReasonAndTheMattersNumber() {
        for (var request : taken()) {
            if (requesting().ask(request) instanceof Outgoing.ByCall by) {
                var sent = Replies.readable(by);
                assertThat(sent).contains(request.opinion());
                assertThat(sent).contains(request.externalId().orElseThrow());
            }
        }
    }

    @Test
    default void showsNoSecretInARequest() {
        taken().forEach(request ->
                SecrecyContract.hides(settings(), requesting().ask(request)));
    }

    @Test
    default void refusesWhatItDoesNotTake() {
        var taken = requesting().requests();
        Arrays.stream(FarRequest.Kind.values())
                .filter(kind -> !taken.contains(kind))
                .forEach(kind -> FarRequests.all().stream()
                        .filter(request -> request.wish().kind() == kind)
                        .forEach(
                                request -> assertThatThrownBy(() -> requesting().ask(request))
                                        .as("asking for " + kind)
                                        .isInstanceOf(RemoteRejected.class)));
    }

    @Test
    default void refusesToAskAboutAMatterThatTheFarEndDoesNotKnow() {
        for (var request : taken()) {
            if (request.wish().kind() != FarRequest.Kind.HAND_OVER
                    && requesting().ask(request) instanceof Outgoing.ByCall) {
                assertThatThrownBy(() -> requesting().ask(FarRequests.ofNobody(request)))
                        .as("asking about a matter without a number")
                        .isInstanceOf(IntakeException.class);
            }
        }
    }

    @Test
    default void understandsTheConfirmationOfARequest() {
        for (var request : taken()) {
            if (requesting().ask(request) instanceof Outgoing.ByCall by) {
                var confirmation = confirmation().orElseThrow();
                assertThat(requesting().confirm(Replies.answer(by.call(), confirmation.success())))
                        .isNotBlank();
            }
        }
    }
}
