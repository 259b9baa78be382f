package org.intakehub.adapter.governmentwebsite;

import java.util.List;
import java.util.Optional;
import org.intakehub.adapter.governmentwebsite.GovernmentWebsiteSettings.Profile;
import org.intakehub.adapter.testkit.Answered;
import org.intakehub.adapter.testkit.Confirmation;
import org.intakehub.adapter.testkit.FarEnd;
import org.intakehub.adapter.testkit.PollingContract;
import org.intakehub.adapter.testkit.ReplyingContract;
import org.intakehub.adapter.testkit.Sample;

/** What every profile has to keep. */
interface WebsiteContract extends PollingContract, ReplyingContract {
    Profile profile();

    /** The samples of this profile; all others have to be read by their own. */
    List<Sample> own();

    @Override
    default GovernmentWebsiteSettings settings() {
        return SiteSettings.of(profile()).build();
    }

    @Override
    default List<Sample> samples() {
        return own();
    }

    @Override
    default void hasASampleForEveryFileInItsFolder() {
        WebsiteSamples.everyFileIsUsed(folder());
    }

    @Override
    default FarEnd farEnd() {
        return new SiteFarEnd(profile());
    }

    @Override
    default List<Answered> passingFaults() {
        return List.of(Answered.empty(200), Answered.empty(419));
    }

    @Override
    default List<Answered> finalRefusals() {
        return List.of(Answered.empty(404), Answered.empty(412), Answered.empty(521), Answered.empty(302));
    }

    @Override
    default String recipient() {
        return "letter-88213";
    }

    @Override
    default Optional<Confirmation> confirmation() {
        return Optional.empty();
    }
}
