/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** Why active checks may be asked of an endpoint, or may not, with the next step. */
export type ActiveReason =
  /** It did once, and the proof is gone. Next: put it back, then domainProofVerify. */
  | 'LAPSED'
  /** Nobody showed it. Next: domainProofCreate for `domain`, place what it answers, then domainProofVerify. */
  | 'NOT_PROVEN'
  /** An address has no domain to prove. Next: ask the operator of Sundown to allow its network. */
  | 'NO_DOMAIN'
  /** The operator of Sundown allows them here. */
  | 'OPERATOR'
  /** The tenant showed that it controls the domain. */
  | 'PROVEN';

/** What acted. */
export type ActorKind =
  /** A program with an API key. */
  | 'KEY'
  /** The product itself. */
  | 'SYSTEM'
  /** A person. */
  | 'USER';

/** What apiKeyCreate needs. */
export type ApiKeyCreateInput = {
  /** Days until it ends: 90 unless told, at most 730. */
  days?: number | null | undefined;
  /** CIDR ranges it may be used from; none for any. */
  ipRanges?: Array<string> | null | undefined;
  /** What it is for, at most 100 characters. */
  name: string;
  /** Endpoints that it is limited to, also those of customers; none for all. */
  scope?: ScopeInput | null | undefined;
  /** Patterns over permissions in dotted form, for instance tenant.read, endpoint.*, scan.request. */
  scopes: Array<string>;
  /** At a partner: a group of technicians, whose customers the key then reaches as they do. */
  technicianGroupId?: string | number | null | undefined;
  /** Global id of the tenant. */
  tenantId: string | number;
};

/** What apiKeyRevoke needs. */
export type ApiKeyRevokeInput = {
  /** Global id of the key. */
  id: string | number;
};

/** What apiKeyRotate needs. */
export type ApiKeyRotateInput = {
  /** Global id of the older key. */
  id: string | number;
  /** Hours until the older one ends: 24 unless told, at most 720; 0 ends it now. */
  overlapHours?: number | null | undefined;
};

/** Way of connecting that a deadline concerns. */
export type Channel =
  /** Every way. */
  | 'ANY'
  /** Browsers. */
  | 'BROWSER'
  /** HTTPS. */
  | 'HTTPS'
  /** IMAP4. */
  | 'IMAP4'
  /** Management interfaces. */
  | 'MANAGEMENT'
  /** What the operating system allows. */
  | 'OPERATING_SYSTEM'
  /** POP3. */
  | 'POP3'
  /** Sign-in by Entra ID. */
  | 'SIGN_IN'
  /** SIP. */
  | 'SIP'
  /** Mail from clients and devices. */
  | 'SMTP_AUTH'
  /** Mail between servers. */
  | 'SMTP_IN'
  /** Azure Storage. */
  | 'STORAGE';

/** One of Microsoft’s clouds. */
export type Cloud =
  /** China, operated by 21Vianet. */
  | 'CHINA'
  /** Department of Defense. */
  | 'DOD'
  /** Government Community Cloud. */
  | 'GCC'
  /** GCC High. */
  | 'GCC_HIGH'
  /** The one that most are in. */
  | 'WORLDWIDE';

/** What customRoleDelete needs. */
export type CustomRoleDeleteInput = {
  /** Global id of the role. */
  id: string | number;
};

/** What customRoleSave needs. */
export type CustomRoleSaveInput = {
  /** Global id of the role; none makes a new one. */
  id?: string | number | null | undefined;
  /** Name, at most 100 characters. */
  name: string;
  /** Patterns over permissions in dotted form, for instance endpoint.*, *.read; 1 to 30. */
  patterns: Array<string>;
  /** Global id of the tenant. */
  tenantId: string | number;
};

/** What customerCreate needs. */
export type CustomerCreateInput = {
  /** Days that you are let in, 1 to 730; 365 unless told. */
  days?: number | null | undefined;
  /** Name of the customer, at most 100 characters. */
  name: string;
  /** Global id of your tenant, a partner. */
  partnerId: string | number;
  /** The most that your people may do there: ADMIN unless told; not OWNER. */
  role?: Role | null | undefined;
  /** Global id of a group of technicians that looks after it from the start. */
  technicianGroupId?: string | number | null | undefined;
};

/** What customerDiscard needs. */
export type CustomerDiscardInput = {
  /** Global id of the delegation that came with the customer. */
  delegationId: string | number;
  /** Name of the customer, to be sure. */
  name: string;
};

/** What customerHandOver needs. */
export type CustomerHandOverInput = {
  /** Global id of the delegation that came with the customer. */
  delegationId: string | number;
  /** Address of the person. */
  email: string;
};

/** What deadlineAdd needs. */
export type DeadlineAddInput = {
  /** Day of the notice. */
  announcedOn?: string | null | undefined;
  /** Way of connecting. */
  channel: Channel;
  /** Clouds it holds in. */
  clouds: Array<Cloud>;
  /** Day on which it starts, for instance 2027-06-30. */
  date: string;
  /** What happens. */
  effect: DeadlineEffect;
  /** What it means, in the language of your people. */
  note: string;
  /** For instance TLSv1.0; also 3DES, static-RSA, SHA-1. */
  protocols: Array<string>;
  /** Why you add it. */
  reason?: string | null | undefined;
  /** Whose change it is, for instance Exchange Online. */
  service: string;
  /** Where it is said: an address or a title. */
  source: string;
  /** Last day of a staged change. */
  until?: string | null | undefined;
};

/** What an operator did to a date. */
export type DeadlineChangeKind =
  /** Added it. */
  | 'ADDED'
  /** Replaced it by one on another day. */
  | 'MOVED'
  /** Took it back; what it replaced stands again. */
  | 'WITHDRAWN';

/** What happens on the day; never the same as another. */
export type DeadlineEffect =
  /** A notice was given. */
  | 'ANNOUNCED'
  /** It is always refused. */
  | 'BLOCKED'
  /** It is off unless switched on. */
  | 'DEFAULT_OFF'
  /** A rising share is refused. */
  | 'ENFORCING'
  /** It works on another host after a switch in the tenant. */
  | 'OPT_IN_LEGACY'
  /** It still works, and nobody repairs it. */
  | 'UNSUPPORTED';

/** What deadlineMove needs. */
export type DeadlineMoveInput = {
  /** Day of the notice that moved it. */
  announcedOn?: string | null | undefined;
  /** The new day. */
  date: string;
  /** Id of the deadline. */
  id: string | number;
  /** Why it is moved. */
  reason?: string | null | undefined;
  /** Where the new date is said. */
  source: string;
};

/** What deadlineWithdraw needs. */
export type DeadlineWithdrawInput = {
  /** Id of the record. */
  id: string | number;
};

/** What delegationApprove needs. */
export type DelegationApproveInput = {
  /** Global id of a role of your own that narrows `role` further. */
  customRoleId?: string | number | null | undefined;
  /** Fewer days than asked for. */
  days?: number | null | undefined;
  /** Allows that the end moves on by itself, where the partner asked; false unless told. */
  extends?: boolean | null | undefined;
  /** Global id of the delegation. */
  id: string | number;
  /** A lesser role than asked for. */
  role?: Role | null | undefined;
  /** Endpoints that it is limited to: null for all, left out, those that were asked for. */
  scope?: ScopeInput | null | undefined;
};

/** What delegationEnd needs. */
export type DelegationEndInput = {
  /** Global id of the delegation. */
  id: string | number;
};

/** What delegationNarrow needs. */
export type DelegationNarrowInput = {
  /** Global id of a role of your own that narrows `role`; left out, it stays. */
  customRoleId?: string | number | null | undefined;
  /** Days from now on until it ends, at most as long as it would last; left out, it stays. */
  days?: number | null | undefined;
  /** False: the end no longer moves by itself; left out, it stays. */
  extends?: boolean | null | undefined;
  /** Global id of the delegation. */
  id: string | number;
  /** A lesser role; left out, it stays. */
  role?: Role | null | undefined;
  /** Endpoints that it is limited to from now on, whatever it was before; left out, it stays. */
  scope?: ScopeInput | null | undefined;
};

/** What delegationRefuse needs. */
export type DelegationRefuseInput = {
  /** Global id of the delegation. */
  id: string | number;
};

/** What delegationRequest needs. */
export type DelegationRequestInput = {
  /** Global id of the customer, which the customer tells you. */
  customerId: string | number;
  /** What you call the customer. */
  customerName: string;
  /** Days from the approval on, 1 to 730. */
  days: number;
  /** Asks that the end moves on by itself, each time by as many days; the customer may allow it. */
  extends?: boolean | null | undefined;
  /** Global id of your tenant, a partner. */
  partnerId: string | number;
  /** What it is for, at most 500 characters. */
  reason?: string | null | undefined;
  /** The most that your people may do; not OWNER. */
  role: Role;
  /** Endpoints of the customer, where you know their ids; none for all. The customer may say otherwise. */
  scope?: ScopeInput | null | undefined;
};

/** Where a delegation stands. */
export type DelegationStatus =
  /** The customer approved, and the end has not come. */
  | 'ACTIVE'
  /** One of the two ended it, or its time ran out. */
  | 'ENDED'
  /** Nobody answered for 90 days. */
  | 'LAPSED'
  /** The customer said no. */
  | 'REFUSED'
  /** The partner asked; the customer has not answered. */
  | 'REQUESTED';

/** What domainProofCreate needs. */
export type DomainProofCreateInput = {
  /** The domain, for instance example.com; no suffix that is public. */
  domain: string;
  /** How to show it; DNS unless told. */
  method?: ProofMethod | null | undefined;
  /** Global id of the tenant. */
  tenantId: string | number;
};

/** What domainProofDelete needs. */
export type DomainProofDeleteInput = {
  /** Global id of the proof. */
  id: string | number;
};

/** What domainProofVerify needs. */
export type DomainProofVerifyInput = {
  /** Global id of the proof. */
  id: string | number;
};

/** One thing to ask of an endpoint: exactly one of the lists. */
export type EndpointConditionInput = {
  /** Its host is one of these; `*` stands for any text, as in `*.example.com`. */
  hosts?: Array<string> | null | undefined;
  /** Whether it must not be so. */
  not?: boolean | null | undefined;
  /** Its port is one of these. */
  ports?: Array<number> | null | undefined;
  /** It is on one of these sides of the connection. */
  roles?: Array<EndpointRole> | null | undefined;
  /** The tenant named one of these products for it. */
  stacks?: Array<Stack> | null | undefined;
  /** It starts TLS in one of these dialects. */
  starttls?: Array<StarttlsKind> | null | undefined;
  /** It carries one of these tags. */
  tags?: Array<string> | null | undefined;
  /** Its verdict is one of these. */
  verdicts?: Array<Verdict> | null | undefined;
};

/** What endpointCreate needs. */
export type EndpointCreateInput = {
  /** Marks it as your own and asks for active checks, which provoke it. They run where Endpoint.activeChecks allows them. */
  activeChecks?: boolean | null | undefined;
  /** host:port, for instance mail.example.com:25, [2001:db8::1]:443 or blåbær.dk. A pasted URL is taken for what it means; the port follows from its scheme or from the STARTTLS kind. */
  address: string;
  /** What you call it, at most 100 characters. */
  label?: string | null | undefined;
  /** Which side of the connection it is. INBOUND unless told. */
  role?: EndpointRole | null | undefined;
  /** Name sent in the handshake where it differs from the host. */
  serverName?: string | null | undefined;
  /** Product that it runs on, so that fixes fit; guessed from what was seen unless told. */
  stack?: Stack | null | undefined;
  /** Dialect spoken before the handshake; none means TLS from the first byte. */
  starttls?: StarttlsKind | null | undefined;
  /** Global id of the tenant. */
  tenantId: string | number;
};

/** What endpointDelete needs. */
export type EndpointDeleteInput = {
  /** Global id of the endpoint. */
  id: string | number;
};

/** What endpointGroupDelete needs. */
export type EndpointGroupDeleteInput = {
  /** Global id of the group. */
  id: string | number;
};

/** What endpointGroupFill needs. */
export type EndpointGroupFillInput = {
  /** Global ids of endpoints to put in. */
  add?: Array<string | number> | null | undefined;
  /** Global id of the group. */
  id: string | number;
  /** Global ids of endpoints to take out; one in both lists is taken out. */
  remove?: Array<string | number> | null | undefined;
};

/** What endpointGroupSave needs. */
export type EndpointGroupSaveInput = {
  /** What it is for, at most 500 characters. */
  description?: string | null | undefined;
  /** Global ids of its endpoints, all of them; left out, they stay. */
  endpointIds?: Array<string | number> | null | undefined;
  /** Global id of the group; none makes a new one. */
  id?: string | number | null | undefined;
  /** Name, at most 100 characters. */
  name: string;
  /** Fills the group by a rule instead; goes without endpointIds. */
  rule?: EndpointRuleInput | null | undefined;
  /** Global id of the tenant. */
  tenantId: string | number;
};

/** What endpointRestore needs. */
export type EndpointRestoreInput = {
  /** Global id of the endpoint. */
  id: string | number;
};

/** Which side of a connection with Microsoft 365 an endpoint is. */
export type EndpointRole =
  /** It connects to Microsoft 365. */
  | 'CLIENT'
  /** Microsoft 365, or a partner’s mail server, connects to it. */
  | 'INBOUND'
  /** The organisation’s own clients connect to it. */
  | 'INTERNAL';

/** Which endpoints belong to a group, by what they are. */
export type EndpointRuleInput = {
  /** 1 to 10 conditions. */
  conditions: Array<EndpointConditionInput>;
  /** ALL unless told. */
  match?: RuleMatch | null | undefined;
};

/** What a list of endpoints is sorted by. */
export type EndpointSort =
  /** When it was added. */
  | 'CREATED'
  /** Time of the newest completed scan; those never scanned last. */
  | 'LAST_SCAN'
  /** Host. */
  | 'NAME'
  /** Score; those without one last. */
  | 'SCORE'
  /** Verdict in the order of its values; those never scanned last. */
  | 'VERDICT';

/** What endpointTag needs. */
export type EndpointTagInput = {
  /** Words to put on; upper case becomes lower case. */
  add?: Array<string> | null | undefined;
  /** Global ids of the endpoints. */
  endpointIds: Array<string | number>;
  /** Words to take off. */
  remove?: Array<string> | null | undefined;
};

/** What endpointUpdate needs. */
export type EndpointUpdateInput = {
  /** Marks it as your own and asks for active checks, which provoke it. They run where Endpoint.activeChecks allows them. */
  activeChecks?: boolean | null | undefined;
  /** host:port, for instance mail.example.com:25, [2001:db8::1]:443 or blåbær.dk. A pasted URL is taken for what it means; the port follows from its scheme or from the STARTTLS kind. */
  address?: string | null | undefined;
  /** Global id of the endpoint. */
  id: string | number;
  /** What you call it, at most 100 characters. */
  label?: string | null | undefined;
  /** Which side of the connection it is. */
  role?: EndpointRole | null | undefined;
  /** Name sent in the handshake where it differs from the host. */
  serverName?: string | null | undefined;
  /** Product that it runs on, so that fixes fit; guessed from what was seen unless told. */
  stack?: Stack | null | undefined;
  /** Dialect spoken before the handshake; none means TLS from the first byte. */
  starttls?: StarttlsKind | null | undefined;
};

/** Where Microsoft Entra ID lives. */
export type EntraCloud =
  /** login.partner.microsoftonline.cn: operated by 21Vianet. */
  | 'CHINA'
  /** login.microsoftonline.us: GCC High and DoD. */
  | 'US_GOVERNMENT'
  /** login.microsoftonline.com, GCC included. */
  | 'WORLDWIDE';

/** How to speak to Microsoft Entra ID. */
export type EntraProviderInput = {
  /** Application (client) ID. */
  clientId: string;
  /** Value of the client secret; none keeps the one that is there. */
  clientSecret?: string | null | undefined;
  /** Where it lives. */
  cloud: EntraCloud;
  /** Directory (tenant) ID, a GUID. */
  directory: string;
};

/** Whether a list of suites is the whole list. */
export type Enumeration =
  /** The whole list. */
  | 'COMPLETE'
  /** Only the version was asked. */
  | 'NONE'
  /** A part of it. */
  | 'PARTIAL';

/** Why a computed handshake fails. */
export type HandshakeFailure =
  /** Diffie-Hellman parameters out of bounds. */
  | 'DH_SIZE'
  /** A key that is too small. */
  | 'KEY_SIZE'
  /** No cipher suite in common. */
  | 'NO_CIPHER_SUITE'
  /** No key exchange group in common. */
  | 'NO_GROUP'
  /** No signature scheme in common. */
  | 'NO_SIGNATURE'
  /** No version in common. */
  | 'NO_VERSION';

/** How a computed handshake ends. */
export type HandshakeOutcome =
  /** It succeeds. */
  | 'CONNECTS'
  /** It fails. */
  | 'FAILS'
  /** It cannot be told. */
  | 'UNKNOWN';

/** What identityProviderDelete needs. */
export type IdentityProviderDeleteInput = {
  /** Global id of the provider. */
  id: string | number;
};

/** How an identity provider is spoken to. */
export type IdentityProviderKind =
  /** Microsoft Entra ID, one directory. */
  | 'ENTRA'
  /** OpenID Connect, by discovery. */
  | 'OIDC'
  /** SAML 2.0. */
  | 'SAML';

/** What a test met. */
export type IdentityProviderProblem =
  /** Its address may not be dialled from here. Next: the operator of Sundown allows it (SUNDOWN_PROBE_ALLOW). */
  | 'BLOCKED'
  /** Every certificate that it signs with has expired. Next: hand in its metadata anew. */
  | 'CERTIFICATE_EXPIRED'
  /** It does not know the client id, or the secret is wrong or over. */
  | 'CLIENT_REFUSED'
  /** Its name has no address. Next: look at the issuer for a slip of the pen. */
  | 'NAME_NOT_FOUND'
  /** No OpenID configuration lies under the issuer. Next: copy the issuer from the provider, without the path of a page. */
  | 'NOT_OPENID'
  /** It does not offer the authorization code flow. */
  | 'NO_CODE_FLOW'
  /** Its keys cannot be read. */
  | 'NO_KEYS'
  /** The configuration there calls itself by another issuer. Next: use that one, `detail` names it. */
  | 'OTHER_ISSUER'
  /** It did not answer, or showed a certificate that is not trusted. */
  | 'UNREACHABLE';

/** What identityProviderSave needs. */
export type IdentityProviderSaveInput = {
  /** Role of such members; never OWNER. */
  defaultRole?: Role | null | undefined;
  /** Whether anybody can sign in through it; unchanged unless given. */
  enabled?: boolean | null | undefined;
  /** For Microsoft Entra ID. */
  entra?: EntraProviderInput | null | undefined;
  /** Global id of the provider to change; none adds one. */
  id?: string | number | null | undefined;
  /** Whether its people become members when they first sign in. */
  joins?: boolean | null | undefined;
  /** Name that people see when they sign in, at most 60 characters. */
  name: string;
  /** For OpenID Connect. */
  openId?: OpenIdProviderInput | null | undefined;
  /** Whether an address counts although the provider says nothing of its being verified. */
  ownsAddresses?: boolean | null | undefined;
  /** For SAML. */
  saml?: SamlProviderInput | null | undefined;
  /** Global id of the tenant. */
  tenantId: string | number;
};

/** What identityProviderTest needs. */
export type IdentityProviderTestInput = {
  /** Global id of the provider. */
  id: string | number;
};

/** What invitationAccept needs. */
export type InvitationAcceptInput = {
  /** Your name, where you have no account yet. */
  name?: string | null | undefined;
  /** 10 to 128 characters, where you have no account yet. */
  password?: string | null | undefined;
  /** The last part of the link. */
  token: string;
};

