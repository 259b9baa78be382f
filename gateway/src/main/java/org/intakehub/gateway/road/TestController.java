package org.intakehub.gateway.road;

import org.intakehub.gateway.account.Account;
import org.intakehub.gateway.source.Sources;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;

/** The button that sends a test message. */
@Controller
class TestController {
    private final TestMessages messages;
    private final Sources sources;

    TestController(TestMessages messages, Sources sources) {
        this.messages = messages;
        this.sources = sources;
    }

    @PostMapping("/sources/{name}/tests")
    String send(@PathVariable String name, @AuthenticationPrincipal Account account) {
        var source = sources.find(name).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        messages.send(source, account.username());
        return "redirect:/sources/" + name;
    }
}
