-- CreateEnum
CREATE TYPE "EndpointRole" AS ENUM ('inbound', 'internal', 'client');

-- CreateEnum
CREATE TYPE "Verdict" AS ENUM ('READY', 'LEGACY_ENABLED', 'AT_RISK', 'NOT_READY', 'UNKNOWN');

-- CreateEnum
CREATE TYPE "Severity" AS ENUM ('critical', 'high', 'medium', 'low', 'info');

-- CreateEnum
CREATE TYPE "ScanStatus" AS ENUM ('QUEUED', 'RUNNING', 'COMPLETED', 'FAILED', 'CANCELLED');

-- CreateEnum
CREATE TYPE "ScanStage" AS ENUM ('RESOLVING', 'CONNECTING', 'VERSIONS', 'CIPHER_SUITES', 'CERTIFICATES', 'FEATURES', 'JUDGING', 'STORING');

-- CreateEnum
CREATE TYPE "ObservationStatus" AS ENUM ('OBSERVED', 'UNREACHABLE', 'REFUSED', 'TIMED_OUT', 'NOT_TLS', 'STARTTLS_REFUSED', 'BLOCKED');

-- CreateEnum
CREATE TYPE "TenantKind" AS ENUM ('CUSTOMER', 'PARTNER');

-- CreateEnum
CREATE TYPE "MemberRole" AS ENUM ('OWNER', 'ADMIN', 'OPERATOR', 'VIEWER');

-- CreateEnum
CREATE TYPE "Origin" AS ENUM ('MANUAL', 'LAB');

-- CreateTable
CREATE TABLE "Endpoint" (
    "tenantId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "host" TEXT NOT NULL,
    "port" INTEGER NOT NULL,
    "serverName" TEXT,
    "starttls" TEXT,
    "role" "EndpointRole" NOT NULL,
    "label" TEXT,
    "origin" "Origin" NOT NULL DEFAULT 'MANUAL',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deletedAt" TIMESTAMPTZ(3),
    "lastScanId" UUID,
    "verdict" "Verdict",
    "score" INTEGER,
    "policyId" TEXT,
    "judgedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Endpoint_pkey" PRIMARY KEY ("tenantId","id")
);

-- CreateTable
CREATE TABLE "FactSet" (
    "tenantId" UUID NOT NULL,
    "hash" TEXT NOT NULL,
    "facts" JSONB NOT NULL,
    "firstSeenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastSeenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "FactSet_pkey" PRIMARY KEY ("tenantId","hash")
);

-- CreateTable
CREATE TABLE "Finding" (
    "tenantId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "endpointId" UUID NOT NULL,
    "scanResultId" UUID NOT NULL,
    "ruleId" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "severity" "Severity" NOT NULL,
    "cost" INTEGER NOT NULL,
    "evidence" JSONB NOT NULL,

    CONSTRAINT "Finding_pkey" PRIMARY KEY ("tenantId","id")
);

-- CreateTable
CREATE TABLE "Scan" (
    "tenantId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "endpointId" UUID NOT NULL,
    "status" "ScanStatus" NOT NULL DEFAULT 'QUEUED',
    "stage" "ScanStage",
    "progress" INTEGER NOT NULL DEFAULT 0,
    "requestedBy" TEXT,
    "requestedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "startedAt" TIMESTAMPTZ(3),
    "finishedAt" TIMESTAMPTZ(3),
    "attempt" INTEGER NOT NULL DEFAULT 0,
    "error" TEXT,
    "verdict" "Verdict",
    "score" INTEGER,
    "connections" INTEGER,
    "milliseconds" INTEGER,

    CONSTRAINT "Scan_pkey" PRIMARY KEY ("tenantId","id")
) PARTITION BY RANGE ("id");

-- CreateTable
CREATE TABLE "ScanResult" (
    "tenantId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "scanId" UUID NOT NULL,
    "endpointId" UUID NOT NULL,
    "address" TEXT NOT NULL,
    "status" "ObservationStatus" NOT NULL,
    "reason" TEXT,
    "factsHash" TEXT,
    "verdict" "Verdict" NOT NULL,
    "score" INTEGER,
    "because" TEXT[],
    "policyId" TEXT NOT NULL,
    "judgedAt" TIMESTAMPTZ(3) NOT NULL,
    "connections" INTEGER NOT NULL,
    "milliseconds" INTEGER NOT NULL,

    CONSTRAINT "ScanResult_pkey" PRIMARY KEY ("tenantId","id")
) PARTITION BY RANGE ("id");

