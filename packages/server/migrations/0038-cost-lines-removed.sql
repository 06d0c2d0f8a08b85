-- Lines of an imported list of costs that somebody took away: the same list again does not bring them back.
CREATE TABLE cost_lines_removed (
  business_id integer NOT NULL,
  line_key    bytea NOT NULL,
  removed_by  text NOT NULL,
  removed_at  timestamptz NOT NULL,
  PRIMARY KEY (business_id, line_key)
);
ALTER TABLE cost_lines_removed ALTER COLUMN business_id SET STATISTICS 0;
ALTER TABLE cost_lines_removed ENABLE ROW LEVEL SECURITY;
ALTER TABLE cost_lines_removed FORCE ROW LEVEL SECURITY;
CREATE POLICY own_business ON cost_lines_removed USING (business_id = (SELECT this_business()))
  WITH CHECK (business_id = (SELECT this_business()));
