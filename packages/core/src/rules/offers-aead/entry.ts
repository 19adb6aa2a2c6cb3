import { entryFor } from '../entry.ts'
import { offersAead } from './rule.ts'

export const offersAeadEntry = entryFor(offersAead)({
  en: {
    title: 'AEAD suites are offered',
    why: 'GCM and ChaCha20-Poly1305 encrypt and protect in one step; the older CBC construction has been attacked again and again.',
    pass: 'AEAD suites are accepted: {suites}.',
    fail: 'No AEAD suite is accepted. Accepted: {suites}.',
    fix: 'Enable the AES-GCM suites; they need TLS 1.2.',
  },
  da: {
    title: 'AEAD-pakker tilbydes',
    why: 'GCM og ChaCha20-Poly1305 krypterer og beskytter i ét trin, mens den ældre CBC-konstruktion er blevet angrebet igen og igen.',
    pass: 'AEAD-pakker accepteres: {suites}.',
    fail: 'Ingen AEAD-pakke accepteres. Accepteres: {suites}.',
    fix: 'Slå AES-GCM-pakkerne til. De kræver TLS 1.2.',
  },
})
