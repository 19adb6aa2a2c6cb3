/** Path building and validation (RFC 5280 section 6) without the clock: dates are judged by rules. */
import type { TrustFact, TrustProblem } from '../facts.ts'
import type { Anchor, AnchorStore } from './anchors.ts'
import { anchorStore, operatorsOf } from './anchors.ts'
import { nameConstraintsAllow } from './name-constraints.ts'
import type { ParsedCertificate } from './parse.ts'

/**
 * Looks for paths from the leaf to an anchor, in whatever order the certificates were served, through cross-signs,
 * duplicates and loops, and takes the one that lasts longest: a cross-sign that runs out must not hide one that does not.
 * `trustAnchors` are PEM texts added to Mozilla's roots.
 */
export function validatePath(chain: readonly ParsedCertificate[], trustAnchors: readonly string[]): TrustFact {
  const leaf = chain[0]
  if (!leaf?.x509) return { state: 'unknown', anchor: null, store: null, reason: 'malformed' }
  const search: Search = {
    leaf,
    served: [...new Map(chain.slice(1).map((each) => [each.fact.sha256, each])).values()],
    anchors: anchorStore(trustAnchors),
    signatures: new Map(),
    steps: 0,
    found: [],
    problems: [],
    dead: [],
  }
  const pinned = search.anchors.bySubject(leaf.subjectKey).find((anchor) => same(anchor.certificate, leaf))
  if (pinned) return trusted([leaf], pinned)
  if (leaf.fact.selfIssued && signedBy(leaf, leaf, search)) return refused('self-signed', 'no-anchor')
  extend([leaf], search)
  return longestLasting(search.found) ?? verdictOf(search)
}

interface Search {
  readonly leaf: ParsedCertificate
  readonly served: readonly ParsedCertificate[]
  readonly anchors: AnchorStore
  readonly signatures: Map<string, boolean>
  /** Certificates extended so far: CAs that all sign each other have more paths than there is time. */
  steps: number
  readonly found: FoundPath[]
  /** What ended each path that was tried, in order. */
  readonly problems: TrustProblem[]
  /** Certificates whose issuer nobody supplied. */
  readonly dead: ParsedCertificate[]
}

interface FoundPath {
  readonly path: readonly ParsedCertificate[]
  readonly anchor: Anchor
}

/** Depth first: anchors before served certificates, so that of paths that last as long the shortest comes first. */
function extend(path: readonly ParsedCertificate[], search: Search): void {
  const child = path[path.length - 1] as ParsedCertificate
  search.steps += 1
  if (search.steps > maxSteps) return
  const anchors = search.anchors.bySubject(child.issuerKey)
  for (const anchor of anchors) {
    if (!signedBy(child, anchor.certificate, search)) continue
    const problem = pathProblem([...path, anchor.certificate])
    if (problem) search.problems.push(problem)
    else search.found.push({ path, anchor })
  }
  const issuers = search.served.filter((each) => each.subjectKey === child.issuerKey && !path.includes(each))
  let vouched = anchors.length > 0
  for (const issuer of issuers) {
    if (path.length >= maxDepth) {
      search.problems.push('path-too-long')
      return
    }
    if (!signedBy(child, issuer, search)) {
      search.problems.push('signature')
      continue
    }
    vouched = true
    extend([...path, issuer], search)
  }
  if (anchors.length > 0 && search.problems.length === 0) search.problems.push('signature')
  if (!vouched && issuers.length === 0) {
    if (!child.fact.selfIssued) search.dead.push(child)
    search.problems.push('no-anchor')
  }
}

/** By the first certificate to run out; ISO 8601 times compare as text. */
function longestLasting(found: readonly FoundPath[]): TrustFact | null {
  const lasts = ({ path, anchor }: FoundPath) =>
    [...path, anchor.certificate].map(({ fact }) => fact.notAfter).sort()[0] ?? ''
  const [first, ...rest] = found
  if (!first) return null
  const best = rest.reduce((one, other) => (lasts(other) > lasts(one) ? other : one), first)
  return trusted(best.path, best.anchor)
}

