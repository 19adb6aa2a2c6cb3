import { isIP } from 'node:net'
import { starttlsKinds, type Target } from '@sundown/core/target'
import type { Endpoint } from '@sundown/db'

/** What a stored endpoint is dialled as. An address literal is no server name (RFC 6066 section 3). */
export function targetOfRow({
  host,
  port,
  serverName,
  starttls,
}: Pick<Endpoint, 'host' | 'port' | 'serverName' | 'starttls'>): Target {
  return {
    host,
    port,
    serverName: serverName ?? (isIP(host) === 0 ? host : null),
    starttls: starttlsKinds.find((kind) => kind === starttls) ?? null,
  }
}
