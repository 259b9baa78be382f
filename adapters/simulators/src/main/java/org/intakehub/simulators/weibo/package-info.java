/** Weibo as an account's server sees it: pushes of the fans service, and the API that lists mentions and takes replies. */
@NullMarked
package org.intakehub.simulators.weibo;

import org.jspecify.annotations.NullMarked;
