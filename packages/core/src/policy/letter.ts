/**
 * The SSL Labs letter by the published rating guide, edition 2009r: hygiene beside the verdict.
 * A+ rewards an A without any warning whose HTTPS answers with long-lived HSTS; where HTTP was not asked it is not given,
 * and that takes nothing.
 */
import type { CertificateFact, Facts, FeatureId, ProtocolVersion, VulnerabilityId } from '../facts.ts'
import { cipherSuiteTraits } from '../rules/cipher-suite-traits.ts'

export const grades = ['A+', 'A', 'A-', 'B', 'C', 'D', 'E', 'F', 'M', 'T'] as const
export type Grade = (typeof grades)[number]

export interface Letter {
  readonly guide: '2009r'
  readonly grade: Grade
  /** Each category and the weighted total, 0 to 100. */
  readonly categories: {
    readonly protocol: number
    readonly keyExchange: number
    readonly cipher: number
    readonly total: number
  }
  /** What lowered the grade below the total's own letter, by id. */
  readonly caps: readonly { readonly id: string; readonly grade: Grade }[]
  /** Parts of the guide that were not observed and so not counted. */
  readonly notCounted: readonly string[]
}

/** The letter, or null where a version or a suite list could not be told. */
export function letterOf(facts: Facts, now: Date): Letter | null {
  if (facts.status !== 'OBSERVED') return null
  const offered = facts.protocols.filter((protocol) => protocol.offered)
  const open = facts.protocols.some((protocol) => protocol.offered === null && protocol.version !== 'SSLv2')
  if (open || offered.length === 0 || offered.some((protocol) => protocol.enumeration !== 'complete')) return null
  const categories = categoriesOf(facts)
  const caps = capsOf(facts, now)
  const byTotal = letterByTotal(categories.total)
  const grade = caps.reduce<Grade>((worst, cap) => (rank(cap.grade) > rank(worst) ? cap.grade : worst), byTotal)
  const notCounted = [...(facts.hsts && facts.hsts.state !== 'unknown' ? [] : ['hsts']), ...unobserved(facts)]
  return {
    guide: '2009r',
    grade: grade === 'A' && isExceptional(facts) ? 'A+' : grade,
    categories,
    caps: caps.filter((cap) => rank(cap.grade) > rank(byTotal)),
    notCounted,
  }
}

/** The guide asks for a long max-age and, of those who still offer something to fall back to, the fallback signal. */
function isExceptional(facts: Facts): boolean {
  const longHsts = facts.hsts?.state === 'sent' && (facts.hsts.maxAge ?? 0) >= halfYear
  const trusted = facts.certificates.length > 0 && facts.certificates.every(({ trust }) => trust.state === 'trusted')
  const older = facts.protocols.some(
    ({ version, offered }) => offered && version !== 'TLSv1.2' && version !== 'TLSv1.3',
  )
  return longHsts && trusted && (!older || facts.features['fallback-scsv']?.value === true)
}

/** 180 days in seconds. */
const halfYear = 15_552_000

const rank = (grade: Grade): number => grades.indexOf(grade)

const letterByTotal = (total: number): Grade =>
  total >= 80 ? 'A' : total >= 65 ? 'B' : total >= 50 ? 'C' : total >= 35 ? 'D' : total >= 20 ? 'E' : 'F'

const protocolScore: Readonly<Record<ProtocolVersion, number>> = {
  SSLv2: 0,
  SSLv3: 80,
  'TLSv1.0': 90,
  'TLSv1.1': 95,
  'TLSv1.2': 100,
  'TLSv1.3': 100,
}

function categoriesOf(facts: Facts): Letter['categories'] {
  const traits = suitesOf(facts).map(({ suite }) => cipherSuiteTraits(suite))
  const protocol = middle(facts.protocols.filter((one) => one.offered).map((one) => protocolScore[one.version]))
  const cipher = middle(traits.map(({ bits }) => (bits === 0 ? 0 : bits < 128 ? 20 : bits < 256 ? 80 : 100)))
  const keys = facts.certificates.flatMap(({ chain }) => (chain[0] ? [keyScore(chain[0])] : []))
  const exchanges = [
    ...keys,
    ...(facts.dh && traits.some((one) => one.keyExchange === 'DHE') ? [finiteFieldScore(facts.dh.bits)] : []),
    ...(traits.some((one) => one.exportGrade) ? [40] : []),
    ...(traits.some((one) => one.authentication === 'anon') ? [0] : []),
  ]
  const keyExchange = exchanges.length > 0 ? Math.min(...exchanges) : 100
  const zero = protocol === 0 || keyExchange === 0 || cipher === 0
  return {
    protocol,
    keyExchange,
    cipher,
    total: zero ? 0 : Math.round(protocol * 0.3 + keyExchange * 0.3 + cipher * 0.4),
  }
}

/** Half of the best and half of the worst, as the guide averages. */
const middle = (scores: readonly number[]): number =>
  scores.length === 0 ? 0 : (Math.max(...scores) + Math.min(...scores)) / 2

const finiteFieldScore = (bits: number): number =>
  bits < 512 ? 20 : bits < 1024 ? 40 : bits < 2048 ? 80 : bits < 4096 ? 90 : 100

