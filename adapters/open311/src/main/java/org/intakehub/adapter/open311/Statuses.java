package org.intakehub.adapter.open311;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.intakehub.core.channel.MatterStatus;
import org.intakehub.core.channel.Request;
import org.intakehub.core.channel.StatusQuestion;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Reads what an application asks about requests, and writes the answer; words, names and places of citizens are never in it. */
final class Statuses {
    /** What the endpoint gives out as ids and as tokens. */
    static final String ID = "r[0-9a-f]{24}";

    private static final String CODE = "service_code";
    /** GeoReport v2: ninety days at most, and a thousand requests. */
    private static final Duration SPAN = Duration.ofDays(90);

    private static final int MOST = 1_000;
    private static final int MOST_IDS = 100;
    private static final int PAGE = 50;
    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

    private final Catalogue catalogue;

    Statuses(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** @throws IllegalArgumentException with a sentence for the application */
    StatusQuestion question(Request request, boolean byUpdate) {
        var ids = list(request, "service_request_id");
        var codes = list(request, CODE);
        check(ids.size() <= MOST_IDS, "service_request_id names " + MOST_IDS + " requests at most");
        var to = time(request, "end_date").orElse(request.receivedAt());
        var from = time(request, "start_date").orElse(ids.isEmpty() ? to.minus(SPAN) : Instant.EPOCH);
        check(!from.isAfter(to), "start_date is not after end_date");
        check(
                !ids.isEmpty() || !from.isBefore(to.minus(SPAN)),
                "start_date and end_date are ninety days apart at most");
        var size = number(request, "page_size", PAGE);
        var page = number(request, "page", 1);
        check((long) page * size <= MOST, "page and page_size reach " + MOST + " requests at most");
        return new StatusQuestion(ids, CODE, codes, open(request), byUpdate, from, to, page, size);
    }

    static StatusQuestion one(String id, Instant now) {
        return new StatusQuestion(Set.of(id), CODE, Set.of(), Optional.empty(), false, Instant.EPOCH, now, 1, 1);
    }

    private static Set<String> list(Request request, String name) {
        return request.parameter(name).stream()
                .flatMap(text -> Arrays.stream(text.split(",", -1)))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.toSet());
    }

    private static Optional<Boolean> open(Request request) {
        var states = list(request, "status");
        check(Set.of("open", "closed").containsAll(states), "status is open or closed");
        return states.size() == 1 ? Optional.of(states.contains("open")) : Optional.empty();
    }

    private static Optional<Instant> time(Request request, String name) {
        return request.parameter(name).filter(text -> !text.isBlank()).map(text -> {
            try {
                return OffsetDateTime.parse(text.strip()).toInstant();
            } catch (DateTimeException e) {
                throw new IllegalArgumentException(name + " is a time such as 2026-11-23T10:00:00+08:00", e);
            }
        });
    }

    private static int number(Request request, String name, int otherwise) {
        var given = request.parameter(name).filter(text -> !text.isBlank()).orElse(String.valueOf(otherwise));
        check(given.matches("[1-9][0-9]{0,3}"), name + " is a number from 1");
        return Integer.parseInt(given);
    }

    private static void check(boolean works, String sentence) {
        if (!works) {
            throw new IllegalArgumentException(sentence);
        }
    }

    ArrayNode told(List<MatterStatus> matters) {
        var list = JsonNodeFactory.instance.arrayNode();
        for (var matter : matters) {
            var code = matter.extra().orElse("");
            var one = list.addObject()
                    .put("service_request_id", matter.externalId())
                    .put("status", matter.isOpen() ? "open" : "closed")
                    .put("service_code", code)
                    .put(
                            "service_name",
                            catalogue
                                    .service(code)
                                    .map(Open311Settings.Service::name)
                                    .orElse(""))
                    .put("requested_datetime", written(matter.takenInAt()))
                    .put("updated_datetime", written(matter.updatedAt()));
            matter.dueAt().ifPresent(due -> one.put("expected_datetime", written(due)));
        }
        return list;
    }

    /** The last change of each; what was answered is for the citizen alone, so no update is described. */
    static ArrayNode updates(List<MatterStatus> matters) {
        var list = JsonNodeFactory.instance.arrayNode();
        for (var matter : matters) {
            list.addObject()
                    .put(
                            "update_id",
                            matter.externalId() + "-" + matter.updatedAt().getEpochSecond())
                    .put("service_request_id", matter.externalId())
                    .put("status", matter.isOpen() ? "open" : "closed")
                    .put("updated_datetime", written(matter.updatedAt()))
                    .put("description", "");
        }
        return list;
    }

    /** A token is the id itself, which is known at once. */
    static JsonNode token(String token) {
        var list = JsonNodeFactory.instance.arrayNode();
        list.addObject().put("token", token).put("service_request_id", token);
        return list;
    }

    private static String written(Instant when) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                when.atZone(BEIJING).toOffsetDateTime().withNano(0));
    }
}
