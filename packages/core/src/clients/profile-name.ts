/** A profile's name in the reader's language: product names stay, the words around them are translated. */
import type { Locale } from '../rules/source.ts'
import type { Profile } from './profile.ts'

/** The name to show. */
export function profileName({ name }: Pick<Profile, 'name'>, locale: Locale): string {
  if (locale === 'en') return name
  const known = danish.get(name)
  if (known !== undefined) return known
  const said = phrases.reduce((text, [pattern, replacement]) => text.replace(pattern, replacement), name)
  danish.set(name, said)
  return said
}

const danish = new Map<string, string>()

/** Longest first, so that a phrase is not taken apart by its words. */
const phrases: readonly (readonly [RegExp, string])[] = [
  [/with its update and both registry values/, 'med sin opdatering og begge registreringsværdier'],
  [/with the TLS 1\.2 update switched on/, 'med TLS 1.2-opdateringen slået til'],
  [/with TLS 1\.2 switched on/, 'med TLS 1.2 slået til'],
  [/before the update of September 2022/, 'før opdateringen i september 2022'],
  [/strong cryptography/, 'stærk kryptografi'],
  [/registry values/, 'registreringsværdier'],
  [/recommended settings/, 'anbefalede indstillinger'],
  [/default settings/, 'standardindstillinger'],
  [/TLS 1\.2 only by default/, 'kun TLS 1.2 som standard'],
  [/Schannel default/, 'standard i Schannel'],
  [/public builds/, 'offentlige udgaver'],
  [/\(applications\)/, '(programmer)'],
  [/firmware of about/, 'firmware fra cirka'],
  [/static RSA only/, 'kun statisk RSA'],
  [/elliptic curves/, 'elliptiske kurver'],
  [/Network storage/, 'Netværkslager'],
  [/Embedded device/, 'Indlejret enhed'],
  [/controller/, 'styring'],
  [/published list/, 'offentliggjort liste'],
  [/change notifications/, 'ændringsbeskeder'],
  [/Supported clients/, 'Understøttede klienter'],
  [/and later/, 'og nyere'],
  [/or later/, 'eller nyere'],
  [/and older/, 'og ældre'],
  [/from app/, 'fra app'],
  [/\bfor\b/, 'til'],
  [/\bbefore\b/, 'før'],
  [/\bwithout\b/, 'uden'],
  [/\bwith\b/, 'med'],
  [/\band\b/, 'og'],
  [/\bor\b/, 'eller'],
  [/\bto\b/, 'til'],
  [/\bon\b/, 'på'],
]
