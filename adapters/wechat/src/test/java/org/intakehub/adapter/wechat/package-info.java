/** Tests of the channel wechat. */
@NullMarked
package org.intakehub.adapter.wechat;

import org.jspecify.annotations.NullMarked;
