/** Roots to trust: Mozilla's, as Node ships them, and the ones a tenant gives. */
import { X509Certificate } from 'node:crypto'
import { rootCertificates } from 'node:tls'
import type { TrustFact } from '../facts.ts'
import { foldName } from './fold-name.ts'
import type { ParsedCertificate } from './parse.ts'
import { parseCertificate } from './parse.ts'

export interface Anchor {
  readonly certificate: ParsedCertificate
  readonly store: NonNullable<TrustFact['store']>
}

export interface AnchorStore {
  readonly bySubject: (subjectKey: string) => readonly Anchor[]
  /** Organisations and domain components that run the store's roots, folded. */
  readonly operators: ReadonlySet<string>
}

/** Mozilla's roots and `pems`; what is not a certificate in `pems` is passed over. Read once for each array. */
export function anchorStore(pems: readonly string[]): AnchorStore {
  const known = stores.get(pems)
  if (known) return known
  const store = join(tenantIndex(pems), mozillaIndex())
  stores.set(pems, store)
  return store
}

/** Every certificate in `texts`, DER. */
export function certificatesInPem(texts: readonly string[]): readonly Uint8Array[] {
  return texts.flatMap((text) =>
    [...text.matchAll(pemBlock)].flatMap(([block]) => {
      try {
        return [new X509Certificate(block).raw]
      } catch {
        return []
      }
    }),
  )
}

type Index = ReadonlyMap<string, readonly Entry[]>
/** OpenSSL reads a root in 40 µs, the full parse takes 20 times that: few of the roots are ever asked for. */
type Entry = { readonly der: Uint8Array; readonly store: Anchor['store']; readonly operators: readonly string[] }

function join(...indexes: readonly Index[]): AnchorStore {
  return {
    bySubject: (subjectKey) =>
      indexes.flatMap((index) =>
        (index.get(subjectKey) ?? []).map(({ der, store }) => ({ certificate: parseCertificate(der), store })),
      ),
    operators: new Set(indexes.flatMap((index) => [...index.values()].flat().flatMap(({ operators }) => operators))),
  }
}

function tenantIndex(pems: readonly string[]): Index {
  return index(certificatesInPem(pems), 'tenant')
}

function mozillaIndex(): Index {
  mozilla ??= index(
    rootCertificates.map((pem) => new X509Certificate(pem).raw),
    'mozilla',
  )
  return mozilla
}

function index(ders: readonly Uint8Array[], store: Anchor['store']): Index {
  const entries = ders.map((der) => {
    const subjectKey = foldName(new X509Certificate(der).subject)
    return { subjectKey, der, store, operators: operatorsOf(subjectKey) }
  })
  return Map.groupBy(entries, ({ subjectKey }) => subjectKey)
}

/** Who runs a CA, by its folded name: its organisations, and its domain components taken together. */
export function operatorsOf(nameKey: string): readonly string[] {
  const parts = nameKey.split('\n')
  const domain = parts.filter((part) => part.startsWith('dc='))
  return [...parts.filter((part) => part.startsWith('o=')), ...(domain.length > 0 ? [domain.sort().join('.')] : [])]
}

let mozilla: Index | undefined
const stores = new WeakMap<readonly string[], AnchorStore>()
const pemBlock = /-----BEGIN CERTIFICATE-----[\s\S]*?-----END CERTIFICATE-----/g
