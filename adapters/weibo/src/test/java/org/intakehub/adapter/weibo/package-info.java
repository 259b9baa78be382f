/** Tests of the channel weibo. */
@NullMarked
package org.intakehub.adapter.weibo;

import org.jspecify.annotations.NullMarked;
