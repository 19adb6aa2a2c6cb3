/** Facts as they are stored, checked at the door: what comes from a file or a database is not trusted to have the shape. */
import { z } from 'zod'
import type { Facts } from '../facts.ts'
import {
  featureIds,
  observationStatuses,
  protocolVersions,
  toleranceIds,
  trustProblems,
  unknownReasons,
  vulnerabilityIds,
} from '../facts.ts'
import { starttlsKinds } from '../target.ts'

const reason = z.enum(unknownReasons).nullable()
const version = z.enum(protocolVersions)
const evidence = z.object({ shape: z.string(), answer: z.string(), bytes: z.string() })
const answer = z.object({ value: z.boolean().nullable(), reason, evidence: z.array(evidence) })
const codePoint = z.object({ id: z.int().nonnegative(), name: z.string() })

const protocol = z.object({
  version,
  offered: z.boolean().nullable(),
  reason,
  evidence: z.array(evidence),
  cipherSuites: z.array(codePoint),
  enumeration: z.enum(['complete', 'partial', 'none']),
  preference: z.enum(['SERVER', 'CLIENT']).nullable(),
})

const certificate = z.object({
  sha256: z.string(),
  subject: z.string(),
  issuer: z.string(),
  serialNumber: z.string(),
  notBefore: z.string(),
  notAfter: z.string(),
  dnsNames: z.array(z.string()),
  ipAddresses: z.array(z.string()),
  key: z.object({
    algorithm: z.enum(['RSA', 'RSA-PSS', 'EC', 'Ed25519', 'Ed448', 'DSA', 'ML-DSA', 'unknown']),
    bits: z.number().nullable(),
    curve: z.string().nullable(),
  }),
  spkiSha256: z.string(),
  signatureAlgorithm: z.string(),
  isCa: z.boolean(),
  selfIssued: z.boolean(),
  keyUsage: z.array(z.string()),
  extendedKeyUsage: z.array(z.string()),
  mustStaple: z.boolean(),
  sctCount: z.number(),
  ocspUrls: z.array(z.string()),
  issuerUrls: z.array(z.string()),
  der: z.string(),
  malformed: z.literal(true).exactOptional(),
})

const deployment = z.object({
  serverName: z.string().nullable(),
  versions: z.array(version),
  chain: z.array(certificate),
  nameMatches: z.boolean().nullable(),
  trust: z.object({
    state: z.enum(['trusted', 'untrusted', 'incomplete', 'self-signed', 'unknown']),
    anchor: z.string().nullable(),
    store: z.enum(['mozilla', 'tenant']).nullable(),
    reason,
    problem: z.enum(trustProblems).exactOptional(),
    path: z.array(z.string()).exactOptional(),
  }),
  served: z
    .object({ ordered: z.boolean(), duplicates: z.number(), unrelated: z.number(), includesRoot: z.boolean() })
    .exactOptional(),
  ocspStapled: answer,
  ocsp: z
    .object({
      response: z.enum([
        'successful',
        'malformed-request',
        'internal-error',
        'try-later',
        'sig-required',
        'unauthorized',
        'unreadable',
      ]),
      certificateStatus: z.enum(['good', 'revoked', 'unknown']).nullable(),
      signatureValid: z.boolean().nullable(),
      fresh: z.boolean().nullable(),
    })
    .exactOptional(),
})

/** The fields that facts and reports have in common. */
export const observedFields = {
  status: z.enum(observationStatuses),
  reason,
  protocols: z.array(protocol).length(protocolVersions.length),
  groups: z.array(codePoint.extend({ versions: z.array(version) })),
  signatureSchemes: z.array(codePoint),
  dh: z.object({ bits: z.number(), knownPrime: z.string().nullable() }).nullable(),
  alpn: z.array(z.string()),
  certificates: z.array(deployment),
  clientCertificateCas: z.array(z.string()),
  features: z.partialRecord(z.enum(featureIds), answer),
  vulnerabilities: z.array(
    z.object({
      id: z.enum(vulnerabilityIds),
      state: z.enum(['vulnerable', 'not-vulnerable', 'unknown']),
      reason,
      evidence: z.array(evidence),
    }),
  ),
  deviations: z.array(z.object({ id: z.string(), detail: z.string() })),
  tolerance: z.array(answer.extend({ id: z.enum(toleranceIds) })).exactOptional(),
  starttls: z.object({ kind: z.enum(starttlsKinds), offered: answer, banner: z.string().nullable() }).nullable(),
  mailPolicy: z
    .object({
      tlsa: z.object({
        records: z.array(z.string()),
        dnssec: z.boolean().nullable(),
        matches: z.boolean().nullable(),
        reason,
      }),
      mtaSts: z.object({
        mode: z.enum(['enforce', 'testing', 'none']).nullable(),
        reason,
        listsHost: z.boolean().exactOptional(),
      }),
      tlsRpt: answer,
    })
    .nullable(),
  caa: z
    .object({ domain: z.string().nullable(), records: z.array(z.string()), reason })
    .nullable()
    .exactOptional(),
  hsts: z
    .object({
      state: z.enum(['sent', 'absent', 'invalid', 'unknown']),
      maxAge: z.number().nullable(),
      includeSubDomains: z.boolean(),
      preload: z.boolean(),
      reason,
    })
    .exactOptional(),
  depth: z.enum(['quick', 'full']),
}

/** `sundown.facts/1`. */
export const factsSchema: z.ZodType<Facts> = z.object({ schema: z.literal('sundown.facts/1'), ...observedFields })
