package org.intakehub.gateway.web;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Tells every open page, at most once a second, that cases or troubles changed. An announcement carries a revision and nothing of what
 * changed; a page that connects, or connects again, is told at once, so that it is right again by itself.
 */
@Component
class Announcer implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Announcer.class);
    private static final Duration LONGEST = Duration.ofMinutes(30);
    private static final int HEARTBEAT_TICKS = 15;

    private final Revisions revisions;
    private final Set<SseEmitter> listeners = ConcurrentHashMap.newKeySet();
    private Map<String, String> announced = Map.of();
    private int quietTicks;
    private volatile boolean running;

    Announcer(Revisions revisions) {
        this.revisions = revisions;
    }

    SseEmitter listen() {
        var listener = new SseEmitter(LONGEST.toMillis());
        listener.onCompletion(() -> listeners.remove(listener));
        listener.onTimeout(listener::complete);
        listener.onError(failure -> listeners.remove(listener));
        if (!running) {
            listener.complete();
            return listener;
        }
        listeners.add(listener);
        for (var topic : Revisions.TOPICS) {
            send(listener, SseEmitter.event().name(topic).data("now"));
        }
        return listener;
    }

    @Scheduled(fixedDelay = 1000)
    void announce() {
        if (listeners.isEmpty()) {
            return;
        }
        try {
            var current = revisions.current();
            var changed = new TreeMap<>(current);
            changed.entrySet().removeAll(announced.entrySet());
            announced = current;
            changed.forEach((topic, revision) -> listeners.forEach(
                    listener -> send(listener, SseEmitter.event().name(topic).data(revision))));
            quietTicks = changed.isEmpty() ? quietTicks + 1 : 0;
            if (quietTicks >= HEARTBEAT_TICKS) {
                quietTicks = 0;
                listeners.forEach(listener -> send(listener, SseEmitter.event().comment("")));
            }
        } catch (DataAccessException e) {
            LOG.debug("nothing to announce: the database does not answer");
        }
    }

    private void send(SseEmitter listener, SseEmitter.SseEventBuilder event) {
        try {
            listener.send(event);
        } catch (IOException | IllegalStateException e) {
            listeners.remove(listener);
        }
    }

    @Override
    public void start() {
        running = true;
    }

    /** Before the web server waits for open requests to end, for these would not. */
    @Override
    public void stop() {
        running = false;
        listeners.forEach(SseEmitter::complete);
        listeners.clear();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
