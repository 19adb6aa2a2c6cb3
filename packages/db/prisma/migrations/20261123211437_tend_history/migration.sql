-- Policies whose reach is worked out once per statement. Called for each row it would also keep the planner from using a
-- cached plan; a 20-row page is three times as quick this way.

DROP FUNCTION protect_tenant_table(regclass, text);

-- Every table with a "tenantId" goes through here; a test lists the ones that did not.
CREATE FUNCTION protect_tenant_table(target regclass, privileges text DEFAULT 'SELECT, INSERT, UPDATE, DELETE') RETURNS void
  LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', target);
  EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', target);
  EXECUTE format('CREATE POLICY tenant ON %s TO sundown_app USING ("tenantId" = ANY ((SELECT reachable_tenants())::uuid[])) WITH CHECK ("tenantId" = ANY ((SELECT reachable_tenants())::uuid[]))', target);
  EXECUTE format('CREATE POLICY keeper ON %s TO sundown_keeper USING (true)', target);
  EXECUTE format('GRANT %s ON %s TO sundown_app', privileges, target);
  EXECUTE format('GRANT SELECT ON %s TO sundown_keeper', target);
END
$$;

DO $$
DECLARE
  target regclass;
BEGIN
  FOREACH target IN ARRAY ARRAY['"Member"', '"TrustAnchor"', '"Endpoint"', '"Scan"', '"ScanResult"', '"FactSet"', '"Finding"']::regclass[] LOOP
    EXECUTE format('DROP POLICY tenant ON %s', target);
    PERFORM protect_tenant_table(target);
  END LOOP;
END
$$;

DROP POLICY own ON "Member";
CREATE POLICY own ON "Member" FOR SELECT TO sundown_app USING ("userId" = (SELECT acting_user()));

DROP POLICY tenant ON "Tenant";
DROP POLICY member ON "Tenant";
CREATE POLICY tenant ON "Tenant" TO sundown_app
  USING ("id" = ANY ((SELECT reachable_tenants())::uuid[])) WITH CHECK ("id" = ANY ((SELECT reachable_tenants())::uuid[]));
CREATE POLICY member ON "Tenant" FOR SELECT TO sundown_app
  USING ("id" IN (SELECT "tenantId" FROM "Member" WHERE "userId" = (SELECT acting_user())));
CREATE POLICY keeper ON "Tenant" TO sundown_keeper USING (true);
GRANT SELECT ON "Tenant" TO sundown_keeper;

DROP POLICY colleague ON "User";
CREATE POLICY colleague ON "User" FOR SELECT TO sundown_app
  USING ("id" = (SELECT acting_user()) OR EXISTS (SELECT FROM "Member" WHERE "Member"."userId" = "User"."id"));

-- The keeper: the product's own chores that go over all tenants. It reads tenant tables, and removes old history.
GRANT USAGE ON SCHEMA public TO sundown_keeper;
GRANT DELETE ON "Scan", "ScanResult", "Finding", "FactSet" TO sundown_keeper;
GRANT UPDATE ("lastScanId") ON "Endpoint" TO sundown_keeper;

-- Waits at most three seconds behind running queries: the months ahead are made early enough to try again another day.
CREATE OR REPLACE FUNCTION ensure_history_partitions(months_ahead int DEFAULT 3) RETURNS int
  LANGUAGE plpgsql SET lock_timeout = '3s' AS $$
DECLARE
  parent text;
  child text;
  month timestamptz;
  made int := 0;
BEGIN
  FOREACH parent IN ARRAY ARRAY['Scan', 'ScanResult'] LOOP
    FOR offset_months IN -1 .. months_ahead LOOP
      month := (date_trunc('month', now() AT TIME ZONE 'UTC') + make_interval(months => offset_months)) AT TIME ZONE 'UTC';
      child := parent || to_char(month AT TIME ZONE 'UTC', '_YYYY_MM');
      CONTINUE WHEN to_regclass(format('public.%I', child)) IS NOT NULL;
      BEGIN
        EXECUTE format('CREATE TABLE public.%I PARTITION OF public.%I FOR VALUES FROM (%L) TO (%L)', child, parent,
          history_bound(month),
          history_bound((month AT TIME ZONE 'UTC' + interval '1 month') AT TIME ZONE 'UTC'));
        made := made + 1;
      EXCEPTION
        WHEN check_violation THEN NULL; -- rows of that month already lie in the default partition and stay there
        WHEN lock_not_available THEN NULL;
      END;
    END LOOP;
  END LOOP;
  RETURN made;
END
$$;
