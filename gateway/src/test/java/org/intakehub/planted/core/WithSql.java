package org.intakehub.planted.core;

import java.sql.Connection;

/** Core that speaks SQL. */
record WithSql(Connection connection) {}
