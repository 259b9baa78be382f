package org.intakehub.gateway.web;

import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The stream on which open pages hear that something changed; what changed they ask for themselves. */
@Controller
class LiveController {
    static final String PATH = "/live";

    private final Announcer announcer;

    LiveController(Announcer announcer) {
        this.announcer = announcer;
    }

    @GetMapping(path = PATH, produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter live() {
        return announcer.listen();
    }
}
