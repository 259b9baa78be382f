package org.intakehub.gateway.inbox;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

/** A hub whose pages are looked at: every test has a browser of its own. */
@ExtendWith(Chromium.class)
abstract class BrowsedHub extends RunningHub {
    @SuppressWarnings("NullAway.Init")
    Browser browser;

    @BeforeEach
    void openBrowser(Browser opened) {
        browser = opened;
    }
}