-- CreateTable
CREATE TABLE "Tenant" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "kind" "TenantKind" NOT NULL DEFAULT 'CUSTOMER',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Tenant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Member" (
    "tenantId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "userId" TEXT NOT NULL,
    "role" "MemberRole" NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Member_pkey" PRIMARY KEY ("tenantId","id")
);

-- CreateTable
CREATE TABLE "TrustAnchor" (
    "tenantId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "pem" TEXT NOT NULL,
    "origin" "Origin" NOT NULL DEFAULT 'MANUAL',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "TrustAnchor_pkey" PRIMARY KEY ("tenantId","id")
);

-- CreateTable
CREATE TABLE "User" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "emailVerified" BOOLEAN NOT NULL DEFAULT false,
    "image" TEXT,
    "locale" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "ipAddress" TEXT,
    "userAgent" TEXT,
    "userId" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Account" (
    "id" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "providerId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "accessToken" TEXT,
    "refreshToken" TEXT,
    "idToken" TEXT,
    "accessTokenExpiresAt" TIMESTAMPTZ(3),
    "refreshTokenExpiresAt" TIMESTAMPTZ(3),
    "scope" TEXT,
    "password" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Verification" (
    "id" TEXT NOT NULL,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Verification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RateLimit" (
    "id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "lastRequest" BIGINT NOT NULL,

    CONSTRAINT "RateLimit_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Endpoint_tenantId_host_port_id_idx" ON "Endpoint"("tenantId", "host", "port", "id");

-- CreateIndex
CREATE INDEX "Endpoint_tenantId_verdict_id_idx" ON "Endpoint"("tenantId", "verdict", "id");

-- CreateIndex
CREATE INDEX "Endpoint_tenantId_score_id_idx" ON "Endpoint"("tenantId", "score", "id");

-- CreateIndex
CREATE INDEX "Endpoint_tenantId_lastScanId_idx" ON "Endpoint"("tenantId", "lastScanId");

-- CreateIndex
CREATE INDEX "FactSet_tenantId_lastSeenAt_idx" ON "FactSet"("tenantId", "lastSeenAt");

-- CreateIndex
CREATE INDEX "Finding_tenantId_endpointId_idx" ON "Finding"("tenantId", "endpointId");

-- CreateIndex
CREATE INDEX "Finding_tenantId_ruleId_outcome_endpointId_idx" ON "Finding"("tenantId", "ruleId", "outcome", "endpointId");

-- CreateIndex
CREATE UNIQUE INDEX "Finding_tenantId_scanResultId_ruleId_key" ON "Finding"("tenantId", "scanResultId", "ruleId");

-- CreateIndex
CREATE INDEX "Scan_tenantId_endpointId_id_idx" ON "Scan"("tenantId", "endpointId", "id");

-- CreateIndex
CREATE INDEX "Scan_tenantId_status_id_idx" ON "Scan"("tenantId", "status", "id");

-- CreateIndex
CREATE INDEX "ScanResult_tenantId_scanId_idx" ON "ScanResult"("tenantId", "scanId");

-- CreateIndex
CREATE INDEX "ScanResult_tenantId_endpointId_id_idx" ON "ScanResult"("tenantId", "endpointId", "id");

-- CreateIndex
CREATE INDEX "ScanResult_tenantId_factsHash_idx" ON "ScanResult"("tenantId", "factsHash");

-- CreateIndex
CREATE UNIQUE INDEX "Tenant_slug_key" ON "Tenant"("slug");

-- CreateIndex
CREATE INDEX "Member_userId_tenantId_idx" ON "Member"("userId", "tenantId");

-- CreateIndex
CREATE UNIQUE INDEX "Member_tenantId_userId_key" ON "Member"("tenantId", "userId");

-- CreateIndex
CREATE UNIQUE INDEX "TrustAnchor_tenantId_sha256_key" ON "TrustAnchor"("tenantId", "sha256");

-- CreateIndex
CREATE UNIQUE INDEX "User_email_key" ON "User"("email");

-- CreateIndex
CREATE UNIQUE INDEX "Session_token_key" ON "Session"("token");

-- CreateIndex
CREATE INDEX "Session_userId_idx" ON "Session"("userId");

-- CreateIndex
CREATE INDEX "Session_expiresAt_idx" ON "Session"("expiresAt");

-- CreateIndex
CREATE INDEX "Account_userId_idx" ON "Account"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "Account_providerId_accountId_key" ON "Account"("providerId", "accountId");

-- CreateIndex
CREATE INDEX "Verification_identifier_idx" ON "Verification"("identifier");

-- CreateIndex
CREATE INDEX "Verification_expiresAt_idx" ON "Verification"("expiresAt");

-- CreateIndex
CREATE UNIQUE INDEX "RateLimit_key_key" ON "RateLimit"("key");

