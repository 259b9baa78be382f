package org.intakehub.adapter.open311;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.intakehub.core.channel.ChannelId;
import org.intakehub.core.channel.IntakeMessage;
import org.intakehub.core.channel.MalformedMessage;
import org.intakehub.core.channel.MatterStatus;
import org.intakehub.core.channel.Outcome;
import org.intakehub.core.channel.Outcome.Reason;
import org.intakehub.core.channel.Payload;
import org.intakehub.core.channel.RawMessage;
import org.intakehub.core.channel.Request;
import org.intakehub.core.channel.Response;
import org.intakehub.core.channel.SignatureStatus;
import org.intakehub.core.channel.WebhookAdapter;
import tools.jackson.databind.JsonNode;

/** An endpoint after Open311 GeoReport v2: tells what can be reported, and takes in requests. */
final class Open311 implements WebhookAdapter {
    static final ChannelId CHANNEL = new ChannelId("open311");

    private static final String UPDATES = "servicerequestupdates";
    private static final String FORM = "application/x-www-form-urlencoded";

    private final Open311Settings settings;
    private final Catalogue catalogue;
    private final Checks checks;
    private final Requests requests;
    private final Statuses statuses;

    Open311(Open311Settings settings) {
        this.settings = settings;
        catalogue = new Catalogue(settings.services());
        checks = new Checks(settings, catalogue);
        requests = new Requests(catalogue);
        statuses = new Statuses(catalogue);
    }

    @Override
    public ChannelId channel() {
        return CHANNEL;
    }

    @Override
    public Set<String> paths() {
        var paths = new TreeSet<>(Set.of(
                "services.json", "services.xml", "requests.json", "requests.xml", UPDATES + ".json", UPDATES + ".xml"));
        if (settings.discovery() != null) {
            paths.addAll(Set.of("discovery.json", "discovery.xml"));
        }
        return paths;
    }

    /** Any code may be asked for; one that is not known is answered in the standard's own words. */
    @Override
    public boolean answers(String path) {
        return paths().contains(path) || path.matches("(services|requests|tokens)/[^/]{1,200}\\.(json|xml)");
    }

    @Override
    public Outcome receive(Request request) {
        var name = request.path().replaceFirst("\\.(json|xml)$", "");
        if (!answers(request.path())) {
            return refused(request, Fault.unknown("this address"));
        }
        if (name.equals("requests")) {
            return switch (request.method()) {
                case "POST" -> posted(request);
                case "GET" -> listed(request, false);
                default -> refused(request, unsupported("Requests are sent with POST and read with GET."));
            };
        }
        if (!request.method().equals("GET")) {
            return refused(request, unsupported("This is read with GET."));
        }
        if (name.equals(UPDATES)) {
            return listed(request, true);
        }
        var discovery = settings.discovery();
        if (name.equals("discovery") && discovery != null) {
            return shown(request, "discovery", "", () -> Catalogue.discovery(discovery));
        }
        var fault = checks.jurisdiction(request.parameter("jurisdiction_id"));
        return fault.isPresent() ? refused(request, fault.get()) : read(request, name);
    }

    private Outcome read(Request request, String name) {
        if (name.startsWith("requests/")) {
            return one(request, name.substring("requests/".length()));
        }
        if (name.startsWith("tokens/")) {
            var token = name.substring("tokens/".length());
            return token.matches(Statuses.ID)
                    ? shown(request, "service_requests", "request", () -> Statuses.token(token))
                    : refused(request, Fault.unknown("token"));
        }
        if (name.equals("services")) {
            return shown(request, "services", "service", catalogue::list);
        }
        return catalogue
                .service(name.substring("services/".length()))
                .map(service -> shown(request, "service_definition", "", () -> Catalogue.definition(service)))
                .orElseGet(() -> refused(request, Fault.unknown("service_code")));
    }

    private static Fault unsupported(String sentence) {
        return new Fault(Reason.METHOD_NOT_ALLOWED, 405, sentence);
    }

    private Outcome listed(Request request, boolean areUpdates) {
        var fault = checks.reading(request).or(() -> checks.jurisdiction(request.parameter("jurisdiction_id")));
        if (fault.isPresent()) {
            return refused(request, fault.get());
        }
        try {
            return new Outcome.Asked(
                    statuses.question(request, areUpdates),
                    matters -> areUpdates ? updates(request, matters) : told(request, matters));
        } catch (IllegalArgumentException e) {
            return refused(request, Fault.wrong(String.valueOf(e.getMessage())));
        }
    }

    /** Of a request that is confidential as little is known as of one that was never sent. */
    private Outcome one(Request request, String id) {
        var fault = checks.reading(request);
        if (fault.isPresent()) {
            return refused(request, fault.get());
        }
        if (!id.matches(Statuses.ID)) {
            return refused(request, Fault.unknown("service_request_id"));
        }
        return new Outcome.Asked(Statuses.one(id, request.receivedAt()), matters -> {
            var unknown = Fault.unknown("service_request_id");
            return matters.isEmpty()
                    ? answer(request, 404, "errors", "error", Catalogue.error(404, unknown.description()))
                    : told(request, matters);
        });
    }

    private Response told(Request request, List<MatterStatus> matters) {
        return answer(request, 200, "service_requests", "request", statuses.told(matters));
    }

    private Response updates(Request request, List<MatterStatus> matters) {
        return answer(request, 200, "service_requests_updates", "request_update", Statuses.updates(matters));
    }

    private Outcome posted(Request request) {
        var fault = checks.key(request).or(() -> checks.jurisdiction(request.parameter("jurisdiction_id")));
        if (fault.isPresent()) {
            return refused(request, fault.get());
        }
        var type = request.header("content-type").orElse(FORM).split(";", 2)[0].strip();
        if (!type.equalsIgnoreCase(FORM)) {
            return refused(request, new Fault(Reason.UNSUPPORTED_TYPE, 400, "requests are urlencoded forms"));
        }
        Form form;
        try {
            form = Form.read(request.body());
        } catch (MalformedMessage e) {
            return refused(request, Fault.wrong("the form is not readable as UTF-8"));
        }
        var wrong = checks.form(form);
        if (wrong.isPresent()) {
            return refused(request, wrong.get());
        }
        // the key is no part of what a citizen says, and is not archived with it
        var body =
                form.names().contains(Checks.API_KEY) ? Form.without(Checks.API_KEY, request.body()) : request.body();
        return accepted(request, form, body);
    }

    private Outcome accepted(Request request, Form form, Payload body) {
        var id = Requests.id(body);
        var raw = new RawMessage(
                CHANNEL, request.source(), id, request.receivedAt(), Map.of(), body, SignatureStatus.VERIFIED);
        var created = Catalogue.created(id, Optional.ofNullable(settings.notice()), form.line("account_id"));
        return new Outcome.Accepted(raw, Optional.of(answer(request, 200, "service_requests", "request", created)));
    }

    private Outcome shown(Request request, String root, String item, Supplier<JsonNode> tree) {
        return new Outcome.Handshake(answer(request, 200, root, item, tree.get()));
    }

    private Outcome refused(Request request, Fault fault) {
        var errors = Catalogue.error(fault.status(), fault.description());
        return new Outcome.Refused(
                fault.reason(),
                fault.description(),
                Optional.of(answer(request, fault.status(), "errors", "error", errors)));
    }

    private Response answer(Request request, int status, String root, String item, JsonNode tree) {
        return Format.of(request.path()).response(status, root, item, tree, settings.charsetInType());
    }

    @Override
    public List<IntakeMessage> normalise(RawMessage raw) {
        return List.of(requests.message(raw.body()));
    }
}
