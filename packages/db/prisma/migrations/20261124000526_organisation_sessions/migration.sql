-- Whoever came through an organisation's identity provider goes past it again after a day, so that a person who is gone there
-- is soon gone here, however the session is prolonged.
CREATE FUNCTION end_organisation_session() RETURNS trigger
  LANGUAGE plpgsql AS $$
BEGIN
  NEW."expiresAt" := LEAST(NEW."expiresAt", NEW."createdAt" + interval '24 hours');
  RETURN NEW;
END
$$;

CREATE TRIGGER end_organisation_session BEFORE INSERT OR UPDATE ON "Session"
  FOR EACH ROW WHEN (NEW."providerId" IS NOT NULL) EXECUTE FUNCTION end_organisation_session();