-- AddForeignKey
ALTER TABLE "Endpoint" ADD CONSTRAINT "Endpoint_tenantId_fkey" FOREIGN KEY ("tenantId") REFERENCES "Tenant"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Endpoint" ADD CONSTRAINT "Endpoint_tenantId_lastScanId_fkey" FOREIGN KEY ("tenantId", "lastScanId") REFERENCES "Scan"("tenantId", "id") ON DELETE SET NULL ("lastScanId") ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "FactSet" ADD CONSTRAINT "FactSet_tenantId_fkey" FOREIGN KEY ("tenantId") REFERENCES "Tenant"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Finding" ADD CONSTRAINT "Finding_tenantId_endpointId_fkey" FOREIGN KEY ("tenantId", "endpointId") REFERENCES "Endpoint"("tenantId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Finding" ADD CONSTRAINT "Finding_tenantId_scanResultId_fkey" FOREIGN KEY ("tenantId", "scanResultId") REFERENCES "ScanResult"("tenantId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Scan" ADD CONSTRAINT "Scan_tenantId_fkey" FOREIGN KEY ("tenantId") REFERENCES "Tenant"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Scan" ADD CONSTRAINT "Scan_tenantId_endpointId_fkey" FOREIGN KEY ("tenantId", "endpointId") REFERENCES "Endpoint"("tenantId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ScanResult" ADD CONSTRAINT "ScanResult_tenantId_scanId_fkey" FOREIGN KEY ("tenantId", "scanId") REFERENCES "Scan"("tenantId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ScanResult" ADD CONSTRAINT "ScanResult_tenantId_endpointId_fkey" FOREIGN KEY ("tenantId", "endpointId") REFERENCES "Endpoint"("tenantId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ScanResult" ADD CONSTRAINT "ScanResult_tenantId_factsHash_fkey" FOREIGN KEY ("tenantId", "factsHash") REFERENCES "FactSet"("tenantId", "hash") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "Member" ADD CONSTRAINT "Member_tenantId_fkey" FOREIGN KEY ("tenantId") REFERENCES "Tenant"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Member" ADD CONSTRAINT "Member_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TrustAnchor" ADD CONSTRAINT "TrustAnchor_tenantId_fkey" FOREIGN KEY ("tenantId") REFERENCES "Tenant"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Account" ADD CONSTRAINT "Account_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- ---------------------------------------------------------------------------------------------------------------------
-- From here on written by hand: what the schema language cannot say.

-- Partial and null-aware uniqueness
CREATE UNIQUE INDEX "Endpoint_watched_once" ON "Endpoint"("tenantId", "host", "port", "serverName", "starttls") NULLS NOT DISTINCT WHERE "deletedAt" IS NULL;
CREATE UNIQUE INDEX "User_email_any_case" ON "User"(lower("email"));
CREATE UNIQUE INDEX "Account_one_password" ON "Account"("userId") WHERE "providerId" = 'credential';

-- Values
ALTER TABLE "Tenant" ADD CONSTRAINT "Tenant_slug_form" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length("slug") <= 63);
ALTER TABLE "Tenant" ADD CONSTRAINT "Tenant_name_form" CHECK (length("name") BETWEEN 1 AND 200);
ALTER TABLE "User" ADD CONSTRAINT "User_locale_known" CHECK ("locale" IN ('en', 'da'));
ALTER TABLE "TrustAnchor" ADD CONSTRAINT "TrustAnchor_sha256_form" CHECK ("sha256" ~ '^[0-9a-f]{64}$');
ALTER TABLE "Endpoint" ADD CONSTRAINT "Endpoint_host_form" CHECK (length("host") BETWEEN 1 AND 253 AND "host" = lower("host"));
ALTER TABLE "Endpoint" ADD CONSTRAINT "Endpoint_port_range" CHECK ("port" BETWEEN 1 AND 65535);
ALTER TABLE "Endpoint" ADD CONSTRAINT "Endpoint_score_range" CHECK ("score" BETWEEN 0 AND 100);
ALTER TABLE "Scan" ADD CONSTRAINT "Scan_progress_range" CHECK ("progress" BETWEEN 0 AND 100);
ALTER TABLE "Scan" ADD CONSTRAINT "Scan_score_range" CHECK ("score" BETWEEN 0 AND 100);
ALTER TABLE "ScanResult" ADD CONSTRAINT "ScanResult_score_range" CHECK ("score" BETWEEN 0 AND 100);
ALTER TABLE "FactSet" ADD CONSTRAINT "FactSet_hash_form" CHECK ("hash" ~ '^[0-9a-f]{64}$');
ALTER TABLE "Finding" ADD CONSTRAINT "Finding_outcome_known" CHECK ("outcome" IN ('pass', 'fail', 'not-applicable', 'unknown'));
ALTER TABLE "Finding" ADD CONSTRAINT "Finding_cost_range" CHECK ("cost" BETWEEN 0 AND 100);

-- Monthly partitions of history. A version 7 UUID begins with its milliseconds, so an id range is a time range and the
-- key stays ("tenantId", "id").
CREATE FUNCTION history_bound(moment timestamptz) RETURNS uuid
  LANGUAGE sql STABLE
  RETURN (lpad(to_hex((extract(epoch FROM moment) * 1000)::bigint), 12, '0') || repeat('0', 20))::uuid;

CREATE FUNCTION ensure_history_partitions(months_ahead int DEFAULT 3) RETURNS int
  LANGUAGE plpgsql AS $$
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
          history_bound(month), history_bound(month + interval '1 month'));
        made := made + 1;
      EXCEPTION WHEN check_violation THEN
        NULL; -- rows of that month already lie in the default partition and stay there
      END;
    END LOOP;
  END LOOP;
  RETURN made;
