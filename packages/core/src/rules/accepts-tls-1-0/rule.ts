import { legacyVersionRule } from '../legacy-version.ts'
import { sources } from '../sources.ts'

export const acceptsTls10 = legacyVersionRule('accepts-tls-1-0', 'TLSv1.0', [sources.rfc8996, sources.preparingTls12])
