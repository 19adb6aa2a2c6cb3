-- Cluster-wide roles; run before the migrations, each time, by the login user of DATABASE_URL or once by an administrator.
-- sundown_app: what requests and jobs run as; row-level security holds for it. sundown_auth: the sign-in library.
-- sundown_keeper: chores over all tenants, taken for single transactions. sundown_scoped: sundown_app with the endpoints of
-- a scope alone, taken for the transactions of readers whose reach is narrowed; for all others its policies cost nothing.
-- sundown_door: reads who holds a session or a key and where they belong, which every request asks; writes nothing.
DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['sundown_app', 'sundown_auth', 'sundown_keeper', 'sundown_scoped', 'sundown_door'] LOOP
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = name) THEN
      BEGIN
        EXECUTE format('CREATE ROLE %I NOLOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE', name);
      EXCEPTION WHEN duplicate_object OR unique_violation THEN
        NULL; -- another database of this cluster was quicker
      END;
    END IF;
    IF NOT pg_has_role(current_user, name, 'SET') THEN
      EXECUTE format('GRANT %I TO CURRENT_USER WITH INHERIT FALSE, SET TRUE', name);
    END IF;
  END LOOP;
  IF NOT pg_has_role('sundown_scoped', 'sundown_app', 'USAGE') THEN
    GRANT sundown_app TO sundown_scoped WITH INHERIT TRUE, SET FALSE;
  END IF;
END
$$;