END
$$;

CREATE TABLE "Scan_default" PARTITION OF "Scan" DEFAULT;
CREATE TABLE "ScanResult_default" PARTITION OF "ScanResult" DEFAULT;
SELECT ensure_history_partitions();

-- Row-level security. `app.tenants` holds the tenants that the transaction may reach, `app.user` who acts; both are set
-- by asTenants() for one transaction. Not set means nothing is reachable.
CREATE FUNCTION reachable_tenants() RETURNS uuid[]
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN string_to_array(nullif(current_setting('app.tenants', true), ''), ',')::uuid[];

CREATE FUNCTION acting_user() RETURNS text
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('app.user', true), '');

-- Every table with a "tenantId" goes through here; a test lists the ones that did not.
CREATE FUNCTION protect_tenant_table(target regclass, privileges text DEFAULT 'SELECT, INSERT, UPDATE, DELETE') RETURNS void
  LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', target);
  EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', target);
  EXECUTE format('CREATE POLICY tenant ON %s TO sundown_app USING ("tenantId" = ANY (reachable_tenants())) WITH CHECK ("tenantId" = ANY (reachable_tenants()))', target);
  EXECUTE format('GRANT %s ON %s TO sundown_app', privileges, target);
END
$$;

GRANT USAGE ON SCHEMA public TO sundown_app, sundown_auth;
SELECT protect_tenant_table('"Member"');
SELECT protect_tenant_table('"TrustAnchor"');
SELECT protect_tenant_table('"Endpoint"');
SELECT protect_tenant_table('"Scan"');
SELECT protect_tenant_table('"ScanResult"');
SELECT protect_tenant_table('"FactSet"');
SELECT protect_tenant_table('"Finding"');

-- People see their own memberships before a tenant is chosen, and the tenants behind them.
CREATE POLICY own ON "Member" FOR SELECT TO sundown_app USING ("userId" = acting_user());

ALTER TABLE "Tenant" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "Tenant" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "Tenant" TO sundown_app USING ("id" = ANY (reachable_tenants())) WITH CHECK ("id" = ANY (reachable_tenants()));
CREATE POLICY member ON "Tenant" FOR SELECT TO sundown_app
  USING (EXISTS (SELECT FROM "Member" WHERE "Member"."tenantId" = "Tenant"."id" AND "Member"."userId" = acting_user()));
GRANT SELECT, INSERT, UPDATE, DELETE ON "Tenant" TO sundown_app;

-- Sign-in data: the sign-in role has it all; the application reads the people it shares a tenant with, and no secret.
ALTER TABLE "User" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "User" FORCE ROW LEVEL SECURITY;
CREATE POLICY sign_in ON "User" TO sundown_auth USING (true) WITH CHECK (true);
CREATE POLICY colleague ON "User" FOR SELECT TO sundown_app
  USING ("id" = acting_user() OR EXISTS (SELECT FROM "Member" WHERE "Member"."userId" = "User"."id"));
GRANT SELECT ON "User" TO sundown_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON "User", "Session", "Account", "Verification", "RateLimit" TO sundown_auth;

-- The queue keeps its own schema and connects as the login user; the application enqueues in its own transactions.
CREATE SCHEMA IF NOT EXISTS pgboss;
GRANT USAGE ON SCHEMA pgboss TO sundown_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA pgboss GRANT SELECT, INSERT, UPDATE ON TABLES TO sundown_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA pgboss GRANT USAGE ON SEQUENCES TO sundown_app;
