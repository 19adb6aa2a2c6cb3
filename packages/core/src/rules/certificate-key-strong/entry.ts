import { entryFor } from '../entry.ts'
import { certificateKeyStrong } from './rule.ts'

export const certificateKeyStrongEntry = entryFor(certificateKeyStrong)({
  en: {
    title: 'The key is long enough',
    why: 'Short keys can be computed by others; peers refuse RSA keys below 2048 bits.',
    pass: 'The key is {key}; at least {needed} is asked for.',
    fail: 'The key is {key}; at least {needed} is asked for.',
    fix: 'Make a new key of sufficient length and have the certificate issued again.',
  },
  da: {
    title: 'Nøglen er lang nok',
    why: 'Korte nøgler kan beregnes af andre. Modparter afviser RSA-nøgler under 2048 bit.',
    pass: 'Nøglen er {key}, og der kræves mindst {needed}.',
    fail: 'Nøglen er {key}, men der kræves mindst {needed}.',
    fix: 'Lav en ny nøgle, der er lang nok, og få certifikatet udstedt igen.',
  },
})
