import { parseArgs } from 'node:util'
import { type ProxyAddress, parseProxy } from '../net/proxy.ts'
import { isStarttlsKind } from '../parse-target.ts'
import { defaultPolicy, type Policy, policies, policyNamed } from '../policy/index.ts'
import { type EndpointRole, endpointRoles, type Locale, locales } from '../rules/index.ts'
import { type StarttlsKind, starttlsKinds } from '../target.ts'

export const probeUsage = `sundown probe TARGET... [--targets FILE|-] [--quick|--full] [--starttls KIND] [--server-name NAME]
              [--json | --format text|json|csv|sarif|junit] [--policy NAME] [--role inbound|internal|client]
              [--rate N] [--in-flight N] [--at-once N] [--timeout SECONDS] [--trust FILE] [--allow-active]
              [--proxy socks5://HOST:PORT|http://HOST:PORT] [--previous FILE] [--language en|da]

Looks at every address of each target (host, host:port, [v6]:port or a URL) by real handshakes, and judges it.
STARTTLS kinds: ${starttlsKinds.join(', ')}
Policies: ${policies.map((policy) => policy.name).join(', ')}
Exit code: 0 ready, 1 not ready, 2 wrong use, 3 could not tell, 130 interrupted.`

export const formats = ['text', 'json', 'csv', 'sarif', 'junit'] as const
export type Format = (typeof formats)[number]

export interface ProbeArguments {
  readonly targets: readonly string[]
  /** File with a target per line; `-` is standard input. */
  readonly file: string | null
  readonly depth: 'quick' | 'full'
  readonly starttls: StarttlsKind | null
  readonly serverName: string | null
  readonly format: Format
  readonly language: Locale
  readonly policy: Policy
  readonly role: EndpointRole
  /** Connections per second and address. */
  readonly rate: number | null
  /** Connections at once per address. */
  readonly inFlight: number | null
  /** Targets at once. */
  readonly atOnce: number
  /** Milliseconds per connection. */
  readonly timeout: number | null
  readonly trust: string | null
  readonly allowActive: boolean
  readonly proxy: ProxyAddress | null
  /** Facts or reports of an earlier run. */
  readonly previous: string | null
}

/** The arguments, or a sentence about what is wrong with them. */
export function parseProbeArguments(args: readonly string[]): ProbeArguments | string {
  let parsed: ReturnType<typeof parse>
  try {
    parsed = parse(args)
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
  const { values, positionals } = parsed
  if (positionals.length === 0 && values.targets === undefined) return 'Which target?'
  if (values.quick && values.full) return 'Either --quick or --full.'
  if (values.starttls !== undefined && !isStarttlsKind(values.starttls)) {
    return `There is no STARTTLS kind ${values.starttls}; it is one of ${starttlsKinds.join(', ')}.`
  }
  const format = values.json ? 'json' : formats.find((one) => one === values.format)
  if (format === undefined) return `The format is one of ${formats.join(', ')}.`
  const language = locales.find((one) => one === values.language)
  if (language === undefined) return `The language is one of ${locales.join(', ')}.`
  const policy = values.policy === undefined ? defaultPolicy : policyNamed(values.policy)
  if (policy === undefined) return `There is no policy ${values.policy}.`
  const role = endpointRoles.find((one) => one === values.role)
  if (role === undefined) return `The role is one of ${endpointRoles.join(', ')}.`
  const proxy = values.proxy === undefined ? null : parseProxy(values.proxy)
  if (values.proxy !== undefined && proxy === null) return 'A proxy is written socks5://HOST:PORT or http://HOST:PORT.'
  const numbers = [values.rate, values['in-flight'], values['at-once'], values.timeout].map(numberOf)
  const wrong = ['--rate', '--in-flight', '--at-once', '--timeout'].find((_, at) => numbers[at] === undefined)
  if (wrong !== undefined) return `${wrong} takes a number greater than zero.`
  const [rate, inFlight, atOnce, timeout] = numbers as (number | null)[]
  return {
    targets: positionals,
    file: values.targets ?? null,
    depth: values.quick ? 'quick' : 'full',
    starttls: values.starttls ?? null,
    serverName: values['server-name'] ?? null,
    format,
    language,
    policy,
    role,
    rate: rate ?? null,
    inFlight: inFlight ?? null,
    atOnce: atOnce ?? 16,
    timeout: timeout ? timeout * 1_000 : null,
    trust: values.trust ?? null,
    allowActive: values['allow-active'],
    proxy,
    previous: values.previous ?? null,
  } as ProbeArguments
}

function parse(args: readonly string[]) {
  return parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      format: { type: 'string', default: 'text' },
      full: { type: 'boolean', default: false },
      quick: { type: 'boolean', default: false },
      starttls: { type: 'string' },
      'server-name': { type: 'string' },
      rate: { type: 'string' },
      'in-flight': { type: 'string' },
      'at-once': { type: 'string' },
      timeout: { type: 'string' },
      targets: { type: 'string' },
      trust: { type: 'string' },
      'allow-active': { type: 'boolean', default: false },
      proxy: { type: 'string' },
      previous: { type: 'string' },
      policy: { type: 'string' },
      role: { type: 'string', default: 'inbound' },
      language: { type: 'string', default: 'en' },
    },
  })
}

/** Null where it was not given, undefined where it is no positive number. */
function numberOf(text: string | undefined): number | null | undefined {
  if (text === undefined) return null
  const value = Number(text)
  return Number.isFinite(value) && value > 0 ? value : undefined
}
