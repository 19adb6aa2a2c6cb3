import type { Answer, DhFact, ProtocolFact, UnknownReason, VulnerabilityFact, VulnerabilityId } from '../facts.ts'
import { type CipherSuite, cipherSuite } from '../wire/registry/cipher-suite.ts'

/** What accepted versions and suites alone prove. Only what was seen is said: a possibility is no finding. */
export function passiveVulnerabilities(
  protocols: readonly ProtocolFact[],
  dh: DhFact | null,
  compression: Answer | undefined,
): VulnerabilityFact[] {
  const ssl3 = protocols.filter(({ version }) => version === 'SSLv3')
  const exportDh = suiteVulnerability('logjam', protocols, (suite) => suite.export && suite.keyExchange === 'DHE')
  return [
    suiteVulnerability('poodle', ssl3, ({ mode }) => mode === 'cbc'),
    drown(protocols),
    suiteVulnerability('freak', protocols, (suite) => suite.export && suite.keyExchange === 'RSA'),
    logjam(protocols, dh, exportDh),
    suiteVulnerability('sweet32', protocols, ({ cipher }) => /^(3DES|DES|IDEA|RC2|28147|MAGMA)/.test(cipher)),
    suiteVulnerability('rc4', protocols, ({ cipher }) => cipher.startsWith('RC4')),
    crime(compression, protocols),
  ]
}

function suiteVulnerability(
  id: VulnerabilityId,
  protocols: readonly ProtocolFact[],
  isWeak: (suite: CipherSuite) => boolean,
): VulnerabilityFact {
  for (const { version, cipherSuites } of protocols) {
    const weak = cipherSuites.find((point) => {
      const suite = cipherSuite(point.id)
      return suite !== undefined && version !== 'SSLv2' && isWeak(suite)
    })
    if (weak !== undefined) return vulnerable(id, `${version} ${weak.name}`)
  }
  const open = protocols.find(
    ({ version, offered, enumeration }) =>
      version !== 'SSLv2' && version !== 'TLSv1.3' && (offered === null || (offered && enumeration !== 'complete')),
  )
  if (open === undefined) return { id, state: 'not-vulnerable', reason: null, evidence: [] }
  return unknown(id, open.reason ?? 'not-asked')
}

/** Parameters of DHE that were never shown leave the size of them open. */
function logjam(protocols: readonly ProtocolFact[], dh: DhFact | null, exported: VulnerabilityFact): VulnerabilityFact {
  if (dh !== null && dh.bits < weakDh) return vulnerable('logjam', `DHE with ${dh.bits} bits`)
  const hasDhe = protocols.some(({ cipherSuites }) =>
    cipherSuites.some(({ id }) => cipherSuite(id)?.keyExchange === 'DHE'),
  )
  return exported.state === 'not-vulnerable' && dh === null && hasDhe ? unknown('logjam', 'not-asked') : exported
}

function drown(protocols: readonly ProtocolFact[]): VulnerabilityFact {
  const ssl2 = protocols.find(({ version }) => version === 'SSLv2')
  if (ssl2?.offered) return { id: 'drown', state: 'vulnerable', reason: null, evidence: ssl2.evidence }
  if (ssl2?.offered === false) return { id: 'drown', state: 'not-vulnerable', reason: null, evidence: ssl2.evidence }
  return unknown('drown', ssl2?.reason ?? 'not-asked')
}

/** TLS compression needs no more than being agreed on; TLS 1.3 has none. */
function crime(compression: Answer | undefined, protocols: readonly ProtocolFact[]): VulnerabilityFact {
  if (compression === undefined || compression.value === null) {
    const old = protocols.filter(({ version }) => version !== 'TLSv1.3' && version !== 'SSLv2')
    const none = old.every(({ offered }) => offered === false)
    if (none) return { id: 'crime', state: 'not-vulnerable', reason: null, evidence: [] }
    return unknown('crime', compression?.reason ?? 'not-asked')
  }
  const state = compression.value ? 'vulnerable' : 'not-vulnerable'
  return { id: 'crime', state, reason: null, evidence: compression.evidence }
}

function vulnerable(id: VulnerabilityId, answer: string): VulnerabilityFact {
  return { id, state: 'vulnerable', reason: null, evidence: [{ shape: 'suites', answer, bytes: '' }] }
}

function unknown(id: VulnerabilityId, reason: UnknownReason): VulnerabilityFact {
  return { id, state: 'unknown', reason, evidence: [] }
}

/** Logjam's authors hold 1,024 bits to be within reach of states; below is broken for anyone. */
const weakDh = 1_024
