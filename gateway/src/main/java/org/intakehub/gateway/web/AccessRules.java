package org.intakehub.gateway.web;

import static org.intakehub.gateway.account.Role.ADMIN;
import static org.intakehub.gateway.account.Role.DISPATCHER;
import static org.intakehub.gateway.account.Role.INTEGRATOR;
import static org.intakehub.gateway.account.Role.OPERATOR;
import static org.intakehub.gateway.account.Role.UNIT;

import java.util.List;
import java.util.Set;
import org.intakehub.gateway.account.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;

/**
 * Who may call which address: the first rule that fits decides, and what fits none is closed to everyone. Which cases and which units
 * somebody sees behind an address is the business of the case policy.
 */
public final class AccessRules {
    private static final Set<Role> EVERYONE = Set.of(Role.values());
    private static final Set<Role> DESK = Set.of(OPERATOR, DISPATCHER, ADMIN);
    private static final Set<Role> CASES = Set.of(OPERATOR, DISPATCHER, UNIT, ADMIN);
    private static final Set<Role> HANDLING = Set.of(UNIT, DISPATCHER, ADMIN);
    private static final Set<Role> RULING = Set.of(DISPATCHER, ADMIN);
    private static final Set<Role> ALARMED = Set.of(DISPATCHER, ADMIN);
    private static final Set<Role> MACHINERY_AND_UNITS = Set.of(INTEGRATOR, ADMIN, UNIT);
    private static final Set<Role> MACHINERY = Set.of(INTEGRATOR, ADMIN);

    /** Open to the world: no cookie is read there, and nobody is asked who he is. */
    static final List<String> OPEN = List.of(
            "/receipts/**",
            "/public/**",
            "/api/v1/public/**",
            "/actuator/health",
            "/actuator/health/**",
            "/webjars/**",
            "/assets/**");

