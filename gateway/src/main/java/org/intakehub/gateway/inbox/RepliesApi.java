package org.intakehub.gateway.inbox;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.intakehub.core.channel.Reply;
import org.intakehub.gateway.account.Account;
import org.intakehub.gateway.reply.CaseAnswers.Preview;
import org.intakehub.gateway.web.BadParameter;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers to citizens for machines: previewed, given, and proved. */
@RestController
@RequestMapping("/api/v1/cases/{id}/replies")
@Tag(name = "Cases")
class RepliesApi {
    private final Outbound outbound;
    private final Supplier<UUID> ids;

    RepliesApi(Outbound outbound, Supplier<UUID> ids) {
        this.outbound = outbound;
        this.ids = ids;
    }

    /** @param text what the city wants to say */
    record Draft(String text) {
        @Override
        public String toString() {
            return "Draft[" + text.length() + " characters]";
        }
    }

    /** @param recipients one for each citizen who told the matter, on each channel */
    record Previews(List<Preview> recipients) {}

    @PostMapping("/preview")
    @Operation(
            summary = "What each citizen would read if this text were sent now",
            description = "The text is cut to what each platform takes; nothing is sent.")
    Previews preview(@PathVariable UUID id, @RequestBody Draft draft, @AuthenticationPrincipal Account account) {
        return new Previews(outbound.preview(account, id, Objects.requireNonNullElse(draft.text(), "")));
    }

    /**
     * @param id of the answer, the same for every attempt at giving it; a second attempt changes nothing
     * @param revision of the case as it was read
     * @param kind ANSWER
     */
    record Answer(@Nullable UUID id, int revision, Reply.Kind kind, String text) {
        @Override
        public String toString() {
            return "Answer[" + id + "]";
        }
    }

    /** @param replies the ids of the replies, one for each citizen */
    record Accepted(UUID id, List<UUID> replies) {}

    @PostMapping
    @Operation(
            summary = "Answers everyone who told the matter, each on his own channel",
            description =
                    "Sent in the background; the case shows the state of each reply. Without replies where a second person has"
                            + " to see it first. 409 if the case changed since"
                            + " the given revision, or if nobody is there to answer.")
    ResponseEntity<?> answer(
            @PathVariable UUID id, @RequestBody Answer answer, @AuthenticationPrincipal Account account) {
        if (answer.kind() != Reply.Kind.ANSWER) {
            throw new BadParameter("kind has to be ANSWER: the hub acknowledges by itself");
        }
        var answerId = answer.id() == null ? ids.get() : answer.id();
        var given =
                outbound.give(account, id, answerId, answer.revision(), Objects.requireNonNullElse(answer.text(), ""));
        return switch (given.result()) {
            case DONE -> ResponseEntity.accepted().body(new Accepted(answerId, given.replies()));
            case WAITS -> ResponseEntity.accepted().body(new Accepted(answerId, List.of()));
            case STALE -> conflict("the case changed since this revision; read it again");
            case NOBODY -> conflict("nobody told this matter on a channel");
        };
    }

    private static ResponseEntity<?> conflict(String detail) {
        return ResponseEntity.of(ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, detail))
                .build();
    }

    /** @param items in the order of the events */
    record Proof(List<Outbound.Shown> items) {}

    @GetMapping("/{reply}/proof")
    @Operation(
            summary = "What left the hub for a reply, and what was answered",
            description = "Append-only; without what proves who the hub is, such as tokens and keys.")
    Proof proof(@PathVariable UUID id, @PathVariable UUID reply, @AuthenticationPrincipal Account account) {
        return new Proof(outbound.proof(account, id, reply));
    }

    @GetMapping("/{reply}/proof/{piece}")
    @Operation(summary = "A piece of the proof, byte for byte")
    ResponseEntity<byte[]> bytes(
            @PathVariable UUID id,
            @PathVariable UUID reply,
            @PathVariable long piece,
            @AuthenticationPrincipal Account account) {
        return Download.of(reply + "-" + piece + ".bin", outbound.bytes(account, id, reply, piece));
    }
}
