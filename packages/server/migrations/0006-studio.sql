-- The studio: drafts that several people write, versions that tell where they come from, ladders put away.

ALTER TABLE ladder_versions
  -- Grows with every saving of a draft, and from one draft of a ladder to the next: whoever saves says which they saw.
  ADD COLUMN revision integer NOT NULL DEFAULT 1,
  -- The version that was in force when the draft was begun.
  ADD COLUMN base_version integer,
  -- The earlier version whose definition this one puts back in force.
  ADD COLUMN restores integer;

ALTER TABLE ladders
  -- Put away: nobody stands on it, its history stays, and any of its versions can be put back in force.
  ADD COLUMN archived_at timestamptz,
  ADD COLUMN archived_by text;
