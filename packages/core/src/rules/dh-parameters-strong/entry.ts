import { entryFor } from '../entry.ts'
import { dhParametersStrong } from './rule.ts'

export const dhParametersStrongEntry = entryFor(dhParametersStrong)({
  en: {
    title: 'Diffie-Hellman is long enough',
    why: 'Short Diffie-Hellman primes have been broken (LOGJAM), and modern clients end the connection when they meet one.',
    pass: 'The prime has {bits} bits; at least {needed} are asked for.',
    fail: 'The prime has {bits} bits; at least {needed} are asked for.',
    fix: 'Use a 2048-bit group of RFC 7919 or more, or drop the DHE suites.',
  },
  da: {
    title: 'Diffie-Hellman er lang nok',
    why: 'Korte Diffie-Hellman-primtal er blevet brudt (LOGJAM), og moderne klienter afbryder forbindelsen, når de møder et.',
    pass: 'Primtallet har {bits} bit, og der kræves mindst {needed}.',
    fail: 'Primtallet har {bits} bit, men der kræves mindst {needed}.',
    fix: 'Brug en gruppe fra RFC 7919 på mindst 2048 bit, eller fjern DHE-pakkerne.',
  },
})