/** What invitationRevoke needs. */
export type InvitationRevokeInput = {
  /** Global id of the invitation. */
  id: string | number;
};

/** Language of texts. */
export type Locale =
  /** Danish. */
  | 'DA'
  /** English. */
  | 'EN';

/** What memberInvite needs. */
export type MemberInviteInput = {
  /** Global id of a role of the tenant’s own, which then holds in place of `role`. */
  customRoleId?: string | number | null | undefined;
  /** Address of the person. */
  email: string;
  /** Days after which the membership ends by itself; none for never. */
  memberDays?: number | null | undefined;
  /** What the person may do; only owners make owners. */
  role: Role;
  /** Endpoints that the person is limited to; none for all. */
  scope?: ScopeInput | null | undefined;
  /** Global id of the tenant. */
  tenantId: string | number;
};

/** What memberRemove needs. */
export type MemberRemoveInput = {
  /** Global id of the membership. */
  id: string | number;
};

/** What memberUpdate needs. */
export type MemberUpdateInput = {
  /** Global id of a role of the tenant’s own, in place of `role`; null for none, left out, it stays. */
  customRoleId?: string | number | null | undefined;
  /** Global id of the membership. */
  id: string | number;
  /** Days from now after which the membership ends by itself; null for never, left out, it stays. */
  memberDays?: number | null | undefined;
  /** What the person may do; only owners make owners. Left out, it stays. */
  role?: Role | null | undefined;
  /** Endpoints that the person is limited to; null for all, left out, it stays. */
  scope?: ScopeInput | null | undefined;
};

/** How the observation of one address ended. */
export type ObservationStatus =
  /** The address guard forbids the address. */
  | 'BLOCKED'
  /** Something that is not TLS answered. */
  | 'NOT_TLS'
  /** Handshakes were seen. */
  | 'OBSERVED'
  /** The port is closed. */
  | 'REFUSED'
  /** The server refused to start TLS. */
  | 'STARTTLS_REFUSED'
  /** Too slow. */
  | 'TIMED_OUT'
  /** No route, no answer or no such name. */
  | 'UNREACHABLE';

/** How to speak to an OpenID provider. */
export type OpenIdProviderInput = {
  /** Our client id there. */
  clientId: string;
  /** Our client secret; none keeps the one that is there. */
  clientSecret?: string | null | undefined;
  /** Issuer, exactly as the provider writes it. */
  issuer: string;
};

/** Who brought it. */
export type Origin =
  /** Brought by the practice lab. */
  | 'LAB'
  /** Written by the tenant. */
  | 'MANUAL';

/** What a rule says. */
export type Outcome =
  /** Not as it should be. */
  | 'FAIL'
  /** The question does not arise. */
  | 'NOT_APPLICABLE'
  /** As it should be. */
  | 'PASS'
  /** Could not be told; never counted as a failure. */
  | 'UNKNOWN';

/** One thing that a role allows. */
export type Permission =
  /** Read the audit log. */
  | 'AUDIT_READ'
  /** Let partners in, narrow and end what they may do; at a partner, ask for it. */
  | 'DELEGATION_WRITE'
  /** Prove control of domains, which active checks need. */
  | 'DOMAIN_WRITE'
  /** Add, change, tag, delete and restore endpoints. */
  | 'ENDPOINT_WRITE'
  /** Make, change and delete groups of endpoints, which scopes are made of. */
  | 'GROUP_WRITE'
  /** See, make, rotate and end API keys. */
  | 'KEY_WRITE'
  /** Add the practice lab and trust its certificate authority. */
  | 'LAB_ADD'
  /** See who belongs to the tenant, who is invited, and which partners reach it. */
  | 'MEMBER_READ'
  /** Invite people, change their roles and remove them. */
  | 'MEMBER_WRITE'
  /** Write policies and choose the one that judges. */
  | 'POLICY_WRITE'
  /** Say how people sign in: identity providers, and the e-mail domains that come in through them. */
  | 'PROVIDER_WRITE'
  /** Write the tenant’s own roles. */
  | 'ROLE_WRITE'
  /** Start and cancel scans. */
  | 'SCAN_REQUEST'
  /** Group a partner’s people and say which customers they look after. */
  | 'TECHNICIAN_WRITE'
  /** Delete the tenant with everything in it. */
  | 'TENANT_DELETE'
  /** Take along everything of the tenant: download all of its data. */
  | 'TENANT_EXPORT'
  /** See the tenant, its endpoints, scans and findings. */
  | 'TENANT_READ'
  /** Change the tenant’s name and cloud. */
  | 'TENANT_WRITE'
  /** Say which private certificate authorities are trusted. */
  | 'TRUST_WRITE';

/** What policyChoose needs. */
export type PolicyChooseInput = {
  /** Id of a policy that ships or of the tenant’s own. */
  policyId: string | number;
  /** Global id of the tenant. */
  tenantId: string | number;
};

/** What policyCreate needs. */
export type PolicyCreateInput = {
  /** Id of the policy that ships. */
  basedOn: string | number;
  /** For instance {"rules": {"accepts-tls-1-0": {"cost": 20}}, "parameters": {"rsaBits": 3072}}. */
  changes: unknown;
  /** Name: 3 to 40 lower case letters, digits and hyphens. */
  name: string;
  /** Global id of the tenant. */
  tenantId: string | number;
};

/** What practiceLabAdd needs. */
export type PracticeLabAddInput = {
  /** Global id of the tenant. */
  tenantId: string | number;
};

/** Whose order decides on the suite. */
export type Preference =
  /** The client`s. */
  | 'CLIENT'
  /** The server`s. */
  | 'SERVER';

/** What the last look met instead of the proof. */
export type ProofFailure =
  /** There is no such record or file. */
  | 'ABSENT'
  /** The domain’s addresses may not be dialled. */
  | 'BLOCKED_BY_GUARD'
  /** There is one, and it holds something else. */
  | 'DIFFERENT'
  /** The domain has no address. */
  | 'NAME_NOT_FOUND'
  /** Nothing answered in time. */
  | 'TIMED_OUT'
  /** The name server or web server could not be reached. */
  | 'UNREACHABLE';

/** How control of a domain is shown. */
export type ProofMethod =
  /** By a TXT record; it speaks for the names below as well. */
  | 'DNS'
  /** By a file on the web server; it speaks for that one name. */
  | 'HTTP';

/** Where a proof stands. */
export type ProofState =
  /** It was found once and is gone, or nobody could look for it for three days. */
  | 'LAPSED'
  /** It was not found yet. */
  | 'PENDING'
  /** It was found, at most three days ago. */
  | 'PROVEN';

/** A version of SSL or TLS. */
export type ProtocolVersion =
  /** SSL 2.0. */
  | 'SSL_2'
  /** SSL 3.0 (RFC 6101). */
  | 'SSL_3'
  /** TLS 1.0 (RFC 2246). */
  | 'TLS_1_0'
  /** TLS 1.1 (RFC 4346). */
  | 'TLS_1_1'
  /** TLS 1.2 (RFC 5246). */
  | 'TLS_1_2'
  /** TLS 1.3 (RFC 8446). */
  | 'TLS_1_3';

/** What a member may do; each role includes the ones below it. */
export type Role =
  /** Everything but owners and the end of the tenant. */
  | 'ADMIN'
  /** Endpoints and scans. */
  | 'OPERATOR'
  /** Everything, including members and the end of the tenant. */
  | 'OWNER'
  /** Reading. */
  | 'VIEWER';

/** How the conditions of a rule go together. */
export type RuleMatch =
  /** Every one holds. */
  | 'ALL'
  /** At least one holds. */
  | 'ANY';

/** How to speak to a SAML provider. */
export type SamlProviderInput = {
  /** Its metadata document, XML. */
  metadata: string;
};

/** What scanCancel needs. */
export type ScanCancelInput = {
  /** Global id of the scan. */
  id: string | number;
};

/** Why a scan was given up. */
export type ScanErrorCode =
  /** The endpoint was deleted before the scan ran. */
  | 'ENDPOINT_GONE'
  /** A fault in Sundown; the log has it under the scan’s id. */
  | 'INTERNAL'
  /** The workers that took it ended before it was done, as often as is tried. */
  | 'WORKER_LOST';

/** What scanRequest needs. */
export type ScanRequestInput = {
  /** Global ids of the endpoints, at least one. */
  endpointIds: Array<string | number>;
};

/** What a running scan is doing. */
export type ScanStage =
  /** Fetching and validating certificates. */
  | 'CERTIFICATES'
  /** Asking for cipher suites. */
  | 'CIPHER_SUITES'
  /** Connecting to the addresses. */
  | 'CONNECTING'
  /** Asking for features. */
  | 'FEATURES'
  /** Judging what was seen. */
  | 'JUDGING'
  /** Looking the name up. */
  | 'RESOLVING'
  /** Writing down. */
  | 'STORING'
  /** Asking for protocol versions. */
  | 'VERSIONS';

/** Where a scan stands. */
export type ScanStatus =
  /** Stopped by a person. */
  | 'CANCELLED'
  /** Done; single addresses may still have failed. */
  | 'COMPLETED'
  /** Given up. */
  | 'FAILED'
  /** Waits for a worker. */
  | 'QUEUED'
  /** A worker is at it. */
  | 'RUNNING';

/** The endpoints that something is limited to: what is included, less what is excluded. */
export type ScopeInput = {
  /** What is taken out of that. */
  exclude?: ScopePicksInput | null | undefined;
  /** What is included; none for all endpoints. */
  include?: ScopePicksInput | null | undefined;
};

/** Groups and single endpoints. */
export type ScopePicksInput = {
  /** Global ids of endpoints, at most 1,000. */
  endpointIds?: Array<string | number> | null | undefined;
  /** Global ids of groups of endpoints, at most 100. */
  groupIds?: Array<string | number> | null | undefined;
};

/** What setupComplete needs. */
export type SetupCompleteInput = {
  /** Address you sign in with. */
  email: string;
  /** Your name, at most 100 characters. */
  name: string;
  /** 10 to 128 characters. */
  password: string;
  /** Name of your organisation, at most 100 characters. */
  tenantName: string;
};

/** Weight of a finding, set by the policy. */
export type Severity =
  /** Breaks now or on the next deadline. */
  | 'CRITICAL'
  /** Breaks soon. */
  | 'HIGH'
  /** For information. */
  | 'INFO'
  /** Hygiene. */
  | 'LOW'
  /** Should be fixed. */
  | 'MEDIUM';

/** What signInDomainAdd needs. */
export type SignInDomainAddInput = {
  /** The part of their addresses behind the @. */
  domain: string;
  /** Global id of the provider. */
  providerId: string | number;
};

/** What signInDomainRemove needs. */
export type SignInDomainRemoveInput = {
  /** Global id of the domain. */
  id: string | number;
};

/** What lets a domain count. */
export type SignInDomainStanding =
  /** The tenant proves it by a DNS record. */
  | 'PROVEN'
  /** The proof is gone, so nobody comes in by it. Next: put the DNS record back. */
  | 'UNPROVEN'
  /** The operator of the installation vouched for it. */
  | 'VOUCHED';

/** What signInDomainUpdate needs. */
export type SignInDomainUpdateInput = {
  /** Whether they have to. */
  enforced: boolean;
  /** Global id of the domain. */
  id: string | number;
};

/** Way of sorting. */
export type SortDirection =
  /** Smallest first. */
  | 'ASC'
  /** Greatest first. */
  | 'DESC';

/** A product that speaks TLS. */
export type Stack =
  /** AD FS, Web Application Proxy */
  | 'ADFS_WAP'
  /** Any */
  | 'ANY'
  /** Apache httpd */
  | 'APACHE'
  /** .NET */
  | 'DOTNET'
  /** Dovecot */
  | 'DOVECOT'
  /** Exchange Server */
  | 'EXCHANGE'
  /** Exchange Online */
  | 'EXCHANGE_ONLINE'
  /** Exim */
  | 'EXIM'
  /** F5 BIG-IP */
  | 'F5_BIG_IP'
  /** HAProxy */
  | 'HAPROXY'
  /** IIS */
  | 'IIS'
  /** Java */
  | 'JAVA'
  /** NetScaler */
  | 'NETSCALER'
  /** nginx */
  | 'NGINX'
  /** OpenSSL */
  | 'OPENSSL'
  /** Postfix */
  | 'POSTFIX'
  /** Printer, scanner */
  | 'PRINTER'
  /** SQL Server */
  | 'SQL_SERVER'
  /** Windows Server */
  | 'WINDOWS_SERVER'
  /** WinHTTP */
  | 'WINHTTP';

/** The dialect spoken in clear text before the TLS handshake. */
export type StarttlsKind =
  /** FTP (RFC 4217). */
  | 'FTP'
  /** IMAP4 (RFC 9051). */
  | 'IMAP'
  /** IRC`s STARTTLS. */
  | 'IRC'
  /** LDAP (RFC 4511). */
  | 'LDAP'
  /** LMTP (RFC 2033). */
  | 'LMTP'
  /** SQL Server (MS-TDS). */
  | 'MSSQL'
  /** MySQL`s SSLRequest. */
  | 'MYSQL'
  /** NNTP (RFC 4642). */
  | 'NNTP'
  /** POP3 (RFC 2595). */
  | 'POP3'
  /** PostgreSQL`s SSLRequest. */
  | 'POSTGRES'
  /** Remote Desktop (MS-RDPBCGR). */
  | 'RDP'
  /** ManageSieve (RFC 5804). */
  | 'SIEVE'
  /** SMTP between mail servers (RFC 3207). */
  | 'SMTP'
  /** SMTP from mail clients (RFC 6409). */
  | 'SUBMISSION'
  /** XMPP from clients (RFC 6120). */
  | 'XMPP'
  /** XMPP between servers (RFC 6120). */
  | 'XMPP_SERVER';

/** How sure a statement is, from best to worst. */
export type Sureness =
  /** General knowledge. */
  | 'MEMORY'
  /** Read at its source. */
  | 'READ'
  /** Somebody else’s words about it. */
  | 'THIRD_PARTY'
  /** Contradictory. */
  | 'UNSURE';

/** What technicianGroupAssign needs. */
export type TechnicianGroupAssignInput = {
  /** Global id of the delegation. */
  delegationId: string | number;
  /** Global id of the group. */
  groupId: string | number;
  /** The most it may do; never more than the delegation allows. */
  role?: Role | null | undefined;
  /** Endpoints of the customer that the group is limited to; none for all that the delegation allows. */
  scope?: ScopeInput | null | undefined;
};

/** What technicianGroupDelete needs. */
export type TechnicianGroupDeleteInput = {
  /** Global id of the group. */
  id: string | number;
};

/** What technicianGroupSave needs. */
export type TechnicianGroupSaveInput = {
  /** Global id of the group; none makes a new one. */
  id?: string | number | null | undefined;
  /** Global ids of the memberships in it, all of them. */
  memberIds: Array<string | number>;
  /** Name, at most 100 characters. */
  name: string;
  /** Global id of the partner. */
  tenantId: string | number;
};

/** What tenantCreate needs. */
export type TenantCreateInput = {
  /** CUSTOMER unless told. */
  kind?: TenantKind | null | undefined;
  /** Name as people read it, at most 100 characters. */
  name: string;
};

/** What tenantDelete needs. */
export type TenantDeleteInput = {
  /** Global id of the tenant. */
  id: string | number;
  /** Its name, to be sure. */
  name: string;
};

/** What kind of organisation a tenant is. */
export type TenantKind =
  /** Looks after its own servers and clients. */
  | 'CUSTOMER'
  /** Looks after customers that let it in. */
  | 'PARTNER';

/** What tenantUpdate needs. */
export type TenantUpdateInput = {
  /** Microsoft cloud that it lives in. */
  cloud?: Cloud | null | undefined;
  /** Global id of the tenant. */
  id: string | number;
  /** Whether it looks after customers. */
  kind?: TenantKind | null | undefined;
  /** Name as people read it, at most 100 characters; addresses keep the old slug. */
  name?: string | null | undefined;
  /** Name in addresses: lower case letters, digits and hyphens, 1 to 63; old links end. */
  slug?: string | null | undefined;
};

/** What path validation says, without looking at the clock. */
export type TrustState =
  /** An intermediate is missing, and that is all that is wrong. */
  | 'INCOMPLETE'
  /** The leaf vouches for itself. */
  | 'SELF_SIGNED'
  /** The chain ends at a trusted anchor. */
  | 'TRUSTED'
  /** It could not be said. */
  | 'UNKNOWN'
  /** It does not. */
  | 'UNTRUSTED';

/** Where an anchor is from. */
export type TrustStore =
  /** The public roots of Mozilla’s programme. */
  | 'MOZILLA'
  /** The tenant’s own trust anchors. */
  | 'TENANT';

/** Why a question has no answer. */
export type UnknownReason =
  /** The address is not one that may be scanned. */
  | 'BLOCKED_BY_GUARD'
  /** The scan’s budget was spent. */
  | 'BUDGET_SPENT'
  /** The peer closed without an answer. */
  | 'CLOSED'
  /** The answers contradict each other. */
  | 'INCONSISTENT'
  /** The answer did not follow the protocol. */
  | 'MALFORMED'
  /** The name does not exist in DNS. */
  | 'NAME_NOT_FOUND'
  /** The test is active and has not been allowed. */
  | 'NEEDS_PERMISSION'
  /** The question does not apply here. */
  | 'NOT_APPLICABLE'
  /** It was not asked in this scan. */
  | 'NOT_ASKED'
  /** What answered does not speak TLS. */
  | 'NOT_TLS'
  /** The connection was refused. */
  | 'REFUSED'
  /** The connection was reset. */
  | 'RESET'
  /** STARTTLS was refused. */
  | 'STARTTLS_REFUSED'
  /** The peer asked to slow down. */
  | 'THROTTLED'
  /** There was no answer in time. */
  | 'TIMED_OUT'
  /** The address could not be reached. */
  | 'UNREACHABLE';

/** Why an input was refused. Closed; a new code may come, so treat an unknown one as INVALID. */
export type UserErrorCode =
  /** This was done before and happens only once. */
  | 'ALREADY_DONE'
  /** Nobody gives more than they hold; `params.permission` names what you do not hold. */
  | 'BEYOND_YOURS'
  /** The state has changed meanwhile and does not allow this. */
  | 'CONFLICT'
  /** The same thing exists already; `params.id` names it. */
  | 'DUPLICATE'
  /** Your role does not allow this; `params.permission` names what is missing. */
  | 'FORBIDDEN'
  /** The customer has an owner of its own already. */
  | 'HANDED_OVER'
  /** The value does not have the form that the field describes. */
  | 'INVALID'
  /** Not an e-mail address. */
  | 'INVALID_EMAIL'
  /** Neither a host name nor an IP address. */
  | 'INVALID_HOST'
  /** A port is a number from 1 to 65535. */
  | 'INVALID_PORT'
  /** Something still uses it; `params.count` says how much. */
  | 'IN_USE'
  /** It has ended already. */
  | 'IS_OVER'
  /** A tenant keeps at least one owner; make another one first. */
  | 'LAST_OWNER'
  /** More than the limit of `params.max` allows. */
  | 'LIMIT'
  /** The name written to be sure is not its name. */
  | 'NAME_MISMATCH'
  /** The address is not public and the operator has not allowed it. */
  | 'NOT_ALLOWED_ADDRESS'
  /** Only a partner does this, and the tenant is none. */
  | 'NOT_A_PARTNER'
  /** There is no such thing, or it is not yours to see. */
  | 'NOT_FOUND'
  /** The domain `params.domain` is not proven by a DNS record; prove it first. */
  | 'NOT_PROVEN'
  /** It lies outside the endpoints that you are limited to. */
  | 'OUT_OF_SCOPE'
  /** No port was given and none follows from the scheme or the STARTTLS kind. */
  | 'PORT_MISSING'
  /** A value is needed here. */
  | 'REQUIRED'
  /** There is an account with this address; sign in with it first. */
  | 'SIGN_IN_FIRST'
  /** Customers still let the tenant in as a partner; end those delegations first. */
  | 'STILL_PARTNER'
  /** The value is longer than `params.max` characters. */
  | 'TOO_LONG'
  /** There is no such rule. */
  | 'UNKNOWN_RULE'
  /** Readiness rests on this rule: it may weigh more, never less. */
  | 'WEAKENS_READINESS'
  /** The password has fewer than `params.min` characters. */
  | 'WEAK_PASSWORD';

