import type { ProtocolVersion } from '../facts.ts'
import { type CipherSuite, cipherSuite } from '../wire/registry/cipher-suite.ts'

/** A suite that a version accepts, and where it stands in that version's list. */
export interface Pair {
  readonly version: ProtocolVersion
  readonly id: number
  readonly at: number
}

/**
 * The fewest pairs, by greedy choice, that between them speak for everything that is judged of a list: each version, each
 * kind of key exchange and certificate, and each class of cipher that a finding is about. As long as they are accepted, no
 * such class has gone. `first` are pairs that are asked about anyway.
 */
export function witnesses(pairs: readonly Pair[], first: readonly Pair[]): Pair[] {
  const chosen = [...first]
  const open = new Set(pairs.flatMap(classesOf))
  for (const pair of first) for (const name of classesOf(pair)) open.delete(name)
  while (open.size > 0) {
    const news = (pair: Pair): number => classesOf(pair).filter((name) => open.has(name)).length
    const best = pairs.reduce((one, other) => (news(other) > news(one) ? other : one))
    chosen.push(best)
    for (const name of classesOf(best)) open.delete(name)
  }
  return chosen
}

/** What the acceptance of a pair proves to be still there. */
export function classesOf({ version, id }: Pair): readonly string[] {
  const suite = cipherSuite(id)
  if (suite === undefined || version === 'TLSv1.3') return [version]
  return [version, `${suite.keyExchange} key exchange`, `${suite.authentication} key`, ...cipherClasses(suite)]
}

function cipherClasses({ mode, cipher, export: isExport, bits }: CipherSuite): readonly string[] {
  const classes: string[] = [mode]
  if (cipher.startsWith('RC4')) classes.push('RC4')
  if (/^(3DES|DES|IDEA|RC2|28147|MAGMA)/.test(cipher)) classes.push('64-bit blocks')
  if (isExport) classes.push('export')
  if (bits < 112) classes.push('weak')
  return classes
}
