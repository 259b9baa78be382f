package org.intakehub.gateway.inbox;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.intakehub.core.channel.RemoteUnavailable;
import org.intakehub.gateway.account.Account;
import org.intakehub.gateway.calls.CallBacks;
import org.intakehub.gateway.calls.CallEntries;
import org.intakehub.gateway.calls.Calls;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Calls for machines: what rings, what an operator wrote down elsewhere, and who has to be called back. */
@RestController
@Tag(name = "Calls")
class CallsApi {
    private static final int SIZE = 100;

    private final Calls calls;
    private final CallEntries entries;
    private final CallBacks callBacks;
    private final CallBackController.CallBackList list;

    CallsApi(Calls calls, CallEntries entries, CallBacks callBacks, CallBackController.CallBackList list) {
        this.calls = calls;
        this.entries = entries;
        this.callBacks = callBacks;
        this.list = list;
    }

    /**
     * What came of a try.
     *
     * @param revision the one that the caller saw
     */
    record Tried(
            int revision, CallBacks.Result result, @Nullable String note) {}

    /** @param receiptId asks {@code GET /receipts/{id}} what became of the call */
    record Taken(String receiptId) {}

    /**
     * What an operator wrote down; all but the text may be missing.
     *
     * @param key twice the same key is one call
     */
    record Call(
            @Nullable String source,
            @Nullable String key,
            @Nullable String callId,
            @Nullable String phone,
            @Nullable String name,
            @Nullable String title,
            @Nullable String text,
            @Nullable String place,
            @Nullable String category,
            @Nullable String rank,
            @Nullable Boolean confidential) {
        CallEntries.Written written(String otherwise) {
            return new CallEntries.Written(
                    given(source),
                    key == null ? otherwise : key,
                    given(callId),
                    given(phone),
                    given(name),
                    given(title),
                    given(text),
                    given(place),
                    given(category),
                    given(rank),
                    confidential != null && confidential);
        }

        private static String given(@Nullable String value) {
            return value == null ? "" : value;
        }

        @Override
        public String toString() {
            return "Call[" + callId + "]";
        }
    }

    @GetMapping("/api/v1/calls/ringing")
    @Operation(summary = "Calls that ring or are being answered")
    List<Calls.Ringing> ringing() {
        return calls.ringing();
    }

    @PostMapping("/api/v1/calls")
    @Operation(
            summary = "Takes in what an operator wrote down during a call",
            description = "Answers 202 once it is durable.")
    ResponseEntity<?> save(@RequestBody Call call, @AuthenticationPrincipal Account account) {
        try {
            var receipt = entries.keep(call.written(entries.newKey()), account.username());
            return receipt.isPresent()
                    ? ResponseEntity.accepted().body(new Taken(receipt.get()))
                    : problem(HttpStatus.NOT_FOUND, "no telephone switch of this name");
        } catch (IllegalArgumentException e) {
            return problem(HttpStatus.BAD_REQUEST, String.valueOf(e.getMessage()));
        } catch (RemoteUnavailable e) {
            return problem(HttpStatus.SERVICE_UNAVAILABLE, "nothing can be taken in at the moment");
        }
    }

    @GetMapping("/api/v1/call-backs")
    @Operation(summary = "Missed calls that have to be called back, the most urgent first")
    Listing<CallBacks.CallBack> waiting(
            @RequestParam(defaultValue = "WAITING") String state,
            @RequestParam @Nullable String after,
            @AuthenticationPrincipal Account account) {
        var page = list.page(CaseAccess.of(account), state, Optional.ofNullable(after), SIZE);
        return new Listing<>(
                page.rows(),
                page.next()
                        .map(next -> "/api/v1/call-backs?state=" + state + "&after=" + next)
                        .orElse(null));
    }

    @PostMapping("/api/v1/call-backs/{id}/tries")
    @Operation(
            summary = "Notes a try to call back, with its result",
            description = "409 if somebody else noted one since.")
    ResponseEntity<?> tried(@PathVariable UUID id, @RequestBody Tried tried, @AuthenticationPrincipal Account account) {
        var note = tried.note() == null ? "" : tried.note();
        return switch (callBacks.note(id, tried.revision(), tried.result(), note, account.username())) {
            case NOTED -> ResponseEntity.noContent().build();
            case UNKNOWN -> problem(HttpStatus.NOT_FOUND, "no call waits under this id");
            case STALE -> problem(HttpStatus.CONFLICT, "somebody noted a try since; look again");
        };
    }

    private static ResponseEntity<?> problem(HttpStatus status, String detail) {
        return ResponseEntity.of(ProblemDetail.forStatusAndDetail(status, detail))
                .build();
    }
}