/** The answer to "does it work towards Microsoft 365 with TLS 1.2", in this order from good to bad to unknown. */
export type Verdict =
  /** Works today through something that is going away. */
  | 'AT_RISK'
  /** Ready, and still accepts an older protocol. */
  | 'LEGACY_ENABLED'
  /** Fails once the older protocols are refused. */
  | 'NOT_READY'
  /** Completes TLS 1.2 or later with what its peer accepts. */
  | 'READY'
  /** Could not be observed. */
  | 'UNKNOWN';

/** A new certificate, issued today and, if trusted, signed with SHA-256; everything unsaid stays as in the old one. */
export type WhatIfCertificate = {
  /** When it would run out. */
  notAfter?: string | null | undefined;
  /** Size of its RSA key. */
  rsaBits?: number | null | undefined;
  /** Where its chain would lead; TRUSTED unless told. */
  trust?: TrustState | null | undefined;
};

/** A deadline on another day. */
export type WhatIfDeadline = {
  /** The other day, for instance 2027-01-31. */
  date: string;
  /** Id of the deadline. */
  id: string | number;
};

/** Changes, taken together. */
export type WhatIfInput = {
  /** Day from which Microsoft refuses TLS 1.0 and 1.1, whatever was announced for days to come. */
  blockOn?: string | null | undefined;
  /** Another certificate. */
  certificate?: WhatIfCertificate | null | undefined;
  /** A date that moves. */
  deadline?: WhatIfDeadline | null | undefined;
  /** Another policy. */
  policyId?: string | number | null | undefined;
  /** Versions to switch off. */
  switchOff?: Array<ProtocolVersion> | null | undefined;
};

export type ApiKeyLineFragment = { id: string, name: string, prefix: string, scopes: Array<string>, ipRanges: Array<string>, makerName: string | null, createdAt: string, expiresAt: string, lastUsedAt: string | null, revokedAt: string | null, scope: { include: { unseen: number, groups: Array<{ id: string, name: string }>, endpoints: Array<{ id: string, address: string, label: string | null }> } | null, exclude: { unseen: number, groups: Array<{ id: string, name: string }>, endpoints: Array<{ id: string, address: string, label: string | null }> } } | null };

export type ApiKeysQueryVariables = Exact<{
  slug: string;
}>;


export type ApiKeysQuery = { tenant: { id: string, apiKeys: Array<{ id: string, name: string, prefix: string, scopes: Array<string>, ipRanges: Array<string>, makerName: string | null, createdAt: string, expiresAt: string, lastUsedAt: string | null, revokedAt: string | null, scope: { include: { unseen: number, groups: Array<{ id: string, name: string }>, endpoints: Array<{ id: string, address: string, label: string | null }> } | null, exclude: { unseen: number, groups: Array<{ id: string, name: string }>, endpoints: Array<{ id: string, address: string, label: string | null }> } } | null }> } | null };

export type ApiKeyCreateMutationVariables = Exact<{
  input: ApiKeyCreateInput;
}>;


export type ApiKeyCreateMutation = { apiKeyCreate:
    | { __typename: 'ApiKeyCreatePayload', secret: string, apiKey: { id: string, name: string } }
    | { __typename: 'UserErrors', errors: Array<{ code: UserErrorCode, message: string, path: Array<string>, params: unknown }> }
   };

export type ApiKeyRotateMutationVariables = Exact<{
  input: ApiKeyRotateInput;
}>;


export type ApiKeyRotateMutation = { apiKeyRotate:
    | { __typename: 'ApiKeyRotatePayload', secret: string, apiKey: { id: string, name: string } }
    | { __typename: 'UserErrors', errors: Array<{ code: UserErrorCode, message: string, path: Array<string>, params: unknown }> }
   };

export type ApiKeyRevokeMutationVariables = Exact<{
  input: ApiKeyRevokeInput;
}>;


export type ApiKeyRevokeMutation = { apiKeyRevoke:
    | { __typename: 'ApiKeyRevokePayload' }
    | { __typename: 'UserErrors', errors: Array<{ code: UserErrorCode, message: string, path: Array<string>, params: unknown }> }
   };

export type PermissionTableQueryVariables = Exact<{ [key: string]: never; }>;


export type PermissionTableQuery = { roles: Array<{ role: Role, permissions: Array<Permission> }> };

export type KeyTechniciansQueryVariables = Exact<{
  slug: string;
}>;


export type KeyTechniciansQuery = { tenant: { id: string, technicianGroups: Array<{ id: string, name: string }> } | null };

export type AuditLineFragment = { number: number, at: string, actorKind: ActorKind, actorName: string | null, partnerId: string | null, partnerName: string | null, action: string, subjectKind: string | null, subjectId: string | null, before: unknown, after: unknown, address: string | null, requestId: string | null, hash: string };

export type AuditLogQueryVariables = Exact<{
  slug: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  search?: string | null | undefined;
  action?: string | null | undefined;
  looks?: boolean | null | undefined;
  partnerId?: string | number | null | undefined;
  from?: string | null | undefined;
  to?: string | null | undefined;
}>;


export type AuditLogQuery = { tenant: { id: string, auditEntries: { totalCount: number, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null }, edges: Array<{ node: { number: number, at: string, actorKind: ActorKind, actorName: string | null, partnerId: string | null, partnerName: string | null, action: string, subjectKind: string | null, subjectId: string | null, before: unknown, after: unknown, address: string | null, requestId: string | null, hash: string } }> } } | null };

export type AuditProofQueryVariables = Exact<{
  slug: string;
}>;


export type AuditProofQuery = { tenant: { id: string, auditProof: { entries: number, brokenAt: number | null, lastHash: string } } | null };

export type AuditPartnersQueryVariables = Exact<{
  slug: string;
}>;


export type AuditPartnersQuery = { tenant: { id: string, partners: Array<{ id: string, partnerId: string, partnerName: string }> } | null };

export type DeadlineFactsFragment = { id: string, service: string, clouds: Array<Cloud>, channel: Channel, protocols: Array<string>, effect: DeadlineEffect, date: string, until: string | null, announcedOn: string | null, source: string, sureness: Sureness, note: string, daysLeft: number, earliest: boolean };

export type DeadlineHistoryQueryVariables = Exact<{
  locale: Locale;
}>;


export type DeadlineHistoryQuery = { viewer: { id: string, isOperator: boolean } | null, deadlines: Array<{ supersededBy: string | null, id: string, service: string, clouds: Array<Cloud>, channel: Channel, protocols: Array<string>, effect: DeadlineEffect, date: string, until: string | null, announcedOn: string | null, source: string, sureness: Sureness, note: string, daysLeft: number, earliest: boolean }> };

export type DeadlineAddMutationVariables = Exact<{
  input: DeadlineAddInput;
}>;


export type DeadlineAddMutation = { deadlineAdd:
    | { __typename: 'DeadlineAddPayload', deadline: { id: string } }
    | { __typename: 'UserErrors', errors: Array<{ code: UserErrorCode, message: string, path: Array<string>, params: unknown }> }
   };

export type DeadlineMoveMutationVariables = Exact<{
  input: DeadlineMoveInput;
}>;


export type DeadlineMoveMutation = { deadlineMove:
    | { __typename: 'DeadlineMovePayload', deadline: { id: string } }
    | { __typename: 'UserErrors', errors: Array<{ code: UserErrorCode, message: string, path: Array<string>, params: unknown }> }
   };

export type DeadlineWithdrawMutationVariables = Exact<{
  input: DeadlineWithdrawInput;
}>;


export type DeadlineWithdrawMutation = { deadlineWithdraw:
    | { __typename: 'DeadlineWithdrawPayload', id: string }
    | { __typename: 'UserErrors', errors: Array<{ code: UserErrorCode, message: string, path: Array<string>, params: unknown }> }
   };

export type DeadlineChangesQueryVariables = Exact<{ [key: string]: never; }>;


export type DeadlineChangesQuery = { deadlineChanges: Array<{ kind: DeadlineChangeKind, at: string, by: string | null, reason: string | null, dateBefore: string | null, deadline: { id: string, service: string, date: string } }> };

export type DomainsQueryVariables = Exact<{
  slug: string;
}>;


export type DomainsQuery = { tenant: { id: string, viewerPermissions: Array<Permission>, domainProofs: Array<{ id: string, domain: string, method: ProofMethod, state: ProofState, recordName: string | null, fileUrl: string | null, value: string, checkedAt: string | null, failure: ProofFailure | null }> } | null };

export type DomainLineFragment = { id: string, domain: string, method: ProofMethod, state: ProofState, recordName: string | null, fileUrl: string | null, value: string, checkedAt: string | null, failure: ProofFailure | null };

export type DomainProofCreateMutationVariables = Exact<{
  input: DomainProofCreateInput;
}>;


export type DomainProofCreateMutation = { domainProofCreate:
    | { __typename: 'DomainProofCreatePayload', domainProof: { id: string, domain: string, method: ProofMethod, state: ProofState, recordName: string | null, fileUrl: string | null, value: string, checkedAt: string | null, failure: ProofFailure | null } }
    | { __typename: 'UserErrors', errors: Array<{ code: UserErrorCode, message: string, path: Array<string>, params: unknown }> }
   };

export type DomainProofVerifyMutationVariables = Exact<{
  input: DomainProofVerifyInput;
}>;


export type DomainProofVerifyMutation = { domainProofVerify:
    | { __typename: 'DomainProofVerifyPayload', domainProof: { id: string, domain: string, method: ProofMethod, state: ProofState, recordName: string | null, fileUrl: string | null, value: string, checkedAt: string | null, failure: ProofFailure | null } }
    | { __typename: 'UserErrors', errors: Array<{ code: UserErrorCode, message: string, path: Array<string>, params: unknown }> }
   };

export type DomainProofDeleteMutationVariables = Exact<{
  input: DomainProofDeleteInput;
}>;


export type DomainProofDeleteMutation = { domainProofDelete:
    | { __typename: 'DomainProofDeletePayload', id: string }
    | { __typename: 'UserErrors', errors: Array<{ code: UserErrorCode, message: string, path: Array<string>, params: unknown }> }
   };

export type ActiveChecksQueryVariables = Exact<{
  id: string | number;
}>;


export type ActiveChecksQuery = { node:
    | { __typename: 'Endpoint', id: string, activeChecks: { wanted: boolean, allowed: boolean, reason: ActiveReason, domain: string | null } }
    | { __typename: 'Scan' }
    | { __typename: 'ScanResult' }
    | { __typename: 'Tenant' }
   | null };

export type ActiveChecksSetMutationVariables = Exact<{
  input: EndpointUpdateInput;
}>;


export type ActiveChecksSetMutation = { endpointUpdate:
    | { __typename: 'EndpointUpdatePayload', endpoint: { id: string } }
    | { __typename: 'UserErrors', errors: Array<{ code: UserErrorCode, message: string, path: Array<string>, params: unknown }> }
   };

export type EndpointFormTenantQueryVariables = Exact<{
  slug: string;
}>;


export type EndpointFormTenantQuery = { tenant: { id: string, viewerPermissions: Array<Permission> } | null };

export type EndpointCreateMutationVariables = Exact<{
  input: EndpointCreateInput;
}>;


export type EndpointCreateMutation = { endpointCreate:
    | { __typename: 'EndpointCreatePayload', endpoint: { id: string, address: string } }
    | { __typename: 'UserErrors', errors: Array<{ code: UserErrorCode, message: string, path: Array<string>, params: unknown }> }
   };

export type EndpointDeleteMutationVariables = Exact<{
  input: EndpointDeleteInput;
}>;


export type EndpointDeleteMutation = { endpointDelete:
    | { __typename: 'EndpointDeletePayload', endpoint: { id: string, address: string } }
    | { __typename: 'UserErrors', errors: Array<{ code: UserErrorCode, message: string, path: Array<string>, params: unknown }> }
   };

export type EndpointRestoreMutationVariables = Exact<{
  input: EndpointRestoreInput;
}>;


export type EndpointRestoreMutation = { endpointRestore:
    | { __typename: 'EndpointRestorePayload', endpoint: { id: string, address: string } }
    | { __typename: 'UserErrors', errors: Array<{ code: UserErrorCode, message: string, path: Array<string>, params: unknown }> }
   };

export type EndpointUpdateMutationVariables = Exact<{
  input: EndpointUpdateInput;
}>;


export type EndpointUpdateMutation = { endpointUpdate:
    | { __typename: 'EndpointUpdatePayload', endpoint: { id: string, address: string } }
    | { __typename: 'UserErrors', errors: Array<{ code: UserErrorCode, message: string, path: Array<string>, params: unknown }> }
   };

export type EndpointRowFragment = { id: string, address: string, serverName: string | null, starttls: StarttlsKind | null, role: EndpointRole, label: string | null, tags: Array<string>, origin: Origin, verdict: Verdict | null, score: number | null, activeScan: { id: string, status: ScanStatus, stage: ScanStage | null, progress: number, requestedAt: string, startedAt: string | null, finishedAt: string | null, errorCode: ScanErrorCode | null, verdict: Verdict | null, score: number | null } | null, lastScan: { id: string, status: ScanStatus, stage: ScanStage | null, progress: number, requestedAt: string, startedAt: string | null, finishedAt: string | null, errorCode: ScanErrorCode | null, verdict: Verdict | null, score: number | null } | null };

export type EndpointListQueryVariables = Exact<{
  slug: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  search?: string | null | undefined;
  verdicts?: Array<Verdict> | Verdict | null | undefined;
  groupId?: string | number | null | undefined;
  tags?: Array<string> | string | null | undefined;
  sort?: EndpointSort | null | undefined;
  sortDirection?: SortDirection | null | undefined;
}>;


export type EndpointListQuery = { tenant: { id: string, viewerPermissions: Array<Permission>, endpoints: { totalCount: number, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null }, edges: Array<{ cursor: string, node: { id: string, address: string, serverName: string | null, starttls: StarttlsKind | null, role: EndpointRole, label: string | null, tags: Array<string>, origin: Origin, verdict: Verdict | null, score: number | null, activeScan: { id: string, status: ScanStatus, stage: ScanStage | null, progress: number, requestedAt: string, startedAt: string | null, finishedAt: string | null, errorCode: ScanErrorCode | null, verdict: Verdict | null, score: number | null } | null, lastScan: { id: string, status: ScanStatus, stage: ScanStage | null, progress: number, requestedAt: string, startedAt: string | null, finishedAt: string | null, errorCode: ScanErrorCode | null, verdict: Verdict | null, score: number | null } | null } }> }, practiceLab: { available: boolean, added: boolean } } | null };

export type ResultFactsQueryVariables = Exact<{
  id: string | number;
}>;


export type ResultFactsQuery = { node:
    | { __typename: 'Endpoint' }
    | { __typename: 'Scan' }
    | { __typename: 'ScanResult', id: string, facts: unknown }
    | { __typename: 'Tenant' }
   | null };

export type UserErrorListFragment = { errors: Array<{ code: UserErrorCode, message: string, path: Array<string>, params: unknown }> };

export type GroupLineFragment = { id: string, name: string, description: string | null, size: number, rule: { match: RuleMatch, conditions: Array<{ not: boolean, hosts: Array<string> | null, ports: Array<number> | null, roles: Array<EndpointRole> | null, stacks: Array<Stack> | null, starttls: Array<StarttlsKind> | null, tags: Array<string> | null, verdicts: Array<Verdict> | null }> } | null };

export type GroupsQueryVariables = Exact<{
  slug: string;
}>;


export type GroupsQuery = { tenant: { id: string, viewerPermissions: Array<Permission>, endpointGroups: Array<{ id: string, name: string, description: string | null, size: number, rule: { match: RuleMatch, conditions: Array<{ not: boolean, hosts: Array<string> | null, ports: Array<number> | null, roles: Array<EndpointRole> | null, stacks: Array<Stack> | null, starttls: Array<StarttlsKind> | null, tags: Array<string> | null, verdicts: Array<Verdict> | null }> } | null }>, tags: Array<{ tag: string, count: number }> } | null };

export type GroupNamesQueryVariables = Exact<{
  slug: string;
}>;


export type GroupNamesQuery = { tenant: { id: string, viewerPermissions: Array<Permission>, endpointGroups: Array<{ id: string, name: string, rule: { match: RuleMatch } | null }>, tags: Array<{ tag: string, count: number }> } | null };

export type GroupPreviewQueryVariables = Exact<{
  slug: string;
  rule: EndpointRuleInput;
}>;


export type GroupPreviewQuery = { tenant: { id: string, endpointGroupPreview: { size: number, endpoints: Array<{ id: string, address: string, label: string | null }> } } | null };

export type EndpointGroupSaveMutationVariables = Exact<{
  input: EndpointGroupSaveInput;
}>;


export type EndpointGroupSaveMutation = { endpointGroupSave:
    | { __typename: 'EndpointGroupSavePayload', group: { id: string, name: string, size: number } }
    | { __typename: 'UserErrors', errors: Array<{ code: UserErrorCode, message: string, path: Array<string>, params: unknown }> }
   };

export type EndpointGroupFillMutationVariables = Exact<{
  input: EndpointGroupFillInput;
}>;


export type EndpointGroupFillMutation = { endpointGroupFill:
    | { __typename: 'EndpointGroupFillPayload', group: { id: string, name: string, size: number } }
    | { __typename: 'UserErrors', errors: Array<{ code: UserErrorCode, message: string, path: Array<string>, params: unknown }> }
   };

export type EndpointGroupDeleteMutationVariables = Exact<{
  input: EndpointGroupDeleteInput;
}>;


export type EndpointGroupDeleteMutation = { endpointGroupDelete:
    | { __typename: 'EndpointGroupDeletePayload' }
    | { __typename: 'UserErrors', errors: Array<{ code: UserErrorCode, message: string, path: Array<string>, params: unknown }> }
   };

export type EndpointTagMutationVariables = Exact<{
  input: EndpointTagInput;
}>;


export type EndpointTagMutation = { endpointTag:
    | { __typename: 'EndpointTagPayload', endpoints: Array<{ id: string }> }
    | { __typename: 'UserErrors', errors: Array<{ code: UserErrorCode, message: string, path: Array<string>, params: unknown }> }
   };

export type SignInDomainLineFragment = { id: string, domain: string, enforced: boolean, standing: SignInDomainStanding };

export type ProviderDetailsFragment = { id: string, ref: string, name: string, kind: IdentityProviderKind, enabled: boolean, issuer: string, cloud: EntraCloud | null, directory: string | null, clientId: string | null, ownsAddresses: boolean, joins: boolean, defaultRole: Role, lastUsedAt: string | null, callbackUrl: string, entityId: string, acsUrl: string, certificates: Array<{ sha256: string, expiresAt: string }>, domains: Array<{ id: string, domain: string, enforced: boolean, standing: SignInDomainStanding }> };

export type IdentityProvidersQueryVariables = Exact<{
  slug: string;
}>;


export type IdentityProvidersQuery = { tenant: { id: string, identityProviders: Array<{ id: string, ref: string, name: string, kind: IdentityProviderKind, enabled: boolean, issuer: string, cloud: EntraCloud | null, directory: string | null, clientId: string | null, ownsAddresses: boolean, joins: boolean, defaultRole: Role, lastUsedAt: string | null, callbackUrl: string, entityId: string, acsUrl: string, certificates: Array<{ sha256: string, expiresAt: string }>, domains: Array<{ id: string, domain: string, enforced: boolean, standing: SignInDomainStanding }> }> } | null };

