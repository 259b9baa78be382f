package org.intakehub.adapter.governmentwebsite;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.intakehub.core.channel.Answer;
import org.intakehub.core.channel.Cursor;
import org.intakehub.core.channel.MalformedMessage;
import org.intakehub.core.channel.Step;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * The order of a round: the list from its first page until nothing is new, each new letter's page; then pages of letters that had no answer
 * when they were last looked at.
 */
final class Round {
    private static final String OPENING = "opening";
    private static final String LIST = "list";
    private static final String LOOK = "look ";

    private final GovernmentWebsiteSettings settings;
    private final Site site;
    private final Envelopes envelopes;
    private final Function<String, Optional<Instant>> times;

    Round(
            GovernmentWebsiteSettings settings,
            Site site,
            Envelopes envelopes,
            Function<String, Optional<Instant>> times) {
        this.settings = settings;
        this.site = site;
        this.envelopes = envelopes;
        this.times = times;
    }

    Step start(Cursor from) {
        return goOn(Progress.read(from));
    }

    private Step goOn(Progress progress) {
        if (progress.page() != Progress.DONE) {
            return site.opening()
                    .map(call -> new Step.Ask(call, progress.cursor(), OPENING))
                    .orElseGet(() -> list(progress, ""));
        }
        return progress.due(settings.again())
                .flatMap(id -> site.page(id).map(call -> new Step.Ask(call, progress.cursor(), LOOK + id)))
                .<Step>map(ask -> ask)
                .orElseGet(() -> new Step.Found(List.of(), progress.restarted().cursor(), false));
    }

    private Step.Ask list(Progress progress, String opened) {
        return new Step.Ask(site.list(progress.page(), opened), progress.cursor(), LIST);
    }

    Step next(Answer answer) {
        var note = answer.asked().note();
        var progress = Progress.read(answer.asked().cursor()).at(answer.receivedAt());
        if (note.equals(OPENING)) {
            return list(progress, site.opened(answer));
        } else if (note.equals(LIST)) {
            return listed(answer, progress);
        } else if (note.startsWith(LOOK)) {
            return looked(answer, progress, note.substring(LOOK.length()));
        }
        return fetched(answer, Batch.of(note));
    }

    private Step listed(Answer answer, Progress progress) {
        var listing = site.listing(answer);
        var recent =
                listing.entries().stream().filter(entry -> !isBefore(entry)).toList();
        var news = new ArrayList<Site.Entry>();
        var done = new ArrayList<String>();
        var after = progress;
        for (var entry : recent) {
            if (site.page(entry.id()).isPresent()) {
                var before = progress.seen().get(entry.id());
                if (before == null || !before.row().equals(Envelopes.rowFingerprint(entry.row()))) {
                    news.add(entry);
                }
            } else {
                var envelope = envelopes.of(entry);
                var seen = envelopes.seen(envelope, "-", answer.receivedAt());
                var id = entry.id().isEmpty() ? "?" + seen.said() : entry.id();
                if (isNews(progress.seen().get(id), seen)) {
                    done.add(envelope);
                    after = after.with(id, seen, settings.again().letters());
                }
            }
        }
        var nothingNew = news.isEmpty() && done.isEmpty();
        var enough = nothingNew && (progress.page() + 1 >= settings.again().pages() || recent.isEmpty());
        return proceed(new Batch(listing.last() || enough ? after.listDone() : after.nextPage(), news, done), answer);
    }

    private static boolean isNews(@Nullable Seen before, Seen now) {
        return before == null || !before.said().equals(now.said()) || before.state() == Seen.State.CUT;
    }

    private boolean isBefore(Site.Entry entry) {
        LocalDate since = settings.since();
        if (since == null) {
            return false;
        }
        try {
            return site.read(JsonMapper.shared()
                            .createObjectNode()
                            .put("id", entry.id())
                            .set("row", entry.row()))
                    .submitted()
                    .or(() -> Optional.of(entry.row().path("date").asString("")))
                    .flatMap(times)
                    .filter(day -> day.atZone(settings.zoneId()).toLocalDate().isBefore(since))
                    .isPresent();
        } catch (MalformedMessage e) {
            return false;
        }
    }

    private Step proceed(Batch batch, Answer answer) {
        if (!batch.entries().isEmpty()) {
            var call = site.page(batch.entries().get(0).id());
            if (call.isPresent()) {
                return new Step.Ask(call.get(), answer.asked().cursor(), batch.note());
            }
        }
        var raws = batch.done().stream()
                .map(envelope -> envelopes.raw(envelope, answer.receivedAt()))
                .toList();
        return raws.isEmpty()
                ? goOn(batch.after())
                : new Step.Found(raws, batch.after().cursor(), true);
    }

    private Step fetched(Answer answer, Batch batch) {
        var entry = batch.entries().get(0);
        var before = batch.after().seen().get(entry.id());
        var envelope = envelopes.of(entry.id(), entry.row(), site.paged(answer).orElse(null), before);
        var seen = envelopes.seen(envelope, Envelopes.rowFingerprint(entry.row()), answer.receivedAt());
        var next = batch.next(batch.after()
                .at(answer.receivedAt())
                .with(entry.id(), seen, settings.again().letters()));
        return proceed(isNews(before, seen) ? next.with(envelope) : next, answer);
    }

    private Step looked(Answer answer, Progress progress, String id) {
        var after = progress.oneMoreLook();
        var before = progress.seen().get(id);
        var page = site.paged(answer);
        if (before == null || page.isEmpty()) {
            var gone = new Seen(
                    Seen.State.DONE,
                    progress.time(),
                    before == null ? "-" : before.row(),
                    before == null ? "-" : before.said());
            return goOn(after.with(id, gone, settings.again().letters()));
        }
        var envelope = envelopes.of(id, MissingNode.getInstance(), page.get(), before);
        var seen = envelopes.seen(envelope, before.row(), answer.receivedAt());
        var remembered = after.with(id, seen, settings.again().letters());
        return isNews(before, seen)
                ? new Step.Found(List.of(envelopes.raw(envelope, answer.receivedAt())), remembered.cursor(), true)
                : goOn(remembered);
    }
}
