package org.intakehub.adapter.governmentwebsite;

import java.util.List;
import org.intakehub.adapter.governmentwebsite.GovernmentWebsiteSettings.Profile;
import org.intakehub.adapter.testkit.Sample;

class HdjlptContractTest implements WebsiteContract {
    @Override
    public Profile profile() {
        return Profile.HDJLPT;
    }

    @Override
    public List<Sample> own() {
        return List.of(Sample.of("hdjlpt.json")
                .expect("900", "公园开放时间")
                .expect("900|answer|5ef9db5bfeb72612", "网站公开答复：示例市园林局"));
    }
}
