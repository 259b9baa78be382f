/** The channel weibo: citizens who write to, mention or comment on the city's Weibo account 微博. */
@NullMarked
package org.intakehub.adapter.weibo;

import org.jspecify.annotations.NullMarked;
