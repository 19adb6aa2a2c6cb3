import { X509Certificate } from 'node:crypto'
import { permit } from '../../access/viewer.ts'
import { encodeKey } from '../../global-id.ts'
import { builder } from '../../graphql/builder.ts'
import { describedEnum } from '../../graphql/enum.ts'
import { mutation } from '../../graphql/mutation.ts'
import { type CheckProblem, checkProblems } from '../../sign-in/check-provider.ts'
import { cloudOf, directoryOf, type EntraCloud } from '../../sign-in/entra.ts'
import { refOf } from '../../sign-in/providers.ts'
import { RoleEnum, TenantRef } from '../tenant/index.ts'
import { type DomainRow, domainsOf, type ProviderRow, providersOf, type Standing, standings } from './loaders.ts'
import { addDomain } from './verbs/add-domain.ts'
import { deleteProvider } from './verbs/delete-provider.ts'
import { removeDomain } from './verbs/remove-domain.ts'
import { saveProvider } from './verbs/save-provider.ts'
import { testProvider } from './verbs/test-provider.ts'
import { updateDomain } from './verbs/update-domain.ts'

const KindEnum = describedEnum<ProviderRow['kind']>('IdentityProviderKind', 'How an identity provider is spoken to.', {
  OIDC: 'OpenID Connect, by discovery.',
  ENTRA: 'Microsoft Entra ID, one directory.',
  SAML: 'SAML 2.0.',
})
const CloudEnum = describedEnum<EntraCloud>('EntraCloud', 'Where Microsoft Entra ID lives.', {
  WORLDWIDE: 'login.microsoftonline.com, GCC included.',
  US_GOVERNMENT: 'login.microsoftonline.us: GCC High and DoD.',
  CHINA: 'login.partner.microsoftonline.cn: operated by 21Vianet.',
})
const StandingEnum = describedEnum<Standing>('SignInDomainStanding', 'What lets a domain count.', standings)
const ProblemEnum = describedEnum<CheckProblem>('IdentityProviderProblem', 'What a test met.', checkProblems)

const DomainRef = builder.objectRef<DomainRow>('SignInDomain').implement({
  description: 'An e-mail domain whose people come in through an identity provider. One tenant holds a domain.',
  fields: (t) => ({
    id: t.id({ description: 'Global id.', resolve: (row) => encodeKey('SignInDomain', row) }),
    domain: t.exposeString('domain', { description: 'The domain, as an A-label in lower case.' }),
    enforced: t.exposeBoolean('enforced', {
      description: 'Whether its people come in by nothing else; the tenant’s owners still may.',
    }),
    standing: t.expose('standing', { type: StandingEnum, description: 'What lets it count.' }),
  }),
})

interface CertificateRow {
  readonly sha256: string
  readonly expiresAt: Date
}
const CertificateRef = builder.objectRef<CertificateRow>('SamlCertificate').implement({
  description: 'A certificate that a SAML provider signs with.',
  fields: (t) => ({
    sha256: t.exposeString('sha256', { description: 'SHA-256 of the DER form, hexadecimal.' }),
    expiresAt: t.expose('expiresAt', { type: 'DateTime', description: 'When it ends.' }),
  }),
})

