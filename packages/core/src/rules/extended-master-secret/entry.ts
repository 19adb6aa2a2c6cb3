import { entryFor } from '../entry.ts'
import { extendedMasterSecret } from './rule.ts'

export const extendedMasterSecretEntry = entryFor(extendedMasterSecret)({
  en: {
    title: 'Extended master secret is supported',
    why: 'It binds the keys of a connection to its whole handshake and is asked for by FIPS validated clients.',
    pass: 'Extended master secret is supported.',
    fail: 'Extended master secret is not supported.',
    fix: 'Update the TLS library.',
  },
  da: {
    title: 'Extended master secret understøttes',
    why: 'Det binder forbindelsens nøgler til hele handshaket og kræves af FIPS-validerede klienter.',
    pass: 'Extended master secret understøttes.',
    fail: 'Extended master secret understøttes ikke.',
    fix: 'Opdater TLS-biblioteket.',
  },
})