export type IdentityProviderSaveMutationVariables = Exact<{
  input: IdentityProviderSaveInput;
}>;


export type IdentityProviderSaveMutation = { identityProviderSave:
    | { __typename: 'IdentityProviderSavePayload', identityProvider: { id: string, name: string, enabled: boolean } }
    | { __typename: 'UserErrors', errors: Array<{ code: UserErrorCode, message: string, path: Array<string>, params: unknown }> }
   };

export type IdentityProviderDeleteMutationVariables = Exact<{
  input: IdentityProviderDeleteInput;
}>;


export type IdentityProviderDeleteMutation = { identityProviderDelete:
    | { __typename: 'IdentityProviderDeletePayload', id: string }
    | { __typename: 'UserErrors', errors: Array<{ code: UserErrorCode, message: string, path: Array<string>, params: unknown }> }
   };

export type IdentityProviderTestMutationVariables = Exact<{
  input: IdentityProviderTestInput;
}>;


export type IdentityProviderTestMutation = { identityProviderTest:
    | { __typename: 'IdentityProviderTestPayload', problem: IdentityProviderProblem | null, detail: string | null }
    | { __typename: 'UserErrors', errors: Array<{ code: UserErrorCode, message: string, path: Array<string>, params: unknown }> }
   };

export type SignInDomainAddMutationVariables = Exact<{
  input: SignInDomainAddInput;
}>;


export type SignInDomainAddMutation = { signInDomainAdd:
    | { __typename: 'SignInDomainAddPayload', signInDomain: { id: string, domain: string } }
    | { __typename: 'UserErrors', errors: Array<{ code: UserErrorCode, message: string, path: Array<string>, params: unknown }> }
   };

export type SignInDomainUpdateMutationVariables = Exact<{
  input: SignInDomainUpdateInput;
}>;


export type SignInDomainUpdateMutation = { signInDomainUpdate:
    | { __typename: 'SignInDomainUpdatePayload', signInDomain: { id: string, domain: string, enforced: boolean } }
    | { __typename: 'UserErrors', errors: Array<{ code: UserErrorCode, message: string, path: Array<string>, params: unknown }> }
   };

export type SignInDomainRemoveMutationVariables = Exact<{
  input: SignInDomainRemoveInput;
}>;


export type SignInDomainRemoveMutation = { signInDomainRemove:
    | { __typename: 'SignInDomainRemovePayload', id: string }
    | { __typename: 'UserErrors', errors: Array<{ code: UserErrorCode, message: string, path: Array<string>, params: unknown }> }
   };

export type OverviewQueryVariables = Exact<{
  slug: string;
  locale: Locale;
}>;


export type OverviewQuery = { tenant: { id: string, name: string, viewerPermissions: Array<Permission>, overview: { endpoints: number, unscanned: number, scansRunning: number, averageScore: number | null, verdicts: Array<{ verdict: Verdict, count: number }>, legacyProtocols: Array<{ version: ProtocolVersion, count: number }>, nextDeadline: { id: string, service: string, clouds: Array<Cloud>, channel: Channel, protocols: Array<string>, effect: DeadlineEffect, date: string, until: string | null, announcedOn: string | null, source: string, sureness: Sureness, note: string, daysLeft: number, earliest: boolean } | null }, practiceLab: { available: boolean, added: boolean }, attention: { totalCount: number, edges: Array<{ node: { id: string, address: string, serverName: string | null, starttls: StarttlsKind | null, role: EndpointRole, label: string | null, tags: Array<string>, origin: Origin, verdict: Verdict | null, score: number | null, activeScan: { id: string, status: ScanStatus, stage: ScanStage | null, progress: number, requestedAt: string, startedAt: string | null, finishedAt: string | null, errorCode: ScanErrorCode | null, verdict: Verdict | null, score: number | null } | null, lastScan: { id: string, status: ScanStatus, stage: ScanStage | null, progress: number, requestedAt: string, startedAt: string | null, finishedAt: string | null, errorCode: ScanErrorCode | null, verdict: Verdict | null, score: number | null } | null } }> }, recent: { edges: Array<{ node: { id: string, address: string, serverName: string | null, starttls: StarttlsKind | null, role: EndpointRole, label: string | null, tags: Array<string>, origin: Origin, verdict: Verdict | null, score: number | null, activeScan: { id: string, status: ScanStatus, stage: ScanStage | null, progress: number, requestedAt: string, startedAt: string | null, finishedAt: string | null, errorCode: ScanErrorCode | null, verdict: Verdict | null, score: number | null } | null, lastScan: { id: string, status: ScanStatus, stage: ScanStage | null, progress: number, requestedAt: string, startedAt: string | null, finishedAt: string | null, errorCode: ScanErrorCode | null, verdict: Verdict | null, score: number | null } | null } }> } } | null };

export type DelegationLineFragment = { id: string, partnerId: string, partnerName: string, customerId: string, customerName: string, status: DelegationStatus, role: Role, customRoleName: string | null, days: number, extends: boolean, reason: string | null, requestedAt: string, decidedAt: string | null, expiresAt: string | null, endedAt: string | null, createdByPartner: boolean, scope: { include: { unseen: number, groups: Array<{ id: string, name: string }>, endpoints: Array<{ id: string, address: string, label: string | null }> } | null, exclude: { unseen: number, groups: Array<{ id: string, name: string }>, endpoints: Array<{ id: string, address: string, label: string | null }> } } | null };

export type PartnersQueryVariables = Exact<{
  slug: string;
}>;


export type PartnersQuery = { tenant: { id: string, viewerPermissions: Array<Permission>, partners: Array<{ id: string, partnerId: string, partnerName: string, customerId: string, customerName: string, status: DelegationStatus, role: Role, customRoleName: string | null, days: number, extends: boolean, reason: string | null, requestedAt: string, decidedAt: string | null, expiresAt: string | null, endedAt: string | null, createdByPartner: boolean, scope: { include: { unseen: number, groups: Array<{ id: string, name: string }>, endpoints: Array<{ id: string, address: string, label: string | null }> } | null, exclude: { unseen: number, groups: Array<{ id: string, name: string }>, endpoints: Array<{ id: string, address: string, label: string | null }> } } | null }> } | null };

export type PartnerAccessQueryVariables = Exact<{
  slug: string;
}>;


export type PartnerAccessQuery = { tenant: { id: string, viewerPermissions: Array<Permission>, customers: Array<{ id: string, partnerId: string, partnerName: string, customerId: string, customerName: string, status: DelegationStatus, role: Role, customRoleName: string | null, days: number, extends: boolean, reason: string | null, requestedAt: string, decidedAt: string | null, expiresAt: string | null, endedAt: string | null, createdByPartner: boolean, scope: { include: { unseen: number, groups: Array<{ id: string, name: string }>, endpoints: Array<{ id: string, address: string, label: string | null }> } | null, exclude: { unseen: number, groups: Array<{ id: string, name: string }>, endpoints: Array<{ id: string, address: string, label: string | null }> } } | null }>, technicianGroups: Array<{ id: string, name: string, memberIds: Array<string>, assignments: Array<{ delegationId: string, customerId: string, role: Role, scope: { include: { unseen: number, groups: Array<{ id: string, name: string }>, endpoints: Array<{ id: string, address: string, label: string | null }> } | null, exclude: { unseen: number, groups: Array<{ id: string, name: string }>, endpoints: Array<{ id: string, address: string, label: string | null }> } } | null }> }>, members: Array<{ id: string, name: string, email: string }> } | null };

export type TechnicianGroupLineFragment = { id: string, name: string, memberIds: Array<string>, assignments: Array<{ delegationId: string, customerId: string, role: Role, scope: { include: { unseen: number, groups: Array<{ id: string, name: string }>, endpoints: Array<{ id: string, address: string, label: string | null }> } | null, exclude: { unseen: number, groups: Array<{ id: string, name: string }>, endpoints: Array<{ id: string, address: string, label: string | null }> } } | null }> };

export type PartnerRolesQueryVariables = Exact<{
  slug: string;
}>;


export type PartnerRolesQuery = { tenant: { id: string, customRoles: Array<{ id: string, name: string }> } | null };

export type DelegationRequestMutationVariables = Exact<{
  input: DelegationRequestInput;
}>;


export type DelegationRequestMutation = { delegationRequest:
    | { __typename: 'DelegationRequestPayload', delegation: { id: string, customerName: string } }
    | { __typename: 'UserErrors', errors: Array<{ code: UserErrorCode, message: string, path: Array<string>, params: unknown }> }
   };

export type DelegationApproveMutationVariables = Exact<{
  input: DelegationApproveInput;
}>;


export type DelegationApproveMutation = { delegationApprove:
    | { __typename: 'DelegationApprovePayload' }
    | { __typename: 'UserErrors', errors: Array<{ code: UserErrorCode, message: string, path: Array<string>, params: unknown }> }
   };

export type DelegationNarrowMutationVariables = Exact<{
  input: DelegationNarrowInput;
}>;


export type DelegationNarrowMutation = { delegationNarrow:
    | { __typename: 'DelegationNarrowPayload' }
    | { __typename: 'UserErrors', errors: Array<{ code: UserErrorCode, message: string, path: Array<string>, params: unknown }> }
   };

export type DelegationRefuseMutationVariables = Exact<{
  input: DelegationRefuseInput;
}>;


export type DelegationRefuseMutation = { delegationRefuse:
    | { __typename: 'DelegationRefusePayload' }
    | { __typename: 'UserErrors', errors: Array<{ code: UserErrorCode, message: string, path: Array<string>, params: unknown }> }
   };

export type DelegationEndMutationVariables = Exact<{
  input: DelegationEndInput;
}>;


export type DelegationEndMutation = { delegationEnd:
    | { __typename: 'DelegationEndPayload' }
    | { __typename: 'UserErrors', errors: Array<{ code: UserErrorCode, message: string, path: Array<string>, params: unknown }> }
   };

export type CustomerCreateMutationVariables = Exact<{
  input: CustomerCreateInput;
}>;


export type CustomerCreateMutation = { customerCreate:
    | { __typename: 'CustomerCreatePayload', delegation: { id: string, customerName: string } }
    | { __typename: 'UserErrors', errors: Array<{ code: UserErrorCode, message: string, path: Array<string>, params: unknown }> }
   };

export type CustomerHandOverMutationVariables = Exact<{
  input: CustomerHandOverInput;
}>;


export type CustomerHandOverMutation = { customerHandOver:
    | { __typename: 'CustomerHandOverPayload', link: string | null, expiresAt: string }
    | { __typename: 'UserErrors', errors: Array<{ code: UserErrorCode, message: string, path: Array<string>, params: unknown }> }
   };

export type CustomerDiscardMutationVariables = Exact<{
  input: CustomerDiscardInput;
}>;


export type CustomerDiscardMutation = { customerDiscard:
    | { __typename: 'CustomerDiscardPayload' }
    | { __typename: 'UserErrors', errors: Array<{ code: UserErrorCode, message: string, path: Array<string>, params: unknown }> }
   };

export type TechnicianGroupSaveMutationVariables = Exact<{
  input: TechnicianGroupSaveInput;
}>;


export type TechnicianGroupSaveMutation = { technicianGroupSave:
    | { __typename: 'TechnicianGroupSavePayload', group: { id: string, name: string } }
    | { __typename: 'UserErrors', errors: Array<{ code: UserErrorCode, message: string, path: Array<string>, params: unknown }> }
   };

export type TechnicianGroupDeleteMutationVariables = Exact<{
  input: TechnicianGroupDeleteInput;
}>;


export type TechnicianGroupDeleteMutation = { technicianGroupDelete:
    | { __typename: 'TechnicianGroupDeletePayload' }
    | { __typename: 'UserErrors', errors: Array<{ code: UserErrorCode, message: string, path: Array<string>, params: unknown }> }
   };

export type TechnicianGroupAssignMutationVariables = Exact<{
  input: TechnicianGroupAssignInput;
}>;


export type TechnicianGroupAssignMutation = { technicianGroupAssign:
    | { __typename: 'TechnicianGroupAssignPayload' }
    | { __typename: 'UserErrors', errors: Array<{ code: UserErrorCode, message: string, path: Array<string>, params: unknown }> }
   };

export type CustomerSlugQueryVariables = Exact<{
  id: string | number;
}>;


export type CustomerSlugQuery = { node:
    | { __typename: 'Endpoint' }
    | { __typename: 'Scan' }
    | { __typename: 'ScanResult' }
    | { __typename: 'Tenant', id: string, slug: string }
   | null };

export type PeopleTenantQueryVariables = Exact<{
  slug: string;
}>;


export type PeopleTenantQuery = { tenant: { id: string, viewerRole: Role, viewerPermissions: Array<Permission> } | null, roles: Array<{ role: Role, permissions: Array<Permission> }> };

export type PeopleQueryVariables = Exact<{
  slug: string;
}>;


export type PeopleQuery = { tenant: { id: string, members: Array<{ id: string, name: string, email: string, role: Role, isViewer: boolean, expiresAt: string | null, customRole: { id: string, name: string } | null, scope: { include: { unseen: number, groups: Array<{ id: string, name: string }>, endpoints: Array<{ id: string, address: string, label: string | null }> } | null, exclude: { unseen: number, groups: Array<{ id: string, name: string }>, endpoints: Array<{ id: string, address: string, label: string | null }> } } | null }>, invitations: Array<{ id: string, email: string, role: Role, expiresAt: string, memberExpiresAt: string | null, customRole: { id: string, name: string } | null, scope: { include: { unseen: number, groups: Array<{ id: string, name: string }>, endpoints: Array<{ id: string, address: string, label: string | null }> } | null, exclude: { unseen: number, groups: Array<{ id: string, name: string }>, endpoints: Array<{ id: string, address: string, label: string | null }> } } | null }>, customRoles: Array<{ id: string, name: string }> } | null };

export type PeopleMemberFragment = { id: string, name: string, email: string, role: Role, isViewer: boolean, expiresAt: string | null, customRole: { id: string, name: string } | null, scope: { include: { unseen: number, groups: Array<{ id: string, name: string }>, endpoints: Array<{ id: string, address: string, label: string | null }> } | null, exclude: { unseen: number, groups: Array<{ id: string, name: string }>, endpoints: Array<{ id: string, address: string, label: string | null }> } } | null };

export type PeopleInvitationFragment = { id: string, email: string, role: Role, expiresAt: string, memberExpiresAt: string | null, customRole: { id: string, name: string } | null, scope: { include: { unseen: number, groups: Array<{ id: string, name: string }>, endpoints: Array<{ id: string, address: string, label: string | null }> } | null, exclude: { unseen: number, groups: Array<{ id: string, name: string }>, endpoints: Array<{ id: string, address: string, label: string | null }> } } | null };

export type MemberInviteMutationVariables = Exact<{
  input: MemberInviteInput;
}>;


export type MemberInviteMutation = { memberInvite:
    | { __typename: 'MemberInvitePayload', link: string | null, invitation: { id: string, email: string } }
    | { __typename: 'UserErrors', errors: Array<{ code: UserErrorCode, message: string, path: Array<string>, params: unknown }> }
   };

export type MemberUpdateMutationVariables = Exact<{
  input: MemberUpdateInput;
}>;


export type MemberUpdateMutation = { memberUpdate:
    | { __typename: 'MemberUpdatePayload' }
    | { __typename: 'UserErrors', errors: Array<{ code: UserErrorCode, message: string, path: Array<string>, params: unknown }> }
   };

export type MemberRemoveMutationVariables = Exact<{
  input: MemberRemoveInput;
}>;


export type MemberRemoveMutation = { memberRemove:
    | { __typename: 'MemberRemovePayload' }
    | { __typename: 'UserErrors', errors: Array<{ code: UserErrorCode, message: string, path: Array<string>, params: unknown }> }
   };

export type InvitationRevokeMutationVariables = Exact<{
  input: InvitationRevokeInput;
}>;


export type InvitationRevokeMutation = { invitationRevoke:
    | { __typename: 'InvitationRevokePayload' }
    | { __typename: 'UserErrors', errors: Array<{ code: UserErrorCode, message: string, path: Array<string>, params: unknown }> }
   };

export type InvitationAcceptMutationVariables = Exact<{
  input: InvitationAcceptInput;
}>;


export type InvitationAcceptMutation = { invitationAccept:
    | { __typename: 'InvitationAcceptPayload', tenant: { id: string, slug: string } }
    | { __typename: 'UserErrors', errors: Array<{ code: UserErrorCode, message: string, path: Array<string>, params: unknown }> }
   };

export type OpenInvitationQueryVariables = Exact<{
  token: string;
}>;


export type OpenInvitationQuery = { invitation: { tenantName: string, inviterName: string | null, email: string, role: Role, customRoleName: string | null, hasAccount: boolean, memberExpiresAt: string | null } | null };

export type PolicyCardFactsFragment = { id: string, name: string, version: string, basedOn: string | null, title: string };

export type TenantPoliciesQueryVariables = Exact<{
  slug: string;
  locale: Locale;
}>;


export type TenantPoliciesQuery = { tenant: { id: string, viewerPermissions: Array<Permission>, policy: { id: string, name: string, version: string, basedOn: string | null, title: string }, ownPolicies: Array<{ id: string, name: string, version: string, basedOn: string | null, title: string }> } | null, policies: Array<{ id: string, name: string, version: string, basedOn: string | null, title: string }> };

export type PolicyFormFactsFragment = { parameters: unknown, id: string, name: string, version: string, basedOn: string | null, title: string, rules: Array<{ ruleId: string, severity: Severity, cost: number, cap: number | null, required: boolean, off: string | null }> };

export type PolicyFormQueryVariables = Exact<{
  slug: string;
  locale: Locale;
}>;


export type PolicyFormQuery = { tenant: { id: string, viewerPermissions: Array<Permission>, ownPolicies: Array<{ parameters: unknown, id: string, name: string, version: string, basedOn: string | null, title: string, rules: Array<{ ruleId: string, severity: Severity, cost: number, cap: number | null, required: boolean, off: string | null }> }> } | null, policies: Array<{ parameters: unknown, id: string, name: string, version: string, basedOn: string | null, title: string, rules: Array<{ ruleId: string, severity: Severity, cost: number, cap: number | null, required: boolean, off: string | null }> }> };

export type PolicyPreviewQueryVariables = Exact<{
  slug: string;
  policyId: string | number;
  changes?: unknown;
}>;


export type PolicyPreviewQuery = { tenant: { id: string, policyPreview: { endpoints: number, complete: boolean, changed: number, scoreNow: number | null, scoreThen: number | null, moves: Array<{ from: Verdict, to: Verdict, count: number }>, problems: Array<{ code: string, path: string, message: string }> } } | null };

export type PolicyPreviewChangesQueryVariables = Exact<{
  slug: string;
  policyId: string | number;
  changes?: unknown;
  first: number;
  offset: number;
}>;


export type PolicyPreviewChangesQuery = { tenant: { id: string, policyPreview: { changed: number, changes: Array<{ verdictNow: Verdict, verdictThen: Verdict, scoreNow: number | null, scoreThen: number | null, endpoint: { id: string, address: string, label: string | null } }> } } | null };

export type PolicyChooseMutationVariables = Exact<{
  input: PolicyChooseInput;
}>;


export type PolicyChooseMutation = { policyChoose:
    | { __typename: 'PolicyChoosePayload', tenant: { id: string } }
    | { __typename: 'UserErrors', errors: Array<{ code: UserErrorCode, message: string, path: Array<string>, params: unknown }> }
   };

