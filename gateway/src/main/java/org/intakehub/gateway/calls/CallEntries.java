package org.intakehub.gateway.calls;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.intakehub.core.casefile.SignedTokens;
import org.intakehub.core.channel.Citizen;
import org.intakehub.core.channel.FormAdapter;
import org.intakehub.core.channel.FormEntry;
import org.intakehub.core.channel.RawMessage;
import org.intakehub.core.channel.SignatureStatus;
import org.intakehub.core.classification.CategoryCode;
import org.intakehub.core.rules.CityRules;
import org.intakehub.gateway.source.Source;
import org.intakehub.gateway.source.Sources;
import org.intakehub.routes.stage.Journal;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What operators write down during calls: durable before the answer, on the road of the telephone's channel. */
@Component
public class CallEntries {
    /** Header of the raw message that names the operator. */
    static final String BY = "entered-by";

    private static final String CHANNEL = "telephone";
    private static final String EMERGENCIES = "emergency-office";
    private static final Pattern KEY = Pattern.compile("[a-z2-7]{24}");
    private static final int LONGEST = 10_000;

    private final Sources sources;
    private final CityRules rules;
    private final ObjectProvider<Journal> journal;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    CallEntries(Sources sources, CityRules rules, ObjectProvider<Journal> journal, Clock clock) {
        this.sources = sources;
        this.rules = rules;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * What an operator wrote; blank where nothing was said.
     *
     * @param source the switch, the first one if blank
     * @param key the form's own number from {@link CallEntries#newKey}: saved twice, it is one call
     * @param category begins with the code of the category, as the list of choices has it
     * @param rank 1 (gravest) to 3: the emergency office hands an event over by telephone, and it takes that channel's road
     */
    public record Written(
            String source,
            String key,
            String callId,
            String phone,
            String name,
            String title,
            String text,
            String place,
            String category,
            String rank,
            boolean confidential) {
        @Override
        public String toString() {
            return "Written[" + callId + "]";
        }
    }

    /** Random, so that nobody's form is taken for another's. */
    public String newKey() {
        var bytes = new byte[15];
        random.nextBytes(bytes);
        return SignedTokens.base32(bytes, 24);
    }

    /** Switches whose calls can be written down. */
    public List<String> switches() {
        return forms(CHANNEL);
    }

    /** Emergency offices whose events can be written down. */
    public List<String> emergencyOffices() {
        return forms(EMERGENCIES);
    }

    private List<String> forms(String channel) {
        return sources.running().stream()
                .filter(source -> source.channel().value().equals(channel))
                .filter(source -> source.as(FormAdapter.class).isPresent())
                .map(source -> source.id().value())
                .toList();
    }

    /**
     * Keeps the call and gives its receipt; empty if there is no such switch.
     *
     * @throws IllegalArgumentException if nothing was written or the form's number is none
     */
    public Optional<String> keep(Written written, String username) {
        if (written.text().isBlank() || written.text().length() > LONGEST) {
            throw new IllegalArgumentException("text has 1 to " + LONGEST + " characters");
        }
        if (!KEY.matcher(written.key()).matches()) {
            throw new IllegalArgumentException("key is the number of a form");
        }
        var desks = written.rank().isBlank() ? switches() : emergencyOffices();
        var isNamed = !written.source().isBlank() && written.rank().isBlank();
        var name = isNamed ? written.source() : desks.stream().findFirst().orElse("");
        return sources.find(name).filter(source -> desks.contains(name)).map(source -> keep(source, written, username));
    }

    private String keep(Source source, Written written, String username) {
        var form = source.as(FormAdapter.class).orElseThrow();
        var raw = new RawMessage(
                source.channel(),
                source.id(),
                "form:" + written.key(),
                clock.instant(),
                Map.of("content-type", "application/json", BY, username),
                form.write(entry(written)),
                SignatureStatus.ENTERED);
        return journal.getObject().keep(raw, source.adapter().isPressing());
    }

    private FormEntry entry(Written written) {
        var extras = new HashMap<String, String>();
        filled(written.rank()).filter(rank -> rank.matches("[1-3]")).ifPresent(rank -> extras.put("eventRank", rank));
        filled(written.callId()).ifPresent(id -> extras.put("callId", id));
        category(written.category()).ifPresent(code -> extras.put("category", code));
        var phone = filled(written.phone().replaceAll("[^0-9+]", ""));
        var name = filled(written.name());
        var citizen = new Citizen(
                name,
                Optional.empty(),
                phone.stream().toList(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Citizen.Kind.PERSON,
                name.isEmpty() && phone.isEmpty(),
                phone);
        return new FormEntry(
                written.key(),
                written.title().strip(),
                written.text().strip(),
                citizen,
                filled(written.place()),
                Optional.empty(),
                written.confidential(),
                List.of(),
                extras);
    }

    /** What is chosen from the list begins with its code; anything else is no choice. */
    private Optional<String> category(String chosen) {
        var code = chosen.strip().split("\\s", 2)[0];
        return CategoryCode.isWellFormed(code)
                        && rules.category(new CategoryCode(code)).isPresent()
                ? Optional.of(code)
                : Optional.empty();
    }

    private static Optional<String> filled(String value) {
        return value.isBlank() ? Optional.empty() : Optional.of(value.strip());
    }
}
