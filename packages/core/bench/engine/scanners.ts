/** Other scanners, where the machine has them: how each is asked for about the same, and how its answer is counted. */
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

export interface Scanner {
  readonly name: string
  /** Programs of that name, in the order in which they are looked for. */
  readonly programs: readonly string[]
  /** In words, for the page. */
  readonly asked: string
  readonly args: (port: number) => readonly string[]
  /** One match for each pair of version and suite in its output; null where that cannot be counted. */
  readonly pairs: RegExp | null
}

export const scanners: readonly Scanner[] = [
  {
    name: 'sslscan',
    programs: ['sslscan'],
    asked: 'by default',
    args: (port) => ['--no-colour', '--sni-name=bench.example', `127.0.0.1:${port}`],
    pairs: /^(Preferred|Accepted)/gm,
  },
  {
    name: 'nmap',
    programs: ['nmap'],
    asked: 'ssl-enum-ciphers',
    args: (port) => ['-Pn', '-p', String(port), '--script', '+ssl-enum-ciphers', '127.0.0.1'],
    pairs: /^\|\s+TLS_\S+ \(/gm,
  },
  {
    name: 'sslyze',
    programs: ['sslyze'],
    asked: 'versions, suites, curves and certificate',
    args: (port) => [
      '--mozilla_config=disable',
      '--sni=bench.example',
      ...['--sslv2', '--sslv3', '--tlsv1', '--tlsv1_1', '--tlsv1_2', '--tlsv1_3', '--elliptic_curves', '--certinfo'],
      `127.0.0.1:${port}`,
    ],
    pairs: /^ +TLS_\S+/gm,
  },
  {
    name: 'tlsx',
    programs: ['tlsx'],
    asked: 'versions and suites',
    args: (port) => [
      ...['-u', `127.0.0.1:${port}`, '-sni', 'bench.example', '-version-enum', '-cipher-enum'],
      ...['-disable-update-check', '-json', '-silent'],
    ],
    // It names some suites twice, in two vocabularies.
    pairs: null,
  },
  {
    name: 'testssl.sh',
    programs: ['testssl', 'testssl.sh'],
    asked: '-p -E alone',
    args: (port) => ['--color', '0', '--warnings', 'off', '--quiet', '-p', '-E', `127.0.0.1:${port}`],
    pairs: /^ x[0-9a-f]+ /gm,
  },
]

/** Each scanner with its program, and the names of those that are not here. */
export function findScanners(): {
  readonly found: readonly (readonly [Scanner, string])[]
  readonly missing: readonly string[]
} {
  const all = scanners.map((scanner) => [scanner, programOf(scanner)] as const)
  return {
    found: all.flatMap(([scanner, program]) => (program === null ? [] : [[scanner, program] as const])),
    missing: all.flatMap(([{ name }, program]) => (program === null ? [name] : [])),
  }
}

function programOf({ name, programs }: Scanner): string | null {
  const told = process.env[`SUNDOWN_BENCH_${name.replace(/\W.*/, '').toUpperCase()}`]
  const folders = (process.env.PATH ?? '').split(delimiter)
  const places = told ? [told] : programs.flatMap((program) => folders.map((folder) => join(folder, program)))
  return places.find(isExecutable) ?? null
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}