export type PolicyCreateMutationVariables = Exact<{
  input: PolicyCreateInput;
}>;


export type PolicyCreateMutation = { policyCreate:
    | { __typename: 'PolicyCreatePayload', policy: { id: string } }
    | { __typename: 'UserErrors', errors: Array<{ code: UserErrorCode, message: string, path: Array<string>, params: unknown }> }
   };

export type HistoryRegradeQueryVariables = Exact<{
  slug: string;
}>;


export type HistoryRegradeQuery = { tenant: { id: string, historyRegrade: { policyId: string, total: number, done: number, changed: number, startedAt: string, finishedAt: string | null } | null } | null };

export type PortfolioCustomerFragment = { id: string, name: string, slug: string, overview: { endpoints: number, unscanned: number, averageScore: number | null, verdicts: Array<{ verdict: Verdict, count: number }>, nextDeadline: { id: string, date: string, daysLeft: number, earliest: boolean } | null } };

export type PortfolioQueryVariables = Exact<{
  slug: string;
}>;


export type PortfolioQuery = { tenant: { id: string, viewerPermissions: Array<Permission>, portfolio: { endpointCount: number, unscanned: number, averageScore: number | null, verdicts: Array<{ verdict: Verdict, count: number }>, deadlines: Array<{ customers: number, endpoints: number, deadline: { id: string, date: string, daysLeft: number, earliest: boolean, service: string } }>, customers: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { id: string, name: string, slug: string, overview: { endpoints: number, unscanned: number, averageScore: number | null, verdicts: Array<{ verdict: Verdict, count: number }>, nextDeadline: { id: string, date: string, daysLeft: number, earliest: boolean } | null } } }> } } | null } | null };

export type PortfolioMoreQueryVariables = Exact<{
  slug: string;
  after?: string | null | undefined;
}>;


export type PortfolioMoreQuery = { tenant: { id: string, portfolio: { customers: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { id: string, name: string, slug: string, overview: { endpoints: number, unscanned: number, averageScore: number | null, verdicts: Array<{ verdict: Verdict, count: number }>, nextDeadline: { id: string, date: string, daysLeft: number, earliest: boolean } | null } } }> } } | null } | null };

export type PracticeLabAddMutationVariables = Exact<{
  input: PracticeLabAddInput;
}>;


export type PracticeLabAddMutation = { practiceLabAdd:
    | { __typename: 'PracticeLabAddPayload', endpoints: Array<{ id: string }> }
    | { __typename: 'UserErrors', errors: Array<{ code: UserErrorCode, message: string, path: Array<string>, params: unknown }> }
   };

export type EndpointReportQueryVariables = Exact<{
  slug: string;
  id: string | number;
  locale: Locale;
}>;


export type EndpointReportQuery = { tenant: { id: string, viewerPermissions: Array<Permission>, endpoint: { id: string, address: string, host: string, port: number, serverName: string | null, starttls: StarttlsKind | null, role: EndpointRole, label: string | null, stack: Stack | null, origin: Origin, verdict: Verdict | null, score: number | null, deadlines: Array<{ id: string, service: string, clouds: Array<Cloud>, channel: Channel, protocols: Array<string>, effect: DeadlineEffect, date: string, until: string | null, announcedOn: string | null, source: string, sureness: Sureness, note: string, daysLeft: number, earliest: boolean }>, scans: { edges: Array<{ node: { connections: number | null, milliseconds: number | null, id: string, status: ScanStatus, stage: ScanStage | null, progress: number, requestedAt: string, startedAt: string | null, finishedAt: string | null, errorCode: ScanErrorCode | null, verdict: Verdict | null, score: number | null } }> } } | null } | null };

export type ScanReportQueryVariables = Exact<{
  id: string | number;
  locale: Locale;
}>;


export type ScanReportQuery = { node:
    | { __typename: 'Endpoint' }
    | { __typename: 'Scan', connections: number | null, milliseconds: number | null, id: string, status: ScanStatus, stage: ScanStage | null, progress: number, requestedAt: string, startedAt: string | null, finishedAt: string | null, errorCode: ScanErrorCode | null, verdict: Verdict | null, score: number | null, results: Array<{ id: string, address: string, status: ObservationStatus, reason: UnknownReason | null, verdict: Verdict, score: number | null, policyId: string, judgedAt: string, because: Array<string>, starttlsBanner: string | null, connections: number, milliseconds: number, judgement: { letter: string | null } | null, protocols: Array<{ version: ProtocolVersion, offered: boolean | null, reason: UnknownReason | null, preference: Preference | null, enumeration: Enumeration, cipherSuites: Array<{ id: number, name: string }>, evidence: Array<{ shape: string, answer: string, bytes: string }> }>, groups: Array<{ id: number, name: string, versions: Array<ProtocolVersion> }>, certificates: Array<{ serverName: string | null, versions: Array<ProtocolVersion>, nameMatches: boolean | null, trust: { state: TrustState, anchor: string | null, store: TrustStore | null }, chain: Array<{ sha256: string, subject: string, issuer: string, notBefore: string, notAfter: string, dnsNames: Array<string>, signatureAlgorithm: string, key: { algorithm: string, bits: number | null, curve: string | null } }> }>, findings: Array<{ ruleId: string, outcome: Outcome, severity: Severity, cost: number, title: string, why: string, detail: string, fix: Array<{ stack: string | null, text: string }>, sources: Array<{ title: string, date: string | null, url: string | null }> }> }> }
    | { __typename: 'ScanResult' }
    | { __typename: 'Tenant' }
   | null };

export type AddressResultFragment = { id: string, address: string, status: ObservationStatus, reason: UnknownReason | null, verdict: Verdict, score: number | null, policyId: string, judgedAt: string, because: Array<string>, starttlsBanner: string | null, connections: number, milliseconds: number, judgement: { letter: string | null } | null, protocols: Array<{ version: ProtocolVersion, offered: boolean | null, reason: UnknownReason | null, preference: Preference | null, enumeration: Enumeration, cipherSuites: Array<{ id: number, name: string }>, evidence: Array<{ shape: string, answer: string, bytes: string }> }>, groups: Array<{ id: number, name: string, versions: Array<ProtocolVersion> }>, certificates: Array<{ serverName: string | null, versions: Array<ProtocolVersion>, nameMatches: boolean | null, trust: { state: TrustState, anchor: string | null, store: TrustStore | null }, chain: Array<{ sha256: string, subject: string, issuer: string, notBefore: string, notAfter: string, dnsNames: Array<string>, signatureAlgorithm: string, key: { algorithm: string, bits: number | null, curve: string | null } }> }>, findings: Array<{ ruleId: string, outcome: Outcome, severity: Severity, cost: number, title: string, why: string, detail: string, fix: Array<{ stack: string | null, text: string }>, sources: Array<{ title: string, date: string | null, url: string | null }> }> };

export type ProtocolRungFragment = { version: ProtocolVersion, offered: boolean | null, reason: UnknownReason | null, preference: Preference | null, enumeration: Enumeration, cipherSuites: Array<{ id: number, name: string }>, evidence: Array<{ shape: string, answer: string, bytes: string }> };

export type ServedChainFragment = { serverName: string | null, versions: Array<ProtocolVersion>, nameMatches: boolean | null, trust: { state: TrustState, anchor: string | null, store: TrustStore | null }, chain: Array<{ sha256: string, subject: string, issuer: string, notBefore: string, notAfter: string, dnsNames: Array<string>, signatureAlgorithm: string, key: { algorithm: string, bits: number | null, curve: string | null } }> };

export type FindingFactsFragment = { ruleId: string, outcome: Outcome, severity: Severity, cost: number, title: string, why: string, detail: string, fix: Array<{ stack: string | null, text: string }>, sources: Array<{ title: string, date: string | null, url: string | null }> };

export type CustomRoleLineFragment = { id: string, name: string, patterns: Array<string>, permissions: Array<Permission>, members: number };

export type CustomRolesQueryVariables = Exact<{
  slug: string;
}>;


export type CustomRolesQuery = { tenant: { id: string, viewerPermissions: Array<Permission>, customRoles: Array<{ id: string, name: string, patterns: Array<string>, permissions: Array<Permission>, members: number }> } | null, roles: Array<{ role: Role, permissions: Array<Permission> }>, permissions: Array<{ permission: Permission, name: string, scoped: boolean }> };

export type CustomRoleSaveMutationVariables = Exact<{
  input: CustomRoleSaveInput;
}>;


export type CustomRoleSaveMutation = { customRoleSave:
    | { __typename: 'CustomRoleSavePayload', role: { id: string, name: string } }
    | { __typename: 'UserErrors', errors: Array<{ code: UserErrorCode, message: string, path: Array<string>, params: unknown }> }
   };

export type CustomRoleDeleteMutationVariables = Exact<{
  input: CustomRoleDeleteInput;
}>;


export type CustomRoleDeleteMutation = { customRoleDelete:
    | { __typename: 'CustomRoleDeletePayload' }
    | { __typename: 'UserErrors', errors: Array<{ code: UserErrorCode, message: string, path: Array<string>, params: unknown }> }
   };

export type ScanActivityFragment = { id: string, status: ScanStatus, stage: ScanStage | null, progress: number, requestedAt: string, startedAt: string | null, finishedAt: string | null, errorCode: ScanErrorCode | null, verdict: Verdict | null, score: number | null };

export type TenantActivitySubscriptionVariables = Exact<{
  tenantId: string | number;
}>;


export type TenantActivitySubscription = { tenantActivity: { scan: { id: string, status: ScanStatus, stage: ScanStage | null, progress: number, requestedAt: string, startedAt: string | null, finishedAt: string | null, errorCode: ScanErrorCode | null, verdict: Verdict | null, score: number | null, endpoint: { id: string, address: string } } } };

export type ScanProgressSubscriptionVariables = Exact<{
  scanId: string | number;
}>;


export type ScanProgressSubscription = { scanProgress: { id: string, status: ScanStatus, stage: ScanStage | null, progress: number, requestedAt: string, startedAt: string | null, finishedAt: string | null, errorCode: ScanErrorCode | null, verdict: Verdict | null, score: number | null } };

export type ScanRequestMutationVariables = Exact<{
  input: ScanRequestInput;
}>;


export type ScanRequestMutation = { scanRequest:
    | { __typename: 'ScanRequestPayload', scans: Array<{ id: string, status: ScanStatus, stage: ScanStage | null, progress: number, requestedAt: string, startedAt: string | null, finishedAt: string | null, errorCode: ScanErrorCode | null, verdict: Verdict | null, score: number | null, endpoint: { id: string } }> }
    | { __typename: 'UserErrors', errors: Array<{ code: UserErrorCode, message: string, path: Array<string>, params: unknown }> }
   };

export type ScanCancelMutationVariables = Exact<{
  input: ScanCancelInput;
}>;


export type ScanCancelMutation = { scanCancel:
    | { __typename: 'ScanCancelPayload', scan: { id: string, status: ScanStatus, stage: ScanStage | null, progress: number, requestedAt: string, startedAt: string | null, finishedAt: string | null, errorCode: ScanErrorCode | null, verdict: Verdict | null, score: number | null } }
    | { __typename: 'UserErrors', errors: Array<{ code: UserErrorCode, message: string, path: Array<string>, params: unknown }> }
   };

export type ScopePartsFragment = { include: { unseen: number, groups: Array<{ id: string, name: string }>, endpoints: Array<{ id: string, address: string, label: string | null }> } | null, exclude: { unseen: number, groups: Array<{ id: string, name: string }>, endpoints: Array<{ id: string, address: string, label: string | null }> } };

export type ScopePickPartsFragment = { unseen: number, groups: Array<{ id: string, name: string }>, endpoints: Array<{ id: string, address: string, label: string | null }> };

export type ScopeChoicesQueryVariables = Exact<{
  slug: string;
  search?: string | null | undefined;
}>;


export type ScopeChoicesQuery = { tenant: { id: string, endpointGroups: Array<{ id: string, name: string, size: number }>, endpoints: { totalCount: number, edges: Array<{ node: { id: string, address: string, label: string | null } }> } } | null };

export type SetupCompleteMutationVariables = Exact<{
  input: SetupCompleteInput;
}>;


export type SetupCompleteMutation = { setupComplete:
    | { __typename: 'SetupCompletePayload', tenant: { id: string, slug: string } }
    | { __typename: 'UserErrors', errors: Array<{ code: UserErrorCode, message: string, path: Array<string>, params: unknown }> }
   };

export type TenantUpdateMutationVariables = Exact<{
  input: TenantUpdateInput;
}>;


export type TenantUpdateMutation = { tenantUpdate:
    | { __typename: 'TenantUpdatePayload', tenant: { id: string, slug: string } }
    | { __typename: 'UserErrors', errors: Array<{ code: UserErrorCode, message: string, path: Array<string>, params: unknown }> }
   };

export type TenantDeleteMutationVariables = Exact<{
  input: TenantDeleteInput;
}>;


export type TenantDeleteMutation = { tenantDelete:
    | { __typename: 'TenantDeletePayload' }
    | { __typename: 'UserErrors', errors: Array<{ code: UserErrorCode, message: string, path: Array<string>, params: unknown }> }
   };

export type PortalQueryVariables = Exact<{ [key: string]: never; }>;


export type PortalQuery = { setup: { completed: boolean }, viewer: { id: string, name: string, email: string, tenants: { edges: Array<{ role: Role, node: { id: string, name: string, slug: string, kind: TenantKind, viewerPartner: { id: string, name: string, slug: string } | null } }> } } | null };

export type TenantCreateMutationVariables = Exact<{
  input: TenantCreateInput;
}>;


export type TenantCreateMutation = { tenantCreate:
    | { __typename: 'TenantCreatePayload', tenant: { id: string, slug: string } }
    | { __typename: 'UserErrors', errors: Array<{ code: UserErrorCode, message: string, path: Array<string>, params: unknown }> }
   };

export type SettingsTenantQueryVariables = Exact<{
  slug: string;
}>;


export type SettingsTenantQuery = { tenant: { id: string, name: string, slug: string, kind: TenantKind, cloud: Cloud, viewerRole: Role, viewerPermissions: Array<Permission> } | null };

export type WhatIfSubjectQueryVariables = Exact<{
  id: string | number;
  locale: Locale;
}>;


export type WhatIfSubjectQuery = { node:
    | { __typename: 'Endpoint' }
    | { __typename: 'Scan' }
    | { __typename: 'ScanResult', id: string, status: ObservationStatus, policyId: string, protocols: Array<{ version: ProtocolVersion, offered: boolean | null }>, certificates: Array<{ serverName: string | null }>, clients: Array<{ profileId: string, name: string, outcome: HandshakeOutcome, version: ProtocolVersion | null, failure: HandshakeFailure | null }> }
    | { __typename: 'Tenant' }
   | null };

export type WhatIfQueryVariables = Exact<{
  id: string | number;
  changes: WhatIfInput;
  locale: Locale;
}>;


export type WhatIfQuery = { node:
    | { __typename: 'Endpoint' }
    | { __typename: 'Scan' }
    | { __typename: 'ScanResult', id: string, whatIf: { before: { policyId: string, verdict: Verdict, score: number | null }, after: { verdict: Verdict, score: number | null }, brokenClients: Array<{ profileId: string, name: string }>, lostPeers: Array<{ profileId: string, name: string }>, changedRules: Array<{ ruleId: string, title: string, from: string, to: string }> } | null }
    | { __typename: 'Tenant' }
   | null };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const ScopePickPartsFragmentDoc = new TypedDocumentString(`
    fragment ScopePickParts on ScopePicks {
  groups {
    id
    name
  }
  endpoints {
    id
    address
    label
  }
  unseen
}
    `, {"fragmentName":"ScopePickParts"}) as unknown as TypedDocumentString<ScopePickPartsFragment, unknown>;
export const ScopePartsFragmentDoc = new TypedDocumentString(`
    fragment ScopeParts on Scope {
  include {
    ...ScopePickParts
  }
  exclude {
    ...ScopePickParts
  }
}
    fragment ScopePickParts on ScopePicks {
  groups {
    id
    name
  }
  endpoints {
    id
    address
    label
  }
  unseen
}`, {"fragmentName":"ScopeParts"}) as unknown as TypedDocumentString<ScopePartsFragment, unknown>;
export const ApiKeyLineFragmentDoc = new TypedDocumentString(`
    fragment ApiKeyLine on ApiKey {
  id
  name
  prefix
  scopes
  ipRanges
  makerName
  createdAt
  expiresAt
  lastUsedAt
  revokedAt
  scope {
    ...ScopeParts
  }
}
    fragment ScopeParts on Scope {
  include {
    ...ScopePickParts
  }
  exclude {
    ...ScopePickParts
  }
}
fragment ScopePickParts on ScopePicks {
  groups {
    id
    name
  }
  endpoints {
    id
    address
    label
  }
  unseen
}`, {"fragmentName":"ApiKeyLine"}) as unknown as TypedDocumentString<ApiKeyLineFragment, unknown>;
export const AuditLineFragmentDoc = new TypedDocumentString(`
    fragment AuditLine on AuditEntry {
  number
  at
  actorKind
  actorName
  partnerId
  partnerName
  action
  subjectKind
  subjectId
  before
  after
  address
  requestId
  hash
}
    `, {"fragmentName":"AuditLine"}) as unknown as TypedDocumentString<AuditLineFragment, unknown>;
export const DeadlineFactsFragmentDoc = new TypedDocumentString(`
    fragment DeadlineFacts on Deadline {
  id
  service
  clouds
  channel
  protocols
  effect
  date
  until
  announcedOn
  source
  sureness
  note(locale: $locale)
  daysLeft
  earliest
}
    `, {"fragmentName":"DeadlineFacts"}) as unknown as TypedDocumentString<DeadlineFactsFragment, unknown>;
export const DomainLineFragmentDoc = new TypedDocumentString(`
    fragment DomainLine on DomainProof {
  id
  domain
  method
  state
  recordName
  fileUrl
  value
  checkedAt
  failure
}
    `, {"fragmentName":"DomainLine"}) as unknown as TypedDocumentString<DomainLineFragment, unknown>;
export const ScanActivityFragmentDoc = new TypedDocumentString(`
    fragment ScanActivity on Scan {
  id
  status
  stage
  progress
  requestedAt
  startedAt
  finishedAt
  errorCode
  verdict
  score
}
    `, {"fragmentName":"ScanActivity"}) as unknown as TypedDocumentString<ScanActivityFragment, unknown>;
export const EndpointRowFragmentDoc = new TypedDocumentString(`
    fragment EndpointRow on Endpoint {
  id
  address
  serverName
  starttls
  role
  label
  tags
  origin
  verdict
  score
  activeScan {
    ...ScanActivity
  }
  lastScan {
    ...ScanActivity
  }
}
    fragment ScanActivity on Scan {
  id
  status
  stage
  progress
  requestedAt
  startedAt
  finishedAt
  errorCode
  verdict
  score
}`, {"fragmentName":"EndpointRow"}) as unknown as TypedDocumentString<EndpointRowFragment, unknown>;
export const UserErrorListFragmentDoc = new TypedDocumentString(`
    fragment UserErrorList on UserErrors {
  errors {
    code
    message
    path
    params
  }
}
    `, {"fragmentName":"UserErrorList"}) as unknown as TypedDocumentString<UserErrorListFragment, unknown>;
export const GroupLineFragmentDoc = new TypedDocumentString(`
    fragment GroupLine on EndpointGroup {
  id
  name
  description
  size
  rule {
    match
    conditions {
      not
      hosts
      ports
      roles
      stacks
      starttls
      tags
      verdicts
    }
  }
}
    `, {"fragmentName":"GroupLine"}) as unknown as TypedDocumentString<GroupLineFragment, unknown>;
