-- Where a desk takes requests from: present provinces (two digits) and communes (five). A desk without a row takes them
-- from everywhere.

CREATE TABLE desk_area (
  desk_id TEXT NOT NULL REFERENCES desk (id),
  unit_code TEXT NOT NULL CHECK (length(unit_code) IN (2, 5)),
  PRIMARY KEY (desk_id, unit_code)
) STRICT;
