/** The channel wechat: citizens who write to an official account 微信公众号. */
@NullMarked
package org.intakehub.adapter.wechat;

import org.jspecify.annotations.NullMarked;