    /** For machines: a key and nothing else, no cookie, no session. */
    static final List<Rule> FOR_KEYS = List.of(
            rule(HttpMethod.GET, "/actuator/prometheus", MACHINERY),
            rule(HttpMethod.GET, "/actuator/**", MACHINERY),
            rule(HttpMethod.GET, "/api/v1/units/*/work-orders", CASES),
            rule(HttpMethod.GET, "/api/v1/figures", DESK),
            rule(HttpMethod.GET, "/api/v1/board", ALARMED),
            rule(HttpMethod.GET, "/api/v1/cases", CASES),
            rule(HttpMethod.GET, "/api/v1/cases/*", CASES),
            rule(HttpMethod.GET, "/api/v1/cases/*/attachments/*", CASES),
            rule(HttpMethod.POST, "/api/v1/cases/*/revelations", CASES),
            rule(HttpMethod.GET, "/api/v1/cases/*/raw/*", DESK),
            rule(HttpMethod.GET, "/api/v1/cases/*/raw/*/bytes", DESK),
            rule(HttpMethod.POST, "/api/v1/cases/*/triage", DESK),
            rule(null, "/api/v1/batches/**", DESK),
            rule(null, "/api/v1/cases/*/notes", DESK),
            rule(HttpMethod.GET, "/api/v1/canned-answers", DESK),
            rule(HttpMethod.GET, "/api/v1/cases/*/drafts", DESK),
            rule(HttpMethod.POST, "/api/v1/cases/*/take", DESK),
            rule(HttpMethod.POST, "/api/v1/cases/*/give-back", DESK),
            rule(HttpMethod.GET, "/api/v1/cases/*/similar", DESK),
            rule(HttpMethod.POST, "/api/v1/cases/*/merge", DESK),
            rule(HttpMethod.POST, "/api/v1/cases/*/unmerge", DESK),
            rule(HttpMethod.POST, "/api/v1/cases/*/dismiss", DESK),
            rule(HttpMethod.GET, "/api/v1/cases/*/parts", DESK),
            rule(null, "/api/v1/cases/*/identity/**", DESK),
            rule(HttpMethod.POST, "/api/v1/cases/*/split/**", DESK),
            rule(HttpMethod.GET, "/api/v1/calls/ringing", DESK),
            rule(HttpMethod.POST, "/api/v1/calls", DESK),
            rule(HttpMethod.GET, "/api/v1/call-backs", DESK),
            rule(HttpMethod.POST, "/api/v1/call-backs/*/tries", DESK),
            rule(null, "/api/v1/emergencies/**", DESK),
            rule(HttpMethod.POST, "/api/v1/cases/*/recall", DESK),
            rule(HttpMethod.GET, "/api/v1/cases/*/clocks", CASES),
            rule(HttpMethod.GET, "/api/v1/work-orders/*", CASES),
            rule(HttpMethod.POST, "/api/v1/work-orders/*/urgings", DESK),
            rule(HttpMethod.POST, "/api/v1/work-orders/**", HANDLING),
            rule(HttpMethod.GET, "/api/v1/supervision/**", DESK),
            rule(HttpMethod.GET, "/api/v1/cases/*/supervision/**", DESK),
            rule(HttpMethod.POST, "/api/v1/cases/*/meetings", DESK),
            rule(HttpMethod.POST, "/api/v1/cases/*/instructions", RULING),
            rule(HttpMethod.GET, "/api/v1/cases/*/rulings", CASES),
            rule(HttpMethod.POST, "/api/v1/cases/*/rulings/*", RULING),
            rule(HttpMethod.POST, "/api/v1/cases/*/direct-answer", DESK),
            rule(HttpMethod.POST, "/api/v1/cases/*/transfer", DESK),
            rule(HttpMethod.POST, "/api/v1/cases/*/not-accepted", DESK),
            rule(HttpMethod.POST, "/api/v1/cases/*/rework", RULING),
            rule(HttpMethod.POST, "/api/v1/cases/*/reopen", RULING),
            rule(HttpMethod.POST, "/api/v1/cases/*/close", RULING),
            rule(HttpMethod.GET, "/api/v1/units/returns", RULING),
            rule(HttpMethod.GET, "/api/v1/reports/operators", RULING),
            rule(HttpMethod.GET, "/api/v1/reports/**", DESK),
            rule(HttpMethod.GET, "/api/v1/cases/*/answer-templates", DESK),
            rule(HttpMethod.GET, "/api/v1/answer-reviews", RULING),
            rule(null, "/api/v1/follow-ups/**", RULING),
            rule(HttpMethod.POST, "/api/v1/cases/*/answer-reviews/*", RULING),
            rule(HttpMethod.GET, "/api/v1/cases/*/unit-suggestions", DESK),
            rule(null, "/api/v1/alerts/**", ALARMED),
            rule(HttpMethod.GET, "/api/v1/hot-spots/**", DESK),
            rule(HttpMethod.POST, "/api/v1/hot-spots/**", ALARMED),
            rule(null, "/api/v1/outages/**", DESK),
            rule(HttpMethod.GET, "/api/v1/cases/*/outages", DESK),
            rule(HttpMethod.GET, "/api/v1/hand-tasks", DESK),
            rule(HttpMethod.POST, "/api/v1/cases/*/replies/*/posted", DESK),
            rule(HttpMethod.POST, "/api/v1/cases/*/replies", DESK),
            rule(HttpMethod.POST, "/api/v1/cases/*/replies/preview", DESK),
            rule(HttpMethod.GET, "/api/v1/cases/*/replies/*/proof/**", DESK),
            rule(null, "/api/v1/cases/*/requests/**", DESK),
            rule(null, "/api/v1/raw-messages/**", MACHINERY),
            rule(null, "/api/v1/dead-letters/**", MACHINERY),
            rule(HttpMethod.GET, "/api/v1/refusals", MACHINERY),
            rule(null, "/api/v1/users/**", Set.of(ADMIN)),
            rule(null, "/api/v1/channels/**", MACHINERY),
            rule(null, "/api/v1/models/**", Set.of(ADMIN)),
            rule(null, "/api/v1/settings/**", Set.of(ADMIN)),
            rule(null, "/api/v1/webhooks/**", MACHINERY_AND_UNITS),
            rule(null, "/api/v1/unit-letters/**", MACHINERY_AND_UNITS),
            rule(null, "/api/v1/keys/**", Set.of(ADMIN)));

