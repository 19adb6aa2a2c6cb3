/** The remedies for a failed rule, for the stack that the facts suggest or the tenant names. */
import type { Facts } from '../facts.ts'
import { remedies } from './remedies.ts'
import type { Goal, Remedy, Stack } from './remedy.ts'

/** Remedies that cure a rule, the wanted stack's only where it is known. */
export function remediesFor(ruleId: string, stack: Stack | null): readonly Remedy[] {
  const wanted = goalsOf(ruleId)
  return remedies.filter(
    (remedy) =>
      remedy.goals.some((goal) => wanted.includes(goal)) &&
      (stack === null ||
        remedy.stack === stack ||
        remedy.stack === 'any' ||
        (underlying[stack] ?? []).includes(remedy.stack)),
  )
}

/** Goals that cure a rule; none where only the product's own update helps. */
export const goalsOf = (ruleId: string): readonly Goal[] =>
  ruleId.startsWith('certificate-') || ruleId === 'chain-complete' ? ['certificate'] : (cures[ruleId] ?? [])

/** A stack that stands on another is cured there too. */
const underlying: Readonly<Partial<Record<Stack, readonly Stack[]>>> = {
  iis: ['windows-server'],
  exchange: ['windows-server', 'dotnet'],
  'adfs-wap': ['windows-server', 'dotnet'],
  'sql-server': ['windows-server'],
}

const cures: Readonly<Record<string, readonly Goal[]>> = {
  'offers-tls-1-2': ['tls-1-2'],
  'offers-tls-1-2-or-later': ['tls-1-2'],
  'completes-handshake-with-peer': ['tls-1-2', 'suites'],
  'shares-suite-with-microsoft-365': ['suites'],
  'shares-suite-with-exchange-online': ['suites'],
  'shares-suite-with-entra-id': ['suites'],
  'shares-suite-with-front-door': ['suites'],
  'shares-group-with-peer': ['suites'],
  'only-static-rsa-shared': ['forward-secrecy'],
  'offers-forward-secrecy': ['forward-secrecy'],
  'offers-aead': ['suites'],
  'suites-within-policy': ['suites', 'weak-suites'],
  'versions-within-policy': ['legacy-off'],
  'accepts-tls-1-1': ['legacy-off', 'find-clients'],
  'accepts-tls-1-0': ['legacy-off', 'find-clients'],
  'accepts-ssl-3': ['ssl-off'],
  'accepts-ssl-2': ['ssl-off'],
  'accepts-rc4': ['weak-suites'],
  'accepts-64-bit-blocks': ['weak-suites'],
  'accepts-broken-ciphers': ['weak-suites'],
  'accepts-unauthenticated-suites': ['weak-suites'],
  'accepts-static-rsa': ['weak-suites'],
  'secure-renegotiation': ['renegotiation'],
  'starttls-offered': ['starttls'],
  'mail-falls-back-to-clear-text': ['tls-1-2', 'suites'],
  'vulnerable-to-poodle': ['ssl-off'],
  'vulnerable-to-drown': ['ssl-off'],
  'vulnerable-to-rc4': ['weak-suites'],
  'vulnerable-to-sweet32': ['weak-suites'],
  'vulnerable-to-freak': ['weak-suites'],
  'vulnerable-to-logjam': ['weak-suites'],
  'vulnerable-to-robot': ['weak-suites'],
  'vulnerable-to-insecure-renegotiation': ['renegotiation'],
}

/** The stack that a banner names; null where it names none. A guess for the first choice, never for the verdict. */
export function guessStack(facts: Facts): Stack | null {
  const banner = facts.starttls?.banner ?? ''
  for (const [pattern, stack] of banners) if (pattern.test(banner)) return stack
  return facts.starttls?.kind === 'mssql' ? 'sql-server' : facts.starttls?.kind === 'rdp' ? 'windows-server' : null
}

const banners: readonly (readonly [RegExp, Stack])[] = [
  [/postfix/i, 'postfix'],
  [/exim/i, 'exim'],
  [/dovecot/i, 'dovecot'],
  [/microsoft esmtp mail service|exchange/i, 'exchange'],
]
