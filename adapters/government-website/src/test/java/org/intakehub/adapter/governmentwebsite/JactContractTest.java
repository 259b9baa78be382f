package org.intakehub.adapter.governmentwebsite;

import java.util.List;
import org.intakehub.adapter.governmentwebsite.GovernmentWebsiteSettings.Profile;
import org.intakehub.adapter.testkit.Sample;

class JactContractTest implements WebsiteContract {
    @Override
    public Profile profile() {
        return Profile.JACT;
    }

    @Override
    public List<Sample> own() {
        return List.of(
                Sample.of("jact.json")
                        .expect("4711", "延长公交末班")
                        .expect("4711|answer|e2461aefcf8c55b3", "网站公开答复：示例市公交公司"),
                Sample.of("jact-gone.json").expect("4712", "路口红绿灯"));
    }
}
