-- CreateEnum
CREATE TYPE "ProviderKind" AS ENUM ('OIDC', 'ENTRA', 'SAML');

-- AlterTable
ALTER TABLE "Session" ADD COLUMN     "providerId" TEXT;

-- CreateTable
CREATE TABLE "IdentityProvider" (
    "tenantId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "ProviderKind" NOT NULL,
    "enabled" BOOLEAN NOT NULL DEFAULT false,
    "issuer" TEXT NOT NULL,
    "clientId" TEXT,
    "secret" TEXT,
    "entryPoint" TEXT,
    "certificates" TEXT[],
    "ownsAddresses" BOOLEAN NOT NULL DEFAULT false,
    "joins" BOOLEAN NOT NULL DEFAULT false,
    "defaultRole" "MemberRole" NOT NULL DEFAULT 'VIEWER',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastUsedAt" TIMESTAMPTZ(3),

    CONSTRAINT "IdentityProvider_pkey" PRIMARY KEY ("tenantId","id")
);

-- CreateTable
CREATE TABLE "SignInDomain" (
    "tenantId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "domain" TEXT NOT NULL,
    "providerId" UUID NOT NULL,
    "enforced" BOOLEAN NOT NULL DEFAULT false,
    "byOperator" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SignInDomain_pkey" PRIMARY KEY ("tenantId","id")
);

-- CreateTable
CREATE TABLE "Passkey" (
    "id" TEXT NOT NULL,
    "name" TEXT,
    "publicKey" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "credentialID" TEXT NOT NULL,
    "counter" DOUBLE PRECISION NOT NULL,
    "deviceType" TEXT NOT NULL,
    "backedUp" BOOLEAN NOT NULL,
    "transports" TEXT,
    "aaguid" TEXT,
    "createdAt" TIMESTAMPTZ(3) DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Passkey_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "IdentityProvider_tenantId_name_key" ON "IdentityProvider"("tenantId", "name");

-- CreateIndex
CREATE UNIQUE INDEX "SignInDomain_domain_key" ON "SignInDomain"("domain");

-- CreateIndex
CREATE INDEX "SignInDomain_tenantId_providerId_idx" ON "SignInDomain"("tenantId", "providerId");

-- CreateIndex
CREATE UNIQUE INDEX "Passkey_credentialID_key" ON "Passkey"("credentialID");

-- CreateIndex
CREATE INDEX "Passkey_userId_idx" ON "Passkey"("userId");

-- CreateIndex
CREATE INDEX "Session_providerId_idx" ON "Session"("providerId");

-- AddForeignKey
ALTER TABLE "IdentityProvider" ADD CONSTRAINT "IdentityProvider_tenantId_fkey" FOREIGN KEY ("tenantId") REFERENCES "Tenant"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SignInDomain" ADD CONSTRAINT "SignInDomain_tenantId_fkey" FOREIGN KEY ("tenantId") REFERENCES "Tenant"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SignInDomain" ADD CONSTRAINT "SignInDomain_tenantId_providerId_fkey" FOREIGN KEY ("tenantId", "providerId") REFERENCES "IdentityProvider"("tenantId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Passkey" ADD CONSTRAINT "Passkey_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;


SELECT protect_tenant_table('"IdentityProvider"');
SELECT protect_tenant_table('"SignInDomain"');

-- Nobody becomes an owner by an identity provider.
ALTER TABLE "IdentityProvider" ADD CONSTRAINT "IdentityProvider_never_owner" CHECK ("defaultRole" <> 'OWNER');
ALTER TABLE "SignInDomain" ADD CONSTRAINT "SignInDomain_form" CHECK ("domain" = lower("domain") AND "domain" LIKE '%.%');

GRANT SELECT, INSERT, UPDATE, DELETE ON "Passkey" TO sundown_auth;
