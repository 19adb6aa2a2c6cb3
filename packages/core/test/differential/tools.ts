/** What other scanners say of a server, in our terms. */
import { execFile } from 'node:child_process'
import type { ProtocolVersion } from '../../src/facts.ts'
import type { StarttlsKind } from '../../src/target.ts'
import { suiteId } from './configuration.ts'

export type Accepted = ReadonlyMap<ProtocolVersion, readonly number[]>

/** Accepted suites by nmap's ssl-enum-ciphers. */
export async function askNmap(port: number): Promise<Accepted> {
  const xml = await output('nmap', [
    '-Pn',
    '-n',
    '-p',
    String(port),
    '--script',
    '+ssl-enum-ciphers',
    '-oX',
    '-',
    '127.0.0.1',
  ])
  const accepted = new Map<ProtocolVersion, number[]>()
  for (const [, key, table = ''] of xml.matchAll(
    /<table key="(SSLv3|TLSv1\.\d)">([\s\S]*?)<elem key="cipher preference"/g,
  )) {
    const names = [...table.matchAll(/<elem key="name">([A-Z0-9_a-z]+)(?: .*?)?<\/elem>/g)].map(([, name = '']) => name)
    accepted.set(key as ProtocolVersion, names.map(ianaName).flatMap(tryId))
  }
  return accepted
}

/** Accepted suites by sslscan. */
export async function askSslscan(port: number, starttls: StarttlsKind | null): Promise<Accepted> {
  const xml = await output('sslscan', [
    ...['--xml=-', '--no-check-certificate', '--no-heartbleed', '--no-groups', '--no-colour'],
    ...(starttls ? [`--starttls-${starttls === 'postgres' ? 'psql' : starttls}`] : []),
    `127.0.0.1:${port}`,
  ])
  const accepted = new Map<ProtocolVersion, number[]>()
  for (const [, version = '', id = ''] of xml.matchAll(
    /<cipher status="\w+" sslversion="([^"]+)"[^>]*? id="0x([0-9A-Fa-f]+)"/g,
  )) {
    const list = accepted.get(version as ProtocolVersion) ?? []
    accepted.set(version as ProtocolVersion, list)
    list.push(Number.parseInt(id, 16) & 0xffff)
  }
  return accepted
}

/** nmap shortens the names of TLS 1.3 in its own way. */
function ianaName(name: string): string {
  return name.replace(/^TLS_AKE_WITH_/, 'TLS_')
}

function tryId(name: string): readonly number[] {
  try {
    return [suiteId(name)]
  } catch {
    return []
  }
}

function output(command: string, args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(command, args, { timeout: 120_000, maxBuffer: 16_777_216 }, (error, stdout) =>
      error && stdout === '' ? reject(error) : resolve(stdout),
    )
  })
}
