-- Whoever comes with a session or a key is looked up before any tenant is reached, in one statement, by a role that can
-- do that and nothing else: it reads no row of a tenant's work, no password and no letter of anybody, and writes nothing.
GRANT USAGE ON SCHEMA public TO sundown_door;
GRANT SELECT ("token", "userId", "expiresAt", "updatedAt", "providerId") ON "Session" TO sundown_door;
GRANT SELECT ("id", "name", "email", "operator") ON "User" TO sundown_door;
CREATE POLICY door ON "User" FOR SELECT TO sundown_door USING (true);

DO $$
DECLARE
  target regclass;
BEGIN
  FOREACH target IN ARRAY ARRAY['"Member"', '"CustomRole"', '"ApiKey"', '"TechnicianGroup"', '"TechnicianGroupMember"', '"DelegationAssignment"', '"Delegation"']::regclass[] LOOP
    EXECUTE format('CREATE POLICY door ON %s FOR SELECT TO sundown_door USING (true)', target);
    EXECUTE format('GRANT SELECT ON %s TO sundown_door', target);
  END LOOP;
END
$$;
