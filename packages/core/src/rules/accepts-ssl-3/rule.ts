import { legacyVersionRule } from '../legacy-version.ts'
import { sources } from '../sources.ts'

export const acceptsSsl3 = legacyVersionRule('accepts-ssl-3', 'SSLv3', [sources.rfc7568])