const ProviderRef = builder.objectRef<ProviderRow>('IdentityProvider').implement({
  description: 'An identity provider through which a tenant’s people sign in.',
  fields: (t) => ({
    id: t.id({ description: 'Global id.', resolve: (row) => encodeKey('IdentityProvider', row) }),
    ref: t.string({ description: 'How the sign-in page names it.', resolve: refOf }),
    name: t.exposeString('name', { description: 'Name that people see when they sign in.' }),
    kind: t.expose('kind', { type: KindEnum, description: 'How it is spoken to.' }),
    enabled: t.exposeBoolean('enabled', { description: 'Whether anybody can sign in through it.' }),
    issuer: t.exposeString('issuer', { description: 'OpenID issuer, or SAML entity id.' }),
    cloud: t.field({
      type: CloudEnum,
      nullable: true,
      description: 'Cloud of Entra ID; null for another kind.',
      resolve: ({ kind, issuer }) => (kind === 'ENTRA' ? cloudOf(issuer) : null),
    }),
    directory: t.string({
      nullable: true,
      description: 'Directory (tenant) ID of Entra ID; null for another kind.',
      resolve: ({ kind, issuer }) => (kind === 'ENTRA' ? directoryOf(issuer) : null),
    }),
    clientId: t.exposeString('clientId', { nullable: true, description: 'Our name there; null for SAML.' }),
    entryPoint: t.exposeString('entryPoint', { nullable: true, description: 'Where SAML requests go.' }),
    certificates: t.field({
      type: [CertificateRef],
      description: 'What SAML assertions may be signed with.',
      resolve: ({ certificates }) => certificates.map(certificateOf),
    }),
    ownsAddresses: t.exposeBoolean('ownsAddresses', {
      description: 'Whether an address counts although the provider says nothing of its being verified.',
    }),
    joins: t.exposeBoolean('joins', { description: 'Whether its people become members when they first sign in.' }),
    defaultRole: t.expose('defaultRole', { type: RoleEnum, description: 'Role of such members.' }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was added.' }),
    lastUsedAt: t.expose('lastUsedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When somebody last signed in through it.',
    }),
    callbackUrl: t.string({
      description: 'Redirect address to register at an OpenID provider.',
      resolve: (row, _, { app }) => app.auth.organisation.addressesOf(row).callback,
    }),
    entityId: t.string({
      description: 'Our SAML entity id; our metadata lies there.',
      resolve: (row, _, { app }) => app.auth.organisation.addressesOf(row).entityId,
    }),
    acsUrl: t.string({
      description: 'Where a SAML provider posts its answer (assertion consumer service).',
      resolve: (row, _, { app }) => app.auth.organisation.addressesOf(row).acs,
    }),
    domains: t.field({
      type: [DomainRef],
      description: 'E-mail domains whose people come in through it.',
      resolve: (row, _, context) => domainsOf(context, row),
    }),
  }),
})

builder.objectField(TenantRef, 'identityProviders', (t) =>
  t.field({
    type: [ProviderRef],
    description: 'Its identity providers, oldest first. Needs PROVIDER_WRITE.',
    resolve: (tenant, _, context) => {
      permit(context.viewer, tenant.id, 'provider.write')
      return providersOf(context, tenant.id)
    },
  }),
)

const OpenIdInput = builder.inputType('OpenIdProviderInput', {
  description: 'How to speak to an OpenID provider.',
  fields: (t) => ({
    issuer: t.string({ required: true, description: 'Issuer, exactly as the provider writes it.' }),
    clientId: t.string({ required: true, description: 'Our client id there.' }),
    clientSecret: t.string({ description: 'Our client secret; none keeps the one that is there.' }),
  }),
})
const EntraInput = builder.inputType('EntraProviderInput', {
  description: 'How to speak to Microsoft Entra ID.',
  fields: (t) => ({
    cloud: t.field({ type: CloudEnum, required: true, description: 'Where it lives.' }),
    directory: t.string({ required: true, description: 'Directory (tenant) ID, a GUID.' }),
    clientId: t.string({ required: true, description: 'Application (client) ID.' }),
    clientSecret: t.string({ description: 'Value of the client secret; none keeps the one that is there.' }),
  }),
})
const SamlInput = builder.inputType('SamlProviderInput', {
  description: 'How to speak to a SAML provider.',
  fields: (t) => ({ metadata: t.string({ required: true, description: 'Its metadata document, XML.' }) }),
})

