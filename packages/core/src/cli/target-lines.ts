import { isStarttlsKind, parseTarget } from '../parse-target.ts'
import type { StarttlsKind, Target } from '../target.ts'

export interface TargetLines {
  readonly targets: readonly Target[]
  /** A sentence for each line that could not be used. */
  readonly errors: readonly string[]
}

export interface TargetDefaults {
  readonly starttls: StarttlsKind | null
  readonly serverName: string | null
}

/**
 * One target a line: the address, then `starttls=KIND` and `server-name=NAME` as wanted. Empty lines and what follows
 * `#` are passed over; a bad line costs only itself.
 */
export function readTargetLines(
  lines: readonly string[],
  defaults: TargetDefaults,
  where: (line: number) => string,
): TargetLines {
  const targets: Target[] = []
  const errors: string[] = []
  for (const [at, line] of lines.entries()) {
    const words = line
      .replace(/(^|\s)#.*$/, '')
      .trim()
      .split(/\s+/)
      .filter((word) => word !== '')
    const [address, ...settings] = words
    if (address === undefined) continue
    const target = readTarget(address, settings, defaults)
    if (typeof target === 'string') errors.push(`${where(at)}${address}: ${target}`)
    else targets.push(target)
  }
  return { targets, errors }
}

function readTarget(address: string, settings: readonly string[], defaults: TargetDefaults): Target | string {
  let { starttls, serverName } = defaults
  for (const setting of settings) {
    const [key, value] = setting.split('=', 2)
    if (key === 'starttls' && value !== undefined && isStarttlsKind(value)) starttls = value
    else if (key === 'server-name' && value !== undefined) serverName = value
    else return `what is ${setting}?`
  }
  const parsed = parseTarget(address, { starttls, serverName })
  if (parsed.ok) return parsed.target
  return `${sentences[parsed.code]}, at character ${parsed.at + 1}${parsed.field === 'serverName' ? ' of the server name' : ''}`
}

const sentences = {
  REQUIRED: 'no host',
  TOO_LONG: 'too long',
  INVALID_HOST: 'not a host name or address',
  INVALID_PORT: 'not a port from 1 to 65535',
  PORT_MISSING: 'the port is missing',
} as const
