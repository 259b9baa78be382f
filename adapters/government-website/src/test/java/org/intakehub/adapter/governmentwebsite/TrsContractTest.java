package org.intakehub.adapter.governmentwebsite;

import java.util.List;
import org.intakehub.adapter.governmentwebsite.GovernmentWebsiteSettings.Profile;
import org.intakehub.adapter.testkit.Sample;

class TrsContractTest implements WebsiteContract {
    @Override
    public Profile profile() {
        return Profile.TRS;
    }

    @Override
    public List<Sample> own() {
        return List.of(
                Sample.of("trs.json").expect("88213", "公交线路调整咨询").expect("88213|answer|1d36f474feb7a526", "网站公开答复"),
                Sample.of("trs-unanswered.json").expect("88214", "医保卡如何挂失？"));
    }
}
