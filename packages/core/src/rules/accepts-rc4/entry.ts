import { entryFor } from '../entry.ts'
import { acceptsRc4 } from './rule.ts'

export const acceptsRc4Entry = entryFor(acceptsRc4)({
  en: {
    title: 'RC4 is refused',
    why: 'RC4 leaks what it encrypts and is forbidden in every version of TLS.',
    pass: 'RC4 is refused.',
    fail: 'RC4 is accepted: {suites}.',
    fix: 'Remove RC4 suites; on Windows switch the RC4 ciphers off in Schannel.',
  },
  da: {
    title: 'RC4 afvises',
    why: 'RC4 lækker det, der krypteres, og er forbudt i alle TLS-versioner.',
    pass: 'RC4 afvises.',
    fail: 'RC4 accepteres: {suites}.',
    fix: 'Fjern RC4-pakker. På Windows slås RC4 fra i Schannel.',
  },
})
