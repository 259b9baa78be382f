package org.intakehub.gateway.road;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.intakehub.gateway.account.Account;
import org.intakehub.gateway.channel.ChannelTests;
import org.intakehub.gateway.source.Sources;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Test messages for machines. */
@RestController
@RequestMapping("/api/v1/channels/{source}/tests")
@Tag(name = "Channels")
class TestsApi {
    private final TestMessages messages;
    private final ChannelTests tests;
    private final Sources sources;

    TestsApi(TestMessages messages, ChannelTests tests, Sources sources) {
        this.messages = messages;
        this.tests = tests;
        this.sources = sources;
    }

    /** @param id asks for the stations */
    record Sent(UUID id) {}

    @PostMapping
    @Operation(
            summary = "Sends a test message along a source's road",
            description =
                    "Through the channel's own entrance where the hub can sign for it, else from the journal on. No case"
                            + " is opened, no unit is told, nobody is answered.")
    ResponseEntity<Sent> send(@PathVariable String source, @AuthenticationPrincipal Account account) {
        var found = sources.find(source).orElseThrow(TestsApi::notFound);
        return ResponseEntity.accepted().body(new Sent(messages.send(found, account.username())));
    }

    /** @param over whether no further station will be passed */
    record Report(ChannelTests.Test test, List<ChannelTests.Passed> stations, boolean over) {}

    @GetMapping("/{id}")
    @Operation(summary = "Which stations a test message has passed, and when")
    Report report(@PathVariable String source, @PathVariable UUID id) {
        var test = tests.find(source, id).orElseThrow(TestsApi::notFound);
        var stations = tests.stations(id);
        return new Report(test, stations, tests.isOver(stations));
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
