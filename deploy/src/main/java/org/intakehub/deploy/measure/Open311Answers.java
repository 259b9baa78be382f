package org.intakehub.deploy.measure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.intakehub.core.channel.MatterStatus;
import org.intakehub.core.channel.Outcome;
import org.intakehub.core.channel.Response;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every kind of answer that the GeoReport endpoint gives, against the published schemas, and in XML against itself in JSON. */
final class Open311Answers {
    private static final String CHANNEL = "open311";
    private static final String KEY = "measured-api-key";
    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
    private static final Map<String, String> FORM = Map.of("content-type", "application/x-www-form-urlencoded");

    private static final MatterStatus DARK = new MatterStatus(
            "r0123456789abcdef01234567",
            true,
            Optional.of("040101"),
            NOW.minusSeconds(86_400),
            NOW.minusSeconds(60),
            Optional.of(NOW.plusSeconds(432_000)));
    /** What is known of a request whose service was taken out of the settings, and that no deadline runs for any more. */
    private static final MatterStatus OLD = new MatterStatus(
            "rfedcba9876543210fedcba98", false, Optional.empty(), NOW.minusSeconds(900_000), NOW, Optional.empty());

    private final Tally valid = new Tally("valid in JSON");
    private final Tally same = new Tally("the same in XML");
    private final Tally all = new Tally(CHANNEL);

    String measure(Path folder) throws IOException {
        System.out.println(CHANNEL + (Channel.isBuilt(CHANNEL) ? "" : ": this build has no adapter for it"));
        var schemas = new Schemas(folder);
        var swagger = folder.resolve("swagger.json");
        var channel = Channel.with(CHANNEL, settings());
        check(channel, "services", "", schemas.file("services.json"));
        for (var code : new String[] {"040101", "010203"}) {
            check(channel, "services/" + code, "", schemas.file("service-definition.json"));
        }
        check(channel, "services/unknown", "", Schemas.errors());
        check(channel, "discovery", "", Schemas.anything());
        var created = schemas.listOf(swagger, "RequestResponse");
        check(channel, "requests", form("010203") + "&address_string=a", created);
        check(channel, "requests", form("010203") + "&address_id=7&account_id=a-1&description=%3Cb%3E+%26", created);
        check(channel, "requests", form("040101") + "&lat=31.6&long=117.9&attribute%5BPOLE%5D=1", created);
        check(channel, "requests", "service_code=010203&address_string=a", Schemas.errors());
        check(channel, "requests", form("unknown") + "&address_string=a", Schemas.errors());
        check(channel, "requests", form("010203"), Schemas.errors());
        check(channel, "requests", form("040101") + "&address_string=a", Schemas.errors());
        check(channel, "requests", form("010203") + "&address_string=a&jurisdiction_id=x", Schemas.errors());
        var requests = schemas.file("requests.json");
        check(channel, "requests?status=open,closed&page_size=10", "", requests);
        check(channel, "requests/" + DARK.externalId(), "", requests);
        check(channel, "requests?status=done", "", Schemas.errors());
        check(channel, "servicerequestupdates?page_size=10", "", Schemas.anything());
        check(channel, "requests/unknown", "", Schemas.errors());
        check(channel, "tokens/" + DARK.externalId(), "", schemas.listOf(swagger, "TokenResponse"));
        System.out.println(valid + "\n" + same);
        return all.fraction();
    }

    private static String form(String code) {
        return "api_key=" + KEY + "&service_code=" + code;
    }

    /** Asks with GET, or posts the form if there is one. */
    private void check(Optional<Channel> channel, String path, String form, Schemas.Check schema) {
        var name = (form.isEmpty() ? "" : "POST ") + path + "#" + (all.size() + 1);
        var json = channel.flatMap(one -> answer(one, path, ".json", form))
                .map(Open311Answers::text)
                .orElse("");
        var xml = channel.flatMap(one -> answer(one, path, ".xml", form))
                .map(Open311Answers::text)
                .orElse("");
        var tree = tree(json);
        all.add(name, valid.add(name, tree.isPresent() && schema.accepts(tree.get())));
        all.add(name, same.add(name, tree.isPresent() && XmlLeaves.of(xml).equals(XmlLeaves.of(tree.get()))));
    }

    private static Optional<Response> answer(Channel channel, String pathAndQuery, String format, String form) {
        var parts = pathAndQuery.split("\\?", 2);
        var path = parts[0] + format;
        var outcome = form.isEmpty()
                ? channel.get(path, query(parts.length < 2 ? "" : parts[1]), NOW)
                : channel.post(path, Map.of(), FORM, form, NOW);
        if (outcome instanceof Outcome.Accepted accepted) {
            return accepted.acknowledgement();
        }
        if (outcome instanceof Outcome.Asked asked) {
            return Optional.of(asked.answer()
                    .apply(asked.question().externalIds().isEmpty() ? List.of(DARK, OLD) : List.of(DARK)));
        }
        return outcome instanceof Outcome.Handshake handshake
                ? Optional.of(handshake.echo())
                : ((Outcome.Refused) outcome).answer();
    }

    private static Map<String, String> query(String text) {
        return Pattern.compile("&")
                .splitAsStream(text)
                .filter(pair -> !pair.isEmpty())
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }

    private static String text(Response response) {
        return response.body().text(StandardCharsets.UTF_8);
    }

    private static Optional<JsonNode> tree(String json) {
        try {
            return json.isEmpty()
                    ? Optional.empty()
                    : Optional.of(JsonMapper.shared().readTree(json));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private static Map<String, String> settings() {
        var settings =
                new TreeMap<>(Map.of("api-keys[0]", KEY, "jurisdiction", "city.example.org", "notice", "<已收到> & 谢谢"));
        settings.put("services[0].code", "010203");
        settings.put("services[0].name", "垃圾 & 污水");
        settings.put("services[1].code", "040101");
        settings.put("services[1].name", "路灯");
        settings.put("services[1].description", "不亮、<闪烁>");
        settings.put("services[1].group", "照明");
        settings.put("services[1].keywords", "路灯,照明");
        settings.put("services[1].attributes[0].code", "POLE");
        settings.put("services[1].attributes[0].description", "灯杆编号");
        settings.put("services[1].attributes[0].required", "true");
        settings.put("services[1].attributes[1].code", "COLOUR");
        settings.put("services[1].attributes[1].datatype", "singlevaluelist");
        settings.put("services[1].attributes[1].values[0].key", "w");
        settings.put("services[1].attributes[1].values[0].name", "白");
        settings.put("discovery.url", "https://hub.example.org/channels/open311");
        settings.put("discovery.changeset", "2026-11-23T00:00:00Z");
        return settings;
    }
}
