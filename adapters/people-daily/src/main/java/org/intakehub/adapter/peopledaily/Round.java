package org.intakehub.adapter.peopledaily;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.intakehub.core.channel.Answer;
import org.intakehub.core.channel.Call;
import org.intakehub.core.channel.Cursor;
import org.intakehub.core.channel.RawMessage;
import org.intakehub.core.channel.Step;
import tools.jackson.databind.JsonNode;

/**
 * The order of a round: forum after forum, each from its newest thread down to the known ones, a page's threads with their own answers;
 * then looks at threads that nobody has answered or rated yet.
 */
final class Round {
    private static final String WARM_UP = "warm-up";
    private static final String LIST = "list ";
    private static final String LOOK = "look ";

    private final PeopleDailySettings settings;
    private final Board board;
    private final Envelopes envelopes;

    Round(PeopleDailySettings settings, Board board, Envelopes envelopes) {
        this.settings = settings;
        this.board = board;
        this.envelopes = envelopes;
    }

    Step start(Cursor from) {
        return goOn(Progress.read(from));
    }

    private Step goOn(Progress progress) {
        if (progress.forum() < settings.allForums().size()) {
            var forum = settings.allForums().get(progress.forum());
            return board.warmUp(forum).map(call -> ask(call, progress, WARM_UP)).orElseGet(() -> list(progress, ""));
        }
        return progress.due(settings.watch())
                .<Step>map(thread -> ask(look(thread), progress, LOOK + thread.tid()))
                .orElseGet(() -> new Step.Found(List.of(), progress.restarted().cursor(), false));
    }

    private Step.Ask list(Progress progress, String cookies) {
        var forum = settings.allForums().get(progress.forum());
        var lastItem = progress.mark(forum.fid()).lastItem();
        return ask(board.list(forum, lastItem, cookies), progress, LIST + cookies);
    }

    private Call look(Watched thread) {
        return board.look(String.valueOf(thread.tid()), new Forum(thread.fid(), false));
    }

    private static Step.Ask ask(Call call, Progress progress, String note) {
        return new Step.Ask(call, progress.cursor(), note);
    }

    Step next(Answer answer) {
        var note = answer.asked().note();
        var progress = Progress.read(answer.asked().cursor()).at(answer.receivedAt());
        if (note.equals(WARM_UP)) {
            Faults.check(answer);
            return list(progress, cookies(answer));
        } else if (note.startsWith(LIST)) {
            return listed(answer, progress, note.substring(LIST.length()));
        } else if (note.startsWith(LOOK)) {
            return looked(answer, progress, Long.parseLong(note.substring(LOOK.length())));
        }
        return fetched(answer, Batch.of(note));
    }

    private static String cookies(Answer answer) {
        return answer.cookies().entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .filter(cookie -> cookie.matches("[ -~]+"))
                .collect(Collectors.joining("; "));
    }

    private Step listed(Answer answer, Progress progress, String cookies) {
        var listing = board.listing(answer);
        var forum = settings.allForums().get(progress.forum());
        var mark = progress.mark(forum.fid());
        var fresh = listing.rows().stream()
                .filter(row -> Rows.tid(row).map(mark::isNew).orElse(true))
                .filter(row -> !Rows.isBefore(row, settings.since()))
                .toList();
        var tids =
                listing.rows().stream().flatMap(row -> Rows.tid(row).stream()).toList();
        var stuck = listing.lastItem().isBlank() || listing.lastItem().equals(mark.lastItem());
        var after = listing.last() || stuck || fresh.isEmpty()
                ? progress.with(forum.fid(), mark.finished(tids)).nextForum()
                : progress.with(forum.fid(), mark.behind(listing.lastItem(), tids));
        return proceed(new Batch(forum, cookies, after, fresh, List.of(), false), answer);
    }

    private Step proceed(Batch batch, Answer answer) {
        if (!batch.rows().isEmpty()) {
            var row = batch.rows().get(0);
            return Rows.tid(row)
                    .map(tid -> board.thread(tid.toString(), batch.forum(), batch.cookies()))
                    .<Step>map(call -> new Step.Ask(call, answer.asked().cursor(), batch.note()))
                    // no thread can be asked for: the row goes on as it is, to where a person sees it
                    .orElseGet(() ->
                            proceed(batch.done(envelopes.of(batch.forum(), row, null), batch.after()), answer));
        }
        var raws = batch.done().stream()
                .map(envelope -> envelopes.raw(envelope, answer.receivedAt()))
                .toList();
        return raws.isEmpty()
                ? goOn(batch.after())
                : new Step.Found(raws, batch.after().cursor(), true);
    }

    private Step fetched(Answer answer, Batch batch) {
        var parts = board.thread(answer);
        if (parts.isEmpty() && !batch.refused()) {
            return proceed(batch.refusedOnce(), answer);
        }
        JsonNode row = batch.rows().get(0);
        var envelope = envelopes.of(batch.forum(), row, parts.orElse(null));
        var progress = batch.after().at(answer.receivedAt());
        var watched = envelopes.watched(envelope, answer.receivedAt());
        return proceed(
                batch.done(
                        envelope,
                        watched.map(one -> progress.watching(one, settings.watch()))
                                .orElse(progress)),
                answer);
    }

    private Step looked(Answer answer, Progress progress, long asked) {
        var after = progress.looked(asked);
        var news = new ArrayList<RawMessage>();
        for (var parts : board.looked(answer)) {
            var tid = Rows.tid(parts.path("row")).orElse(asked);
            var before = after.watched(tid);
            if (before.isPresent()) {
                var envelope = envelopes.again(before.get(), parts);
                var now = envelopes.watched(envelope, before.get(), answer.receivedAt());
                if (now.isEmpty() || !now.get().seen().equals(before.get().seen())) {
                    news.add(envelopes.raw(envelope, answer.receivedAt()));
                }
                var others = after.without(tid);
                after = now.map(one -> others.watching(one, settings.watch())).orElse(others);
            }
        }
        return news.isEmpty() ? goOn(after) : new Step.Found(news, after.cursor(), true);
    }
}
