package org.intakehub.adapter.governmentwebsite;

import java.util.List;
import org.intakehub.adapter.governmentwebsite.GovernmentWebsiteSettings.Profile;
import org.intakehub.adapter.testkit.Sample;

class SelectorsContractTest implements WebsiteContract {
    @Override
    public Profile profile() {
        return Profile.SELECTORS;
    }

    @Override
    public List<Sample> own() {
        return List.of(Sample.of("selectors.json").expect("/hd/letters/20261110.html", "小区外排水不畅"));
    }
}
