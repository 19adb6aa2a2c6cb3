-- The endpoint is judged as the trigger has it, not looked up again: a plan made while the table was small reads all of it
-- for every row of a bulk write. A tenant without a group by rule costs one look.

CREATE FUNCTION regroup_endpoint(e "Endpoint") RETURNS void
  LANGUAGE plpgsql AS $$
DECLARE
  scopes text := coalesce(current_setting('app.scopes', true), '');
  ruled boolean;
BEGIN
  PERFORM pg_advisory_xact_lock_shared(hashtextextended('rule groups ' || e."tenantId", 0));
  PERFORM set_config('app.scopes', 'off', true);
  SELECT EXISTS (SELECT FROM "EndpointGroup" g WHERE g."tenantId" = e."tenantId" AND g."kind" = 'RULE') INTO ruled;
  IF ruled THEN
    DELETE FROM "EndpointGroupMember" m USING "EndpointGroup" g
    WHERE m."tenantId" = e."tenantId" AND m."endpointId" = e."id"
      AND g."tenantId" = e."tenantId" AND g."id" = m."groupId" AND g."kind" = 'RULE' AND NOT rule_admits(g."rule", e);
    INSERT INTO "EndpointGroupMember" ("tenantId", "groupId", "endpointId")
    SELECT e."tenantId", g."id", e."id" FROM "EndpointGroup" g
    WHERE g."tenantId" = e."tenantId" AND g."kind" = 'RULE' AND rule_admits(g."rule", e)
    ON CONFLICT DO NOTHING;
  END IF;
  PERFORM set_config('app.scopes', scopes, true);
END
$$;

CREATE OR REPLACE FUNCTION regroup_by_endpoint() RETURNS trigger
  LANGUAGE plpgsql AS $$
BEGIN
  PERFORM regroup_endpoint(NEW);
  RETURN NULL;
END
$$;

CREATE OR REPLACE FUNCTION regroup_by_tag() RETURNS trigger
  LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    PERFORM regroup_endpoint(OLD."tenantId", OLD."endpointId");
  END IF;
  IF TG_OP <> 'DELETE' THEN
    PERFORM regroup_endpoint(NEW."tenantId", NEW."endpointId");
  END IF;
  RETURN NULL;
END
$$;

-- By its key, where a tag changed. An endpoint that is being deleted is gone already, and its memberships go with it.
CREATE OR REPLACE FUNCTION regroup_endpoint(tenant uuid, endpoint uuid) RETURNS void
  LANGUAGE plpgsql AS $$
DECLARE
  scopes text := coalesce(current_setting('app.scopes', true), '');
  e "Endpoint";
BEGIN
  PERFORM set_config('app.scopes', 'off', true);
  SELECT * INTO e FROM "Endpoint" WHERE "tenantId" = tenant AND "id" = endpoint;
  PERFORM set_config('app.scopes', scopes, true);
  IF e."id" IS NOT NULL THEN
    PERFORM regroup_endpoint(e);
  END IF;
END
$$;
