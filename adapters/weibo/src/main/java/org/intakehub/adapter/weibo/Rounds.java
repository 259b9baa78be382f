package org.intakehub.adapter.weibo;

import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.intakehub.core.channel.Answer;
import org.intakehub.core.channel.Call;
import org.intakehub.core.channel.Cursor;
import org.intakehub.core.channel.Payload;
import org.intakehub.core.channel.RawMessage;
import org.intakehub.core.channel.RemoteUnavailable;
import org.intakehub.core.channel.SignatureStatus;
import org.intakehub.core.channel.SourceId;
import org.intakehub.core.channel.Step;
import tools.jackson.databind.JsonNode;

/** Asks for the lists one after the other, each from its newest item back to what is known, within the day's quota. */
final class Rounds {
    private final SourceId source;
    private final WeiboSettings settings;
    private final Clock clock;

    Rounds(SourceId source, WeiboSettings settings, Clock clock) {
        this.source = source;
        this.settings = settings;
        this.clock = clock;
    }

    Step start(Cursor from) {
        var progress = Progress.of(from);
        if (settings.lists().isEmpty() || progress.isTooEarly(clock.instant(), settings.timeOfACall())) {
            return new Step.Found(List.of(), from, false);
        }
        return new Step.Ask(Call.get(address(progress), Map.of()), from, "");
    }

    private URI address(Progress progress) {
        var list = list(progress);
        var query = "?since_id=" + progress.since(list) + "&count=" + settings.pageSize()
                + (progress.before().signum() == 0 ? "" : "&max_id=" + progress.before());
        return settings.address(list.path(settings.paths()) + query);
    }

    /** Settings may name fewer lists than they did when the cursor was saved. */
    private PolledList list(Progress progress) {
        return settings.lists().get(Math.min(progress.list(), settings.lists().size() - 1));
    }

    Step next(Answer answer) {
        var progress = Progress.of(answer.asked().cursor());
        var list = list(progress);
        var content = ApiAnswer.of(answer).content();
        var items = content.isArray() ? content : content.path(list.field());
        if (!items.isArray()) {
            throw new RemoteUnavailable("the platform's answer holds no list");
        }
        var raws = new ArrayList<RawMessage>();
        items.forEach(item -> raws.add(raw(list, item, answer)));
        var ids = ids(items);
        var newest = ids.stream().reduce(BigInteger.ZERO, BigInteger::max);
        var known = progress.since(list).add(BigInteger.ONE);
        var oldest = ids.stream().reduce(BigInteger::min).filter(id -> id.compareTo(known) > 0);
        if (oldest.isPresent() && hasOlder(content, items.size())) {
            return new Step.Found(raws, progress.paged(newest, oldest.get()).cursor(), true);
        }
        var read = progress.read(list, newest, settings.lists().size(), answer.receivedAt());
        return new Step.Found(raws, read.cursor(), read.list() > 0);
    }

    private static List<BigInteger> ids(JsonNode items) {
        return items.valueStream()
                .map(item -> Json.id(item, "id").or(() -> Json.id(item, "idstr")))
                .flatMap(Optional::stream)
                .map(BigInteger::new)
                .toList();
    }

    /** A page may be short of items that were deleted: the platform's own word counts, and a full page if it says none. */
    private boolean hasOlder(JsonNode content, int items) {
        return Json.value(content, "next_cursor").map(next -> !next.equals("0")).orElse(items >= settings.pageSize());
    }

    private RawMessage raw(PolledList list, JsonNode item, Answer answer) {
        var body = Payload.of(item.toString(), StandardCharsets.UTF_8);
        return new RawMessage(
                Weibo.CHANNEL,
                source,
                list.name() + ":" + Json.id(item, "id").orElseGet(body::sha256),
                answer.receivedAt(),
                Map.of("list", list.name()),
                body,
                SignatureStatus.FETCHED);
    }
}
