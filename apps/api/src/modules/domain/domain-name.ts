import { isIP } from 'node:net'
import { domainToASCII } from 'node:url'
import { getDomain, getPublicSuffix } from 'tldts'

/** Suffixes under which strangers get names count as public too: `github.io`, `azurewebsites.net`. */
const list = { allowPrivateDomains: true, extractHostname: false, validateHostname: false }

/**
 * A domain that somebody may control, as an A-label in lower case; null for what is no domain name, an address, a pattern,
 * or a public suffix, which nobody controls alone.
 */
export function ownableDomain(text: string): string | null {
  if (/[\s/\\:?#@%]/.test(text.trim())) return null
  const domain = domainToASCII(text.trim().replace(/\.$/, '')).toLowerCase()
  const isName = /^(?=.{3,253}$)([a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?\.)+[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/.test(
    domain,
  )
  if (!isName || isIP(domain) !== 0) return null
  return getDomain(domain, list) === null ? null : domain
}

/**
 * Whether a name belongs to whoever controls `domain`: the same, or below it with no public suffix in between, under which
 * others register names.
 */
export function isBelow(domain: string, name: string): boolean {
  if (name === domain) return true
  return name.endsWith(`.${domain}`) && (getPublicSuffix(name, list)?.length ?? 0) < domain.length
}

/** The domain to prove for a name: what was registered below the public suffix; null for an address or a bare suffix. */
export const registeredDomain = (name: string): string | null => (isIP(name) === 0 ? getDomain(name, list) : null)