/** What a whole path breaks, from the leaf up to and with its anchor; null when nothing. */
function pathProblem(path: readonly ParsedCertificate[]): TrustProblem | null {
  const leaf = path[0] as ParsedCertificate
  const usage = leaf.fact.extendedKeyUsage
  if (usage.length > 0 && !servesTls(usage)) return 'extended-key-usage'
  let below = 0
  for (const [index, each] of path.entries()) {
    const isAnchor = index === path.length - 1
    if (each.unknownCritical.length > 0 && !isAnchor) return 'critical-extension'
    if (index === 0) continue
    const problem = issuerProblem(each, below, isAnchor)
    if (problem) return problem
    if (each.nameConstraints && !path.slice(0, index).every((lower) => allowed(each, lower, lower === leaf)))
      return 'name-constraints'
    if (!each.fact.selfIssued) below += 1
  }
  return null
}

function issuerProblem(issuer: ParsedCertificate, below: number, isAnchor: boolean): TrustProblem | null {
  const { isCa, keyUsage, extendedKeyUsage } = issuer.fact
  // Roots of version 1 carry no extensions at all; that somebody trusts them is what makes them a CA.
  if (!isCa && !(isAnchor && keyUsage.length === 0)) return 'not-a-ca'
  if (keyUsage.length > 0 && !keyUsage.includes('keyCertSign')) return 'not-a-ca'
  if (issuer.pathLength !== null && below > issuer.pathLength) return 'path-length'
  if (!isAnchor && extendedKeyUsage.length > 0 && !servesTls(extendedKeyUsage)) return 'extended-key-usage'
  return null
}

/** Self-issued certificates in the middle of a path are exempt (RFC 5280 section 6.1.3 b). */
function allowed(issuer: ParsedCertificate, lower: ParsedCertificate, isLeaf: boolean): boolean {
  return (lower.fact.selfIssued && !isLeaf) || nameConstraintsAllow(issuer.nameConstraints, lower)
}

function servesTls(usage: readonly string[]): boolean {
  return usage.includes('serverAuth') || usage.includes('anyExtendedKeyUsage')
}

/** Each pair is verified once and all together at most `maxSignatures` times: a hostile chain costs bounded time. */
function signedBy(child: ParsedCertificate, issuer: ParsedCertificate, { signatures }: Search): boolean {
  const key = `${child.fact.sha256} ${issuer.fact.sha256}`
  const known = signatures.get(key)
  if (known !== undefined) return known
  const verified = signatures.size < maxSignatures && verify(child, issuer)
  signatures.set(key, verified)
  return verified
}

function verify(child: ParsedCertificate, issuer: ParsedCertificate): boolean {
  // An RSA key of 16 384 bits and a large exponent takes seconds to verify with; none is issued beyond 8192.
  if (!child.x509 || !issuer.publicKey || (issuer.fact.key.bits ?? 0) > maxKeyBits) return false
  try {
    return child.x509.verify(issuer.publicKey)
  } catch {
    return false
  }
}

/**
 * No path was found. Without fetching, a missing intermediate and an unknown private root look alike; the leaf tells:
 * embedded timestamps mean a public CA issued it, and an issuer run by who runs a known root is an intermediate of it.
 */
function verdictOf({ leaf, problems, dead, anchors }: Search): TrustFact {
  const broken = problems.find((problem) => problem !== 'no-anchor')
  if (broken) return refused('untrusted', broken)
  const missing = dead.some(
    ({ issuerKey }) =>
      leaf.fact.sctCount > 0 || operatorsOf(issuerKey).some((operator) => anchors.operators.has(operator)),
  )
  return missing ? refused('incomplete', 'issuer-missing') : refused('untrusted', 'no-anchor')
}

function trusted(path: readonly ParsedCertificate[], anchor: Anchor): TrustFact {
  const { fact } = anchor.certificate
  const digests = path.map((each) => each.fact.sha256)
  return {
    state: 'trusted',
    anchor: fact.subject,
    store: anchor.store,
    reason: null,
    path: digests.includes(fact.sha256) ? digests : [...digests, fact.sha256],
  }
}

function refused(state: 'untrusted' | 'incomplete' | 'self-signed', problem: TrustProblem): TrustFact {
  return { state, anchor: null, store: null, reason: null, problem }
}

const same = (one: ParsedCertificate, other: ParsedCertificate) => one.fact.sha256 === other.fact.sha256
const maxDepth = 10
const maxSignatures = 64
const maxSteps = 256
const maxKeyBits = 8192
