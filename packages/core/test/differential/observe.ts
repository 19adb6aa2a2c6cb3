import { createAddressGuard } from '../../src/net/address-guard.ts'
import type { Observation } from '../../src/scan.ts'
import { scanTarget } from '../../src/scan.ts'
import type { Served } from './stack.ts'

/** A full scan of one local server, as the command line does it. */
export async function observeServed({ port, starttls }: Served, trustAnchors: readonly string[]): Promise<Observation> {
  const [observation] = await scanTarget(
    { host: '127.0.0.1', port, serverName: 'server.example', starttls },
    { depth: 'full', guard: createAddressGuard({ allow: ['127.0.0.0/8'] }), trustAnchors },
  )
  if (!observation) throw new Error('no observation')
  return observation
}
