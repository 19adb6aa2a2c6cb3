/** Why a handshake that was computed fails, in words. */
import type { LocalText } from '../rules/source.ts'
import type { FailureReason } from './simulate.ts'

export const failureTexts: Readonly<Record<FailureReason, LocalText>> = {
  'no-version': { en: 'no version in common', da: 'ingen fælles version' },
  'no-cipher-suite': { en: 'no cipher suite in common', da: 'ingen fælles krypteringspakke' },
  'no-group': { en: 'no key-exchange group in common', da: 'ingen fælles nøgleudvekslingsgruppe' },
  'no-signature': { en: 'no signature scheme in common', da: 'ingen fælles signaturalgoritme' },
  'dh-size': {
    en: 'cannot use a Diffie-Hellman prime of this size',
    da: 'kan ikke bruge et Diffie-Hellman-primtal af denne størrelse',
  },
  'key-size': { en: 'does not take a key this short', da: 'tager ikke imod en så kort nøgle' },
}