function keyScore({ key }: CertificateFact): number {
  if (key.bits === null) return 100
  if (key.algorithm !== 'EC') return key.algorithm.startsWith('Ed') ? 100 : finiteFieldScore(key.bits)
  return key.bits < 110 ? 20 : key.bits < 123 ? 40 : key.bits < 163 ? 80 : key.bits < 225 ? 90 : 100
}

interface Cap {
  readonly id: string
  readonly grade: Grade
}

function capsOf(facts: Facts, now: Date): readonly Cap[] {
  const offers = (version: ProtocolVersion) => facts.protocols.some((one) => one.version === version && one.offered)
  const best = facts.protocols.findLast((one) => one.offered)?.version
  const suites = suitesOf(facts).map(({ suite, version }) => ({ traits: cipherSuiteTraits(suite), version }))
  const modern = suites.filter(({ version }) => !['SSLv2', 'SSLv3', 'TLSv1.0'].includes(version))
  const rc4 = suites.filter(({ traits }) => traits.cipher === 'RC4')
  const vulnerable = (id: VulnerabilityId) =>
    facts.vulnerabilities.some((one) => one.id === id && one.state === 'vulnerable')
  const feature = (id: FeatureId) => facts.features[id]?.value ?? null
  const caps: (Cap | false)[] = [
    offers('SSLv2') && { id: 'ssl-2', grade: 'F' },
    best === 'SSLv3' ? { id: 'ssl-3-best', grade: 'F' } : offers('SSLv3') && { id: 'ssl-3', grade: 'B' },
    (offers('TLSv1.0') || offers('TLSv1.1')) && { id: 'tls-1-0-or-1-1', grade: 'B' },
    !offers('TLSv1.2') && !offers('TLSv1.3') && { id: 'no-tls-1-2', grade: 'C' },
    !offers('TLSv1.3') && { id: 'no-tls-1-3', grade: 'A-' },
    !suites.some(({ traits }) => traits.forwardSecret) && { id: 'no-forward-secrecy', grade: 'B' },
    !suites.some(({ traits }) => traits.aead) && { id: 'no-aead', grade: 'B' },
    rc4.length > 0 && { id: 'rc4', grade: 'B' },
    rc4.some(({ version }) => version !== 'SSLv3' && version !== 'TLSv1.0') && { id: 'rc4-modern', grade: 'C' },
    rc4.length > 0 && rc4.length === suites.length && { id: 'rc4-only', grade: 'F' },
    modern.some(({ traits }) => traits.cipher === '3DES' || traits.cipher === 'IDEA') && {
      id: '64-bit-blocks',
      grade: 'C',
    },
    suites.some(({ traits }) => traits.exportGrade || traits.authentication === 'anon' || traits.cipher === 'NULL') && {
      id: 'export-anonymous-null',
      grade: 'F',
    },
    facts.dh !== null && facts.dh.bits < 1024 && { id: 'dh-1024', grade: 'F' },
    facts.dh !== null && facts.dh.bits < 2048 && { id: 'dh-2048', grade: 'B' },
    feature('compression') === true && { id: 'compression', grade: 'C' },
    (feature('secure-renegotiation') === false || vulnerable('insecure-renegotiation')) &&
      offers('TLSv1.2') && { id: 'insecure-renegotiation', grade: vulnerable('insecure-renegotiation') ? 'F' : 'A-' },
    vulnerable('poodle') && { id: 'poodle', grade: 'C' },
    ...fatal.map((id): Cap | false => vulnerable(id) && { id, grade: 'F' }),
    ...certificateCaps(facts, now),
  ]
  return caps.filter((cap) => cap !== false)
}

const fatal = [
  'heartbleed',
  'ccs-injection',
  'ticketbleed',
  'robot',
  'drown',
  'poodle-tls',
  'zombie-poodle',
  'goldendoodle',
  'zero-length-padding',
] as const

function certificateCaps(facts: Facts, now: Date): readonly (Cap | false)[] {
  return facts.certificates.flatMap(({ chain, trust, nameMatches }): (Cap | false)[] => {
    const leaf = chain[0]
    if (!leaf) return []
    const dated = Date.parse(leaf.notBefore) <= now.getTime() && now.getTime() <= Date.parse(leaf.notAfter)
    const signatures = chain.filter((one) => !one.selfIssued).map((one) => one.signatureAlgorithm)
    return [
      trust.state === 'incomplete' && { id: 'chain-incomplete', grade: 'B' },
      (trust.state === 'untrusted' || trust.state === 'self-signed') && { id: 'not-trusted', grade: 'T' },
      !dated && { id: 'not-in-date', grade: 'T' },
      nameMatches === false && { id: 'name-mismatch', grade: 'M' },
      signatures.some((one) => /md[245]/i.test(one)) && { id: 'md5-signature', grade: 'F' },
      signatures.some((one) => /sha-?1(?!\d)/i.test(one)) && { id: 'sha-1-signature', grade: 'T' },
    ]
  })
}

const suitesOf = (facts: Facts) =>
  facts.protocols.flatMap(({ cipherSuites, version }) => cipherSuites.map((suite) => ({ suite, version })))

const unobserved = (facts: Facts): readonly string[] => [
  ...fatal.filter((id) => (facts.vulnerabilities.find((one) => one.id === id)?.state ?? 'unknown') === 'unknown'),
  ...(facts.certificates.every(({ trust }) => trust.state === 'unknown') ? ['trust'] : []),
]
