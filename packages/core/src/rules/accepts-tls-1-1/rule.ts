import { legacyVersionRule } from '../legacy-version.ts'
import { sources } from '../sources.ts'

export const acceptsTls11 = legacyVersionRule('accepts-tls-1-1', 'TLSv1.1', [sources.rfc8996, sources.preparingTls12])