export const SignInDomainLineFragmentDoc = new TypedDocumentString(`
    fragment SignInDomainLine on SignInDomain {
  id
  domain
  enforced
  standing
}
    `, {"fragmentName":"SignInDomainLine"}) as unknown as TypedDocumentString<SignInDomainLineFragment, unknown>;
export const ProviderDetailsFragmentDoc = new TypedDocumentString(`
    fragment ProviderDetails on IdentityProvider {
  id
  ref
  name
  kind
  enabled
  issuer
  cloud
  directory
  clientId
  certificates {
    sha256
    expiresAt
  }
  ownsAddresses
  joins
  defaultRole
  lastUsedAt
  callbackUrl
  entityId
  acsUrl
  domains {
    ...SignInDomainLine
  }
}
    fragment SignInDomainLine on SignInDomain {
  id
  domain
  enforced
  standing
}`, {"fragmentName":"ProviderDetails"}) as unknown as TypedDocumentString<ProviderDetailsFragment, unknown>;
export const DelegationLineFragmentDoc = new TypedDocumentString(`
    fragment DelegationLine on Delegation {
  id
  partnerId
  partnerName
  customerId
  customerName
  status
  role
  customRoleName
  days
  extends
  reason
  requestedAt
  decidedAt
  expiresAt
  endedAt
  createdByPartner
  scope {
    ...ScopeParts
  }
}
    fragment ScopeParts on Scope {
  include {
    ...ScopePickParts
  }
  exclude {
    ...ScopePickParts
  }
}
fragment ScopePickParts on ScopePicks {
  groups {
    id
    name
  }
  endpoints {
    id
    address
    label
  }
  unseen
}`, {"fragmentName":"DelegationLine"}) as unknown as TypedDocumentString<DelegationLineFragment, unknown>;
export const TechnicianGroupLineFragmentDoc = new TypedDocumentString(`
    fragment TechnicianGroupLine on TechnicianGroup {
  id
  name
  memberIds
  assignments {
    delegationId
    customerId
    role
    scope {
      ...ScopeParts
    }
  }
}
    fragment ScopeParts on Scope {
  include {
    ...ScopePickParts
  }
  exclude {
    ...ScopePickParts
  }
}
fragment ScopePickParts on ScopePicks {
  groups {
    id
    name
  }
  endpoints {
    id
    address
    label
  }
  unseen
}`, {"fragmentName":"TechnicianGroupLine"}) as unknown as TypedDocumentString<TechnicianGroupLineFragment, unknown>;
export const PeopleMemberFragmentDoc = new TypedDocumentString(`
    fragment PeopleMember on Member {
  id
  name
  email
  role
  isViewer
  expiresAt
  customRole {
    id
    name
  }
  scope {
    ...ScopeParts
  }
}
    fragment ScopeParts on Scope {
  include {
    ...ScopePickParts
  }
  exclude {
    ...ScopePickParts
  }
}
fragment ScopePickParts on ScopePicks {
  groups {
    id
    name
  }
  endpoints {
    id
    address
    label
  }
  unseen
}`, {"fragmentName":"PeopleMember"}) as unknown as TypedDocumentString<PeopleMemberFragment, unknown>;
export const PeopleInvitationFragmentDoc = new TypedDocumentString(`
    fragment PeopleInvitation on Invitation {
  id
  email
  role
  expiresAt
  memberExpiresAt
  customRole {
    id
    name
  }
  scope {
    ...ScopeParts
  }
}
    fragment ScopeParts on Scope {
  include {
    ...ScopePickParts
  }
  exclude {
    ...ScopePickParts
  }
}
fragment ScopePickParts on ScopePicks {
  groups {
    id
    name
  }
  endpoints {
    id
    address
    label
  }
  unseen
}`, {"fragmentName":"PeopleInvitation"}) as unknown as TypedDocumentString<PeopleInvitationFragment, unknown>;
export const PolicyCardFactsFragmentDoc = new TypedDocumentString(`
    fragment PolicyCardFacts on Policy {
  id
  name
  version
  basedOn
  title(locale: $locale)
}
    `, {"fragmentName":"PolicyCardFacts"}) as unknown as TypedDocumentString<PolicyCardFactsFragment, unknown>;
export const PolicyFormFactsFragmentDoc = new TypedDocumentString(`
    fragment PolicyFormFacts on Policy {
  ...PolicyCardFacts
  rules {
    ruleId
    severity
    cost
    cap
    required
    off(locale: $locale)
  }
  parameters
}
    fragment PolicyCardFacts on Policy {
  id
  name
  version
  basedOn
  title(locale: $locale)
}`, {"fragmentName":"PolicyFormFacts"}) as unknown as TypedDocumentString<PolicyFormFactsFragment, unknown>;
export const PortfolioCustomerFragmentDoc = new TypedDocumentString(`
    fragment PortfolioCustomer on Tenant {
  id
  name
  slug
  overview {
    endpoints
    unscanned
    averageScore
    verdicts {
      verdict
      count
    }
    nextDeadline {
      id
      date
      daysLeft
      earliest
    }
  }
}
    `, {"fragmentName":"PortfolioCustomer"}) as unknown as TypedDocumentString<PortfolioCustomerFragment, unknown>;
export const ProtocolRungFragmentDoc = new TypedDocumentString(`
    fragment ProtocolRung on Protocol {
  version
  offered
  reason
  preference
  enumeration
  cipherSuites {
    id
    name
  }
  evidence {
    shape
    answer
    bytes
  }
}
    `, {"fragmentName":"ProtocolRung"}) as unknown as TypedDocumentString<ProtocolRungFragment, unknown>;
export const ServedChainFragmentDoc = new TypedDocumentString(`
    fragment ServedChain on CertificateDeployment {
  serverName
  versions
  nameMatches
  trust {
    state
    anchor
    store
  }
  chain {
    sha256
    subject
    issuer
    notBefore
    notAfter
    dnsNames
    key {
      algorithm
      bits
      curve
    }
    signatureAlgorithm
  }
}
    `, {"fragmentName":"ServedChain"}) as unknown as TypedDocumentString<ServedChainFragment, unknown>;
export const FindingFactsFragmentDoc = new TypedDocumentString(`
    fragment FindingFacts on Finding {
  ruleId
  outcome
  severity
  cost
  title(locale: $locale)
  why(locale: $locale)
  detail(locale: $locale)
  fix(locale: $locale) {
    stack
    text
  }
  sources {
    title
    date
    url
  }
}
    `, {"fragmentName":"FindingFacts"}) as unknown as TypedDocumentString<FindingFactsFragment, unknown>;
export const AddressResultFragmentDoc = new TypedDocumentString(`
    fragment AddressResult on ScanResult {
  id
  address
  status
  reason
  verdict
  score
  policyId
  judgedAt
  judgement {
    letter
  }
  because
  starttlsBanner
  connections
  milliseconds
  protocols {
    ...ProtocolRung
  }
  groups {
    id
    name
    versions
  }
  certificates {
    ...ServedChain
  }
  findings {
    ...FindingFacts
  }
}
    fragment ProtocolRung on Protocol {
  version
  offered
  reason
  preference
  enumeration
  cipherSuites {
    id
    name
  }
  evidence {
    shape
    answer
    bytes
  }
}
fragment ServedChain on CertificateDeployment {
  serverName
  versions
  nameMatches
  trust {
    state
    anchor
    store
  }
  chain {
    sha256
    subject
    issuer
    notBefore
    notAfter
    dnsNames
    key {
      algorithm
      bits
      curve
    }
    signatureAlgorithm
  }
}
fragment FindingFacts on Finding {
  ruleId
  outcome
  severity
  cost
  title(locale: $locale)
  why(locale: $locale)
  detail(locale: $locale)
  fix(locale: $locale) {
    stack
    text
  }
  sources {
    title
    date
    url
  }
}`, {"fragmentName":"AddressResult"}) as unknown as TypedDocumentString<AddressResultFragment, unknown>;
export const CustomRoleLineFragmentDoc = new TypedDocumentString(`
    fragment CustomRoleLine on CustomRole {
  id
  name
  patterns
  permissions
  members
}
    `, {"fragmentName":"CustomRoleLine"}) as unknown as TypedDocumentString<CustomRoleLineFragment, unknown>;
export const ApiKeysDocument = new TypedDocumentString(`
    query ApiKeys($slug: String!) {
  tenant(slug: $slug) {
    id
    apiKeys {
      ...ApiKeyLine
    }
  }
}
    fragment ApiKeyLine on ApiKey {
  id
  name
  prefix
  scopes
  ipRanges
  makerName
  createdAt
  expiresAt
  lastUsedAt
  revokedAt
  scope {
    ...ScopeParts
  }
}
fragment ScopeParts on Scope {
  include {
    ...ScopePickParts
  }
  exclude {
    ...ScopePickParts
  }
}
fragment ScopePickParts on ScopePicks {
  groups {
    id
    name
  }
  endpoints {
    id
    address
    label
  }
  unseen
}`) as unknown as TypedDocumentString<ApiKeysQuery, ApiKeysQueryVariables>;
export const ApiKeyCreateDocument = new TypedDocumentString(`
    mutation ApiKeyCreate($input: ApiKeyCreateInput!) {
  apiKeyCreate(input: $input) {
    __typename
    ... on ApiKeyCreatePayload {
      secret
      apiKey {
        id
        name
      }
    }
    ...UserErrorList
  }
}
    fragment UserErrorList on UserErrors {
  errors {
    code
    message
    path
    params
  }
}`) as unknown as TypedDocumentString<ApiKeyCreateMutation, ApiKeyCreateMutationVariables>;
export const ApiKeyRotateDocument = new TypedDocumentString(`
    mutation ApiKeyRotate($input: ApiKeyRotateInput!) {
  apiKeyRotate(input: $input) {
    __typename
    ... on ApiKeyRotatePayload {
      secret
      apiKey {
        id
        name
      }
    }
    ...UserErrorList
  }
}
    fragment UserErrorList on UserErrors {
  errors {
    code
    message
    path
    params
  }
}`) as unknown as TypedDocumentString<ApiKeyRotateMutation, ApiKeyRotateMutationVariables>;
export const ApiKeyRevokeDocument = new TypedDocumentString(`
    mutation ApiKeyRevoke($input: ApiKeyRevokeInput!) {
  apiKeyRevoke(input: $input) {
    __typename
    ...UserErrorList
  }
}
    fragment UserErrorList on UserErrors {
  errors {
    code
    message
    path
    params
  }
}`) as unknown as TypedDocumentString<ApiKeyRevokeMutation, ApiKeyRevokeMutationVariables>;
export const PermissionTableDocument = new TypedDocumentString(`
    query PermissionTable {
  roles {
    role
    permissions
  }
}
    `) as unknown as TypedDocumentString<PermissionTableQuery, PermissionTableQueryVariables>;
export const KeyTechniciansDocument = new TypedDocumentString(`
    query KeyTechnicians($slug: String!) {
  tenant(slug: $slug) {
    id
    technicianGroups {
      id
      name
    }
  }
}
    `) as unknown as TypedDocumentString<KeyTechniciansQuery, KeyTechniciansQueryVariables>;
export const AuditLogDocument = new TypedDocumentString(`
    query AuditLog($slug: String!, $first: Int, $after: String, $last: Int, $before: String, $search: String, $action: String, $looks: Boolean, $partnerId: ID, $from: DateTime, $to: DateTime) {
  tenant(slug: $slug) {
    id
    auditEntries(
      first: $first
      after: $after
      last: $last
      before: $before
      search: $search
      action: $action
      looks: $looks
      partnerId: $partnerId
      from: $from
      to: $to
    ) {
      totalCount
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
      edges {
        node {
          ...AuditLine
        }
      }
    }
  }
}
    fragment AuditLine on AuditEntry {
  number
  at
  actorKind
  actorName
  partnerId
  partnerName
  action
  subjectKind
  subjectId
  before
  after
  address
  requestId
  hash
}`) as unknown as TypedDocumentString<AuditLogQuery, AuditLogQueryVariables>;
export const AuditProofDocument = new TypedDocumentString(`
    query AuditProof($slug: String!) {
  tenant(slug: $slug) {
    id
    auditProof {
      entries
      brokenAt
      lastHash
    }
  }
}
    `) as unknown as TypedDocumentString<AuditProofQuery, AuditProofQueryVariables>;
export const AuditPartnersDocument = new TypedDocumentString(`
    query AuditPartners($slug: String!) {
  tenant(slug: $slug) {
    id
    partners {
      id
      partnerId
      partnerName
    }
  }
}
    `) as unknown as TypedDocumentString<AuditPartnersQuery, AuditPartnersQueryVariables>;
export const DeadlineHistoryDocument = new TypedDocumentString(`
    query DeadlineHistory($locale: Locale!) {
  viewer {
    id
    isOperator
  }
  deadlines {
    ...DeadlineFacts
    supersededBy
  }
}
    fragment DeadlineFacts on Deadline {
  id
  service
  clouds
  channel
  protocols
  effect
  date
  until
  announcedOn
  source
  sureness
  note(locale: $locale)
  daysLeft
  earliest
}`) as unknown as TypedDocumentString<DeadlineHistoryQuery, DeadlineHistoryQueryVariables>;
export const DeadlineAddDocument = new TypedDocumentString(`
    mutation DeadlineAdd($input: DeadlineAddInput!) {
  deadlineAdd(input: $input) {
    __typename
    ... on DeadlineAddPayload {
      deadline {
        id
      }
    }
    ... on UserErrors {
      ...UserErrorList
    }
  }
}
    fragment UserErrorList on UserErrors {
  errors {
    code
    message
    path
    params
  }
}`) as unknown as TypedDocumentString<DeadlineAddMutation, DeadlineAddMutationVariables>;
export const DeadlineMoveDocument = new TypedDocumentString(`
    mutation DeadlineMove($input: DeadlineMoveInput!) {
  deadlineMove(input: $input) {
    __typename
    ... on DeadlineMovePayload {
      deadline {
        id
      }
    }
    ... on UserErrors {
      ...UserErrorList
    }
  }
}
    fragment UserErrorList on UserErrors {
  errors {
    code
    message
    path
    params
  }
}`) as unknown as TypedDocumentString<DeadlineMoveMutation, DeadlineMoveMutationVariables>;
export const DeadlineWithdrawDocument = new TypedDocumentString(`
    mutation DeadlineWithdraw($input: DeadlineWithdrawInput!) {
  deadlineWithdraw(input: $input) {
    __typename
    ... on DeadlineWithdrawPayload {
      id
    }
    ... on UserErrors {
      ...UserErrorList
    }
  }
}
    fragment UserErrorList on UserErrors {
  errors {
    code
    message
    path
    params
  }
}`) as unknown as TypedDocumentString<DeadlineWithdrawMutation, DeadlineWithdrawMutationVariables>;
export const DeadlineChangesDocument = new TypedDocumentString(`
    query DeadlineChanges {
  deadlineChanges {
    kind
    at
    by
    reason
    dateBefore
    deadline {
      id
      service
      date
    }
  }
}
    `) as unknown as TypedDocumentString<DeadlineChangesQuery, DeadlineChangesQueryVariables>;
