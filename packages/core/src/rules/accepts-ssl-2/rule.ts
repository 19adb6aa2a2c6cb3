import { legacyVersionRule } from '../legacy-version.ts'
import { sources } from '../sources.ts'

export const acceptsSsl2 = legacyVersionRule('accepts-ssl-2', 'SSLv2', [sources.rfc6176])
