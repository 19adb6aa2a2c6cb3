import { encodeKey } from '../../global-id.ts'
import { builder } from '../../graphql/builder.ts'
import { describedEnum } from '../../graphql/enum.ts'
import { mutation } from '../../graphql/mutation.ts'
import { filePath, type ProofFailure, proofFailures, proofText, recordName } from '../../probing/check-domain.ts'
import { EndpointRef, type EndpointRow } from '../endpoint/index.ts'
import { TenantRef } from '../tenant/index.ts'
import { type ActiveReason, activeReason, activeReasons, allowsActive } from './active-permission.ts'
import { registeredDomain } from './domain-name.ts'
import { type ProofRow, proofsOf } from './loaders.ts'
import { type ProofState, stateOf } from './proof-state.ts'
import { createProof } from './verbs/create-proof.ts'
import { deleteProof } from './verbs/delete-proof.ts'
import { verifyProof } from './verbs/verify-proof.ts'

const ProofMethodEnum = describedEnum<ProofRow['method']>('ProofMethod', 'How control of a domain is shown.', {
  DNS: 'By a TXT record; it speaks for the names below as well.',
  HTTP: 'By a file on the web server; it speaks for that one name.',
})

const ProofStateEnum = describedEnum<ProofState>('ProofState', 'Where a proof stands.', {
  PENDING: 'It was not found yet.',
  PROVEN: 'It was found, at most three days ago.',
  LAPSED: 'It was found once and is gone, or nobody could look for it for three days.',
})

const ProofFailureEnum = describedEnum<ProofFailure>(
  'ProofFailure',
  'What the last look met instead of the proof.',
  proofFailures,
)

const ProofRef = builder.objectRef<ProofRow>('DomainProof').implement({
  description: 'What shows that the tenant controls a domain. Looked for again every six hours.',
  fields: (t) => ({
    id: t.id({ description: 'Global id.', resolve: (proof) => encodeKey('DomainProof', proof) }),
    domain: t.exposeString('domain', { description: 'Domain as an A-label in lower case.' }),
    method: t.expose('method', { type: ProofMethodEnum, description: 'How it is shown.' }),
    state: t.field({
      type: ProofStateEnum,
      description: 'Where it stands.',
      resolve: (proof, _, { app }) => stateOf(proof, app.now()),
    }),
    recordName: t.string({
      nullable: true,
      description: 'Name of the TXT record to place; null for a file.',
      resolve: ({ method, domain }) => (method === 'DNS' ? recordName(domain) : null),
    }),
    fileUrl: t.string({
      nullable: true,
      description: 'Where the file is to be served, by HTTP or HTTPS; null for a record.',
      resolve: ({ method, domain }) => (method === 'HTTP' ? `http://${domain}${filePath}` : null),
    }),
    value: t.string({
      description: 'What the record, or a line of the file, is to hold.',
      resolve: ({ token }) => proofText(token),
    }),
    verifiedAt: t.expose('verifiedAt', { type: 'DateTime', nullable: true, description: 'When it was last found.' }),
    checkedAt: t.expose('checkedAt', { type: 'DateTime', nullable: true, description: 'When it was last looked for.' }),
    failure: t.field({
      type: ProofFailureEnum,
      nullable: true,
      description: 'What the last look met instead; null where it was found.',
      resolve: ({ failure }) =>
        (Object.keys(proofFailures) as ProofFailure[]).find((known) => known === failure) ?? null,
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was asked for.' }),
  }),
})

const ActiveReasonEnum = describedEnum<ActiveReason>(
  'ActiveReason',
  'Why active checks may be asked of an endpoint, or may not, with the next step.',
  activeReasons,
)

interface Permission {
  readonly endpoint: EndpointRow
  readonly reason: ActiveReason
}

const ActiveChecksRef = builder.objectRef<Permission>('ActiveChecks').implement({
  description: 'Whether the next scan of an endpoint provokes it, to see flaws that honest clients do not meet.',
  fields: (t) => ({
    wanted: t.boolean({
      description: 'Whether the tenant marked the endpoint as its own and asks for them. Next: endpointUpdate.',
      resolve: ({ endpoint }) => endpoint.activeChecks,
    }),
    allowed: t.boolean({
      description: 'Whether they may be asked.',
      resolve: ({ reason }) => allowsActive(reason),
    }),
    reason: t.field({
      type: ActiveReasonEnum,
      description: 'Why they may or may not.',
      resolve: ({ reason }) => reason,
    }),
    domain: t.string({
      nullable: true,
      description: 'Domain to prove; null for an address.',
      resolve: ({ endpoint }) => registeredDomain(endpoint.host),
    }),
  }),
})

builder.objectField(EndpointRef, 'activeChecks', (t) =>
  t.field({
    type: ActiveChecksRef,
    description: 'Whether the next scan asks active checks, and why or why not.',
    resolve: async (endpoint, _, context): Promise<Permission> => {
      const proofs = await proofsOf(context, endpoint.tenantId)
      return { endpoint, reason: activeReason(context.app.env, endpoint, proofs, context.app.now()) }
    },
  }),
)

builder.objectField(TenantRef, 'domainProofs', (t) =>
  t.field({
    type: [ProofRef],
    description: 'Domains that it proves or has proven, by name.',
    resolve: ({ id }, _, context) => proofsOf(context, id),
  }),
)

mutation('domainProofCreate', {
  description: 'Asks to prove control of a domain. Answers what to place where; domainProofVerify then looks for it.',
  input: (t) => ({
    tenantId: t.id({ required: true, description: 'Global id of the tenant.' }),
    domain: t.string({
      required: true,
      description: 'The domain, for instance example.com; no suffix that is public.',
    }),
    method: t.field({ type: ProofMethodEnum, description: 'How to show it; DNS unless told.' }),
  }),
  run: (ctx, input) => createProof({ ctx, input }),
  payload: (t) => ({
    domainProof: t.field({ type: ProofRef, description: 'What to place.', resolve: (payload) => payload.domainProof }),
  }),
})

mutation('domainProofVerify', {
  description: 'Looks for the proof now. Not found is no error: the state and the failure say so.',
  input: (t) => ({ id: t.id({ required: true, description: 'Global id of the proof.' }) }),
  run: (ctx, input) => verifyProof({ ctx, input }),
  payload: (t) => ({
    domainProof: t.field({ type: ProofRef, description: 'As it now is.', resolve: (payload) => payload.domainProof }),
  }),
})

mutation('domainProofDelete', {
  description: 'Takes a domain off the list. Its endpoints are asked no active checks from the next scan on.',
  input: (t) => ({ id: t.id({ required: true, description: 'Global id of the proof.' }) }),
  run: (ctx, input) => deleteProof({ ctx, input }),
  payload: (t) => ({ id: t.id({ description: 'What it was.', resolve: (payload) => payload.id }) }),
})