export const DomainsDocument = new TypedDocumentString(`
    query Domains($slug: String!) {
  tenant(slug: $slug) {
    id
    viewerPermissions
    domainProofs {
      ...DomainLine
    }
  }
}
    fragment DomainLine on DomainProof {
  id
  domain
  method
  state
  recordName
  fileUrl
  value
  checkedAt
  failure
}`) as unknown as TypedDocumentString<DomainsQuery, DomainsQueryVariables>;
export const DomainProofCreateDocument = new TypedDocumentString(`
    mutation DomainProofCreate($input: DomainProofCreateInput!) {
  domainProofCreate(input: $input) {
    __typename
    ... on DomainProofCreatePayload {
      domainProof {
        ...DomainLine
      }
    }
    ...UserErrorList
  }
}
    fragment DomainLine on DomainProof {
  id
  domain
  method
  state
  recordName
  fileUrl
  value
  checkedAt
  failure
}
fragment UserErrorList on UserErrors {
  errors {
    code
    message
    path
    params
  }
}`) as unknown as TypedDocumentString<DomainProofCreateMutation, DomainProofCreateMutationVariables>;
export const DomainProofVerifyDocument = new TypedDocumentString(`
    mutation DomainProofVerify($input: DomainProofVerifyInput!) {
  domainProofVerify(input: $input) {
    __typename
    ... on DomainProofVerifyPayload {
      domainProof {
        ...DomainLine
      }
    }
    ...UserErrorList
  }
}
    fragment DomainLine on DomainProof {
  id
  domain
  method
  state
  recordName
  fileUrl
  value
  checkedAt
  failure
}
fragment UserErrorList on UserErrors {
  errors {
    code
    message
    path
    params
  }
}`) as unknown as TypedDocumentString<DomainProofVerifyMutation, DomainProofVerifyMutationVariables>;
export const DomainProofDeleteDocument = new TypedDocumentString(`
    mutation DomainProofDelete($input: DomainProofDeleteInput!) {
  domainProofDelete(input: $input) {
    __typename
    ... on DomainProofDeletePayload {
      id
    }
    ...UserErrorList
  }
}
    fragment UserErrorList on UserErrors {
  errors {
    code
    message
    path
    params
  }
}`) as unknown as TypedDocumentString<DomainProofDeleteMutation, DomainProofDeleteMutationVariables>;
export const ActiveChecksDocument = new TypedDocumentString(`
    query ActiveChecks($id: ID!) {
  node(id: $id) {
    __typename
    ... on Endpoint {
      id
      activeChecks {
        wanted
        allowed
        reason
        domain
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ActiveChecksQuery, ActiveChecksQueryVariables>;
export const ActiveChecksSetDocument = new TypedDocumentString(`
    mutation ActiveChecksSet($input: EndpointUpdateInput!) {
  endpointUpdate(input: $input) {
    __typename
    ... on EndpointUpdatePayload {
      endpoint {
        id
      }
    }
    ...UserErrorList
  }
}
    fragment UserErrorList on UserErrors {
  errors {
    code
    message
    path
    params
  }
}`) as unknown as TypedDocumentString<ActiveChecksSetMutation, ActiveChecksSetMutationVariables>;
export const EndpointFormTenantDocument = new TypedDocumentString(`
    query EndpointFormTenant($slug: String!) {
  tenant(slug: $slug) {
    id
    viewerPermissions
  }
}
    `) as unknown as TypedDocumentString<EndpointFormTenantQuery, EndpointFormTenantQueryVariables>;
export const EndpointCreateDocument = new TypedDocumentString(`
    mutation EndpointCreate($input: EndpointCreateInput!) {
  endpointCreate(input: $input) {
    __typename
    ... on EndpointCreatePayload {
      endpoint {
        id
        address
      }
    }
    ... on UserErrors {
      ...UserErrorList
    }
  }
}
    fragment UserErrorList on UserErrors {
  errors {
    code
    message
    path
    params
  }
}`) as unknown as TypedDocumentString<EndpointCreateMutation, EndpointCreateMutationVariables>;
export const EndpointDeleteDocument = new TypedDocumentString(`
    mutation EndpointDelete($input: EndpointDeleteInput!) {
  endpointDelete(input: $input) {
    __typename
    ... on EndpointDeletePayload {
      endpoint {
        id
        address
      }
    }
    ... on UserErrors {
      ...UserErrorList
    }
  }
}
    fragment UserErrorList on UserErrors {
  errors {
    code
    message
    path
    params
  }
}`) as unknown as TypedDocumentString<EndpointDeleteMutation, EndpointDeleteMutationVariables>;
export const EndpointRestoreDocument = new TypedDocumentString(`
    mutation EndpointRestore($input: EndpointRestoreInput!) {
  endpointRestore(input: $input) {
    __typename
    ... on EndpointRestorePayload {
      endpoint {
        id
        address
      }
    }
    ... on UserErrors {
      ...UserErrorList
    }
  }
}
    fragment UserErrorList on UserErrors {
  errors {
    code
    message
    path
    params
  }
}`) as unknown as TypedDocumentString<EndpointRestoreMutation, EndpointRestoreMutationVariables>;
export const EndpointUpdateDocument = new TypedDocumentString(`
    mutation EndpointUpdate($input: EndpointUpdateInput!) {
  endpointUpdate(input: $input) {
    __typename
    ... on EndpointUpdatePayload {
      endpoint {
        id
        address
      }
    }
    ... on UserErrors {
      ...UserErrorList
    }
  }
}
    fragment UserErrorList on UserErrors {
  errors {
    code
    message
    path
    params
  }
}`) as unknown as TypedDocumentString<EndpointUpdateMutation, EndpointUpdateMutationVariables>;
export const EndpointListDocument = new TypedDocumentString(`
    query EndpointList($slug: String!, $first: Int, $after: String, $last: Int, $before: String, $search: String, $verdicts: [Verdict!], $groupId: ID, $tags: [String!], $sort: EndpointSort, $sortDirection: SortDirection) {
  tenant(slug: $slug) {
    id
    viewerPermissions
    endpoints(
      first: $first
      after: $after
      last: $last
      before: $before
      search: $search
      verdicts: $verdicts
      groupId: $groupId
      tags: $tags
      sort: $sort
      sortDirection: $sortDirection
    ) {
      totalCount
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
      edges {
        cursor
        node {
          ...EndpointRow
        }
      }
    }
    practiceLab {
      available
      added
    }
  }
}
    fragment EndpointRow on Endpoint {
  id
  address
  serverName
  starttls
  role
  label
  tags
  origin
  verdict
  score
  activeScan {
    ...ScanActivity
  }
  lastScan {
    ...ScanActivity
  }
}
fragment ScanActivity on Scan {
  id
  status
  stage
  progress
  requestedAt
  startedAt
  finishedAt
  errorCode
  verdict
  score
}`) as unknown as TypedDocumentString<EndpointListQuery, EndpointListQueryVariables>;
export const ResultFactsDocument = new TypedDocumentString(`
    query ResultFacts($id: ID!) {
  node(id: $id) {
    __typename
    ... on ScanResult {
      id
      facts
    }
  }
}
    `) as unknown as TypedDocumentString<ResultFactsQuery, ResultFactsQueryVariables>;
export const GroupsDocument = new TypedDocumentString(`
    query Groups($slug: String!) {
  tenant(slug: $slug) {
    id
    viewerPermissions
    endpointGroups {
      ...GroupLine
    }
    tags {
      tag
      count
    }
  }
}
    fragment GroupLine on EndpointGroup {
  id
  name
  description
  size
  rule {
    match
    conditions {
      not
      hosts
      ports
      roles
      stacks
      starttls
      tags
      verdicts
    }
  }
}`) as unknown as TypedDocumentString<GroupsQuery, GroupsQueryVariables>;
export const GroupNamesDocument = new TypedDocumentString(`
    query GroupNames($slug: String!) {
  tenant(slug: $slug) {
    id
    viewerPermissions
    endpointGroups {
      id
      name
      rule {
        match
      }
    }
    tags {
      tag
      count
    }
  }
}
    `) as unknown as TypedDocumentString<GroupNamesQuery, GroupNamesQueryVariables>;
export const GroupPreviewDocument = new TypedDocumentString(`
    query GroupPreview($slug: String!, $rule: EndpointRuleInput!) {
  tenant(slug: $slug) {
    id
    endpointGroupPreview(rule: $rule) {
      size
      endpoints {
        id
        address
        label
      }
    }
  }
}
    `) as unknown as TypedDocumentString<GroupPreviewQuery, GroupPreviewQueryVariables>;
export const EndpointGroupSaveDocument = new TypedDocumentString(`
    mutation EndpointGroupSave($input: EndpointGroupSaveInput!) {
  endpointGroupSave(input: $input) {
    __typename
    ... on EndpointGroupSavePayload {
      group {
        id
        name
        size
      }
    }
    ...UserErrorList
  }
}
    fragment UserErrorList on UserErrors {
  errors {
    code
    message
    path
    params
  }
}`) as unknown as TypedDocumentString<EndpointGroupSaveMutation, EndpointGroupSaveMutationVariables>;
export const EndpointGroupFillDocument = new TypedDocumentString(`
    mutation EndpointGroupFill($input: EndpointGroupFillInput!) {
  endpointGroupFill(input: $input) {
    __typename
    ... on EndpointGroupFillPayload {
      group {
        id
        name
        size
      }
    }
    ...UserErrorList
  }
}
    fragment UserErrorList on UserErrors {
  errors {
    code
    message
    path
    params
  }
}`) as unknown as TypedDocumentString<EndpointGroupFillMutation, EndpointGroupFillMutationVariables>;
export const EndpointGroupDeleteDocument = new TypedDocumentString(`
    mutation EndpointGroupDelete($input: EndpointGroupDeleteInput!) {
  endpointGroupDelete(input: $input) {
    __typename
    ...UserErrorList
  }
}
    fragment UserErrorList on UserErrors {
  errors {
    code
    message
    path
    params
  }
}`) as unknown as TypedDocumentString<EndpointGroupDeleteMutation, EndpointGroupDeleteMutationVariables>;
export const EndpointTagDocument = new TypedDocumentString(`
    mutation EndpointTag($input: EndpointTagInput!) {
  endpointTag(input: $input) {
    __typename
    ... on EndpointTagPayload {
      endpoints {
        id
      }
    }
    ...UserErrorList
  }
}
    fragment UserErrorList on UserErrors {
  errors {
    code
    message
    path
    params
  }
}`) as unknown as TypedDocumentString<EndpointTagMutation, EndpointTagMutationVariables>;
export const IdentityProvidersDocument = new TypedDocumentString(`
    query IdentityProviders($slug: String!) {
  tenant(slug: $slug) {
    id
    identityProviders {
      ...ProviderDetails
    }
  }
}
    fragment SignInDomainLine on SignInDomain {
  id
  domain
  enforced
  standing
}
fragment ProviderDetails on IdentityProvider {
  id
  ref
  name
  kind
  enabled
  issuer
  cloud
  directory
  clientId
  certificates {
    sha256
    expiresAt
  }
  ownsAddresses
  joins
  defaultRole
  lastUsedAt
  callbackUrl
  entityId
  acsUrl
  domains {
    ...SignInDomainLine
  }
}`) as unknown as TypedDocumentString<IdentityProvidersQuery, IdentityProvidersQueryVariables>;
export const IdentityProviderSaveDocument = new TypedDocumentString(`
    mutation IdentityProviderSave($input: IdentityProviderSaveInput!) {
  identityProviderSave(input: $input) {
    __typename
    ... on IdentityProviderSavePayload {
      identityProvider {
        id
        name
        enabled
      }
    }
    ...UserErrorList
  }
}
    fragment UserErrorList on UserErrors {
  errors {
    code
    message
    path
    params
  }
}`) as unknown as TypedDocumentString<IdentityProviderSaveMutation, IdentityProviderSaveMutationVariables>;
export const IdentityProviderDeleteDocument = new TypedDocumentString(`
    mutation IdentityProviderDelete($input: IdentityProviderDeleteInput!) {
  identityProviderDelete(input: $input) {
    __typename
    ... on IdentityProviderDeletePayload {
      id
    }
    ...UserErrorList
  }
}
    fragment UserErrorList on UserErrors {
  errors {
    code
    message
    path
    params
  }
}`) as unknown as TypedDocumentString<IdentityProviderDeleteMutation, IdentityProviderDeleteMutationVariables>;
export const IdentityProviderTestDocument = new TypedDocumentString(`
    mutation IdentityProviderTest($input: IdentityProviderTestInput!) {
  identityProviderTest(input: $input) {
    __typename
    ... on IdentityProviderTestPayload {
      problem
      detail
    }
    ...UserErrorList
  }
}
    fragment UserErrorList on UserErrors {
  errors {
    code
    message
    path
    params
  }
}`) as unknown as TypedDocumentString<IdentityProviderTestMutation, IdentityProviderTestMutationVariables>;
export const SignInDomainAddDocument = new TypedDocumentString(`
    mutation SignInDomainAdd($input: SignInDomainAddInput!) {
  signInDomainAdd(input: $input) {
    __typename
    ... on SignInDomainAddPayload {
      signInDomain {
        id
        domain
      }
    }
    ...UserErrorList
  }
}
    fragment UserErrorList on UserErrors {
  errors {
    code
    message
    path
    params
  }
}`) as unknown as TypedDocumentString<SignInDomainAddMutation, SignInDomainAddMutationVariables>;
export const SignInDomainUpdateDocument = new TypedDocumentString(`
    mutation SignInDomainUpdate($input: SignInDomainUpdateInput!) {
  signInDomainUpdate(input: $input) {
    __typename
    ... on SignInDomainUpdatePayload {
      signInDomain {
        id
        domain
        enforced
      }
    }
    ...UserErrorList
  }
}
    fragment UserErrorList on UserErrors {
  errors {
    code
    message
    path
    params
  }
}`) as unknown as TypedDocumentString<SignInDomainUpdateMutation, SignInDomainUpdateMutationVariables>;
export const SignInDomainRemoveDocument = new TypedDocumentString(`
    mutation SignInDomainRemove($input: SignInDomainRemoveInput!) {
  signInDomainRemove(input: $input) {
    __typename
    ... on SignInDomainRemovePayload {
      id
    }
    ...UserErrorList
  }
}
    fragment UserErrorList on UserErrors {
  errors {
    code
    message
    path
    params
  }
}`) as unknown as TypedDocumentString<SignInDomainRemoveMutation, SignInDomainRemoveMutationVariables>;
export const OverviewDocument = new TypedDocumentString(`
    query Overview($slug: String!, $locale: Locale!) {
  tenant(slug: $slug) {
    id
    name
    viewerPermissions
    overview {
      endpoints
      unscanned
      scansRunning
      averageScore
      verdicts {
        verdict
        count
      }
      legacyProtocols {
        version
        count
      }
      nextDeadline {
        ...DeadlineFacts
      }
    }
    practiceLab {
      available
      added
    }
    attention: endpoints(
      first: 5
      verdicts: [NOT_READY, AT_RISK]
      sort: SCORE
      sortDirection: ASC
    ) {
      totalCount
      edges {
        node {
          ...EndpointRow
        }
      }
    }
    recent: endpoints(first: 6, sort: LAST_SCAN, sortDirection: DESC) {
      edges {
        node {
          ...EndpointRow
        }
      }
    }
  }
}
    fragment DeadlineFacts on Deadline {
  id
  service
  clouds
  channel
  protocols
  effect
  date
  until
  announcedOn
  source
  sureness
  note(locale: $locale)
  daysLeft
  earliest
}
fragment EndpointRow on Endpoint {
  id
  address
  serverName
  starttls
  role
  label
  tags
  origin
  verdict
  score
  activeScan {
    ...ScanActivity
  }
  lastScan {
    ...ScanActivity
  }
}
fragment ScanActivity on Scan {
  id
  status
  stage
  progress
  requestedAt
  startedAt
  finishedAt
  errorCode
  verdict
  score
}`) as unknown as TypedDocumentString<OverviewQuery, OverviewQueryVariables>;
export const PartnersDocument = new TypedDocumentString(`
    query Partners($slug: String!) {
  tenant(slug: $slug) {
    id
    viewerPermissions
    partners {
      ...DelegationLine
    }
  }
}
    fragment DelegationLine on Delegation {
  id
  partnerId
  partnerName
  customerId
  customerName
  status
  role
  customRoleName
  days
  extends
  reason
  requestedAt
  decidedAt
  expiresAt
  endedAt
  createdByPartner
  scope {
    ...ScopeParts
  }
}
fragment ScopeParts on Scope {
  include {
    ...ScopePickParts
  }
  exclude {
    ...ScopePickParts
  }
}
fragment ScopePickParts on ScopePicks {
  groups {
    id
    name
  }
  endpoints {
    id
    address
    label
  }
  unseen
}`) as unknown as TypedDocumentString<PartnersQuery, PartnersQueryVariables>;
export const PartnerAccessDocument = new TypedDocumentString(`
    query PartnerAccess($slug: String!) {
  tenant(slug: $slug) {
    id
    viewerPermissions
    customers {
      ...DelegationLine
    }
    technicianGroups {
      ...TechnicianGroupLine
    }
    members {
      id
      name
      email
    }
  }
}
    fragment DelegationLine on Delegation {
  id
  partnerId
  partnerName
  customerId
  customerName
  status
  role
  customRoleName
  days
  extends
  reason
  requestedAt
  decidedAt
  expiresAt
  endedAt
  createdByPartner
  scope {
    ...ScopeParts
  }
}
fragment TechnicianGroupLine on TechnicianGroup {
  id
  name
  memberIds
  assignments {
    delegationId
    customerId
    role
    scope {
      ...ScopeParts
    }
  }
}
fragment ScopeParts on Scope {
  include {
    ...ScopePickParts
  }
  exclude {
    ...ScopePickParts
  }
}
fragment ScopePickParts on ScopePicks {
  groups {
    id
    name
  }
  endpoints {
    id
    address
    label
  }
  unseen
}`) as unknown as TypedDocumentString<PartnerAccessQuery, PartnerAccessQueryVariables>;
export const PartnerRolesDocument = new TypedDocumentString(`
    query PartnerRoles($slug: String!) {
  tenant(slug: $slug) {
    id
    customRoles {
      id
      name
    }
  }
}
    `) as unknown as TypedDocumentString<PartnerRolesQuery, PartnerRolesQueryVariables>;
export const DelegationRequestDocument = new TypedDocumentString(`
    mutation DelegationRequest($input: DelegationRequestInput!) {
  delegationRequest(input: $input) {
    __typename
    ... on DelegationRequestPayload {
      delegation {
        id
        customerName
      }
    }
    ...UserErrorList
  }
}
    fragment UserErrorList on UserErrors {
  errors {
    code
    message
    path
    params
  }
}`) as unknown as TypedDocumentString<DelegationRequestMutation, DelegationRequestMutationVariables>;
export const DelegationApproveDocument = new TypedDocumentString(`
    mutation DelegationApprove($input: DelegationApproveInput!) {
  delegationApprove(input: $input) {
    __typename
    ...UserErrorList
  }
}
    fragment UserErrorList on UserErrors {
  errors {
    code
    message
    path
    params
  }
}`) as unknown as TypedDocumentString<DelegationApproveMutation, DelegationApproveMutationVariables>;
export const DelegationNarrowDocument = new TypedDocumentString(`
    mutation DelegationNarrow($input: DelegationNarrowInput!) {
  delegationNarrow(input: $input) {
    __typename
    ...UserErrorList
  }
}
    fragment UserErrorList on UserErrors {
  errors {
    code
    message
    path
    params
  }
}`) as unknown as TypedDocumentString<DelegationNarrowMutation, DelegationNarrowMutationVariables>;
export const DelegationRefuseDocument = new TypedDocumentString(`
    mutation DelegationRefuse($input: DelegationRefuseInput!) {
  delegationRefuse(input: $input) {
    __typename
    ...UserErrorList
  }
}
    fragment UserErrorList on UserErrors {
  errors {
    code
    message
    path
    params
  }
}`) as unknown as TypedDocumentString<DelegationRefuseMutation, DelegationRefuseMutationVariables>;
export const DelegationEndDocument = new TypedDocumentString(`
    mutation DelegationEnd($input: DelegationEndInput!) {
  delegationEnd(input: $input) {
    __typename
    ...UserErrorList
  }
}
    fragment UserErrorList on UserErrors {
  errors {
    code
    message
    path
    params
  }
}`) as unknown as TypedDocumentString<DelegationEndMutation, DelegationEndMutationVariables>;
export const CustomerCreateDocument = new TypedDocumentString(`
    mutation CustomerCreate($input: CustomerCreateInput!) {
  customerCreate(input: $input) {
    __typename
    ... on CustomerCreatePayload {
      delegation {
        id
        customerName
      }
    }
    ...UserErrorList
  }
}
    fragment UserErrorList on UserErrors {
  errors {
    code
    message
    path
    params
  }
}`) as unknown as TypedDocumentString<CustomerCreateMutation, CustomerCreateMutationVariables>;
export const CustomerHandOverDocument = new TypedDocumentString(`
    mutation CustomerHandOver($input: CustomerHandOverInput!) {
  customerHandOver(input: $input) {
    __typename
    ... on CustomerHandOverPayload {
      link
      expiresAt
    }
    ...UserErrorList
  }
}
    fragment UserErrorList on UserErrors {
  errors {
    code
    message
    path
    params
  }
}`) as unknown as TypedDocumentString<CustomerHandOverMutation, CustomerHandOverMutationVariables>;
export const CustomerDiscardDocument = new TypedDocumentString(`
    mutation CustomerDiscard($input: CustomerDiscardInput!) {
  customerDiscard(input: $input) {
    __typename
    ...UserErrorList
  }
}
    fragment UserErrorList on UserErrors {
  errors {
    code
    message
    path
    params
  }
}`) as unknown as TypedDocumentString<CustomerDiscardMutation, CustomerDiscardMutationVariables>;
export const TechnicianGroupSaveDocument = new TypedDocumentString(`
    mutation TechnicianGroupSave($input: TechnicianGroupSaveInput!) {
  technicianGroupSave(input: $input) {
    __typename
    ... on TechnicianGroupSavePayload {
      group {
        id
        name
      }
    }
    ...UserErrorList
  }
}
    fragment UserErrorList on UserErrors {
  errors {
    code
    message
    path
    params
  }
}`) as unknown as TypedDocumentString<TechnicianGroupSaveMutation, TechnicianGroupSaveMutationVariables>;
export const TechnicianGroupDeleteDocument = new TypedDocumentString(`
    mutation TechnicianGroupDelete($input: TechnicianGroupDeleteInput!) {
  technicianGroupDelete(input: $input) {
    __typename
    ...UserErrorList
  }
}
    fragment UserErrorList on UserErrors {
  errors {
    code
    message
    path
    params
  }
}`) as unknown as TypedDocumentString<TechnicianGroupDeleteMutation, TechnicianGroupDeleteMutationVariables>;
export const TechnicianGroupAssignDocument = new TypedDocumentString(`
    mutation TechnicianGroupAssign($input: TechnicianGroupAssignInput!) {
  technicianGroupAssign(input: $input) {
    __typename
    ...UserErrorList
  }
}
    fragment UserErrorList on UserErrors {
  errors {
    code
    message
    path
    params
  }
}`) as unknown as TypedDocumentString<TechnicianGroupAssignMutation, TechnicianGroupAssignMutationVariables>;
export const CustomerSlugDocument = new TypedDocumentString(`
    query CustomerSlug($id: ID!) {
  node(id: $id) {
    __typename
    ... on Tenant {
      id
      slug
    }
  }
}
    `) as unknown as TypedDocumentString<CustomerSlugQuery, CustomerSlugQueryVariables>;
export const PeopleTenantDocument = new TypedDocumentString(`
    query PeopleTenant($slug: String!) {
  tenant(slug: $slug) {
    id
    viewerRole
    viewerPermissions
  }
  roles {
    role
    permissions
  }
}
    `) as unknown as TypedDocumentString<PeopleTenantQuery, PeopleTenantQueryVariables>;
export const PeopleDocument = new TypedDocumentString(`
    query People($slug: String!) {
  tenant(slug: $slug) {
    id
    members {
      ...PeopleMember
    }
    invitations {
      ...PeopleInvitation
    }
    customRoles {
      id
      name
    }
  }
}
    fragment PeopleMember on Member {
  id
  name
  email
  role
  isViewer
  expiresAt
  customRole {
    id
    name
  }
  scope {
    ...ScopeParts
  }
}
fragment PeopleInvitation on Invitation {
  id
  email
  role
  expiresAt
  memberExpiresAt
  customRole {
    id
    name
  }
  scope {
    ...ScopeParts
  }
}
fragment ScopeParts on Scope {
  include {
    ...ScopePickParts
  }
  exclude {
    ...ScopePickParts
  }
}
fragment ScopePickParts on ScopePicks {
  groups {
    id
    name
  }
  endpoints {
    id
    address
    label
  }
  unseen
}`) as unknown as TypedDocumentString<PeopleQuery, PeopleQueryVariables>;
export const MemberInviteDocument = new TypedDocumentString(`
    mutation MemberInvite($input: MemberInviteInput!) {
  memberInvite(input: $input) {
    __typename
    ... on MemberInvitePayload {
      link
      invitation {
        id
        email
      }
    }
    ...UserErrorList
  }
}
    fragment UserErrorList on UserErrors {
  errors {
    code
    message
    path
    params
  }
}`) as unknown as TypedDocumentString<MemberInviteMutation, MemberInviteMutationVariables>;
export const MemberUpdateDocument = new TypedDocumentString(`
    mutation MemberUpdate($input: MemberUpdateInput!) {
  memberUpdate(input: $input) {
    __typename
    ...UserErrorList
  }
}
    fragment UserErrorList on UserErrors {
  errors {
    code
    message
    path
    params
  }
}`) as unknown as TypedDocumentString<MemberUpdateMutation, MemberUpdateMutationVariables>;
export const MemberRemoveDocument = new TypedDocumentString(`
    mutation MemberRemove($input: MemberRemoveInput!) {
  memberRemove(input: $input) {
    __typename
    ...UserErrorList
  }
}
    fragment UserErrorList on UserErrors {
  errors {
    code
    message
    path
    params
  }
}`) as unknown as TypedDocumentString<MemberRemoveMutation, MemberRemoveMutationVariables>;
export const InvitationRevokeDocument = new TypedDocumentString(`
    mutation InvitationRevoke($input: InvitationRevokeInput!) {
  invitationRevoke(input: $input) {
    __typename
    ...UserErrorList
  }
}
    fragment UserErrorList on UserErrors {
  errors {
    code
    message
    path
    params
  }
}`) as unknown as TypedDocumentString<InvitationRevokeMutation, InvitationRevokeMutationVariables>;
export const InvitationAcceptDocument = new TypedDocumentString(`
    mutation InvitationAccept($input: InvitationAcceptInput!) {
  invitationAccept(input: $input) {
    __typename
    ... on InvitationAcceptPayload {
      tenant {
        id
        slug
      }
    }
    ...UserErrorList
  }
}
    fragment UserErrorList on UserErrors {
  errors {
    code
    message
    path
    params
  }
}`) as unknown as TypedDocumentString<InvitationAcceptMutation, InvitationAcceptMutationVariables>;
export const OpenInvitationDocument = new TypedDocumentString(`
    query OpenInvitation($token: String!) {
  invitation(token: $token) {
    tenantName
    inviterName
    email
    role
    customRoleName
    hasAccount
    memberExpiresAt
  }
}
    `) as unknown as TypedDocumentString<OpenInvitationQuery, OpenInvitationQueryVariables>;
export const TenantPoliciesDocument = new TypedDocumentString(`
    query TenantPolicies($slug: String!, $locale: Locale!) {
  tenant(slug: $slug) {
    id
    viewerPermissions
    policy {
      ...PolicyCardFacts
    }
    ownPolicies {
      ...PolicyCardFacts
    }
  }
  policies {
    ...PolicyCardFacts
  }
}
    fragment PolicyCardFacts on Policy {
  id
  name
  version
  basedOn
  title(locale: $locale)
}`) as unknown as TypedDocumentString<TenantPoliciesQuery, TenantPoliciesQueryVariables>;
export const PolicyFormDocument = new TypedDocumentString(`
    query PolicyForm($slug: String!, $locale: Locale!) {
  tenant(slug: $slug) {
    id
    viewerPermissions
    ownPolicies {
      ...PolicyFormFacts
    }
  }
  policies {
    ...PolicyFormFacts
  }
}
    fragment PolicyCardFacts on Policy {
  id
  name
  version
  basedOn
  title(locale: $locale)
}
fragment PolicyFormFacts on Policy {
  ...PolicyCardFacts
  rules {
    ruleId
    severity
    cost
    cap
    required
    off(locale: $locale)
  }
  parameters
}`) as unknown as TypedDocumentString<PolicyFormQuery, PolicyFormQueryVariables>;
export const PolicyPreviewDocument = new TypedDocumentString(`
    query PolicyPreview($slug: String!, $policyId: ID!, $changes: JSON) {
  tenant(slug: $slug) {
    id
    policyPreview(policyId: $policyId, changes: $changes) {
      endpoints
      complete
      changed
      scoreNow
      scoreThen
      moves {
        from
        to
        count
      }
      problems {
        code
        path
        message
      }
    }
  }
}
    `) as unknown as TypedDocumentString<PolicyPreviewQuery, PolicyPreviewQueryVariables>;
export const PolicyPreviewChangesDocument = new TypedDocumentString(`
    query PolicyPreviewChanges($slug: String!, $policyId: ID!, $changes: JSON, $first: Int!, $offset: Int!) {
  tenant(slug: $slug) {
    id
    policyPreview(policyId: $policyId, changes: $changes) {
      changed
      changes(first: $first, offset: $offset) {
        endpoint {
          id
          address
          label
        }
        verdictNow
        verdictThen
        scoreNow
        scoreThen
      }
    }
  }
}
    `) as unknown as TypedDocumentString<PolicyPreviewChangesQuery, PolicyPreviewChangesQueryVariables>;
export const PolicyChooseDocument = new TypedDocumentString(`
    mutation PolicyChoose($input: PolicyChooseInput!) {
  policyChoose(input: $input) {
    __typename
    ... on PolicyChoosePayload {
      tenant {
        id
      }
    }
    ... on UserErrors {
      ...UserErrorList
    }
  }
}
    fragment UserErrorList on UserErrors {
  errors {
    code
    message
    path
    params
  }
}`) as unknown as TypedDocumentString<PolicyChooseMutation, PolicyChooseMutationVariables>;
export const PolicyCreateDocument = new TypedDocumentString(`
    mutation PolicyCreate($input: PolicyCreateInput!) {
  policyCreate(input: $input) {
    __typename
    ... on PolicyCreatePayload {
      policy {
        id
      }
    }
    ... on UserErrors {
      ...UserErrorList
    }
  }
}
    fragment UserErrorList on UserErrors {
  errors {
    code
    message
    path
    params
  }
}`) as unknown as TypedDocumentString<PolicyCreateMutation, PolicyCreateMutationVariables>;
export const HistoryRegradeDocument = new TypedDocumentString(`
    query HistoryRegrade($slug: String!) {
  tenant(slug: $slug) {
    id
    historyRegrade {
      policyId
      total
      done
      changed
      startedAt
      finishedAt
    }
  }
}
    `) as unknown as TypedDocumentString<HistoryRegradeQuery, HistoryRegradeQueryVariables>;
export const PortfolioDocument = new TypedDocumentString(`
    query Portfolio($slug: String!) {
  tenant(slug: $slug) {
    id
    viewerPermissions
    portfolio {
      endpointCount
      unscanned
      averageScore
      verdicts {
        verdict
        count
      }
      deadlines {
        customers
        endpoints
        deadline {
          id
          date
          daysLeft
          earliest
          service
        }
      }
      customers(first: 100) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          node {
            ...PortfolioCustomer
          }
        }
      }
    }
  }
}
    fragment PortfolioCustomer on Tenant {
  id
  name
  slug
  overview {
    endpoints
    unscanned
    averageScore
    verdicts {
      verdict
      count
    }
    nextDeadline {
      id
      date
      daysLeft
      earliest
    }
  }
}`) as unknown as TypedDocumentString<PortfolioQuery, PortfolioQueryVariables>;
export const PortfolioMoreDocument = new TypedDocumentString(`
    query PortfolioMore($slug: String!, $after: String) {
  tenant(slug: $slug) {
    id
    portfolio {
      customers(first: 100, after: $after) {
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          node {
            ...PortfolioCustomer
          }
        }
      }
    }
  }
}
    fragment PortfolioCustomer on Tenant {
  id
  name
  slug
  overview {
    endpoints
    unscanned
    averageScore
    verdicts {
      verdict
      count
    }
    nextDeadline {
      id
      date
      daysLeft
      earliest
    }
  }
}`) as unknown as TypedDocumentString<PortfolioMoreQuery, PortfolioMoreQueryVariables>;
export const PracticeLabAddDocument = new TypedDocumentString(`
    mutation PracticeLabAdd($input: PracticeLabAddInput!) {
  practiceLabAdd(input: $input) {
    __typename
    ... on PracticeLabAddPayload {
      endpoints {
        id
      }
    }
    ... on UserErrors {
      ...UserErrorList
    }
  }
}
    fragment UserErrorList on UserErrors {
  errors {
    code
    message
    path
    params
  }
}`) as unknown as TypedDocumentString<PracticeLabAddMutation, PracticeLabAddMutationVariables>;
export const EndpointReportDocument = new TypedDocumentString(`
    query EndpointReport($slug: String!, $id: ID!, $locale: Locale!) {
  tenant(slug: $slug) {
    id
    viewerPermissions
    endpoint(id: $id) {
      id
      address
      host
      port
      serverName
      starttls
      role
      label
      stack
      origin
      verdict
      score
      deadlines {
        ...DeadlineFacts
      }
      scans(first: 20) {
        edges {
          node {
            ...ScanActivity
            connections
            milliseconds
          }
        }
      }
    }
  }
}
    fragment DeadlineFacts on Deadline {
  id
  service
  clouds
  channel
  protocols
  effect
  date
  until
  announcedOn
  source
  sureness
  note(locale: $locale)
  daysLeft
  earliest
}
fragment ScanActivity on Scan {
  id
  status
  stage
  progress
  requestedAt
  startedAt
  finishedAt
  errorCode
  verdict
  score
}`) as unknown as TypedDocumentString<EndpointReportQuery, EndpointReportQueryVariables>;
export const ScanReportDocument = new TypedDocumentString(`
    query ScanReport($id: ID!, $locale: Locale!) {
  node(id: $id) {
    __typename
    ... on Scan {
      ...ScanActivity
      connections
      milliseconds
      results {
        ...AddressResult
      }
    }
  }
}
    fragment AddressResult on ScanResult {
  id
  address
  status
  reason
  verdict
  score
  policyId
  judgedAt
  judgement {
    letter
  }
  because
  starttlsBanner
  connections
  milliseconds
  protocols {
    ...ProtocolRung
  }
  groups {
    id
    name
    versions
  }
  certificates {
    ...ServedChain
  }
  findings {
    ...FindingFacts
  }
}
fragment ProtocolRung on Protocol {
  version
  offered
  reason
  preference
  enumeration
  cipherSuites {
    id
    name
  }
  evidence {
    shape
    answer
    bytes
  }
}
fragment ServedChain on CertificateDeployment {
  serverName
  versions
  nameMatches
  trust {
    state
    anchor
    store
  }
  chain {
    sha256
    subject
    issuer
    notBefore
    notAfter
    dnsNames
    key {
      algorithm
      bits
      curve
    }
    signatureAlgorithm
  }
}
fragment FindingFacts on Finding {
  ruleId
  outcome
  severity
  cost
  title(locale: $locale)
  why(locale: $locale)
  detail(locale: $locale)
  fix(locale: $locale) {
    stack
    text
  }
  sources {
    title
    date
    url
  }
}
fragment ScanActivity on Scan {
  id
  status
  stage
  progress
  requestedAt
  startedAt
  finishedAt
  errorCode
  verdict
  score
}`) as unknown as TypedDocumentString<ScanReportQuery, ScanReportQueryVariables>;
export const CustomRolesDocument = new TypedDocumentString(`
    query CustomRoles($slug: String!) {
  tenant(slug: $slug) {
    id
    viewerPermissions
    customRoles {
      ...CustomRoleLine
    }
  }
  roles {
    role
    permissions
  }
  permissions {
    permission
    name
    scoped
  }
}
    fragment CustomRoleLine on CustomRole {
  id
  name
  patterns
  permissions
  members
}`) as unknown as TypedDocumentString<CustomRolesQuery, CustomRolesQueryVariables>;
export const CustomRoleSaveDocument = new TypedDocumentString(`
    mutation CustomRoleSave($input: CustomRoleSaveInput!) {
  customRoleSave(input: $input) {
    __typename
    ... on CustomRoleSavePayload {
      role {
        id
        name
      }
    }
    ...UserErrorList
  }
}
    fragment UserErrorList on UserErrors {
  errors {
    code
    message
    path
    params
  }
}`) as unknown as TypedDocumentString<CustomRoleSaveMutation, CustomRoleSaveMutationVariables>;
export const CustomRoleDeleteDocument = new TypedDocumentString(`
    mutation CustomRoleDelete($input: CustomRoleDeleteInput!) {
  customRoleDelete(input: $input) {
    __typename
    ...UserErrorList
  }
}
    fragment UserErrorList on UserErrors {
  errors {
    code
    message
    path
    params
  }
}`) as unknown as TypedDocumentString<CustomRoleDeleteMutation, CustomRoleDeleteMutationVariables>;
export const TenantActivityDocument = new TypedDocumentString(`
    subscription TenantActivity($tenantId: ID!) {
  tenantActivity(tenantId: $tenantId) {
    scan {
      ...ScanActivity
      endpoint {
        id
        address
      }
    }
  }
}
    fragment ScanActivity on Scan {
  id
  status
  stage
  progress
  requestedAt
  startedAt
  finishedAt
  errorCode
  verdict
  score
}`) as unknown as TypedDocumentString<TenantActivitySubscription, TenantActivitySubscriptionVariables>;
export const ScanProgressDocument = new TypedDocumentString(`
    subscription ScanProgress($scanId: ID!) {
  scanProgress(scanId: $scanId) {
    ...ScanActivity
  }
}
    fragment ScanActivity on Scan {
  id
  status
  stage
  progress
  requestedAt
  startedAt
  finishedAt
  errorCode
  verdict
  score
}`) as unknown as TypedDocumentString<ScanProgressSubscription, ScanProgressSubscriptionVariables>;
export const ScanRequestDocument = new TypedDocumentString(`
    mutation ScanRequest($input: ScanRequestInput!) {
  scanRequest(input: $input) {
    __typename
    ... on ScanRequestPayload {
      scans {
        ...ScanActivity
        endpoint {
          id
        }
      }
    }
    ... on UserErrors {
      ...UserErrorList
    }
  }
}
    fragment UserErrorList on UserErrors {
  errors {
    code
    message
    path
    params
  }
}
fragment ScanActivity on Scan {
  id
  status
  stage
  progress
  requestedAt
  startedAt
  finishedAt
  errorCode
  verdict
  score
}`) as unknown as TypedDocumentString<ScanRequestMutation, ScanRequestMutationVariables>;
export const ScanCancelDocument = new TypedDocumentString(`
    mutation ScanCancel($input: ScanCancelInput!) {
  scanCancel(input: $input) {
    __typename
    ... on ScanCancelPayload {
      scan {
        ...ScanActivity
      }
    }
    ... on UserErrors {
      ...UserErrorList
    }
  }
}
    fragment UserErrorList on UserErrors {
  errors {
    code
    message
    path
    params
  }
}
fragment ScanActivity on Scan {
  id
  status
  stage
  progress
  requestedAt
  startedAt
  finishedAt
  errorCode
  verdict
  score
}`) as unknown as TypedDocumentString<ScanCancelMutation, ScanCancelMutationVariables>;
export const ScopeChoicesDocument = new TypedDocumentString(`
    query ScopeChoices($slug: String!, $search: String) {
  tenant(slug: $slug) {
    id
    endpointGroups {
      id
      name
      size
    }
    endpoints(first: 8, search: $search) {
      totalCount
      edges {
        node {
          id
          address
          label
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ScopeChoicesQuery, ScopeChoicesQueryVariables>;
export const SetupCompleteDocument = new TypedDocumentString(`
    mutation SetupComplete($input: SetupCompleteInput!) {
  setupComplete(input: $input) {
    __typename
    ... on SetupCompletePayload {
      tenant {
        id
        slug
      }
    }
    ... on UserErrors {
      ...UserErrorList
    }
  }
}
    fragment UserErrorList on UserErrors {
  errors {
    code
    message
    path
    params
  }
}`) as unknown as TypedDocumentString<SetupCompleteMutation, SetupCompleteMutationVariables>;
export const TenantUpdateDocument = new TypedDocumentString(`
    mutation TenantUpdate($input: TenantUpdateInput!) {
  tenantUpdate(input: $input) {
    __typename
    ... on TenantUpdatePayload {
      tenant {
        id
        slug
      }
    }
    ...UserErrorList
  }
}
    fragment UserErrorList on UserErrors {
  errors {
    code
    message
    path
    params
  }
}`) as unknown as TypedDocumentString<TenantUpdateMutation, TenantUpdateMutationVariables>;
export const TenantDeleteDocument = new TypedDocumentString(`
    mutation TenantDelete($input: TenantDeleteInput!) {
  tenantDelete(input: $input) {
    __typename
    ...UserErrorList
  }
}
    fragment UserErrorList on UserErrors {
  errors {
    code
    message
    path
    params
  }
}`) as unknown as TypedDocumentString<TenantDeleteMutation, TenantDeleteMutationVariables>;
export const PortalDocument = new TypedDocumentString(`
    query Portal {
  setup {
    completed
  }
  viewer {
    id
    name
    email
    tenants(first: 100) {
      edges {
        role
        node {
          id
          name
          slug
          kind
          viewerPartner {
            id
            name
            slug
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<PortalQuery, PortalQueryVariables>;
export const TenantCreateDocument = new TypedDocumentString(`
    mutation TenantCreate($input: TenantCreateInput!) {
  tenantCreate(input: $input) {
    __typename
    ... on TenantCreatePayload {
      tenant {
        id
        slug
      }
    }
    ...UserErrorList
  }
}
    fragment UserErrorList on UserErrors {
  errors {
    code
    message
    path
    params
  }
}`) as unknown as TypedDocumentString<TenantCreateMutation, TenantCreateMutationVariables>;
export const SettingsTenantDocument = new TypedDocumentString(`
    query SettingsTenant($slug: String!) {
  tenant(slug: $slug) {
    id
    name
    slug
    kind
    cloud
    viewerRole
    viewerPermissions
  }
}
    `) as unknown as TypedDocumentString<SettingsTenantQuery, SettingsTenantQueryVariables>;
export const WhatIfSubjectDocument = new TypedDocumentString(`
    query WhatIfSubject($id: ID!, $locale: Locale!) {
  node(id: $id) {
    __typename
    ... on ScanResult {
      id
      status
      policyId
      protocols {
        version
        offered
      }
      certificates {
        serverName
      }
      clients {
        profileId
        name(locale: $locale)
        outcome
        version
        failure
      }
    }
  }
}
    `) as unknown as TypedDocumentString<WhatIfSubjectQuery, WhatIfSubjectQueryVariables>;
export const WhatIfDocument = new TypedDocumentString(`
    query WhatIf($id: ID!, $changes: WhatIfInput!, $locale: Locale!) {
  node(id: $id) {
    __typename
    ... on ScanResult {
      id
      whatIf(changes: $changes) {
        before {
          policyId
          verdict
          score
        }
        after {
          verdict
          score
        }
        brokenClients {
          profileId
          name(locale: $locale)
        }
        lostPeers {
          profileId
          name(locale: $locale)
        }
        changedRules {
          ruleId
          title(locale: $locale)
          from
          to
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<WhatIfQuery, WhatIfQueryVariables>;