-- What was counted from the moves of how long people had stood somewhere before they climbed is half a million numbers for a
-- million people, each with its own key of seven columns; now those of one step on the days of one stretch are one row. What
-- transactions have added since stays a row a number, for those are added to (docs/decisions/0013-ladder-numbers.md).

CREATE TABLE ladder_waits_counted (
  business_id integer NOT NULL,
  ladder_id   integer NOT NULL,
  version     integer NOT NULL,
  span        smallint NOT NULL CHECK (span IN (1, 32)),
  starts      integer NOT NULL,
  from_rung   smallint NOT NULL,
  to_rung     smallint NOT NULL,
  -- The classes of days stood in their order, and how many people each has.
  stood       smallint[] NOT NULL,
  people      integer[] NOT NULL,
  CHECK (cardinality(stood) = cardinality(people)),
  PRIMARY KEY (business_id, ladder_id, version, span, starts, from_rung, to_rung)
);
ALTER TABLE ladder_waits_counted ALTER COLUMN business_id SET STATISTICS 0;

-- How things are kept is changed for all businesses: the owner is let past the policies for as long as this takes.
ALTER TABLE ladder_waits NO FORCE ROW LEVEL SECURITY;
INSERT INTO ladder_waits_counted (business_id, ladder_id, version, span, starts, from_rung, to_rung, stood, people)
SELECT business_id, ladder_id, version, span, starts, from_rung, to_rung, array_agg(stood ORDER BY stood), array_agg(people ORDER BY stood)
FROM ladder_waits WHERE NOT live GROUP BY 1, 2, 3, 4, 5, 6, 7;
DELETE FROM ladder_waits WHERE NOT live;
ALTER TABLE ladder_waits
  DROP COLUMN live,
  ADD PRIMARY KEY (business_id, ladder_id, version, span, starts, from_rung, to_rung, stood);
ALTER TABLE ladder_waits FORCE ROW LEVEL SECURITY;

ALTER TABLE ladder_waits_counted ENABLE ROW LEVEL SECURITY;
ALTER TABLE ladder_waits_counted FORCE ROW LEVEL SECURITY;
CREATE POLICY own_business ON ladder_waits_counted
  USING (business_id = (SELECT this_business())) WITH CHECK (business_id = (SELECT this_business()));

-- Both, a row a number: a number is the sum of what is told of it.
CREATE VIEW ladder_waits_told WITH (security_invoker = true) AS
  SELECT business_id, ladder_id, version, span, starts, from_rung, to_rung, stood, people FROM ladder_waits
  UNION ALL
  SELECT c.business_id, c.ladder_id, c.version, c.span, c.starts, c.from_rung, c.to_rung, n.stood, n.people
  FROM ladder_waits_counted c, unnest(c.stood, c.people) AS n (stood, people);