mutation('identityProviderSave', {
  description:
    'Adds an identity provider, switched off at first, or changes one. Another issuer breaks the connections of people with their accounts there.',
  input: (t) => ({
    tenantId: t.id({ required: true, description: 'Global id of the tenant.' }),
    id: t.id({ description: 'Global id of the provider to change; none adds one.' }),
    name: t.string({ required: true, description: 'Name that people see when they sign in, at most 60 characters.' }),
    openId: t.field({ type: OpenIdInput, description: 'For OpenID Connect.' }),
    entra: t.field({ type: EntraInput, description: 'For Microsoft Entra ID.' }),
    saml: t.field({ type: SamlInput, description: 'For SAML.' }),
    enabled: t.boolean({ description: 'Whether anybody can sign in through it; unchanged unless given.' }),
    ownsAddresses: t.boolean({
      description: 'Whether an address counts although the provider says nothing of its being verified.',
    }),
    joins: t.boolean({ description: 'Whether its people become members when they first sign in.' }),
    defaultRole: t.field({ type: RoleEnum, description: 'Role of such members; never OWNER.' }),
  }),
  run: (ctx, input) => saveProvider({ ctx, input }),
  payload: (t) => ({
    identityProvider: t.field({
      type: ProviderRef,
      description: 'The provider.',
      resolve: (payload) => payload.provider,
    }),
  }),
})

mutation('identityProviderDelete', {
  description: 'Takes an identity provider away with its domains, and signs out who came in through it.',
  input: (t) => ({ id: t.id({ required: true, description: 'Global id of the provider.' }) }),
  run: (ctx, input) => deleteProvider({ ctx, input }),
  payload: (t) => ({ id: t.id({ description: 'What it was.', resolve: (payload) => payload.id }) }),
})

mutation('identityProviderTest', {
  description:
    'Tries what can be tried of an identity provider without a person: reach, issuer, keys, our client there.',
  input: (t) => ({ id: t.id({ required: true, description: 'Global id of the provider.' }) }),
  run: (ctx, input) => testProvider({ ctx, input }),
  payload: (t) => ({
    problem: t.field({
      type: ProblemEnum,
      nullable: true,
      description: 'The first thing that is wrong; null where nothing is.',
      resolve: (payload) => payload.problem,
    }),
    detail: t.string({
      nullable: true,
      description: 'What was met, as the provider or the network put it.',
      resolve: (payload) => payload.detail,
    }),
  }),
})

mutation('signInDomainAdd', {
  description:
    'Lets the people of a domain come in through a provider. The tenant has to prove the domain by a DNS record.',
  input: (t) => ({
    providerId: t.id({ required: true, description: 'Global id of the provider.' }),
    domain: t.string({ required: true, description: 'The part of their addresses behind the @.' }),
  }),
  run: (ctx, input) => addDomain({ ctx, input }),
  payload: (t) => ({
    signInDomain: t.field({ type: DomainRef, description: 'The domain.', resolve: (payload) => payload.domain }),
  }),
})

mutation('signInDomainUpdate', {
  description:
    'Says whether the people of a domain come in through its provider alone, and signs out who came otherwise.',
  input: (t) => ({
    id: t.id({ required: true, description: 'Global id of the domain.' }),
    enforced: t.boolean({ required: true, description: 'Whether they have to.' }),
  }),
  run: (ctx, input) => updateDomain({ ctx, input }),
  payload: (t) => ({
    signInDomain: t.field({ type: DomainRef, description: 'The domain.', resolve: (payload) => payload.domain }),
  }),
})

mutation('signInDomainRemove', {
  description: 'Lets the people of a domain come in through its provider no more, and signs them out.',
  input: (t) => ({ id: t.id({ required: true, description: 'Global id of the domain.' }) }),
  run: (ctx, input) => removeDomain({ ctx, input }),
  payload: (t) => ({ id: t.id({ description: 'What it was.', resolve: (payload) => payload.id }) }),
})

function certificateOf(pem: string): CertificateRow {
  const certificate = new X509Certificate(pem)
  const sha256 = certificate.fingerprint256.replaceAll(':', '').toLowerCase()
  return { sha256, expiresAt: certificate.validToDate }
}
