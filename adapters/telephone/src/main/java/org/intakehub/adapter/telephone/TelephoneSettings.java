package org.intakehub.adapter.telephone;

import java.net.URI;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.intakehub.core.channel.Secret;
import org.intakehub.core.channel.SharedKeys;
import org.jspecify.annotations.Nullable;

/**
 * How one telephone switch tells its calls: it pushes them, or is asked for them. Exactly one of {@code keys} and {@code poll} is needed.
 *
 * @param keys keys that the switch sends with each push; several while they rotate
 * @param keyName parameter or header in which the key stands; {@code key} by default
 * @param poll address that tells the present event of one agent; {@code {agent}} in it is replaced
 * @param agents agents that are asked about, one after the other; needed with {@code poll}
 * @param pollKey key that the hub shows in the header {@code keyName} when it asks; none by default
 * @param zone where the switch's clocks hang; {@code Asia/Shanghai} by default
 * @param states what the switch's own words for states mean: RING, ANSWER, HANGUP or MISSED; adds to the shipped ones
 */
public record TelephoneSettings(
        List<Secret> keys,
        String keyName,
        @Nullable String poll,
        List<String> agents,
        @Nullable Secret pollKey,
        ZoneId zone,
        Map<String, CallState> states) {
    static final String AGENT = "{agent}";

    public TelephoneSettings {
        keys = List.copyOf(given(keys, List.of()));
        keyName = given(keyName, "key");
        agents = List.copyOf(given(agents, List.of()));
        zone = given(zone, ZoneId.of("Asia/Shanghai"));
        states = Map.copyOf(given(states, Map.of()));
        check(keys.isEmpty() != (poll == null), "one of keys and poll is needed, and not both");
        SharedKeys.of("keys", keys);
        check(keyName.matches("[A-Za-z][A-Za-z0-9-]{0,63}"), "key-name is the name of a parameter or a header");
        check(poll == null || isWeb(poll), "poll is an http or https address");
        check((poll == null) == agents.isEmpty(), "agents are given together with poll, one at least");
        check(agents.stream().allMatch(agent -> agent.matches("[A-Za-z0-9_-]{1,32}")), "agents are numbers or names");
        check(agents.stream().distinct().count() == agents.size(), "each of agents is named once");
        check(
                agents.size() == 1 || poll == null || poll.contains(AGENT),
                "poll holds {agent} if there are several agents");
        check(pollKey == null || pollKey.value().matches("[!-~]+"), "poll-key has visible ASCII characters only");
    }

    private static boolean isWeb(String address) {
        try {
            var url = URI.create(address.replace(AGENT, "0"));
            return url.getHost() != null && List.of("http", "https").contains(String.valueOf(url.getScheme()));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    // the binder of properties passes null for what is not set
    private static <T> T given(@Nullable T value, T otherwise) {
        return value == null ? otherwise : value;
    }

    private static void check(boolean holds, String sentence) {
        if (!holds) {
            throw new IllegalArgumentException(sentence);
        }
    }
}
