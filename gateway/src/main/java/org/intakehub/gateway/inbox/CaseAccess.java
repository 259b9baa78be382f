package org.intakehub.gateway.inbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.intakehub.core.casefile.Veil;
import org.intakehub.core.channel.Confidentiality;
import org.intakehub.gateway.account.Account;
import org.intakehub.gateway.account.Role;

/**
 * The one policy for who sees which case, and whose citizen; lists, searches, case pages, attachments and the API all ask here.
 *
 * <p>Nobody sees a confidential case that accuses him by name. A unit sees the cases that it has a work order of, unless the case
 * excludes it (whistle-blowers, R18). A citizen who asked for
 * secrecy is hidden from units; a whistle-blower or a sensitive case's citizen also from operators. Where the citizen is hidden, so is
 * everything that could name him: raw messages, attachments, and hits of a search in his words. How a citizen is reached is masked for
 * everybody until it is revealed to him, case by case; see {@link Veils}.
 */
public final class CaseAccess {
    private final Account account;

    private CaseAccess(Account account) {
        this.account = account;
    }

    public static CaseAccess of(Account account) {
        return new CaseAccess(account);
    }

    Account account() {
        return account;
    }

    /** Condition over {@code case_file c}; its parameters are in {@link #parameters}. */
    public String visible() {
        return "not exists (select from kept_from k where k.case_id = c.id and k.username = :me) and "
                + visibleToRole();
    }

    private String visibleToRole() {
        return switch (account.role()) {
            case OPERATOR, DISPATCHER, ADMIN -> "true";
            case UNIT ->
                "exists (select from work_order own where own.case_id = c.id and own.unit = :ownUnit"
                        + " and own.state <> 'CANCELLED') and not (:ownUnit = any (c.excluded_units))";
            case INTEGRATOR -> "false";
        };
    }

    /** Condition over {@code case_file c}: what the citizen wrote may be searched. */
    String searchable() {
        return "c.confidentiality in (:openTo)";
    }

    public Map<String, Object> parameters() {
        var open = Arrays.stream(Confidentiality.values())
                .filter(this::seesCitizen)
                .map(Enum::name)
                .toList();
        return Map.of(
                "ownUnit", account.ownUnit().orElse(""),
                "openTo", open.isEmpty() ? List.of("") : open,
                "me", account.username());
    }

    boolean seesCitizen(Confidentiality confidentiality) {
        return switch (confidentiality) {
            case PUBLIC, NORMAL -> !account.is(Role.INTEGRATOR);
            case ON_REQUEST -> account.is(Role.OPERATOR, Role.DISPATCHER, Role.ADMIN);
            case WHISTLEBLOWER, SENSITIVE -> account.is(Role.DISPATCHER, Role.ADMIN);
        };
    }

    /**
     * What covers or masks the citizen of a row of {@code case_file} in a list or an export; it has its {@code confidentiality} and all
     * columns {@code citizen_*}.
     */
    public Veil veil(ResultSet row) throws SQLException {
        return Veils.masked(this, row);
    }

    /**
     * Condition over {@code case_file c}: who sees the case may have shown to him how its citizen is reached. Who answers him, or triages,
     * or works an order of the case may have to reach him; a unit that has nothing to do any more has not.
     */
    String revealable() {
        return account.is(Role.UNIT)
                ? searchable()
                        + " and exists (select from work_order own where own.case_id = c.id and own.unit = :ownUnit"
                        + " and own.state in ('DISPATCHED', 'SIGNED', 'CONTACTED', 'HANDLING'))"
                : searchable();
    }

    boolean isAmong(Collection<String> usernames) {
        return usernames.contains(account.username());
    }

    /** How each single person works is for those who lead them. */
    public boolean maySeeOperators() {
        return account.is(Role.DISPATCHER, Role.ADMIN);
    }

    /** The bytes as they came, with everything that a platform sent along. */
    boolean seesRaw(Confidentiality confidentiality) {
        return !account.is(Role.UNIT) && seesCitizen(confidentiality);
    }

    boolean mayTriage() {
        return account.is(Role.OPERATOR, Role.DISPATCHER, Role.ADMIN);
    }

    boolean maySettleHotSpots() {
        return account.is(Role.DISPATCHER, Role.ADMIN);
    }

    /** Of the case's work orders a unit sees all: who leads and who assists is no secret among them. */
    boolean mayAskFor(String unit) {
        return !account.is(Role.INTEGRATOR)
                && account.ownUnit().map(unit::equals).orElse(true);
    }
}
