export type {
  Account,
  ApiKey,
  AuditEntry,
  CustomRole,
  DeadlineRecord,
  Delegation,
  DelegationAssignment,
  DomainProof,
  Endpoint,
  EndpointGroup,
  EndpointGroupMember,
  EndpointTag,
  FactSet,
  Finding,
  HistoryRegrade,
  IdentityProvider,
  Invitation,
  Member,
  OperatorEntry,
  Scan,
  ScanResult,
  Session,
  SignInDomain,
  TechnicianGroup,
  TechnicianGroupMember,
  Tenant,
  TenantPolicy,
  TrustAnchor,
  User,
} from '../gen/prisma/client.ts'
export { Prisma, PrismaClient } from '../gen/prisma/client.ts'
export * from '../gen/prisma/enums.ts'
export { type AuditBreak, auditHashAt, findAuditBreaks, findOperatorBreaks } from './audit/find-breaks.ts'
export { type AuditProof, verifyAudit } from './audit/verify-audit.ts'
export {
  createDatabase,
  type Database,
  type DatabaseOptions,
  type TransactionLimits,
  type Tx,
} from './database.ts'
export { DatabaseError, type DatabaseErrorCode } from './database-error.ts'
export { storable } from './history/storable.ts'
export { factsHash, storeFacts } from './history/store-facts.ts'
export { type HistoryTended, tendHistory } from './history/tend-history.ts'
export { type ExportedRow, exportTenant } from './leaving/export-tenant.ts'
export { newId } from './new-id.ts'
export type { Reading } from './reading.ts'
export { beyondScope, type Narrowing, type Picks, type Reach, reaching, type Scope, type Scopes } from './scope.ts'
