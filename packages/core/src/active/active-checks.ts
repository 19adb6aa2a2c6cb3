import { ccsInjection } from './ccs-injection.ts'
import type { ActiveCheck } from './check.ts'
import { clientRenegotiation } from './client-renegotiation.ts'
import { compression } from './compression.ts'
import { heartbleed } from './heartbleed.ts'
import { insecureRenegotiation } from './insecure-renegotiation.ts'
import { paddingOracles } from './padding-oracles.ts'
import { resumption } from './resumption.ts'
import { robot } from './robot.ts'
import { secureRenegotiation } from './secure-renegotiation.ts'
import { starttlsInjection } from './starttls-injection.ts'
import { ticketbleed } from './ticketbleed.ts'
import { tolerance } from './tolerance.ts'

/** Every check, in the order of `activeCheckIds`. */
export const activeChecks: readonly ActiveCheck[] = [
  heartbleed,
  ccsInjection,
  robot,
  ticketbleed,
  paddingOracles,
  compression,
  secureRenegotiation,
  insecureRenegotiation,
  clientRenegotiation,
  resumption,
  tolerance,
  starttlsInjection,
]
