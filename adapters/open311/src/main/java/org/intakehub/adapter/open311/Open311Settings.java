package org.intakehub.adapter.open311;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.intakehub.core.channel.Secret;
import org.intakehub.core.channel.SharedKeys;
import org.jspecify.annotations.Nullable;

/**
 * What one endpoint after Open311 GeoReport v2 offers, and from whom it takes requests.
 *
 * @param apiKeys keys of the applications that may send requests; eight characters or more each
 * @param jurisdiction the endpoint's {@code jurisdiction_id}; none: it is not looked at
 * @param services what citizens can report
 * @param notice what is told to whoever sent a request; none by default
 * @param discovery what the discovery document tells; none: it is not offered
 * @param charsetInType whether the content type of an answer names its charset; true by default, for validators disagree
 * @param keyForReading whether a key is needed to ask how far requests have come; false by default, as the standard has it
 */
public record Open311Settings(
        List<Secret> apiKeys,
        @Nullable String jurisdiction,
        List<Service> services,
        @Nullable String notice,
        @Nullable Discovery discovery,
        Boolean charsetInType,
        Boolean keyForReading) {

    public Open311Settings {
        apiKeys = List.copyOf(given(apiKeys, List.of()));
        services = List.copyOf(given(services, List.of()));
        charsetInType = given(charsetInType, true);
        keyForReading = given(keyForReading, false);
        check(!apiKeys.isEmpty(), "api-keys is needed");
        SharedKeys.of("api-keys", apiKeys);
        check(jurisdiction == null || !jurisdiction.isBlank(), "jurisdiction is not blank");
        check(!services.isEmpty(), "services is needed, one at least");
        check(
                services.stream().map(Service::code).distinct().count() == services.size(),
                "each code of services is given once");
    }

    /**
     * Something that citizens can report.
     *
     * @param code the service's code in requests
     * @param name what people call it
     * @param description what belongs to it; empty by default
     * @param group services that are shown together; empty by default
     * @param keywords words by which it is found
     * @param attributes further questions to the citizen
     */
    public record Service(
            String code,
            String name,
            String description,
            String group,
            List<String> keywords,
            List<Attribute> attributes) {
        public Service {
            check(
                    code != null && code.matches("[A-Za-z0-9._-]{1,64}"),
                    "services.code has 1 to 64 letters, digits, dots and hyphens");
            check(name != null && !name.isBlank(), "services.name is needed");
            description = given(description, "");
            group = given(group, "");
            keywords = List.copyOf(given(keywords, List.of()));
            attributes = List.copyOf(given(attributes, List.of()));
            check(
                    attributes.stream().map(Attribute::code).distinct().count() == attributes.size(),
                    "each code of attributes is given once");
        }
    }

    /**
     * A further question.
     *
     * @param datatype string, number, datetime, text, singlevaluelist or multivaluelist; string by default
     * @param required whether a request without it is refused; false by default
     * @param values what can be chosen, for the two lists
     */
    public record Attribute(String code, String description, String datatype, Boolean required, List<Choice> values) {
        private static final List<String> TYPES =
                List.of("string", "number", "datetime", "text", "singlevaluelist", "multivaluelist");

        public Attribute {
            check(
                    code != null && code.matches("[A-Za-z0-9._-]{1,64}"),
                    "attributes.code has 1 to 64 letters, digits, dots and hyphens");
            description = given(description, code);
            datatype = given(datatype, "string");
            required = given(required, false);
            values = List.copyOf(given(values, List.of()));
            check(TYPES.contains(datatype), "attributes.datatype is one of " + String.join(", ", TYPES));
            check(
                    datatype.endsWith("list") != values.isEmpty(),
                    "attributes.values is given for lists, and for nothing else");
        }
    }

    /** One of the values of a list. */
    public record Choice(String key, String name) {
        public Choice {
            check(
                    Stream.of(key, name).noneMatch(part -> part == null || part.isBlank()),
                    "values.key and values.name are needed");
        }
    }

    /**
     * What the discovery document tells.
     *
     * @param url address below which the endpoint is reached from outside
     * @param contact whom to ask
     * @param keyService where keys are given out
     * @param changeset when any of it changed, ISO 8601
     */
    public record Discovery(URI url, String contact, String keyService, String changeset) {
        public Discovery {
            check(url != null && url.getHost() != null, "discovery.url is an address");
            contact = given(contact, "");
            keyService = given(keyService, "");
            check(changeset != null && !changeset.isBlank(), "discovery.changeset is needed");
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
