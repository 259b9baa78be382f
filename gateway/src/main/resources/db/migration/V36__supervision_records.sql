-- Several units, or a hard matter: they meet, and what was agreed is kept with the case (R11).
create table joint_meeting (
    id      uuid primary key,
    seq     bigint generated always as identity unique,
    case_id uuid        not null references case_file,
    held_at timestamptz not null,
    chair   text        not null,
    units   text[]      not null,
    agreed  text        not null,
    login   text        not null,
    person  text        not null,
    at      timestamptz not null
);
create index joint_meeting_by_case on joint_meeting (case_id, seq);
create trigger joint_meeting_is_append_only before update or delete on joint_meeting
    for each row execute function refuse_change();

-- Somebody of the centre or of its sub-centre looks at the place himself, apart from who handles the matter (R20).
create table site_visit (
    id         uuid primary key,
    seq        bigint generated always as identity unique,
    case_id    uuid        not null references case_file,
    visited_at timestamptz not null,
    solved     boolean     not null,
    found      text        not null,
    position   text,
    login      text        not null,
    person     text        not null,
    at         timestamptz not null
);
create index site_visit_by_case on site_visit (case_id, seq);
create trigger site_visit_is_append_only before update or delete on site_visit
    for each row execute function refuse_change();

create table site_photo (
    visit_id uuid    not null references site_visit,
    place    integer not null,
    name     text    not null,
    type     text    not null,
    size     bigint  not null,
    sha256   text    not null,
    primary key (visit_id, place)
);
create trigger site_photo_is_append_only before update or delete on site_photo
    for each row execute function refuse_change();

-- What a unit was given within a span of time.
create index work_order_by_dispatch on work_order (unit, dispatched_at);
