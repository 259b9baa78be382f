/** WeChat as an official account's server sees it: pushes in all three modes, and the API that takes answers and gives media. */
@NullMarked
package org.intakehub.simulators.wechat;

import org.jspecify.annotations.NullMarked;
