/** A Microsoft service seen as a server: the facts that its published list stands for, so that clients can be simulated against it. */
import type { CodePoint, Facts, ProtocolVersion } from '../facts.ts'
import { protocolVersions } from '../facts.ts'
import type { Profile } from './profile.ts'

/** Facts of a service; every list counts as whole. Names are hexadecimal where the profile gives only code points. */
export function serviceFacts(service: Profile): Facts {
  const point = (id: number): CodePoint => ({ id, name: `0x${id.toString(16).padStart(4, '0')}` })
  const suites = (version: ProtocolVersion) =>
    service.cipherSuites
      .filter((id) => (id >> 8 === 0x13) === (version === 'TLSv1.3'))
      .map((id) => serviceSuiteName(id))
  return {
    schema: 'sundown.facts/1',
    status: 'OBSERVED',
    reason: null,
    protocols: protocolVersions.map((version) => {
      const offered = service.versions.includes(version)
      return {
        version,
        offered,
        reason: null,
        evidence: [],
        cipherSuites: offered ? suites(version) : [],
        enumeration: 'complete',
        preference: offered ? 'SERVER' : null,
      }
    }),
    groups: service.groups.map((id) => ({ ...point(id), versions: ['TLSv1.2', 'TLSv1.3'] })),
    signatureSchemes: (service.signatureSchemes ?? []).map(point),
    dh: { bits: 2048, knownPrime: null },
    alpn: [],
    certificates: [],
    clientCertificateCas: [],
    features: {},
    vulnerabilities: [],
    deviations: [],
    starttls: null,
    mailPolicy: null,
    depth: 'full',
  }
}

const serviceSuiteName = (id: number): CodePoint => ({ id, name: names[id] ?? `0x${id.toString(16).padStart(4, '0')}` })

const names: Readonly<Record<number, string>> = {
  4865: 'TLS_AES_128_GCM_SHA256',
  4866: 'TLS_AES_256_GCM_SHA384',
  49200: 'TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384',
  49199: 'TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256',
  49192: 'TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384',
  49191: 'TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256',
  49172: 'TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA',
  49171: 'TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA',
  157: 'TLS_RSA_WITH_AES_256_GCM_SHA384',
  156: 'TLS_RSA_WITH_AES_128_GCM_SHA256',
  159: 'TLS_DHE_RSA_WITH_AES_256_GCM_SHA384',
  158: 'TLS_DHE_RSA_WITH_AES_128_GCM_SHA256',
  49196: 'TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384',
  49195: 'TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256',
  49188: 'TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA384',
  49187: 'TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256',
}
