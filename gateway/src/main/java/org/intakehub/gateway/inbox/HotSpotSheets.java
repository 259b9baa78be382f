package org.intakehub.gateway.inbox;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.intakehub.gateway.dispatch.SuggestedUnits;
import org.intakehub.gateway.hotspot.WarnedHotSpots;
import org.springframework.stereotype.Component;

/** Reads a hot spot with its cases and the units that should act. */
@Component
class HotSpotSheets {
    private final WarnedHotSpots hotSpots;
    private final SuggestedUnits units;

    HotSpotSheets(WarnedHotSpots hotSpots, SuggestedUnits units) {
        this.hotSpots = hotSpots;
        this.units = units;
    }

    /**
     * A hot spot as it is shown.
     *
     * @param units suggested by its newest case, best first
     * @param cases newest first, two hundred at most
     */
    record Sheet(
            WarnedHotSpots.HotSpot hotSpot, List<SuggestedUnits.Suggested> units, List<WarnedHotSpots.Case> cases) {
        Sheet {
            units = List.copyOf(units);
            cases = List.copyOf(cases);
        }
    }

    Optional<Sheet> find(UUID id) {
        return hotSpots.find(id).map(found -> {
            var cases = hotSpots.cases(id);
            var suggested = cases.stream()
                    .findFirst()
                    .map(newest -> units.forCase(newest.id()))
                    .orElse(List.of());
            return new Sheet(found, suggested, cases);
        });
    }
}