    /** For people: a session. */
    static final List<Rule> FOR_SESSIONS = List.of(
            rule(HttpMethod.GET, "/", EVERYONE),
            rule(HttpMethod.GET, "/live", EVERYONE),
            rule(HttpMethod.GET, "/v3/api-docs/**", EVERYONE),
            rule(HttpMethod.GET, "/v3/asyncapi", EVERYONE),
            rule(HttpMethod.GET, "/swagger-ui/**", EVERYONE),
            rule(HttpMethod.GET, "/swagger-ui.html", EVERYONE),
            rule(HttpMethod.GET, "/screen", DESK),
            rule(HttpMethod.GET, "/board", ALARMED),
            rule(HttpMethod.GET, "/reports/operators", RULING),
            rule(HttpMethod.GET, "/reports/**", DESK),
            rule(HttpMethod.GET, "/cases", CASES),
            rule(HttpMethod.GET, "/cases/*", CASES),
            rule(HttpMethod.GET, "/cases/*/attachments/*", CASES),
            rule(HttpMethod.POST, "/cases/*/revelations", CASES),
            rule(HttpMethod.GET, "/cases/*/raw/*", DESK),
            rule(HttpMethod.GET, "/cases/*/raw/*/bytes", DESK),
            rule(HttpMethod.POST, "/cases/*/triage/**", DESK),
            rule(null, "/batches/**", DESK),
            rule(HttpMethod.GET, "/cases/*/readers", DESK),
            rule(HttpMethod.GET, "/cases/*/canned", DESK),
            rule(null, "/canned/**", ALARMED),
            rule(null, "/cases/*/notes", DESK),
            rule(HttpMethod.GET, "/cases/*/drafts", DESK),
            rule(HttpMethod.POST, "/cases/*/draft", DESK),
            rule(HttpMethod.POST, "/cases/*/take", DESK),
            rule(HttpMethod.POST, "/cases/*/give-back", DESK),
            rule(HttpMethod.GET, "/cases/*/similar", DESK),
            rule(HttpMethod.POST, "/cases/*/merge", DESK),
            rule(HttpMethod.POST, "/cases/*/unmerge", DESK),
            rule(HttpMethod.POST, "/cases/*/dismiss", DESK),
            rule(HttpMethod.GET, "/cases/*/parts", DESK),
            rule(null, "/cases/*/identity/**", DESK),
            rule(null, "/cases/*/split/**", DESK),
            rule(HttpMethod.POST, "/cases/*/recall", DESK),
            rule(HttpMethod.POST, "/cases/*/steps/answer", DESK),
            rule(HttpMethod.POST, "/cases/*/steps/transfer", DESK),
            rule(HttpMethod.POST, "/cases/*/steps/not-accept", DESK),
            rule(HttpMethod.POST, "/cases/*/steps/*", RULING),
            rule(HttpMethod.GET, "/portal", Set.of(UNIT)),
            rule(HttpMethod.GET, "/portal/*", Set.of(UNIT)),
            rule(HttpMethod.POST, "/portal/*/*", Set.of(UNIT)),
            rule(HttpMethod.GET, "/cases/*/unit-suggestions", DESK),
            rule(null, "/alerts/**", ALARMED),
            rule(HttpMethod.GET, "/hot-spots/**", DESK),
            rule(HttpMethod.POST, "/hot-spots/**", ALARMED),
            rule(null, "/outages/**", DESK),
            rule(HttpMethod.GET, "/cases/*/outages", DESK),
            rule(null, "/supervision/**", DESK),
            rule(HttpMethod.POST, "/cases/*/supervision/instructed", RULING),
            rule(null, "/cases/*/supervision/**", DESK),
            rule(HttpMethod.POST, "/cases/*/replies/*/posted", DESK),
            rule(HttpMethod.POST, "/cases/*/answer", DESK),
            rule(HttpMethod.GET, "/cases/*/answer", DESK),
            rule(null, "/reviews/**", RULING),
            rule(null, "/follow-ups/**", RULING),
            rule(HttpMethod.POST, "/cases/*/replies", DESK),
            rule(HttpMethod.GET, "/cases/*/replies/*/proof/**", DESK),
            rule(null, "/cases/*/requests/**", DESK),
            rule(null, "/hand-tasks/**", DESK),
            rule(HttpMethod.GET, "/audit", Set.of(ADMIN)),
            rule(HttpMethod.GET, "/api/v1/audit", Set.of(ADMIN)),
            rule(null, "/users/**", Set.of(ADMIN)),
            rule(null, "/keys/**", Set.of(ADMIN)),
            rule(null, "/calls/**", DESK),
            rule(null, "/call-backs/**", DESK),
            rule(null, "/emergencies/**", DESK),
            rule(null, "/quarantine/**", MACHINERY),
            rule(null, "/dead-letters/**", MACHINERY),
            rule(HttpMethod.GET, "/refusals", MACHINERY),
            rule(null, "/models/**", Set.of(ADMIN)),
            rule(null, "/settings/**", Set.of(ADMIN)),
            rule(null, "/sources/**", MACHINERY),
            rule(null, "/unit-letters/**", MACHINERY),
            rule(null, "/webhooks/**", MACHINERY));

    private AccessRules() {}

    private static Rule rule(@Nullable HttpMethod method, String pattern, Set<Role> roles) {
        return new Rule(method, pattern, roles);
    }

    /** @param method none means any */
    record Rule(@Nullable HttpMethod method, String pattern, Set<Role> roles) {
        String[] roleNames() {
            return roles.stream().map(Role::name).toArray(String[]::new);
        }
    }
}
