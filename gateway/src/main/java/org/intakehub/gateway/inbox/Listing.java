package org.intakehub.gateway.inbox;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list for machines.
 *
 * @param next address of the next page, if there is one
 */
@Schema(description = "One page of a list")
public record Listing<T>(
        List<T> items,

        @Schema(description = "Address of the next page; absent on the last one") @Nullable
        String next) {
    public Listing {
        items = List.copyOf(items);
    }
}
