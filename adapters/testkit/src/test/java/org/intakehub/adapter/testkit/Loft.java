package org.intakehub.adapter.testkit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.intakehub.core.channel.Call;
import org.intakehub.core.channel.Payload;

/** The far end of the polled pigeons. */
final class Loft implements FarEnd {
    private final List<String> keys =
            new ArrayList<>(IntStream.rangeClosed(1, 7).mapToObj(i -> "p-" + i).toList());

    @Override
    public Answered answer(Call call) {
        var after = Integer.parseInt(call.url().getQuery().replace("after=", ""));
        var page = keys.subList(Math.min(after, keys.size()), Math.min(after + PigeonPolling.PAGE, keys.size()));
        var text = page.stream()
                .map(key -> "letter " + key + "\ntitle 来信\ntext 正文\n")
                .collect(Collectors.joining("next\n", "", "end\n"));
        return new Answered(
                200,
                Map.of("newest", String.valueOf(keys.size())),
                Payload.of(page.isEmpty() ? "none" : text, StandardCharsets.UTF_8));
    }

    @Override
    public List<String> keys() {
        return List.copyOf(keys);
    }

    @Override
    public void arrive() {
        keys.add("p-" + (keys.size() + 1));
    }
}
