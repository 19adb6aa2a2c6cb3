-- AlterTable
ALTER TABLE "ApiKey" ADD COLUMN     "groupId" UUID;

-- AlterTable
ALTER TABLE "Delegation" ADD COLUMN     "extendedAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "DelegationAssignment" ADD COLUMN     "scope" JSONB;

-- AddForeignKey
ALTER TABLE "ApiKey" ADD CONSTRAINT "ApiKey_tenantId_groupId_fkey" FOREIGN KEY ("tenantId", "groupId") REFERENCES "TechnicianGroup"("tenantId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- ---------------------------------------------------------------------------------------------------------------------
-- From here on written by hand: what the schema language cannot say.

-- An end that moves by itself is counted from when it last moved.
ALTER TABLE "Delegation" DROP CONSTRAINT "Delegation_active_ends";
ALTER TABLE "Delegation" ADD CONSTRAINT "Delegation_active_ends" CHECK ("status" <> 'ACTIVE' OR ("expiresAt" IS NOT NULL AND "decidedAt" IS NOT NULL AND "decidedBy" IS NOT NULL AND "expiresAt" <= coalesce("extendedAt", "decidedAt") + interval '731 days'));
ALTER TABLE "Delegation" ADD CONSTRAINT "Delegation_extends_by_consent" CHECK ("extendedAt" IS NULL OR "decidedAt" IS NOT NULL);

-- Scope -----------------------------------------------------------------------------------------------------------------
-- {"include": "all" | {"groups": [id], "endpoints": [id]}, "exclude": {"groups": [id], "endpoints": [id]}}; NULL means all.

CREATE FUNCTION is_scope(scope jsonb) RETURNS boolean
  LANGUAGE sql IMMUTABLE
  RETURN scope IS NULL OR coalesce(
    (scope -> 'include' = '"all"' OR (jsonb_typeof(scope #> '{include,groups}') = 'array' AND jsonb_typeof(scope #> '{include,endpoints}') = 'array'))
    AND jsonb_typeof(scope #> '{exclude,groups}') = 'array' AND jsonb_typeof(scope #> '{exclude,endpoints}') = 'array', false);

ALTER TABLE "Member" ADD CONSTRAINT "Member_scope_form" CHECK (is_scope("scope"));
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_scope_form" CHECK (is_scope("scope"));
ALTER TABLE "ApiKey" ADD CONSTRAINT "ApiKey_scope_form" CHECK (is_scope("scope"));
ALTER TABLE "Delegation" ADD CONSTRAINT "Delegation_scope_form" CHECK (is_scope("scope"));
ALTER TABLE "DelegationAssignment" ADD CONSTRAINT "DelegationAssignment_scope_form" CHECK (is_scope("scope"));

-- The endpoints of one tenant that one scope admits. A group that is taken out and no longer exists would let its
-- endpoints back in, so such a scope admits nothing until it is written anew.
CREATE FUNCTION scope_endpoints(tenant uuid, scope jsonb) RETURNS SETOF uuid
  LANGUAGE sql STABLE AS $$
  SELECT e."id" FROM "Endpoint" e
  WHERE e."tenantId" = tenant
    AND (scope -> 'include' = '"all"'
      OR e."id" IN (SELECT x::uuid FROM jsonb_array_elements_text(scope #> '{include,endpoints}') x)
      OR e."id" IN (SELECT m."endpointId" FROM "EndpointGroupMember" m WHERE m."tenantId" = tenant
        AND m."groupId" IN (SELECT x::uuid FROM jsonb_array_elements_text(scope #> '{include,groups}') x)))
    AND e."id" NOT IN (SELECT x::uuid FROM jsonb_array_elements_text(scope #> '{exclude,endpoints}') x)
    AND e."id" NOT IN (SELECT m."endpointId" FROM "EndpointGroupMember" m WHERE m."tenantId" = tenant
      AND m."groupId" IN (SELECT x::uuid FROM jsonb_array_elements_text(scope #> '{exclude,groups}') x))
    AND NOT EXISTS (SELECT FROM jsonb_array_elements_text(scope #> '{exclude,groups}') x
      WHERE NOT EXISTS (SELECT FROM "EndpointGroup" g WHERE g."id" = x::uuid))
$$;

-- A transaction of a narrowed reader runs as sundown_scoped, with `app.scopes` beside `app.tenants`:
-- {"<tenant>": null | [[scope, ...], ...]}. Null is the whole tenant; else it is what any of the ways admits, and a way
-- admits what all its scopes admit. A tenant that is not named shows no endpoint. 'off' is for the functions below alone.
CREATE FUNCTION scopes_are_off() RETURNS boolean
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN coalesce(current_setting('app.scopes', true) = 'off', false);

CREATE FUNCTION whole_tenants() RETURNS uuid[]
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN (SELECT coalesce(array_agg(t.key::uuid), '{}')
    FROM jsonb_each(nullif(nullif(current_setting('app.scopes', true), ''), 'off')::jsonb) t WHERE t.value = 'null');

CREATE FUNCTION scoped_endpoints(scopes text) RETURNS TABLE ("tenantId" uuid, "endpointId" uuid)
  LANGUAGE plpgsql STABLE AS $$
DECLARE
  tenant record;
  way jsonb;
  scope jsonb;
  ids uuid[];
BEGIN
  PERFORM set_config('app.scopes', 'off', true);
  FOR tenant IN SELECT t.key::uuid AS id, t.value AS ways
    FROM jsonb_each(nullif(nullif(scopes, ''), 'off')::jsonb) t WHERE jsonb_typeof(t.value) = 'array' LOOP
    FOR way IN SELECT w.value FROM jsonb_array_elements(tenant.ways) w LOOP
      ids := NULL;
      FOR scope IN SELECT s.value FROM jsonb_array_elements(way) s LOOP
        IF ids IS NULL THEN
          ids := ARRAY(SELECT scope_endpoints(tenant.id, scope));
        ELSE
          ids := ARRAY(SELECT unnest(ids) INTERSECT SELECT scope_endpoints(tenant.id, scope));
        END IF;
      END LOOP;
      RETURN QUERY SELECT tenant.id, unnest(ids);
    END LOOP;
  END LOOP;
  PERFORM set_config('app.scopes', coalesce(scopes, ''), true);
END
$$;

-- Tables whose rows are about one endpoint go through here.
CREATE FUNCTION narrow_endpoint_table(target regclass, endpoint text DEFAULT 'endpointId') RETURNS void
  LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('CREATE POLICY scope ON %s AS RESTRICTIVE TO sundown_scoped USING ((SELECT scopes_are_off())'
    ' OR "tenantId" = ANY ((SELECT whole_tenants())::uuid[])'
    ' OR ("tenantId", %I) IN (SELECT * FROM scoped_endpoints(current_setting(''app.scopes'', true))))', target, endpoint);
END
$$;

SELECT narrow_endpoint_table('"Endpoint"', 'id');
SELECT narrow_endpoint_table('"Scan"');
SELECT narrow_endpoint_table('"ScanResult"');
SELECT narrow_endpoint_table('"Finding"');
SELECT narrow_endpoint_table('"EndpointTag"');
SELECT narrow_endpoint_table('"EndpointGroupMember"');

-- Facts of a result that is seen, and groups with an endpoint that is seen.
CREATE POLICY scope ON "FactSet" AS RESTRICTIVE TO sundown_scoped USING ((SELECT scopes_are_off())
  OR "tenantId" = ANY ((SELECT whole_tenants())::uuid[])
  OR EXISTS (SELECT FROM "ScanResult" r WHERE r."tenantId" = "FactSet"."tenantId" AND r."factsHash" = "FactSet"."hash"));
CREATE POLICY scope ON "EndpointGroup" AS RESTRICTIVE TO sundown_scoped USING ((SELECT scopes_are_off())
  OR "tenantId" = ANY ((SELECT whole_tenants())::uuid[])
  OR EXISTS (SELECT FROM "EndpointGroupMember" m WHERE m."tenantId" = "EndpointGroup"."tenantId" AND m."groupId" = "EndpointGroup"."id"));
-- Groups by rule ----------------------------------------------------------------------------------------------------------
-- {"match": "all" | "any", "conditions": [{"field", "values": [...], "not": boolean}, ...]}: a condition holds where the field is
-- one of the values; a host may hold * for any text. Their members are kept in "EndpointGroupMember" by triggers, in the
-- transaction of the change itself, so that everything reads static groups and groups by rule alike.

CREATE FUNCTION rule_admits(rule jsonb, endpoint "Endpoint") RETURNS boolean
  LANGUAGE sql STABLE AS $$
  SELECT coalesce(CASE rule ->> 'match' WHEN 'any' THEN bool_or(holds) WHEN 'all' THEN bool_and(holds) END, false)
  FROM (
    SELECT coalesce(CASE c ->> 'field'
      WHEN 'host' THEN EXISTS (SELECT FROM jsonb_array_elements_text(c -> 'values') v
        WHERE endpoint."host" LIKE replace(replace(replace(replace(lower(v), '\', '\\'), '%', '\%'), '_', '\_'), '*', '%'))
      WHEN 'port' THEN c -> 'values' @> to_jsonb(endpoint."port")
      WHEN 'starttls' THEN c -> 'values' @> to_jsonb(coalesce(endpoint."starttls", 'none'))
      WHEN 'role' THEN c -> 'values' @> to_jsonb(endpoint."role"::text)
      WHEN 'verdict' THEN c -> 'values' @> to_jsonb(coalesce(endpoint."verdict"::text, 'NONE'))
      WHEN 'stack' THEN c -> 'values' @> to_jsonb(coalesce(endpoint."stack", 'none'))
      WHEN 'origin' THEN c -> 'values' @> to_jsonb(endpoint."origin"::text)
      WHEN 'tag' THEN EXISTS (SELECT FROM "EndpointTag" t
        WHERE t."tenantId" = endpoint."tenantId" AND t."endpointId" = endpoint."id" AND c -> 'values' ? t."tag")
    END, false) <> coalesce((c ->> 'not')::boolean, false) AS holds
    FROM jsonb_array_elements(rule -> 'conditions') c
  ) conditions
$$;

-- Writers of endpoints go side by side; who writes a rule goes alone, or one would miss the other's row.
CREATE FUNCTION regroup_endpoint(tenant uuid, endpoint uuid) RETURNS void
  LANGUAGE plpgsql AS $$
DECLARE
  scopes text := coalesce(current_setting('app.scopes', true), '');
BEGIN
  PERFORM pg_advisory_xact_lock_shared(hashtextextended('rule groups ' || tenant, 0));
  PERFORM set_config('app.scopes', 'off', true);
  DELETE FROM "EndpointGroupMember" m USING "EndpointGroup" g
  WHERE m."tenantId" = tenant AND m."endpointId" = endpoint
    AND g."tenantId" = tenant AND g."id" = m."groupId" AND g."kind" = 'RULE'
    AND NOT EXISTS (SELECT FROM "Endpoint" e WHERE e."tenantId" = tenant AND e."id" = endpoint AND rule_admits(g."rule", e));
  INSERT INTO "EndpointGroupMember" ("tenantId", "groupId", "endpointId")
  SELECT tenant, g."id", endpoint FROM "EndpointGroup" g
  JOIN "Endpoint" e ON e."tenantId" = tenant AND e."id" = endpoint
  WHERE g."tenantId" = tenant AND g."kind" = 'RULE' AND rule_admits(g."rule", e)
  ON CONFLICT DO NOTHING;
  PERFORM set_config('app.scopes', scopes, true);
END
$$;

CREATE FUNCTION regroup_by_endpoint() RETURNS trigger
  LANGUAGE plpgsql AS $$
BEGIN
  PERFORM regroup_endpoint(NEW."tenantId", NEW."id");
  RETURN NULL;
END
$$;
CREATE FUNCTION regroup_by_tag() RETURNS trigger
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
CREATE FUNCTION refill_group() RETURNS trigger
  LANGUAGE plpgsql AS $$
DECLARE
  scopes text := coalesce(current_setting('app.scopes', true), '');
BEGIN
  PERFORM set_config('app.scopes', 'off', true);
  PERFORM pg_advisory_xact_lock(hashtextextended('rule groups ' || NEW."tenantId", 0));
  DELETE FROM "EndpointGroupMember" m
  WHERE m."tenantId" = NEW."tenantId" AND m."groupId" = NEW."id" AND NOT EXISTS (SELECT FROM "Endpoint" e
    WHERE e."tenantId" = m."tenantId" AND e."id" = m."endpointId" AND rule_admits(NEW."rule", e));
  INSERT INTO "EndpointGroupMember" ("tenantId", "groupId", "endpointId")
  SELECT e."tenantId", NEW."id", e."id" FROM "Endpoint" e
  WHERE e."tenantId" = NEW."tenantId" AND rule_admits(NEW."rule", e)
  ON CONFLICT DO NOTHING;
  PERFORM set_config('app.scopes', scopes, true);
  RETURN NULL;
END
$$;

CREATE TRIGGER regroup_new AFTER INSERT ON "Endpoint" FOR EACH ROW EXECUTE FUNCTION regroup_by_endpoint();
CREATE TRIGGER regroup_changed AFTER UPDATE ON "Endpoint" FOR EACH ROW
  WHEN ((OLD."host", OLD."port", OLD."starttls", OLD."role", OLD."verdict", OLD."stack", OLD."origin")
    IS DISTINCT FROM (NEW."host", NEW."port", NEW."starttls", NEW."role", NEW."verdict", NEW."stack", NEW."origin"))
  EXECUTE FUNCTION regroup_by_endpoint();
CREATE TRIGGER regroup AFTER INSERT OR UPDATE OR DELETE ON "EndpointTag" FOR EACH ROW EXECUTE FUNCTION regroup_by_tag();
CREATE TRIGGER refill AFTER INSERT OR UPDATE OF "rule", "kind" ON "EndpointGroup" FOR EACH ROW
  WHEN (NEW."kind" = 'RULE') EXECUTE FUNCTION refill_group();
