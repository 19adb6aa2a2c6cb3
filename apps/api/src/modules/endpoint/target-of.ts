import { isIP } from 'node:net'
import { createAddressGuard } from '@sundown/core/guard'
import { labPortCount } from '@sundown/core/lab'
import { parseTarget, type StarttlsKind, type Target, type TargetErrorCode } from '@sundown/core/target'
import type { App } from '../../context.ts'
import { DomainError, invalid } from '../../errors.ts'

const messages: Readonly<Record<TargetErrorCode, string>> = {
  REQUIRED: 'A value is needed here.',
  TOO_LONG: 'The value is longer than an address can be.',
  INVALID_HOST: 'Neither a host name nor an IP address.',
  INVALID_PORT: 'A port is a number from 1 to 65535.',
  PORT_MISSING: 'Add the port after the colon, for instance :443.',
}

/**
 * What a person means by an address typed or pasted in.
 * @throws {DomainError} invalid, on the field `address` or `serverName`
 */
export function targetOf(
  app: App,
  input: { address: string; serverName: string | null; starttls: StarttlsKind | null },
): Target {
  const parsed = parseTarget(input.address, { starttls: input.starttls, serverName: input.serverName })
  if (!parsed.ok) {
    const { code, at, field } = parsed
    throw invalid({ code, message: messages[code], path: [field], params: { at } })
  }
  refuseForbiddenAddress(app, parsed.target)
  return parsed.target
}

/** A name is checked when it is dialled; a literal that will be refused then is refused at once. */
function refuseForbiddenAddress({ env }: App, { host, port }: Target): void {
  if (isIP(host) === 0 || probeGuard(env).permits(host, port)) return
  throw new DomainError('invalid', [
    {
      code: 'NOT_ALLOWED_ADDRESS',
      message: `${host} is not a public address. The operator can allow its network in SUNDOWN_PROBE_ALLOW.`,
      path: ['address'],
      params: { address: host },
    },
  ])
}

/** The guard of every probe: public unicast, the ports of the lab where there is one, and what the operator allows. */
export const probeGuard = (env: { SUNDOWN_PROBE_ALLOW: readonly string[]; SUNDOWN_LAB_PORT: number }) =>
  createAddressGuard({
    allow: env.SUNDOWN_PROBE_ALLOW,
    ...(env.SUNDOWN_LAB_PORT > 0
      ? { practicePorts: [env.SUNDOWN_LAB_PORT, env.SUNDOWN_LAB_PORT + labPortCount - 1] }
      : {}),
  })
